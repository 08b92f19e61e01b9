"""A big sheet of plain cells: pieces of it through Arrow on every core, typed, to Parquet in order.

Twice as fast as one pass of SQL, for nothing is text in between. It takes sheets of a simple build only, and gives up
at the first cell that the definition of reading a cell might see otherwise: then SQL and the definition read the sheet.
"""

from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.progress import Progress
from kpidesk.store.arrow_columns import ArrowColumn, NotPlainError
from kpidesk.store.arrow_notes import IdNotes
from kpidesk.store.arrow_pieces import OddColumnError, Pieces, ReadPiece, open_pieces
from kpidesk.store.connection import cores
from kpidesk.store.text_rows import FIRST_ROW, RowWindow, TextRows

_STEPS = 1_000


def load_plain(
    source: TextRows, columns: Sequence[ArrowColumn], target: Path, window: RowWindow, progress: Progress
) -> int | None:
    """Write the columns, typed, to ``target`` and say how many rows; None (and no file) where SQL has to read it.

    None also where a row is blank throughout, for such rows are left out and the others then need numbers.
    """
    if not _is_simple(source, columns, window):
        return None
    part = target.with_name(target.name + ".part")
    try:
        with open_pieces(source, columns, window.first) as pieces, ThreadPoolExecutor(cores()) as pool:
            _settle(pieces, columns)
            rows = _Load(tuple(columns), window).write(pieces, part, pool, progress)
        part.replace(target)
    except (NotPlainError, pa.ArrowInvalid):
        return None
    finally:
        part.unlink(missing_ok=True)
    return rows


def _is_simple(source: TextRows, columns: Sequence[ArrowColumn], window: RowWindow) -> bool:
    """Whether the sheet is of the build that Arrow reads."""
    indexes = {column.index for column in columns}
    is_read = source.is_parquet or (
        len(source.delimiter) == 1 and source.delimiter.isascii() and source.quote in ("", '"')
    )
    return is_read and not window.without and len(indexes) == len(columns) > 0 and max(indexes) < source.width


def _settle(pieces: Pieces, columns: Sequence[ArrowColumn]) -> None:
    """Find out by the first rows how each column is read best."""
    while True:
        try:
            first = pieces.first()
            break
        except OddColumnError as odd:
            if odd.column.is_mapped:
                raise
            odd.column.is_mapped = True
    for column, cells in zip(columns, first, strict=True):
        column.settle(cells)


class _Load:
    def __init__(self, columns: Sequence[ArrowColumn], window: RowWindow) -> None:
        self._columns = columns
        self._window = window
        self._schema = pa.schema([(column.name, column.written_as) for column in columns])

    def write(self, pieces: Pieces, target: Path, pool: ThreadPoolExecutor, progress: Progress) -> int:
        """Read piece after piece in parallel, write them in order."""
        texts = [c.name for c in self._columns if pa.types.is_dictionary(c.written_as)]
        # Numbers and days hardly shrink (26 MB instead of 19 for a CSV of 78), and are read by every other query.
        small = {**dict.fromkeys(self._schema.names, "none"), **dict.fromkeys(texts, "snappy")}
        small |= {c.name: "snappy" for c in self._columns if c.written_as == pa.string()}
        window, written = self._window, 0
        most = None if window.last is None else max(0, window.last - window.first + 1)
        # They cost a fifth of writing, and are asked only whether a column is empty.
        told = [c.name for c in self._columns if not c.is_filled or most is not None]
        notes = IdNotes(tuple(c.name for c in self._columns if c.written_as == pa.string()))
        with (
            pq.ParquetWriter(
                target, self._schema, compression=small, use_dictionary=texts, write_statistics=told, store_schema=False
            ) as writer,
            closing(self._tables(pieces, pool)) as tables,
        ):
            for table, share in tables:
                progress.step(round(share * _STEPS), _STEPS)
                rows = table if most is None else table.slice(0, most - written)
                writer.write_table(rows, row_group_size=max(1, rows.num_rows))
                written += rows.num_rows
                notes.see(rows)
                if most is not None and written >= most:
                    break
            writer.add_key_value_metadata({FIRST_ROW: str(window.first), **notes.written})
        return written

    def _tables(self, pieces: Pieces, pool: ThreadPoolExecutor) -> Generator[tuple[pa.Table, float], None, None]:
        """The pieces as tables, in order, and the share of the file that ends with each."""
        running: deque[tuple[Future[pa.Table], float]] = deque()
        try:
            for read, share in pieces.all():
                running.append((pool.submit(self._table, read), share))
                if len(running) > cores():
                    future, done = running.popleft()
                    yield future.result(), done
            while running:
                future, done = running.popleft()
                yield future.result(), done
        finally:
            for future, _ in running:
                future.cancel()

    def _table(self, read: ReadPiece) -> pa.Table:
        done = [column.finished(cells) for column, cells in zip(self._columns, read(), strict=True)]
        _refuse_blank_rows(done)
        return pa.table(done, schema=self._schema)


def _refuse_blank_rows(columns: Sequence[pa.Array]) -> None:
    if any(column.null_count == 0 for column in columns):
        return
    blank = pc.is_null(columns[0])
    for column in columns[1:]:
        blank = pc.and_(blank, pc.is_null(column))
    if pc.any(blank).as_py():
        raise NotPlainError
