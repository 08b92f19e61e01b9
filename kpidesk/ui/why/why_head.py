"""The head of an explanation: which figure between which periods, and the paragraph."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.qt.fonts import Role, line_height
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.labels import plain_label


class WhyHead(Card):
    """``asked(what)``: another figure, ``0``, or another end, ``1`` the first and ``2`` the last, is wanted."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons = tuple(Button("", "secondary", height=28, parent=self) for _ in range(3))
        for place, button in enumerate(self.buttons):
            button.setProperty("place", place)
            button.set_menu_mark(True)
            button.clicked.connect(self.on_button)
            row.addWidget(button)
        row.insertWidget(2, plain_label("–", Role.BODY, "ink3", parent=self))
        row.addStretch(1)
        self.first = plain_label("", Role.HEADING, "ink1", wrap=True, parent=self)
        self.text = plain_label("", Role.BODY, "ink1", wrap=True, parent=self)
        for label in (self.first, self.text):  # else the page would be as tall as they are in their narrowest form
            label.setMinimumHeight(line_height(Role.BODY))
        room = QHBoxLayout()  # lines of readable length: a maximum width would be asked for its height at the whole one
        room.addWidget(self.text, 3)
        room.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.first)
        self.body.addLayout(room)

    def on_button(self) -> None:
        """One of the three."""
        self.asked.emit(self.sender().property("place"))

    def show_words(self, texts: Sequence[str], sentences: Sequence[str], glue: str) -> None:
        """The figure and both ends on their buttons; the first sentence large, the others below."""
        for button, text in zip(self.buttons, texts, strict=True):
            button.setText(text)
        first, *others = sentences
        self.first.setText(first)
        self.text.setText(glue.join(others))
        self.text.setVisible(bool(others))
