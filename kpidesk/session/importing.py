"""From files to datasets: look, let the user correct, load, and take in as one undoable step."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from psygnal import Signal

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.ids import DatasetId, new_id
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.clipboard import write_pasted
from kpidesk.ingest.proposal import UNREADABLE, ImportProposal, LoadedTable, TableProposal
from kpidesk.ingest.recipe import Step
from kpidesk.ingest.recipe_table import Followed, take_step
from kpidesk.session.backend import LazyBackend
from kpidesk.session.commands.datasets import AddDatasets, EditMapping
from kpidesk.session.jobs import Job, JobHandle, JobRunner, Lane
from kpidesk.session.mapping_memory import MappingMemory
from kpidesk.session.notices import Notice, Notices
from kpidesk.session.session import Session
from kpidesk.workspace.codec import settled, to_plain
from kpidesk.workspace.document import Dataset, DatasetColumn, SourceRef

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import brought: the datasets, and everything that was noticed, refusals included."""

    datasets: tuple[Dataset, ...]
    findings: tuple[Finding, ...]

    @property
    def refusals(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level is Level.BLOCKER)


@dataclass(frozen=True, slots=True)
class Reopened:
    """An imported table, looked into again in its source and read as it was accepted, recipe included."""

    dataset: DatasetId
    table: TableProposal


class Importing:
    """One import at a time.

    Signals: ``proposed(ImportProposal)`` when files were looked into: show them for review, or ``accept``;
    ``imported(ImportOutcome)`` after the datasets are in the document; ``reopened(Reopened)`` when an imported table
    can be corrected again: show it for review, then ``read_again``.
    """

    proposed = Signal(object)
    imported = Signal(object)
    reopened = Signal(object)

    def __init__(
        self, session: Session, runner: JobRunner, backend: LazyBackend, notices: Notices, memory: MappingMemory
    ) -> None:
        self._session = session
        self._runner = runner
        self._backend = backend
        self._notices = notices
        self._memory = memory

    def start(self, paths: Sequence[Path]) -> JobHandle[ImportProposal]:
        """Look into files and folders; ``proposed`` follows. Workspaces are opened by persistence, not here."""
        wanted = tuple(paths)
        job = Job(
            Message(
                QT_TRANSLATE_NOOP("importing", "Reading {name}"),
                name=wanted[0].name if len(wanted) == 1 else len(wanted),
            ),
            lambda progress: self._memory.recall(self._backend.get().propose(wanted, progress)),
        )
        handle = self._runner.submit(job, lane=Lane.WORK, replaces="importing:propose")
        return handle.then(self.proposed.emit, self._notices.error)

    def paste(self, text: str, html: str, name: str) -> JobHandle[ImportProposal]:
        """Look into what was copied elsewhere, kept as ``<name> 1``, ``<name> 2`` …; ``proposed`` follows as for files.

        ``text`` and ``html`` are the clipboard's own; what holds no text is refused in a notice.
        """
        reading = Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=name)
        job = Job(reading, lambda progress: self._look_into_pasted(text, html, name, progress))
        handle = self._runner.submit(job, lane=Lane.WORK, replaces="importing:propose")
        return handle.then(self.proposed.emit, self._notices.error)

    def _look_into_pasted(self, text: str, html: str, name: str, progress: Progress) -> ImportProposal:
        backend = self._backend.get()
        path = write_pasted(text, html, backend.table_path(DatasetId("pasted")).parent / "pasted", name)
        if path is None:
            raise UserError(
                Message(QT_TRANSLATE_NOOP("importing", "The clipboard holds no table")),
                Message(QT_TRANSLATE_NOOP("importing", "Copy cells in a spreadsheet, then paste them here.")),
            )
        return self._memory.recall(backend.propose((path,), progress))

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
        noticed = tuple(finding for file in proposal.files for finding in file.findings)
        job = Job(
            Message(QT_TRANSLATE_NOOP("importing", "Importing {count} {count|table|tables}"), count=len(chosen)),
            lambda progress: self._load_all(chosen, noticed, progress),
        )
        handle = self._runner.submit(job, lane=Lane.WORK)
        for table in chosen:
            self._keep(table, remember=remember if isinstance(remember, bool) else table.id in remember)
        return handle.then(self._take_in, self._notices.error)

    def reopen(self, dataset: DatasetId) -> JobHandle[Reopened]:
        """Look into the source of an imported table again; ``reopened`` follows, or a notice where it is not there."""
        raise NotImplementedError

    def take_step(self, table: TableProposal, step: Step) -> Followed:
        """One correction by the user, recorded in the table's recipe; at once."""
        return take_step(table, step, self._backend.get().schema)

    def is_remembered(self, table: TableProposal) -> bool:
        """Whether files like this one's are already read in a remembered way."""
        return self._memory.knows(table)

    def read_again(self, old: DatasetId, table: TableProposal, *, remember: bool = True) -> JobHandle[ImportOutcome]:
        """Load one table under another mapping and put it in the place of an imported one, as one undo step."""
        job = Job(
            Message(QT_TRANSLATE_NOOP("importing", "Reading {name}"), name=table.name),
            lambda progress: self._load_all((table,), (), progress),
        )
        self._keep(table, remember=remember)

        def put(outcome: ImportOutcome) -> None:
            for dataset in outcome.datasets:
                self._session.execute(EditMapping(old, dataset))
            self._report(outcome)

        return self._runner.submit(job, lane=Lane.WORK).then(put, self._notices.error)

    def _keep(self, table: TableProposal, *, remember: bool) -> None:
        if remember:
            self._memory.remember(table)
        else:
            self._memory.forget(table)

    def _load_all(
        self, tables: Sequence[TableProposal], noticed: tuple[Finding, ...], progress: Progress
    ) -> ImportOutcome:
        backend = self._backend.get()
        hashes: dict[Path, str] = {}
        findings = list(noticed)
        ids: list[DatasetId] = []
        read: list[tuple[TableProposal, LoadedTable]] = []
        for done, table in enumerate(tables):
            progress.step(done, len(tables), Message(QT_TRANSLATE_NOOP("importing", "Loading {name}"), name=table.name))
            path = table.region.sheet.file
            try:
                if path not in hashes:
                    hashes[path] = _sha256(path, progress)
                id = DatasetId(new_id())
                loaded = backend.load(table, id, progress)
            except OSError as error:
                findings.append(_unreadable(table, _reason(error)))
            except UserError as error:
                findings.append(_unreadable(table, error.message))
            else:
                ids.append(id)
                read.append((table, loaded))
        checked = backend.check(read)
        datasets = tuple(
            _dataset(id, table, loaded, hashes[table.region.sheet.file])
            for id, (table, _), loaded in zip(ids, read, checked, strict=True)
        )
        findings.extend(finding for dataset in datasets for finding in dataset.findings)
        return ImportOutcome(datasets, tuple(findings))

    def _take_in(self, outcome: ImportOutcome) -> None:
        known = {_place(d): d.id for d in self._session.document.datasets.values()}
        old = tuple(known[_place(d)] for d in outcome.datasets if _place(d) in known)
        self._session.execute(AddDatasets(outcome.datasets, old))
        self._report(outcome)

    def _report(self, outcome: ImportOutcome) -> None:
        for refusal in outcome.refusals:
            self._notices.post(Notice(Level.BLOCKER, refusal.message, findings=(refusal,)))
        self.imported.emit(outcome)


