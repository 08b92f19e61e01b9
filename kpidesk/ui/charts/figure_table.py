"""The table twin of a figure, as a table widget shows it."""

import math
from dataclasses import replace

from kpidesk.charts.figure import Axis, Datum, Figure, Table, Text
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.core.decimals import columns_texts
from kpidesk.core.period import Period
from kpidesk.export.grid import NO_TOTAL
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView, with_even_decimals

_NOWHERE = Axis(0.0, 1.0, ())


def table_view(table: Table, *, has_total: bool = False, is_short: bool = False) -> TableView:
    """Numbers exact, or short with the exact ones as tips; an em dash where there is no value.

    The last row may be the total, which stays at the foot.
    """
    columns = tuple(Column(words(column.header), is_number=column.role != "label") for column in table.columns)
    count = range(len(table.rows))
    rows = tuple(tuple(_cell(table, row, column) for column in range(len(table.rows[row]))) for row in count)
    view = _in_short(TableView(columns, rows), table) if is_short else with_even_decimals(TableView(columns, rows))
    return replace(view, rows=view.rows[:-1], total=view.rows[-1]) if has_total else view


def _in_short(view: TableView, table: Table) -> TableView:
    """Its numbers as on cards, those of a column in one unit and precision, with the exact ones as tips."""
    lines = [[replace(cell, tip=cell.text) for cell in line] for line in view.rows]
    heads = range(len(table.columns))
    numbers = [[row for row, line in enumerate(table.rows) if at < len(line) and _is_number(line[at])] for at in heads]
    columns = [([table.number(row, at) for row in numbers[at]], table.columns[at].kind) for at in heads]
    for at, (places, texts) in enumerate(zip(numbers, columns_texts(columns, table.style), strict=True)):
        for row, text in zip(places, texts, strict=True):
            lines[row][at] = replace(lines[row][at], text=text)
    return replace(view, rows=tuple(tuple(line) for line in lines))


def as_figure(view: TableView, title: Text, table: Table | None = None, subtitle: Text = "") -> Figure:
    """A table as a figure that others take away: its numbers, or without them its texts as they are read."""
    if table is None:
        columns = (NumberColumn(head.title, role="series" if head.is_number else "label") for head in view.columns)
        lines = (*view.rows, *(() if view.total is None else (view.total,)))
        table = Table(tuple(columns), tuple(tuple(cell.text for cell in line) for line in lines))
    facts = {} if view.total is not None else NO_TOTAL
    return Figure("table", (), _NOWHERE, _NOWHERE, title, subtitle, table=table, summary=title, facts=facts)


def _cell(table: Table, row: int, column: int) -> Cell:
    return Cell(words(table.text(row, column)), order=_order(table.rows[row][column]))


def _is_number(value: Datum) -> bool:
    return isinstance(value, int | float)


def _order(value: Datum) -> float | None:
    """Where a value stands when its column is sorted; a text stands by its letters."""
    if isinstance(value, Period):
        return float(value.index)
    return value if isinstance(value, int | float) and math.isfinite(value) else None
