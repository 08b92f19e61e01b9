"""The sheet as found: letters and roles above, row numbers at the left, regions tinted, unreadable cells marked."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kpidesk.qt.fonts import Role, scaled, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import RESTYLED, focus_ring, rule, text
from kpidesk.qt.widgets.plain_table import make_plain
from kpidesk.ui.importing.sheet_map import CellKind, SheetMap
from kpidesk.ui.importing.sheet_model import IS_UNREADABLE, KIND, SheetModel
from kpidesk.ui.importing.sheet_tints import tint

_ROW = 26
_LEAST, _WIDEST, _USUAL = 72, 240, 120
_MEASURED_COLUMNS, _MEASURED_ROWS = 200, 60
_PAD = 8


class _Cells(QStyledItemDelegate):
    """Text on the tint of its region; a red corner where it cannot be read."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        kind = index.data(KIND)
        box = QRectF(option.rect)
        painter.save()
        if (colour := tint(kind)) is not None:
            painter.fillRect(box, colour)
        is_odd = bool(index.data(IS_UNREADABLE))
        if is_odd:
            painter.fillRect(box, theme().colour("badSoft"))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme().colour("accent", 0.14))
        rule(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "hair")
        rule(painter, QRectF(box.right() - 1, box.top(), 1, box.height()), "hair")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_odd:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("bad"))
            corner = box.topRight() - QPointF(1, 0)
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(8, 0), corner + QPointF(0, 8)]))
        ink = "bad" if is_odd else "ink3" if kind in (CellKind.IGNORED, CellKind.OTHER) else "ink1"
        role = Role.STRONG if kind in (CellKind.HEADER, CellKind.TOTAL) else Role.BODY
        text(painter, box.adjusted(_PAD, 0, -_PAD, 0), index.data() or "", role, ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box, 3)
        painter.restore()


class _Letters(QHeaderView):
    """Column letters, and under them what the column becomes; a click asks for another role."""

    def __init__(self, grid: "SheetGrid") -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(48)
        self.setDefaultSectionSize(_USUAL)

    def sizeHint(self) -> QSize:
        return QSize(self.defaultSectionSize(), scaled(42))  # Qt's own asks the model for each of the first columns

    def paintSection(self, painter: QPainter, rect: QRectF, section: int) -> None:
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, theme().colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letter = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        upper = QRectF(box.left() + _PAD, box.top() + 3, box.width() - 2 * _PAD, box.height() / 2 - 3)
        lower = QRectF(box.left() + _PAD, box.center().y() - 1, box.width() - 2 * _PAD, box.height() / 2 - 3)
        role, ink, icon = self._grid.roles.get(section, ("", "ink3", ""))
        is_current = self._grid.currentIndex().column() == section
        text(painter, upper, letter, Role.MICRO_STRONG if is_current else Role.MICRO, "ink2" if is_current else "ink3")
        if role:
            if icon:
                paint_icon(painter, icon, ink, lower.left(), lower.center().y() - 7, 14)
                lower.setLeft(lower.left() + 18)
            room = lower.adjusted(0, 0, -16, 0)
            taken = text(painter, room, role, Role.LABEL, "ink3" if ink == "ink3" else "ink1")
            paint_icon(painter, "chevron-down", "ink3", room.left() + taken + 2, lower.center().y() - 6, 12)
        rule(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "line")
        rule(painter, QRectF(box.right() - 1, box.top(), 1, box.height()), "hair")
        painter.restore()


