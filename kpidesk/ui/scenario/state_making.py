"""The state of the what-if page, made away from the window: drivers are looked for, the first months are followed."""

import contextlib
from collections.abc import Callable

from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.model import Scenario
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.ui.scenario.what_if import WhatIf

_LOOKING = Message(QT_TRANSLATE_NOOP("whatif", "Looking for drivers"))


class StateMaking:
    """``made(state)`` is called in the window when the newest one is there."""

    def __init__(self, services: Services, made: Callable[[WhatIf], None]) -> None:
        self._services, self._made = services, made

    def make(self, frame: ResultFrame, style: Style, scenario: Scenario, months: int) -> None:
        """Make the state of a frame; what the scenario comes to is remembered for the window, which asks next."""
        studies, catalogue = self._services.studies, self._services.catalogue

        def work(progress: Progress) -> WhatIf:
            state = WhatIf(studies, catalogue, frame, style)
            progress.raise_if_cancelled()
            with contextlib.suppress(UserError):  # the window asks for the same and says what is wrong
                studies.compare(frame, scenario)
                if state.has_months:
                    studies.path(frame, scenario, months)
            return state

        job = Job(_LOOKING, work, quiet=True)
        handle = self._services.runner.submit(job, lane=Lane.WORK, replaces="whatif:state")
        handle.then(self._made, self._services.notices.error)
