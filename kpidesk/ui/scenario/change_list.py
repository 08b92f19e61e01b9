"""The stack of changes of a scenario: each in or out of the reckoning, with its words and a way to forget it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.check_box import CheckBox
from kpidesk.qt.widgets.labels import ElidedLabel


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change as the list shows it: which driver, how, and where and when if not everywhere at once."""

    name: str
    words: str
    is_on: bool


class _Row(QWidget):
    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = CheckBox("", self)
        self._words = ElidedLabel("", Role.LABEL, "ink1", self)
        self._words.fill()
        self.cross = Button("", "ghost", "x", height=24, parent=self)
        for button in (self.box, self.cross):
            button.setProperty("place", place)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.box)
        line.addWidget(self._words, 1)
        line.addWidget(self.cross)

    def show_row(self, row: ChangeRow) -> None:
        words = f"{row.name} {row.words}"
        self._words.setText(words)
        self._words.set_ink("scenario" if row.is_on else "ink3")
        self.box.blockSignals(True)
        self.box.setChecked(row.is_on)
        self.box.blockSignals(False)
        self.box.setAccessibleName(words)
        self._name()

    def _name(self) -> None:
        self.cross.set_hint(self.tr("Forget this change"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()


class ChangeList(QWidget):
    """Signals: switched(place, is_on), removed(place)."""

    switched = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._shown: tuple[ChangeRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_changes(self, rows: Sequence[ChangeRow]) -> None:
        """Show these, in their order."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        while len(self._rows) < len(rows):
            row = _Row(len(self._rows), self)
            row.box.toggled.connect(self.on_switched)
            row.cross.clicked.connect(self.on_removed)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(rows))
            if place < len(rows):
                row.show_row(rows[place])
        self.setVisible(bool(rows))

    def on_switched(self, is_on: bool) -> None:
        """A box was ticked, or no longer is."""
        self.switched.emit(self.sender().property("place"), is_on)

    def on_removed(self) -> None:
        """A change shall be forgotten."""
        self.removed.emit(self.sender().property("place"))
