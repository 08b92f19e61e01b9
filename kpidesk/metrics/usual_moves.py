"""Whether a figure moved by more than it always does."""

import math
from dataclasses import dataclass

import numpy as np

from kpidesk.metrics.frame import Array

LEAST_Z = 2.0
"""A change this many robust deviations from the usual one is beyond noise."""

_MAD_TO_SIGMA = 1.4826
_LEAST_BEFORE = 6
_FAR = 99.0


@dataclass(frozen=True, slots=True)
class Move:
    """A change against those before it over as many periods: ``usual`` is the typical deviation of a change from
    ``drift``, their median; ``z`` how many of them this one is away, None where too few changes are known.
    """

    change: float
    drift: float = 0.0
    usual: float | None = None
    z: float | None = None

    @property
    def is_noise(self) -> bool | None:
        """True where it is as large as changes usually are; None where that is not known."""
        return None if self.z is None else abs(self.z) < LEAST_Z


def usual_move(values: Array, start: int, stop: int) -> Move | None:
    """The change from one place to another against all those of the same length that ended before it began.

    Where those over several periods are too few (a year, of two), the changes over one period stand for them: their
    median by the number of periods, their scale by its root, as if each period moved by itself. The scale is 1.4826 ×
    the median absolute deviation: a single odd month does not widen it. Noughts before the first other value are no
    history, only the time before the data. None without a change.
    """
    known = bool(np.isfinite(values[[start, stop]]).all())
    values = np.where(np.cumsum(np.nan_to_num(values) != 0) > 0, values, np.nan)
    start, stop = min(start, stop), max(start, stop)
    change = float(np.nan_to_num(values[stop]) - np.nan_to_num(values[start])) if known else float("nan")
    if not np.isfinite(change) or start == stop:
        return None
    lag = stop - start
    before, length = _changes(values, start, lag), 1
    if len(before) < _LEAST_BEFORE:
        before, length = _changes(values, start, 1), lag
    if len(before) < _LEAST_BEFORE:
        return Move(change)
    median = float(np.median(before))
    drift = length * median
    spread = math.sqrt(length) * _MAD_TO_SIGMA * float(np.median(np.abs(before - median)))
    if spread <= 1e-12 * max(1.0, abs(change)):
        return Move(change, drift, 0.0, 0.0 if change == drift else float(np.sign(change - drift)) * _FAR)
    return Move(change, drift, spread, (change - drift) / spread)


def _changes(values: Array, start: int, lag: int) -> Array:
    """The known changes over so many periods that ended at ``start`` at the latest."""
    found = values[lag : start + 1] - values[: max(0, start + 1 - lag)]
    return found[np.isfinite(found)]
