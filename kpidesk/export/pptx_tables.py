"""Tables on slides: cards, pivots, and heat maps with their cells tinted."""

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide as Page
from pptx.util import Emu, Pt

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Cell, Figure, text_of
from kpidesk.charts.pivot import Pivot
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Translate
from kpidesk.export.pptx_charts import colour

MOST_ROWS, MOST_COLUMNS = 16, 14
Box = tuple[Emu, Emu, Emu, Emu]
"""Left, top, width, height."""

_HEADS = (
    QT_TRANSLATE_NOOP("export", "KPI"),
    QT_TRANSLATE_NOOP("export", "Value"),
    QT_TRANSLATE_NOOP("export", "Change"),
    QT_TRANSLATE_NOOP("export", "Note"),
)


def add_cards(page: Page, box: Box, cards: Sequence[Card], translate: Translate) -> None:
    """One row a card: name, value, change in its colour, and what the foot says."""
    rows = []
    for card in cards[:MOST_ROWS]:
        change = f"{card.delta_text} {text_of(card.comparison_text or card.baseline_text, translate)}".strip()
        rows.append((card.label, card.value_text or "—", change, text_of(card.foot, translate)))
    table = _add(page, box, [translate(*head) for head in _HEADS], rows)
    for at, card in enumerate(cards[:MOST_ROWS], start=1):
        if card.delta_is_good is not None:
            _ink(table.cell(at, 2), "good" if card.delta_is_good else "bad")
        if card.state == "scenario" and card.is_touched:
            _ink(table.cell(at, 1), "scenario")


def add_pivot(page: Page, box: Box, pivot: Pivot, translate: Translate) -> None:
    """The last columns that fit; totals in bold."""
    first = max(0, len(pivot.headers) - MOST_COLUMNS + 1)
    heads = [text_of(pivot.corner, translate), *(text_of(h, translate) for h in pivot.headers[first:])]
    rows = []
    for at, row in enumerate(pivot.rows[:MOST_ROWS]):
        cells = (pivot.text(at, column, exact=False) for column in range(first, len(pivot.headers)))
        rows.append((text_of(row.label, translate), *cells))
    table = _add(page, box, heads, rows)
    for at, row in enumerate(pivot.rows[:MOST_ROWS], start=1):
        if row.is_total:
            for cell in table.rows[at].cells:
                cell.text_frame.paragraphs[0].runs[0].font.bold = True


def add_heatmap(page: Page, box: Box, figure: Figure, translate: Translate) -> None:
    """The numbers in their tinted cells."""
    columns = figure.x.ticks[:MOST_COLUMNS]
    ticks = figure.y.ticks[:MOST_ROWS]
    marks = {(m.row, m.column): m for m in figure.marks if isinstance(m, Cell)}
    heads = ["", *(text_of(tick.text, translate) for tick in columns)]
    rows = []
    for row, tick in enumerate(ticks):
        name = f"{text_of(tick.text, translate)} {text_of(tick.note, translate)}".strip()
        found = (marks.get((row, column)) for column in range(len(columns)))
        rows.append((name, *(mark.text if mark else "" for mark in found)))
    table = _add(page, box, heads, rows)
    for (row, column), mark in marks.items():
        if row < len(ticks) and column < len(columns):
            cell = table.cell(row + 1, column + 1)
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(mark.ink)
            _ink(cell, f"on{mark.ink[0].upper()}{mark.ink[1:]}")


# python-pptx has no types, neither for its tables nor for their cells.
def _add(page: Page, box: Box, heads: Sequence[str], rows: Sequence[Sequence[str]]):  # type: ignore[no-untyped-def]
    """A plain table: no bands, hairlines left to the theme, numbers at the right."""
    left, top, width, height = box
    wanted = Emu(int(Pt(24)) * (len(rows) + 1))
    shape = page.shapes.add_table(len(rows) + 1, len(heads), left, top, width, min(wanted, height))
    table = shape.table
    table.horz_banding = False
    for row, cells in enumerate((heads, *rows)):
        for column, text in enumerate(cells):
            cell = table.cell(row, column)
            cell.fill.background()
            cell.margin_top = cell.margin_bottom = Pt(2)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            run = paragraph.add_run()
            run.text = text
            run.font.size = Pt(11 if len(heads) > 8 else 13)
            run.font.bold = row == 0
            run.font.color.rgb = colour("ink3" if row == 0 else "ink1")
            paragraph.alignment = PP_ALIGN.LEFT if column == 0 else PP_ALIGN.RIGHT
    return table


def _ink(cell, token: str) -> None:  # type: ignore[no-untyped-def]  # as above
    for run in cell.text_frame.paragraphs[0].runs:
        run.font.color.rgb = colour(token)
