"""Sheets whose periods stand in two columns (2024 | 3, 2024 | Q1, 2024年 | 3月): months are written with their year.

Only where no column has dates of its own. A year that stands once above its months holds until the next one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.cells import kind_of, quarter_number, says_fiscal, year_number
from kpidesk.ingest.every_row import every_row
from kpidesk.ingest.layout import Region, find_regions
from kpidesk.ingest.plain_text import write_plain
from kpidesk.ingest.profile import body_rows
from kpidesk.ingest.raw_sheet import HEAD_ROWS, RawSheet, Row, SampledRow
from kpidesk.ingest.words import MONTHS, fold
from kpidesk.schema.vocabulary import load_vocabulary

_MONTH = re.compile(r"[mp]?\s*(\d{1,2})\s*(?:[月월]\s*份?)?")
_QUARTER = re.compile(r"(?:[qt]|qtr)?\.?\s*([1-4])")
_MOSTLY = 0.9
_DATES = 0.6
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_SEARCHED, _LOOKED_ACROSS = 30, 200
_LEAST_ROWS = 2
_MOST_ROWS = 500_000


class _Columns(NamedTuple):
    """The columns of the year and of the months or quarters within it, and how the latter's cells are read."""

    year: int
    part: int
    read: Callable[[str], str | None]


def with_years(sheet: RawSheet, target: Path) -> RawSheet:
    """The sheet, its months or quarters written with the year that stands in the column beside them."""
    if sheet.rows > _MOST_ROWS or not _may_have_both(sheet.head[:_SEARCHED]):
        return sheet
    for region in find_regions(sheet):
        if region.orientation == "down" and region.header_row >= 0 and (columns := _columns(region)) is not None:
            return _written(region, columns, target)
    return sheet


def _may_have_both(rows: Sequence[Row]) -> bool:
    """Whether some row names a year and a part of it."""
    heads = [row[:_LOOKED_ACROSS] for row in rows]
    return any(_named(row, "year") and (_named(row, "month") or _named(row, "quarter")) for row in heads)


def _named(cells: Sequence[str], what: str) -> list[int]:
    """The places of cells that are a word for a year, a month or a quarter, and nothing more."""
    vocabulary = load_vocabulary()
    words = vocabulary.periods[what]
    return [at for at, cell in enumerate(cells) if 0 < len(cell) <= 20 and vocabulary.tokens(cell) in words]


def _columns(region: Region) -> _Columns | None:
    """Where the two stand in a table without dates of its own; None in all others."""
    body = body_rows(region)
    columns = {
        at + region.first_column: [_cell(row, at + region.first_column) for row in body] for at in _range(region)
    }
    for year in _named(region.headers, "year"):
        if not _is_all(columns[year + region.first_column], _year):
            continue
        for what, read in (("month", _month), ("quarter", _quarter)):
            for part in _named(region.headers, what):
                found = _Columns(year + region.first_column, part + region.first_column, read)
                rest = [cells for at, cells in columns.items() if at not in found[:2]]
                if _is_all(columns[found.part], read) and not any(map(_is_dated, rest)):
                    return found
    return None


def _range(region: Region) -> range:
    return range(region.last_column - region.first_column + 1)


def _cell(row: Row, at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _is_all(texts: Sequence[str], read: Callable[[str], object]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) >= _LEAST_ROWS and sum(read(text) is not None for text in filled) >= _MOSTLY * len(filled)


def _is_dated(texts: Sequence[str]) -> bool:
    kinds = [kind for text in texts if (kind := kind_of(text)) not in ("", "x")]
    return bool(kinds) and kinds.count("d") >= _DATES * len(kinds)


def _year(text: str) -> int | None:
    year = year_number(text.removesuffix(".0"))
    return year if year is not None and _FIRST_YEAR <= year <= _LAST_YEAR else None


def _month(text: str) -> str | None:
    """Two digits of a month said by its number or its name."""
    folded = fold(text).rstrip(".").removesuffix(".0")
    if (number := MONTHS.get(folded)) is None and (match := _MONTH.fullmatch(folded)):
        number = int(match[1])
    return f"{number:02}" if number is not None and 1 <= number <= 12 else None


def _quarter(text: str) -> str | None:
    folded = fold(text).removesuffix(".0")
    if match := _QUARTER.fullmatch(folded):
        return f"Q{match[1]}"
    number = quarter_number(text)
    return f"Q{number}" if number is not None and number <= 4 else None


def _written(region: Region, columns: _Columns, target: Path) -> RawSheet:
    sheet = region.sheet
    kept = {sample.row: sample.cells for sample in sheet.further}
    head: list[Row] = []
    source = write_plain(_kept(_dated(region, columns), head, kept), sheet.width, target)
    names = [region.headers[at - region.first_column] for at in columns[:2]]
    text = QT_TRANSLATE_NOOP("ingest", "“{part}” is read with the year that stands in “{year}”: {example}.")
    message = Message(text, part=names[1], year=names[0], example=head[region.first_body][columns.part])
    where = Location(sheet.file.name, sheet.sheet, region.first_body, columns.part)
    return replace(
        sheet,
        head=tuple(head),
        further=tuple(SampledRow(row, cells) for row, cells in kept.items()),
        source=source,
        findings=(*sheet.findings, Finding(Level.NOTE, "ingest.year_beside", message, where)),
    )


def _dated(region: Region, columns: _Columns) -> Iterator[Row]:
    """Every row of the sheet, in the table's the months with their years."""
    totals = frozenset(region.total_rows)
    header = region.headers[columns.year - region.first_column]
    year, is_fiscal = None, False
    for number, cells in enumerate(every_row(region.sheet)):
        is_below = region.last_body is not None and number > region.last_body
        if number < region.first_body or is_below or number in totals:
            yield cells
            continue
        if text := _cell(cells, columns.year):
            year, is_fiscal = _year(text), says_fiscal(text) or says_fiscal(header)
        part = columns.read(_cell(cells, columns.part))
        is_read = year is not None and part is not None
        named = "FY" if is_fiscal and columns.read is _quarter else ""
        yield (*cells[: columns.part], f"{named}{year}-{part}", *cells[columns.part + 1 :]) if is_read else cells


def _kept(rows: Iterable[Row], head: list[Row], further: dict[int, Row]) -> Iterator[Row]:
    """The rows as they come; the first ones are put into ``head``, those that ``further`` knows by number into it."""
    for number, cells in enumerate(rows):
        if number < HEAD_ROWS:
            head.append(cells)
        elif number in further:
            further[number] = cells
        yield cells
