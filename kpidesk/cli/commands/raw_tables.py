"""kpidesk-cli export --raw: each file's main table as it was found, in plain CSV; nothing typed, nothing left out."""

import argparse
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as parquet

from kpidesk.cli.commands.inspecting import complain, is_refused, look
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.layout import Region
from kpidesk.ingest.proposal import FileProposal
from kpidesk.ingest.raw_sheet import RawSheet, Row
from kpidesk.session.sources import is_workspace

_LONGEST_CELL = 8_000_000


def export_raw(arguments: argparse.Namespace) -> int:
    """Write a file for each that has a table and say where; 1 where some have none, 2 where none has."""
    folder: Path = arguments.to
    if folder.exists() and not folder.is_dir():
        raise UserError(Message(QT_TRANSLATE_NOOP("cli", "{path} is not a folder"), path=str(folder)))
    if any(is_workspace(path) for path in arguments.files):
        raise UserError(
            Message(QT_TRANSLATE_NOOP("cli", "A workspace does not hold files as they were found")),
            Message(QT_TRANSLATE_NOOP("cli", "Name the spreadsheets themselves.")),
        )
    files = look(arguments.files)
    written = [write_raw(file, folder) for file in files]
    for path in written:
        if path is not None:
            print(path)
    complain([file for file in files if is_refused(file)])
    missing = sum(path is None for path in written)
    return 0 if not missing else 1 if missing < len(files) else 2


def write_raw(file: FileProposal, folder: Path) -> Path | None:
    """Write ``<whole file name>_converted.csv``; None for a file without a table."""
    region = main_region(file)
    if region is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{file.path.name}_converted.csv"
    with target.open("w", encoding="utf-8", errors="surrogateescape", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        if region.header_row >= 0:
            writer.writerow(region.headers)
        writer.writerows(_body(region))
    return target


def main_region(file: FileProposal) -> Region | None:
    """The table with the most cells."""
    return max((table.region for table in file.tables), key=_cells, default=None)


def _cells(region: Region) -> int:
    last = region.sheet.rows if region.last_body is None else region.last_body
    return (last - region.first_body + 1) * (region.last_column - region.first_column + 1)


def _body(region: Region) -> Iterator[Row]:
    """The body rows, cut to the table; where it reaches the right edge, overlong rows keep their last cells."""
    sheet = region.sheet
    stop = None if region.last_column >= sheet.width - 1 else region.last_column + 1
    for number, row in enumerate(_rows(sheet)):
        if region.last_body is not None and number > region.last_body:
            return
        if number >= region.first_body and number not in region.header_rows and row not in ((), ("",)):
            yield row[region.first_column : stop]


def _rows(sheet: RawSheet) -> Iterable[Row]:
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
    csv.field_size_limit(_LONGEST_CELL)
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
