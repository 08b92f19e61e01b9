"""The change of a figure to an earlier period, and whether it could be chance.

Where both ends have an interval, that of their difference says it: it holds 0, or it does not. Where they have none (a
total is no sample), the earlier changes say it: one no larger than their usual scatter could be chance.
"""

from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.intervals import difference
from kpidesk.metrics.usual_moves import LEAST_Z, usual_move

INTERVAL, HISTORY = "interval", "history"


@dataclass(frozen=True, slots=True)
class Change:
    """What moved since ``before`` (a column); ``low`` and ``high`` bound it where an interval judges it.

    ``judged_by`` is INTERVAL, HISTORY, or "" where there are neither intervals nor enough earlier changes.
    """

    before: int
    value: float
    is_noise: bool | None = None
    judged_by: str = ""
    low: float | None = None
    high: float | None = None


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
    bounds = _difference(series, row, column, before)
    if bounds is not None:
        return Change(before, value, bounds[0] <= 0 <= bounds[1], INTERVAL, *bounds)
    move = usual_move(values, before, column)
    if move is None or move.usual is None:
        return Change(before, value)
    return Change(before, value, bool(abs(value) < LEAST_Z * move.usual), HISTORY)


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
