"""The table twin of a figure, as a table widget shows it."""

from kpidesk.charts.figure import Table
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.data_table import Cell, Column, TableView


def table_view(table: Table) -> TableView:
    """Numbers exact, words in the reader's language; an em dash where there is no value."""
    columns = tuple(Column(words(column.header), is_number=column.role != "label") for column in table.columns)
    rows = tuple(
        tuple(Cell(words(table.text(row, column))) for column in range(len(columns))) for row in range(len(table.rows))
    )
    return TableView(columns, rows)
