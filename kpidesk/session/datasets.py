"""From proposals to datasets: loads what was accepted, and finds an imported table again in its source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.ids import DatasetId, new_id
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.core.system_reasons import system_reason
from kpidesk.ingest.loading import MONTHLY, months_each
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.proposal import UNREADABLE, ImportProposal, LoadedTable, TableProposal
from kpidesk.ingest.recipe import NO_RECIPE, Recipe
from kpidesk.ingest.recipe_table import follow
from kpidesk.ingest.signature import recalled, signature_of
from kpidesk.session.backend import Backend
from kpidesk.session.watching import hash_of
from kpidesk.workspace.codec import CodecError, from_plain, settled, to_plain
from kpidesk.workspace.document import Dataset, DatasetColumn, SourceRef

_GRAINS = {3: Grain.QUARTER, 12: Grain.YEAR}


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import brought: the datasets, and everything that was noticed, refusals included.

    ``grain`` is that of all of them where it is no month but longer.
    """

    datasets: tuple[Dataset, ...]
    findings: tuple[Finding, ...]
    grain: Grain | None = None

    @property
    def refusals(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level is Level.BLOCKER)


def load_tables(
    backend: Backend, tables: Sequence[TableProposal], noticed: tuple[Finding, ...], progress: Progress
) -> ImportOutcome:
    """Load accepted tables as new datasets; those that cannot be loaded are findings. ``noticed`` go along."""
    hashes: dict[Path, str] = {}
    findings = list(noticed)
    ids: list[DatasetId] = []
    read: list[tuple[TableProposal, LoadedTable]] = []
    for done, table in enumerate(tables):
        progress.step(done, len(tables), Message(QT_TRANSLATE_NOOP("importing", "Loading {name}"), name=table.name))
        path = table.region.sheet.file
        try:
            if path not in hashes:
                hashes[path] = hash_of(path, progress.part(2 * done, 2 * len(tables)))
            id = DatasetId(new_id())
            loaded = backend.load(table, id, progress.part(2 * done + 1, 2 * len(tables)))
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
    return ImportOutcome(datasets, tuple(findings), _grain_of([table for table, _ in read]))


def _grain_of(tables: Sequence[TableProposal]) -> Grain | None:
    """Quarter or year where nothing finer came in: by month most of its figures would be missing."""
    found = {months_each(table) if table.mapping.table == MONTHLY else 1 for table in tables}
    return _GRAINS.get(found.pop()) if len(found) == 1 else None


def find_again(backend: Backend, dataset: Dataset, proposal: ImportProposal) -> TableProposal | None:
    """The table of a dataset in its source looked into anew, read as it was accepted; None where it is not there."""
    table = _same_place(dataset, proposal)
    if table is None:
        return None
    recipe, mapping = recipe_of(dataset), mapping_of(dataset)
    if recipe:
        followed = follow(table, recipe, backend.schema)
        table = replace(followed.table, findings=(*followed.table.findings, *followed.findings))
    return table if mapping is None else recalled(table, mapping)


def _same_place(dataset: Dataset, proposal: ImportProposal) -> TableProposal | None:
    """By what the table looks like, best at the same place; else by its place alone."""
    source, mapping, recipe = dataset.source, mapping_of(dataset), recipe_of(dataset)
    tables = [table for table in proposal.tables if table.region.sheet.sheet == source.sheet] or [*proposal.tables]
    start = source.range.partition(":")[0]
    here = [table for table in tables if table.region.range.partition(":")[0] == start]
    if recipe.found_as:
        alike = [table for table in tables if signature_of(table) == recipe.found_as]
        return next((table for table in alike if table in here), alike[0] if alike else None) or _only(here or tables)
    headers = set() if mapping is None else {column.header for column in mapping.columns}
    best = max((*here, *tables), key=lambda table: len(headers.intersection(table.region.headers)), default=None)
    return best if best is not None and headers.intersection(best.region.headers) else _only(here)


def _only(tables: Sequence[TableProposal]) -> TableProposal | None:
    return tables[0] if len(tables) == 1 else None


def mapping_of(dataset: Dataset) -> Mapping | None:
    """The mapping that was accepted, None where the saved one cannot be read any more."""
    try:
        return from_plain(Mapping, to_plain(dataset.mapping))
    except CodecError:
        return None


def recipe_of(dataset: Dataset) -> Recipe:
    """The corrections that were made; none where the saved ones cannot be read any more."""
    if not dataset.recipe:
        return NO_RECIPE
    try:
        return from_plain(Recipe, to_plain(dataset.recipe))
    except CodecError:
        return NO_RECIPE


def _reason(error: OSError) -> Message:
    """What the system says of a file that cannot be read."""
    return Message(QT_TRANSLATE_NOOP("importing", "The file cannot be read: {reason}"), reason=system_reason(error))


def _dataset(id: DatasetId, table: TableProposal, loaded: LoadedTable, sha256: str) -> Dataset:
    path = table.region.sheet.file
    stat = path.stat()
    sampled = (finding for finding in table.findings if finding.code != UNREADABLE)
    findings = dict.fromkeys((*sampled, *loaded.findings))
    mapping, recipe = to_plain(table.mapping), to_plain(table.recipe)
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
        recipe=recipe if isinstance(recipe, dict) and table.recipe else {},
    )


def _currency(table: TableProposal) -> str:
    """The one currency that the cells of a table show, '' where they show none or several."""
    shown = {column.format.currency for column in table.mapping.columns if column.format.currency}
    return shown.pop() if len(shown) == 1 else ""


def place_of(dataset: Dataset) -> tuple[str, str | None, str]:
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


def _settled(finding: Finding) -> Finding:
    """The finding with words that survive a saved file."""
    hint = None if finding.hint is None else settled(finding.hint)
    return replace(finding, message=settled(finding.message), hint=hint)
