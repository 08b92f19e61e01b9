"""The header of a block of cells: which row names the columns, and which rows above it belong to it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kpidesk.ingest.cells import kind_of, month_columns
from kpidesk.ingest.raw_sheet import MergedRange, Row
from kpidesk.ingest.words import UNITS, fold, is_total

_LOOK_DOWN = 60
_LOOK_AT = 16
_DEEPEST = 3
_MOST_COLUMNS = 400
"""Of wider blocks so many columns, evenly spread, tell where the header is."""
_LEAST_SCORE = 0.08
_LONGEST_UNIT = 2
_YEAR = re.compile(r"(?:(?:FY|CY)\s*)?'?(?:19|20)\d\d(?:年|年度)?|(?:FY|CY)\s*'?\d\d", re.I)


class Header(NamedTuple):
    """The header rows of a block, by their place in it; the lowest is last. () where none was found.

    ``has_units``: the row below the last of them says what the columns are counted in, and is no data.
    """

    rows: tuple[int, ...]
    score: float
    has_units: bool = False


def find_header(block: Sequence[Row]) -> Header:
    """The header of a block of rows, all cut to the same columns."""
    best, best_score = -1, _LEAST_SCORE
    for at in range(min(_LOOK_AT, len(block))):
        score = _score(block, at) - 0.015 * at
        if score > best_score:
            best, best_score = at, score
    if best < 0:
        return Header((), 0.0)
    best = next(at for at in range(best + 1) if block[at] == block[best])
    top = best
    while top > 0 and best - top < _DEEPEST - 1 and _is_upper_row(block[top - 1], block[top]):
        top -= 1
    last = best
    while last - top < _DEEPEST - 1 and last + 1 < len(block) and block[last + 1] == block[best]:
        last += 1
    while last - top < _DEEPEST - 1 and last + 2 < len(block) and _is_lower_row(block, best, last + 1):
        last += 1
    return Header(tuple(range(top, last + 1)), best_score, _is_units_row(block, last + 1))


def _score(block: Sequence[Row], at: int) -> float:
    """How much a row looks like names above values: about 1 for texts above numbers and dates, below 0 for data."""
    row = block[at]
    below = [other for other in block[at + 1 : at + 1 + _LOOK_DOWN] if any(other)]
    filled = [i for i, cell in enumerate(row) if kind_of(cell) != ""]
    if not filled or is_total(row[filled[0]]):
        return -1.0
    months = set(month_columns(row))
    named_below = _named_below(block, at)
    total = 0.0
    columns = 0
    for i in range(0, len(row), max(1, len(row) // _MOST_COLUMNS)):
        cell = row[i]
        values = [other[i] for other in below if i < len(other) and kind_of(other[i]) != ""]
        kind = kind_of(cell)
        if not values and not kind:
            continue
        columns += 1
        if kind or not named_below[i]:
            total += _contrast(cell, kind, values, is_month=i in months)
    if not columns:
        return -1.0
    if len(filled) == 1 and columns > 1:
        return -1.0
    names = [fold(row[i]) for i in filled]
    doubled = 1 - len(set(names)) / len(names)
    if not below:
        if months:
            return 1.0
        is_alone = at == 0 and len(filled) > 1 and all(kind_of(row[i]) == "t" for i in filled)
        return 0.3 if is_alone else -0.1
    if len(set(names)) == 1 and len(names) > 2:
        doubled += 1.0
    return total / columns - 0.6 * doubled


def _named_below(block: Sequence[Row], at: int) -> list[bool]:
    """For each column, whether the next row, if it holds words alone, has a name for it."""
    row = block[at + 1] if at + 1 < len(block) else ()
    is_words = bool(row) and not any(kind_of(cell) in ("n", "d") for cell in row)
    return [is_words and bool(cell.strip()) for cell in (row or block[at])]


def _contrast(cell: str, kind: str, values: Sequence[str], *, is_month: bool) -> float:
    """What one column says for the cell above it being its name."""
    if not kind:
        return -0.2
    kinds = Counter(kind_of(value) for value in values)
    typed = kinds["n"] + kinds["d"]
    known = typed + kinds["t"]
    if is_month:
        return 1.0 if kinds["n"] * 2 >= known else 0.3
    if kind in ("n", "d"):
        if kind == "n" and known and kinds["t"] > 0.8 * known and len(cell) > 4:
            return 0.0
        return -1.0 if kinds[kind] or not known else -0.5
    if kind == "x":
        return -0.3
    if not known:
        return 0.2
    if typed >= 0.6 * known:
        return 1.0 if len(cell) <= 120 else 0.5
    if cell in values:
        return -0.6
    if len(cell) > 200:
        return 0.0
    repeated = len(set(values)) < 0.9 * len(values)
    return 0.35 if repeated else 0.25


def _is_upper_row(upper: Row, lower: Row) -> bool:
    """Whether a row above the header belongs to it: several texts or years, not the same row again."""
    filled = [cell for cell in upper if kind_of(cell) != ""]
    if len(filled) < 2 or any(fold(cell) == "column labels" for cell in filled):
        return False
    if any(kind_of(cell) in ("n", "d") for cell in filled):
        return _is_row_of_years(upper, lower)
    if any(len(cell) > 120 for cell in filled) and len(filled) < 3:
        return False
    return len(set(filled)) > 1 or len(filled) < 3


def _is_row_of_years(upper: Row, lower: Row) -> bool:
    """Whether a row holds years or months, each above several columns, beside one name at most."""
    places = [i for i, cell in enumerate(upper) if cell.strip()]
    periods = [i for i in places if _YEAR.fullmatch(upper[i].strip()) or kind_of(upper[i]) == "d"]
    named = [i for i in range(len(lower)) if lower[i].strip()]
    if len(places) - len(periods) > 1 or len(named) <= len(periods) or not named:
        return False
    ends = [*periods[1:], named[-1] + 1]
    spans = [end - start for start, end in zip(periods, ends, strict=True)]
    return max(spans) > 1 and (all(_YEAR.fullmatch(upper[i].strip()) for i in periods) or min(spans[:-1] or spans) > 1)


def _is_units_row(block: Sequence[Row], at: int) -> bool:
    """Whether a row says what the columns below are counted in: ``USD``, ``(%)``, ``人``."""
    if at + 1 >= len(block):
        return False
    cells = [cell.strip() for cell in block[at] if cell.strip()]
    units = [cell for cell in cells if _is_unit(cell)]
    return bool(units) and len(units) >= len(cells) - 1 and (len(units) > 1 or len(cells) == 1)


def _is_unit(cell: str) -> bool:
    """Whether a cell says what is counted: one unit, or money and its scale (USD k, k €)."""
    words = fold(cell).strip("()[]（） ").split()
    return 0 < len(words) <= _LONGEST_UNIT and all(word in UNITS for word in words)


def with_units(names: Sequence[str], row: Row) -> tuple[str, ...]:
    """The names of columns with the units that stand below them in brackets."""
    units = [" ".join(cell.split()).strip("()[]（） ") for cell in (*row, *[""] * len(names))]
    return tuple(
        f"{name} ({unit})" if _is_unit(unit) and fold(unit) not in ("#", fold(name)) else name
        for name, unit in zip(names, units, strict=False)
    )


def _is_lower_row(block: Sequence[Row], header: int, at: int) -> bool:
    """Whether a row below the header belongs to it: words above numbers, and names for columns that had none."""
    row = block[at]
    if any(kind_of(cell) in ("n", "d") for cell in row):
        return False
    fills = sum(kind_of(cell) == "t" and not upper.strip() for cell, upper in zip(row, block[header], strict=False))
    above_numbers = 0
    for i, cell in enumerate(row):
        if kind_of(cell) == "t":
            kinds = Counter(kind_of(other[i]) for other in block[at + 1 : at + 1 + _LOOK_DOWN])
            above_numbers += kinds["n"] + kinds["d"] > 3 * kinds["t"]
    return fills >= 2 and above_numbers >= 1


def header_texts(
    rows: Sequence[Row], merged: Sequence[MergedRange], first_row: int, first_column: int, width: int
) -> tuple[str, ...]:
    """One name for each column: the texts of its header rows, top to bottom, without repeats.

    A text above several columns, by a merge or because the cells right of it are blank, counts for all of them.
    """
    filled_rows = [
        _spread(row, merged, first_row + i, first_column, width) if i + 1 < len(rows) else _cut(row, width)
        for i, row in enumerate(rows)
    ]
    names: list[str] = []
    for column in range(width):
        parts: list[str] = []
        for row in filled_rows:
            text = " ".join(row[column].split())
            if text and text not in parts:
                parts.append(text)
        names.append(" ".join(parts))
    return tuple(names)


def _cut(row: Row, width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _spread(row: Row, merged: Sequence[MergedRange], number: int, first_column: int, width: int) -> list[str]:
    cells = _cut(row, width)
    spans = {m.first_column - first_column: m.last_column - first_column for m in merged if m.first_row == number}
    last = ""
    until = width
    for i, cell in enumerate(cells):
        if cell.strip():
            last = cell
            until = spans.get(i, i if spans else width)
        elif last and i <= until:
            cells[i] = last
    return cells
