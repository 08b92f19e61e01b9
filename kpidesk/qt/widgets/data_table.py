"""Tables of texts: numbers right, names left, hairlines between rows only; first column and total stay in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLayout,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kpidesk.export.pasted import Pasted
from kpidesk.qt.clipboard import leave, put_on_clipboard
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.plain_table import make_plain
from kpidesk.qt.widgets.table_cells import PAD, CellDelegate, room_of
from kpidesk.qt.widgets.table_copy import copied, copied_html
from kpidesk.qt.widgets.table_model import TableModel, TableView, with_units_in_heads
from kpidesk.qt.widgets.table_widths import shared

ROW = 32
ROW_DENSE = 28
_WIDER = 12  # rows that are higher by more than this fall apart
_BY_KEY = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class DataTable(QTableView):
    """Shows a TableView; ``row_activated(row)``, by its place in the view, on double click or Enter.

    A click on a head sorts by it, a second one the other way round, a third one not at all; Alt+Up and Alt+Down sort by
    the column of the current cell.
    """

    row_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, dense: bool = False, texts: TableModel | None = None) -> None:
        super().__init__(parent)
        self._texts = texts if texts is not None else TableModel()
        self._texts.setParent(self)
        self._row = ROW_DENSE if dense else ROW
        self._needed: list[int] = []
        self._uncut: list[int] = []
        self._room: QLayout | None = None
        self._keeps_rows = False
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self.on_filling)
        self.setModel(self._texts)
        self.head = _Head(self)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(CellDelegate(self))
        make_plain(self)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._row)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setFixedHeight(self._row)
        self.horizontalHeader().sectionClicked.connect(self.on_head)
        self.activated.connect(self.on_activated)

    @property
    def table(self) -> TableView:
        return self._texts.view

    def set_table(self, view: TableView) -> None:
        """Show other texts; columns get the room that their widest value needs."""
        changed = self._texts.show_table(with_units_in_heads(view))
        if len(self._needed) != len(view.columns):
            self._needed, self._uncut = ([0] * len(view.columns) for _ in range(2))
        self._measure(changed)
        self._spread()

    def full_height(self) -> int:
        """The height at which nothing scrolls."""
        return self.horizontalHeader().height() + _high(self._texts.rowCount(), self._row)

    def fill(self, room: QLayout, *, keeps_rows: bool = False) -> None:
        """Take of a layout, whose last widget this is, what whole rows fill: none is cut at the foot.

        Rows stand closer where that brings all into sight, and wider apart where that fills the room. Only once the
        layout has found its places: tell it often. Or they keep their height, as in a list that is searched.
        """
        self._room, self._keeps_rows = room, keeps_rows
        self._filling.start()

    def on_filling(self) -> None:
        """The layout has found its places."""
        if self._room is None:
            return
        bar, count = self.horizontalScrollBar(), self._texts.rowCount()
        edges = self.horizontalHeader().height() + (bar.sizeHint().height() if bar.maximum() > 0 else 0)
        free = self._room.geometry().bottom() + 1 - self.y() - edges
        even = (free - _high(0, self._row)) // max(1, count)
        now = self.verticalHeader().defaultSectionSize()
        row = now if self._keeps_rows else even if ROW_DENSE <= even <= self._row + _WIDER else self._row
        if row != now:
            self.verticalHeader().setDefaultSectionSize(row)
        is_whole = free >= _high(count, row)
        self.setMaximumHeight(edges + (_high(count, row) if is_whole else max(1, free // row) * row))

    def sort_by(self, column: int | None, *, falling: bool = False) -> None:
        """Order the rows by a column, or as they came; the row that one stands on stays the same one."""
        if self._texts.view.is_sortable:
            current = self.currentIndex()
            place = self.place_at(current)
            self._texts.sort_by(column, falling=falling)
            if current.isValid():
                rows = range(len(self._texts.view.rows))
                row = next((row for row in rows if self._texts.place_of(row) == place), current.row())
                self.setCurrentIndex(self._texts.index(row, current.column()))
            self._fit()

    @property
    def order(self) -> tuple[int | None, bool]:
        """By which column it is sorted, and whether the largest stands first."""
        return self._texts.sorted_by, self._texts.is_falling

    def on_head(self, column: int) -> None:
        """A head was clicked: numbers begin with the largest, words with A."""
        first_falls = self._texts.view.columns[column].is_number
        now, is_falling = self.order
        if now != column:
            self.sort_by(column, falling=first_falls)
        elif is_falling == first_falls:
            self.sort_by(column, falling=not first_falls)
        else:
            self.sort_by(None)

    def on_activated(self, index: QModelIndex) -> None:
        """A double click or Enter on a row."""
        if (place := self.place_at(index)) is not None:
            self.row_activated.emit(place)

    def place_at(self, index: QModelIndex) -> int | None:
        """Which of the rows as they came it is; None for the total."""
        return self._texts.place_of(index.row()) if index.isValid() and not self._texts.is_total(index.row()) else None

    def copy(self) -> None:
        """Put the selected cells on the clipboard, with their types."""
        chosen = self.selectedIndexes()
        lines = Pasted(copied(self._texts, chosen), copied_html(self._texts, chosen))
        leave(lambda: lines, put_on_clipboard)

    def _fit(self) -> None:
        """Give each column the room that it needs, whatever may have changed."""
        self._needed, self._uncut = ([0] * len(self._texts.view.columns) for _ in range(2))
        self._measure(range(len(self._needed)))
        self._spread()

    def _measure(self, columns: Iterable[int]) -> None:
        """How much room the widest value of each of these columns needs."""
        for i in columns:
            column = self._texts.view.columns[i]
            content = max((room_of(cell, strong=strong) for cell, strong in self._texts.sample(i)), default=0)
            mark = 14 if i == self._texts.sorted_by else 0
            needed = max(content + 2 * PAD, text_width(column.title, Role.LABEL) + 2 * PAD + 8 + mark) + 4
            self._uncut[i], self._needed[i] = needed, needed if column.is_number else min(needed, column.widest)

    def _spread(self) -> None:
        """What room is left over goes to the columns that take it; where a little is short, words make way."""
        widths = shared(self._texts.view.columns, self._needed, self._uncut, self.viewport().width())
        for i, width in enumerate(widths):
            self.horizontalHeader().resizeSection(i, width)

    def _frozen_width(self) -> int:
        """How wide the first column stands over the others: nothing where they are not scrolled, or it is too wide."""
        width = self.columnWidth(0) if self._texts.columnCount() > 1 else 0
        return width if self.horizontalScrollBar().value() > 0 and width < self.viewport().width() * 0.6 else 0

    def _frozen_top(self) -> int:
        """Where the total stands while rows go on below it; the end of the viewport where it is in sight anyway."""
        last, bottom = self._texts.rowCount() - 1, self.viewport().height()
        if last < 1 or not self._texts.is_total(last):
            return bottom
        top = bottom - self.rowHeight(last)
        return top if self.rowViewportPosition(last) > top else bottom

    def _paint_frozen(self, painter: QPainter) -> None:
        width, top = self._frozen_width(), self._frozen_top()
        view, last = self.viewport().rect(), self._texts.rowCount() - 1
        if width:
            painter.fillRect(QRect(0, 0, width, view.height()), theme().colour("surface"))
            first, end = self.rowAt(0), self.rowAt(view.height() - 1)
            for row in range(max(0, first), (end if end >= 0 else last) + 1):
                self._paint_cell(painter, row, 0, QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row)))
        if top < view.height():
            height = self.rowHeight(last)
            painter.fillRect(QRect(0, top, view.width(), height), theme().colour("surface"))
            for column in range(self._texts.columnCount()):
                x = self.columnViewportPosition(column)
                self._paint_cell(painter, last, column, QRect(x, top, self.columnWidth(column), height))
            if width:
                painter.fillRect(QRect(0, top, width, height), theme().colour("surface"))
                self._paint_cell(painter, last, 0, QRect(0, top, width, height))
        if width:
            painter.fillRect(QRect(width - 1, 0, 1, view.height()), theme().colour("line"))

    def _paint_cell(self, painter: QPainter, row: int, column: int, box: QRect) -> None:
        option, index = QStyleOptionViewItem(), self._texts.index(row, column)
        self.initViewItemOption(option)
        option.rect = box
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        self.itemDelegate().paint(painter, option, index)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """What stands in sight there: the first column and the total lie over the rest."""
        column = 0 if point.x() < self._frozen_width() else self.columnAt(point.x())
        row = self._texts.rowCount() - 1 if point.y() >= self._frozen_top() else self.rowAt(point.y())
        return self._texts.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        if self._frozen_width() or self._frozen_top() < self.viewport().height():
            painter = QPainter(self.viewport())
            self._paint_frozen(painter)
            painter.end()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        if len(self._needed) == len(self._texts.view.columns):  # what the texts need does not depend on the window
            self._spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _BY_KEY:
            self.sort_by(max(0, self.currentIndex().column()), falling=_BY_KEY[event.key()])
        else:
            super().keyPressEvent(event)


def _high(count: int, row: int) -> int:
    """So many rows, and the line below the last."""
    return count * row + 2


class _Head(QHeaderView):
    """The heads; that of the first column stays while the others scroll. ``moved()``: they stand elsewhere.

    ``below`` pixels under the words are left for something else.
    """

    moved = Signal()

    def __init__(self, table: DataTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.below = 0
        self.sectionResized.connect(self.moved)
        self.geometriesChanged.connect(self.moved)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setSectionsClickable(True)

    def frozen_width(self) -> int:
        """How wide the first head stands over the others."""
        width = self.sectionSize(0) if self.offset() > 0 and self.count() > 1 else 0
        return width if width < self.viewport().width() * 0.6 else 0

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        super().paintSection(painter, rect.adjusted(0, 0, 0, -self.below), section)
        if self.below:
            painter.fillRect(rect.adjusted(0, rect.height() - self.below, 0, 0), theme().colour("surface"))
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("line"))

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        if width := self.frozen_width():
            box = QRect(0, 0, width, self.height())
            painter = QPainter(self.viewport())
            painter.fillRect(box, theme().colour("surface"))
            self.paintSection(painter, box, 0)
            painter.fillRect(QRect(box.right(), 0, 1, box.height()), theme().colour("line"))
            painter.end()
