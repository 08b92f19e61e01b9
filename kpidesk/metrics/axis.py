"""The time axis on which everything is aggregated: consecutive periods of one grain, up to the date of the data."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from kpidesk.core.ids import MetricName
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

    def unripe(self, days: int) -> npt.NDArray[np.bool_]:
        """Which periods ended less than so many days before ``as_of``."""
        if self.as_of is None or self.grain is Grain.SNAPSHOT:
            return np.zeros(self.size, dtype=np.bool_)
        known = self.as_of - timedelta(days=days)
        return np.array([period.end > known for period in self.periods], dtype=np.bool_)

    def cut_for(self, grain: Grain) -> date | None:
        """The cut of movements of another grain: none on the last day of one of its periods."""
        return None if self.cut is None or Period.of(self.cut, grain, self.starts).end == self.cut else self.cut

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

    def within(self, span: Span) -> npt.NDArray[np.bool_]:
        """Which periods lie whole between two days, both included."""
        return self.shares(span) >= 1.0

    def shares(self, span: Span) -> Array:
        """Which part of each period's days lies between two days, both included."""
        first, last = span[0].toordinal(), span[1].toordinal()
        days = ((period.start.toordinal(), period.end.toordinal()) for period in self.periods)
        parts = (max(0, min(last, end) - max(first, start) + 1) / (end - start + 1) for start, end in days)
        return np.fromiter(parts, dtype=np.float64, count=self.size)

    def weeks(self, span: Span | None = None) -> Array:
        """How many weeks end in each period: their Sundays, as far as known and within the months of the span."""
        if self.grain is Grain.SNAPSHOT or self.as_of is None:
            return np.ones(self.size)
        bounds = [self._within(period, span) for period in self.periods]
        return np.array([max(0, last.toordinal() // 7 - (first.toordinal() - 1) // 7) for first, last in bounds], float)

    def days(self, span: Span | None = None) -> Array:
        """How many days of each period are known, and within the months of the span; 1 for the snapshot."""
        if self.grain is Grain.SNAPSHOT or self.as_of is None:
            return np.ones(self.size)
        bounds = [self._within(period, span) for period in self.periods]
        return np.array([max(0, (last - first).days + 1) for first, last in bounds], float)

    def months(self, span: Span | None = None) -> Array:
        """How many months each period has, or within the months of the span; parts of one for shorter periods."""
        whole = np.full(self.size, self.grain.months, dtype=np.float64)
        if span is None or self.grain not in (Grain.QUARTER, Grain.YEAR):
            return whole
        bounds = [self._within(period, span) for period in self.periods]
        counts = [period_index(last, Grain.MONTH) - period_index(first, Grain.MONTH) + 1 for first, last in bounds]
        return np.minimum(np.maximum(counts, 0), whole)

    def _within(self, period: Period, span: Span | None) -> Span:
        """First and last known day of a period; with a span, of its part in the months that the span touches."""
        first, last = period.start, period.end if self.as_of is None else min(period.end, self.as_of)
        if span is None:
            return first, last
        return max(first, span[0].replace(day=1)), min(last, Period.of(span[1], Grain.MONTH).end)


def lengths(axis: Axis, names: Iterable[MetricName], rows: int, used: Span | None) -> dict[MetricName, Array]:
    """Lengths of the periods by name, once for each row; those of usage in the months in which it is known."""
    known = {"period_days": axis.days(), "period_weeks": axis.weeks(), "period_months": axis.months()}
    known |= {"usage_days": axis.days(used), "usage_weeks": axis.weeks(used), "usage_months": axis.months(used)}
    return {name: np.tile(known[name], (rows, 1)) for name in names if name in known}
