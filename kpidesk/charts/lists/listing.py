"""A long list as it is asked for: which rows, in which order, and the totals of exactly these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kpidesk.charts.lists.column import Kind, ListColumn, Total
from kpidesk.charts.lists.filters import Mask, passing
from kpidesk.charts.lists.ordering import Alphabet, Rows, ranks, sorted_rows
from kpidesk.core.progress import Progress

_BY_PLACE = (Total.FIRST, Total.LAST)
"""Totals that ask for the rows as they came, however they are sorted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants to see: what is typed by column, and by which column it is sorted."""

    typed: Mapping[int, str] = field(default_factory=dict)
    sorted_by: int | None = None
    is_falling: bool = False

    @property
    def is_narrowed(self) -> bool:
        return any(text.strip() for text in self.typed.values())


@dataclass(frozen=True, eq=False, slots=True)
class Arranged:
    """The rows in sight, in order, and the total of each column; None where a column has none."""

    asked: Asked
    rows: Rows
    totals: tuple[float | None, ...]


class Listing:
    """Columns of the same length. ``is_whole`` False: there are more rows than these, so that nothing is totalled."""

    def __init__(self, columns: Sequence[ListColumn], count: int, *, is_whole: bool = True) -> None:
        self.columns = tuple(columns)
        self.count = count
        self.is_whole = is_whole
        self._ranks: dict[int, npt.NDArray[np.float64]] = {}

    def __len__(self) -> int:
        return self.count

    def arrange(self, asked: Asked, alphabet: Alphabet, progress: Progress) -> Arranged:
        """Put the rows into order, leave out those that do not pass, total the rest."""
        mask = self._mask(asked, progress)
        if asked.sorted_by is None:
            rows = np.arange(self.count) if mask is None else np.flatnonzero(mask)
        else:
            if asked.sorted_by not in self._ranks:
                self._ranks[asked.sorted_by] = ranks(self.columns[asked.sorted_by], alphabet, progress)
            progress.raise_if_cancelled()
            order = sorted_rows(self._ranks[asked.sorted_by], falling=asked.is_falling)
            rows = order if mask is None else order[mask[order]]
        progress.raise_if_cancelled()
        return Arranged(asked, rows, tuple(self._total(column, rows) for column in self.columns))

    def _mask(self, asked: Asked, progress: Progress) -> Mask | None:
        """Which rows pass every filter; None where all do."""
        found: Mask | None = None
        for place, typed in asked.typed.items():
            progress.raise_if_cancelled()
            one = passing(self.columns[place], typed)
            if one is not None:
                found = one if found is None else found & one
        return found

    def _total(self, column: ListColumn, rows: Rows) -> float | None:
        if not self.is_whole or column.total is Total.NONE:
            return None
        if column.total is Total.DISTINCT:
            keys = column.codes() if column.kind is Kind.TEXT else column.numbers()
            chosen = keys[rows]
            known = chosen[chosen >= 0] if column.kind is Kind.TEXT else chosen[~np.isnan(chosen)]
            return float(len(np.unique(known)))
        values = column.numbers()[np.sort(rows) if column.total in _BY_PLACE else rows]
        return _summed(column.total, values[~np.isnan(values)])


def _summed(total: Total, values: npt.NDArray[np.float64]) -> float | None:
    if total is Total.SUM:
        return float(values.sum())
    if not len(values):
        return None
    match total:
        case Total.MEAN:
            return float(values.mean())
        case Total.MEDIAN:
            return float(np.median(values))
        case Total.P90:
            return float(np.quantile(values, 0.9))
        case Total.FIRST:
            return float(values[0])
        case Total.LAST:
            return float(values[-1])
    return None
