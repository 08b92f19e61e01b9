"""Sheets of recurring revenue with a customer in each row and a month in each column: put into one row for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.cells import kind_of, month_columns
from kpidesk.ingest.plain_text import write_plain
from kpidesk.ingest.raw_sheet import HEAD_ROWS, RawSheet, Row
from kpidesk.ingest.recognition_months import month_of
from kpidesk.ingest.row_sample import further_rows
from kpidesk.ingest.words import fold, is_total
from kpidesk.schema.loader import load_schema

_SAYS_RECURRING = re.compile(r"\bc?mrr\b|recurring|subscription|月费|月費|月租|经常性|經常性|订阅|訂閱", re.I)
_LEAST_MONTHS, _LEAST_CUSTOMERS = 3, 5
_MOSTLY = 0.9
_LOOKED_AT = 20


class _Grid(NamedTuple):
    """Where the header stands, the columns of its months by their names ("2024-03"), and the rows of customers."""

    header: int
    months: dict[int, str]
    customers: tuple[Row, ...]


def by_month(sheet: RawSheet, target: Path) -> RawSheet:
    """The sheet, its months one below the other where it is one of customers and months of recurring revenue."""
    grid = _grid(sheet)
    if grid is None:
        return sheet
    rows = list(_rows(sheet, grid))
    width = len(rows[0])
    text = QT_TRANSLATE_NOOP(
        "ingest", "Customers stand in rows and {n} months beside each other: each became a row of its own."
    )
    where = Location(sheet.file.name, sheet.sheet, grid.header)
    finding = Finding(Level.NOTE, "ingest.months_beside", Message(text, n=len(grid.months)), where)
    return replace(
        sheet,
        head=tuple(rows[:HEAD_ROWS]),
        rows=len(rows),
        width=width,
        source=write_plain(rows, width, target),
        further=further_rows(rows),
        merged=(),
        findings=(*sheet.findings, finding),
        formats=(),
    )


def _grid(sheet: RawSheet) -> _Grid | None:
    """The one table of such a sheet; None for all others."""
    header = next(
        (at for at, row in enumerate(sheet.head[:_LOOKED_AT]) if len(month_columns(row)) >= _LEAST_MONTHS), -1
    )
    if header < 0 or sheet.rows > len(sheet.head):
        return None
    names = sheet.head[header]
    months = {
        at: f"{found[0]}-{found[1]:02}" for at in month_columns(names) if (found := month_of(names[at])) and found[0]
    }
    said = " ".join(
        (sheet.sheet or "", sheet.file.stem, *(cell for row in sheet.head[:header] for cell in row), names[0])
    )
    if len(months) < _LEAST_MONTHS or 0 in months or not _SAYS_RECURRING.search(said.replace("_", " ")):
        return None
    if fold(names[0]) not in _customer_words():
        return None
    body = tuple(row for row in sheet.head[header + 1 :] if row and row[0].strip() and not is_total(row[0]))
    cells = [kind for row in body for at in months if at < len(row) and (kind := kind_of(row[at])) not in ("", "x")]
    is_distinct = len({row[0] for row in body}) >= max(_LEAST_CUSTOMERS, _MOSTLY * len(body))
    return _Grid(header, months, body) if is_distinct and cells and cells.count("n") >= _MOSTLY * len(cells) else None


def _rows(sheet: RawSheet, grid: _Grid) -> Iterator[Row]:
    first = min(grid.months)
    names: Sequence[str] = sheet.head[grid.header]
    yield (*names[:first], "Month", "MRR")
    for row in grid.customers:
        told = (*row[:first], *("",) * (first - len(row)))
        for at, month in grid.months.items():
            if at < len(row) and row[at].strip():
                yield (*told, month, row[at])


def _customer_words() -> frozenset[str]:
    roles = load_schema().tables["customers"].roles
    words = (word for name in ("customer_id", "customer_name") for word in roles[name].headers)
    return frozenset(fold(word.removeprefix("~")) for word in words)
