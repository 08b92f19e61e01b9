"""Refreshing: sources that changed are read again by their recipes, and what that restates is told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from psygnal import Signal

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.metrics.query import Query
from kpidesk.session.backend import LazyBackend
from kpidesk.session.commands.datasets import ReplaceDatasets
from kpidesk.session.datasets import find_again, load_tables
from kpidesk.session.document_jobs import DocumentJobs
from kpidesk.session.jobs import Job, JobRunner, Lane
from kpidesk.session.notices import Notices
from kpidesk.session.restatement import Restatement
from kpidesk.session.results import Results, ResultsState
from kpidesk.session.session import Session
from kpidesk.session.watching import FileState, SourceWatch, hash_of
from kpidesk.workspace.document import Dataset

if TYPE_CHECKING:
    from kpidesk.metrics.engine import Engine
    from kpidesk.metrics.frame import ResultFrame


@dataclass(frozen=True, slots=True)
class Reread:
    """Tables read again, each beside the dataset in whose place it comes, and what could not be."""

    pairs: tuple[tuple[Dataset, Dataset], ...]
    trouble: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Past:
    """What held before sources were read again: all figures, the engine that gave them, the tables that it counted."""

    frame: "ResultFrame"
    engine: "Engine"
    datasets: tuple[Dataset, ...]


class Refreshing:
    """Reads changed sources again, all in one undo step.

    Signals: ``changed_on_disk(tuple of Path)`` when ``look`` finds sources whose contents are others (a front end asks,
    or calls ``refresh`` at once); ``restated(Restatement)`` after the numbers of a refresh stand.
    """

    changed_on_disk = Signal(object)
    restated = Signal(object)

    def __init__(
        self, session: Session, runner: JobRunner, backend: LazyBackend, results: Results, notices: Notices
    ) -> None:
        self._session = session
        self._jobs = DocumentJobs(session, runner)
        self._backend = backend
        self._results = results
        self._notices = notices
        self._before: _Past | None = None
        self._reread: Reread | None = None
        self._fresh: set[Path] = set()
        self.watch = SourceWatch()
        results.rebuilt.connect(self._on_rebuilt)
        session.replaced.connect(self._on_replaced)

    def fresh(self, paths: Collection[Path]) -> tuple[Path, ...]:
        """Those that were seen as they had been read, and changed since: it is plain that somebody just saved them.

        Others had changed when a workspace was opened; who opens one did not ask for other numbers.
        """
        return tuple(path for path in paths if path in self._fresh)

    def look(self, now: float) -> tuple[Sequence[Path], bool]:
        """Look at the sources of the document; to be called every few seconds and when the system says so.

        Answers the files that are watched, and whether one of them is still being written: then look again soon.
        """
        datasets = tuple(self._session.document.datasets.values())
        self.watch.watch({Path(d.source.path): FileState(d.source.size, d.source.modified) for d in datasets})
        moved = self.watch.look(now)
        self._fresh |= {Path(d.source.path) for d in datasets} - {*moved, *self.watch.moving}
        if moved:
            read = {Path(d.source.path): d.source.sha256 for d in datasets}
            job = Job(
                Message(QT_TRANSLATE_NOOP("refreshing", "Looking at changed files")),
                lambda progress: tuple(path for path in moved if _is_another(path, read[path], progress)),
                quiet=True,
            )
            self._jobs.submit(job, lane=Lane.WORK).then(self._tell_changed)
        return self.watch.paths, self.watch.is_restless

    def refresh(self, paths: Collection[Path] = (), instead: Mapping[Path, Path] | None = None) -> None:
        """Read these sources again (() = all of the document) and compare the past before and after.

        ``instead`` names other files that are now to be read in the place of sources. ``restated`` follows.
        """
        moved = instead or {}
        wanted = frozenset((*paths, *moved))
        datasets = tuple(
            d for d in self._session.document.datasets.values() if not wanted or Path(d.source.path) in wanted
        )
        engine, counted = self._results.engine, tuple(self._session.document.datasets.values())
        label = Message(QT_TRANSLATE_NOOP("refreshing", "Reading {n} {n|table|tables} again"), n=len(datasets))

        def known(frame: "ResultFrame | None") -> None:
            self._before = None if frame is None or engine is None else _Past(frame, engine, counted)
            job = Job(label, lambda progress: self._read(datasets, moved, progress))
            self._jobs.submit(job, lane=Lane.WORK, replaces="refreshing").then(self._put, self._notices.error)

        job = Job(label, lambda progress: _past(engine, self._session.document.rules.profile, progress), quiet=True)
        self._jobs.submit(job, lane=Lane.STORE).then(known, self._notices.error)

    def _read(self, datasets: Sequence[Dataset], instead: Mapping[Path, Path], progress: Progress) -> Reread:
        backend = self._backend.get()
        trouble: list[Finding] = []
        found: list[tuple[Dataset, TableProposal]] = []
        proposals: dict[Path, ImportProposal] = {}
        for dataset in datasets:
            path = instead.get(Path(dataset.source.path), Path(dataset.source.path))
            if path not in proposals and path.exists():
                proposals[path] = backend.propose((path,), progress)
            table = find_again(backend, dataset, proposals[path]) if path in proposals else None
            if table is None:
                trouble.append(_not_there(dataset, path))
            else:
                found.append((dataset, replace(table, name=dataset.name)))
        pairs = []
        for old, table in found:
            outcome = load_tables(backend, (table,), (), progress)
            trouble += outcome.refusals
            pairs += [(old, new) for new in outcome.datasets]
        return Reread(tuple(pairs), tuple(trouble))

    def _put(self, reread: Reread) -> None:
        """Put the new readings in the place of the old ones; the report follows when the numbers stand."""
        for _, new in reread.pairs:
            self.watch.accept(Path(new.source.path), FileState(new.source.size, new.source.modified))
        known = self._session.document.datasets
        if any(old.id in known for old, _ in reread.pairs):
            self._reread = reread
            self._session.execute(ReplaceDatasets(tuple((old.id, new) for old, new in reread.pairs)))
        else:
            self.restated.emit(Restatement((), (), reread.trouble))

    def _on_replaced(self) -> None:
        """Another document: what was seen of its sources and read of them is not what was seen and read before."""
        self.watch = SourceWatch()
        self._fresh.clear()
        self._reread = self._before = None

    def _on_rebuilt(self) -> None:
        reread, engine = self._reread, self._results.engine
        if reread is None or self._results.state is ResultsState.BUILDING:
            return
        self._reread = None
        if not any(new.id in self._session.document.datasets for _, new in reread.pairs):
            return  # undone before the numbers stood
        before = self._before
        profile, counted = self._session.document.rules.profile, tuple(self._session.document.datasets.values())

        def work(progress: Progress) -> Restatement:
            backend = self._backend.get()
            after = _past(engine, profile, progress)
            tables = backend.compare(reread.pairs, progress)
            if before is None or after is None or engine is None:
                return Restatement((), tables, reread.trouble)
            figures = backend.restated(before.frame, after)
            engines, datasets = (before.engine, engine), (before.datasets, counted)
            figures = backend.rows_that_did_it(figures, tables, engines, datasets, profile, progress)
            return Restatement(figures, tables, reread.trouble)

        label = Message(QT_TRANSLATE_NOOP("refreshing", "Comparing the past"))
        self._jobs.submit(Job(label, work), lane=Lane.STORE).then(self.restated.emit, self._notices.error)

    def _tell_changed(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.changed_on_disk.emit(paths)


def _past(engine: "Engine | None", profile: str, progress: Progress) -> "ResultFrame | None":
    """All KPIs by month, None where there is nothing to compute from."""
    return None if engine is None else engine.compute(Query(profile=profile), progress)


def _is_another(path: Path, sha256: str, progress: Progress) -> bool:
    """Whether a file holds other bytes; one that cannot be read now, because somebody writes it, may well."""
    try:
        return hash_of(path, progress) != sha256
    except OSError:
        return True


def _not_there(dataset: Dataset, path: Path) -> Finding:
    text = QT_TRANSLATE_NOOP("refreshing", "{name} was not found in {file} any more and stays as it was.")
    hint = QT_TRANSLATE_NOOP("refreshing", "Look whether the file, the sheet or its header changed; import it anew.")
    message = Message(text, name=dataset.name, file=path.name)
    return Finding(
        Level.WARNING, "refreshing.gone", message, Location(path.name, dataset.source.sheet), 1, Message(hint)
    )
