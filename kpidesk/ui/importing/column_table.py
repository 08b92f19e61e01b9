"""Columns side by side: your column, what it becomes, how it is read, and what that makes of its cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kpidesk.qt.fonts import Role, scaled, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.widgets.labels import plain_tip
from kpidesk.qt.widgets.painting import RADIUS_CONTROL, RESTYLED, chosen_row, focus_ring, plate, rule, text
from kpidesk.qt.widgets.plain_table import make_plain

SHAPES = {
    "sure": ("circle-check", "good"),
    "unsure": ("triangle-alert", "warn"),
    "aside": ("circle-dot", "ink3"),
    "left_out": ("minus", "ink3"),
}
NAME, BECOMES, READS, FOUND = range(4)
VIEW = Qt.ItemDataRole.UserRole
_ROW = 36
_WIDEST_CHIP, _CHIP_PAD = 178, 49
_MEASURED, _NAME_PAD, _HEAD_PAD = 200, 44, 28
_PRESSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column, or one row where months run across.

    ``key`` is the column's index in the sheet or the row's label. ``state`` is sure, unsure, aside (kept, no role) or
    left_out, told by shape as well as colour. ``found`` are texts of cells and ``value`` what they read as, '' where
    that is the same; ``trouble`` says how many cannot be read. ``why`` is the evidence in one line.
    """

    key: int | str
    header: str
    becomes: str
    role: str | None
    reads: str = ""
    found: str = ""
    value: str = ""
    trouble: str = ""
    why: str = ""
    state: str = "sure"


