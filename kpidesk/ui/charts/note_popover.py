"""A line in which a note at a period of a chart is written."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.core.period import Period
from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import SHADOW, Popover
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.session.services import Services

WIDTH = 280
LONGEST = 80
GAP = 14
"""Pixels between the box and the point that it is about: its dot stays whole."""


class NotePopover(Popover):
    """``written(text)`` with Enter; an empty text takes the note away."""

    written = Signal(str)

    def __init__(self, owner: QWidget, title: str, hint: str, text: str = "") -> None:
        super().__init__(owner)
        self._box = TextBox(self)
        self._box.setText(text)
        self._box.setFixedWidth(WIDTH)
        self._box.setMaxLength(LONGEST)
        self._box.setPlaceholderText(hint)
        self._box.setAccessibleName(title)
        self._box.returnPressed.connect(self.on_done)
        self.body.addWidget(plain_label(title, Role.LABEL, "ink2"))
        self.body.addWidget(self._box)

    def ask_below(self, anchor: QWidget) -> None:
        """Open it under a widget, ready to type."""
        self.open_below(anchor, align_right=True)
        self._box.setFocus()
        self._box.selectAll()

    def ask_beside(self, place: QRect) -> None:
        """Open it at the left of a place of the window that stays in sight, or at its right; ready to type."""
        self.adjustSize()
        left, right = place.left() - GAP - self.width() + SHADOW, place.right() + GAP - SHADOW
        self.open_at(QPoint(left if left >= -SHADOW else right, place.top() - SHADOW))
        self._box.setFocus()
        self._box.selectAll()

    def on_done(self) -> None:
        """Enter."""
        text = self._box.text().strip()
        self.dismiss()
        self.written.emit(text)


def notes_of(services: Services) -> Callable[[Period], str]:
    """Tells what is noted at a period of the document of now, "" for nothing."""

    def text(period: Period) -> str:
        return next((note.text for note in services.session.document.annotations if note.period == period), "")

    return text
