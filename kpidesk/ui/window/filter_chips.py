"""The segments that are on, as chips in the context bar: as many as there is room for, the last counts the others."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.metrics.query import Filter
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.chip import Chip
from kpidesk.ui.window.query_words import kept_text

_FIRST = 3
"""Where in the row the chips begin: behind period, grain and comparison."""


class FilterChips(QObject):
    """``asked(attribute)`` for another value of it, ``removed(attribute)``."""

    asked = Signal(str)
    removed = Signal(str)

    def __init__(self, row: QHBoxLayout, bar: QWidget) -> None:
        super().__init__(bar)
        self._row, self._bar = row, bar
        self._chips: list[Chip] = []

    def show_filters(self, filters: Sequence[Filter], labels: Mapping[str, str], most: int) -> None:
        """Show these, by what readers call their columns; one at least, however narrow the bar is."""
        for room in range(min(len(filters), most), -1, -1):
            self._fill(filters, labels, room)
            if room <= 1 or self._row.sizeHint().width() <= self._bar.width():
                return

    def chip(self, attribute: str) -> Chip | None:
        """The chip of a segment, if it is shown."""
        return next((chip for chip in self._chips if chip.property("attribute") == attribute), None)

    def _fill(self, filters: Sequence[Filter], labels: Mapping[str, str], room: int) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, kept in enumerate(filters[:room]):
            more = len(filters) - room if place == room - 1 else 0
            value = words(kept_text(kept))
            chip = Chip("filter", "", self._bar)
            chip.set_texts(labels.get(kept.attribute, kept.attribute), f"{value} +{more}" if more else value)
            chip.setProperty("attribute", kept.attribute)
            chip.removed.connect(self.on_removed)
            chip.clicked.connect(self.on_clicked)
            self._row.insertWidget(_FIRST + place, chip)
            chip.show()
            self._chips.append(chip)

    def on_removed(self) -> None:
        """A cross was pressed."""
        self.removed.emit(self.sender().property("attribute"))

    def on_clicked(self) -> None:
        """A chip was pressed."""
        self.asked.emit(self.sender().property("attribute"))
