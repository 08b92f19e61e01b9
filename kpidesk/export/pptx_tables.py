"""Tables on slides: pivots, and heat maps with their cells tinted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from kpidesk.charts.figure import Cell, Figure, text_of
from kpidesk.charts.pivot import Pivot
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Translate
from kpidesk.export.pptx_charts import Paints
from kpidesk.export.pptx_template import Box

MOST_ROWS, MOST_COLUMNS = 16, 14
_LEAST_WIDTH = Pt(52)
_MORE = QT_TRANSLATE_NOOP("export", "{rows} more {rows|row|rows} in the workbook")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to write: texts, tints by (row, column) below the heads, rows that are totals, what is left out."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tints: tuple[tuple[int, int, str], ...] = ()
    totals: tuple[int, ...] = ()
    left_out: str = ""


def pivot_grid(pivot: Pivot, translate: Translate, width: Emu) -> Grid:
    """The last columns that fit, the first rows; totals stay."""
    most = max(3, min(MOST_COLUMNS, int(width / _LEAST_WIDTH)))
    first = max(0, len(pivot.headers) - most + 1)
    kept = _kept([row.is_total for row in pivot.rows])
    rows = tuple(
        (
            text_of(pivot.rows[at].label, translate),
            *(pivot.text(at, column, exact=False) for column in range(first, len(pivot.headers))),
        )
        for at in kept
    )
    totals = tuple(place for place, at in enumerate(kept) if pivot.rows[at].is_total)
    heads = (text_of(pivot.corner, translate), *(text_of(h, translate) for h in pivot.headers[first:]))
    return Grid(heads, rows, (), totals, _left_out(len(pivot.rows) - len(kept), translate))


def heat_grid(figure: Figure, translate: Translate) -> Grid:
    """The numbers of a heat map and the tints of their cells; the latest rows where not all fit."""
    columns = figure.x.ticks[:MOST_COLUMNS]
    first = max(0, len(figure.y.ticks) - MOST_ROWS)
    ticks = figure.y.ticks[first:]
    marks = {(m.row, m.column): m for m in figure.marks if isinstance(m, Cell)}
    rows, tints = [], []
    for place, tick in enumerate(ticks):
        name = f"{text_of(tick.text, translate)} {text_of(tick.note, translate)}".strip()
        found = [marks.get((first + place, column)) for column in range(len(columns))]
        rows.append((name, *(mark.text if mark else "" for mark in found)))
        tints += [(place, column, mark.ink) for column, mark in enumerate(found) if mark]
    heads = ("", *(text_of(tick.text, translate) for tick in columns))
    return Grid(heads, tuple(rows), tuple(tints), (), _left_out(first, translate))


def _kept(totals: Sequence[bool]) -> list[int]:
    """Which rows a slide has room for: the first ones, and always the totals."""
    room = MOST_ROWS - sum(totals)
    plain = [at for at, is_total in enumerate(totals) if not is_total][:room]
    return sorted([*plain, *(at for at, is_total in enumerate(totals) if is_total)])


def _left_out(rows: int, translate: Translate) -> str:
    return Message(_MORE, rows=rows).render(translate) if rows > 0 else ""


def add_grid(shapes: Any, box: Box, grid: Grid, paints: Paints) -> Any:
    """A plain table: no bands, hairlines left to the theme, numbers at the right."""
    left, top, width, height = box
    wanted = Emu(int(Pt(24)) * (len(grid.rows) + 1))
    shape = shapes.add_table(len(grid.rows) + 1, len(grid.heads), left, top, width, min(wanted, height))
    shape.table.horz_banding = False
    first = min(Emu(round(width * 0.26)), Pt(190)) if len(grid.heads) > 4 else Emu(round(width / len(grid.heads)))
    for at, column in enumerate(shape.table.columns):
        column.width = Emu(first if at == 0 else (width - first) // max(1, len(grid.heads) - 1))
    write_grid(shape.table, grid, paints)
    return shape


def can_hold(table: Any, grid: Grid) -> bool:
    """True where a table has just the rows and columns that are needed."""
    return len(table.rows) == len(grid.rows) + 1 and len(table.columns) == len(grid.heads)


def write_grid(table: Any, grid: Grid, paints: Paints) -> None:
    """The texts into the cells; a cell that has a text already keeps its font."""
    size = 11 if len(grid.heads) > 8 else 13
    for row, cells in enumerate((grid.heads, *grid.rows)):
        for column, text in enumerate(cells):
            cell = table.cell(row, column)
            paragraph = cell.text_frame.paragraphs[0]
            if paragraph.runs:
                paragraph.runs[0].text = text
                continue
            cell.fill.background()
            cell.margin_top = cell.margin_bottom = Pt(2)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            run = paragraph.add_run()
            run.text = text
            run.font.size = Pt(size)
            run.font.bold = row == 0 or row - 1 in grid.totals
            paints.put(run.font.color, "ink3" if row == 0 else "ink1")
            paragraph.alignment = PP_ALIGN.LEFT if column == 0 else PP_ALIGN.RIGHT
    for row, column, ink in grid.tints:
        cell = table.cell(row + 1, column + 1)
        cell.fill.solid()
        paints.put(cell.fill.fore_color, ink)
        for run in cell.text_frame.paragraphs[0].runs:
            paints.put(run.font.color, f"on{ink[0].upper()}{ink[1:]}")
