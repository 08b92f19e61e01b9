"""A big text file of plain cells: pieces of it through Arrow's reader on every core, typed, to Parquet in order.

Twice as fast as one pass of SQL, for nothing is text in between. It takes files of a simple build only, and gives up
at the first cell that the definition of reading a cell might see otherwise: then SQL and the definition read the file.
"""

import os
import re
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from kpidesk.core.progress import Progress
from kpidesk.store.arrow_columns import NO_VALUE, ArrowColumn, NotPlainError
from kpidesk.store.arrow_notes import IdNotes
from kpidesk.store.connection import cores
from kpidesk.store.text_rows import FIRST_ROW, RowWindow, TextRows

_PIECE = 4 << 20
_LINE_END = ord("\n")
_FIRST_PIECE = 1 << 18
_COLUMN = re.compile(r"CSV column #(\d+)")


def load_plain(
    source: TextRows, columns: Sequence[ArrowColumn], target: Path, window: RowWindow, progress: Progress
) -> int | None:
    """Write the columns, typed, to ``target`` and say how many rows; None (and no file) where SQL has to read it.

    None also where a row is blank throughout, for such rows are left out and the others then need numbers.
    """
    if not _is_simple(source, columns, window):
        return None
    load = _Load(source, tuple(columns), window)
    part = target.with_name(target.name + ".part")
    try:
        with source.path.open("rb") as file, ThreadPoolExecutor(cores()) as pool:
            rows = load.write(file, part, pool, progress)
        part.replace(target)
    except (NotPlainError, pa.ArrowInvalid):
        return None
    finally:
        part.unlink(missing_ok=True)
    return rows


def _is_simple(source: TextRows, columns: Sequence[ArrowColumn], window: RowWindow) -> bool:
    """Whether the file is of the build that this reader takes."""
    indexes = {column.index for column in columns}
    return (
        not source.is_parquet
        and not window.without
        and len(source.delimiter) == 1
        and source.delimiter.isascii()
        and source.quote in ("", '"')
        and len(indexes) == len(columns) > 0
        and max(indexes) < source.width
    )