def _reason(error: OSError) -> Message:
    """What the system says of a file that cannot be read."""
    return Message(
        QT_TRANSLATE_NOOP("importing", "The file cannot be read: {reason}"), reason=error.strerror or str(error)
    )


def _dataset(id: DatasetId, table: TableProposal, loaded: LoadedTable, sha256: str) -> Dataset:
    path = table.region.sheet.file
    stat = path.stat()
    sampled = (finding for finding in table.findings if finding.code != UNREADABLE)
    findings = dict.fromkeys((*sampled, *loaded.findings))
    mapping = to_plain(table.mapping)
    return Dataset(
        id,
        table.name,
        loaded.table,
        tuple(DatasetColumn(c.name, c.type, c.header, c.is_attribute) for c in loaded.columns),
        loaded.rows,
        SourceRef(
            str(path.absolute()), table.region.sheet.sheet, table.region.range, sha256, stat.st_size, stat.st_mtime
        ),
        mapping if isinstance(mapping, dict) else {},
        tuple(_settled(f) for f in findings),
        currency=_currency(table),
    )


def _currency(table: TableProposal) -> str:
    """The one currency that the cells of a table show, '' where they show none or several."""
    shown = {column.format.currency for column in table.mapping.columns if column.format.currency}
    return shown.pop() if len(shown) == 1 else ""


def _place(dataset: Dataset) -> tuple[str, str | None, str]:
    """Where in the user's files a dataset begins; the same place imported again replaces the older reading."""
    return dataset.source.path, dataset.source.sheet, dataset.source.range.partition(":")[0]


def _unreadable(table: TableProposal, reason: Message) -> Finding:
    sheet = table.region.sheet
    text = QT_TRANSLATE_NOOP("importing", "{name} could not be loaded: {reason}")
    return Finding(
        Level.BLOCKER,
        "import.load",
        Message(text, name=table.name, reason=reason),
        Location(sheet.file.name, sheet.sheet),
    )


def _sha256(path: Path, progress: Progress) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            progress.raise_if_cancelled()
            digest.update(piece)
    return digest.hexdigest()


def _settled(finding: Finding) -> Finding:
    """The finding with words that survive a saved file."""
    hint = None if finding.hint is None else settled(finding.hint)
    return replace(finding, message=settled(finding.message), hint=hint)
