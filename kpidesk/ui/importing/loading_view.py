"""What stands on the page from the click on until there is something to see: what is read, how far, a way to stop."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpidesk.core.messages import Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.empty_state import IconSpot, centred
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.painting import RADIUS_BADGE, RADIUS_CARD, plate, start
from kpidesk.session.jobs import JobHandle

WIDTH = 560
MOST_NAMES = 6
STAGES = ("read", "load", "compute")
_PULSE_MS = 60
_STAGE_ICONS = {-1: ("circle-check", "good"), 0: ("clock", "accent"), 1: ("minus", "ink3")}


class _Bar(QWidget):
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


class _Skeleton(QWidget):
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


class LoadingView(QWidget):
    """``follow(job)`` shows it; ``cancel_asked()`` by its button."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Message | None = None
        self._names: tuple[str, ...] = ()
        self._stage = STAGES[0]
        self._headline = plain_label("", Role.HEADING, wrap=True)
        self._step = ElidedLabel("", Role.BODY, "ink2")
        self._files = plain_label("", Role.LABEL, "ink3", wrap=True)
        self._bar = _Bar(self)
        self._cancel = Button("", "secondary", height=28)
        self._stages = [(IconSpot("minus", "ink3", 16), plain_label("", Role.LABEL, "ink3")) for _ in STAGES]
        card = Card(self, padding=(20, 16))
        card.setFixedWidth(WIDTH)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._headline, 1)
        head.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(self._bar)
        card.body.addWidget(self._step)
        card.body.addWidget(self._files)
        stages = QHBoxLayout()
        stages.setSpacing(6)
        for spot, label in self._stages:
            stages.addWidget(spot)
            stages.addWidget(label)
            stages.addSpacing(12)
        stages.addStretch(1)
        card.body.addLayout(stages)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(centred(card))
        column.addWidget(_Skeleton(self), 1)
        self._cancel.clicked.connect(self.cancel_asked)

    def follow(self, handle: JobHandle[object], stage: str, paths: Sequence[Path] = ()) -> None:
        """Show how far a job is; the names of the files stay until others are given."""
        if paths:
            self._names = tuple(path.name for path in paths)
        self._begin(handle.job.label, stage)
        handle.progressed.connect(self.on_step)

    def wait(self, label: Message, stage: str) -> None:
        """Show what is done where there is no job to follow."""
        self._begin(label, stage)

    def _begin(self, label: Message, stage: str) -> None:
        self._label, self._stage = label, stage
        self._cancel.setEnabled(True)
        self._bar.set_share(None)
        self._step.setText("")
        self.retranslate()

    def on_step(self, done: int, of: int, message: Message | None) -> None:
        """The job is so far; one part out of one tells nothing."""
        self._bar.set_share(done / of if of > 1 else None)
        if message is not None:
            text = render(message)
            counted = of > 1 and done < of
            self._step.setText(
                say(self.tr("{step} ({done} of {of})"), step=text, done=done + 1, of=of) if counted else text
            )

    def stopping(self) -> None:
        """A cancel is on its way."""
        self._cancel.setEnabled(False)
        self._step.setText(self.tr("Stopping"))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._headline.setText(render(self._label) if self._label is not None else "")
        self._headline.setAccessibleName(self._headline.text())
        self._cancel.setText(self.tr("Cancel"))
        names = ", ".join(self._names[:MOST_NAMES])
        more = len(self._names) - MOST_NAMES
        if more > 0:
            names = say(self.tr("{names} and {n} more"), names=names, n=more)
        self._files.setText(names)
        self._files.setVisible(len(self._names) > 1)
        at = STAGES.index(self._stage)
        texts = (self.tr("Read and recognise"), self.tr("Load"), self.tr("Compute"))
        for i, ((spot, label), text) in enumerate(zip(self._stages, texts, strict=True)):
            spot.set_icon(*_STAGE_ICONS[(i > at) - (i < at)])
            label.setText(text)
            label.set_ink("ink1" if i == at else "ink2" if i < at else "ink3")
