"""A plate that points at a control, says something about it and leads on; a ring shows which control is meant."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.button import INSET, Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.painting import RADIUS_CARD, plate, start
from kpidesk.qt.widgets.popover import SHADOW, paint_shadow

WIDTH = 344
_PADDING, _GAP, _ARROW, _RING = 16, 14, 9, 4
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Ring(QWidget):
    """Two pixels of accent around what is meant; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_around(self, box: QRect | None) -> None:
        """Around a box of the window; nothing around None."""
        self.setVisible(box is not None)
        if box is not None:
            self.setGeometry(box.adjusted(-_RING, -_RING, _RING, _RING).intersected(self._window.rect()))
            self.raise_()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        painter.end()


class Callout(QWidget):
    """A child of the window, not a window: ``onward()``, ``back()``, ``skipped()``.

    Escape skips; the arrows go on and back while it has the focus.
    """

    accessible_role = QAccessible.Role.AlertMessage

    onward = Signal()
    back = Signal()
    skipped = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tip: QPoint | None = None
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count = plain_label("", Role.MICRO, "ink3", parent=self)
        self._title = plain_label("", Role.HEADING, "ink1", wrap=True, parent=self)
        self._text = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        self._skip = Button("", "ghost", height=28, parent=self)
        self._back = Button("", "secondary", height=28, parent=self)
        self._next = Button("", "primary", height=28, parent=self)
        self._lay_out()
        for button, signal in ((self._skip, self.skipped), (self._back, self.back), (self._next, self.onward)):
            button.clicked.connect(signal)
            button.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        edge = SHADOW + _PADDING
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(edge - INSET, edge - 2, edge, edge - 4)
        column.setSpacing(4)
        texts = QVBoxLayout()
        texts.setContentsMargins(INSET, 0, 0, 0)  # they begin where the words of the ghost button below begin
        texts.setSpacing(4)
        for label in (self._count, self._title, self._text):
            texts.addWidget(label)
        column.addLayout(texts)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        column.addLayout(row)

    def set_texts(self, count: str, title: str, text: str) -> None:
        """Where one is, what is meant, and what to know of it."""
        for label, said in ((self._count, count), (self._title, title), (self._text, text)):
            label.setText(said)
        self.setAccessibleName(f"{count}. {title}")
        self.setAccessibleDescription(text)

    def set_ways(self, skip: str, back: str, onward: str) -> None:
        """The words of its buttons; no way back where they are empty."""
        for button, said in ((self._skip, skip), (self._back, back), (self._next, onward)):
            button.setText(said)
            button.setVisible(bool(said))
            button.updateGeometry()

    def say(self) -> None:
        """Come to the front, take the keyboard, and let a screen reader tell it."""
        self.show()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def point_at(self, box: QRect | None) -> None:
        """Beside a box of the window, on the side with room; in the middle for None."""
        room = self._window.rect()
        self._column.activate()  # the layout within it remembers the height of the words before
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        size = self.size() - QSize(2 * SHADOW, 2 * SHADOW)
        corner, self._tip = _beside(box, size, room) if box is not None else (_middle(size, room), None)
        self.move(corner - QPoint(SHADOW, SHADOW))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (*_NEXT, *_BACK, Qt.Key.Key_Escape):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif key in _NEXT or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit()
        elif key in _BACK:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QEvent) -> None:
        event.accept()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, box, RADIUS_CARD)
        plate(painter, box, RADIUS_CARD, "raised", "accent")
        if self._tip is not None:
            self._paint_arrow(painter, box, QPointF(self._tip - self.pos()))
        painter.end()

    @staticmethod
    def _paint_arrow(painter: QPainter, box: QRectF, tip: QPointF) -> None:
        """From the edge towards what is meant, in one piece with the plate."""
        x = max(box.left() + 2 * _ARROW, min(box.right() - 2 * _ARROW, tip.x()))
        y = max(box.top() + 2 * _ARROW, min(box.bottom() - 2 * _ARROW, tip.y()))
        if tip.x() < box.left() or tip.x() > box.right():
            edge, sign = (box.left(), -1) if tip.x() < box.left() else (box.right(), 1)
            points = [QPointF(edge, y - _ARROW), QPointF(edge + sign * _ARROW, y), QPointF(edge, y + _ARROW)]
            inward = QPointF(-1.5 * sign, 0)
        else:
            edge, sign = (box.top(), -1) if tip.y() < box.top() else (box.bottom(), 1)
            points = [QPointF(x - _ARROW, edge), QPointF(x, edge + sign * _ARROW), QPointF(x + _ARROW, edge)]
            inward = QPointF(0, -1.5 * sign)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("raised"))
        painter.drawPolygon(QPolygonF([points[0] + inward, *points, points[2] + inward]))
        painter.setPen(QPen(theme().colour("accent"), 1))
        painter.drawPolyline(QPolygonF(points))


def _middle(size: QSize, room: QRect) -> QPoint:
    return QPoint((room.width() - size.width()) // 2, (room.height() - size.height()) // 2)


def _beside(box: QRect, size: QSize, room: QRect) -> tuple[QPoint, QPoint | None]:
    """The corner of the plate and where its arrow points; none inside a box that leaves no room beside it."""
    width, height = size.width(), size.height()
    at = box.center()
    x = max(_GAP, min(at.x() - width // 2, room.width() - width - _GAP))
    y = max(_GAP, min(box.top() + 24, room.height() - height - _GAP))
    if box.right() + _GAP + width + _GAP <= room.width():
        return QPoint(box.right() + _GAP, y), QPoint(box.right(), at.y())
    if box.bottom() + _GAP + height + _GAP <= room.height():
        return QPoint(x, box.bottom() + _GAP), QPoint(at.x(), box.bottom())
    if box.left() - _GAP - width >= _GAP:
        return QPoint(box.left() - _GAP - width, y), QPoint(box.left(), at.y())
    if box.top() - _GAP - height >= _GAP:
        return QPoint(x, box.top() - _GAP - height), QPoint(at.x(), box.top())
    return QPoint(box.right() - width - 24, box.bottom() - height - 24), None
