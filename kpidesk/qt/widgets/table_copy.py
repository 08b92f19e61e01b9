"""Cells of a table widget for the clipboard: lines of texts, and a table in which numbers are numbers."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex

from kpidesk.export.csv_writer import safe_text
from kpidesk.export.typed_cells import number_cell, text_cell, typed_table
from kpidesk.qt.widgets.table_model import Cell, TableModel

_SIGNED = re.compile(r"[+-]\D{0,4}\d[\d.,]*\s?[%\w]{0,3}")
"""A signed number with its unit, which may stand as it is."""

_ONE_NUMBER = re.compile(r"\D*(\d[\d,]*(?:\.(\d+))?)\D*")


def copied(model: TableModel, indexes: Sequence[QModelIndex]) -> str:
    """The selected cells as lines of tab-separated texts, as spreadsheets take them."""
    rows, columns = _places(indexes)
    return "\n".join("\t".join(_pasted(model.cell(r, c).text) for c in columns) for r in rows)


def copied_html(model: TableModel, indexes: Sequence[QModelIndex]) -> str:
    """The same as a table in which numbers are numbers: a spreadsheet computes with what was pasted."""
    rows, columns = _places(indexes)
    heads = model.view.columns
    return typed_table((), ((_typed(model.cell(r, c), is_number=heads[c].is_number) for c in columns) for r in rows))


def _places(indexes: Sequence[QModelIndex]) -> tuple[list[int], list[int]]:
    return sorted({i.row() for i in indexes}), sorted({i.column() for i in indexes})


def _typed(cell: Cell, *, is_number: bool) -> str:
    """A number where the text says just that one: what a month, an interval or points are sorted by is another."""
    text = _pasted(cell.text)
    if not is_number:
        return text_cell(text)
    said, order = _ONE_NUMBER.fullmatch(cell.text), cell.order
    if said is None or not isinstance(order, int | float) or order - order != 0:
        return f"<td>{escape(text)}</td>"
    number, is_percent = float(said[1].replace(",", "")), "%" in cell.text
    places = len(said[2] or "")
    size, step = abs(order) * (100 if is_percent else 1), 0.51 * 10.0**-places
    if (is_percent and abs(size - number) > step) or size + step < number:
        return f"<td>{escape(text)}</td>"
    return number_cell(f"{order:.15g}", text, f"0.{'0' * places}%".replace(".%", "%") if is_percent else "")


def _pasted(text: str) -> str:
    """One cell as a spreadsheet takes it: in one line, and never for a formula."""
    line = " ".join(text.split())
    return line if _SIGNED.fullmatch(line) else safe_text(line)
