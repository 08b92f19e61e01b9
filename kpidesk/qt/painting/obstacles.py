"""The lines of a figure as a text meets them that is to stand beside one."""

import itertools
import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF

from kpidesk.charts.figure import Figure, Line
from kpidesk.qt.painting.space import Space
from kpidesk.qt.painting.thinning import LONG, thinned


def _corners(line: Line, space: Space) -> Iterable[tuple[float, float]]:
    """The points of a line; of a long one the extremes of each few pixels."""
    if len(line.xs) <= LONG:
        return zip(line.xs, line.ys, strict=True)
    found = thinned(line.xs, line.ys, (space.x_low, space.x_high), max(1, int(space.rect.width() / 4)))
    bands = ((each.xs, bound) for each in found for bound in (each.lows, each.highs))
    return [point for xs, ys in bands for point in zip(xs.tolist(), ys.tolist(), strict=True)]


def obstacles(figure: Figure, space: Space) -> tuple[tuple[QPointF, ...], ...]:
    """The lines as points close enough together that no text slips between them."""
    lines = []
    for mark in figure.marks:
        if not isinstance(mark, Line):
            continue
        corners = [QPointF(space.x(x), space.y(y)) for x, y in _corners(mark, space) if y == y]
        points: list[QPointF] = []
        for a, b in itertools.pairwise(corners):
            parts = max(1, math.ceil(math.hypot(b.x() - a.x(), b.y() - a.y()) / 8))
            points += [a + (b - a) * (i / parts) for i in range(parts + 1)]
        lines.append(tuple(points))
    return tuple(lines)
