"""A sheet's rows in pieces, each read by a core of its own: lines of a CSV, or row groups of texts in a Parquet."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from kpidesk.store.arrow_columns import NO_VALUE, ArrowColumn, NotPlainError
from kpidesk.store.text_rows import TextRows

_PIECE = 4 << 20
_LINE_END = ord("\n")
_FIRST_PIECE = 1 << 18
_FIRST_ROWS = 4_000
_COLUMN = re.compile(r"CSV column #(\d+)")

ReadPiece = Callable[[], list[pa.Array]]
"""The cells of a piece, column by column, as each wants them read."""


class OddColumnError(NotPlainError):
    """A cell that Arrow cannot read as its column wants."""

    def __init__(self, column: ArrowColumn) -> None:
        super().__init__(column.name)
        self.column = column


class Pieces(Protocol):
    """The rows of a sheet from some row on."""

    def first(self) -> list[pa.Array]:
        """The cells of some of the first rows; OddColumnError where a column wants them read otherwise."""
        ...

    def all(self) -> Iterator[tuple[ReadPiece, float]]:
        """The pieces in order: how to read each, in any thread, and the share of the file that ends with it."""
        ...


@contextmanager
def open_pieces(source: TextRows, columns: Sequence[ArrowColumn], first_row: int) -> Iterator[Pieces]:
    """The rows of a file from one on; NotPlainError where Arrow would not see the same rows."""
    if source.is_parquet:
        yield _ParquetPieces(source.path, columns, source.skip + first_row)
        return
    with source.path.open("rb") as file:
        for _ in range(source.skip + first_row):
            file.readline()
        if file.tell() == 0 and file.read(3) == b"\xef\xbb\xbf":
            raise NotPlainError
        yield _CsvPieces(file, source, columns)


class _CsvPieces:
    def __init__(self, file: BinaryIO, source: TextRows, columns: Sequence[ArrowColumn]) -> None:
        self._file = file
        self._start = file.tell()
        self._source = source
        self._columns = columns

    def first(self) -> list[pa.Array]:
        self._file.seek(self._start)
        lines = self._file.read(_FIRST_PIECE)
        lines = lines[: lines.rfind(b"\n") + 1]
        if not lines:
            raise NotPlainError
        return self._cells(self._table(lines))

    def all(self) -> Iterator[tuple[ReadPiece, float]]:
        size = self._source.path.stat().st_size
        self._file.seek(self._start)
        for lines in _pieces_of_lines(self._file):
            yield partial(self._read, lines), self._file.tell() / size

    def _read(self, lines: memoryview) -> list[pa.Array]:
        table = self._table(lines)
        ends = np.count_nonzero(np.frombuffer(lines, np.uint8) == _LINE_END)
        if table.num_rows != ends + (lines[-1] != _LINE_END):
            raise NotPlainError  # a line end within quotes: the next piece may begin within quotes
        return self._cells(table)

    def _cells(self, table: pa.Table) -> list[pa.Array]:
        return [cells.combine_chunks() for cells in table.columns]

    def _table(self, lines: bytes | memoryview) -> pa.Table:
        try:
            return self._parsed(lines)
        except pa.ArrowInvalid as error:
            place = _COLUMN.search(str(error))
            column = next((c for c in self._columns if place is not None and c.index == int(place[1])), None)
            raise NotPlainError if column is None else OddColumnError(column) from error

    def _parsed(self, lines: bytes | memoryview) -> pa.Table:
        names = [f"c{i}" for i in range(self._source.width)]
        wanted = [names[column.index] for column in self._columns]
        types = {name: column.read_as for name, column in zip(wanted, self._columns, strict=True)}
        quote = self._source.quote or False
        return pa_csv.read_csv(
            pa.BufferReader(lines),
            pa_csv.ReadOptions(use_threads=False, block_size=len(lines) + 1, column_names=names),
            pa_csv.ParseOptions(
                delimiter=self._source.delimiter, quote_char=quote, ignore_empty_lines=False, newlines_in_values=False
            ),
            pa_csv.ConvertOptions(
                column_types=types, include_columns=wanted, null_values=NO_VALUE, strings_can_be_null=True
            ),
            # Arrow's own pool takes fresh memory for each of the first pieces: that costs a third of reading them.
            memory_pool=pa.system_memory_pool(),
        )


def _pieces_of_lines(file: BinaryIO) -> Iterator[memoryview]:
    """The rest of a file in pieces that end at line ends; the file is read on from there, so that nothing is copied."""
    while block := file.read(_PIECE):
        end = block.rfind(b"\n") + 1
        while not end and (more := file.read(_PIECE)):
            block += more
            end = block.rfind(b"\n") + 1
        if 0 < end < len(block):
            file.seek(end - len(block), os.SEEK_CUR)
        yield memoryview(block)[: end or len(block)]


class _ParquetPieces:
    def __init__(self, path: Path, columns: Sequence[ArrowColumn], skip: int) -> None:
        self._path = path
        self._columns = columns
        self._skip = skip

    def first(self) -> list[pa.Array]:
        with pq.ParquetFile(self._path) as file:
            seen = 0
            for group in range(file.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                if seen + rows > self._skip:
                    skip = self._skip - seen
                    return self._read(group, skip, min(_FIRST_ROWS, rows - skip))
                seen += rows
        raise NotPlainError

    def all(self) -> Iterator[tuple[ReadPiece, float]]:
        with pq.ParquetFile(self._path) as file:
            sizes = [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]
        seen = 0
        for group, rows in enumerate(sizes):
            skip = max(0, self._skip - seen)
            seen += rows
            if skip < rows:
                yield partial(self._read, group, skip, rows - skip), seen / sum(sizes)

    def _read(self, group: int, skip: int, rows: int) -> list[pa.Array]:
        names = [f"c{column.index}" for column in self._columns]
        mapped = [name for name, column in zip(names, self._columns, strict=True) if column.is_mapped]
        # Opened each time: one of them is not for several threads.
        with pq.ParquetFile(self._path, read_dictionary=mapped) as file:
            table = file.read_row_group(group, names, use_threads=False).slice(skip, rows)
        return [
            _typed(table.column(name).combine_chunks(), column)
            for name, column in zip(names, self._columns, strict=True)
        ]


def _typed(texts: pa.Array, column: ArrowColumn) -> pa.Array:
    """Texts as the column wants them read."""
    if texts.type == column.read_as:
        return texts
    try:
        return pc.cast(texts, column.read_as)
    except pa.ArrowInvalid:
        pass
    try:
        return pc.cast(pc.if_else(pc.is_in(texts, pa.array(NO_VALUE)), None, texts), column.read_as)
    except pa.ArrowInvalid as error:
        raise OddColumnError(column) from error