class _Model(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.views: tuple[ColumnView, ...] = ()
        self.heads: tuple[str, ...] = ()

    def show_views(self, views: Sequence[ColumnView], heads: Sequence[str]) -> None:
        same = [v.key for v in views] == [v.key for v in self.views] and len(heads) == len(self.heads)
        if not same:
            self.beginResetModel()
        self.views, self.heads = tuple(views), tuple(heads)
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        else:
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.views)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        view = self.views[index.row()]
        if role == VIEW:
            return view
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(view, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self.heads[index.column()], _text(view, index.column()), view.why if index.column() == NAME else "")
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = view.why if index.column() < FOUND else _text(view, FOUND)
            return plain_tip(tip) or None
        return None

    def headerData(self, section: int, direction: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if direction is not Qt.Orientation.Horizontal or section >= len(self.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _text(view: ColumnView, column: int) -> str:
    match column:
        case 0:
            return view.header
        case 1:
            return view.becomes
        case 2:
            return view.reads
    read = f"{view.found} → {view.value}" if view.value else view.found
    return f"{read} · {view.trouble}" if view.trouble else read


class _Delegate(QStyledItemDelegate):
    """Chips with a chevron where something can be chosen; values beside what was found."""

    def __init__(self, table: "ColumnTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        view = index.data(VIEW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._table.currentIndex().row():
            chosen_row(painter, box)
        rule(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "hair")
        inner = box.adjusted(8, 0, -6, -1)
        match index.column():
            case 0:
                paint_icon(painter, *SHAPES[view.state], inner.left(), inner.center().y() - 8)
                ink = "ink3" if view.state == "left_out" else "ink1"
                text(painter, inner.adjusted(26, 0, 0, 0), view.header, Role.BODY, ink)
            case 1 | 2:
                over = bool(option.state & QStyle.StateFlag.State_MouseOver)
                self._chip(painter, inner, view.becomes if index.column() == BECOMES else view.reads, over=over)
            case _:
                self._found(painter, inner, view)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box.adjusted(0, 0, 0, -1), 3)
        painter.restore()

    def _chip(self, painter: QPainter, box: QRectF, words: str, *, over: bool) -> None:
        if not words:
            return
        if not self._table.is_editable:
            text(painter, box, words, Role.BODY, "ink2")
            return
        width = min(box.width(), text_width(words, Role.BODY) + 38)
        chip = QRectF(box.left() - 4, box.center().y() - 13, width, 26)
        plate(painter, chip, RADIUS_CONTROL, "hover" if over else "surface", "line")
        text(painter, chip.adjusted(9, 0, -24, 0), words, Role.BODY, "ink1")
        paint_icon(painter, "chevron-down", "ink3", chip.right() - 22, chip.center().y() - 8)

    @staticmethod
    def _found(painter: QPainter, box: QRectF, view: ColumnView) -> None:
        right = box.right()
        if view.trouble:
            width = text_width(view.trouble, Role.LABEL) + 20
            right -= width + 6
            paint_icon(painter, "triangle-alert", "warn", right + 6, box.center().y() - 7, 14)
            text(painter, QRectF(right + 24, box.top(), width, box.height()), view.trouble, Role.LABEL, "warn")
        room = QRectF(box.left(), box.top(), max(0.0, right - box.left()), box.height())
        if not view.value:
            text(painter, room, view.found, Role.BODY, "ink2")
            return
        told = f"{view.found} →"
        if text_width(told, Role.BODY) + 6 + text_width(view.value, Role.BODY) > room.width():
            told = "→"  # what it was read as tells more than half of both; the tip has all
        taken = text(painter, room, told, Role.BODY, "ink3")
        text(painter, room.adjusted(taken + 6, 0, 0, 0), view.value, Role.BODY, "ink1")


class ColumnTable(QTableView):
    """``asked(key, what)``: the list of a cell ("role" or "format") is to open; ``moved(key)``: another row."""

    asked = Signal(object, str)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_editable = True
        self._views = _Model(self)
        self._anchor = QWidget(self.viewport())
        self._anchor.hide()
        self.setModel(self._views)
        self.setItemDelegate(_Delegate(self))
        make_plain(self)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.clicked.connect(self.on_clicked)

    @property
    def views(self) -> tuple[ColumnView, ...]:
        return self._views.views

    def show_columns(self, views: Sequence[ColumnView], heads: Sequence[str], *, is_editable: bool = True) -> None:
        """Show columns under these heads; the current row stays where it is."""
        self.is_editable = is_editable
        self._views.show_views(views, heads)
        if not self.currentIndex().isValid() and views:
            self.setCurrentIndex(self._views.index(0, NAME))
        self._fit()

    def full_height(self) -> int:
        """The height at which nothing scrolls."""
        return self.horizontalHeader().sizeHint().height() + len(self.views) * scaled(_ROW) + 4

    def anchor(self, key: int | str, column: int) -> QWidget:
        """A place under which the list of a cell can open."""
        row = next((i for i, view in enumerate(self.views) if view.key == key), 0)
        self._anchor.setGeometry(self.visualRect(self._views.index(row, column)).adjusted(4, 0, 0, -2))
        return self._anchor

    def go_to(self, key: int | str) -> None:
        """Make a column the current one."""
        row = next((i for i, view in enumerate(self.views) if view.key == key), -1)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._views.index(row, max(NAME, self.currentIndex().column())))

    def on_clicked(self, index: QModelIndex) -> None:
        """A chip was pressed."""
        self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        what = {BECOMES: "role", READS: "format"}.get(index.column(), "")
        if self.is_editable and what and index.data():
            self.asked.emit(index.data(VIEW).key, what)

    def _fit(self) -> None:
        count = self._views.columnCount()
        if not count:
            return
        room = self.viewport().width()
        widths = [0] * count
        for column in range(BECOMES, min(count, FOUND)):
            widest = max((text_width(_text(view, column), Role.BODY) for view in self.views[:_MEASURED]), default=0)
            most = _WIDEST_CHIP if self.is_editable else room
            widths[column] = max(90, min(widest + _CHIP_PAD, most, round(room * (0.27 if count > FOUND else 0.4))))
        spare = max(0, room - sum(widths))
        longest = max((text_width(view.header, Role.BODY) for view in self.views[:_MEASURED]), default=0)
        head = text_width(str(self._views.headerData(NAME, Qt.Orientation.Horizontal)), Role.LABEL) + _HEAD_PAD
        widths[NAME] = max(head, min(longest + _NAME_PAD, round(spare * 0.42))) if count > FOUND else spare
        if count > FOUND:
            widths[FOUND] = spare - widths[NAME]
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.moved.emit(current.data(VIEW).key)

    def keyPressEvent(self, event: QEvent) -> None:
        if event.key() in _PRESSED and self.currentIndex().isValid():
            index = self.currentIndex()
            column = READS if index.column() == READS else BECOMES
            self._ask(self._views.index(index.row(), column))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
            self._fit()
