"""How a driver moves: from one value to another at one period, and over the months of a path."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import Array

Months = Array
"""How far a move holds in each month: 0 not yet, 1 wholly, between them on the way."""


@dataclass(frozen=True, slots=True)
class Move:
    """One driver supposed different: ``before`` is what it would be if it alone were not (NaN: not known)."""

    before: float
    after: float

    @property
    def ratio(self) -> float:
        """After over before; NaN where the one is not a multiple of the other."""
        if not math.isfinite(self.before) or self.before == 0 or self.after / self.before < 0:
            return math.nan
        return self.after / self.before

    def on(self, path: Array) -> Array:
        """A path of the driver, moved: in proportion, as its months differ from one another; else that value."""
        if math.isnan(self.ratio):
            return np.full_like(path, self.after)
        return np.where(path == self.before, self.after, path * self.ratio)


class Course(Protocol):
    """What becomes of a driver, month by month."""

    @property
    def months(self) -> Months:
        """How far it is moved at all."""

    def on(self, base: Array) -> Array:
        """A path of the driver, moved."""

    def on_flow(self, share: Array, more: Array) -> tuple[Array, Array]:
        """A flow that is a share of what is there and an amount besides, neither negative, moved."""


Courses = Mapping[MetricName, Course]


@dataclass(frozen=True, slots=True, eq=False)
class TimedMoves:
    """Moves one after the other, each in its own months."""

    steps: tuple[tuple[Move, Months], ...]

    @property
    def months(self) -> Months:
        return np.asarray(np.max([months for _, months in self.steps], axis=0))

    def on(self, base: Array) -> Array:
        for move, months in self.steps:
            base = blended(months, move.on(base), base)
        return base

    def on_flow(self, share: Array, more: Array) -> tuple[Array, Array]:
        """A flow is changed as a share of what is there, by whatever words; one that was nothing is the amount."""
        for move, months in self.steps:
            if math.isnan(move.ratio):
                share_after, more_after = np.zeros_like(share), np.full_like(more, abs(move.after))
            else:
                share_after, more_after = share * move.ratio, more * move.ratio
            share, more = blended(months, share_after, share), blended(months, more_after, more)
        return share, more


@dataclass(frozen=True, slots=True, eq=False)
class Scaled:
    """In proportion, by a factor for each draw and month: an array (draws, 1) or (draws, months)."""

    factors: Array
    inner: Course | None = None
    most: float = math.inf

    @property
    def months(self) -> Months:
        return np.ones(1)

    def on(self, base: Array) -> Array:
        moved = base if self.inner is None else self.inner.on(base)
        return np.minimum(moved * self.factors, self.most)

    def on_flow(self, share: Array, more: Array) -> tuple[Array, Array]:
        if self.inner is not None:
            share, more = self.inner.on_flow(share, more)
        return np.minimum(share * self.factors, self.most), more * self.factors


def moved(course: Course | None, base: Array) -> Array:
    """The base moved; itself where nothing moves it."""
    return base if course is None else course.on(base)


def blended(months: Months, after: Array, before: Array) -> Array:
    """The one where the months are 1, the other where they are 0, to the last bit; between them on the way."""
    between = before + months * (after - before)
    return np.where(months == 1, after, np.where(months == 0, before, between))
