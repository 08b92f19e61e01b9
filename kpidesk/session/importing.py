"""From files to datasets: look, let the user correct, load, and take in as one undoable step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from psygnal import Signal

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.clipboard import write_pasted
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.ingest.raw_sheet import RawSheet, Row
from kpidesk.ingest.recipe import Step
from kpidesk.ingest.recipe_table import Followed, take_step
from kpidesk.session.backend import LazyBackend
from kpidesk.session.commands.datasets import AddDatasets, EditMapping
from kpidesk.session.datasets import ImportOutcome, find_again, load_tables, place_of
from kpidesk.session.document_jobs import DocumentJobs
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.mapping_memory import MappingMemory
from kpidesk.session.notices import Notice, Notices
from kpidesk.session.ready_sample import ReadySample
from kpidesk.session.session import Session
from kpidesk.workspace.document import Dataset


@dataclass(frozen=True, slots=True)
class Reopened:
    """An imported table, looked into again in its source and read as it was accepted, recipe included."""

    dataset: DatasetId
    table: TableProposal


class Importing:
    """One import at a time; what is under way when another document takes the place of this one comes to nothing.

    Signals: ``proposed(ImportProposal)`` when files were looked into: show them for review, or ``accept``;
    ``imported(ImportOutcome)`` after the datasets are in the document; ``reopened(Reopened)`` when an imported table
    can be corrected again: show it for review, then ``read_again``.
    """

    proposed = Signal(object)
    imported = Signal(object)
    reopened = Signal(object)

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        backend: LazyBackend,
        notices: Notices,
        memory: MappingMemory,
        ready: ReadySample | None = None,
    ) -> None:
        self._session = session
        self._runner = runner
        self._jobs = DocumentJobs(session, runner)
        self._backend = backend
        self._notices = notices
        self._memory = memory
        self._ready = ready

    def take_sample(self, paths: Sequence[Path]) -> JobHandle[ImportOutcome]:
        """Take in the sample company, which needs no review: as it was imported once, where that is still known."""
        wanted, ready = tuple(paths), self._ready
        label = Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=wanted[0].name)

        def find(progress: Progress) -> ImportOutcome:
            found = None if ready is None else ready.find(wanted, progress)
            if found is None:
                proposal = self._recalled(self._backend.get().propose(wanted, progress.part(0, 2)))
                chosen = tuple(table for table in proposal.tables if table.is_loaded_by_default)
                found = self._load(proposal, chosen, {table.id for table in chosen}, progress.part(1, 2))
                if ready is not None:
                    ready.keep(wanted, found, progress)
            return found

        handle = self._jobs.submit(Job(label, find), lane=Lane.WORK, replaces="importing:propose")
        return handle.then(self._take_in, self._notices.error)

    def start(self, paths: Sequence[Path]) -> JobHandle[ImportProposal]:
        """Look into files and folders; ``proposed`` follows. Workspaces are opened by persistence, not here."""
        wanted = tuple(paths)
        label = Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=wanted[0].name)
        if len(wanted) > 1:
            label = Message(QT_TRANSLATE_NOOP("importing", "Reading {n} {n|file|files}"), n=len(wanted))
        job = Job(
            label,
            lambda progress: self._recalled(self._backend.get().propose(wanted, progress)),
        )
        handle = self._jobs.submit(job, lane=Lane.WORK, replaces="importing:propose")
        return handle.then(self._looked_into, self._notices.error)

    def paste(self, text: str, html: str, name: str) -> JobHandle[ImportProposal]:
        """Look into what was copied elsewhere, kept as ``<name> 1``, ``<name> 2`` …; ``proposed`` follows as for files.

        ``text`` and ``html`` are the clipboard's own; what holds no text is refused in a notice.
        """
        reading = Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=name)
        job = Job(reading, lambda progress: self._look_into_pasted(text, html, name, progress))
        handle = self._jobs.submit(job, lane=Lane.WORK, replaces="importing:propose")
        return handle.then(self._looked_into, self._notices.error)

    def _look_into_pasted(self, text: str, html: str, name: str, progress: Progress) -> ImportProposal:
        backend = self._backend.get()
        path = write_pasted(text, html, backend.table_path(DatasetId("pasted")).parent / "pasted", name)
        if path is None:
            raise UserError(
                Message(QT_TRANSLATE_NOOP("importing", "The clipboard holds no table")),
                Message(QT_TRANSLATE_NOOP("importing", "Copy cells in a spreadsheet, then paste them here.")),
            )
        return self._recalled(backend.propose((path,), progress))

    def accept(
        self,
        proposal: ImportProposal,
        tables: Collection[str] | None = None,
        *,
        remember: bool | Collection[str] = True,
    ) -> JobHandle[ImportOutcome]:
        """Load the tables with these ids, by default all that are recognised, and take them in as one step.

        ``remember``: for which tables (ids, or all) files like this are read the same way from now on; what was known
        of the others is forgotten.
        """
        chosen = tuple(t for t in proposal.tables if (t.id in tables if tables is not None else t.is_loaded_by_default))
        kept = {table.id for table in chosen} if remember is True else set(remember or ())

        def load(progress: Progress) -> ImportOutcome:
            return self._load(proposal, chosen, kept, progress)

        label = Message(QT_TRANSLATE_NOOP("importing", "Importing {count} {count|table|tables}"), count=len(chosen))
        handle = self._jobs.submit(Job(label, load), lane=Lane.WORK)
        return handle.then(self._take_in, self._notices.error)

    def _load(
        self, proposal: ImportProposal, chosen: Sequence[TableProposal], kept: Collection[str], progress: Progress
    ) -> ImportOutcome:
        noticed = tuple(finding for file in proposal.files for finding in file.findings)
        outcome = load_tables(self._backend.get(), chosen, noticed, progress)
        self._keep(chosen, kept)
        return outcome

    def reopen(self, dataset: DatasetId) -> JobHandle[Reopened]:
        """Look into the source of an imported table again; ``reopened`` follows, or a notice where it is not there."""
        known = self._session.document.datasets[dataset]
        job = Job(
            Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=known.name),
            lambda progress: self._open_again(known, progress),
        )
        handle = self._jobs.submit(job, lane=Lane.WORK, replaces="importing:propose")
        return handle.then(self.reopened.emit, self._notices.error)

    def _open_again(self, dataset: Dataset, progress: Progress) -> Reopened:
        backend, path = self._backend.get(), Path(dataset.source.path)
        if not path.exists():
            gone = QT_TRANSLATE_NOOP("importing", "{file} is not there any more, so {name} cannot be read again")
            hint = QT_TRANSLATE_NOOP("importing", "Put the file back, or import it from where it is now.")
            raise UserError(Message(gone, file=str(path), name=dataset.name), Message(hint))
        table = find_again(backend, dataset, backend.propose((path,), progress))
        if table is None:
            text = QT_TRANSLATE_NOOP("importing", "{file} does not hold {name} any more")
            hint = QT_TRANSLATE_NOOP("importing", "The file was changed: import it anew.")
            raise UserError(Message(text, file=path.name, name=dataset.name), Message(hint))
        return Reopened(dataset.id, table)

    def take_step(self, table: TableProposal, step: Step) -> Followed:
        """One correction by the user, recorded in the table's recipe; at once."""
        return take_step(table, step, self._backend.get().schema)

    def correct(self, table: TableProposal, step: Step) -> JobHandle[Followed]:
        """One correction by the user as a job: a wide sheet read under another header takes seconds."""
        job = Job(
            Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=table.name),
            lambda _: self.take_step(table, step),
        )
        return self._runner.submit(job, lane=Lane.WORK)

    def rows(self, sheet: RawSheet, first: int, count: int) -> JobHandle[tuple[Row, ...]]:
        """Rows of a sheet under review that were not looked at, read from its source."""

        def read(progress: Progress) -> tuple[Row, ...]:
            return self._backend.get().store.text_page(sheet.source, first, count)

        label = Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=sheet.name)
        return self._runner.submit(Job(label, read, quiet=True), lane=Lane.WORK)

    def is_remembered(self, table: TableProposal) -> bool:
        """Whether files like this one's are already read in a remembered way."""
        return self._memory.knows(table)

    def read_again(self, old: DatasetId, table: TableProposal, *, remember: bool = True) -> JobHandle[ImportOutcome]:
        """Load one table under another mapping and put it in the place of an imported one, as one undo step."""

        def load(progress: Progress) -> ImportOutcome:
            outcome = load_tables(self._backend.get(), (table,), (), progress)
            self._keep((table,), {table.id} if remember else set())
            return outcome

        def put(outcome: ImportOutcome) -> None:
            for dataset in outcome.datasets:
                self._session.execute(EditMapping(old, dataset))
            self._report(outcome)

        label = Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=table.name)
        return self._jobs.submit(Job(label, load), lane=Lane.WORK).then(put, self._notices.error)

    def _looked_into(self, proposal: ImportProposal) -> None:
        for finding in self._memory.take_findings():
            self._notices.tell(finding.level, finding.message, finding.hint, key=finding.code)
        self.proposed.emit(proposal)

    def _recalled(self, proposal: ImportProposal) -> ImportProposal:
        return self._memory.recall(proposal, self._backend.get().schema)

    def _keep(self, tables: Sequence[TableProposal], remembered: Collection[str]) -> None:
        """On the lane of the job: what is remembered is written in one file."""
        self._memory.remember(*(table for table in tables if table.id in remembered))
        self._memory.forget(*(table for table in tables if table.id not in remembered))

    def _take_in(self, outcome: ImportOutcome) -> None:
        known = {place_of(d): d.id for d in self._session.document.datasets.values()}
        old = tuple(known[place_of(d)] for d in outcome.datasets if place_of(d) in known)
        self._session.execute(AddDatasets(outcome.datasets, old, outcome.grain))
        self._report(outcome)

    def _report(self, outcome: ImportOutcome) -> None:
        for refusal in outcome.refusals:
            self._notices.post(Notice(Level.BLOCKER, refusal.message, findings=(refusal,)))
        self.imported.emit(outcome)
