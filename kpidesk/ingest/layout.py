"""Where the tables of a sheet are: titles, header rows, body, totals, side by side or one below the other."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kpidesk.core.courtesy import make_way
from kpidesk.core.findings import cell_name, column_letters
from kpidesk.ingest.blocks import Block, cut_row, find_blocks, is_aside
from kpidesk.ingest.cells import happened, kind_of, month_columns
from kpidesk.ingest.header import Header, find_header, header_texts, with_units
from kpidesk.ingest.pages import is_next_page, repeated_headers
from kpidesk.ingest.raw_sheet import RawSheet, Row, SampledRow
from kpidesk.ingest.totals import total_rows
from kpidesk.ingest.words import fold, is_total

Orientation = Literal["down", "across"]

_OWN_HEADER = 0.3
_LONG_SERIES = 6
_LEAST_BESIDE_NOTES = 3
_LONGEST_NAME = 60
_NOTE = re.compile(
    r"[*†‡§©(\[]|\d\)|note|source|remark|generated|exported|printed|created|as of|total rows|end of|copyright|quelle|"
    r"stand|hinweis|anmerkung|fuente|nota|remarque|exporté|注|备注|備註|说明|說明|来源|來源|数据来源|資料來源|导出|匯出|制表",
    re.I,
)
_SAME_HEADER = 0.7


@dataclass(frozen=True, slots=True)
class Region:
    """One table in a sheet; rows and columns count from 0 in the sheet, ends are included.

    ``header_row`` is the lowest of ``header_rows`` (-1 and () where the table has none, then ``headers`` are A, B, …).
    ``last_body`` None means to the sheet's end. "across": each row is one series and the columns are months.
    ``total_rows`` lie within the body and are not data; ``repeated_headers`` are those of them that only say the header
    again, as each page of a report does. ``range`` is what a spreadsheet would call it ("A3:H40").
    """

    sheet: RawSheet
    header_row: int
    header_rows: tuple[int, ...]
    first_body: int
    last_body: int | None
    first_column: int
    last_column: int
    orientation: Orientation
    headers: tuple[str, ...]
    total_rows: tuple[int, ...]
    range: str
    repeated_headers: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """How many rows of the sheet are the table's, totals left out."""
        last = self.last_body if self.last_body is not None else self.sheet.rows - 1
        return max(0, last - self.first_body + 1 - len(self.total_rows))


@dataclass(slots=True)
class _Table:
    """A table being put together: its first block, its header in it, and how far down it reaches."""

    block: Block
    header: Header
    last_row: int

    def names(self, head: Sequence[Row]) -> Row:
        """The row of names, () where there is none."""
        return self.block.rows(head)[self.header.rows[-1]] if self.header.rows else ()


def find_regions(sheet: RawSheet) -> tuple[Region, ...]:
    """The tables of a sheet from top left to bottom right; () where it holds none."""
    tables: list[_Table] = []
    for block in find_blocks(sheet.head):
        make_way()
        for part in _split_at_repeated_header(sheet, block):
            _place(sheet, part, tables)
    regions = [_region(sheet, table) for table in tables if _is_table(table, alone=len(tables) == 1)]
    return tuple(sorted(regions, key=lambda region: (region.first_body, region.first_column)))


def _place(sheet: RawSheet, block: Block, tables: list[_Table]) -> None:
    """Add a block as a table of its own, or as more rows of the table above it."""
    head = sheet.head
    header = find_header(block.rows(head))
    if (across := _across_above(head, block, header, tables)) is not None:
        across.last_row = max(across.last_row, block.last_row)
        across.block = across.block.widened(block)
        return
    above = next((t for t in reversed(tables) if t.block.overlaps(block) and t.last_row < block.first_row), None)
    if above is not None and sheet.sheet is not None and is_next_page(head, above.names(head), block, header):
        above.last_row = block.last_row
        return
    is_months = bool(header.rows) and bool(month_columns(block.rows(head)[header.rows[-1]]))
    is_new = bool(header.rows) and header.score >= _OWN_HEADER and (block.height > len(header.rows) or is_months)
    if above is not None and not (is_new and _differs(head, above, block, header)):
        is_followed = any(above.last_row < table.block.first_row <= block.first_row for table in tables)
        if above.block.covers(block) and above.header.rows and not is_followed:
            above.last_row = block.last_row
            return
        if block.height == 1:
            return
    tables.append(_Table(block, header, block.last_row))


