"""The ground of a KPI over two drivers: bands between the lines on which it is so far from its goal."""

from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np

from kpidesk.charts.figure import Area, Mark
from kpidesk.metrics.frame import Array

OPACITY = 0.55
"""Of each band."""

_LEVELS = np.array([-2.0, -1.0, 0.0, 1.0, 2.0]) / 3
_GOAL = 2
"""Borders of the bands as parts of the reach, and which of them is the goal."""

Ends = tuple[float, float]
"""The least and the greatest of an axis."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A figure's ``values`` (down, across) at the places ``xs`` and ``ys``, both rising; NaN where it has none."""

    xs: Array
    ys: Array
    values: Array

    def known(self) -> "Ground":
        """Without first columns in which nothing has a value, where two or more are left."""
        there = np.flatnonzero(np.isfinite(self.values).any(axis=0))
        first = int(there[0]) if there.size else 0
        if not first or first > len(self.xs) - 2:
            return self
        return Ground(self.xs[first:], self.ys, self.values[:, first:])


def bands(ground: Ground, goal: float, line: Array, ends: tuple[Ends, Ends], *, is_at_least: bool) -> list[Mark]:
    """Areas that fill the axes' ``ends``, the colours parting where the figure is the goal.

    Off the goal is told by factors where all is above nothing. ``line`` has the rows (x, y) where it is just met, from
    the left to the right, and may be empty. Where columns neither all rise nor all fall, plain cells are answered.
    """
    values = ground.values
    is_by_factors = goal > 0 and np.nanmin(values, initial=np.inf) > 0
    off = np.log(values / goal) if is_by_factors else values - goal
    off = off if is_at_least else -off
    known = np.abs(off[np.isfinite(off)])
    reach = max(float(np.percentile(known, 80)) if known.size else 1.0, 1e-300)
    rising = _rising(off)
    if rising == 0:
        return _cells(ground, off / reach, ends)
    # a power of a driver is straight where both are told by factors
    is_straight_in_logs = is_by_factors and ground.ys[0] > 0
    up = np.log(ground.ys) if is_straight_in_logs else ground.ys
    borders = np.array([_levels_of(column[::rising], up[::rising], reach * _LEVELS) for column in off.T]).T
    borders = np.exp(borders) if is_straight_in_logs else borders
    at, borders = _even(ground.xs, borders, line, ends)
    foot, top = ends[1][::rising]
    bounds = [np.full_like(at, foot), *borders, np.full_like(at, top)]
    marks: list[Mark] = []
    for ink, (one, other) in zip((1, 2, 3, 5, 6, 7), pairwise(bounds), strict=True):
        if not np.array_equal(one, other):
            lows, highs = tuple(np.minimum(one, other).tolist()), tuple(np.maximum(one, other).tolist())
            marks.append(Area(tuple(at.tolist()), lows, highs, f"diverging.{ink}", OPACITY))
    return marks


def _rising(off: Array) -> int:
    """1 where all columns rise upward, −1 where all fall, else 0."""
    steps = np.diff(off, axis=0)
    if not np.isfinite(off).all() or not steps.size:
        return 0
    return 1 if (steps > 0).all() else -1 if (steps < 0).all() else 0


def _levels_of(rising: Array, up: Array, levels: Array) -> Array:
    """Where a column takes each level; beyond its ends as straight on, but no further than one length of it."""
    inside = np.interp(levels, rising, up)
    below = up[0] + (levels - rising[0]) * (up[1] - up[0]) / (rising[1] - rising[0])
    above = up[-1] + (levels - rising[-1]) * (up[-1] - up[-2]) / (rising[-1] - rising[-2])
    found = np.where(levels < rising[0], below, np.where(levels > rising[-1], above, inside))
    low, high = min(up[0], up[-1]), max(up[0], up[-1])
    clipped: Array = np.clip(found, 2 * low - high, 2 * high - low)
    return clipped


def _even(xs: Array, borders: Array, line: Array, ends: tuple[Ends, Ends]) -> tuple[Array, Array]:
    """The borders within the plot, with a corner where each leaves it; that of the goal runs along the line."""
    (left, right), (low, high) = ends
    xs = np.array([left, *xs[1:-1], right])
    corners = [_leaving(xs, border, edge) for border in borders for edge in (low, high)]
    at = np.unique(np.concatenate([xs, *corners, np.clip(line[:, 0], left, right)]))
    found = np.clip([np.interp(at, xs, border) for border in borders], low, high)
    is_upward = bool((found[0] <= found[-1]).all())
    if len(line):
        told = (at >= line[0, 0]) & (at <= line[-1, 0])
        found[_GOAL, told] = np.clip(np.interp(at[told], line[:, 0], line[:, 1]), low, high)
        first, last = (found[:_GOAL], found[_GOAL + 1 :]) if is_upward else (found[_GOAL + 1 :], found[:_GOAL])
        np.minimum(first, found[_GOAL], out=first)
        np.maximum(last, found[_GOAL], out=last)
    return at, found


def _leaving(xs: Array, border: Array, edge: float) -> Array:
    """Where a border passes the foot or the top of the plot."""
    off = border - edge
    passed = np.flatnonzero(off[:-1] * off[1:] < 0)
    found: Array = xs[passed] + (xs[passed + 1] - xs[passed]) * off[passed] / (off[passed] - off[passed + 1])
    return found


def _cells(ground: Ground, off: Array, ends: tuple[Ends, Ends]) -> list[Mark]:
    """A plain area for each run of cells alike; ``off`` is 1 where the deepest colour begins."""
    xs, ys = _edges(ground.xs, ends[0]), _edges(ground.ys, ends[1])
    steps = np.minimum(3, np.nan_to_num(np.abs(off) * 3).astype(int) + 1)
    inks = np.where(np.isfinite(off), np.where(off >= 0, 4 + steps, 4 - steps), 0)
    marks: list[Mark] = []
    for row, line in enumerate(inks.tolist()):
        column = 0
        for step, cells in groupby(line):
            first, column = column, column + len(list(cells))
            if step:
                low, high = ys[row], ys[row + 1]
                marks.append(Area((xs[first], xs[column]), (low, low), (high, high), f"diverging.{step}", OPACITY))
    return marks


def _edges(places: Array, ends: Ends) -> list[float]:
    """Half way between the places, and the ends."""
    return [ends[0], *((places[:-1] + places[1:]) / 2).tolist(), ends[1]]
