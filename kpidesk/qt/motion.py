"""Movement: short fades of what comes up, and none where less movement is wanted."""

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QEvent, QObject, Qt, QTimerEvent
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kpidesk.qt.theme import theme

FADE_MS = 120
_FRAME_MS = 16


@dataclass
class _Motion:
    is_reduced: bool = False


_MOTION = _Motion()


def set_reduced_motion(reduced: bool) -> None:
    """Whether things come and go at once."""
    _MOTION.is_reduced = reduced


def fade_in(widget: QWidget) -> None:
    """Let a widget that has just come appear within a blink, on the ground of the window."""
    if not _MOTION.is_reduced:
        _Veil(widget)


class _Veil(QWidget):
    """The ground over a widget, thinner with each frame until it is gone.

    Qt's own effect for opacity lays out every hidden widget of the window before each frame. A timer of its own moves
    it: once a QVariantAnimation below a widget that went ended the program, its wrapper freed before Qt took it apart.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._strength = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(widget.rect())
        widget.installEventFilter(self)
        self._course = QEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = self.startTimer(_FRAME_MS, Qt.TimerType.PreciseTimer)
        self.show()

    def timerEvent(self, event: QTimerEvent) -> None:
        done = min(1.0, self._clock.elapsed() / FADE_MS)
        self._strength = 1.0 - self._course.valueForProgress(done)
        self.update()
        if done >= 1.0:
            self.killTimer(self._timer)
            self.deleteLater()

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(widget.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        painter.end()
