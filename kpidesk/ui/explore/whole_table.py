"""A table in a tile at its whole height: the page scrolls it, with no second scroll bar in it."""

from PySide6.QtWidgets import QWidget

from kpidesk.charts.figure import Table
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.ui.charts.figure_table import table_view


class WholeTable(Tile):
    """Shows a table of numbers; buttons may be put into its head.

    ``ends_last``: the last columns are those of now, so a table that is too wide shows them first.
    """

    def __init__(self, parent: QWidget | None = None, *, ends_last: bool = False) -> None:
        super().__init__("", parent)
        self._ends_last, self._is_new = ends_last, False
        self.table = DataTable(self)
        self.table.horizontalScrollBar().rangeChanged.connect(self.on_width)
        self.content.addWidget(self.table, 1)

    def show_table(self, table: Table, *, has_total: bool = False) -> None:
        """Other numbers; the last row may be the total, which stays at the foot."""
        self._is_new = True
        self.table.set_table(table_view(table, has_total=has_total))
        self.on_width()

    def on_width(self) -> None:
        """The columns fit, or do not any more: a scroll bar below them needs its own room."""
        bar = self.table.horizontalScrollBar()
        if self._ends_last and self._is_new and bar.maximum() > 0:
            self._is_new = False
            bar.setValue(bar.maximum())
        self.table.setFixedHeight(self.table.full_height() + (bar.sizeHint().height() if bar.maximum() > 0 else 0))
