"""What stands on the page from the click on until there is something to see: what is read, how far, a way to stop."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.messages import Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import first_of, render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.empty_state import IconSpot, centred
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.waiting import WIDTH, Skeleton, WaitBar
from kpidesk.session.jobs import JobHandle

MOST_NAMES = 6
STAGES = ("read", "load", "compute")
_STAGE_ICONS = {-1: ("circle-check", "good"), 0: ("clock", "accent"), 1: ("minus", "ink3")}


class LoadingView(QWidget):
    """``follow(job)`` shows it; ``cancel_asked()`` by its button."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Message | None = None
        self._names: tuple[str, ...] = ()
        self._stage = STAGES[0]
        self._far = 0.0
        self._headline = plain_label("", Role.HEADING, wrap=True)
        self._step = ElidedLabel("", Role.BODY, "ink2")
        self._files = plain_label("", Role.LABEL, "ink3", wrap=True)
        self._bar = WaitBar(self)
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
        column.addWidget(Skeleton(self), 1)
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
        self._far = 0.0
        self._bar.set_share(None)
        self._step.setText("")
        self.retranslate()

    def on_step(self, done: int, of: int, message: Message | None) -> None:
        """The job is so far; one part out of one tells nothing."""
        share = done / of if of > 1 else None
        if share is not None:
            self._far, share = max(self._far, share), share if share >= self._far else None
        self._bar.set_share(share)  # a part that begins again would run backwards: it only says that it works
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
        self._files.setText(first_of(self._names, MOST_NAMES))
        self._files.setVisible(len(self._names) > 1)
        at = STAGES.index(self._stage)
        texts = (self.tr("Read and recognise"), self.tr("Load"), self.tr("Compute"))
        for i, ((spot, label), text) in enumerate(zip(self._stages, texts, strict=True)):
            spot.set_icon(*_STAGE_ICONS[(i > at) - (i < at)])
            label.setText(text)
            label.set_ink("ink1" if i == at else "ink2" if i < at else "ink3")
