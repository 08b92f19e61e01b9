"""When changes hold: from which month on, and over how many months they come into full force."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose

RAMPS = (1, 3, 6, 12)


class TimingRow(QWidget):
    """Signals: begun(place of a month), ramped(months)."""

    begun = Signal(int)
    ramped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[str, ...] = ()
        self._from = plain_label("", Role.LABEL, "ink2")
        self._start, self._ramp = (Button("", "secondary", height=28, parent=self) for _ in range(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for piece in (self._from, self._start, self._ramp):
            row.addWidget(piece)
        row.addStretch(1)
        for button in (self._start, self._ramp):
            button.set_menu_mark(True)
        self._start.clicked.connect(self.on_start)
        self._ramp.clicked.connect(self.on_ramp)
        self.set_timing((), 0, 0)

    def set_timing(self, months: Sequence[str], start: int, ramp: int) -> None:
        """The months that changes may start in, which it is, and over how many they grow; nothing without months."""
        self._months = tuple(months)
        self.setVisible(bool(months))
        self._start.setAccessibleName(self.tr("First month of the changes"))
        self._ramp.setAccessibleName(self.tr("Months until changes hold wholly"))
        if months:
            self._from.setText(self.tr("from"))
            self._start.setText(self._months[start])
            self._ramp.setText(self._ramp_words(ramp))

    def _ramp_words(self, months: int) -> str:
        return self.tr("at once") if months <= 1 else say(self.tr("over {n} {n|month|months}"), n=months)

    def on_start(self) -> None:
        """From which month."""
        choose(self._start, [Choice(place, month) for place, month in enumerate(self._months)], self.on_month)

    def on_month(self, place: object) -> None:
        """That one."""
        self.begun.emit(int(str(place)))

    def on_ramp(self) -> None:
        """Over how many months."""
        choose(self._ramp, [Choice(months, self._ramp_words(months)) for months in RAMPS], self.on_months)

    def on_months(self, months: object) -> None:
        """That many."""
        self.ramped.emit(int(str(months)))
