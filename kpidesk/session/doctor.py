"""The doctor: looks the imported tables over after an import, check by check, between other work."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from psygnal import Signal

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.session.backend import CheckRun, LazyBackend
from kpidesk.session.jobs import Job, JobRunner, Lane
from kpidesk.session.results import Results, ResultsState
from kpidesk.session.session import Session
from kpidesk.workspace.document import Dataset, Workspace

if TYPE_CHECKING:
    from kpidesk.metrics.coverage import Coverage

_ORDER = {Level.BLOCKER: 0, Level.WARNING: 1, Level.NOTE: 2}
SAID_BETTER = {
    "doctor.duplicate_rows": ("ingest.duplicate_rows", "facts.duplicate_rows"),
    "doctor.repeated_id": ("ingest.repeated_id",),
    "doctor.end_before_start": ("ingest.end_before_start",),
    "doctor.negative": ("ingest.negative",),
    "doctor.orphans": ("ingest.orphan_customer",),
    "doctor.no_common_keys": ("ingest.orphan_customer",),
    "doctor.mixed_currencies": ("ingest.mixed_currencies",),
    "doctor.future_date": ("facts.far_date",),
}
"""Findings of the doctor, and those of the import that say the same with fewer places."""


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

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        backend: LazyBackend,
        results: Results,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._session = session
        self._runner = runner
        self._backend = backend
        self._results = results
        self._today = today
        self._stop: Callable[[], None] = _nothing
        self._round = 0
        self.findings: tuple[Finding, ...] = ()
        self.coverage: Coverage | None = None

    def start(self) -> None:
        """Look at the present data; what an earlier look found is dropped."""
        self.cancel()
        self.findings, self.coverage = (), None
        self.changed.emit()
        datasets = self._session.document.used
        if datasets:
            self._cover(datasets, self._round)

    def follow(self) -> None:
        """Look again whenever the numbers were built anew."""
        self._results.rebuilt.disconnect(self._on_rebuilt, missing_ok=True)
        self._results.rebuilt.connect(self._on_rebuilt)
        self._on_rebuilt()

    def cancel(self) -> None:
        """Stop looking; what was found stays."""
        self._round += 1
        self._stop()

    def _on_rebuilt(self) -> None:
        if self._results.state is ResultsState.READY:
            # By way of the other lane, so that what the pages ask when the numbers stand is asked before.
            label = Message(QT_TRANSLATE_NOOP("doctor", "Looking the data over"))
            job: Job[None] = Job(label, lambda _: None, quiet=True)
            self._runner.submit(job, lane=Lane.WORK, replaces="doctor").then(self._on_calm)
        elif self.findings or self.coverage is not None:
            self.cancel()
            self.findings, self.coverage = (), None
            self.changed.emit()

    def _on_calm(self, _: None) -> None:
        if self._results.state is ResultsState.READY:
            self.start()

    def _cover(self, datasets: Sequence[Dataset], round: int) -> None:
        """First what can be computed, then one check after the other."""
        engine = self._results.engine

        def work(_: object) -> "tuple[Coverage | None, tuple[CheckRun, ...]]":
            backend = self._backend.get()
            coverage = None if engine is None else backend.coverage(engine, datasets)
            return coverage, backend.checks(datasets, self._today())

        def covered(found: "tuple[Coverage | None, tuple[CheckRun, ...]]") -> None:
            if round == self._round:
                self.coverage = found[0]
                self.covered.emit()
                self._next(found[1], round)

        label = Message(QT_TRANSLATE_NOOP("doctor", "Looking what can be computed"))
        handle = self._runner.submit(Job(label, work, quiet=True), lane=Lane.STORE)
        self._stop = handle.cancel
        handle.then(covered)

    def _next(self, checks: tuple[CheckRun, ...], round: int) -> None:
        if not checks:
            self.finished.emit()
            return

        def found(findings: tuple[Finding, ...]) -> None:
            if round == self._round:
                if findings:
                    self.findings = tuple(sorted((*self.findings, *findings), key=lambda f: _ORDER[f.level]))
                    self.changed.emit()
                self._next(checks[1:], round)

        label = Message(QT_TRANSLATE_NOOP("doctor", "Looking the data over"))
        handle = self._runner.submit(Job(label, checks[0], quiet=True), lane=Lane.STORE)
        self._stop = handle.cancel
        handle.then(found)


def _nothing() -> None:
    """Nothing runs, so nothing is stopped."""


def all_findings(document: Workspace, of_facts: Sequence[Finding], of_doctor: Sequence[Finding]) -> tuple[Finding, ...]:
    """Everything that is known to be odd about the data, each trouble once, the gravest first."""
    better = {
        (code, finding.where.file, finding.where.sheet)
        for finding in of_doctor
        if finding.where is not None
        for code in SAID_BETTER.get(finding.code, ())
    }

    def is_said_better(finding: Finding) -> bool:
        where = finding.where
        return where is not None and (finding.code, where.file, where.sheet) in better

    of_tables = (finding for dataset in document.datasets.values() for finding in dataset.findings)
    others = (finding for finding in (*of_tables, *of_facts) if not is_said_better(finding))
    return tuple(sorted(dict.fromkeys((*of_doctor, *others)), key=lambda finding: _ORDER[finding.level]))
