"""A table of a million rows: what is in sight is made into texts, order and filters are asked for, not done, here."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.charts.lists.listing import Arranged, Asked, Listing
from kpidesk.charts.lists.ordering import Rows
from kpidesk.qt.widgets.data_table import ROW, ROW_DENSE, DataTable
from kpidesk.qt.widgets.filter_row import HEIGHT, FilterRow
from kpidesk.qt.widgets.list_model import ListModel


class LongTable(DataTable):
    """Shows a Listing. ``asked(Asked)``: other rows or another order are wanted; ``copy_asked(rows, columns)``."""

    asked = Signal(object)
    copy_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None, *, dense: bool = False) -> None:
        self._list = ListModel()
        super().__init__(parent, dense=dense, texts=self._list)
        # With that of the rows, each head would go through all rows to see whether its column is selected.
        self.head.setSelectionModel(QItemSelectionModel(self._list, self.head))
        self.verticalHeader().setSelectionModel(self.head.selectionModel())
        self._head_height = ROW_DENSE if dense else ROW
        self._wanted = Asked()
        self.filters = FilterRow(self.head)
        self.filters.changed.connect(self.on_filters)
        self.filters.left.connect(self.on_left)
        self.head.moved.connect(self.on_heads)

    @property
    def listing(self) -> Listing:
        return self._list.listing

    @property
    def rows(self) -> Rows:
        """The places in the listing of the rows in sight, in order."""
        return self._list.rows

    @property
    def wanted(self) -> Asked:
        """What was asked for last."""
        return self._wanted

    @property
    def order(self) -> tuple[int | None, bool]:
        return self._wanted.sorted_by, self._wanted.is_falling

    def show_listing(self, listing: Listing) -> None:
        """Other rows; where the columns are called the same, filters and order are asked for again."""
        alike = [each.title for each in listing.columns] == [each.title for each in self.listing.columns]
        self._list.show_listing(listing)
        self.filters.set_columns(listing.columns)
        self._fit()
        wanted = self._wanted if alike else Asked()
        self._ask(Asked(self.filters.typed, wanted.sorted_by, wanted.is_falling))

    def show_arranged(self, arranged: Arranged, total: str) -> None:
        """The rows that were asked for."""
        place = self.currentIndex()
        self._list.arrange(arranged, total)
        self._fit()
        if place.isValid() and self._list.rowCount():
            self.setCurrentIndex(self._list.index(min(place.row(), self._list.rowCount() - 1), place.column()))
        self.viewport().update()

    def open_filters(self, is_open: bool) -> None:
        """Show the row of filters, with the one of the current column in focus, or hide it."""
        self.head.below = HEIGHT if is_open else 0
        self.head.setFixedHeight(self._head_height + self.head.below)
        self.filters.set_open(is_open)
        self.updateGeometries()
        self.on_heads()
        if is_open:
            self.filters.focus(self.currentIndex().column())

    def sort_by(self, column: int | None, *, falling: bool = False) -> None:
        self._ask(Asked(self._wanted.typed, column, falling))

    def on_filters(self) -> None:
        """Something else is typed."""
        if self.filters.typed != self._wanted.typed:
            self._ask(Asked(self.filters.typed, self._wanted.sorted_by, self._wanted.is_falling))

    def on_left(self) -> None:
        """From the filters back to the rows."""
        if not self.currentIndex().isValid() and self._list.rowCount():
            self.setCurrentIndex(self._list.index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def on_heads(self) -> None:
        """The heads stand elsewhere, and the boxes with them."""
        self.filters.place(self.head.frozen_width())

    def copy(self) -> None:
        """Ask for the selected rows and columns; totals and single cells are copied at once."""
        chosen = self.selectionModel().selection()
        if chosen.isEmpty():
            return
        first = chosen.at(0)
        rows = self._list.rows[first.top() : first.bottom() + 1]
        if len(rows):
            self.copy_asked.emit(rows, tuple(range(first.left(), first.right() + 1)))
        else:
            super().copy()

    def keyboardSearch(self, typed: str) -> None:
        """Letters find nothing here: Qt would go through all rows; there are filters."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.on_heads()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self.on_heads()

    def _ask(self, asked: Asked) -> None:
        self._wanted = asked
        self.asked.emit(asked)
