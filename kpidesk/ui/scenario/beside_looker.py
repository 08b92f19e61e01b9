"""What stands beside the figures of a what-if, looked up on the store's lane once for each data and attributes."""

from collections.abc import Callable

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.scenario.model import Part, Scenario
from kpidesk.session.beside import ALONE, Beside
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.looking_beside import look_beside
from kpidesk.session.services import Services
from kpidesk.session.studies import Comparison
from kpidesk.ui.scenario.what_if import WhatIf

_LOOKING = Message(QT_TRANSLATE_NOOP("whatif", "Looking at parts of the business"))


class BesideLooker:
    """``found(frame, beside)`` is called in the window when an answer is there."""

    def __init__(self, services: Services, found: Callable[[ResultFrame, Beside], None]) -> None:
        self._services, self._found = services, found
        self._frame: ResultFrame | None = None
        self._there: set[str] | None = None
        self._asked: set[str] | None = None
        self._beside: Beside | None = None

    def knows(self, frame: ResultFrame) -> bool:
        """Whether what stands beside these figures is there."""
        return frame is self._frame and self._beside is not None

    def hand_on(self, old: WhatIf | None, state: WhatIf) -> None:
        """The same figures in another language have the same beside them, and the drivers are of the same part."""
        if state.frame is self._frame and self._beside is not None:
            part = old.part if old is not None and old.frame is state.frame else None
            self.turn(state, part, self._beside)

    def turn(self, state: WhatIf, part: Part | None, beside: Beside) -> None:
        """The drivers are those of a part; of all, and it is said, where these figures know nothing of that part."""
        try:
            state.turn_to(part, beside)
        except UserError as error:
            self._services.notices.error(error)
            state.turn_to(None, beside)

    def sides(self, state: WhatIf, scenario: Scenario, whole: Comparison) -> Comparison:
        """Before and after of the part; of all, and it is said, where the part cannot be as the scenario has it."""
        try:
            return state.sides(scenario, whole)
        except UserError as error:
            self._services.notices.error(error)
            state.turn_to(None, state.beside)
            return state.sides(scenario, whole)

    def look(
        self, question: Query, frame: ResultFrame, attributes: set[str], prepare: Callable[[Beside], None]
    ) -> bool:
        """Ask for what is not there yet; True while any of it, on which the figures depend, is missing.

        ``prepare`` does with it, away from the window, what need not be done there.
        """
        engine = self._services.results.engine
        if frame is not self._frame:
            self._frame, self._there, self._asked, self._beside = frame, None, None, None
        if engine is None:
            return True  # figures kept from the last time, which are followed by those of the data
        if self._there is not None and not attributes - self._there:
            return False
        wanted = attributes | (self._there or set())
        if self._asked is None or wanted - self._asked:
            self._asked = wanted

            def work(progress: Progress) -> Beside:
                beside = look_beside(engine, question, frame, sorted(wanted), None, progress)
                progress.raise_if_cancelled()
                prepare(beside)
                return beside

            job = Job(_LOOKING, work)
            handle = self._services.runner.submit(job, lane=Lane.STORE, replaces="whatif:beside")
            handle.then(lambda beside: self._take(frame, wanted, beside), lambda error: self._refuse(frame, error))
        return True

    def _take(self, frame: ResultFrame, wanted: set[str], beside: Beside) -> None:
        if frame is self._frame:
            self._there, self._beside = wanted, beside
            self._found(frame, beside)

    def _refuse(self, frame: ResultFrame, error: UserError) -> None:
        self._services.notices.error(error)
        if self._beside is None:
            self._take(frame, set(), ALONE)
