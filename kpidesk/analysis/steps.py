"""When a series took a step: the month from which it runs on another level, how sure that is, and what else may be.

The series is explained by a level, a straight trend where it needs one, a yearly season where it has one, and steps.
A step is taken where it explains more than chance does: the same search is run on simulated noise around the best
explanation without it, as noisy (and as slow to forget) as the series itself, with the noise of a count or a share
never taken for smaller than its number of observations makes it. So the chance that a steady series shows a step is
known also for a dozen points, whatever their trend. Ploberger & Krämer 1996; Bai & Perron 1998; Davison & Hinkley 1997.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.analysis.contest import LEAST_POINTS, Points, basis, next_step, scores_of
from kpidesk.metrics.frame import Array

_MOST_STEPS = 3
_SEASON_P = 0.01
_HARMONICS = 2
_FAR = 5.0
_MEDIAN_APART = 2.0
"""Of normal noise the median distance from the nearer side is half a deviation; one series in a hundred has a point
beyond five by chance."""
_TAIL = 10
_INSIDE = 3.84
"""95% of the chi-squared distribution with one degree of freedom: months this little worse may be the right one."""


@dataclass(frozen=True, slots=True)
class Observed:
    """A series on a scale where its noise is even: ``values`` (NaN: none), ``noise`` its least variance by point.

    ``season`` is after how many points the year comes round, 0 for none. ``keeps``: each value is the one before, moved
    by something (a mean price, a stock), so that a jump stays and the moves, not the values, are noise.
    """

    values: Array
    noise: Array | None = None
    season: int = 0
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """From ``at`` on the level differs by ``size`` (on the scale of the series), ``z`` of its standard errors.

    ``p`` is the chance that a series without steps shows one as clear; the step lies within ``low`` … ``high`` with
    95% confidence.
    """

    at: int
    size: float
    z: float
    p: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Found:
    """Steps by time, places of single outliers, and whether the series has a trend and a season."""

    steps: tuple[Step, ...] = ()
    outliers: tuple[int, ...] = ()
    has_trend: bool = False
    has_season: bool = False


def find_steps(series: Observed, *, level: float = 0.05, seed: int = 0) -> Found:
    """The steps that chance explains with a probability below ``level`` each, at most three, and single outliers."""
    if series.keeps:
        return Found(_jumps(series.values, level))
    points = _points(series)
    if len(points.at) < LEAST_POINTS:
        return Found()
    rng = np.random.default_rng(seed)
    outliers: list[int] = []
    outliers += _drop_outliers(points)
    if series.season and len(points.at) >= 2 * series.season:
        points.season = _season(points, series.season)
    chances: dict[int, float] = {}
    while len(points.steps) < _MOST_STEPS and len(points.at) >= LEAST_POINTS:
        place, p = next_step(points, rng)
        if place is None or p > level:
            break
        points.steps.append(place)
        chances[place] = p
    return _told(points, chances, tuple(sorted(outliers)))


def _jumps(values: Array, level: float) -> tuple[Step, ...]:
    """Moves far beyond the usual ones, by their median and its deviation; tails as heavy as of ten degrees of freedom.

    In steady companies the largest of 35 moves of a mean price is beyond 5.2 deviations in one of a hundred.
    """
    from scipy.special import stdtr

    moves = np.diff(values, prepend=np.nan)
    known = np.flatnonzero(np.isfinite(moves))
    if len(known) < LEAST_POINTS - 1:
        return ()
    usual = float(np.median(moves[known]))
    spread = max(1.4826 * float(np.median(np.abs(moves[known] - usual))), 1e-12)
    scores = (moves[known] - usual) / spread
    chances = np.minimum(1.0, 2 * len(known) * stdtr(_TAIL, -np.abs(scores)))
    ranked = np.argsort(chances)[:_MOST_STEPS]
    return tuple(
        Step(int(known[i]), float(moves[known[i]]), float(scores[i]), float(chances[i]), int(known[i]), int(known[i]))
        for i in sorted(ranked)
        if chances[i] <= level
    )


def _points(series: Observed) -> Points:
    known = np.isfinite(series.values)
    if series.noise is not None:
        known &= np.isfinite(series.noise) & (series.noise > 0)
    at = np.flatnonzero(known)
    scale = np.ones(len(at)) if series.noise is None else np.sqrt(series.noise[at])
    return Points(at, series.values[at] / scale, scale, 0.0 if series.noise is None else 1.0)


def _drop_outliers(points: Points) -> list[int]:
    """Take out single points far from their neighbours on both sides; answers where they were."""
    y, n = points.y, len(points.y)
    apart = np.zeros(n)
    for i in range(n):
        sides = [side for side in (y[max(0, i - 4) : i], y[i + 1 : i + 5]) if len(side)]
        apart[i] = min(abs(y[i] - float(np.median(side))) for side in sides)
    spread = max(_MEDIAN_APART * float(np.median(apart)), points.floor, 1e-12)
    is_far = apart > _FAR * spread
    if n:
        is_far[-1] = False  # the last point may be the first of a new level
    found = [int(at) for at in points.at[is_far]]
    kept = ~is_far
    points.at, points.y, points.scale = points.at[kept], y[kept], points.scale[kept]
    return found


def _season(points: Points, length: int) -> Array | None:
    """Waves of a year and half a year, where they explain more than chance beside a trend and the clearest step."""
    from scipy.special import fdtrc

    phase = 2 * np.pi * points.at[:, None] * np.arange(1, _HARMONICS + 1) / length
    waves = np.hstack([np.cos(phase), np.sin(phase)])
    waves = waves[:, np.abs(waves).max(axis=0) > 1e-9]
    places = points.places()
    steps = points.weighted(np.hstack([points.step(at) for at in places])) if places else None
    base = points.base(trend=True)
    rests = []
    for columns in (base, np.hstack([base, points.weighted(waves)])):
        q, count = basis(columns)
        rest, scores = (
            scores_of(q, steps, points.y[:, None]) if steps is not None else (np.array([0.0]), np.zeros((1, 1)))
        )
        rests.append((float(rest[0] - scores.max()), count + 1))
    (without, few), (beside, many) = rests
    freedom = len(points.y) - many
    if freedom < 4 or beside <= 0:
        return None
    ratio = ((without - beside) / (many - few)) / max(beside / freedom, points.floor)
    return waves if float(fdtrc(many - few, freedom, ratio)) < _SEASON_P else None


def _told(points: Points, chances: dict[int, float], outliers: tuple[int, ...]) -> Found:
    """Each step at its best place beside the others, with its size and where else it may be."""
    bases = points.base(trend=False), points.base(trend=True)
    trend = _prefers_trend(points, bases)
    steps = []
    for at in sorted(points.steps):
        others = Points(
            points.at, points.y, points.scale, points.floor, points.season, [s for s in points.steps if s != at]
        )
        steps.append(_placed(others, at, chances[at], trend=trend))
    return Found(tuple(steps), outliers, trend, points.season is not None)


def _prefers_trend(points: Points, bases: Sequence[Array]) -> bool:
    rests = []
    for base in bases:
        q, count = basis(base)
        left = points.y - q @ (q.T @ points.y)
        rests.append((float(left @ left), count))
    spread = max(points.floor, rests[1][0] / max(1, len(points.y) - rests[1][1]), 1e-300)
    return bool((rests[0][0] - rests[1][0]) / spread > np.log(len(points.y)))


def _placed(points: Points, at: int, p: float, *, trend: bool) -> Step:
    near = [place for place in points.places() if abs(place - at) <= 12]
    steps = points.weighted(np.hstack([points.step(place) for place in near]))
    base = points.base(trend=trend)
    q, count = basis(base)
    rest, scores = scores_of(q, steps, points.y[:, None])
    best = int(scores[:, 0].argmax())
    spread = max(points.floor, float(rest[0] - scores[best, 0]) / max(1, len(points.y) - count - 1), 1e-300)
    inside = [
        place for place, score in zip(near, scores[:, 0], strict=True) if (scores[best, 0] - score) / spread < _INSIDE
    ]
    apart = steps[:, best] - q @ (q.T @ steps[:, best])
    size = float(apart @ points.y) / float(apart @ apart)
    return Step(near[best], size, float(np.sign(size) * (scores[best, 0] / spread) ** 0.5), p, min(inside), max(inside))
