"""What a page shows while its first answer is computed: what is done, how far, and where things will be."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.empty_state import EmptyState, centred
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.waiting import WIDTH, Skeleton, WaitBar
from kpidesk.session.results import Results, ResultsState

PREPARING = Message(QT_TRANSLATE_NOOP("waiting", "Preparing the numbers"))
COMPUTING = Message(QT_TRANSLATE_NOOP("waiting", "Computing the key figures"))


class WaitingView(QWidget):
    """``show_state(key)`` says how the question of that key stands: on its way, or why it was refused."""

    def __init__(self, results: Results, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._headline = plain_label("", Role.HEADING)
        self._bar = WaitBar(self)
        self._step = ElidedLabel("", Role.LABEL, "ink2")
        self._card = Card(self, padding=(20, 16))
        self._card.setFixedWidth(WIDTH)
        for part in (self._headline, self._bar, self._step):
            self._card.body.addWidget(part)
        self._skeleton = Skeleton(self)
        self._trouble = EmptyState(self)
        self._trouble.set_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(centred(self._card))
        column.addWidget(self._skeleton, 1)
        column.addWidget(self._trouble, 1)
        connect(results.progressed, self.on_step)

    def show_state(self, key: str) -> None:
        """Write what is known of a question that has no answer."""
        results = self._results
        error = results.error if results.state is ResultsState.FAILED else results.trouble(key)
        for widget in (self._card, self._skeleton):
            widget.setVisible(error is None)
        self._trouble.setVisible(error is not None)
        if error is not None:
            self._say(error)
        self._headline.setText(render(PREPARING if results.state is ResultsState.BUILDING else COMPUTING))
        self._bar.set_share(None)
        self._step.setText("")

    def _say(self, error: UserError) -> None:
        hint = render(error.hint) if error.hint is not None else ""
        self._trouble.set_texts("circle-x", render(error.message), hint)

    def on_step(self, done: int, of: int, message: Message | None) -> None:
        """The facts, or an answer, are so far."""
        self._bar.set_share(done / of if of > 1 else None)
        if message is not None:
            self._step.setText(render(message))
