"""How drivers move together: what the user stated of pairs of them, and a place to state more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.core.errors import UserError
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import plain_label, set_tip
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.scenario.correlations import Correlation, correlation_of
from kpidesk.ui.scenario.what_if import WhatIf


class TogetherRow(QWidget):
    """``stated(one, other, strength)``, None: as their histories tell; ``refused(UserError)`` for what is no strength.

    A pair that was stated is a button; pressing it takes the pair back into the box.
    """

    stated = Signal(str, str, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: WhatIf | None = None
        self._pair = ["", ""]
        self._known: tuple[Correlation, ...] = ()
        self._chips: list[Button] = []
        self._label = plain_label("", Role.LABEL, "ink2")
        self._label.setFixedHeight(28)
        self._drivers = [Button("", "secondary", height=28, parent=self) for _ in self._pair]
        for end, button in enumerate(self._drivers):
            button.setProperty("end", end)
            button.set_menu_mark(True)
            button.clicked.connect(self.on_menu)
        self._box = TextBox(self, height=28)
        self._box.setFixedWidth(84)
        self._box.setPlaceholderText("0.4")
        self._box.returnPressed.connect(self.on_written)
        self._flow = Flow(self, gap=8)
        for piece in (self._label, *self._drivers, self._box):
            self._flow.addWidget(piece)
        self.retranslate()

    def show_state(self, state: WhatIf, known: Sequence[Correlation]) -> None:
        """The drivers to choose from, and what was stated of them."""
        self._state, names = state, [driver.name for driver in state.whole_drivers if driver.baseline]
        self.setVisible(len(names) > 1)
        for end, name in enumerate(self._pair):
            if name not in names and len(names) > 1:
                self._pair[end] = next(each for each in names if each not in self._pair)
        self._known = tuple(each for each in known if each.one in names and each.other in names)
        while len(self._chips) < len(self._known):
            chip = Button("", "violet", height=28, parent=self)
            chip.setProperty("place", len(self._chips))
            chip.clicked.connect(self.on_chip)
            self._chips.append(chip)
            self._flow.addWidget(chip)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(self._known))
            if place < len(self._known):
                chip.setText(self._said(state, self._known[place]))
        self._show_pair()

    def _said(self, state: WhatIf, each: Correlation) -> str:
        strength = f"{each.strength:+g}".replace("-", "−")
        words = self.tr("{one} with {other} {strength}")
        return say(words, one=state.label(each.one), other=state.label(each.other), strength=strength)

    def _show_pair(self) -> None:
        if self._state is not None:
            for button, name in zip(self._drivers, self._pair, strict=True):
                button.setText(self._state.label(name) if name else "")
                button.setAccessibleName(f"{self._label.text()} {button.text()}".strip())

    def on_menu(self) -> None:
        """One end of the pair."""
        state, end = self._state, self.sender().property("end")
        if state is None:
            return
        other = self._pair[1 - end]
        names = [driver.name for driver in state.whole_drivers if driver.baseline and driver.name != other]
        choices = [Choice((end, name), state.label(name)) for name in names]
        choose(self._drivers[end], choices, self.on_driver, current=(end, self._pair[end]))

    def on_driver(self, chosen: object) -> None:
        """That driver."""
        if isinstance(chosen, tuple):
            end, name = chosen
            self._pair[end] = name
            self._show_pair()

    def on_chip(self) -> None:
        """A pair to change, or to take back by emptying the box."""
        each = self._known[self.sender().property("place")]
        self._pair = [each.one, each.other]
        self._show_pair()
        self._box.setText(f"{each.strength:g}")
        self._box.selectAll()
        self._box.setFocus()

    def on_written(self) -> None:
        """Enter: an empty box leaves the pair to its histories."""
        one, other = self._pair
        text = self._box.text().strip()
        try:
            strength = correlation_of(one, other, text).strength if text else None
        except UserError as error:
            self._box.set_tone("bad")
            self.refused.emit(error)
            return
        self._box.set_tone("")
        self._box.clear()
        self.stated.emit(one, other, strength)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._label.setText(self.tr("Moving together, −1 to 1:"))
        for unnamed in (self._box, *self._drivers):
            unnamed.setAccessibleName(self._label.text())
        set_tip(self._box, self.tr("Enter states it; empty: as their histories did"))
        if self._state is not None:
            self.show_state(self._state, self._known)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