class _Load:
    def __init__(self, source: TextRows, columns: Sequence[ArrowColumn], window: RowWindow) -> None:
        self._source = source
        self._columns = columns
        self._window = window

    def write(self, file: BinaryIO, target: Path, pool: ThreadPoolExecutor, progress: Progress) -> int:
        """Read piece after piece in parallel, write them in order."""
        size = self._source.path.stat().st_size
        for _ in range(self._source.skip + self._window.first):
            file.readline()
        if file.tell() == 0 and file.peek(3)[:3] == b"\xef\xbb\xbf":  # type: ignore[attr-defined]
            raise NotPlainError
        self._settle(file)
        schema = pa.schema([(column.name, column.written_as) for column in self._columns])
        texts = [c.name for c in self._columns if pa.types.is_dictionary(c.written_as)]
        # Numbers and days hardly shrink (26 MB instead of 19 for a CSV of 78), and are read by every other query.
        small = {**dict.fromkeys(schema.names, "none"), **dict.fromkeys(texts, "snappy")}
        small |= {c.name: "snappy" for c in self._columns if c.written_as == pa.string()}
        written = 0
        most = None if self._window.last is None else max(0, self._window.last - self._window.first + 1)
        # They cost a fifth of writing, and are asked only whether a column is empty.
        told = [c.name for c in self._columns if not c.is_filled or most is not None]
        notes = IdNotes(tuple(c.name for c in self._columns if c.written_as == pa.string()))
        with pq.ParquetWriter(
            target, schema, compression=small, use_dictionary=texts, write_statistics=told, store_schema=False
        ) as writer:
            for table, done in self._tables(file, pool):
                progress.step(done, size)
                rows = table if most is None else table.slice(0, most - written)
                writer.write_table(rows, row_group_size=max(1, rows.num_rows))
                written += rows.num_rows
                notes.see(rows)
                if most is not None and written >= most:
                    break
            writer.add_key_value_metadata({FIRST_ROW: str(self._window.first), **notes.written})
        return written

    def _settle(self, file: BinaryIO) -> None:
        """Find out by the first rows how each column is read best; the file is where it was afterwards."""
        start = file.tell()
        first = file.read(_FIRST_PIECE)
        file.seek(start)
        first = first[: first.rfind(b"\n") + 1]
        if not first:
            raise NotPlainError
        for _ in range(len(self._columns) + 1):
            try:
                table = self._read(first)
                break
            except pa.ArrowInvalid as error:
                place = _COLUMN.search(str(error))
                column = next((c for c in self._columns if place is not None and c.index == int(place[1])), None)
                if column is None or column.is_mapped:
                    raise
                column.is_mapped = True
        for column, cells in zip(self._columns, table.columns, strict=True):
            column.settle(cells.combine_chunks())

    def _tables(self, file: BinaryIO, pool: ThreadPoolExecutor) -> Iterator[tuple[pa.Table, int]]:
        """The pieces as tables, in order, and where in the file each ends."""
        running: deque[tuple[Future[pa.Table], int]] = deque()
        try:
            for piece in _pieces(file):
                running.append((pool.submit(self._table, piece), file.tell()))
                if len(running) > cores():
                    future, done = running.popleft()
                    yield future.result(), done
            while running:
                future, done = running.popleft()
                yield future.result(), done
        finally:
            for future, _ in running:
                future.cancel()

    def _table(self, piece: memoryview) -> pa.Table:
        table = self._read(piece)
        ends = np.count_nonzero(np.frombuffer(piece, np.uint8) == _LINE_END)
        if table.num_rows != ends + (piece[-1] != _LINE_END):
            raise NotPlainError  # a line end within quotes: the next piece may begin within quotes
        done = [
            column.finished(cells.combine_chunks()) for column, cells in zip(self._columns, table.columns, strict=True)
        ]
        _refuse_blank_rows(done)
        return pa.table(done, schema=pa.schema([(column.name, column.written_as) for column in self._columns]))

    def _read(self, piece: bytes | memoryview) -> pa.Table:
        names = [f"c{i}" for i in range(self._source.width)]
        wanted = [names[column.index] for column in self._columns]
        types = {name: column.read_as for name, column in zip(wanted, self._columns, strict=True)}
        quote = self._source.quote or False
        return pa_csv.read_csv(
            pa.BufferReader(piece),
            pa_csv.ReadOptions(use_threads=False, block_size=len(piece) + 1, column_names=names),
            pa_csv.ParseOptions(
                delimiter=self._source.delimiter, quote_char=quote, ignore_empty_lines=False, newlines_in_values=False
            ),
            pa_csv.ConvertOptions(
                column_types=types, include_columns=wanted, null_values=NO_VALUE, strings_can_be_null=True
            ),
            # Arrow's own pool takes fresh memory for each of the first pieces: that costs a third of reading them.
            memory_pool=pa.system_memory_pool(),
        )


def _refuse_blank_rows(columns: Sequence[pa.Array]) -> None:
    if any(column.null_count == 0 for column in columns):
        return
    blank = pc.is_null(columns[0])
    for column in columns[1:]:
        blank = pc.and_(blank, pc.is_null(column))
    if pc.any(blank).as_py():
        raise NotPlainError


def _pieces(file: BinaryIO) -> Iterator[memoryview]:
    """The rest of a file in pieces that end at line ends; the file is read on from there, so that nothing is copied."""
    while block := file.read(_PIECE):
        end = block.rfind(b"\n") + 1
        while not end and (more := file.read(_PIECE)):
            block += more
            end = block.rfind(b"\n") + 1
        if 0 < end < len(block):
            file.seek(end - len(block), os.SEEK_CUR)
        yield memoryview(block)[: end or len(block)]
