"""Where the text beside a dot stands: on its own side, else on the next one that no line, dot or other text takes."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from kpidesk.charts.figure import Bar, Figure, Line, Point, Rule
from kpidesk.qt.painting.name_search import Named, Room, Surroundings, around, rooms
from kpidesk.qt.painting.space import EDGE, Space
from kpidesk.qt.painting.thinning import LONG, Array

_OFF = 4.0
"""Pixels between a dot and its text."""

_LEAN = 8.0
"""So far a text above or below reaches over its dot where it leans to one side."""

_AIR = 3.0
"""The empty pixels above and below the letters in the height of a line."""

SOUGHT_AROUND = ("bubble", "two_drivers")
"""Kinds of figures in which a name may stand in any direction of its dot, and on a plate where no room is free."""

_IN_ROWS = "intervals"
"""In this kind of figure a number stands beside its own row, or it reads as that of the next one."""

_ON_A_DOT = 10.0
"""What a room costs that a dot reaches into."""

Sized = tuple[Point, float, float]
"""A dot, and the width and height of its text."""

Piece = Sequence[float]
"""A straight piece of a line in pixels: x and y of its two ends."""

_ABOVE, _BELOW = ("above", "above left", "above right"), ("below", "below left", "below right")
_BESIDE = ("above before", "below before", "higher before")
"""They end where the dot stands: what runs on from it, into a hatched column, is left free."""
_NUDGES = {"right up": -0.25, "right down": 0.25}
"""Beside a large dot a text may stand so much of its size higher or lower, where others crowd around it."""

_TURNS = {
    "above": (*_ABOVE, *_BELOW, "left", "right", "higher", *_BESIDE),
    "below": (*_BELOW, *_ABOVE, "left", "right", "higher", *_BESIDE),
    "left": ("left", "above left", "below left", "above", "below", "right", "above right", "below right"),
    "right": ("right", "left", "below", "above", "below right", "above right", "below left", "above left", *_NUDGES),
}


@dataclass(slots=True)
class PointLabels:
    """Finds rooms for the texts of a figure's dots; ``taken`` are the texts that stand already."""

    figure: Figure
    space: Space
    taken: list[QRectF]
    _pieces: tuple[Array, tuple[Array, ...]] | None = None
    _dots: list[QRectF] | None = None
    _columns: list[tuple[float, float]] | None = None

    def names(self, texts: list[Sized]) -> list[Room]:
        """Rooms for the names of bubbles and rays, sought together; in the order of the texts."""
        dots = [m for m in self.figure.marks if isinstance(m, Point) and m.size]
        discs = np.array([(self.space.x(m.x), self.space.y(m.y), m.size / 2) for m in dots]).reshape(-1, 3)
        pieces = np.concatenate([np.empty((0, 4)), *self._segments()])
        found = []
        for point, width, height in texts:
            sides = [self._rect(point, side, width, height) for side in _TURNS[point.label_at]]
            rects = np.array([(r.left(), r.top(), r.right(), r.bottom()) for r in sides])
            at = next((i for i, dot in enumerate(dots) if dot is point), -1)
            if at >= 0:
                rects = np.concatenate([rects, self._around(point, width, height)])
            found.append(Named(rects, at))
        return rooms(found, Surroundings(self.space.rect, discs, pieces, tuple(self.taken)))

    def room(self, point: Point, width: float, height: float) -> QRectF:
        """The first room on the sides around the dot with nothing in it, else the one with least."""
        is_bound = self.figure.kind == _IN_ROWS and not point.size
        sides = (point.label_at,) if is_bound else _TURNS[point.label_at]
        rects = [self._rect(point, side, width, height) for side in sides]
        if self.figure.kind in SOUGHT_AROUND and point.size:
            rects += [QRectF(x, y, width, height) for x, y, _, _ in self._around(point, width, height).tolist()]
        best, least = rects[0], float("inf")
        for rect in rects:
            cost = self._cost(rect)
            if cost < least:
                best, least = rect, cost
            if not cost:
                break
        return best

    def _rect(self, point: Point, side: str, width: float, height: float) -> QRectF:
        space, off = self.space, point.size / 2 + _OFF
        x, y = space.x(point.x), space.y(point.y)
        left = {"left": x - off - width, "right": x + off, **dict.fromkeys(_NUDGES, x + off)}.get(side, x - width / 2)
        if side.endswith(" left"):
            left = x + min([_LEAN, *(low - x for low, _ in self._hatched() if low > x)]) - width
        elif side.endswith(" right"):
            left = x - _LEAN
        elif side.endswith(" before"):
            left = x - width
        top = y - height / 2 + _NUDGES.get(side, 0.0) * point.size
        if side.startswith("above"):
            top = y - off - height
            close = y - point.size / 2 - height + 2
            if point.size and top < space.rect.top() - 8 and close >= space.rect.top() - 14:
                top = close
        elif side.startswith("higher"):
            top = y - off - 1.8 * height
        elif side.startswith("below"):
            top = y + off
        left = min(max(left, space.rect.left()), max(space.rect.left(), space.rect.right() - width + EDGE))
        return QRectF(left, top, width, height)

    def _around(self, point: Point, width: float, height: float) -> Array:
        """Rooms (left, top, right, bottom) in rings around a dot, as far as the plot is wide."""
        rings = around(np.array([self.space.x(point.x), self.space.y(point.y), point.size / 2]), (width, height))
        found: Array = rings[(rings[:, 0] >= self.space.rect.left()) & (rings[:, 2] <= self.space.rect.right() + EDGE)]
        return found

    def _cost(self, rect: QRectF) -> float:
        """What stands in the rectangle: other texts weigh most, then dots and edges, then lines and hatches."""
        inner = rect.adjusted(0, _AIR, 0, -_AIR)
        texts = sum(rect.adjusted(0, 1, 0, -1).intersects(other) for other in self.taken)
        dots = self._covering(inner)
        is_out = rect.top() < self.space.rect.top() - 14 or rect.bottom() > self.space.rect.bottom() + 1
        return 100 * texts + 50 * is_out + _ON_A_DOT * dots + self.crossings(inner) + 0.5 * self.is_hatched(rect)

    def _covering(self, rect: QRectF) -> int:
        """How many dots reach into a rectangle."""
        if self._dots is None:
            self._dots = list(self._discs())
        return sum(_covers(disc, rect) for disc in self._dots)

    def is_crossed(self, rect: QRectF) -> bool:
        """Whether lines run through a rectangle, but no dot reaches into it."""
        inner = rect.adjusted(0, _AIR, 0, -_AIR)
        return self.crossings(inner) > 0 and not self._covering(inner)

    def is_hatched(self, rect: QRectF) -> bool:
        """Whether a rectangle reaches into a hatched column."""
        return any(rect.right() > low + 1 and rect.left() < high - 1 for low, high in self._hatched())

    def _hatched(self) -> list[tuple[float, float]]:
        """From and to where columns are hatched: a text there is harder to read than beside them."""
        if self._columns is None:
            columns = [m for m in self.figure.marks if isinstance(m, Bar) and m.pattern == "hatch" and math.isinf(m.y0)]
            self._columns = [(self.space.x(mark.x0), self.space.x(mark.x1)) for mark in columns]
        return self._columns

    def crossings(self, rect: QRectF) -> int:
        """How many pieces of lines run through a rectangle."""
        if self._pieces is None:  # a figure is painted at every move of a slider: its pieces are found once
            pieces = np.concatenate([np.empty((0, 4)), *self._segments()])
            (x0, y0, x1, y1), least, most = pieces.T, np.minimum, np.maximum
            self._pieces = pieces, (least(x0, x1), least(y0, y1), most(x0, x1), most(y0, y1))
        pieces, (first, highest, last, lowest) = self._pieces
        left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
        near = pieces[(last >= left) & (first <= right) & (lowest >= top) & (highest <= bottom)].tolist()
        return sum(crosses(left, top, right, bottom, piece) for piece in near)

    def _discs(self) -> Iterator[QRectF]:
        for mark in self.figure.marks:
            if isinstance(mark, Point) and mark.size:
                yield self._disc(mark)

    def _disc(self, point: Point) -> QRectF:
        half, x, y = point.size / 2, self.space.x(point.x), self.space.y(point.y)
        return QRectF(x - half, y - half, point.size, point.size)

    def _segments(self) -> Iterator[Array]:
        """The pieces of lines and rules, a row each; of lines with thousands of points none."""
        for mark in self.figure.marks:
            if isinstance(mark, Rule):
                yield np.array([self._ends(mark)])
            elif isinstance(mark, Line) and len(mark.xs) <= LONG:
                points = np.column_stack(self.space.pixels(mark.xs, mark.ys))
                pieces = np.hstack([points[:-1], points[1:]])
                yield pieces[~np.isnan(pieces).any(axis=1)]

    def _ends(self, rule: Rule) -> Piece:
        space = self.space
        if rule.axis == "y":
            y = space.y(rule.at)
            return space.x(rule.start), y, space.x(rule.stop), y
        x = space.x(rule.at)
        return x, space.y(rule.start), x, space.y(rule.stop)


def _covers(disc: QRectF, rect: QRectF) -> bool:
    """Whether a disc, given by its square, reaches into a rectangle: the corners of the square are free."""
    return _apart(disc, rect) < 0


def _apart(disc: QRectF, rect: QRectF) -> float:
    """From the edge of a disc to the nearest point of a rectangle; less than 0 inside."""
    middle = disc.center()
    x = min(max(middle.x(), rect.left()), rect.right())
    y = min(max(middle.y(), rect.top()), rect.bottom())
    return math.hypot(x - middle.x(), y - middle.y()) - disc.width() / 2


def crosses(left: float, top: float, right: float, bottom: float, piece: Piece) -> bool:
    """Whether a straight piece runs through a rectangle (Liang and Barsky's clipping)."""
    x0, y0, x1, y1 = piece
    across, down = x1 - x0, y1 - y0
    first, last = 0.0, 1.0
    for way, room in ((-across, x0 - left), (across, right - x0), (-down, y0 - top), (down, bottom - y0)):
        if way == 0:
            if room < 0:
                return False
        elif way < 0:
            first = max(first, room / way)
        else:
            last = min(last, room / way)
    return first <= last
