"""A box to tick, with its words beside it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.widgets.painting import RADIUS_BADGE, RADIUS_CONTROL, RESTYLED, KeyFocus, focus_ring, plate, start, text

_BOX = 16
_HEIGHT = 28
TRAIL = 6
"""Room behind the words for the ring of the keyboard."""


class CheckBox(KeyFocus, QAbstractButton):
    """Checked or not; Space changes it. ``toggled(bool)`` as of any button."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(4 + _BOX + 8 + text_width(self.text(), Role.BODY) + TRAIL, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        box = QRectF(4, (self.height() - _BOX) / 2, _BOX, _BOX)
        if self.isChecked():
            plate(painter, box, RADIUS_BADGE, "accent")
            paint_icon(painter, "check", "onAccent", box.left() + 2, box.top() + 2, 12)
        else:
            plate(painter, box, RADIUS_BADGE, "hover" if self.underMouse() else "surface", "lineStrong")
        room = QRectF(box.right() + 8, 0, self.width() - box.right() - 8, self.height())
        text(painter, room, self.text(), Role.BODY, "ink1" if self.isEnabled() else "inkOff")
        if self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_CONTROL)
        painter.end()
