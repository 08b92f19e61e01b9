"""Tables on slides: pivots, and heat maps with their cells tinted."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from kpidesk.charts.pivot import Pivot
from kpidesk.export.grid import Grid
from kpidesk.export.pptx_paints import Paints
from kpidesk.export.pptx_tags import put_line
from kpidesk.export.pptx_template import Box

_ROW_HEIGHT, _DENSE_HEIGHT, _CELL_WIDTH, _NARROW = Pt(24), Pt(19), Pt(27), Pt(2)
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""What PowerPoint calls a table without style and grid."""
_MANY = 8
_SAID_BELOW = Pt(22)
"""Room for what is left out."""
_LEAST_WIDTH, _CHINESE_WIDTH, _FIRST_WIDTH = Pt(62), Pt(80), Pt(190)


def columns_in(width: Emu, pivot: Pivot) -> int:
    """How many columns, with that of the names, a table of that width has room for; Chinese money takes more."""
    least = _CHINESE_WIDTH if pivot.style.is_chinese else _LEAST_WIDTH
    return 1 + int((width - _FIRST_WIDTH) / least)


def room_in(width: Emu, height: Emu) -> tuple[int, int]:
    """How many rows and columns of short numbers, beside heads and names, a table of that size has room for."""
    first = min(Emu(round(width * 0.26)), _FIRST_WIDTH)
    return max(3, int((height - _SAID_BELOW) / _DENSE_HEIGHT) - 1), max(3, int((width - first) / _CELL_WIDTH))


def add_grid(shapes: Any, box: Box, grid: Grid, paints: Paints) -> Any:
    """A plain table: no bands, no lines, numbers at the right."""
    left, top, width, height = box
    row = _DENSE_HEIGHT if grid.tints and len(grid.heads) > _MANY else _ROW_HEIGHT
    wanted = Emu(int(row) * (len(grid.rows) + 1))
    shape = shapes.add_table(len(grid.rows) + 1, len(grid.heads), left, top, width, min(wanted, height))
    shape.table.horz_banding = False
    shape.element.find(f".//{qn('a:tableStyleId')}").text = _PLAIN
    first = min(Emu(round(width * 0.26)), _FIRST_WIDTH) if len(grid.heads) > 4 else Emu(round(width / len(grid.heads)))
    for at, column in enumerate(shape.table.columns):
        column.width = Emu(first if at == 0 else (width - first) // max(1, len(grid.heads) - 1))
    write_grid(shape.table, grid, paints)
    return shape


def can_hold(table: Any, grid: Grid) -> bool:
    """True where a table has just the rows and columns that are needed."""
    return len(table.rows) == len(grid.rows) + 1 and len(table.columns) == len(grid.heads)


def write_grid(table: Any, grid: Grid, paints: Paints) -> None:
    """The texts into the cells; a cell that has a text already keeps its font."""
    size = 9 if len(grid.heads) > 2 * _MANY else 11 if len(grid.heads) > _MANY else 13
    is_dense = bool(grid.tints)
    for row, cells in enumerate((grid.heads, *grid.rows)):
        for column, text in enumerate(cells):
            cell = table.cell(row, column)
            paragraph = cell.text_frame.paragraphs[0]
            if paragraph.runs:
                put_line(paragraph, text)
                if is_dense and row and column and not text:
                    cell.fill.background()  # what had a number last time has none now
                continue
            cell.fill.background()
            cell.margin_top = cell.margin_bottom = Pt(2)
            if is_dense and column:
                cell.margin_left = cell.margin_right = _NARROW
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            _end(paragraph, size)
            if text:
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


def _end(paragraph: Any, size: int) -> None:
    """The height of a line without text, which would else be that of the usual type."""
    for old in paragraph._p.findall(qn("a:endParaRPr")):  # noqa: SLF001  python-pptx does not know it
        paragraph._p.remove(old)  # noqa: SLF001  as above
    paragraph._p.append(parse_xml(f'<a:endParaRPr {nsdecls("a")} sz="{size * 100}"/>'))  # noqa: SLF001  as above
