"""The time axis on which everything is aggregated: consecutive periods of one grain, up to the date of the data."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from kpidesk.core.period import Grain, Period, period_index
from kpidesk.metrics.frame import Array

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Axis:
    """``size`` periods from index ``first``; ``as_of`` is the last day that is known.

    ``cut`` is that day where more is known and it lies within a period, so that what is netted over periods has to be
    netted again. ``starts`` is the first month of the fiscal year.
    """

    grain: Grain
    first: int
    size: int
    as_of: date | None
    cut: date | None = None
    starts: int = 1

    @classmethod
    def over(
        cls, grain: Grain, extent: Span | None, as_of: date | None, known: date | None = None, starts: int = 1
    ) -> "Axis":
        """The periods from the first day of the data to the one that holds ``as_of``; none where nothing is known.

        ``known`` is the day up to which the data reach, where that is another.
        """
        if grain is Grain.SNAPSHOT:
            return cls(grain, 0, 1, as_of)
        if extent is None or as_of is None:
            return cls(grain, 0, 0, as_of, starts=starts)
        first = period_index(min(extent[0], as_of), grain, starts)
        last = Period.of(as_of, grain, starts)
        is_cut = known is not None and as_of < known and last.end > as_of
        return cls(grain, first, last.index - first + 1, as_of, as_of if is_cut else None, starts)

    @property
    def periods(self) -> tuple[Period, ...]:
        """All periods in order."""
        return tuple(Period(self.grain, self.first + i, self.starts) for i in range(self.size))

    @property
    def incomplete(self) -> npt.NDArray[np.bool_]:
        """Which periods have not ended on ``as_of``."""
        result = np.zeros(self.size, dtype=np.bool_)
        if self.size and self.as_of is not None and self.grain is not Grain.SNAPSHOT:
            result[-1] = self.periods[-1].end > self.as_of
        return result

    def part(self, first: Period | None, last: Period | None) -> slice:
        """The columns from one period to another, both included; open ends reach to the ends of the axis."""
        begin = 0 if first is None else max(0, self._index(first, first.start) - self.first)
        end = self.size if last is None else min(self.size, self._index(last, last.end) - self.first + 1)
        return slice(min(begin, self.size), max(min(begin, self.size), end))

    def _index(self, period: Period, day: date) -> int:
        """A quarter or year of its own grain is that of the fiscal year, whatever the asker knew of when it starts."""
        return period.index if period.grain is self.grain else period_index(day, self.grain, self.starts)

    def covered(self, span: Span | None, *, to_the_end: bool = False) -> npt.NDArray[np.bool_]:
        """Which periods a table speaks of: from its first day to the end of the month of its last."""
        if self.grain is Grain.SNAPSHOT:
            return np.ones(self.size, dtype=np.bool_)
        result = np.zeros(self.size, dtype=np.bool_)
        if span is None:
            return result
        begin = max(0, period_index(span[0], self.grain, self.starts) - self.first)
        last_day = span[1].replace(day=monthrange(span[1].year, span[1].month)[1])
        end = (
            self.size
            if to_the_end
            else min(self.size, period_index(last_day, self.grain, self.starts) - self.first + 1)
        )
        result[begin:end] = True
        return result

    def weeks(self) -> Array:
        """How many weeks end in each period: their Sundays, as far as known."""
        if self.grain is Grain.SNAPSHOT or self.as_of is None:
            return np.ones(self.size)
        ends = [min(period.end, self.as_of).toordinal() // 7 for period in self.periods]
        begins = [(period.start.toordinal() - 1) // 7 for period in self.periods]
        return np.array(ends, dtype=np.float64) - np.array(begins, dtype=np.float64)

    def days(self) -> Array:
        """How many days of each period are known; 1 for the snapshot."""
        if self.grain is Grain.SNAPSHOT or self.as_of is None:
            return np.ones(self.size)
        ends = [min(period.end, self.as_of) for period in self.periods]
        days = [(end - period.start).days + 1 for end, period in zip(ends, self.periods, strict=True)]
        return np.array(days, dtype=np.float64)
