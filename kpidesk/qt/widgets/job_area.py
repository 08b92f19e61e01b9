"""The left end of the status bar: what is being done, how far, and a way to stop it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.painting import plate, start

SHOWN_AFTER_MS = 300
_TURN_MS = 80


@dataclass(frozen=True, slots=True)
class JobView:
    """A running job in words; ``share`` None where nobody knows how far it is. Some cannot be stopped by hand."""

    key: object
    text: str
    share: float | None = None
    can_stop: bool = True


class _Spinner(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(16, 16)
        self._angle = 0
        self._busy = False
        self._timer = QTimer(self, interval=_TURN_MS)
        self._timer.timeout.connect(self.on_turn)

    def set_busy(self, busy: bool) -> None:
        """Turn, or rest as a check mark."""
        self._busy = busy
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def on_turn(self) -> None:
        """A step of the turn."""
        self._angle = (self._angle + 24) % 360
        self.update()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        if self._busy:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # the icon is an image that is turned
            painter.translate(8, 8)
            painter.rotate(self._angle)
            paint_icon(painter, "refresh-cw", "accent", -7, -7, 14)
        else:
            paint_icon(painter, "circle-check", "good", 1, 1, 14)
        painter.end()


class _Bar(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(96, 4)
        self.share = 0.0

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        plate(painter, self.rect(), 2, "line")
        plate(painter, QRectF(0, 0, max(4.0, self.width() * self.share), 4), 2, "accent")
        painter.end()


class JobArea(QWidget):
    """``cancel_asked(key)`` of the shown job; ``list_asked()`` where there are several."""

    cancel_asked = Signal(object)
    list_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: tuple[JobView, ...] = ()
        self._shown = False
        self._spinner = _Spinner(self)
        self._text = ElidedLabel("", Role.LABEL, "ink1", self)
        self._bar = _Bar(self)
        self._cancel = Button("", "link", height=24, parent=self)
        self._between = plain_label("·", Role.LABEL, "ink3")  # two links side by side read as one
        self._several = Button("", "link", height=24, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._spinner, self._text, self._bar, self._cancel, self._between, self._several):
            row.addWidget(part)
        row.addStretch(1)
        self._slow = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._slow.timeout.connect(self.on_slow)
        self._cancel.clicked.connect(self.on_cancel)
        self._several.clicked.connect(self.list_asked)
        self._renew()

    @property
    def jobs(self) -> tuple[JobView, ...]:
        return self._jobs

    def set_jobs(self, jobs: tuple[JobView, ...]) -> None:
        """The running jobs, newest last; what is over within 300 ms is never shown."""
        self._jobs = jobs
        if not jobs:
            self._slow.stop()
            self._shown = False
        elif not self._shown and not self._slow.isActive():
            self._slow.start()
        self._renew()

    def on_slow(self) -> None:
        """It takes long enough to be told."""
        self._shown = bool(self._jobs)
        self._renew()

    def on_cancel(self) -> None:
        """Stop the shown job."""
        if self._jobs and self._jobs[-1].can_stop:
            self.cancel_asked.emit(self._jobs[-1].key)

    def _renew(self) -> None:
        busy = self._shown and bool(self._jobs)
        self._spinner.set_busy(busy)
        job = self._jobs[-1] if busy else None
        share = job.share if job is not None else None
        if job is None:
            self._text.setText(self.tr("Up to date"))
        elif share is None:
            self._text.setText(job.text)
        else:
            self._text.setText(say(self.tr("{job} {percent}%"), job=job.text, percent=round(share * 100)))
        self._bar.setVisible(share is not None)
        self._bar.share = share or 0.0
        self._bar.update()
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setVisible(job is not None and job.can_stop)
        stoppable = sum(each.can_stop for each in self._jobs)
        self._several.setText(say(self.tr("{n} jobs"), n=stoppable))
        self._several.setVisible(busy and stoppable > 1)
        self._between.setVisible(not self._several.isHidden() and not self._cancel.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()

    def sizeHint(self) -> QSize:
        return QSize(420, 28)
