"""A switch that is on or off and holds at once."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import KeyFocus, focus_ring, plate, start

_TRACK = QSize(36, 20)
_KNOB = 14.0
_HEIGHT = 28
RING = 2
"""Room for the ring of the keyboard around the track."""


class Switch(KeyFocus, QAbstractButton):
    """``toggled(bool)`` as of any button; Space turns it. What it switches is its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_TRACK.width() + 2 * RING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        track = QRectF(RING, (self.height() - _TRACK.height()) / 2, _TRACK.width(), _TRACK.height())
        is_on, radius = self.isChecked(), _TRACK.height() / 2
        ground = ("accentHover" if self.underMouse() else "accent") if is_on else "hover" if self.underMouse() else None
        plate(painter, track, radius, ground or "sunken", None if is_on else "lineStrong")
        inset = (_TRACK.height() - _KNOB) / 2 + _KNOB / 2
        x = track.right() - inset if is_on else track.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("onAccent" if is_on else "lineStrong"))
        painter.drawEllipse(QPointF(x, track.center().y()), _KNOB / 2, _KNOB / 2)
        if self.shows_focus:
            focus_ring(painter, track.adjusted(-RING, -RING, RING, RING), radius + RING)
        painter.end()
