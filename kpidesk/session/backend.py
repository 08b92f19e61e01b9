"""What the session needs of the heavy libraries, and how it gets them: on first use, never before the window shows."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kpidesk.core.findings import Finding
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.ingest.proposal import ImportProposal, LoadedTable, TableProposal
from kpidesk.schema.model import Schema
from kpidesk.workspace.document import Dataset, Rules

if TYPE_CHECKING:
    from kpidesk.analysis.restatement import FigureChange
    from kpidesk.facts.row_changes import TableChange
    from kpidesk.metrics.catalogue import Catalogue
    from kpidesk.metrics.coverage import Coverage
    from kpidesk.metrics.engine import Engine
    from kpidesk.metrics.frame import ResultFrame
    from kpidesk.store.database import Columns
    from kpidesk.store.store import Store


CheckRun = Callable[[Progress], tuple[Finding, ...]]
"""One check of the doctor: what it finds; raises Cancelled."""


class Backend(Protocol):
    """Reads files, keeps tables, builds engines. ``build`` and what follows belong on the STORE lane."""

    @property
    def schema(self) -> Schema: ...

    @property
    def catalogue(self) -> "Catalogue": ...

    @property
    def store(self) -> "Store": ...

    def table_path(self, dataset: DatasetId) -> Path:
        """Where the rows of a dataset lie, or will lie."""
        ...

    def propose(self, paths: Sequence[Path], progress: Progress) -> ImportProposal:
        """Look into the files; folders are expanded, unreadable files are findings."""
        ...

    def load(self, table: TableProposal, dataset: DatasetId, progress: Progress) -> LoadedTable:
        """Write the rows of one table as its mapping says; UserError where that cannot be done."""
        ...

    def check(self, tables: Sequence[tuple[TableProposal, LoadedTable]]) -> tuple[LoadedTable, ...]:
        """The tables of one import with what they say about each other added to their findings."""
        ...

    def build(self, datasets: Sequence[Dataset], rules: Rules, progress: Progress) -> "Engine":
        """Facts of these tables, and an engine on them."""
        ...

    def counted(
        self, datasets: Sequence[Dataset], rules: Rules, choices: Mapping[str, str], progress: Progress
    ) -> "Engine":
        """An engine that counts by these choices, whatever profile the rules name; good until ``forget_tried``."""
        ...

    def forget_tried(self) -> None:
        """Remove what ``counted`` keeps besides the engine that was built last."""
        ...

    def checks(self, datasets: Sequence[Dataset], today: date) -> "tuple[CheckRun, ...]":
        """The doctor's checks of these tables, to be run one after the other on the STORE lane."""
        ...

    def coverage(self, engine: "Engine", datasets: Sequence[Dataset]) -> "Coverage":
        """What the engine on these tables can compute, and what the rest lacks."""
        ...

    def compare(self, pairs: Sequence[tuple[Dataset, Dataset]], progress: Progress) -> "tuple[TableChange, ...]":
        """What differs between an older and a newer reading of each table."""
        ...

    def restated(self, before: "ResultFrame", after: "ResultFrame") -> "tuple[FigureChange, ...]":
        """The figures of closed periods that differ between two answers to the same question."""
        ...

    def rows_that_did_it(
        self,
        figures: "Sequence[FigureChange]",
        tables: "Sequence[TableChange]",
        engines: "tuple[Engine, Engine]",
        datasets: tuple[Sequence[Dataset], Sequence[Dataset]],
        profile: str,
        progress: Progress,
    ) -> "tuple[FigureChange, ...]":
        """The same figures with the changed rows behind them; engines and tables are those of before and of now."""
        ...

    def rows(self, dataset: DatasetId, offset: int, limit: int) -> "Columns":
        """Some rows of a table in the order of its sheet."""
        ...

    def close(self) -> None: ...


class LazyBackend:
    """Opens the backend when it is first asked for; safe to ask from several threads."""

    def __init__(self, open_backend: Callable[[], Backend]) -> None:
        self._open = open_backend
        self._lock = threading.Lock()
        self._backend: Backend | None = None

    def get(self) -> Backend:
        """The backend, opened if need be: a second or more the first time."""
        with self._lock:
            if self._backend is None:
                self._backend = self._open()
            return self._backend

    @property
    def is_open(self) -> bool:
        return self._backend is not None

    def close(self) -> None:
        """Close it if it was ever opened."""
        if self._backend is not None:
            self._backend.close()
