"""Ranges: the scenario drawn many times, its drivers from their ranges; where it goes, and how likely the goal is."""

import contextlib
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kpidesk.charts.figure import Figure
from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.ranges import Range
from kpidesk.scenario.simulation import Asked, Outcomes
from kpidesk.session.commands.scenarios import Correlate, StateRange
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.session.simulating import simulated
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.question_row import QuestionRow
from kpidesk.ui.scenario.range_chips import RangeChips
from kpidesk.ui.scenario.study_figures import fan_figure, histogram_figure
from kpidesk.ui.scenario.together_row import TogetherRow
from kpidesk.ui.scenario.what_if import WhatIf

_DRAWING = Message(QT_TRANSLATE_NOOP("whatif", "Drawing scenarios"))
_SEED = 1


class RangesView(QWidget):
    """The question, a button for the range of each driver, the fan and the histogram."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._question = QuestionRow(0, self)
        self._question.changed.connect(self.ask)
        self.chips = RangeChips(self)
        self.chips.stated.connect(self.on_range)
        self.chips.refused.connect(self.on_refused)
        self.together = TogetherRow(self)
        self.together.stated.connect(self.on_together)
        self.together.refused.connect(self.on_refused)
        self.fan, self.histogram = ChartTile(self), ChartTile(self)
        for tile in (self.fan, self.histogram):
            tile.setMinimumHeight(300)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._question)
        column.addWidget(self.chips)
        column.addWidget(self.together)
        column.addLayout(self._grid, 1)
        self._shown: tuple[WhatIf, Scenario, int] | None = None
        self._ranges: Mapping[str, Range] = {}
        self._found: Outcomes | None = None
        self.set_narrow(False)
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """The histogram beside the fan, or under it."""
        self._grid.addWidget(self.fan, 0, 0)
        self._grid.addWidget(self.histogram, 1 if narrow else 0, 0 if narrow else 1)
        self._narrow = narrow
        self._share()

    def _share(self) -> None:
        """Who has the width: a histogram without a fan has it all."""
        self._grid.setColumnStretch(0, 0 if self.fan.isHidden() and not self._narrow else 7)
        self._grid.setColumnStretch(1, 0 if self._narrow else 5)

    def show_state(self, state: WhatIf, scenario: Scenario, months: int) -> None:
        """Another scenario, or other data."""
        self._shown = (state, scenario, months)
        self._question.set_state(state)
        now = self._services.studies.compare(state.frame, scenario, beside=state.beside).scenario
        kept = self._services.session.document.ranges
        self._ranges = {str(each.driver): each for each in kept if now.get(MetricName(each.driver))}
        self.chips.show_state(state, now, self._ranges)
        self.together.show_state(state, self._services.session.document.correlations)
        self.ask()

    def on_range(self, driver: str, found: Range | None) -> None:
        """How a driver may turn out: kept with the workspace, one step that can be undone."""
        if self._shown is not None:
            said = self._shown[0].label(driver)
            label = Message(QT_TRANSLATE_NOOP("commands", "State the range of {driver}"), driver=said)
            self._services.session.execute(StateRange(DriverName(driver), found, label))

    def on_together(self, one: str, other: str, strength: float | None) -> None:
        """How two drivers move together: kept with the workspace, one step that can be undone."""
        if self._shown is None:
            return
        words = {"one": self._shown[0].label(one), "other": self._shown[0].label(other)}
        label = Message(QT_TRANSLATE_NOOP("commands", "State how {one} and {other} move together"), **words)
        command = Correlate(DriverName(one), DriverName(other), strength, label)
        try:
            self._services.session.execute(command)
        except UserError as error:
            self.on_refused(error)

    def ask(self) -> None:
        """Draw anew, away from the window; a newer question gives this one up."""
        if self._shown is None or not self._question.target:
            return
        state, scenario, months = self._shown
        paths = state.ahead_names[:1] if state.chosen is None else (state.chosen,)
        asked = Asked(self._question.target, paths, seed=_SEED)
        work = partial(
            simulated,
            self._services.studies,
            state.frame,
            scenario,
            asked,
            months if state.has_months else 0,
            self._ranges,
            correlations=self._services.session.document.correlations,
            beside=state.beside,
        )
        job = Job(_DRAWING, lambda progress: work(progress=progress))
        self._services.runner.submit(job, lane=Lane.WORK, replaces="whatif:ranges").then(self.on_drawn, self.on_refused)

    def on_drawn(self, found: Outcomes) -> None:
        """The draws are there."""
        self._found = found
        self.draw()

    def on_refused(self, error: UserError) -> None:
        """They cannot be made."""
        self._services.notices.error(error)

    def draw(self) -> None:
        """Show what is known once more; nothing where the data of now do not let the scenario be supposed."""
        if self._found is None or self._shown is None:
            return
        (state, scenario, _), found = self._shown, self._found
        figures: tuple[Figure | None, Figure | None] = (None, None)
        with contextlib.suppress(UserError):  # told where the scenario is answered
            figures = (
                fan_figure(state, scenario, found, _size(self.fan)),
                histogram_figure(state, scenario, found, self._question.goal, _size(self.histogram)),
            )
        for tile, figure in zip((self.fan, self.histogram), figures, strict=True):
            tile.setVisible(figure is not None)
            if figure is not None:
                tile.set_figure(figure)
        self._share()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._question.set_words((self.tr("How likely is"), self.tr("at")), self.tr("Goal"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.draw()


def _size(tile: ChartTile) -> tuple[int, int]:
    return max(320, tile.view.width()), max(200, tile.view.height())
