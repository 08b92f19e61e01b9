"""Tables of texts: numbers right, names left, hairlines between rows only, a total at the foot, first column frozen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
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

from kpidesk.core.formatting import NO_VALUE
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.labels import plain_tip
from kpidesk.qt.widgets.painting import focus_ring, rule, text, triangle

ROW = 32
ROW_DENSE = 28
_PAD = 8
CELL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column:
    """A head: its words (with the unit), whether it holds numbers, the most room it needs, its share of spare room."""

    title: str
    is_number: bool = False
    widest: int = 280
    tip: str = ""
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: ``text``; ``tone`` good, bad, warn or a token of ink; ``direction`` ±1 draws the triangle of a change."""

    text: str
    tone: str = ""
    direction: int = 0
    icon: str = ""
    tip: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """Everything a table shows. ``total`` stands at the foot in 600; ``sorted_by`` wears the chevron."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    no_value_tip: str = ""


class TableModel(QAbstractTableModel):
    """The texts of a TableView; the total is its last row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = TableView((), ())

    def show_table(self, view: TableView) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def is_total(self, row: int) -> bool:
        """Whether that row is the total."""
        return self.view.total is not None and row == len(self.view.rows)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; a missing one is no value."""
        cells = self.view.total if self.is_total(row) else self.view.rows[row]
        return cells[column] if cells is not None and column < len(cells) else Cell(NO_VALUE)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self.view.rows) + (self.view.total is not None)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.view.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = cell.tip or (self.view.no_value_tip if cell.text == NO_VALUE else "")
            return plain_tip(tip) if tip else None
        return None

    def headerData(self, section: int, direction: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if direction is not Qt.Orientation.Horizontal or section >= len(self.view.columns):
            return None
        column = self.view.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class CellDelegate(QStyledItemDelegate):
    """Paints a Cell: triangle or icon in its tone, text on its side, selection in accentSoft."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        cell = index.data(CELL)
        model = index.model()
        if not isinstance(cell, Cell) or not isinstance(model, TableModel):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme().colour("accentSoft"))
        total = model.is_total(index.row())
        rule(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "hair")
        if total:
            rule(painter, QRectF(box.left(), box.top() - 1, box.width(), 1), "line")
        self._content(painter, box.adjusted(_PAD, 0, -_PAD, -1), cell, index, strong=total or cell.is_strong)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box.adjusted(0, 0, 0, -1), 3)
        painter.restore()

    def _content(self, painter: QPainter, box: QRectF, cell: Cell, index: QModelIndex, *, strong: bool) -> None:
        ink = cell.tone or ("ink3" if cell.text == NO_VALUE else "ink1")
        role = Role.STRONG if strong else Role.BODY
        right = index.model().view.columns[index.column()].is_number
        width = min(text_width(cell.text, role), box.width())
        x = box.right() - width if right else box.left()
        if cell.direction:
            at = x - 14 if right else x
            triangle(painter, at, box.center().y(), 9, cell.direction, ink)
            x += 0 if right else 14
        if cell.icon:
            at = x - 20 if right else x
            paint_icon(painter, cell.icon, cell.tone or "ink2", at, box.center().y() - 8)
            x += 0 if right else 22
        text(painter, QRectF(x, box.top(), box.right() - x + 1, box.height()), cell.text, role, ink)


class DataTable(QTableView):
    """Shows a TableView; ``row_activated(row)`` on double click or Enter, ``head_clicked(column)``."""

    row_activated = Signal(int)
    head_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, dense: bool = False) -> None:
        super().__init__(parent)
        self._texts = TableModel(self)
        self.setModel(self._texts)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_DENSE if dense else ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setSectionsClickable(True)
        head.setFixedHeight(ROW_DENSE if dense else ROW)
        head.sectionClicked.connect(self.head_clicked)
        self.activated.connect(self.on_activated)

    @property
    def table(self) -> TableView:
        return self._texts.view

    def set_table(self, view: TableView) -> None:
        """Show other texts; columns get the room that their widest value needs."""
        self._texts.show_table(view)
        self._fit()

    def full_height(self) -> int:
        """The height at which nothing scrolls."""
        return (
            self.horizontalHeader().height() + self._texts.rowCount() * self.verticalHeader().defaultSectionSize() + 2
        )

    def on_activated(self, index: QModelIndex) -> None:
        """A double click or Enter on a row."""
        if not self._texts.is_total(index.row()):
            self.row_activated.emit(index.row())

    def _fit(self) -> None:
        view, head = self._texts.view, self.horizontalHeader()
        spare = self.viewport().width()
        widths = []
        for i, column in enumerate(view.columns):
            cells = [row[i] for row in (*view.rows[:400], view.total or ()) if i < len(row)]
            content = max(
                (text_width(c.text, Role.STRONG) + (22 if c.icon or c.direction else 0) for c in cells), default=0
            )
            needed = max(content + 2 * _PAD, text_width(column.title, Role.LABEL) + 2 * _PAD + 8) + 4
            widths.append(needed if column.is_number else min(needed, column.widest))
        spare -= sum(widths)
        shares = sum(column.stretch for column in view.columns)
        for i, (width, column) in enumerate(zip(widths, view.columns, strict=True)):
            head.resizeSection(i, width + max(0, spare) * column.stretch // max(1, shares))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(copied(self._texts, self.selectedIndexes()))
            return
        super().keyPressEvent(event)


def copied(model: TableModel, indexes: Sequence[QModelIndex]) -> str:
    """The selected cells as lines of tab-separated texts, as spreadsheets take them."""
    rows = sorted({i.row() for i in indexes})
    columns = sorted({i.column() for i in indexes})
    return "\n".join("\t".join(model.cell(r, c).text for c in columns) for r in rows)
