"""Ranges: the scenario drawn many times, its drivers from their ranges; where it goes, and how likely the goal is."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.ranges import Range, Shape
from kpidesk.scenario.simulation import Asked, Outcomes
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.session.simulating import simulated
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.question_row import QuestionRow
from kpidesk.ui.scenario.study_figures import fan_figure, histogram_figure
from kpidesk.ui.scenario.what_if import WhatIf, pair_of

_DRAWING = Message(QT_TRANSLATE_NOOP("whatif", "Drawing scenarios"))
_OWN, _FIXED = "own", "fixed"
_WIDTHS = (0.1, 0.2, 0.5)
_SEED = 1


class RangesView(QWidget):
    """The question, a button for the range of each driver, the fan and the histogram."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._question = QuestionRow(0, self)
        self._question.changed.connect(self.ask)
        self._widths: dict[str, str | float] = {}
        self._buttons: dict[str, Button] = {}
        self._asked_for = ""
        self._chips = QWidget(self)
        self._flow = Flow(self._chips, gap=8)
        self._label = plain_label("", Role.LABEL, "ink2")
        self._label.setFixedHeight(28)
        self._flow.addWidget(self._label)
        self.fan, self.histogram = ChartTile(self), ChartTile(self)
        for tile in (self.fan, self.histogram):
            tile.setMinimumHeight(300)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._question)
        column.addWidget(self._chips)
        column.addLayout(self._grid, 1)
        self._shown: tuple[WhatIf, Scenario, int] | None = None
        self._found: Outcomes | None = None
        self.set_narrow(False)
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """The histogram beside the fan, or under it."""
        self._grid.addWidget(self.fan, 0, 0)
        self._grid.addWidget(self.histogram, 1 if narrow else 0, 0 if narrow else 1)
        self._grid.setColumnStretch(0, 7)
        self._grid.setColumnStretch(1, 0 if narrow else 5)

    def show_state(self, state: WhatIf, scenario: Scenario, months: int) -> None:
        """Another scenario, or other data."""
        self._shown = (state, scenario, months)
        self._question.set_state(state)
        self._show_chips(state)
        self.ask()

    def _show_chips(self, state: WhatIf) -> None:
        names = [driver.name for driver in state.whole_drivers if driver.baseline]
        for name in names:
            if name not in self._buttons:
                button = Button("", "secondary", height=28, parent=self._chips)
                button.set_menu_mark(True)
                button.setProperty("driver", name)
                button.clicked.connect(self.on_menu)
                self._buttons[name] = button
                self._flow.addWidget(button)
        for key, button in self._buttons.items():
            button.setVisible(key in names)
            if key in names:
                button.setText(pair_of(state.label(key), self._words(self._widths.get(key, _OWN))))
                button.updateGeometry()

    def _words(self, width: str | float) -> str:
        if width == _OWN:
            return self.tr("own history")
        if width == _FIXED:
            return self.tr("fixed")
        return say(self.tr("±{share}"), share=f"{float(width):.0%}")

    def on_menu(self) -> None:
        """How one driver may turn out."""
        self._asked_for = self.sender().property("driver")
        keys: tuple[str | float, ...] = (_OWN, *_WIDTHS, _FIXED)
        choices = [Choice(key, self._words(key)) for key in keys]
        choose(self.sender(), choices, self.on_width, current=self._widths.get(self._asked_for, _OWN))

    def on_width(self, width: object) -> None:
        """So."""
        self._widths[self._asked_for] = width if isinstance(width, float) else str(width)
        if self._shown is not None:
            self._show_chips(self._shown[0])
        self.ask()

    def ask(self) -> None:
        """Draw anew, away from the window; a newer question gives this one up."""
        if self._shown is None or not self._question.target:
            return
        state, scenario, months = self._shown
        paths = state.ahead_names[:1] if state.chosen is None else (state.chosen,)
        asked = Asked(self._question.target, paths, seed=_SEED)
        stated = self._stated(state, scenario)
        work = partial(
            simulated,
            self._services.studies,
            state.frame,
            scenario,
            asked,
            months if state.has_months else 0,
            stated,
            beside=state.beside,
        )
        job = Job(_DRAWING, lambda progress: work(progress=progress))
        self._services.runner.submit(job, lane=Lane.WORK, replaces="whatif:ranges").then(self.on_drawn, self.on_refused)

    def _stated(self, state: WhatIf, scenario: Scenario) -> dict[str, Range]:
        """PERT from so much below to so much above what the scenario makes of the driver."""
        now = self._services.studies.compare(state.frame, scenario, beside=state.beside).scenario
        found = {}
        for name, width in self._widths.items():
            value = now.get(name)
            if width == _OWN or value is None or not value:
                continue
            if width == _FIXED:
                found[name] = Range(DriverName(name), Shape.NORMAL, value, 0.0)
            else:
                ends = sorted((value * (1 - float(width)), value * (1 + float(width))))
                found[name] = Range(DriverName(name), Shape.PERT, ends[0], ends[1], value)
        return found

    def on_drawn(self, found: Outcomes) -> None:
        """The draws are there."""
        self._found = found
        self.draw()

    def on_refused(self, error: UserError) -> None:
        """They cannot be made."""
        self._services.notices.error(error)

    def draw(self) -> None:
        """Show what is known once more."""
        if self._found is None or self._shown is None:
            return
        state, scenario, _ = self._shown
        fan = fan_figure(state, scenario, self._found, _size(self.fan))
        self.fan.setVisible(fan is not None)
        if fan is not None:
            self.fan.set_figure(fan)
        goal = self._question.goal
        self.histogram.set_figure(histogram_figure(state, scenario, self._found, goal, _size(self.histogram)))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._question.set_words((self.tr("How likely is"), self.tr("at")), self.tr("Goal"))
        self._label.setText(render(Message(QT_TRANSLATE_NOOP("whatif", "Drivers in their ranges:"))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._shown is not None:
                self._show_chips(self._shown[0])
            self.draw()


def _size(tile: ChartTile) -> tuple[int, int]:
    return max(320, tile.view.width()), max(200, tile.view.height())
