"""What stands where something will be: a bar that says how far, and the shapes of cards, charts and tables."""

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.qt.widgets.painting import RADIUS_BADGE, RADIUS_CARD, plate, start

WIDTH = 560
_PULSE_MS = 60


class WaitBar(QWidget):
    """How far: a share, or a piece that wanders where nobody knows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(4)
        self._share: float | None = None
        self._at = 0.0
        self._timer = QTimer(self, interval=_PULSE_MS)
        self._timer.timeout.connect(self.on_pulse)

    def set_share(self, share: float | None) -> None:
        """A share from 0 to 1, None for unknown."""
        self._share = share
        self._run()
        self.update()

    def on_pulse(self) -> None:
        """A step of the wandering piece."""
        self._at = (self._at + 0.02) % 1.3
        self.update()

    def _run(self) -> None:
        if self._share is None and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        plate(painter, self.rect(), 2, "line")
        left, width = (0.0, self._share) if self._share is not None else (self._at - 0.3, 0.3)
        begin, end = max(0.0, left) * self.width(), min(1.0, left + width) * self.width()
        if end > begin:
            plate(painter, QRectF(begin, 0, max(4.0, end - begin), 4), 2, "accent")
        painter.end()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


class Skeleton(QWidget):
    """Where cards and charts will be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 120)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        across = 6 if self.width() > 900 else 3
        width = (self.width() - 16 * (across - 1)) / across
        for i in range(across):
            box = QRectF(i * (width + 16), 0, width, 136)
            plate(painter, box, RADIUS_CARD, "surface", "hair")
            for top, part, height in ((16, 0.5, 12), (42, 0.62, 22), (76, 0.36, 10), (106, 0.8, 8)):
                bar = QRectF(box.left() + 16, top, (width - 32) * part, height)
                plate(painter, bar, RADIUS_BADGE, "sunken")
        left = (self.width() - 16) * 0.58
        for box in (
            QRectF(0, 152, left, self.height() - 152),
            QRectF(left + 16, 152, self.width() - left - 16, self.height() - 152),
        ):
            if box.height() > 60:
                plate(painter, box, RADIUS_CARD, "surface", "hair")
                plate(painter, QRectF(box.left() + 16, box.top() + 14, 140, 12), RADIUS_BADGE, "sunken")
                for line in range(1, 5):
                    y = box.top() + 40 + (box.height() - 64) * line / 4
                    plate(painter, QRectF(box.left() + 16, y, box.width() - 32, 2), 1, "sunken")
        painter.end()


class ChartSkeleton(QWidget):
    """Where the lines of a chart or of a table will be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        lines = max(2, self.height() // 56)
        for line in range(1, lines + 1):
            plate(painter, QRectF(0, self.height() * line / lines - 3, self.width(), 2), 1, "sunken")
        painter.end()
