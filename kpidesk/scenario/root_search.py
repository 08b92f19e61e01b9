"""All roots of a function of one variable on an interval: a fine grid, then bisection of every bracket at once."""

from collections.abc import Callable

import numpy as np

from kpidesk.metrics.frame import Array

Function = Callable[[Array], Array]
"""Answers a number per argument, NaN where there is none."""

_POINTS = 400
_HALVINGS = 64
_GOLDEN = (np.sqrt(5.0) - 1) / 2


def search_grid(low: float, high: float, start: float | None) -> Array:
    """Increasing points of the interval, denser towards its ends and its start on every scale."""
    span = high - low
    scales = span * np.geomspace(1e-9, 1.0, _POINTS)
    parts = [np.linspace(low, high, _POINTS), low + scales, high - scales]
    if start is not None and low <= start <= high:
        near = span * np.geomspace(1e-6, 1.0, _POINTS // 4)
        parts += [np.array([start]), start - near, start + near]
    points = np.unique(np.concatenate(parts))
    return points[(points >= low) & (points <= high)]


def roots(function: Function, grid: Array, found: Array, tolerance: float) -> list[float]:
    """Where the function is 0 within ``tolerance``: crossings, grid points that hit, and points where it only touches.

    A jump across 0 (a pole) is none. A whole stretch of zeros counts once.
    """
    hits = np.flatnonzero(found == 0)
    apart = hits[np.diff(hits, prepend=-2) > 1]
    crossing = np.flatnonzero(np.sign(found[:-1]) * np.sign(found[1:]) < 0)
    candidates = [grid[apart], _bisected(function, grid[crossing], grid[crossing + 1])]
    size = np.abs(found)
    dips = np.flatnonzero((size[1:-1] < size[:-2]) & (size[1:-1] <= size[2:])) + 1
    dips = dips[(found[dips - 1] * found[dips] > 0) & (found[dips] * found[dips + 1] > 0)]
    candidates.append(_deepest(function, grid[dips - 1], grid[dips + 1]))
    points = np.unique(np.concatenate(candidates))
    if not points.size:
        return []
    good = points[np.abs(function(points)) <= tolerance]
    span = float(grid[-1] - grid[0])
    distinct = np.diff(good, prepend=-np.inf) > 1e-9 * np.maximum(np.abs(good), 1e-6 * span)
    return [float(point) for point in good[distinct]]


def closest(function: Function, grid: Array, found: Array) -> float:
    """The point where the function comes nearest to 0; some value of ``found`` must be finite."""
    best = int(np.nanargmin(np.abs(found)))
    around = grid[[max(best - 1, 0)]], grid[[min(best + 1, grid.size - 1)]]
    refined = np.array([grid[best], _deepest(function, *around)[0]])
    sizes = np.abs(function(refined))
    return float(refined[1] if sizes[1] < sizes[0] else refined[0])


def _bisected(function: Function, low: Array, high: Array) -> Array:
    """One point of every bracket, to the last digit; the function differs in sign at the two ends."""
    if not low.size:
        return low
    left, right = low.copy(), high.copy()
    sign = np.sign(function(left))
    for _ in range(_HALVINGS):
        middle = (left + right) / 2
        same = np.sign(function(middle)) == sign
        left, right = np.where(same, middle, left), np.where(same, right, middle)
    at_left, at_right = np.abs(function(left)), np.abs(function(right))
    return np.where(np.isnan(at_right) | (at_left <= at_right), left, right)


def _deepest(function: Function, low: Array, high: Array) -> Array:
    """The least size of the function in every bracket, by golden section."""
    left, right = low.copy(), high.copy()
    if not left.size:
        return left
    for _ in range(_HALVINGS):
        width = _GOLDEN * (right - left)
        inner_left, inner_right = right - width, left + width
        keep_left = np.abs(function(inner_left)) <= np.abs(function(inner_right))
        left, right = np.where(keep_left, left, inner_left), np.where(keep_left, inner_right, right)
    return (left + right) / 2
