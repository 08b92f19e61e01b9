"""The slider of a driver: a tick where the baseline is, a violet span from there to the value."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import KeyFocus, plate, rule, start

_KNOB = 14
_TRACK, _BAND = 4, 12
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class DriverSlider(KeyFocus, QSlider):
    """Positions are whole steps. ``settled()`` after a drag ended or a key moved it; Home goes to the baseline.

    Ctrl+Left and Ctrl+Right go to the ends of the band in which the driver usually is, where it is known.
    """

    settled = Signal()
    baseline_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._baseline = 0
        self._is_changed = False
        self._band: tuple[int, int] | None = None
        self.setFixedHeight(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_baseline(self, position: int, *, is_changed: bool) -> None:
        """Where the baseline is, and whether the value is another."""
        self._baseline, self._is_changed = position, is_changed
        self.update()

    def set_band(self, band: tuple[int, int] | None) -> None:
        """Between which positions the driver usually is."""
        if band != self._band:
            self._band = band
            self.update()

    def _end_of_band(self, event: QEvent) -> int | None:
        """Where Ctrl and an arrow lead."""
        ends = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        at = ends.get(event.key()) if has_control else None
        return None if at is None or self._band is None else self._band[at]

    def _x(self, position: int) -> float:
        reach = max(1, self.maximum() - self.minimum())
        return _KNOB / 2 + (position - self.minimum()) / reach * (self.width() - _KNOB)

    def _position(self, x: float) -> int:
        share = (x - _KNOB / 2) / max(1, self.width() - _KNOB)
        return round(self.minimum() + max(0.0, min(1.0, share)) * (self.maximum() - self.minimum()))

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def mousePressEvent(self, event: QEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setSliderPosition(self._position(event.position().x()))

    def mouseMoveEvent(self, event: QEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._position(event.position().x()))

    def mouseReleaseEvent(self, event: QEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.settled.emit()

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        self.baseline_asked.emit()

    def keyPressEvent(self, event: QEvent) -> None:
        move, end = _MOVES.get(event.key()), self._end_of_band(event)
        if end is not None:
            self.setValue(end)
            self.settled.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.baseline_asked.emit()
        elif move is not None:
            tenfold = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.setValue(self.value() + move * (10 if tenfold and abs(move) == 1 else 1))
            self.settled.emit()
        else:
            super().keyPressEvent(event)
            return
        self._by_key = True
        self.update()

    def wheelEvent(self, event: QEvent) -> None:
        """A wheel scrolls the page; it never moves a driver by accident."""
        event.ignore()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        middle = self.height() / 2
        if self._band is not None:
            low, high = (self._x(max(self.minimum(), min(self.maximum(), end))) for end in self._band)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("baseline", 0.25))
            painter.drawRoundedRect(QRectF(low, middle - _BAND / 2, max(_TRACK, high - low), _BAND), 3, 3)
        plate(painter, QRectF(0, middle - _TRACK / 2, self.width(), _TRACK), 2, "line")
        at, base = self._x(self.value()), self._x(self._baseline)
        if self._is_changed:
            left, right = min(at, base), max(at, base)
            plate(painter, QRectF(left, middle - _TRACK / 2, right - left, _TRACK), 2, "scenario")
        rule(painter, QRectF(round(base) - 1, middle - 7, 2, 14), "baseline")
        ring = "scenario" if self._is_changed else "lineStrong"
        painter.setPen(QPen(theme().colour(ring), 2))
        painter.setBrush(theme().colour("surface"))
        painter.drawEllipse(QPointF(at, middle), _KNOB / 2 - 1, _KNOB / 2 - 1)
        if self.shows_focus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(at, middle), _KNOB / 2 + 2, _KNOB / 2 + 2)
        painter.end()
