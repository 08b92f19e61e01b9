"""The change of a figure to an earlier period: whether it could be chance, and whether it is unusual.

Could it be chance? Where both ends have an interval, that of their difference says it: it holds 0, or it does not.
Where they have none (a total is no sample), the earlier changes say it: one no larger than their usual scatter could be
chance. Where these are too few, nothing is known. Is it unusual? A figure that grows by as much as ever moved, and
still that is no news: see ``Change.is_news``. Cards, tables, news and Why all ask here.
"""

from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.intervals import difference
from kpidesk.metrics.usual_moves import LEAST_Z, Move, usual_move

INTERVAL, HISTORY = "interval", "history"
_Z95 = 1.96


@dataclass(frozen=True, slots=True)
class Change:
    """What moved since ``before`` (a column); ``low`` and ``high`` bound it where an interval judges it.

    ``judged_by`` is INTERVAL, HISTORY, or "" where there are neither intervals nor enough earlier changes: then
    ``is_noise`` is None, which is no signal. ``move`` holds it against the earlier changes.
    """

    before: int
    value: float
    is_noise: bool | None = None
    judged_by: str = ""
    low: float | None = None
    high: float | None = None
    move: Move | None = None

    @property
    def is_signal(self) -> bool:
        """True where it is known to be more than chance."""
        return self.is_noise is False

    @property
    def z(self) -> float | None:
        """How far it is from the usual change; without enough of those from none at all, by its interval."""
        if self.move is not None and self.move.z is not None:
            return self.move.z
        if self.low is None or self.high is None or self.high <= self.low:
            return None
        return self.value * 2 * _Z95 / (self.high - self.low)

    @property
    def is_news(self) -> bool | None:
        """True where it is more than chance and not what it always does; None where one of the two is not known."""
        if self.is_noise is None or self.z is None:
            return None
        is_usual = self.move is not None and self.move.is_noise is True
        return self.is_signal and not is_usual and bool(self.value)


def change_of(frame: ResultFrame, name: str, row: int, column: int, lag: int = 1) -> Change | None:
    """The change to ``lag`` periods before; None where one of the two has no value or is not whole."""
    before = column - lag
    series = frame.series[MetricName(name)]
    if before < 0 or any(frame.is_incomplete(name, row, at) for at in (before, column)):
        return None
    return judged(series, row, column, before)


def judged(series: Series, row: int, column: int, before: int) -> Change | None:
    """The change between two columns, whole or not; None without a value at both."""
    values = series.values[row]
    value = float(values[column] - values[before])
    if not np.isfinite(value):
        return None
    bounds, move = _difference(series, row, column, before), usual_move(values, before, column)
    if bounds is not None:
        return Change(before, value, bounds[0] <= 0 <= bounds[1], INTERVAL, *bounds, move)
    if move is None or move.usual is None:
        return Change(before, value, move=move)
    return Change(before, value, bool(abs(value) < LEAST_Z * move.usual), HISTORY, move=move)


def side_of(change: Change | None, definition: Definition) -> bool | None:
    """Whether a change is good; None where it could be chance or nobody can tell, and where no side is the good one."""
    return good_side(change.value, definition) if change is not None and change.is_signal and change.value else None


def good_side(change: float, definition: Definition) -> bool | None:
    """Whether a change of that sign is good, whatever made it; None where no side is the good one."""
    return None if definition.good not in ("up", "down") else (change > 0) == (definition.good == "up")


def is_noise(series: Series, at: tuple[int, int, int]) -> bool:
    """True where the 95% interval of the move between two periods (row, now, before) holds 0: it may be chance."""
    found = _difference(series, *at)
    return found is not None and found[0] <= 0 <= found[1]


def _difference(series: Series, row: int, now: int, before: int) -> tuple[float, float] | None:
    if series.low is None or series.high is None:
        return None
    found = np.stack([series.values[row], series.low[row], series.high[row]])
    low, high = difference(tuple(found[:, before]), tuple(found[:, now]))
    return (float(low), float(high)) if np.isfinite(low) and np.isfinite(high) else None
