"""The contest of explanations with a further step against those without: how clear it is, and how often chance is.

A series of points is explained by a level, perhaps a straight trend, a season, and the steps known so far. A further
step wins by what it explains beyond all that; the same contest is held on simulated noise around the best explanation
without it, whose share of gains as large is the chance of a false alarm.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kpidesk.metrics.frame import Array

LEAST_POINTS = 10
_BEFORE, _AFTER, _AFTER_UNKNOWN = 5, 2, 3
"""Points that a level needs; two of a known noise may stand for a new one, of an unknown noise three."""

_TRIALS, _MORE_TRIALS = 499, 9999
_UNCLEAR = 0.012


@dataclass(slots=True)
class Points:
    """The points that have values, weighted to even noise; ``floor`` 1 where the least noise is known, else 0."""

    at: npt.NDArray[np.intp]
    y: Array
    scale: Array
    floor: float
    season: Array | None = None
    steps: list[int] = field(default_factory=list)

    def weighted(self, columns: Array) -> Array:
        return columns / self.scale[:, None]

    def step(self, at: int) -> Array:
        return (self.at >= at).astype(np.float64)[:, None]

    def base(self, *, trend: bool) -> Array:
        parts = [np.ones((len(self.at), 1))]
        if trend:
            parts.append(((self.at - self.at.mean()) / max(1, len(self.at)))[:, None])
        if self.season is not None:
            parts.append(self.season)
        parts += [self.step(at) for at in self.steps]
        return self.weighted(np.hstack(parts))

    def places(self) -> list[int]:
        """Where a further step may be: so many points before, after, and from each other step."""
        after = _AFTER if self.floor else _AFTER_UNKNOWN
        inner = [int(at) for i, at in enumerate(self.at) if _BEFORE <= i <= len(self.at) - after]
        return [at for at in inner if all(abs(at - other) > after for other in self.steps)]


def basis(base: Array) -> tuple[Array, int]:
    """An orthonormal basis of the columns, and how many there are."""
    q, r = np.linalg.qr(base)
    kept = np.abs(np.diag(r)) > 1e-9 * max(1.0, float(np.abs(r).max()))
    return q[:, kept], int(kept.sum())


def scores_of(q: Array, steps: Array, y: Array) -> tuple[Array, Array]:
    """Of each trial (column of y): what is left beside the base, and how much of it each step explains."""
    left = y - q @ (q.T @ y)
    apart = steps - q @ (q.T @ steps)
    norm = np.sqrt((apart**2).sum(axis=0))
    apart = np.where(norm > 1e-6, apart / np.where(norm > 1e-6, norm, 1.0), 0.0)
    return (left**2).sum(axis=0), (apart.T @ left) ** 2


@dataclass(frozen=True, slots=True)
class _Contest:
    """How much better the best explanation with a step is than the best without, of each trial."""

    gain: Array
    place: npt.NDArray[np.intp]
    trend_without: npt.NDArray[np.bool_]
    trend_with: npt.NDArray[np.bool_]


def _contest(points: Points, bases: tuple[Array, Array], steps: Array, y: Array) -> _Contest:
    n, floor = len(points.at), points.floor
    (q0, k0), (q1, k1) = basis(bases[0]), basis(bases[1])
    flat, flat_scores = scores_of(q0, steps, y)
    sloped, sloped_scores = scores_of(q1, steps, y)
    best0, best1 = flat_scores.max(axis=0), sloped_scores.max(axis=0)
    rest = np.minimum((flat - best0) / max(1, n - k0 - 1), (sloped - best1) / max(1, n - k1 - 1))
    spread = np.maximum(rest, floor) if floor else np.maximum(rest, 1e-300)
    price = np.log(n)
    without = np.stack([flat / spread, sloped / spread + price])
    beside = np.stack([(flat - best0) / spread, (sloped - best1) / spread + price])
    with_trend = beside[1] < beside[0]
    place = np.where(with_trend, sloped_scores.argmax(axis=0), flat_scores.argmax(axis=0))
    return _Contest(without.min(axis=0) - beside.min(axis=0), place, without[1] < without[0], with_trend)


def next_step(points: Points, rng: np.random.Generator) -> tuple[int | None, float]:
    """The clearest further step and the chance of one as clear without any."""
    places = points.places()
    if not places:
        return None, 1.0
    steps = points.weighted(np.hstack([points.step(at) for at in places]))
    bases = points.base(trend=False), points.base(trend=True)
    seen = _contest(points, bases, steps, points.y[:, None])
    place = places[int(seen.place[0])]
    null = bases[int(seen.trend_without[0])]
    q, _ = basis(null)
    with_step = np.hstack([bases[int(seen.trend_with[0])], points.weighted(points.step(place))])
    qs, count_s = basis(with_step)
    left = points.y - qs @ (qs.T @ points.y)
    spread = max(points.floor, float(left @ left) / max(1, len(left) - count_s)) ** 0.5 or 1e-12
    noise = _Noise(left, count_s, spread, _memory(left, count_s), is_normal=bool(points.floor))
    steady = (q @ (q.T @ points.y))[:, None]
    for trials in (_TRIALS, _MORE_TRIALS):
        tried = _contest(points, bases, steps, steady + noise.drawn(rng, trials))
        p = (1 + int((tried.gain >= seen.gain[0]).sum())) / (1 + trials)
        if p > _UNCLEAR:
            break
    return place, p


@dataclass(frozen=True, slots=True)
class _Noise:
    """What the months vary by: normal where their number of observations makes it, else as the series itself does."""

    left: Array
    parameters: int
    spread: float
    memory: float
    is_normal: bool

    def drawn(self, rng: np.random.Generator, trials: int) -> Array:
        """So many series of it, a column each."""
        size = len(self.left)
        if self.is_normal or not self.left.any():
            noise = rng.standard_normal((size, trials)) * self.spread
        else:
            own = self.left * (size / max(1, size - self.parameters)) ** 0.5
            noise = rng.choice(own, (size, trials))
        for i in range(1, size if self.memory else 0):
            noise[i] = self.memory * noise[i - 1] + (1 - self.memory**2) ** 0.5 * noise[i]
        return noise


def _memory(left: Array, count: int) -> float:
    """The correlation of neighbouring months that is more than chance and fitting make; never negative."""
    total = float(left @ left)
    if total <= 0 or len(left) < LEAST_POINTS:
        return 0.0
    found = float(left[1:] @ left[:-1]) / total + count / (2 * len(left))
    return min(0.7, found) if found > 1.64 / len(left) ** 0.5 else 0.0
