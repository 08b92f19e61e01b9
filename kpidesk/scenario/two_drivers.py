"""Two drivers at once: a KPI over a grid of both, and the line on which it has a wanted value.

The line is traced through the grid by marching squares, then each of its points is moved along the edge of its square
to the last digit, so that it lies where the formulas say and not where straight lines between grid points do.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import DriverName, MetricName
from kpidesk.metrics.frame import Array
from kpidesk.scenario.model import Override
from kpidesk.scenario.overrides import Baseline, known_metric

Line = tuple[tuple[float, float], ...]

_HALVINGS = 48
_FINE = 61


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A KPI for each value of two drivers: ``values`` (ys, xs), NaN where it has none."""

    target: MetricName
    x: DriverName
    y: DriverName
    xs: Array
    ys: Array
    values: Array


def two_way(
    baseline: Baseline,
    target: str,
    across: tuple[str, Array],
    down: tuple[str, Array],
    overrides: Iterable[Override] = (),
) -> Grid:
    """The target over all pairs of values, the other overrides as they are; UserError for an unknown KPI."""
    metric = known_metric(baseline.catalogue, target)
    x, y = (DriverName(known_metric(baseline.catalogue, name)) for name in (across[0], down[0]))
    xs, ys = np.asarray(across[1], dtype=np.float64), np.asarray(down[1], dtype=np.float64)
    wide, high = np.meshgrid(xs, ys)
    found = baseline.respond_to({x: wide.ravel(), y: high.ravel()}, (metric,), overrides)[metric]
    return Grid(metric, x, y, xs, ys, found.reshape(wide.shape))


def contour(
    baseline: Baseline,
    target: str,
    goal: float,
    across: tuple[str, float, float],
    down: tuple[str, float, float],
    overrides: Iterable[Override] = (),
) -> tuple[Line, ...]:
    """The lines of (x, y) on which the target is the goal, within the bounds of both; none where it nowhere is."""
    stack = tuple(overrides)
    xs, ys = np.linspace(across[1], across[2], _FINE), np.linspace(down[1], down[2], _FINE)
    grid = two_way(baseline, target, (across[0], xs), (down[0], ys), stack)

    def off(points_x: Array, points_y: Array) -> Array:
        return baseline.respond_to({grid.x: points_x, grid.y: points_y}, (grid.target,), stack)[grid.target] - goal

    edges = _crossings(grid.values - goal)
    if not edges:
        return ()
    ends = np.array(list(edges), dtype=np.intp)
    starts = np.array([xs[ends[:, 1]], ys[ends[:, 0]]])
    stops = np.array([xs[ends[:, 3]], ys[ends[:, 2]]])
    sign = np.sign(off(*starts))
    for _ in range(_HALVINGS):
        middle = (starts + stops) / 2
        same = np.sign(off(*middle)) == sign
        starts, stops = np.where(same, middle, starts), np.where(same, stops, middle)
    found = dict(zip(edges, map(tuple, ((starts + stops) / 2).T.tolist()), strict=True))
    return tuple(tuple(found[edge] for edge in line) for line in _joined(grid.values - goal, edges))


Edge = tuple[int, int, int, int]
"""From (row, column) to the neighbour at (row, column)."""


def _crossings(off: Array) -> dict[Edge, None]:
    """Edges of the grid on whose ends the signs differ."""
    found: dict[Edge, None] = {}
    above = off >= 0
    known = np.isfinite(off)
    for row, column in np.argwhere((above[:, :-1] != above[:, 1:]) & known[:, :-1] & known[:, 1:]).tolist():
        found[row, column, row, column + 1] = None
    for row, column in np.argwhere((above[:-1] != above[1:]) & known[:-1] & known[1:]).tolist():
        found[row, column, row + 1, column] = None
    return found


def _joined(off: Array, edges: dict[Edge, None]) -> list[list[Edge]]:
    """Crossed edges in the order in which lines pass through them."""
    beside: dict[Edge, list[Edge]] = {edge: [] for edge in edges}
    rows, columns = off.shape
    for row in range(rows - 1):
        for column in range(columns - 1):
            crossed = [edge for edge in _around(row, column) if edge in edges]
            for one, other in zip(crossed[::2], crossed[1::2], strict=False):
                beside[one].append(other)
                beside[other].append(one)
    lines: list[list[Edge]] = []
    left = dict.fromkeys(sorted(edges, key=lambda edge: len(beside[edge])))
    while left:
        edge: Edge | None = next(iter(left))
        line: list[Edge] = []
        while edge is not None:
            left.pop(edge, None)
            line.append(edge)
            edge = next((other for other in beside[edge] if other in left), None)
        if len(line) > 2 and line[0] in beside[line[-1]]:
            line.append(line[0])
        lines.append(line)
    return lines


def _around(row: int, column: int) -> tuple[Edge, ...]:
    """The four edges of one square, around it."""
    return (
        (row, column, row, column + 1),
        (row, column + 1, row + 1, column + 1),
        (row + 1, column, row + 1, column + 1),
        (row, column, row + 1, column),
    )
