"""How a driver drifts of itself: exponential smoothing of its own history, and the band that it leaves ahead.

The model is ETS(A,N,N), simple exponential smoothing with additive errors, of the logarithm, as statsmodels fits it.
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
    """Of the last three years' known values; None where fewer than 8 are known or one is not above 0."""
    values = np.array([value for value in history if math.isfinite(value)][-_LATEST:])
    if values.size < FEWEST or (values <= 0).any():
        return None
    logs = np.log(values)
    if float(np.ptp(logs)) < 1e-9:
        return Drift(0.0, 0.0)
    from statsmodels.tsa.api import SimpleExpSmoothing

    fitted = SimpleExpSmoothing(logs, initialization_method="estimated").fit(optimized=True)
    alpha = float(fitted.params["smoothing_level"])
    return Drift(alpha, float(np.sqrt(fitted.sse / max(1, values.size - 2))))
