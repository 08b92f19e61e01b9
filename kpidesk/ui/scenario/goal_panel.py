"""Goal seek: bring a KPI to a value by one driver, with an honest word where that cannot be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.driver_entry import read_entry
from kpidesk.qt.widgets.empty_state import IconSpot
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.scenario.goal_seek import GoalResult, Status
from kpidesk.ui.scenario.what_if import WhatIf, usual_goal

_ICONS = {
    Status.SOLVED: ("circle-check", "good"),
    Status.SEVERAL: ("circle-check", "good"),
    Status.UNREACHABLE: ("triangle-alert", "warn"),
    Status.INDEPENDENT: ("info", "ink2"),
}


class _Line(QWidget):
    """An icon that says how the search ended, and its sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconSpot("info", "ink2", 16, self)
        self._text = plain_label("", Role.BODY, "ink1", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_result(self, status: Status, sentence: str, *, is_first: bool) -> None:
        self._icon.set_icon(*_ICONS[status])
        self._text.setText(sentence)
        self._text.set_role(Role.STRONG if is_first else Role.BODY)


class GoalPanel(Tile):
    """``wanted(target, goal, driver)`` when the question moved; ``used(driver, value)`` to take the answer over."""

    wanted = Signal(str, float, str)
    used = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._state: WhatIf | None = None
        self._target = ""
        self._vary = ""
        self._goal: float | None = None
        self._is_proposed, self._is_settled = True, False
        self._answer: GoalResult | None = None
        self._words = [plain_label("", Role.BODY, "ink2") for _ in range(3)]
        self._target_button = Button("", "secondary", height=28)
        self._target_button.set_menu_mark(True)
        self._box = TextBox(self, height=28)
        self._box.setFixedWidth(72)
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._vary_button = Button("", "secondary", height=28)
        self._vary_button.set_menu_mark(True)
        question = QWidget(self)
        flow = Flow(question, gap=8)
        pieces = (self._words[0], self._target_button, self._words[1], self._box, self._words[2], self._vary_button)
        for word in self._words:
            word.setFixedHeight(28)
        for piece in pieces:
            flow.addWidget(piece)
        self.content.addWidget(question)
        self._lines = [_Line(self) for _ in range(3)]
        lines = QVBoxLayout()
        lines.setSpacing(8)
        for line in self._lines:
            lines.addWidget(line)
        self.content.addLayout(lines)
        self.content.addStretch(1)
        self._use = Button("", "primary", height=32)
        self.content.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        self._target_button.clicked.connect(self.on_target_menu)
        self._vary_button.clicked.connect(self.on_vary_menu)
        self._box.editingFinished.connect(self.on_goal)
        self._box.installEventFilter(self)
        self._use.clicked.connect(self.on_use)
        self.retranslate()

    def set_state(self, state: WhatIf) -> None:
        """Other data: keep the question where it still can be asked."""
        self._state = state
        names = [driver.name for driver in state.drivers]
        if self._target not in state.targets:
            self._target, self._is_proposed = (state.targets[0] if state.targets else ""), True
        if self._vary not in names:
            self._vary = names[0] if names else ""
        self._is_settled = False
        self._propose()
        self._show_question()
        self._ask()

    def ask_again(self) -> None:
        """The scenario is another one: the same question from there; a goal of the user's own stays."""
        if self._propose():
            self._show_question()
        self._ask()

    def _propose(self) -> bool:
        """Propose a goal from where the scenario stands, once that is known; it stays until it is reached."""
        state, before = self._state, self._goal
        if state is None or not self._target or not self._is_proposed:
            return False
        now = state.stands(self._target)
        is_ahead = before is not None and now is not None and (before > now) == state.is_better_up(self._target)
        if not (self._is_settled and is_ahead):
            self._goal = usual_goal(state, self._target)
        self._is_settled = bool(state.supposed)
        return self._goal != before

    def show_answers(self, results: Sequence[GoalResult]) -> None:
        """The answer for the chosen driver first, then in one line the other ways there, or why there is none."""
        state = self._state
        self._answer = results[0] if results else None
        said = [(result.status, self._sentence(result)) for result in results[:1]]
        ways = [result for result in results[1:] if result.value is not None]
        if state is not None and ways:
            text = (
                self.tr("Or {driver} of {value}.") if len(ways) == 1 else self.tr("Or {driver} of {value}, or {more}.")
            )
            parts = [(state.inline(way.vary), state.show(way.vary, way.value)) for way in ways]
            more = " ".join(parts[-1])
            said.append((Status.SOLVED, say(text, driver=parts[0][0], value=parts[0][1], more=more)))
        said += [(result.status, self._sentence(result)) for result in results[1:] if result.value is None]
        for line, (status, sentence) in zip(self._lines, said, strict=False):
            line.setVisible(True)
            line.show_result(status, sentence, is_first=line is self._lines[0])
        for line in self._lines[len(said) :]:
            line.setVisible(False)
        answer = self._answer
        value = None if answer is None else answer.value
        self._use.setVisible(value is not None)
        if state is not None and answer is not None and value is not None:
            self._use.setText(say(self.tr("Use {value}"), value=state.show(answer.vary, value)))
            self._use.updateGeometry()

    def _sentence(self, result: GoalResult) -> str:
        state = self._state
        if state is None:
            return ""
        driver, target = state.label(result.vary), state.inline(result.target)
        goal, achieved = state.show(result.target, result.goal), state.show(result.target, result.achieved)
        match result.status:
            case Status.INDEPENDENT:
                return say(self.tr("{driver}: {target} does not depend on it."), driver=driver, target=target)
            case Status.UNREACHABLE:
                text = self.tr("{driver} cannot bring it there: at {value} {target} is {achieved}.")
                value = state.show(result.vary, result.nearest)
                return say(text, driver=driver, value=value, target=target, achieved=achieved)
            case _:
                text = self.tr("{driver} of {value} brings {target} to {goal} (now {now}).")
                value, now = state.show(result.vary, result.value), state.show(result.vary, result.baseline)
                return say(text, driver=driver, value=value, target=target, goal=goal, now=now)

    def _show_question(self) -> None:
        state = self._state
        if state is None or not self._target:
            return
        self._target_button.setText(state.label(self._target))
        self._vary_button.setText(state.label(self._vary) if self._vary else "")
        self._box.setText(state.show(self._target, self._goal))
        for button in (self._target_button, self._vary_button):
            button.updateGeometry()

    def _ask(self) -> None:
        if self._target and self._vary and self._goal is not None:
            self.wanted.emit(self._target, self._goal, self._vary)

    def on_target_menu(self) -> None:
        """Which KPI shall be brought there."""
        if self._state is not None:
            choices = [Choice(name, self._state.label(name)) for name in self._state.targets]
            choose(self._target_button, choices, self.on_target, current=self._target)

    def on_vary_menu(self) -> None:
        """By which driver."""
        if self._state is not None:
            choices = [Choice(driver.name, self._state.label(driver.name)) for driver in self._state.drivers]
            choose(self._vary_button, choices, self.on_vary, current=self._vary)

    def on_target(self, name: object) -> None:
        """Another KPI: a goal that suits it."""
        self._target, self._is_proposed = str(name), True
        if self._state is not None:
            self.set_state(self._state)

    def on_vary(self, name: object) -> None:
        """Another driver."""
        self._vary = str(name)
        self._show_question()
        self._ask()

    def on_goal(self) -> None:
        """Another goal was typed."""
        if self._state is None or not self._target or not self._box.isModified():
            return
        now = self._state.stands(self._target) or 0.0
        value = read_entry(self._box.text(), now, is_share=self._state.is_share(self._target))
        if value is None:
            self._box.set_tone("bad")
            text = self.tr("“{text}” is not a number.")
            self._lines[0].show_result(Status.UNREACHABLE, say(text, text=self._box.text()), is_first=True)
            self._lines[0].setVisible(True)
            if not self._box.hasFocus():
                self._restore()
            return
        self._goal, self._is_proposed = value, False
        self._restore()
        self._ask()

    def _restore(self) -> None:
        """The goal that is asked for, in the box."""
        self._box.setModified(False)
        self._box.set_tone("")
        self._show_question()

    def on_use(self) -> None:
        """Take the answer over into the scenario."""
        if self._answer is not None and self._answer.value is not None:
            self._is_proposed = False
            self.used.emit(self._answer.vary, self._answer.value)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_texts(self.tr("Goal seek"))
        for label, words in zip(self._words, (self.tr("Bring"), self.tr("to"), self.tr("by")), strict=True):
            label.setText(words)
        self._box.setAccessibleName(self.tr("Goal"))
        if self._state is not None:
            self._show_question()
            self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the box takes back what was typed."""
        if watched is self._box and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._restore()
            self._ask()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
