"""From text to typed: DuckDB reads a sheet's text rows and writes typed Parquet.

Plain forms (a number, an ISO date) are read by SQL behind a gate; whatever the gate refuses goes, as distinct texts, to
the one definition of reading a cell, which the caller passes in. A clean sheet is one pass from text to Parquet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from kpidesk.core.errors import Cancelled
from kpidesk.core.progress import Progress
from kpidesk.schema.model import ColumnType
from kpidesk.store.arrow_columns import ArrowColumn, arrow_type
from kpidesk.store.arrow_load import load_plain
from kpidesk.store.cell_format import CellFormat
from kpidesk.store.cell_value import CellValue, Unreadable
from kpidesk.store.connection import literal
from kpidesk.store.text_rows import FIRST_ROW, RowWindow, TextRows, kept_sql, rows_sql
from kpidesk.store.text_sql import Reading, reading
from kpidesk.store.text_tidy import is_tidy, quoted_name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BIG_BYTES = 18_000_000
_BIG_PARQUET = 4_000_000
_REFUSED = "kpidesk: a cell is not plain"
_NOT_IN_PARALLEL = ("parallel=false", "Maximum line size")
_REFUSAL = f"error('{_REFUSED}')"
_AT_ONCE = 10_000
_EXAMPLES = 5
_EXAMPLE_ROWS = 20

ReadRest = Callable[[Sequence[str], CellFormat], Sequence[CellValue | Unreadable]]
"""Reads texts in a format, one answer for each: ingest.parsing.read_cells."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column to load: its place in the sheet, its name in the Parquet, how its cells are written."""

    index: int
    name: str
    format: CellFormat


