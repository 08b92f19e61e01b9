"""Where the plot of a figure lies and how its data map to pixels; the same for the live view and for pictures."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from kpidesk.charts.figure import Axis, Cell, Figure, Line, Text, Tick, text_of
from kpidesk.core.messages import Translate
from kpidesk.qt.fonts import Role, advance, font, line_height, metrics
from kpidesk.qt.painting.thinning import Array

AXIS_GAP = 8.0
"""Pixels between a tick's text and the plot."""

EDGE = 4.0
"""Pixels right of the plot into which a label may reach."""

_LEAST_GAP = 8.0
_TALLEST_CELL = 44.0
"""A few rows of a heat map stand at its top: taller cells would be blocks without more to say."""
Say = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Space:
    """A rectangle of pixels and the ranges of data seen in it."""

    rect: QRectF
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    is_reversed: bool = False

    def x(self, value: float) -> float:
        """Pixels from the left; infinite values stand at the edge."""
        if value == float("inf"):
            return self.rect.right()
        if value == float("-inf"):
            return self.rect.left()
        return self.rect.left() + (value - self.x_low) / (self.x_high - self.x_low) * self.rect.width()

    def points(self, xs: Sequence[float], ys: Sequence[float], indices: Iterable[int]) -> list[QPointF]:
        """Many points at once; finite values only."""
        across = self.rect.width() / (self.x_high - self.x_low)
        left = self.rect.left() - self.x_low * across
        down = self.rect.height() / (self.y_high - self.y_low)
        if self.is_reversed:
            top = self.rect.top() - self.y_low * down
        else:
            top, down = self.rect.bottom() + self.y_low * down, -down
        return [QPointF(left + xs[i] * across, top + ys[i] * down) for i in indices]

    def pixels(self, xs: Sequence[float], ys: Sequence[float]) -> tuple[Array, Array]:
        """``x`` and ``y`` of many values at once."""
        rect = self.rect
        across = rect.left() + (np.asarray(xs, float) - self.x_low) / (self.x_high - self.x_low) * rect.width()
        share = (np.asarray(ys, float) - self.y_low) / (self.y_high - self.y_low)
        down = rect.top() + share * rect.height() if self.is_reversed else rect.bottom() - share * rect.height()
        return (
            np.nan_to_num(across, nan=np.nan, posinf=rect.right(), neginf=rect.left()),
            np.nan_to_num(down, nan=np.nan, posinf=rect.bottom(), neginf=rect.top()),
        )

    def shows(self, x: float) -> bool:
        """True where that x is in sight; it may not be while the live view is zoomed."""
        return self.x_low - 1e-9 <= x <= self.x_high + 1e-9

    def y(self, value: float) -> float:
        """Pixels from the top; infinite values stand at the edge."""
        if value in (float("inf"), float("-inf")):
            return self.rect.top() if (value > 0) is not self.is_reversed else self.rect.bottom()
        share = (value - self.y_low) / (self.y_high - self.y_low)
        if self.is_reversed:
            return self.rect.top() + share * self.rect.height()
        return self.rect.bottom() - share * self.rect.height()


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the plot for texts; ``room`` is inside it, right of the last datum, for labels at lines' ends."""

    left: float
    top: float
    right: float
    bottom: float
    room: float


def say_with(translate: Translate) -> Say:
    """A function that turns what a Figure holds into words."""

    def say(text: Text) -> str:
        return text_of(text, translate)

    return say


def margins_of(figure: Figure, say: Say, width: float) -> Margins:
    """The room that the texts of a figure need; names of categories get at most two fifths of the width."""
    left = max((advance(say(t.text), Role.MICRO) for t in figure.y.ticks), default=0.0) + AXIS_GAP
    notes = max((advance(say(t.note), Role.MICRO) for t in figure.y.ticks if t.note), default=0.0)
    left = min(left + (notes + AXIS_GAP if notes else 0.0), 0.4 * width)
    x_height = line_height(Role.MICRO) + 8.0 if figure.x.ticks else 4.0
    is_heat = figure.kind == "heatmap"
    room = 0.0
    for mark in figure.marks:
        if isinstance(mark, Line) and mark.label:
            room = max(room, advance(say(mark.label), Role.LABEL) + 12.0)
    last = advance(say(figure.x.ticks[-1].text), Role.MICRO) / 2 if figure.x.ticks else 0.0
    right = max(EDGE, last) if figure.x.kind == "value" else EDGE
    return Margins(left, x_height if is_heat else 8.0, right, 4.0 if is_heat else x_height, min(room, 0.35 * width))


def seen_x(axis: Axis, width: float, room: float) -> tuple[float, float]:
    """The range of x that leaves ``room`` pixels of ``width`` free behind the last datum."""
    used = max(1.0, width - room)
    return axis.low, axis.low + (axis.high - axis.low) * width / used


def space_of(figure: Figure, rect: QRectF, margins: Margins) -> Space:
    """The plot inside a rectangle that also holds the axes' texts."""
    plot = rect.adjusted(margins.left, margins.top, -margins.right, -margins.bottom)
    if figure.kind == "heatmap":
        plot.setHeight(min(plot.height(), _TALLEST_CELL * (figure.y.high - figure.y.low)))
    low, high = seen_x(figure.x, plot.width(), margins.room)
    return Space(plot, low, high, figure.y.low, figure.y.high, figure.y.is_reversed)


def cell_at(figure: Figure, space: Space, position: QPointF) -> Cell | None:
    """The cell of a heat map under a pixel."""
    for mark in figure.marks:
        if isinstance(mark, Cell):
            x0, x1 = space.x(mark.column - 0.5), space.x(mark.column + 0.5)
            y0, y1 = sorted((space.y(mark.row - 0.5), space.y(mark.row + 0.5)))
            if x0 <= position.x() < x1 and y0 <= position.y() < y1:
                return mark
    return None


def fitting_ticks(axis: Axis, space: Space, say: Say) -> tuple[Tick, ...]:
    """The ticks of a horizontal axis whose texts do not touch: all, or every second, third … of them."""
    seen = [t for t in axis.ticks if space.x_low <= t.at <= space.x_high]
    if axis.kind == "category":
        return tuple(seen)
    widths = [advance(say(t.text), Role.MICRO) for t in seen]
    for stride in range(1, len(seen) + 1):
        kept = range(0, len(seen), stride)
        if all(
            space.x(seen[b].at) - space.x(seen[a].at) >= (widths[a] + widths[b]) / 2 + _LEAST_GAP
            for a, b in itertools.pairwise(kept)
        ):
            return tuple(seen[i] for i in kept)
    return tuple(seen[:1])


def baseline(role: Role) -> float:
    """Pixels from the middle of a line down to the baseline of its text."""
    made = font(role)
    known = _baselines.get(role)
    if known is None or known[0] is not made:
        measured = metrics(role)
        known = _baselines[role] = (made, (measured.ascent() - measured.descent()) / 2)
    return known[1]


_baselines: dict[Role, tuple[QFont, float]] = {}
