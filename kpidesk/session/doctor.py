"""The doctor: looks the imported tables over after an import, check by check, between other work."""

from psygnal import Signal

from kpidesk.core.findings import Finding
from kpidesk.metrics.coverage import Coverage
from kpidesk.session.backend import LazyBackend
from kpidesk.session.jobs import JobRunner
from kpidesk.session.results import Results
from kpidesk.session.session import Session


class Doctor:
    """Findings on the data of the document, and what can be computed from them.

    Nothing runs unless asked: ``start`` looks once, ``follow`` after each rebuilding of the numbers. Each check is a
    quiet job of its own on the STORE lane, so that a question of the dashboard never waits for more than one.

    Signals: ``changed()`` after ``findings`` grew or were cleared; ``covered()`` when ``coverage`` stands;
    ``finished()`` after the last check.
    """

    changed = Signal()
    covered = Signal()
    finished = Signal()

    def __init__(self, session: Session, runner: JobRunner, backend: LazyBackend, results: Results) -> None:
        self._session = session
        self._runner = runner
        self._backend = backend
        self._results = results
        self.findings: tuple[Finding, ...] = ()
        self.coverage: Coverage | None = None

    def start(self) -> None:
        """Look at the present data; what an earlier look found is dropped."""
        raise NotImplementedError

    def follow(self) -> None:
        """Look again whenever the numbers were built anew."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop looking; what was found stays."""
        raise NotImplementedError
