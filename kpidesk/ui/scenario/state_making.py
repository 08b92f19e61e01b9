"""The state of the what-if page, made away from the window: drivers are looked for, months are followed."""

import contextlib
from collections.abc import Callable
from dataclasses import replace

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.model import Scenario
from kpidesk.session.beside import Beside
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.notices import Notice, Notices
from kpidesk.session.services import Services
from kpidesk.session.studies import Studies
from kpidesk.ui.scenario.what_if import Answer, WhatIf

_LOOKING = Message(QT_TRANSLATE_NOOP("whatif", "Looking for drivers"))
_TROUBLE = "whatif.trouble"


class StateMaking:
    """``made(state)`` is called in the window when the newest one is there."""

    def __init__(self, services: Services, made: Callable[[WhatIf], None]) -> None:
        self._services, self._made = services, made

    def make(self, frame: ResultFrame, style: Style) -> None:
        """Make the state of a frame."""
        studies, catalogue = self._services.studies, self._services.catalogue
        job = Job(_LOOKING, lambda _: WhatIf(studies, catalogue, frame, style), quiet=True)
        handle = self._services.runner.submit(job, lane=Lane.WORK, replaces="whatif:state")
        handle.then(self._made, self._services.notices.error)


def foresee(studies: Studies, state: WhatIf, beside: Beside, scenario: Scenario, months: int) -> None:
    """Reckon what a scenario comes to with that beside it: it is remembered for the window, which asks next."""
    with contextlib.suppress(UserError):  # the window asks for the same and says what is wrong
        studies.compare(state.frame, scenario, beside=beside)
        state.path(scenario, months, beside)


def answered(state: WhatIf, scenario: Scenario, months: int, notices: Notices) -> tuple[Scenario, Answer]:
    """What follows from a scenario; from no change at all, and it is told, where these data cannot be as it has them.

    Its changes stay in their list, to be taken back; other figures would be those of other data.
    """
    try:
        answer = state.answer(scenario, months)
    except UserError as error:
        notices.post(Notice(Level.BLOCKER, error.message, error.hint, key=_TROUBLE))
        plain = replace(scenario, overrides=())
        return plain, state.answer(plain, months)
    notices.clear(_TROUBLE)
    return scenario, answer
