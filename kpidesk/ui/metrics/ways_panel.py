"""What to do: one row for each driver that alone would bring the figure back, with a button that tries it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kpidesk.core.formatting import Style, format_value, in_a_sentence
from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label, set_tip
from kpidesk.session.ways_back import Goal, WayBack


@dataclass(frozen=True, slots=True)
class WayView:
    """A way in words: the driver, what it is and would be, how far that is for it."""

    driver: str
    name: str
    move: str
    effort: str


_MOST, _MOST_COMPACT = 6, 3


class WaysPanel(Tile):
    """``tried(driver)``: its scenario is wanted. The compact one shows ``most`` ways, each on two lines."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, is_compact: bool = False) -> None:
        super().__init__("", parent)
        self._is_compact = is_compact
        self.most = _MOST_COMPACT if is_compact else _MOST
        self._ways: tuple[WayView, ...] = ()
        self._intro = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(2 if is_compact else 8)
        for column in () if is_compact else (0, 1):
            self._rows.setColumnMinimumWidth(column, 160)
        self._rows.setColumnStretch(0 if is_compact else 2, 1)
        self._shown: list[QWidget] = []
        self.content.addWidget(self._intro)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)

    def show_found(
        self, kpi: MetricName, goal: Goal, ways: Sequence[WayBack], catalogue: Catalogue, style: Style
    ) -> None:
        """What would bring the figure to the goal, in words."""
        definition = catalogue.get(kpi)
        one = self.tr("This would bring {name} to {value}, {reason}.")
        several = self.tr("Each of these alone would bring {name} to {value}, {reason}. The least effort first.")
        intro = say(
            one if len(ways) == 1 else several,
            name=in_a_sentence(definition.label(style.language)),
            value=format_value(goal.value, definition.unit.kind, style),
            reason=render(goal.reason),
        )
        self.show_ways(self.tr("What to do"), intro, [self._view(way, catalogue, style) for way in ways])

    def _view(self, way: WayBack, catalogue: Catalogue, style: Style) -> WayView:
        driver = catalogue.get(way.driver)
        kind = driver.unit.kind
        move = f"{format_value(way.now, kind, style)} → {format_value(way.needed, kind, style)}"
        effort = self.tr("no history to compare with")
        if way.effort is not None:
            effort = say(self.tr("{n} × its usual spread"), n=format_value(way.effort, "ratio", style))
        return WayView(str(way.driver), driver.label(style.language), move, effort)

    def show_ways(self, title: str, intro: str, ways: Sequence[WayView]) -> None:
        """Other ways; the least effort first."""
        self.set_texts(title)
        self._intro.setText(intro)
        if tuple(ways) == self._ways and self._shown:
            return
        self._ways = tuple(ways)
        self._fill()

    def _fill(self) -> None:
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for row, way in enumerate(self._ways):
            name = plain_label(way.name, Role.STRONG, "ink1", parent=self)
            move, effort = (
                ElidedLabel(way.move, Role.BODY, "ink1", self),
                ElidedLabel(way.effort, Role.LABEL, "ink3", self),
            )
            button = Button(self.tr("Try"), "violet", "flask-conical", height=28, parent=self)
            button.setAccessibleName(f"{self.tr('Try')}: {way.name} {way.move}")
            button.setProperty("driver", way.driver)
            button.clicked.connect(self.on_try)
            self._place(row, name, move, effort, button)

    def _place(self, row: int, name: QWidget, move: QWidget, effort: QWidget, button: Button) -> None:
        if self._is_compact:
            set_tip(move, self._ways[row].effort)
            self._rows.addWidget(name, 3 * row, 0)
            self._rows.addWidget(move, 3 * row + 1, 0)
            self._rows.addWidget(button, 3 * row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            self._rows.setRowMinimumHeight(3 * row + 2, 4)
            shown: tuple[QWidget, ...] = (name, move, button)
            effort.deleteLater()
        else:
            shown = (name, move, effort, button)
            for column, widget in enumerate(shown):
                self._rows.addWidget(widget, row, column)
        for widget in shown:
            widget.show()
            self._shown.append(widget)

    def on_try(self) -> None:
        """The button of a way."""
        self.tried.emit(str(self.sender().property("driver")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
