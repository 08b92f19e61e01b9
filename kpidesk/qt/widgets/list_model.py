"""The Qt model of a long list: only the cells that are asked for become texts."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QObject

from kpidesk.charts.lists.column import Kind, ListColumn
from kpidesk.charts.lists.listing import Arranged, Listing
from kpidesk.charts.lists.ordering import Rows
from kpidesk.core.formatting import NO_VALUE
from kpidesk.qt.widgets.table_model import Cell, Column, TableModel, TableView

_MEASURED = 60


class ListModel(TableModel):
    """The rows of a listing as they are arranged; the totals, where there are any, are its last row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = Listing((), 0)
        self._rows_in_sight = np.empty(0, np.int64)
        self._widest: tuple[tuple[Cell, ...], ...] = ()

    def show_listing(self, listing: Listing) -> None:
        """Another list, as its rows came."""
        self.beginResetModel()
        self.listing = listing
        self.sorted_by = None
        self._rows_in_sight = np.arange(len(listing))
        columns = tuple(Column(each.title, is_number=_is_right(each), tip=each.note) for each in listing.columns)
        self.view = TableView(columns, ())
        self._widest = tuple(_extremes(each) for each in listing.columns)
        self.endResetModel()

    def arrange(self, arranged: Arranged, total: str) -> None:
        """Show these rows in this order; ``total`` names the line of the totals."""
        self.beginResetModel()
        self._rows_in_sight = arranged.rows
        self.sorted_by, self.is_falling = arranged.asked.sorted_by, arranged.asked.is_falling
        self.view = TableView(self.view.columns, (), _totals(self.listing, arranged, total))
        self.endResetModel()

    @property
    def rows(self) -> Rows:
        """The places in the listing of the rows in sight, in order."""
        return self._rows_in_sight

    def sample(self, column: int) -> Iterator[tuple[Cell, bool]]:
        rows = (self.cell(row, column) for row in range(min(_MEASURED, self.rowCount())))
        for cell in (*self._widest[column], *rows):
            yield cell, cell.is_strong
        if self.view.total is not None:
            yield self.view.total[column], True

    def place_of(self, row: int) -> int:
        return int(self._rows_in_sight[row])

    def is_total(self, row: int) -> bool:
        return self.view.total is not None and row == len(self._rows_in_sight)

    def cell(self, row: int, column: int) -> Cell:
        if self.is_total(row) and self.view.total is not None:
            return self.view.total[column]
        return _cell(self.listing.columns[column], self.place_of(row))

    def rowCount(self, parent: object = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._rows_in_sight) + (self.view.total is not None)


def _cell(column: ListColumn, place: int) -> Cell:
    value = column.at(place)
    text = NO_VALUE if value is None else column.write(value)
    tone = "ink2" if column.is_quiet else ""
    if column.is_signed and isinstance(value, int | float) and value < 0:
        tone = "bad"
    return Cell(text, tone, tip=text if column.kind is Kind.TEXT else "")


def _is_right(column: ListColumn) -> bool:
    return column.kind is Kind.NUMBER


def _extremes(column: ListColumn) -> tuple[Cell, ...]:
    """The smallest and the largest number: none of the others is written wider."""
    if column.kind is not Kind.NUMBER or not len(column.values):
        return ()
    values = column.numbers()
    if np.isnan(values).all():
        return ()
    return tuple(_cell(column, int(place)) for place in (np.nanargmin(values), np.nanargmax(values)))


def _totals(listing: Listing, arranged: Arranged, total: str) -> tuple[Cell, ...] | None:
    """A line of totals; a column that has none says why in its tip."""
    if all(value is None for value in arranged.totals):
        return None
    cells = [
        Cell(NO_VALUE if column.note else "", tip=column.note)
        if value is None
        else Cell(column.write(value), is_strong=True)
        for column, value in zip(listing.columns, arranged.totals, strict=True)
    ]
    if arranged.totals[0] is None:
        cells[0] = Cell(total, is_strong=True)
    return tuple(cells)
