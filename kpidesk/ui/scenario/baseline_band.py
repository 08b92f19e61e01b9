"""The band about the baseline's path, drawn away from the window once for each data and number of months."""

from collections.abc import Callable

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.simulation import Asked, Outcomes
from kpidesk.session.beside import Beside
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.session.simulating import simulated
from kpidesk.ui.scenario.path_figures import Band
from kpidesk.ui.scenario.what_if import WhatIf

_DRAWING = Message(QT_TRANSLATE_NOOP("whatif", "Drawing the band of the baseline"))
_DRAWS = 2_000
_BASELINE = Scenario(ScenarioId("baseline"), "")


class BaselineBand:
    """``found()`` is called in the window when a band is there that was not before."""

    def __init__(self, services: Services, found: Callable[[], None]) -> None:
        self._services, self._found = services, found
        self._asked: tuple[ResultFrame, Beside, int] | None = None
        self._there: Outcomes | None = None

    def ask(self, state: WhatIf, months: int) -> None:
        """Draw it, unless it is there or on its way."""
        key = (state.frame, state.beside, months)
        if not state.has_months or not state.targets or self._is_asked(key):
            return
        self._asked, self._there = key, None
        asked = Asked(state.targets[0], state.ahead_names, _DRAWS)
        studies, frame, beside = self._services.studies, state.frame, state.beside

        def work(progress: Progress) -> Outcomes:
            return simulated(studies, frame, _BASELINE, asked, months, beside=beside, progress=progress)

        handle = self._services.runner.submit(Job(_DRAWING, work), lane=Lane.WORK, replaces="whatif:band")
        handle.then(lambda outcomes: self._take(key, outcomes), self._refuse)

    def of(self, name: MetricName, state: WhatIf, months: int) -> Band | None:
        """The band of a KPI on the path; None while it is not there."""
        there = self._there
        if there is None or not self._is_asked((state.frame, state.beside, months)) or name not in there.fan:
            return None
        fan = there.fan[name]
        return Band(fan[0], fan[-1], there.values.size)

    def _is_asked(self, key: tuple[ResultFrame, Beside, int]) -> bool:
        asked = self._asked
        return asked is not None and asked[0] is key[0] and asked[1] is key[1] and asked[2] == key[2]

    def _take(self, key: tuple[ResultFrame, Beside, int], outcomes: Outcomes) -> None:
        if self._is_asked(key):
            self._there = outcomes
            self._found()

    def _refuse(self, error: UserError) -> None:
        """A baseline without a band is no fault: nothing that the reader asked for is missing."""
