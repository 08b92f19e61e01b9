"""The segments that are on, as chips in the context bar: as many as there is room for, and one that has the others."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.query import Filter
from kpidesk.qt.translation import listed, render, say, words
from kpidesk.qt.widgets.chip import Chip
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.ui.window.query_words import kept_text

_FIRST = 3
"""Where in the row the chips begin: behind period, grain and comparison."""
_COUNTS = (
    QT_TRANSLATE_NOOP("context", "{n} more {n|filter|filters}"),
    QT_TRANSLATE_NOOP("context", "+{n} {n|filter|filters}"),
    QT_TRANSLATE_NOOP("context", "+{n}"),
)
"""How many have no chip of their own, in less and less room."""


class FilterChips(QObject):
    """``asked(attribute)`` for another value of it, ``removed(attribute)``."""

    asked = Signal(str)
    removed = Signal(str)

    def __init__(self, row: QHBoxLayout, bar: QWidget) -> None:
        super().__init__(bar)
        self._row, self._bar = row, bar
        self._chips: list[Chip] = []
        self._away: tuple[Choice, ...] = ()

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
        said = [
            (kept.attribute, labels.get(kept.attribute, kept.attribute), words(kept_text(kept))) for kept in filters
        ]
        for attribute, label, value in said[:room]:
            chip = Chip("filter", "", self._bar)
            chip.set_texts(label, value)
            self._add(chip)
            chip.setProperty("attribute", attribute)
            chip.removed.connect(self.on_removed)
            chip.clicked.connect(self.on_clicked)
        self._away = tuple(Choice(attribute, label, value) for attribute, label, value in said[room:])
        if self._away:
            self._count(listed([f"{label} {value}" for _, label, value in said[room:]]))

    def _count(self, names: str) -> None:
        """A chip that says how many others there are, as long as nothing beside it is squeezed, and names them."""
        counts = [render(Message(text, n=len(self._away))) for text in _COUNTS]
        beside = self._row.minimumSize().width() + self._row.spacing()
        chip = Chip("more", "", self._bar)
        for count in counts:
            chip.set_texts(count)
            if beside + chip.sizeHint().width() <= self._bar.width():
                break
        self._add(chip)
        set_tip(chip, names)
        chip.setAccessibleName(say(self.tr("{count}: {names}"), count=counts[0], names=names))
        chip.clicked.connect(self.on_more)

    def _add(self, chip: Chip) -> None:
        self._row.insertWidget(_FIRST + len(self._chips), chip)
        chip.show()
        self._chips.append(chip)

    def on_removed(self) -> None:
        """A cross was pressed."""
        self.removed.emit(self.sender().property("attribute"))

    def on_clicked(self) -> None:
        """A chip was pressed."""
        self.asked.emit(self.sender().property("attribute"))

    def on_more(self) -> None:
        """The others, to choose one of them."""
        choose(self.sender(), self._away, self.on_chosen)

    def on_chosen(self, attribute: object) -> None:
        """One of the others was chosen."""
        self.asked.emit(str(attribute))
