"""A backend without files and database, and services over it, for the tests of this folder."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import Message, Template
from kpidesk.core.progress import Progress
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.ingest.proposal import FileProposal, ImportProposal, LoadedColumn, LoadedTable, TableProposal
from kpidesk.ingest.raw_sheet import RawSheet, TextSource
from kpidesk.metrics.query import Query
from kpidesk.schema.model import ColumnType, Schema
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.services import Services, build_services
from kpidesk.workspace.document import Dataset, Rules

NOTED = Finding(Level.NOTE, "ingest.note", Message(Template("t", "Seen in {path}"), path=Path("/x")))


def a_table(path: Path, table: str = "subscriptions") -> TableProposal:
    headers = ("Customer", "Start")
    sheet = RawSheet(path, None, "csv", (headers,), 2, len(headers), TextSource(path, False, ",", '"', 0, 2))
    region = Region(sheet, 0, (0,), 1, None, 0, len(headers) - 1, "down", headers, (), "A1:B3")
    columns = tuple(
        ColumnMapping(header, index, None, ColumnType.TEXT, ColumnFormat(currency="EUR" * index))
        for index, header in enumerate(headers)
    )
    return TableProposal(f"{path.name}!A1", region, Mapping(table, 0.9, columns), (NOTED,), path.stem)


class FakeEngine:
    def __init__(self, datasets: Sequence[Dataset], rules: Rules) -> None:
        self.datasets = tuple(dataset.name for dataset in datasets)
        self.rules = rules
        self.facts = SimpleNamespace(findings=())
        self.asked: list[Query] = []

    def compute(self, query: Query, progress: Progress | None = None) -> object:
        self.asked.append(query)
        if "nonsense" in query.metrics:
            raise UserError(Message(Template("t", "There is no nonsense")))
        return (self.datasets, query)


class FakeBackend:
    """Reads any file as one table; refuses to load what is called ``broken``, to build what is called ``odd``."""

    def __init__(self, folder: Path) -> None:
        self.tables = folder / "tables"
        self.schema = Schema({})
        self.catalogue = None
        self.store = None
        self.closed = False
        self.built = 0

    def table_path(self, dataset: DatasetId) -> Path:
        return self.tables / f"{dataset}.parquet"

    def propose(self, paths: Sequence[Path], progress: Progress) -> ImportProposal:
        missing = [path for path in paths if not path.exists()]
        if missing:
            raise UserError(Message(Template("t", "{name} is gone"), name=missing[0].name))
        return ImportProposal(tuple(FileProposal(path, "csv", (), (a_table(path),)) for path in paths))

    def load(self, table: TableProposal, dataset: DatasetId, progress: Progress) -> LoadedTable:
        if "broken" in table.name:
            raise UserError(Message(Template("t", "It is broken")))
        target = self.table_path(dataset)
        target.write_bytes(table.name.encode())
        columns = (LoadedColumn("customer_id", ColumnType.ID, "Customer", False),)
        return LoadedTable(target, table.mapping.table, columns, 2, (NOTED,))

    def check(self, tables: Sequence[tuple[TableProposal, LoadedTable]]) -> tuple[LoadedTable, ...]:
        return tuple(loaded for _, loaded in tables)

    def build(self, datasets: Sequence[Dataset], rules: Rules, progress: Progress) -> FakeEngine:
        self.built += 1
        if any(dataset.name == "odd" for dataset in datasets):
            raise UserError(Message(Template("t", "That is odd")))
        return FakeEngine(datasets, rules)

    def rows(self, dataset: DatasetId, offset: int, limit: int) -> dict[str, object]:
        return {}

    def close(self) -> None:
        self.closed = True


def a_desk(folder: Path) -> Services:
    return build_services(InlineRunner(), FakeBackend, Folders.below(folder))


def files(folder: Path, *names: str) -> list[Path]:
    """Empty files of these names."""
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text("Customer,Start\n")
    return paths


def taken(services: Services, *paths: Path) -> None:
    """Import files with everything that is recognised."""
    services.importing.accept(services.importing.start(paths).result)
