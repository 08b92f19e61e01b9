"""What stands beside the figures of a what-if, looked up on the store's lane once for each data and attributes."""

from collections.abc import Callable

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.session.beside import Beside
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.looking_beside import look_beside
from kpidesk.session.services import Services
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

    def hand_on(self, old: WhatIf | None, state: WhatIf) -> None:
        """The same figures in another language have the same beside them, and the drivers are of the same part."""
        if state.frame is self._frame and self._beside is not None:
            part = old.part if old is not None and old.frame is state.frame else None
            state.turn_to(part, self._beside)

    def look(self, question: Query, frame: ResultFrame, attributes: set[str]) -> bool:
        """Ask for what is not there yet; True while attributes are missing, on which the figures depend."""
        engine = self._services.results.engine
        if frame is not self._frame:
            self._frame, self._there, self._asked, self._beside = frame, None, None, None
        missing = attributes - (self._there or set())
        if engine is None or (self._there is not None and not missing):
            return False
        wanted = attributes | (self._there or set())
        if self._asked is None or wanted - self._asked:
            self._asked = wanted
            job = Job(_LOOKING, lambda progress: look_beside(engine, question, frame, sorted(wanted), None, progress))
            handle = self._services.runner.submit(job, lane=Lane.STORE, replaces="whatif:beside")
            handle.then(lambda beside: self._take(frame, wanted, beside), self._refuse)
        return bool(attributes - (self._there or set()))

    def _take(self, frame: ResultFrame, wanted: set[str], beside: Beside) -> None:
        if frame is self._frame:
            self._there, self._beside = wanted, beside
            self._found(frame, beside)

    def _refuse(self, error: UserError) -> None:
        self._services.notices.error(error)
