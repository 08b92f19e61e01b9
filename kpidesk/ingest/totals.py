"""Total rows: told by their label, where labels are many by their sums, and without any label by their sums alone.

A total stands last; in some exports of advertising it stands first.
"""

import math
from collections.abc import Iterable, Sequence

from kpidesk.ingest.cells import kind_of
from kpidesk.ingest.numbers import parse_number
from kpidesk.ingest.raw_sheet import Row, SampledRow
from kpidesk.ingest.words import TOTALS, fold, is_total, may_be_total

_AVERAGES = frozenset({"average", "avg", "mean", "durchschnitt", "mittelwert", "moyenne", "平均", "平均值"})
_CLOSE = 1e-6
_LEAST_ROWS, _LEAST_SUMS = 3, 2


def total_rows(body: Sequence[SampledRow], *, is_across: bool, is_whole: bool) -> tuple[int, ...]:
    """The rows of a table's body that sum up others; ``is_whole``: every row of it is given."""
    if is_across:
        return tuple(s.row for s in body if fold(label_of(s.cells)).rstrip(":： ") in TOTALS)
    perhaps = (s for s in body if any(map(may_be_total, s.cells)))
    found = {s.row for s in perhaps if is_total(label_of(s.cells))}
    if len(found) * 3 > len(body) > 6:
        found = _adding_up(body, found) if is_whole else set()
    last = {sample.row for sample in body[-3:]}
    found |= {s.row for s in body if s.row in last and fold(label_of(s.cells)) in _AVERAGES}
    if is_whole and (bare := _bare_total(body, found)) is not None:
        found.add(bare)
    if is_whole and (leading := _leading_total(body, found)) is not None:
        found.add(leading)
    return tuple(sorted(found))


def label_of(cells: Row) -> str:
    """The first cell of a row that is filled, where it is text."""
    text = next((cell for cell in cells if kind_of(cell) not in ("", "x")), "")
    return text if kind_of(text) == "t" else ""


def _adding_up(body: Sequence[SampledRow], found: set[int]) -> set[int]:
    """Those of the rows that hold, in some column, the sum of the rows since the last total, or of all rows so far."""
    numbers = _numbers(body)
    good: set[int] = set()
    for column in range(len(numbers[0]) if numbers else 0):
        since = whole = 0.0
        for sample, row in zip(body, numbers, strict=True):
            value = row[column]
            if sample.row not in found:
                since += value or 0.0
                whole += value or 0.0
                continue
            if value and (_is_close(value, since) or _is_close(value, whole)):
                good.add(sample.row)
            since = 0.0
    return good


def _bare_total(body: Sequence[SampledRow], found: set[int]) -> int | None:
    """The last row, where it names nothing and each of its numbers is the sum of those above."""
    if len(body) <= _LEAST_ROWS or body[-1].row in found:
        return None
    last = body[-1].cells
    if any(kind_of(cell) in ("t", "d") for cell in last) or not any(last):
        return None
    above = [sample for sample in body[:-1] if sample.row not in found]
    filled = [i for i, cell in enumerate(last) if kind_of(cell) == "n"]
    names = [i for i in range(len(last)) if i not in filled]
    if not filled or not any(all(sample.cells[i].strip() for sample in above) for i in names):
        return None
    *numbers, sums = _numbers([*above, body[-1]])
    is_sum = all(_is_close(sums[i] or 0.0, _sum(row[i] for row in numbers)) for i in filled)
    return body[-1].row if is_sum and any(sums[i] for i in filled) else None


def _leading_total(body: Sequence[SampledRow], found: set[int]) -> int | None:
    """The first row, where it lacks a name that all others have, and most of its numbers are the sums of theirs."""
    if len(body) <= _LEAST_ROWS or body[0].row in found:
        return None
    below = [sample for sample in body[1:] if sample.row not in found]
    first = body[0].cells
    lacks = [i for i, cell in enumerate(first) if not cell.strip()]
    if not any(all(i < len(s.cells) and kind_of(s.cells[i]) == "t" for s in below) for i in lacks):
        return None
    sums, *numbers = _numbers([body[0], *below])
    filled = [i for i, value in enumerate(sums) if value]
    fits = [i for i in filled if _is_close(sums[i] or 0.0, _sum(row[i] for row in numbers))]
    return body[0].row if len(fits) >= _LEAST_SUMS and 2 * len(fits) >= len(filled) else None


def _numbers(body: Sequence[SampledRow]) -> list[list[float | None]]:
    width = max((len(sample.cells) for sample in body), default=0)
    return [[_number(s.cells[i]) if i < len(s.cells) else None for i in range(width)] for s in body]


def _number(text: str) -> float | None:
    if kind_of(text) != "n":
        return None
    try:
        return parse_number(text, ".")
    except ValueError:
        return None


def _sum(values: Iterable[float | None]) -> float:
    return math.fsum(value for value in values if value is not None)


def _is_close(value: float, other: float) -> bool:
    return math.isclose(value, other, rel_tol=_CLOSE, abs_tol=0.005)