@dataclass(frozen=True, slots=True)
class UnreadableCells:
    """The cells of one column that stayed empty although they hold text."""

    name: str
    count: int
    rows: tuple[int, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What was loaded; ``blank_rows`` and ``left_out`` are not among ``rows``.

    ``first_row`` is None where the table holds a column ``row_no``; else, in tables of many rows none of which was
    left out, the row in the sheet is ``first_row`` plus the row in the Parquet (``file_row_number``). The file says so,
    too, and the store then numbers its rows.
    """

    rows: int
    blank_rows: int
    left_out: int
    unreadable: tuple[UnreadableCells, ...]
    first_row: int | None = None


def load_text(
    connection: "DuckDBPyConnection",
    source: TextRows,
    columns: Sequence[TextColumn],
    target: Path,
    read_rest: ReadRest,
    *,
    window: RowWindow,
    progress: Progress | None = None,
) -> LoadReport:
    """Write the columns, typed, and ``row_no`` (row in the sheet, from 0) to ``target`` as zstd Parquet.

    Rows stay in order, which the connection must be set to (``preserve_insertion_order``). duckdb.Error where the file
    cannot be read at all, as when it changed on disk; Cancelled when progress is cancelled.
    """
    progress = progress or Progress()
    if source.path.stat().st_size >= (_BIG_PARQUET if source.is_parquet else _BIG_BYTES):
        plain = [ArrowColumn.of(column.index, column.name, column.format, read_rest) for column in columns]
        if (rows := load_plain(source, plain, target, window, progress)) is not None:
            return LoadReport(rows, 0, 0, (), window.first)
    for in_parallel in (True, False):
        load = _Load(connection, source, tuple(columns), target, read_rest, window, in_parallel, progress)
        try:
            with progress.interrupting(connection.interrupt):
                progress.raise_if_cancelled()
                return load.run()
        except duckdb.InterruptException as stopped:
            raise Cancelled from stopped
        except duckdb.Error as error:
            if not in_parallel or not any(hint in str(error) for hint in _NOT_IN_PARALLEL):
                raise
    raise AssertionError


@dataclass(frozen=True, slots=True)
class _Load:
    connection: "DuckDBPyConnection"
    source: TextRows
    columns: tuple[TextColumn, ...]
    target: Path
    read_rest: ReadRest
    window: RowWindow
    in_parallel: bool
    progress: Progress

    def run(self) -> LoadReport:
        """In one pass where every cell is plain; else in two, with Python for the rest."""
        is_numbered = self.source.is_parquet or self._is_small() or bool(self.window.without)
        try:
            return self._in_one_pass(is_numbered=is_numbered)
        except duckdb.ConversionException:
            pass
        except duckdb.Error as error:
            if _REFUSED not in str(error) and "Could not parse string" not in str(error):
                raise
        return self._in_two_passes()

    def _is_small(self) -> bool:
        return self.source.path.stat().st_size < _BIG_BYTES

    @property
    def _indexes(self) -> list[int]:
        return [column.index for column in self.columns]

    @property
    def _readings(self) -> list[Reading]:
        return [reading(f"c{column.index}", column.format) for column in self.columns]

    def _rows(self, *, is_numbered: bool) -> str:
        return rows_sql(self.source, self._indexes, self.window, is_numbered=is_numbered, in_parallel=self.in_parallel)

    def _in_one_pass(self, *, is_numbered: bool) -> LoadReport:
        values = [
            f"{self._as_found(column) if _is_text(column) else read.strict(_REFUSAL)} AS {quoted_name(column.name)}"
            for column, read in zip(self.columns, self._readings, strict=True)
        ]
        rows = self._rows(is_numbered=is_numbered)
        if is_numbered:
            rows = kept_sql(rows, self._indexes, self.window)
            values.append("row_no")
        numbers = "" if is_numbered else f", KV_METADATA {{'{FIRST_ROW}': '{self.window.first}'}}"
        written = self._copy(f"SELECT {', '.join(values)} FROM ({rows})", self.target, numbers)
        self._tidy_texts(numbers)
        if is_numbered:
            blank, left_out = self._counted_out(written)
            return LoadReport(written, blank, left_out, ())
        if self._has_blank_rows():
            return self._in_one_pass(is_numbered=True)
        return LoadReport(written, 0, 0, (), self.window.first)

    def _as_found(self, column: TextColumn) -> str:
        return f"nullif(c{column.index}, '')" if self.source.is_parquet else f"c{column.index}"

    def _tidy_texts(self, numbers: str) -> None:
        """Write those texts again that are not as they should be; few columns have any, and most have few texts."""
        odd = [
            column
            for column in self.columns
            if _is_text(column) and not is_tidy(self._ask, self.target, column.name, column.format, self.read_rest)
        ]
        if not odd:
            return
        first = self.target.with_name(self.target.name + ".first")
        self.target.replace(first)
        try:
            tidied = ", ".join(
                f"{reading(quoted_name(c.name), c.format).strict(_REFUSAL)} AS {quoted_name(c.name)}" for c in odd
            )
            self._copy(f"SELECT * REPLACE ({tidied}) FROM read_parquet({_literal(first)})", self.target, numbers)
        finally:
            first.unlink(missing_ok=True)

    def _has_blank_rows(self) -> bool:
        blank = " AND ".join(f"{quoted_name(column.name)} IS NULL" for column in self.columns)
        return bool(self._ask(f"SELECT 1 FROM read_parquet({_literal(self.target)}) WHERE {blank} LIMIT 1"))

    def _counted_out(self, written: int) -> tuple[int, int]:
        """How many rows of the window were blank, and how many were left out because the caller said so."""
        rows = self._rows(is_numbered=True)
        if self.source.is_parquet or not self.window.without:
            total = self._total_rows()
        else:
            total = int(str(self._ask(f"SELECT count(*) FROM ({rows})")[0][0]))
        last = self.window.first + total - 1
        left_out = sum(self.window.first <= row <= last for row in self.window.without)
        return max(0, total - written - left_out), left_out

    def _total_rows(self) -> int:
        rows = self._rows(is_numbered=self.source.is_parquet)
        return int(str(self._ask(f"SELECT count(*) FROM ({rows})")[0][0]))

    def _in_two_passes(self) -> LoadReport:
        """First what SQL reads, beside the texts that it does not; then these, read in Python, joined back."""
        first = self.target.with_name(self.target.name + ".first")
        maps = [self.target.with_name(f"{self.target.name}.map{i}") for i in range(len(self.columns))]
        try:
            written = self._first_pass(first)
            unreadable, joined = [], []
            for i, column in enumerate(self.columns):
                if (found := self._read_the_rest(first, maps[i], i, column)) is not None:
                    joined.append(i)
                    unreadable += [found] if found.count else []
            self._second_pass(first, maps, joined)
            blank, left_out = self._counted_out(written)
            return LoadReport(written, blank, left_out, tuple(unreadable))
        finally:
            for path in (first, *maps):
                path.unlink(missing_ok=True)

    def _first_pass(self, first: Path) -> int:
        values = []
        for i, (column, read) in enumerate(zip(self.columns, self._readings, strict=True)):
            values += [f"{read.tried()} AS v{i}", f"{read.rest(f'c{column.index}')} AS r{i}"]
        rows = kept_sql(self._rows(is_numbered=True), self._indexes, self.window)
        return self._copy(f"SELECT {', '.join(values)}, row_no FROM ({rows})", first)

    def _read_the_rest(self, first: Path, target: Path, i: int, column: TextColumn) -> UnreadableCells | None:
        """Read the texts that the gate refused; None where there are none."""
        source = f"read_parquet({_literal(first)})"
        texts = [str(row[0]) for row in self._ask(f"SELECT DISTINCT r{i} FROM {source} WHERE r{i} IS NOT NULL")]
        if not texts:
            return None
        values: list[CellValue | Unreadable] = []
        for at in range(0, len(texts), _AT_ONCE):
            self.progress.raise_if_cancelled()
            values += self.read_rest(texts[at : at + _AT_ONCE], column.format)
        is_bad = [value is Unreadable.UNREADABLE for value in values]
        good = [None if isinstance(value, Unreadable) else value for value in values]
        table = pa.table({"text": texts, "value": pa.array(good, arrow_type(column.format)), "is_bad": is_bad})
        pq.write_table(table, target)
        if not any(is_bad):
            return UnreadableCells(column.name, 0, (), ())
        bad = f"{source} JOIN read_parquet({_literal(target)}) ON r{i} = text WHERE is_bad"
        count = self._ask(f"SELECT count(*) FROM {bad}")[0][0]
        rows = self._ask(f"SELECT row_no FROM {bad} ORDER BY row_no LIMIT {_EXAMPLE_ROWS}")
        examples = self._ask(f"SELECT r{i} FROM {bad} GROUP BY r{i} ORDER BY min(row_no) LIMIT {_EXAMPLES}")
        numbers = tuple(int(str(row[0])) for row in rows)
        return UnreadableCells(column.name, int(str(count)), numbers, tuple(str(row[0])[:200] for row in examples))

    def _second_pass(self, first: Path, maps: Sequence[Path], joined: Sequence[int]) -> None:
        values = ", ".join(
            f"{f'coalesce(v{i}, m{i}.value)' if i in joined else f'v{i}'} AS {quoted_name(column.name)}"
            for i, column in enumerate(self.columns)
        )
        joins = " ".join(f"LEFT JOIN read_parquet({_literal(maps[i])}) m{i} ON r{i} = m{i}.text" for i in joined)
        self._copy(f"SELECT {values}, row_no FROM read_parquet({_literal(first)}) {joins} ORDER BY row_no", self.target)

    def _copy(self, select: str, target: Path, more: str = "") -> int:
        answer = self._ask(
            f"COPY ({select}) TO {_literal(target)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1{more})"
        )
        return int(str(answer[0][0]))

    def _ask(self, sql: str) -> list[tuple[object, ...]]:
        self.progress.raise_if_cancelled()
        return list(self.connection.execute(sql).fetchall())


def _is_text(column: TextColumn) -> bool:
    """Whether the cells of a column are texts that stay as they are, but for blanks around them."""
    return column.format.type is ColumnType.TEXT


def _literal(path: Path) -> str:
    return literal(str(path))
