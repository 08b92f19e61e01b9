"""All rows of a sheet, one after the other, as texts."""

import csv
from collections.abc import Iterable, Iterator

import pyarrow.parquet as parquet

from kpidesk.ingest.plain_text import LONGEST_CELL
from kpidesk.ingest.raw_sheet import RawSheet, Row


def every_row(sheet: RawSheet) -> Iterable[Row]:
    """Every row of the sheet: from memory where all are there, in their own lengths, else from the source."""
    if sheet.is_exact_rows and sheet.rows <= len(sheet.head):
        return sheet.head
    return _parquet_rows(sheet) if sheet.source.is_parquet else _text_rows(sheet)


def _parquet_rows(sheet: RawSheet) -> Iterator[Row]:
    with parquet.ParquetFile(sheet.source.path) as file:
        for done, batch in enumerate(file.iter_batches()):
            columns = [column.to_pylist() for column in batch.columns]
            rows = zip(*columns, strict=True)
            for row in list(rows)[sheet.source.skip if done == 0 else 0 :]:
                yield tuple("" if cell is None else str(cell) for cell in row)


def _text_rows(sheet: RawSheet) -> Iterator[Row]:
    source = sheet.source
    csv.field_size_limit(LONGEST_CELL)
    with source.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for _ in range(source.skip):
            next(file, None)
        quote = source.quote or None
        if quote is None:
            rows = csv.reader(file, delimiter=source.delimiter, quoting=csv.QUOTE_NONE)
        else:
            rows = csv.reader(file, delimiter=source.delimiter, quotechar=quote)
        for row in rows:
            yield tuple(row)