class _Numbers(QHeaderView):
    """Row numbers with a mark of what the row is; a click asks whether it is the header."""

    def __init__(self, grid: "SheetGrid") -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        model = self.model()
        last = str(model.headerData(model.rowCount() - 1, Qt.Orientation.Vertical) or "") if model.rowCount() else ""
        return QSize(max(text_width(last or "00000", Role.LABEL), 24) + 34, self.defaultSectionSize())

    def paintSection(self, painter: QPainter, rect: QRectF, section: int) -> None:
        box = QRectF(rect)
        kind = self._grid.row_kind(section)
        painter.save()
        painter.fillRect(box, theme().colour("surface"))
        if (colour := tint(kind)) is not None:
            painter.fillRect(box, colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind is CellKind.HEADER:
            paint_icon(painter, "table-2", "accent", box.left() + 5, box.center().y() - 6, 12)
        elif kind is CellKind.TOTAL:
            text(painter, QRectF(box.left() + 6, box.top(), 12, box.height()), "Σ", Role.LABEL, "ink1")
        number = str(self.model().headerData(section, Qt.Orientation.Vertical) or "")
        strong = self._grid.currentIndex().row() == section
        role, ink = (Role.DELTA, "ink1") if strong else (Role.LABEL, "ink3")
        text(painter, box.adjusted(0, 0, -_PAD, 0), number, role, ink, Qt.AlignmentFlag.AlignRight)
        rule(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "hair")
        rule(painter, QRectF(box.right() - 1, box.top(), 1, box.height()), "line")
        painter.restore()


class SheetGrid(QTableView):
    """``head_asked(column)``: which role? ``row_asked(row of the sheet)``: the header? ``moved(row, column)``,
    ``wanted(row)``: still to be read.

    Enter or F4 in a cell asks for its column's role, the menu key for its row.
    """

    head_asked = Signal(int)
    row_asked = Signal(int)
    moved = Signal(int, int)
    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles: Mapping[int, tuple[str, str, str]] = {}
        self._cells = SheetModel(self)
        self._anchor = QWidget(self)
        self._anchor.hide()
        self._cells.wanted.connect(self.wanted)
        self.setModel(self._cells)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Letters(self))
        self.setVerticalHeader(_Numbers(self))
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        make_plain(self)
        self.setCornerButtonEnabled(False)
        corner = QWidget(self)
        corner.setAutoFillBackground(False)
        self.setCornerWidget(corner)
        self.horizontalHeader().sectionClicked.connect(self.on_head)
        self.verticalHeader().sectionClicked.connect(self.on_row)

    @property
    def map(self) -> SheetMap | None:
        return self._cells.map

    def show_map(self, new: SheetMap, roles: Mapping[int, tuple[str, str, str]]) -> None:
        """Show a sheet; ``roles`` are, by column, the words for the role, their ink and an icon."""
        old = self.map
        self.roles = roles
        self._cells.show_map(new)
        if old is None or old.table.region.sheet is not new.table.region.sheet or old.table.id != new.table.id:
            self._fit()
            self.go_to(max(0, new.table.region.header_row), new.table.region.first_column, select=False)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    @property
    def current_row(self) -> int:
        """The row of the sheet that is current, 0 where none is."""
        index = self.currentIndex()
        return max(0, self.map.rows[index.row()]) if self.map is not None and index.isValid() else 0

    def head_anchor(self, column: int) -> QWidget:
        """A place under which the list of a column can open."""
        head = self.horizontalHeader()
        left = head.sectionViewportPosition(column) + self.verticalHeader().width()
        self._anchor.setGeometry(left + 4, 0, 40, head.height())
        return self._anchor

    def row_anchor(self, row: int) -> QWidget:
        """A place under which the list of a row can open."""
        shown = self.map
        place = shown.nearest(row) if shown is not None else 0
        top = self.verticalHeader().sectionViewportPosition(place) + self.horizontalHeader().height()
        self._anchor.setGeometry(4, top, 40, self.verticalHeader().defaultSectionSize())
        return self._anchor

    def row_kind(self, place: int) -> CellKind:
        """What a shown row is."""
        shown = self.map
        return shown.row_kind(shown.rows[place]) if shown is not None and place < len(shown.rows) else CellKind.IGNORED

    def says(self) -> str:
        """The current cell in words."""
        index, shown = self.currentIndex(), self.map
        return (
            self._cells.says(shown.rows[index.row()], index.column()) if shown is not None and index.isValid() else ""
        )

    def go_to(self, row: int, column: int, *, select: bool = True) -> None:
        """Scroll to a cell of the sheet and make it the current one; the nearest row where that one is not shown."""
        if self.map is None:
            return
        index = self._cells.index(self.map.nearest(row), max(0, min(column, self.map.width - 1)))
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect if select else flags.NoUpdate)
        hint = QAbstractItemView.ScrollHint
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, hint.PositionAtCenter if select else hint.EnsureVisible)

    def on_head(self, column: int) -> None:
        """A letter was pressed."""
        self.head_asked.emit(column)

    def on_row(self, place: int) -> None:
        """A row number was pressed."""
        if self.map is not None and self.map.rows[place] >= 0:
            self.row_asked.emit(self.map.rows[place])

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as spreadsheets take them."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        columns = sorted({index.column() for index in self.selectedIndexes()})
        lines = ("\t".join(str(self._cells.index(r, c).data() or "") for c in columns) for r in rows)
        QApplication.clipboard().setText("\n".join(lines))

    def _fit(self) -> None:
        """Give the columns the room that their first cells need."""
        shown, head = self.map, self.horizontalHeader()
        if shown is None:
            return
        self.verticalHeader().updateGeometry()
        for column in range(min(shown.width, _MEASURED_COLUMNS)):
            first = shown.table.region.header_row if shown.table.region.header_row >= 0 else 0
            longest = max(
                (shown.text(row, column)[:60] for row in range(first, first + _MEASURED_ROWS)),
                key=len,
                default="",
            )
            role = self.roles.get(column, ("",))[0]
            needed = max(text_width(longest, Role.STRONG), text_width(role, Role.LABEL) + 40) + 2 * _PAD + 4
            head.resizeSection(column, max(_LEAST, min(needed, _WIDEST)))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        if self.map is not None and current.isValid():
            self.moved.emit(self.map.rows[current.row()], current.column())

    def keyPressEvent(self, event: QEvent) -> None:
        index, shown = self.currentIndex(), self.map
        if shown is not None and index.isValid():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
                self.head_asked.emit(index.column())
                return
            if event.key() == Qt.Key.Key_Menu:
                self.on_row(index.row())
                return
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED and self.map is not None:
            self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
            self._fit()
