"""The seasons of new customers: how many come in each month of the year, against a year's usual month.

The logarithm of their number is fitted, by least squares, by a trend (level, slope, bend) and twelve months. Where the
months explain more than chance would (F test at 1%), their effects are shrunk by how much of their variance is not
noise, τ² ÷ (τ² + σ² ÷ n), the positive-part estimate of empirical Bayes; otherwise there are no seasons.
"""

import math
from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.frame import Array, ResultFrame

FEWEST = 24
"""Months of history without a gap that seasons take."""
_LATEST = 60
_YEAR = 12
_TREND = 3
_CHANCE = 0.01
_NOTHING = 1e-18
_JOINED = MetricName("new_customers")


@dataclass(frozen=True, slots=True, eq=False)
class Seasons:
    """``indices`` of the months of a year from January, their product 1; ``months`` of history they were told from."""

    indices: Array
    months: int

    def ahead(self, at: Period, months: int) -> Array:
        """What the months after ``at`` bring, as a multiple of what that month brings."""
        later = [self.indices[_month(at.shifted(step))] for step in range(1, months + 1)]
        return np.asarray(np.array(later) / self.indices[_month(at)])

    def most(self, at: Period) -> tuple[Period, float]:
        """The month of the year after ``at`` that brings most, and its index."""
        return self._at_end(at, int(np.argmax(self.indices)))

    def fewest(self, at: Period) -> tuple[Period, float]:
        """The month of the year after ``at`` that brings fewest, and its index."""
        return self._at_end(at, int(np.argmin(self.indices)))

    def _at_end(self, at: Period, month: int) -> tuple[Period, float]:
        period = next(at.shifted(step) for step in range(1, _YEAR + 1) if _month(at.shifted(step)) == month)
        return period, float(self.indices[month])


def seasons_of(frame: ResultFrame, column: int) -> Seasons | None:
    """Of the new customers of a monthly frame's total up to a column; None where there are none to be told."""
    series = frame.series.get(_JOINED)
    if frame.grain is not Grain.MONTH or series is None or not series.is_computable:
        return None
    values = series.values[frame.segments.index(None), : column + 1][-_LATEST:]
    usable = np.isfinite(values) & (values > 0)
    first = 0 if usable.all() else int(np.flatnonzero(~usable)[-1]) + 1
    if values.size - first < FEWEST:
        return None
    start = column + 1 - values.size + first
    indices = seasonal_indices(values[first:], _month(frame.periods[start]))
    return None if indices is None else Seasons(indices, values.size - first)


def seasonal_indices(values: Array, first_month: int) -> Array | None:
    """Twelve indices from January of positive values from a month on (0: January); None where they are but chance.

    >>> seasonal_indices(100 * np.tile([2.0, 0.5] + [1.0] * 10, 3), 0).round(2)[:3]
    array([2. , 0.5, 1. ])
    """
    months, logs = (first_month + np.arange(values.size)) % _YEAR, np.log(values)
    time = np.linspace(-1.0, 1.0, values.size)
    trend = np.vander(time, _TREND)
    dummies = np.eye(_YEAR)[months]
    effects, noise = _fit(np.column_stack([dummies, trend[:, :-1]]), logs)
    _, unexplained = _fit(trend, logs)
    freedom = values.size - _YEAR - _TREND + 1
    explained = (unexplained - noise) / (_YEAR - 1)
    variance = noise / freedom
    if not _is_more_than_chance(explained, variance, freedom):
        return None
    centred = effects[:_YEAR] - effects[:_YEAR].mean()
    of_mean = variance / (values.size / _YEAR)
    spread = float((centred**2).sum()) / (_YEAR - 1)
    kept = max(0.0, spread - of_mean) / spread
    return np.asarray(np.exp(centred * kept))


def _fit(design: Array, values: Array) -> tuple[Array, float]:
    """Coefficients by least squares, and the sum of squares that is left."""
    found: Array = np.asarray(np.linalg.lstsq(design, values, rcond=None)[0], dtype=np.float64)
    left = values - design @ found
    return found, float(left @ left)


def _is_more_than_chance(explained: float, variance: float, freedom: int) -> bool:
    if explained <= _NOTHING:
        return False
    from scipy.special import fdtrc

    ratio = explained / variance if variance > 0 else math.inf
    return float(fdtrc(_YEAR - 1, freedom, ratio)) < _CHANCE if math.isfinite(ratio) else True


def _month(period: Period) -> int:
    return period.start.month - 1