def _across_above(head: Sequence[Row], block: Block, header: Header, tables: Sequence[_Table]) -> _Table | None:
    """The table of months running across that a block without a header of its own continues, gaps and labels apart."""
    above = next((t for t in reversed(tables) if t.header.rows and t.block.first_row < block.first_row), None)
    if above is None or block.first_column > above.block.last_column:
        return None
    months = month_columns(above.block.rows(head)[above.header.rows[-1]])
    if len(months) < _LONG_SERIES and not above.block.overlaps(block):
        return None
    if not months or (header.rows and header.score >= _OWN_HEADER and block.width > 1):
        return None
    return above


def _differs(head: Sequence[Row], above: _Table, block: Block, header: Header) -> bool:
    """Whether the header found in a block is one, seen against the table above: not a row of words in a wordy table."""
    if not above.header.rows:
        return True
    row = cut_row(head[block.first_row + header.rows[-1]], block)
    sample = [cut_row(head[r], block) for r in range(above.block.first_row, min(above.last_row + 1, len(head)))]
    body = sample[above.header.rows[-1] + 1 :][-60:]
    fits = opposes = 0
    for i, cell in enumerate(row):
        kinds = [kind for kind in (kind_of(other[i]) for other in body) if kind]
        if not kinds or kind_of(cell) in ("", "x"):
            continue
        common = max(set(kinds), key=kinds.count)
        fits += common == kind_of(cell)
        opposes += common != kind_of(cell)
    return opposes > 0 or fits == 0 or header.rows[-1] > 0


def _split_at_repeated_header(sheet: RawSheet, block: Block) -> list[Block]:
    """The block, cut where a row repeats words of the header: there a second table of the same kind begins.

    Not where a workbook says the very same header again, or a text file often does: those are pages of one table.
    """
    head = sheet.head
    rows = block.rows(head)
    header = find_header(rows)
    if not header.rows:
        return [block]
    words = {fold(cell) for cell in rows[header.rows[-1]] if kind_of(cell) == "t"}
    starts = [
        at
        for at in range(header.rows[-1] + 2, len(rows))
        if len(filled := {fold(cell) for cell in rows[at] if cell.strip()}) >= 2
        and (words >= filled or len(words & filled) >= max(3, _SAME_HEADER * len(words)))
    ]
    same = [at for at in starts if rows[at] == rows[header.rows[-1]]]
    if sheet.sheet is not None or len(same) > 1:
        starts = [at for at in starts if at not in same]
    if not starts or len(words) < 2:
        return [block]
    bounds = [0, *starts, len(rows)]
    pieces = [
        Block(block.first_row + a, block.first_row + b - 1, block.first_column, block.last_column)
        for a, b in itertools.pairwise(bounds)
    ]
    return [piece.shrunk(head) for piece in pieces]


def _is_table(table: _Table, *, alone: bool) -> bool:
    block = table.block
    if block.width == 1 and (not table.header.rows or block.height < 3):
        return alone and table.last_row > block.first_row and bool(table.header.rows)
    if alone:
        return True
    return block.width >= 2 and (block.height >= 2 or bool(table.header.rows)) and table.last_row > block.first_row


