"""kpidesk-cli export --raw: each file's main table as it was found, in plain CSV; nothing typed, nothing left out."""

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kpidesk.cli.commands.inspecting import no_spreadsheets
from kpidesk.cli.output import one_line
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.atomic import replacing
from kpidesk.ingest.blocks import is_aside
from kpidesk.ingest.every_row import every_row
from kpidesk.ingest.layout import Region, find_regions
from kpidesk.ingest.plain_text import EmptyFile
from kpidesk.ingest.raw_sheet import RawSheet, Row
from kpidesk.ingest.reader import Reader, spreadsheets
from kpidesk.session.sources import existing, is_workspace

REFUSED = "Application Error"
"""What stands in the place of a table where a file could not be read."""

_MAIN_SHARE = 0.5


def export_raw(arguments: argparse.Namespace) -> int:
    """Write a file for each and say where; 1 where some could not be read, 2 where none could."""
    folder: Path = arguments.to
    if folder.exists() and not folder.is_dir():
        raise UserError(Message(QT_TRANSLATE_NOOP("cli", "{path} is not a folder"), path=str(folder)))
    if any(is_workspace(path) for path in arguments.files):
        raise UserError(
            Message(QT_TRANSLATE_NOOP("cli", "A workspace does not hold files as they were found")),
            Message(QT_TRANSLATE_NOOP("cli", "Name the spreadsheets themselves.")),
        )
    if arguments.pseudonyms:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("cli", "Tables as they were found name the customers that are in them")),
            Message(QT_TRANSLATE_NOOP("cli", "Leave out --raw or --pseudonyms.")),
        )
    files = list(dict.fromkeys(spreadsheets(existing(arguments.files))))
    if not files:
        raise UserError(no_spreadsheets(arguments.files))
    folder.mkdir(parents=True, exist_ok=True)
    targets: set[Path] = set()
    refused = 0
    with Reader() as reader:
        for path in files:
            target = _target(folder, path.name, targets)
            refused += not write_raw(path, reader, target)
            print(target)
    return 0 if not refused else 1 if refused < len(files) else 2


def _target(folder: Path, name: str, taken: set[Path]) -> Path:
    """``<whole file name>_converted.csv``, numbered where files of several folders share a name."""
    target, number = folder / f"{name}_converted.csv", 1
    while target in taken:
        number += 1
        target = folder / f"{name} ({number})_converted.csv"
    taken.add(target)
    return target


def write_raw(path: Path, reader: Reader, target: Path) -> bool:
    """Write a file's main table; a file without a byte gives one, and False is answered where it cannot be read."""
    try:
        sheets = reader.read(path, as_found=True)
    except EmptyFile as empty:
        _complain(path, empty)
        _write(target, ())
    except UserError as error:
        _complain(path, error)
        _write(target, ((REFUSED,),))
        return False
    else:
        region = main_region(sheets)
        whole = (row for row in (every_row(sheets[0]) if sheets else ()) if not _is_blank(row))
        _write(target, whole if region is None else _table(region))
    return True


def _complain(path: Path, error: UserError) -> None:
    text = one_line(str(error.message))
    print(f"kpidesk-cli: {text if path.name in text else f'{path}: {text}'}", file=sys.stderr)


def _write(target: Path, rows: Iterable[Sequence[str]]) -> None:
    with (
        replacing(target) as temporary,
        temporary.open("w", encoding="utf-8", errors="replace", newline="") as out,
    ):
        csv.writer(out, lineterminator="\r\n").writerows(rows)


def main_region(sheets: Sequence[RawSheet]) -> Region | None:
    """The first table that is about as big as the biggest; those of hidden sheets only where there is no other."""
    shown = [sheet for sheet in sheets if not sheet.hidden] or sheets
    regions = [region for sheet in shown for region in find_regions(sheet)]
    most = max(map(_cells, regions), default=0)
    return next((region for region in regions if _cells(region) >= _MAIN_SHARE * most), None)


def _cells(region: Region) -> int:
    last = region.sheet.rows if region.last_body is None else region.last_body
    return (last - region.first_body + 1) * (region.last_column - region.first_column + 1)


def _table(region: Region) -> Iterator[Sequence[str]]:
    """The header and the body rows, cut to the table; rows that are longer than it keep their last cells."""
    stop = _right_edge(region)
    if region.header_rows:
        yield _header(region, stop)
    last = region.sheet.rows if region.last_body is None else region.last_body
    for number, row in enumerate(every_row(region.sheet)):
        if number > last:
            return
        if number >= region.first_body and number not in region.header_rows and not _is_blank(row):
            yield row[region.first_column : stop]


def _is_blank(row: Row) -> bool:
    return row in ((), ("",)) or is_aside(row)


def _right_edge(region: Region) -> int | None:
    """Where the rows are cut: nowhere if no other table lies to the right."""
    rows = region.sheet.head[min((region.first_body, *region.header_rows)) :][
        : (region.last_body or len(region.sheet.head)) + 1
    ]
    if any(cell and not cell.isspace() for row in rows for cell in row[region.last_column + 1 :]):
        return region.last_column + 1
    return None


def _header(region: Region, stop: int | None) -> Sequence[str]:
    """The header as found: its rows, if several, joined by a blank; names of groups count for all their columns."""
    rows = [region.sheet.head[number][region.first_column : stop] for number in region.header_rows]
    if len(rows) == 1:
        return rows[0]
    if any(not cell.strip() for row in rows for cell in row) or len({len(row) for row in rows}) > 1:
        return region.headers
    return [" ".join(cells) for cells in zip(*rows, strict=True)]
