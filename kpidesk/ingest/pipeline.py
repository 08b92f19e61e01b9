"""From files to typed tables: propose what they hold; load what was accepted."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.checks import check_proposal, place, still_noticed
from kpidesk.ingest.file_checks import unreadable_file, without_table
from kpidesk.ingest.layout import Region, find_regions
from kpidesk.ingest.loaded_checks import check_orphans
from kpidesk.ingest.loading import TextLoader, load_table
from kpidesk.ingest.long_figures import by_metric
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.profile import ColumnProfile, profile_columns
from kpidesk.ingest.proposal import FileProposal, ImportProposal, LoadedTable, TableProposal, table_id
from kpidesk.ingest.raw_sheet import RawSheet
from kpidesk.ingest.reader import BOOK_ENDINGS, Reader, kept_reader, spreadsheets
from kpidesk.ingest.recognition import Names, Recogniser, recogniser_of
from kpidesk.ingest.recognition_import import Found, settle_import
from kpidesk.ingest.snapshots import as_history
from kpidesk.schema.model import Schema


def propose(paths: Sequence[Path], schema: Schema, progress: Progress) -> ImportProposal:
    """What files, and the spreadsheets in folders, hold and mean; one that cannot be read has a blocker finding."""
    files = list(dict.fromkeys(spreadsheets(paths)))
    found: list[Found] = []
    # The first time it is compiled for a while, which other processes can use to begin with the first file.
    with kept_reader() as reader, ThreadPoolExecutor(1) as pool:
        compiled = pool.submit(recogniser_of, schema)
        if any(path.suffix.lower() in BOOK_ENDINGS for path in files):
            reader.warm_up()
        for done, path in enumerate(files):
            text = QT_TRANSLATE_NOOP("import", "Reading {name}")
            progress.step(done, len(files), Message(text, name=path.name))
            found.append(_find(path, reader, compiled, progress.part(done, len(files))))
    recogniser = compiled.result()
    settled = settle_import(as_history(found, recogniser))
    return ImportProposal(tuple(_file_proposal(file, schema, recogniser) for file in settled))


def load(table: TableProposal, store: TextLoader, target: Path, progress: Progress) -> LoadedTable:
    """Write one accepted table, typed and named by role, to ``target``; see ingest.loading."""
    progress.raise_if_cancelled()
    return load_table(table, store, target, progress)


def check_together(tables: Sequence[tuple[TableProposal, LoadedTable]]) -> tuple[LoadedTable, ...]:
    """The tables of one import as loaded, each with what only the others show about it."""
    return check_orphans([(place(table.region), loaded) for table, loaded in tables])


def propose_table(table: TableProposal, name: str, schema: Schema) -> TableProposal:
    """The same region read as another table of the schema: its columns' roles are guessed anew."""
    recogniser = recogniser_of(schema)
    profiles = profile_columns(table.region)
    mapping = recogniser.as_table(table.region, profiles, name)
    findings = check_proposal(table.region, mapping, profiles, schema, recogniser.vocabulary)
    noticed = still_noticed(table.noticed, mapping)
    return TableProposal(table.id, table.region, mapping, (*noticed, *findings), table.name, noticed=table.noticed)


def _find(path: Path, reader: Reader, compiled: Future[Recogniser], progress: Progress) -> Found:
    try:
        sheets = reader.read(path, progress)
    except UserError as error:
        return Found(
            path, path.suffix.lstrip(".").lower(), (unreadable_file(path, error.message, error.hint),), (), (), ()
        )
    recogniser = compiled.result()
    regions: list[Region] = []
    profiles: list[tuple[ColumnProfile, ...]] = []
    mappings: list[Mapping] = []
    shown: list[RawSheet] = []
    for sheet in sheets:
        progress.raise_if_cancelled()
        found = find_regions(sheet)
        long = by_metric(sheet, found, recogniser.index, reader.copy_of(sheet, f".metrics{len(shown)}.csv"))
        shown.append(long or sheet)
        for region in found if long is None else find_regions(long):
            progress.raise_if_cancelled()
            columns = profile_columns(region)
            progress.raise_if_cancelled()
            regions.append(region)
            profiles.append(columns)
            names = Names(sheet.sheet, path.stem)
            is_named = long is not None
            mappings.append(
                recogniser.as_figures(region, columns) if is_named else recogniser.recognise(region, columns, names)
            )
    findings = tuple(finding for sheet in shown for finding in sheet.findings)
    if not regions and sheets and not any(finding.level is Level.BLOCKER for finding in findings):
        text = QT_TRANSLATE_NOOP("import", "{name} holds no table.")
        hint = QT_TRANSLATE_NOOP(
            "import", "A table has a row of column names and rows below it, on a sheet of its own."
        )
        findings = (unreadable_file(path, Message(text, name=path.name), Message(hint)), *findings)
    findings = (*findings, *without_table(shown, regions))
    kind = sheets[0].format if sheets else path.suffix.lstrip(".").lower()
    return Found(path, kind, findings, tuple(regions), tuple(profiles), tuple(mappings))


def _file_proposal(file: Found, schema: Schema, recogniser: Recogniser) -> FileProposal:
    tables: list[TableProposal] = []
    for region, profiles, mapping, copy in zip(file.regions, file.profiles, file.mappings, file.copies, strict=True):
        findings = check_proposal(region, mapping, profiles, schema, recogniser.vocabulary)
        noticed = file.noticed.get(len(tables), ())
        found = TableProposal(table_id(region), region, mapping, (*noticed, *findings), region.sheet.name, copy)
        tables.append(replace(found, noticed=noticed))
    return FileProposal(file.path, file.format, file.findings, tuple(tables))
