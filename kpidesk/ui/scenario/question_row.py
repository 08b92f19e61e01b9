"""A question in a sentence with places to fill in: which KPI, what it shall be, and by which drivers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.core.ids import MetricName
from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.driver_entry import read_entry
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.ui.scenario.what_if import WhatIf, pair_of, usual_goal


class QuestionRow(QWidget):
    """``target``, ``goal`` and ``drivers`` are what is asked; ``changed()`` when a user moved one of them."""

    changed = Signal()

    def __init__(self, drivers: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: WhatIf | None = None
        self.target, self.goal = "", 0.0
        self.drivers: list[str] = []
        self._words = [plain_label("", Role.BODY, "ink2") for _ in range(2 + drivers)]
        self._target = self._menu_button()
        self._box = TextBox(self, height=28)
        self._box.setFixedWidth(72)
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._buttons = [self._menu_button() for _ in range(drivers)]
        flow = Flow(self, gap=8)
        for label, piece in zip(self._words, (self._target, self._box, *self._buttons), strict=True):
            label.setFixedHeight(28)
            flow.addWidget(label)
            flow.addWidget(piece)
        self._target.clicked.connect(self.on_target_menu)
        for button in self._buttons:
            button.clicked.connect(self.on_driver_menu)
        self._asked = 0
        self._box.editingFinished.connect(self.on_goal)
        self._box.installEventFilter(self)

    def _menu_button(self) -> Button:
        button = Button("", "secondary", height=28)
        button.set_menu_mark(True)
        return button

    def set_words(self, words: Sequence[str], goal: str) -> None:
        """What stands before each place, and what the box is called."""
        for label, text in zip(self._words, words, strict=True):
            label.setText(text)
        self._box.setAccessibleName(goal)
        self._target.setAccessibleName(self.tr("KPI"))
        for button in self._buttons:
            button.setAccessibleName(self.tr("Driver"))

    def set_state(self, state: WhatIf) -> None:
        """Other data: keep the question where it still can be asked."""
        self._state = state
        is_new = self.target not in state.targets
        if is_new:
            self.target = state.targets[0] if state.targets else ""
            self.goal = usual_goal(state, self.target)
        self._keep_drivers(state, is_new=is_new)
        self._show()

    def _keep_drivers(self, state: WhatIf, *, is_new: bool) -> None:
        """Those that were asked about, of another KPI only where they move it; then those that move it most."""
        names = self._names(state)
        kept = [name for name in self.drivers if name in names and (not is_new or self._moves(state, name))]
        if len(kept) < min(len(self._buttons), len(names)):
            found = state.tornado(MetricName(self.target)) if self.target else None
            widest = [str(swing.driver) for swing in found.swings if swing.width] if found is not None else []
            moving = [name for name in names if self._moves(state, name)]
            kept += [name for name in (*widest, *moving, *names) if name in names]
        self.drivers = list(dict.fromkeys(kept))[: len(self._buttons)]

    def _names(self, state: WhatIf) -> list[str]:
        """The drivers by which the KPI may be asked: not by itself."""
        return [driver.name for driver in state.whole_drivers if driver.name != self.target]

    def _moves(self, state: WhatIf, name: str) -> bool:
        driver = state.whole_driver(name)
        return driver is not None and self.target in driver.affects

    def _show(self) -> None:
        state = self._state
        if state is None or not self.target:
            return
        self._target.setText(state.label(self.target))
        self._target.setAccessibleName(pair_of(self.tr("KPI"), self._target.text()))
        self._box.setText(state.show(self.target, self.goal))
        self._box.setModified(False)
        self._box.set_tone("")
        for button, name in zip(self._buttons, self.drivers, strict=False):
            button.setText(state.label(name))
            button.setAccessibleName(pair_of(self.tr("Driver"), button.text()))
        for button in (self._target, *self._buttons):
            button.updateGeometry()

    def on_target_menu(self) -> None:
        """Which KPI."""
        if self._state is not None:
            choices = [Choice(name, self._state.label(name)) for name in self._state.targets]
            choose(self._target, choices, self.on_target, current=self.target)

    def on_target(self, name: object) -> None:
        """That one, with a goal that suits it."""
        if self._state is not None:
            self.target, self.goal = str(name), usual_goal(self._state, str(name))
            self._keep_drivers(self._state, is_new=True)
            self._show()
            self.changed.emit()

    def on_driver_menu(self) -> None:
        """By which driver."""
        if self._state is None:
            return
        self._asked = self._buttons.index(self.sender())
        if self._asked >= len(self.drivers):  # there are fewer drivers than places for them
            return
        choices = [Choice(name, self._state.label(name)) for name in self._names(self._state)]
        choose(self._buttons[self._asked], choices, self.on_driver, current=self.drivers[self._asked])

    def on_driver(self, name: object) -> None:
        """That one; the other place takes the one that stood here where both would be the same."""
        before = self.drivers[self._asked]
        self.drivers = [before if each == name else each for each in self.drivers]
        self.drivers[self._asked] = str(name)
        self._show()
        self.changed.emit()

    def on_goal(self) -> None:
        """Another goal was typed."""
        state = self._state
        if state is None or not self.target or not self._box.isModified():
            return
        now = state.stands(self.target) or 0.0
        value = read_entry(self._box.text(), now, is_share=state.is_share(self.target))
        if value is None:
            self._box.set_tone("bad")
            return
        self.goal = value
        self._show()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the box takes back what was typed."""
        if watched is self._box and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._show()
            return True
        return super().eventFilter(watched, event)
