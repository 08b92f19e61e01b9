"""A report on one upright sheet: title, words and cards, charts two in a row, a table; each as much as can be read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from kpidesk.export.grid import with_columns, with_rows
from kpidesk.export.paper import Page
from kpidesk.qt.fonts import Role, line_height
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.painting.page_painter import (
    GAP,
    MARGIN,
    card_height,
    cards_across,
    paint_content,
    paint_lines,
    role_of_text,
)
from kpidesk.qt.text_lines import wrapped

_MOST_CHARTS, _MOST_COLUMNS, _ROW_OF_CARDS = 6, 8, 4
_TALLEST, _LEAST, _LOWEST = 210.0, 120.0, 60.0
"""Between the first two a chart with its title can be read beside others; lower than the last, it cannot be read."""
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is put on the sheet, and how high a row of charts becomes."""

    others: tuple[Page, ...]
    figures: tuple[Page, ...]
    table: Page | None
    tall: float


def paint_one_page(painter: QPainter, sheet: QRectF, title: str, pages: Sequence[Page], colours: Colours) -> None:
    """Everything that fits and can be read."""
    painter.fillRect(sheet, colours["surface"])
    inner = sheet.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN * 0.7)
    foot = next((page.foot for page in pages if page.foot), "")
    bottom = paint_lines(painter, inner, foot, Role.MICRO, "ink3", colours, from_below=True) - GAP
    top = paint_lines(painter, inner, title, Role.TITLE, "ink1", colours) + GAP
    plan = _plan(pages, inner.width(), bottom - top)
    for page in plan.others:
        height = _height_of(page, inner.width())
        paint_content(painter, QRectF(inner.left(), top, inner.width(), height), page, colours, role=Role.HEADING)
        top += height + GAP
    width = (inner.width() - 2 * GAP) / 2
    for at, page in enumerate(plan.figures):
        row, column = divmod(at, 2)
        box = QRectF(inner.left() + column * (width + 2 * GAP), top + row * (plan.tall + GAP), width, plan.tall)
        paint_content(painter, box, page, colours, role=Role.HEADING)
    top += _rows(plan.figures) * (plan.tall + GAP)
    if plan.table is not None:
        rest = QRectF(inner.left(), top, inner.width(), bottom - top)
        paint_content(painter, rest, _cut(plan.table, rest), colours, role=Role.HEADING)


def _plan(pages: Sequence[Page], width: float, height: float) -> _Plan:
    """All of it, else with one row of cards each, else with fewer charts; with none where words leave no room."""
    figures = [_small(page) for page in pages if page.figure is not None][:_MOST_CHARTS]
    others = [page for page in pages if page.figure is None and (page.cards or page.text)][:2]
    translate = QCoreApplication.translate
    tables = (replace(p, grid=with_columns(p.grid, _MOST_COLUMNS, translate)) for p in pages if p.grid is not None)
    table = next(tables, None)
    shorter = [replace(page, cards=page.cards[:_ROW_OF_CARDS]) for page in others]
    plan = _Plan((), (), table, 0.0)
    for each, count in ((others, len(figures)), *((shorter, n) for n in range(len(figures), 0, -1))):
        plan = _planned(each, figures[:count], table, width, height)
        if plan.tall >= _LEAST or not figures:
            break
    return plan if plan.tall >= _LOWEST else replace(plan, figures=())


def _planned(others: Sequence[Page], figures: Sequence[Page], table: Page | None, width: float, height: float) -> _Plan:
    """The charts share what cards and the first rows of the table leave."""
    free = height - sum(_height_of(page, width) + GAP for page in others)
    wanted = 0.0 if table is None else min(_height_of(table, width), max(_table_of(_LEAST_ROWS), free * 0.4))
    rows = _rows(figures)
    tall = min(_TALLEST, (free - wanted) / rows - GAP) if rows else 0.0
    return _Plan(tuple(others), tuple(figures), table, tall)


def _rows(figures: Sequence[Page]) -> int:
    return (len(figures) + 1) // 2


def _small(page: Page) -> Page:
    """A chart in half a sheet's width: without its sentence, its subtitle and its key."""
    return page if page.figure is None else replace(page, said="", figure=replace(page.figure, key=(), subtitle=""))


def _cut(page: Page, room: QRectF) -> Page:
    """The rows of the table that there is room for; it says how many there are besides."""
    if page.grid is None or _height_of(page, room.width()) <= room.height():
        return page
    rows = int((room.height() - _table_of(0)) / _row_height()) - 1
    return replace(page, grid=with_rows(page.grid, max(1, rows), QCoreApplication.translate))


def _row_height() -> float:
    return line_height(Role.LABEL) + 6.0


def _table_of(rows: int) -> float:
    """The height of a table with its title and its heads, of which one may have two lines."""
    return line_height(Role.HEADING) + 4.0 + GAP + (rows + 1) * _row_height() + line_height(Role.DELTA)


def _height_of(page: Page, width: float) -> float:
    """What a page's content needs without a chart, about so for a table."""
    title = _lines_high(page.title, Role.HEADING, width) + (2 if page.said else GAP)
    title += _lines_high(page.said, Role.BODY, width) + GAP if page.said else 0
    if page.cards:
        rows = -(-len(page.cards) // cards_across(len(page.cards)))
        return title + rows * (card_height() + GAP) - GAP
    if page.grid is not None:
        return title + 4.0 + (len(page.grid.rows) + 1) * _row_height() + line_height(Role.DELTA)
    return title + sum(_lines_high(line, role_of_text(page), width) + 6 for line in page.text)


def _lines_high(text: str, role: Role, width: float) -> float:
    """How high a text is in a width."""
    return float(len(wrapped(text, width, role)) * line_height(role))
