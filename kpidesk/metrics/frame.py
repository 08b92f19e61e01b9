"""Answers: one array per KPI over segment × period, with what is known of its certainty."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain, Period

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Series:
    """One KPI: arrays of shape (segments, periods), NaN where there is no value.

    ``reason`` is set where the KPI is not computable at all, then ``missing`` names ``table.column`` it would need.
    ``gaps`` says, where a single value is missing though others exist, why (churn 0, nobody at the start …): the reason
    of the last such cell. ``gap_codes`` says it of each: 0 has a value, else ``gap_texts[code - 1]`` is the reason.
    ``notes`` are words that belong beside the number ("gross margin unknown: 100% assumed").
    ``given`` is True where the value was read from a monthly sheet instead of computed. ``partial`` says of each cell
    that a part of its period is missing in the data, so that a sum is one of the rest; None: of none. ``lag`` is from
    how many months before its dividend, or that of a figure it is made of, is.
    """

    name: MetricName
    values: Array
    n: Array
    low: Array | None = None
    high: Array | None = None
    reason: Message | None = None
    missing: tuple[str, ...] = ()
    gaps: Message | None = None
    notes: tuple[Message, ...] = ()
    given: bool = False
    gap_texts: tuple[Message, ...] = ()
    gap_codes: npt.NDArray[np.int8] | None = None
    partial: npt.NDArray[np.bool_] | None = None
    lag: int = 0

    @property
    def is_computable(self) -> bool:
        return self.reason is None

    def gap(self, row: int, column: int) -> Message | None:
        """Why this one cell has no value; None where it has one."""
        if self.gap_codes is None:
            return self.gaps if np.isnan(self.values[row, column]) else None
        code = int(self.gap_codes[row, column])
        return self.gap_texts[code - 1] if code else None

    def cut(self, rows: npt.NDArray[np.intp], part: slice) -> "Series":
        """These segments of a stretch of periods."""
        codes = None if self.gap_codes is None else self.gap_codes[rows, part]
        return replace(
            self,
            notes=self.notes if codes is None else self._notes_of(codes),
            values=self.values[rows, part],
            n=self.n[rows, part],
            low=None if self.low is None else self.low[rows, part],
            high=None if self.high is None else self.high[rows, part],
            gap_codes=codes,
            partial=None if self.partial is None else self.partial[rows, part],
            gaps=None if codes is None else self._last_gap(codes),
        )

    def _notes_of(self, codes: npt.NDArray[np.int8]) -> tuple[Message, ...]:
        """The notes, without those that tell why cells have no value which are not among these."""
        told = {self.gap_texts[code - 1] for code in np.unique(codes).tolist() if code}
        return tuple(note for note in self.notes if note in told or note not in self.gap_texts)

    def _last_gap(self, codes: npt.NDArray[np.int8]) -> Message | None:
        """The reason of the latest empty cell, the total before segments."""
        columns = np.flatnonzero(codes.any(axis=0))
        if not columns.size:
            return None
        last = codes[:, columns[-1]]
        return self.gap_texts[int(last[np.flatnonzero(last)[-1]]) - 1]


@dataclass(frozen=True, slots=True)
class ResultFrame:
    """The answer to a Query.

    ``segments`` is ``(None,)`` without a split; with one, the values of the attribute in order of size and ``None``
    (the total, recomputed from its parts, never summed for ratios) at the end.
    """

    grain: Grain
    periods: tuple[Period, ...]
    segments: tuple[str | None, ...]
    series: Mapping[MetricName, Series]
    incomplete: npt.NDArray[np.bool_]
    as_of: date | None
    currency: str
    profile: str = "kpidesk"
    by: str | None = None
    findings: tuple[Finding, ...] = ()
    sources: Mapping[MetricName, tuple[str, ...]] = field(default_factory=dict)

    def value(self, name: str, period: Period | None = None, segment: str | None = None) -> float | None:
        """One number; the last complete period by default; None where there is none."""
        series = self.series.get(MetricName(name))
        if series is None or not series.is_computable:
            return None
        column = self.last_complete if period is None else self.column(period)
        if column is None:
            return None
        number = float(series.values[self.segments.index(segment), column])
        return None if np.isnan(number) else number

    def is_nothing(self, names: Iterable[MetricName]) -> bool:
        """True where these can be computed, at least one of them, and come to 0 or no value everywhere."""
        known = [self.series[name] for name in names if self.series[name].is_computable]
        return bool(known) and not any(np.nan_to_num(each.values).any() for each in known)

    def column(self, period: Period) -> int | None:
        """Where the period stands on the time axis, None where it does not."""
        if not self.periods or period.grain is not self.grain:
            return None
        at = period.index - self.periods[0].index
        return at if 0 <= at < len(self.periods) else None

    def until(self, period: Period | None) -> "ResultFrame":
        """The answer as it was at the end of a period: what came later is left out. None, or elsewhere: all of it."""
        at = None if period is None else self.column(period)
        return self if at is None else self._cut(slice(0, at + 1))

    def spanning(self, periods: Sequence[Period]) -> "ResultFrame":
        """The answer of these periods that follow each other, so that what it notes is of them; all of it for none."""
        known = [at for period in periods if (at := self.column(period)) is not None]
        return self._cut(slice(min(known), max(known) + 1)) if known else self

    def _cut(self, part: slice) -> "ResultFrame":
        cut = _CutSeries(self.series, np.arange(len(self.segments)), part)
        return replace(self, periods=self.periods[part], incomplete=self.incomplete[part], series=cut)

    def is_incomplete(self, name: str, row: int, column: int) -> bool:
        """True where the period has not ended, or the data of this KPI lack a part of it."""
        partial = self.series[MetricName(name)].partial
        return bool(self.incomplete[column] or (partial is not None and partial[row, column]))

    def told_column(self, name: str, row: int = -1) -> int | None:
        """The column to show of a KPI: the last that has ended, else, where that has no value, the running one."""
        at, series = self.last_complete, self.series.get(MetricName(name))
        if at is None or series is None or not series.is_computable:
            return at
        told = np.flatnonzero(np.isfinite(series.values[row, at:]))
        return at + int(told[0]) if told.size else at

    def told_period(self, name: str) -> Period | None:
        """The period to show of a KPI, see ``told_column``."""
        at = self.told_column(name)
        return None if at is None else self.periods[at]

    @property
    def last_complete(self) -> int | None:
        """The column of the last period that has ended, else of the last one."""
        if not self.periods:
            return None
        complete = np.flatnonzero(~self.incomplete)
        return int(complete[-1]) if complete.size else len(self.periods) - 1


class _CutSeries(Mapping[MetricName, Series]):
    """A stretch of all KPIs, each cut when it is asked for: who shows one of a hundred does not wait for the others."""

    __slots__ = ("_cut", "_part", "_rows", "_whole")

    def __init__(self, whole: Mapping[MetricName, Series], rows: npt.NDArray[np.intp], part: slice) -> None:
        self._whole, self._rows, self._part = whole, rows, part
        self._cut: dict[MetricName, Series] = {}

    def __getitem__(self, name: MetricName) -> Series:
        if name not in self._cut:
            self._cut[name] = self._whole[name].cut(self._rows, self._part)
        return self._cut[name]

    def __contains__(self, name: object) -> bool:
        return name in self._whole

    def __iter__(self) -> Iterator[MetricName]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)
