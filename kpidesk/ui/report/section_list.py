"""The pages of a report in their order, small: to choose, to drag, to move with the keys, to take away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)  # fmt: skip

from kpidesk.qt.fonts import Role, balanced_width, font, metrics
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import focus_ring

WIDTH = 200
_THUMB = 160
_ID, _REASON = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, eq=False)
class Thumb:
    """A section's id, its name, and what it looks like; None where it has nothing to show, with the reason."""

    id: str
    name: str
    image: QImage | None
    reason: str = ""


class _Painter(QStyledItemDelegate):
    """A sheet with its number and name below; the chosen one has an edge, one without anything a dashed one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = option.widget.iconSize()
        sheet = QRectF(option.rect.left() + 1, option.rect.top() + 1, size.width(), size.height())
        icon, colours = index.data(Qt.ItemDataRole.DecorationRole), theme().colours
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if icon is not None and not icon.isNull():
            painter.drawPixmap(sheet.toRect(), icon.pixmap(size, option.widget.devicePixelRatioF()))
        else:
            painter.setPen(QPen(colours["lineStrong"], 1, Qt.PenStyle.DashLine))
            painter.drawRect(sheet)
            painter.setFont(font(Role.MICRO))
            painter.setPen(colours["ink3"])
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            reason = str(index.data(_REASON) or "")
            width = balanced_width(reason, Role.MICRO, int(sheet.width()) - 24)
            room = QRectF(sheet.center().x() - width / 2, sheet.top() + 8, width, sheet.height() - 16)
            painter.drawText(room, flags, reason)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours["accent" if is_chosen else "line"], 2 if is_chosen else 1))
        if is_chosen or (icon is not None and not icon.isNull()):
            painter.drawRect(sheet.adjusted(-1, -1, 1, 1))
        painter.setFont(font(Role.LABEL))
        painter.setPen(colours["ink1" if is_chosen else "ink2"])
        words = QRectF(sheet.left() + 6, sheet.bottom() + 3, sheet.width() - 12, 18)
        name = f"{index.row() + 1}  {index.data(Qt.ItemDataRole.DisplayRole)}"
        shown = metrics(Role.LABEL).elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, words.adjusted(-7, 0, 7, 3), 3)  # clear of the letters, whose Chinese are the taller
        painter.restore()


class SectionList(QListWidget):
    """``chosen(id)``, ``moved(id, place)``, ``removed(id)``. Alt and an arrow move a page, Delete takes it away."""

    chosen = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Snap)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self._is_filling = False
        self.setItemDelegate(_Painter(self))
        self.currentItemChanged.connect(self.on_current)

    def set_thumbs(self, thumbs: Sequence[Thumb], paper: tuple[int, int], current: str) -> None:
        """Show these, with one of them chosen."""
        self._is_filling = True
        height = round(_THUMB * paper[1] / paper[0])
        self.setIconSize(QSize(_THUMB, height))
        while self.count() > len(thumbs):
            self.takeItem(self.count() - 1)
        for at, thumb in enumerate(thumbs):
            item = self.item(at) if at < self.count() else QListWidgetItem(self)
            item.setData(_ID, thumb.id)
            item.setData(_REASON, thumb.reason)
            item.setText(thumb.name)
            item.setToolTip(thumb.name)
            item.setSizeHint(QSize(WIDTH - 14, height + 34))
            if thumb.image is not None:
                item.setIcon(QIcon(QPixmap.fromImage(thumb.image)))
            else:
                item.setIcon(QIcon())
            if thumb.id == current:
                self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_filling = False
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_current()

    def _show_current(self) -> None:
        """The page that is shown large has its place in the list in sight."""
        if (item := self.currentItem()) is not None:
            self.scrollToItem(item)

    @property
    def current_id(self) -> str:
        """The section that is chosen, '' for none."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The sections in the order that is shown."""
        return tuple(str(self.item(at).data(_ID)) for at in range(self.count()))

    def on_current(self) -> None:
        """Another one is chosen."""
        if not self._is_filling and self.currentItem() is not None:
            self.chosen.emit(self.current_id)

    def dropEvent(self, event: QEvent) -> None:
        before, moved = self.ids, self.current_id
        at = self.indexAt(event.position().toPoint())
        below = self.rect().bottom() if not at.isValid() else self.visualRect(at).center().y()
        to = self.count() if not at.isValid() else at.row() + (event.position().y() > below)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        place = before.index(moved) if moved in before else -1
        if place >= 0:
            to -= to > place
            if to != place:
                self.moved.emit(moved, to)

    def keyPressEvent(self, event: QEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            place = self.currentRow() + step
            if 0 <= place < self.count():
                self.moved.emit(self.current_id, place)
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current_id:
            self.removed.emit(self.current_id)
            return
        super().keyPressEvent(event)
