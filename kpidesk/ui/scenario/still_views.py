"""What follows when sliders stand still: goal and tornado, or the view that stands in their place."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from kpidesk.charts.figure import Figure
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.scenario.goal_seek import GoalResult
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.scenario_view import COMPARE, RANGES, TWO, ScenarioView
from kpidesk.ui.scenario.study_figures import tornado_figure
from kpidesk.ui.scenario.supposing import Supposing
from kpidesk.ui.scenario.what_if import WhatIf

_EFFORT, _OWN = "effort", "own"
_SEEKING = Message(QT_TRANSLATE_NOOP("whatif", "Seeking the goal"))


@dataclass(frozen=True, slots=True)
class _Sought:
    """What stands beside the path once sliders stand still: what moves the target, and ways to the goal."""

    state: WhatIf
    figure: Figure | None
    results: tuple[GoalResult, ...]
    troubles: tuple[UserError, ...]


class StillViews(QObject):
    """Fills the views of one ScenarioView; ``state`` is what the page shows."""

    def __init__(self, services: Services, view: ScenarioView, supposing: Supposing) -> None:
        super().__init__(view)
        self._services, self._view, self._supposing = services, view, supposing
        self.state: WhatIf | None = None
        self.months = 12
        self._reach = Segmented([(_EFFORT, ""), (_OWN, "")], height=24)
        self._reach.set_current(_EFFORT)
        view.tornado.content.insertWidget(0, self._reach, 0, Qt.AlignmentFlag.AlignLeft)
        self._reach.chosen.connect(self.on_reach)
        view.turned.connect(self.on_view)
        view.goal.wanted.connect(self.on_goal_wanted)

    def draw(self) -> None:
        """Bring the view on show up to date; what the data of now do not let suppose is told."""
        try:
            self._draw()
        except UserError as error:
            self._services.notices.error(error)

    def _draw(self) -> None:
        state, view, scenario = self.state, self._view, self._supposing.scenario
        if state is None:
            return
        match view.views.current:
            case current if current == TWO:
                view.two.show_state(self._services.studies, state, scenario)
            case current if current == RANGES:
                view.ranges.show_state(state, scenario, self.months)
            case current if current == COMPARE:
                view.compare.show_state(self._services.studies, state, self.months, self._supposing.all)
            case _:
                view.goal.ask_again()

    def on_view(self, _: str) -> None:
        """Another view under the cards."""
        self.draw()

    def on_reach(self, _: str) -> None:
        """What moves the target: by equal effort, or as far as each driver went of late."""
        self._view.goal.ask_again()

    def show_no_tornado(self) -> None:
        """There is no target that something could move."""
        self._show_tornado(None)

    def _tornado(self, state: WhatIf, target: str) -> Callable[[], Figure | None]:
        """Finds what moves a target, on any thread."""
        scenario, size, by_history = self._supposing.scenario, size_of(self._view.tornado), self._reach.current == _OWN
        return lambda: tornado_figure(state, MetricName(target), scenario, size, by_history=by_history)

    def _show_tornado(self, figure: Figure | None) -> None:
        self._view.set_tornado(figure is not None)
        if figure is not None:
            self._view.tornado.set_figure(figure)
        else:  # with the chart goes what turns it
            self._reach.set_current(_EFFORT)

    def on_goal_wanted(self, target: str, goal: float, vary: str) -> None:
        """The question of goal seek moved: the chosen driver first, then two others."""
        state, scenario = self.state, self._supposing.scenario
        if state is None:
            return
        drivers = (vary, *[d.name for d in state.drivers if d.name != vary and target in d.affects][:2])
        tornado = self._tornado(state, target)

        def work(progress: Progress) -> _Sought:
            figure, results, troubles = tornado(), [], []
            for driver in drivers:
                progress.raise_if_cancelled()
                try:
                    results.append(state.seek(target, goal, driver, scenario))
                except UserError as error:
                    troubles.append(error)
            return _Sought(state, figure, tuple(results), tuple(troubles))

        job = Job(_SEEKING, work, quiet=True)
        handle = self._services.runner.submit(job, lane=Lane.WORK, replaces="whatif:goal")
        handle.then(self.on_sought, self._services.notices.error)

    def on_sought(self, found: _Sought) -> None:
        """Goal and tornado are there; those of other data are of no use."""
        if found.state is self.state:
            self._show_tornado(found.figure)
            for error in found.troubles:
                self._services.notices.error(error)
            self._view.goal.show_answers(found.results)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._reach.set_choices([(_EFFORT, "±20%"), (_OWN, self.tr("History"))])


def size_of(tile: ChartTile) -> tuple[int, int]:
    """How large a chart of the tile can be."""
    return max(320, tile.view.width()), max(160, tile.view.height())
