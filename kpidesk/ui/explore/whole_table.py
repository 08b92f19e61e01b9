"""A table in a tile at its whole height: the page scrolls it, with no second scroll bar in it."""

from PySide6.QtWidgets import QWidget

from kpidesk.charts.figure import Figure, Table
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.ui.charts.figure_table import as_figure, table_view


class WholeTable(Tile):
    """Shows a table of numbers; buttons may be put into its head.

    ``ends_last``: the last columns are those of now, so a table that is too wide shows them first.
    """

    def __init__(self, parent: QWidget | None = None, *, ends_last: bool = False) -> None:
        super().__init__("", parent)
        self._ends_last, self._end = ends_last, 0
        self._numbers: Table | None = None
        self.table = DataTable(self)
        self.table.horizontalScrollBar().rangeChanged.connect(self.on_width)
        self.content.addWidget(self.table, 1)

    @property
    def figure(self) -> Figure | None:
        """The table, for whoever takes it away."""
        view = self.table.table
        return as_figure(view, self.accessibleName(), self._numbers) if view.rows else None

    def show_table(self, table: Table, *, has_total: bool = False) -> None:
        """Other numbers; the last row may be the total, which stays at the foot."""
        self._end = self.table.horizontalScrollBar().value()
        self._numbers = table
        self.table.set_table(table_view(table, has_total=has_total))
        self.on_width()

    def on_width(self) -> None:
        """The columns fit, or do not any more: a scroll bar below them needs its own room."""
        bar = self.table.horizontalScrollBar()
        if self._ends_last and bar.value() == self._end:  # nobody scrolled back: it stays at its end
            self._end = bar.maximum()
            bar.setValue(self._end)
        self.table.setFixedHeight(self.table.full_height() + (bar.sizeHint().height() if bar.maximum() > 0 else 0))
