"""From text to typed: DuckDB reads a sheet's text rows and writes typed Parquet.

Plain forms (a number, an ISO date) are read by SQL behind a gate; whatever the gate refuses goes, as distinct texts, to
the one definition of reading a cell, which the caller passes in.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kpidesk.schema.model import ColumnType

if TYPE_CHECKING:
    import duckdb


class Unreadable(Enum):
    """What a cell is that holds text which its column's format cannot read."""

    UNREADABLE = "unreadable"


CellValue = float | date | bool | str | None


class TextRows(Protocol):
    """Where the rows are; see ingest.raw_sheet.TextSource."""

    @property
    def path(self) -> Path: ...
    @property
    def is_parquet(self) -> bool: ...
    @property
    def delimiter(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def skip(self) -> int: ...
    @property
    def width(self) -> int: ...


class CellFormat(Protocol):
    """How the cells of a column are written; see ingest.parsing.ColumnFormat."""

    @property
    def type(self) -> ColumnType: ...
    @property
    def date_order(self) -> str: ...
    @property
    def has_time(self) -> bool: ...
    @property
    def decimal(self) -> str: ...
    @property
    def multiplier(self) -> float: ...
    @property
    def true_words(self) -> frozenset[str]: ...
    @property
    def false_words(self) -> frozenset[str]: ...
    @property
    def year(self) -> int | None: ...


ReadRest = Callable[[Sequence[str], CellFormat], Sequence[CellValue | Unreadable]]
"""Reads texts in a format, one answer for each: ingest.parsing.read_cells."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column to load: its place in the sheet, its name in the Parquet, how its cells are written."""

    index: int
    name: str
    format: CellFormat


@dataclass(frozen=True, slots=True)
class RowWindow:
    """Which rows of the sheet are body rows; ``last`` None means to the end. Rows in ``without`` are left out."""

    first: int
    last: int | None = None
    without: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class UnreadableCells:
    """The cells of one column that stayed empty although they hold text."""

    name: str
    count: int
    rows: tuple[int, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What was loaded; ``blank_rows`` and ``left_out`` are not among ``rows``."""

    rows: int
    blank_rows: int
    left_out: int
    unreadable: tuple[UnreadableCells, ...]


def load_text(
    connection: "duckdb.DuckDBPyConnection",
    source: TextRows,
    columns: Sequence[TextColumn],
    target: Path,
    read_rest: ReadRest,
    *,
    window: RowWindow,
) -> LoadReport:
    """Write the columns, typed, and ``row_no`` (row in the sheet, from 0) to ``target`` as zstd Parquet."""
    raise NotImplementedError
