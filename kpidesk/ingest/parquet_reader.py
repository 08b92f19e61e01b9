"""Parquet files: their columns as text, written batch by batch to a private Parquet of text.

Read within the program, not by the child that reads workbooks: Arrow's reader is fuzzed by its makers day and night and
raises where a file is damaged (1,500 files with changed bytes: none ended the process), and what a file would unpack to
stands in its footer and is held against limits before a page is touched.
"""

import json
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.plain_text import EmptyFile, private_copy
from kpidesk.ingest.raw_sheet import MOST_COLUMNS, RawSheet, TextSource
from kpidesk.ingest.row_sample import RowSample

_MAGIC = b"PAR1"
_MOST_CELLS = 4_000_000_000
_MOST_BYTES = 20_000_000_000
_BATCH_CELLS = 2_000_000


def read_parquet(path: Path, scratch: Path, progress: Progress) -> RawSheet | None:
    """The one sheet of a Parquet file, its names as the first row; None where the content is something else."""
    with path.open("rb") as file:
        if file.read(4) != _MAGIC:
            return None
    try:
        with pq.ParquetFile(path) as book:
            _refuse_bombs(path, book.metadata)
            return _read(path, book, private_copy(path, scratch, ".parquet"), progress)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is a damaged Parquet file."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Write it again, or export the table as CSV.")),
        ) from error


def _refuse_bombs(path: Path, metadata: pq.FileMetaData) -> None:
    groups = (metadata.row_group(i) for i in range(min(metadata.num_row_groups, 10_000)))
    claimed = sum(group.total_byte_size for group in groups)
    wide = metadata.num_columns
    if wide > MOST_COLUMNS or wide * metadata.num_rows > _MOST_CELLS or claimed > _MOST_BYTES:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} unpacks to far more than can be read."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export just the rows and columns that you need.")),
        )


def _read(path: Path, book: pq.ParquetFile, target: Path, progress: Progress) -> RawSheet:
    names = [field.name for field in book.schema_arrow]
    if not names:
        raise EmptyFile(path)
    total = book.metadata.num_rows
    sample = RowSample(total + 1)
    sample.add(tuple(names))
    schema = pa.schema([(f"c{i}", pa.string()) for i in range(len(names))])
    target.parent.mkdir(parents=True, exist_ok=True)
    notes: list[Finding] = []
    with pq.ParquetWriter(target, schema, compression="lz4", write_statistics=False) as writer:
        writer.write_table(pa.table([pa.array([name]) for name in names], schema=schema))
        for batch in book.iter_batches(max(1, _BATCH_CELLS // len(names))):
            progress.step(sample.rows, total + 1)
            texts = [as_text(column) for column in batch.columns]
            writer.write_batch(pa.record_batch(texts, schema=schema))
            for row in zip(*(column.to_pylist() for column in texts), strict=True):
                sample.add(tuple(text or "" for text in row))
    if any(pa.types.is_nested(field.type) for field in book.schema_arrow):
        text = QT_TRANSLATE_NOOP("ingest", "Columns that hold lists or records are shown as JSON.")
        notes.append(Finding(Level.NOTE, "ingest.nested_columns", Message(text), Location(path.name)))
    return RawSheet(
        file=path,
        sheet=None,
        format="parquet",
        head=sample.head,
        rows=sample.rows,
        width=len(names),
        source=TextSource(target, True, "", "", 0, len(names)),
        further=sample.further,
        findings=tuple(notes),
    )


def as_text(column: pa.Array) -> pa.Array:
    """A column as text: numbers plain, dates in ISO form, without midnight where all are at midnight."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return as_text(column.dictionary_decode())
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return pa.array(_described(column), pa.string())
    if pa.types.is_timestamp(kind):
        return _times(column)
    if pa.types.is_floating(kind):
        return _numbers(column)
    return pc.cast(column, pa.string())


def _times(column: pa.Array) -> pa.Array:
    naive = column.cast(pa.timestamp(column.type.unit)) if column.type.tz else column
    whole = naive.cast(pa.timestamp("s"), safe=False)
    if pc.all(pc.equal(whole.cast(naive.type), naive)).as_py() is False:
        return pc.cast(naive, pa.string())
    days = pc.cast(whole, pa.date32(), safe=False)
    if pc.all(pc.equal(days.cast(pa.timestamp("s")), whole)).as_py() is False:
        return pc.cast(whole, pa.string())
    return pc.cast(days, pa.string())


def _numbers(column: pa.Array) -> pa.Array:
    """Floats in plain notation; only those that are written with an exponent, or are none, need Python."""
    texts = pc.cast(column, pa.string())
    odd = pc.fill_null(pc.match_substring_regex(texts, "[eni]"), False)
    if not pc.any(odd).as_py():
        return texts
    plain = [None if text is None else _plain(text) for text in texts.to_pylist()]
    return pa.array(plain, pa.string())


def _plain(text: str) -> str:
    if not any(sign in text for sign in "eni"):
        return text
    return "" if "n" in text else f"{float(text):.17f}".rstrip("0").rstrip(".")


def _described(column: pa.Array) -> Iterator[str | None]:
    for value in column.to_pylist():
        if value is None or isinstance(value, bytes):
            yield None if value is None else value.decode("utf-8", "replace")
        else:
            yield json.dumps(value, ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime | time) else str(value)
