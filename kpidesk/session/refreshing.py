"""Refreshing: sources that changed are read again by their recipes, and what that restates is told."""

from collections.abc import Collection
from pathlib import Path

from psygnal import Signal

from kpidesk.session.importing import Importing
from kpidesk.session.jobs import JobHandle, JobRunner
from kpidesk.session.notices import Notices
from kpidesk.session.restatement import Restatement
from kpidesk.session.results import Results
from kpidesk.session.session import Session
from kpidesk.session.watching import SourceWatch


class Refreshing:
    """Reads changed sources again, all in one undo step.

    Signals: ``changed_on_disk(tuple of Path)`` when ``look`` finds sources that moved (a front end asks, or calls
    ``refresh`` at once); ``restated(Restatement)`` after the numbers of a refresh stand.
    """

    changed_on_disk = Signal(object)
    restated = Signal(object)

    def __init__(
        self, session: Session, runner: JobRunner, importing: Importing, results: Results, notices: Notices
    ) -> None:
        self._session = session
        self._runner = runner
        self._importing = importing
        self._results = results
        self._notices = notices
        self.watch = SourceWatch()

    def look(self, now: float) -> None:
        """Look at the sources of the document; to be called about once a second and when the system says so."""
        raise NotImplementedError

    def refresh(self, paths: Collection[Path] = ()) -> JobHandle[Restatement]:
        """Read these sources again (() = all of the document) and compare the past before and after."""
        raise NotImplementedError
