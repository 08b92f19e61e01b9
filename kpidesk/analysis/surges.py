"""When there was more of something than is usual for that day of the week: surges of a count, robust to themselves."""

from dataclasses import dataclass

import numpy as np

from kpidesk.core.period import Grain
from kpidesk.metrics.frame import Array

LEAST_Z = 3.5
"""From which robust z-score on a value is an outlier: Iglewicz and Hoaglin 1993, How to detect and handle outliers."""

SEASONS = {Grain.DAY: 7}
_WINDOW = {Grain.DAY: 8, Grain.WEEK: 12, Grain.MONTH: 12}
_LEAST_BEFORE = 4
_MAD_TO_SIGMA = 1.4826


@dataclass(frozen=True, slots=True)
class Surge:
    """Neighbouring periods far above what is usual; ``start`` … ``stop`` are places, both included.

    ``peak`` is the place with the highest score ``z``, ``value`` its count, ``usual`` what had been expected there;
    ``extra`` is by how much all of them together exceed it.
    """

    start: int
    stop: int
    peak: int
    value: float
    usual: float
    z: float
    extra: float


def robust_scores(counts: Array, season: int = 1, window: int = 12) -> tuple[Array, Array]:
    """For each period what is usual (the median of as many periods before it of the same season) and the z-score.

    The scale is 1.4826 × the median absolute deviation of what lies in the window from its own usual, but no less than
    the square root of the usual count: so much a count of independent events varies anyway. NaN where too little is
    known.
    """
    size = len(counts)
    usual, score = np.full(size, np.nan), np.full(size, np.nan)
    for at in range(size):
        same = counts[max(0, at - season * window) : at][::-1][season - 1 :: season]
        same = same[np.isfinite(same)]
        if len(same) < _LEAST_BEFORE or not np.isfinite(counts[at]):
            continue
        usual[at] = np.median(same)
    residual = counts - usual
    for at in range(size):
        if not np.isfinite(usual[at]):
            continue
        before = residual[max(0, at - season * window) : at]
        before = before[np.isfinite(before)]
        spread = _MAD_TO_SIGMA * float(np.median(np.abs(before))) if len(before) >= _LEAST_BEFORE else 0.0
        score[at] = residual[at] / max(spread, np.sqrt(usual[at]), 1.0)
    return usual, score


def find_surges(counts: Array, grain: Grain, *, least: float = LEAST_Z) -> tuple[Surge, ...]:
    """The surges of a count by period, in order of time; neighbours are one."""
    usual, score = robust_scores(counts, SEASONS.get(grain, 1), _WINDOW.get(grain, 12))
    found: list[Surge] = []
    start: int | None = None
    for at in range(len(counts) + 1):
        is_high = at < len(counts) and np.isfinite(score[at]) and score[at] >= least
        if is_high and start is None:
            start = at
        elif not is_high and start is not None:
            found.append(_surge(counts, usual, score, start, at - 1))
            start = None
    return tuple(found)


def _surge(counts: Array, usual: Array, score: Array, start: int, stop: int) -> Surge:
    part = slice(start, stop + 1)
    peak = start + int(np.argmax(score[part]))
    extra = float((counts[part] - usual[part]).sum())
    return Surge(start, stop, peak, float(counts[peak]), float(usual[peak]), float(score[peak]), extra)
