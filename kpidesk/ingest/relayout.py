"""A region under another header or other totals than those that were found, as a user says."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kpidesk.core.findings import cell_name, column_letters
from kpidesk.ingest.cells import month_columns
from kpidesk.ingest.header import header_texts
from kpidesk.ingest.layout import Region
from kpidesk.ingest.raw_sheet import RawSheet, Row
from kpidesk.ingest.words import fold

_SEARCHED = 200
_ALIKE = 0.8


def with_header(region: Region, rows: tuple[int, ...]) -> Region:
    """The region whose header stands in these rows, the body right below; () = no header, the columns are A, B, …"""
    sheet, first = region.sheet, region.first_column
    last = max([region.last_column, *(_last_filled(sheet.head[row]) for row in rows)])
    width = last - first + 1
    if rows:
        cells = [sheet.head[row][first : last + 1] for row in rows]
        headers = header_texts(cells, sheet.merged, rows[0], first, width)
        body, months = rows[-1] + 1, month_columns(cells[-1])
    else:
        headers = tuple(column_letters(column) for column in range(first, last + 1))
        body, months = min((*region.header_rows, region.first_body)), ()
    filled = sum(bool(text.strip()) for text in headers)
    return replace(
        region,
        header_row=rows[-1] if rows else -1,
        header_rows=rows,
        first_body=body,
        last_column=last,
        orientation="across" if len(months) >= 3 and len(months) * 2 > filled - 1 else "down",
        headers=headers,
        total_rows=tuple(row for row in region.total_rows if row >= body),
        range=f"{cell_name(rows[0] if rows else body, first)}:{cell_name(_last_row(region), last)}",
    )


def find_header(region: Region, rows: Sequence[int], words: Sequence[str]) -> tuple[int, ...] | None:
    """Where a header of as many rows that says these words stands now, best at the same place; None: nowhere."""
    wanted = {fold(word) for word in words if word.strip()}
    height = len(rows)
    if not wanted or not height:
        return tuple(rows) if not height else None
    last = min(len(region.sheet.head), _SEARCHED) - height
    for top in sorted(range(last + 1), key=lambda top: abs(top - rows[0])):
        said = {fold(text) for text in _texts(region.sheet, top, height)}
        if len(wanted & said) >= _ALIKE * len(wanted):
            return tuple(range(top, top + height))
    return None


def _texts(sheet: RawSheet, top: int, height: int) -> Iterable[str]:
    rows = sheet.head[top : top + height]
    return header_texts(rows, sheet.merged, top, 0, max(map(len, rows), default=0))


def with_totals(region: Region, rows: Iterable[int], *, are_totals: bool) -> Region:
    """The region with rows marked as totals, or as data after all."""
    marked = frozenset(region.total_rows)
    marked = marked | frozenset(rows) if are_totals else marked - frozenset(rows)
    return replace(region, total_rows=tuple(sorted(marked)))


def labelled_rows(region: Region, label: str) -> tuple[int, ...]:
    """The rows of the body, totals included, that were looked at and hold a text in some cell."""
    wanted, sheet = fold(label), region.sheet
    end = len(sheet.head) if region.last_body is None else min(len(sheet.head), region.last_body + 1)
    rows = [(row, sheet.head[row]) for row in range(region.first_body, end)]
    if region.last_body is None or region.last_body >= len(sheet.head):
        rows += [(sample.row, sample.cells) for sample in sheet.further]
    part = slice(region.first_column, region.last_column + 1)
    return tuple(row for row, cells in rows if any(fold(cell) == wanted for cell in cells[part] if cell))


def _last_filled(row: Row) -> int:
    return max((column for column, cell in enumerate(row) if cell.strip()), default=0)


def _last_row(region: Region) -> int:
    return region.sheet.rows - 1 if region.last_body is None else region.last_body
