"""Blocks: what blank rows and blank columns set apart in a sheet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpidesk.ingest.cells import kind_of, month_columns
from kpidesk.ingest.raw_sheet import Row
from kpidesk.ingest.words import fold

_SEP_LINE = re.compile(r'^\ufeff?"?sep=', re.I)
_SAME_EXTENT = 0.8
_LONG = 20


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells; all four count from 0 and are included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @property
    def height(self) -> int:
        return self.last_row - self.first_row + 1

    @property
    def width(self) -> int:
        return self.last_column - self.first_column + 1

    def overlaps(self, other: "Block") -> bool:
        """Whether the two share a column."""
        return self.first_column <= other.last_column and other.first_column <= self.last_column

    def covers(self, other: "Block") -> bool:
        """Whether the other one's columns all lie within this one's."""
        return self.first_column <= other.first_column and other.last_column <= self.last_column

    def widened(self, other: "Block") -> "Block":
        """The same rows with the other one's columns too."""
        left = min(self.first_column, other.first_column)
        return Block(self.first_row, self.last_row, left, max(self.last_column, other.last_column))

    def rows(self, head: Sequence[Row]) -> list[Row]:
        """Its rows, cut to its columns; rows that are asides come blank."""
        return [
            ("",) * self.width if is_aside(head[r]) else cut_row(head[r], self)
            for r in range(self.first_row, self.last_row + 1)
        ]

    def shrunk(self, head: Sequence[Row]) -> "Block":
        """Without blank columns at its right."""
        last = max((_last_filled(row) for row in self.rows(head)), default=0)
        return Block(self.first_row, self.last_row, self.first_column, self.first_column + max(0, last))


def cut_row(row: Row, block: Block) -> Row:
    """The row's cells within the block's columns, blanks where it is shorter."""
    cells = row[block.first_column : block.last_column + 1]
    return cells if len(cells) == block.width else (*cells, *("",) * (block.width - len(cells)))


def is_aside(row: Row) -> bool:
    """Whether a row is no part of any table: a comment, or the line that tells Excel the delimiter."""
    first = next((cell for cell in row if cell), "")
    if first[:1] == "#" and kind_of(first) == "t":
        return sum(bool(cell.strip()) for cell in row) <= 2 and (
            len(first) < 3 or not first[1].isalnum() or " " in first
        )
    return bool(_SEP_LINE.match(first))


def find_blocks(head: Sequence[Row]) -> list[Block]:
    """The blocks of a sheet's first rows, from top left to bottom right."""
    return [block for first, last in _bands(head) for block in _cut(head, first, last)]


def _cut(head: Sequence[Row], first: int, last: int) -> Iterator[Block]:
    """The blocks of a band: its parts side by side, each cut again where it has blank rows of its own."""
    parts = _parts(head, first, last)
    for left, right in parts:
        part = Block(first, last, left, right)
        start: int | None = None
        for r in range(first, last + 1):
            is_blank = _last_filled(cut_row(head[r], part)) < 0
            if not is_blank and start is None:
                start = r
            elif is_blank and start is not None and len(parts) > 1:
                yield Block(start, r - 1, left, right).shrunk(head)
                start = None
        if start is not None:
            yield Block(start, last, left, right).shrunk(head) if len(parts) > 1 else Block(start, last, left, right)


def _bands(head: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Runs of rows that are neither blank nor asides."""
    start: int | None = None
    for at, row in enumerate(head):
        is_blank = _last_filled(row) < 0 or is_aside(row)
        if is_blank and start is not None:
            yield start, at - 1
            start = None
        elif not is_blank and start is None:
            start = at
    if start is not None:
        yield start, len(head) - 1


def _last_filled(row: Row) -> int:
    """The place of the last cell that is not blank; -1 in a blank row."""
    for at in range(len(row) - 1, -1, -1):
        if row[at] and not row[at].isspace():
            return at
    return -1


def _parts(head: Sequence[Row], first: int, last: int) -> list[tuple[int, int]]:
    """The column ranges that blank columns set apart in a band, those of one table put together again."""
    filled: dict[int, set[int]] = {}
    for r in range(first, last + 1):
        for c, cell in enumerate(head[r]):
            if cell and not cell.isspace():
                filled.setdefault(c, set()).add(r)
    runs: list[tuple[int, int]] = []
    for c in sorted(filled):
        if runs and c == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], c)
        else:
            runs.append((c, c))
    parts: list[tuple[int, int]] = []
    for run in runs:
        if parts and _is_one_table(head, filled, parts[-1], run):
            parts[-1] = (parts[-1][0], run[1])
        else:
            parts.append(run)
    return parts


def _is_one_table(
    head: Sequence[Row], filled: dict[int, set[int]], left: tuple[int, int], right: tuple[int, int]
) -> bool:
    """Whether two column ranges with blank columns between are one table: alike in extent, the right one unlabelled."""
    if (
        any(month_columns(head[r][right[0] : right[1] + 1]) for r in sorted(filled[right[0]])[:3])
        and left[0] != right[0]
    ):
        return True
    rows = [set().union(*(filled[c] for c in range(a, b + 1) if c in filled)) for a, b in (left, right)]
    shared = len(rows[0] & rows[1])
    if not rows[1] or shared < len(rows[1]) * _SAME_EXTENT:
        return False
    gap = right[0] - left[1] - 1
    long = len(rows[0]) > _LONG
    alike = shared >= _SAME_EXTENT * len(rows[0])
    if long and gap == 1:
        return alike or (len(rows[1]) > 3 and min(rows[1]) == min(rows[0]))
    if gap > 2 and not (long and alike):
        return False
    return not _has_own_labels(head, rows[0] | rows[1], left, right)


def _has_own_labels(head: Sequence[Row], rows: set[int], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the right range starts with a column of words, or repeats words of the left one's first row."""
    ordered = sorted(rows)
    first_cells = [_cell(head[r], right[0]) for r in ordered[1:40]]
    kinds = [kind for kind in map(kind_of, first_cells) if kind]
    if kinds and kinds.count("t") + kinds.count("d") > 0.6 * len(kinds):
        return True
    names = [{fold(_cell(head[ordered[0]], c)) for c in range(a, b + 1)} - {""} for a, b in (left, right)]
    return bool(names[0] & names[1])


def _cell(row: Row, column: int) -> str:
    return row[column] if column < len(row) else ""
