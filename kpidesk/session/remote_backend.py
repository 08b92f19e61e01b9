"""The backend over an engine elsewhere: tables stay where they lie, facts and measures run there."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.cleaning import loaded_columns
from kpidesk.ingest.loading import MONTHLY
from kpidesk.ingest.proposal import ImportProposal, LoadedTable, TableProposal
from kpidesk.ingest.raw_sheet import HEAD_ROWS
from kpidesk.ingest.unpivot import LONG
from kpidesk.schema.model import ColumnType
from kpidesk.session.local_backend import LocalBackend
from kpidesk.store.database import Columns, Database
from kpidesk.store.engines import open_engine
from kpidesk.store.remote import RemoteStore

_FIGURES = (ColumnType.MONEY, ColumnType.NUMBER, ColumnType.PERCENT)


class RemoteBackend(LocalBackend):
    """Names of tables (``schema.table``) stand where the other backend has files.

    What a table means is settled on a sample of its rows; the rows themselves never come here. Raises UserError where
    the engine does not answer.
    """

    def __init__(self, folder: Path, url: str) -> None:
        super().__init__(folder)
        self._samples = folder / "samples"
        self._sources: dict[Path, str] = {}
        self._remote = RemoteStore(open_engine(url))

    def propose(self, paths: Sequence[Path], progress: Progress) -> ImportProposal:
        self._samples.mkdir(parents=True, exist_ok=True)
        for done, path in enumerate(paths):
            text = QT_TRANSLATE_NOOP("import", "Reading {name}")
            progress.step(done, len(paths), Message(text, name=str(path)))
            self._sources[self._sample(str(path))] = str(path)
        return super().propose(tuple(self._sources), progress)

    def load(self, table: TableProposal, dataset: DatasetId, progress: Progress) -> LoadedTable:
        source = self._sources[table.region.sheet.file]
        named = self._named(source)
        if table.mapping.orientation == "across" or table.region.header_row != 0:
            text = QT_TRANSLATE_NOOP("engines", "{table} has no plain columns; bring it as a file")
            raise UserError(Message(text, table=source))
        progress.raise_if_cancelled()
        columns = loaded_columns(table.mapping)
        places = {loaded.name: named[column.index] for column, loaded in columns}
        listed = tuple(loaded for _, loaded in columns)
        if table.mapping.table == MONTHLY:
            figures = {c.role for c, _ in columns if c.role is not None and c.type in _FIGURES}
            extras = tuple(loaded for c, loaded in columns if c.role is None and c.type is ColumnType.TEXT)
            metrics = {name: place for name, place in places.items() if name in figures}
            others = {loaded.name: places[loaded.name] for loaded in extras}
            rows = self._remote.register_months(dataset, source, places["month"], metrics, others)
            listed = (*LONG, *extras)
        else:
            rows = self._remote.register(dataset, source, places)
        return LoadedTable(self.table_path(dataset), table.mapping.table, listed, rows, ())

    def check(self, tables: Sequence[tuple[TableProposal, LoadedTable]]) -> tuple[LoadedTable, ...]:
        return tuple(loaded for _, loaded in tables)

    @property
    def database(self) -> Database:
        return self._remote

    def rows(self, dataset: DatasetId, offset: int, limit: int) -> Columns:
        return self._remote.rows(dataset, offset, limit)

    def close(self) -> None:
        self._remote.close()
        super().close()

    def _know(self, dataset: DatasetId) -> None:
        """The engine knows its tables since they were registered."""

    def _named(self, source: str) -> tuple[str, ...]:
        return tuple(self._remote.sample(source, 1))

    def _sample(self, source: str) -> Path:
        """Some rows of a table as a file, from which its meaning is settled."""
        columns = self._remote.sample(source, HEAD_ROWS - 1)
        path = self._samples / f"{source}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(zip(*(_texts(values) for values in columns.values()), strict=True))
        return path


def _texts(values: Iterable[object]) -> list[str]:
    """Cells as a sheet has them: blank where there is no value, dates in ISO form."""
    return ["" if value is None or str(value) in ("nan", "NaT") else str(value) for value in values]