def _region(sheet: RawSheet, table: _Table) -> Region:
    make_way()
    block, header = table.block, table.header
    rows = block.rows(sheet.head)
    header_rows = tuple(block.first_row + at for at in header.rows)
    first_body = header_rows[-1] + 1 + header.has_units if header_rows else block.first_row
    names = (
        header_texts([rows[at] for at in header.rows], sheet.merged, header_rows[0], block.first_column, block.width)
        if header_rows
        else tuple(column_letters(c) for c in range(block.first_column, block.last_column + 1))
    )
    if header_rows and header.has_units:
        names = with_units(names, rows[header.rows[-1] + 1])
    orientation: Orientation = (
        "across" if header_rows and (_is_across(rows[header.rows[-1]]) or _is_across(_periods(names))) else "down"
    )
    body = _body_rows(sheet, table, first_body)
    make_way()
    last_body = _last_body(sheet, table, body)
    kept = [sample for sample in body if last_body is None or sample.row <= last_body]
    repeated = repeated_headers(kept, table.names(sheet.head))
    data = [sample for sample in kept if sample.row not in repeated]
    make_way()
    totals = total_rows(data, is_across=orientation == "across", is_whole=not sheet.further)
    last_shown = sheet.rows - 1 if last_body is None else last_body
    corner = f"{cell_name(header_rows[0] if header_rows else first_body, block.first_column)}"
    return Region(
        sheet=sheet,
        header_row=header_rows[-1] if header_rows else -1,
        header_rows=header_rows,
        first_body=first_body,
        last_body=last_body,
        first_column=block.first_column,
        last_column=block.last_column,
        orientation=orientation,
        headers=names,
        total_rows=tuple(sorted({*totals, *repeated})),
        repeated_headers=repeated,
        range=f"{corner}:{cell_name(max(last_shown, first_body - 1), block.last_column)}",
    )


def _is_across(row: Row) -> bool:
    months = month_columns(row)
    filled = sum(bool(cell.strip()) for cell in row)
    return len(months) >= 3 and len(months) * 2 > filled - 1


def _periods(names: Sequence[str]) -> Row:
    """The names of columns, of months with actual and planned figures the actual ones alone."""
    kept = tuple(map(happened, names))
    return kept if any(a != b for a, b in zip(kept, names, strict=True)) else ()


def _body_rows(sheet: RawSheet, table: _Table, first_body: int) -> list[SampledRow]:
    """The body rows that were read, cut to the table's columns."""
    rows = [SampledRow(r, cut_row(sheet.head[r], table.block)) for r in range(first_body, table.last_row + 1)]
    if table.last_row == len(sheet.head) - 1:
        rows += [SampledRow(sample.row, cut_row(sample.cells, table.block)) for sample in sheet.further]
    return rows


def _last_body(sheet: RawSheet, table: _Table, body: Sequence[SampledRow]) -> int | None:
    """Where the body ends; notes below it (one text in a table of several columns) do not belong to it."""
    reaches_end = table.last_row >= len(sheet.head) - 1
    fills = sorted(sum(bool(cell.strip()) for cell in sample.cells) for sample in body)
    usual = max(fills[len(fills) // 2] if fills else 0, sum(bool(cell.strip()) for cell in table.names(sheet.head)))
    end = len(body)
    if usual >= _LEAST_BESIDE_NOTES:
        last = next((at for at in range(end, 0, -1) if not _may_be_note(body[at - 1].cells)), 0)
        end = next((at for at in range(last, end) if _starts_notes(body, at)), end)
        while end and not any(body[end - 1].cells):
            end -= 1
    if end < len(body):
        return body[end - 1].row if end else table.block.first_row + (table.header.rows or (-1,))[-1]
    return None if reaches_end else table.last_row


def _may_be_note(cells: Row) -> bool:
    """Whether a row is blank or holds one text alone, no total; below a table such rows may be notes."""
    filled = [cell for cell in cells if cell.strip()]
    return not filled or (
        len(filled) == 1 and ((kind_of(filled[0]) == "t" and not is_total(filled[0])) or is_aside(cells))
    )


def _starts_notes(body: Sequence[SampledRow], at: int) -> bool:
    """Whether notes begin at a row: after a blank one, or with a text that no cell of a table would hold."""
    text = next((cell.strip() for cell in body[at].cells if cell.strip()), "")
    return not text or len(text) > _LONGEST_NAME or bool(_NOTE.match(text)) or is_aside(body[at].cells)
