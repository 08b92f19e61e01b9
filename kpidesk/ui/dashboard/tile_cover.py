"""What lies over a tile while its board is edited: it is dragged, resized at its corner, removed, or asked for more."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from kpidesk.core.ids import TileId
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RADIUS_CARD, KeyFocus, focus_ring, plate, start

_CORNER = 20
_GRIP = 6
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TileCover(KeyFocus, QAbstractButton):
    """Signals: ``dragged`` and ``dropped`` (tile id, pixels across and down, whether at the corner); ``stepped`` the
    same in columns and rows by arrow keys; ``removed(tile id)``; ``clicked`` asks for the menu of the tile.
    """

    dragged = Signal(str, int, int, bool)
    dropped = Signal(str, int, int, bool)
    stepped = Signal(str, int, int, bool)
    removed = Signal(str)

    def __init__(self, tile: TileId, parent: QWidget) -> None:
        super().__init__(parent)
        self.tile = tile
        self._pressed: QPointF | None = None
        self._resizes = False
        self._was_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._remove = Button("", "secondary", "x", height=28, tip=self.tr("Take off the board"), parent=self)
        self._remove.clicked.connect(self.on_remove)
        self._remove.hide()
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def corner(self) -> QWidget:
        """Below which its menu opens."""
        return self._remove

    def set_name(self, name: str) -> None:
        """What lies under it."""
        self.setAccessibleName(say(self.tr("Arrange {name}"), name=name))
        text = self.tr("Drag to move, pull the corner to resize. Arrows move, Shift+arrows resize, Delete removes.")
        set_tip(self, text)
        self.setAccessibleDescription(text)

    def on_remove(self) -> None:
        """Its × was pressed."""
        self.removed.emit(self.tile)

    def _is_corner(self, at: QPointF) -> bool:
        return at.x() > self.width() - _CORNER and at.y() > self.height() - _CORNER

    def enterEvent(self, event: QEvent) -> None:
        super().enterEvent(event)
        self._remove.show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._remove.setVisible(self.hasFocus())

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self._remove.show()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)
        self._remove.setVisible(self.underMouse())

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._remove.setGeometry(QRect(self.width() - 36, 8, 28, 28))

    def mousePressEvent(self, event: QEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._was_dragged = event.globalPosition(), False
            self._resizes = self._is_corner(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QEvent) -> None:
        corner = self._resizes if self._pressed is not None else self._is_corner(event.position())
        self.setCursor(Qt.CursorShape.SizeFDiagCursor if corner else Qt.CursorShape.SizeAllCursor)
        if self._pressed is None:
            return
        moved = event.globalPosition() - self._pressed
        if self._was_dragged or moved.manhattanLength() > _GRIP:
            self._was_dragged = True
            self.dragged.emit(self.tile, round(moved.x()), round(moved.y()), self._resizes)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or not self._was_dragged:
            super().mouseReleaseEvent(event)
            return
        self.setDown(False)
        moved = event.globalPosition() - pressed
        self.dropped.emit(self.tile, round(moved.x()), round(moved.y()), self._resizes)

    def keyPressEvent(self, event: QEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            resizes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(self.tile, *_STEPS[key], resizes)
        elif key == Qt.Key.Key_Escape and self._pressed is not None:
            self._pressed = None  # the drag is given up: all stand where they stood
            self.setDown(False)
            self.dragged.emit(self.tile, 0, 0, self._resizes)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.tile)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        plate(painter, self.rect(), RADIUS_CARD, None, "accent", style=Qt.PenStyle.DashLine)
        self._paint_corner(painter)
        if self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_CARD)
        painter.end()

    def _paint_corner(self, painter: QPainter) -> None:
        """Three dots to pull at."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        right, bottom = self.width() - 7.0, self.height() - 7.0
        for across, down in ((0, 0), (5, 0), (0, 5)):
            painter.drawEllipse(QRectF(right - across - 3, bottom - down - 3, 3, 3))
