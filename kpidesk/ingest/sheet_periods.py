"""Sheets that are periods of one table: Jan, Feb, Mar … with the same columns, the month said by the name alone.

Such a sheet gets a column of its period, so that its rows keep their time when they stand below those of the others.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.cells import kind_of
from kpidesk.ingest.layout import Region, find_regions
from kpidesk.ingest.raw_sheet import RawSheet, Row
from kpidesk.ingest.recognition_months import month_of
from kpidesk.ingest.words import fold, tidy

_SEPARATORS = (re.compile(r"[\s_,()]+"), re.compile(r"[\s_\-–—.,()/]+"))
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATES = 0.6
_LOOKED_AT = 200
_NAMES_TOLD = 12


@dataclass(frozen=True, slots=True)
class _Part:
    """A sheet with one main table whose name tells a period."""

    place: int
    region: Region
    period: str


def with_periods(sheets: Sequence[RawSheet]) -> tuple[RawSheet, ...]:
    """The sheets, those that are periods of one table with a finding and, where no column has a date, with one more."""
    named = [(place, period) for place, sheet in enumerate(sheets) if (period := period_named(sheet)) is not None]
    if len(named) < 2:
        return tuple(sheets)
    groups: defaultdict[tuple[str, ...], list[_Part]] = defaultdict(list)
    for place, period in named:
        if (region := _main_region(sheets[place])) is not None:
            groups[tuple(map(fold, region.headers))].append(_Part(place, region, period))
    changed = list(sheets)
    for parts in groups.values():
        if len({part.period for part in parts}) > 1:
            for part in parts:
                changed[part.place] = _told(part, parts)
    return tuple(changed)


def period_named(sheet: RawSheet) -> str | None:
    """The month or quarter that a sheet's name tells: 2024-03, or a month's name alone where no name says the year.

    A text file's only name is that of the file.
    """
    name = sheet.file.stem if sheet.sheet is None else sheet.sheet
    found = [month for text in _phrases(tidy(name)) if (month := month_of(text)) is not None]
    dated = next((month for month in found if month[0] is not None), None)
    if dated is not None:
        return f"{dated[0]}-{dated[1]:02}"
    if not found:
        return None
    year = _YEAR.search(sheet.sheet or "") or _YEAR.search(sheet.file.stem)
    return f"{year[1]}-{found[0][1]:02}" if year else _ENGLISH[found[0][1] - 1]


_ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _phrases(name: str) -> Iterator[str]:
    """One to three words of a name at a time, the longer first; its signs are parts of words, or between them."""
    for separators in _SEPARATORS:
        words = [word for word in separators.split(name) if word]
        for size in (3, 2, 1):
            for start in range(len(words) - size + 1):
                yield " ".join(words[start : start + size])


def _main_region(sheet: RawSheet) -> Region | None:
    """The largest table of a sheet, if its rows are no series of months."""
    regions = [r for r in find_regions(sheet) if r.orientation == "down" and r.header_row >= 0]
    return max(regions, key=lambda r: len(r.headers) * _height(r), default=None)


def _height(region: Region) -> int:
    last = region.sheet.rows - 1 if region.last_body is None else region.last_body
    return last - region.first_body + 1


def _told(part: _Part, parts: Sequence[_Part]) -> RawSheet:
    """The sheet of a part with what it is a part of, and its period where no column tells it."""
    region = part.region
    sheet = region.sheet
    names = ", ".join(each.region.sheet.name for each in parts[:_NAMES_TOLD])
    where = Location(sheet.file.name, sheet.sheet)
    text = QT_TRANSLATE_NOOP("ingest", "These {count} sheets are periods of one table and are put together: {names}.")
    findings = []
    if part is parts[0]:
        message = Message(text, count=len(parts), names=names)
        findings.append(Finding(Level.NOTE, "ingest.sheets_of_one_table", message, where, len(parts)))
    if _has_dates(region) or region.last_column != sheet.width - 1:
        return replace(sheet, findings=(*sheet.findings, *findings))
    text = QT_TRANSLATE_NOOP("ingest", "No column has a date: {period} is taken from the name of the sheet {sheet}.")
    message = Message(text, period=part.period, sheet=sheet.name)
    findings.append(Finding(Level.NOTE, "ingest.period_from_name", message, where))
    return replace(_with_column(region, part.period), findings=(*sheet.findings, *findings))


def _has_dates(region: Region) -> bool:
    """Whether most filled cells of a column are dates, or a column counts months of its own."""
    rows = region.sheet.head[region.first_body : region.first_body + _LOOKED_AT]
    for column in range(region.first_column, region.last_column + 1):
        kinds = [kind for row in rows if column < len(row) and (kind := kind_of(row[column])) not in ("", "x")]
        if kinds and kinds.count("d") >= _DATES * len(kinds):
            return True
        if kinds and all(month_of(row[column]) for row in rows if column < len(row) and row[column].strip()):
            return True
    return False


def _with_column(region: Region, period: str) -> RawSheet:
    """The sheet with one more column: its name in the header's row, the period in each filled row of the body."""
    sheet = region.sheet
    name = "Month" if (sheet.sheet or "").isascii() else "月份"
    last = sheet.rows - 1 if region.last_body is None else region.last_body

    def cell(row: int, cells: Row) -> str:
        if row == region.header_row:
            return name
        return period if region.first_body <= row <= last and any(cells) else ""

    def extended(row: int, cells: Row) -> Row:
        text = cell(row, cells)
        return (*cells, *("",) * (sheet.width - len(cells)), text) if text else cells

    return replace(
        sheet,
        head=tuple(extended(row, cells) for row, cells in enumerate(sheet.head)),
        further=tuple(one._replace(cells=extended(one.row, one.cells)) for one in sheet.further),
        width=sheet.width + 1,
        source=replace(sheet.source, path=_written(region, name, period, last), width=sheet.width + 1),
    )


def _written(region: Region, name: str, period: str, last: int) -> Path:
    """A copy of the sheet's rows with the column."""
    sheet = region.sheet
    table = pq.read_table(sheet.source.path)
    filled = pa.array([False] * table.num_rows)
    for column in table.columns:
        filled = pc.or_(filled, pc.is_valid(column.combine_chunks()))
    numbers = pa.array(range(table.num_rows), pa.int64())
    inside = pc.and_(pc.greater_equal(numbers, region.first_body), pc.less_equal(numbers, last))
    texts = pc.if_else(pc.and_(filled, inside), period, pa.scalar(None, pa.string()))
    texts = pc.if_else(pc.equal(numbers, region.header_row), name, texts)
    target = sheet.source.path.with_suffix(".period.parquet")
    pq.write_table(table.append_column(f"c{sheet.width}", texts), target, compression="lz4", write_statistics=False)
    return target
