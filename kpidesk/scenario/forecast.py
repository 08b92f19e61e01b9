"""How a driver drifts of itself: exponential smoothing of its own history, and the band that it leaves ahead.

The model is ETS(A,N,N), simple exponential smoothing with additive errors, of the logarithm: weight and first level are
those with the least squares, as statsmodels fits it.
Its band ahead is that of Hyndman et al. 2008, table 6.1: σ²(1 + (h − 1)α²).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.metrics.frame import Array

FEWEST = 8
_LATEST = 36
Z_80 = 1.2815515655446004
_TRIED = 1001


@dataclass(frozen=True, slots=True)
class Drift:
    """``alpha`` of each month's error stays, ``sigma`` is how large errors are, on the scale of the logarithm."""

    alpha: float
    sigma: float

    def spread(self, months: int) -> Array:
        """The standard deviation 1, 2, 3 … months ahead."""
        ahead = np.arange(months, dtype=np.float64)
        return np.asarray(self.sigma * np.sqrt(1 + ahead * self.alpha**2))

    def paths(self, errors: Array) -> Array:
        """Factors by month for standard normal errors of shape (draws, months): drawn paths about 1 in the middle."""
        shocks = errors * self.sigma
        level = np.cumsum(shocks, axis=-1) - shocks
        return np.asarray(np.exp(shocks + self.alpha * level))

    def band(self, value: float, months: int) -> tuple[Array, Array]:
        """Between which values the driver lies in 80 of 100 cases, 1, 2, 3 … months after ``value``."""
        reach = np.exp(Z_80 * self.spread(months))
        return value / reach, value * reach


def drift_of(history: Sequence[float]) -> Drift | None:
    """Of the last three years' known values; None where they do not tell."""
    values = _latest(history)
    if not _tells(values):
        return None
    logs = np.log(values)
    if float(np.ptp(logs)) < 1e-9:
        return Drift(0.0, 0.0)
    alpha, squares = _smoothed(logs)
    return Drift(alpha, math.sqrt(squares / max(1, values.size - 2)))


def has_drift(history: Sequence[float]) -> bool:
    """Whether the history tells: 8 values and more are known, and all are above 0."""
    return _tells(_latest(history))


def _latest(history: Sequence[float]) -> Array:
    return np.array([value for value in history if math.isfinite(value)][-_LATEST:])


def _tells(values: Array) -> bool:
    return values.size >= FEWEST and bool((values > 0).all())


def _smoothed(values: Array) -> tuple[float, float]:
    """The weight of the latest value that leaves the least squares of errors, and those squares.

    Every weight in thousandths is tried at once, then millionths about the best: the squares may have several valleys.
    """
    best, reach = 0.5, 0.5
    for _ in range(2):
        weights = np.clip(best + reach * np.linspace(-1, 1, _TRIED), 0.0, 1.0)
        squares = _squares(values, weights)
        at = int(squares.argmin())
        best, reach = float(weights[at]), 2 * reach / (_TRIED - 1)
    return best, float(squares[at])


def _squares(values: Array, weights: Array) -> Array:
    """The sum of squared errors one month ahead for each weight, from the first level that suits it best.

    Errors are linear in the first level: what is left of each value less how much of that level is still remembered.
    """
    left, level = np.empty((values.size, weights.size)), np.zeros_like(weights)
    for at, value in enumerate(values):
        left[at] = value - level
        level = level + weights * left[at]
    remembered = (1 - weights) ** np.arange(values.size)[:, None]
    first = (left * remembered).sum(axis=0) / (remembered**2).sum(axis=0)
    return np.asarray(((left - first * remembered) ** 2).sum(axis=0))
