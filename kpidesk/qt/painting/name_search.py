"""Rooms for the names of bubbles, sought for all of them together: where they crowd, one's room is another's loss.

Each name has rooms all around its bubble, the far ones with a leader back to it. What stands in a room costs, as does
being nearer to another bubble, and covering another name. From a few orders the names in turn take their cheapest
rooms, and take cheaper ones while there are any; the cheapest of the ends is answered, the same for the same figure.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF

from kpidesk.qt.painting.thinning import Array

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

AIR = 3.0
"""The empty pixels above and below the letters in the height of a line."""

_RINGS = (4.0, 8.0, 13.0, 19.0, 27.0, 38.0, 54.0)
_DIRECTIONS = 24
"""How far from the edge of a bubble its name is sought, and in how many directions of each ring."""

_TURNS = np.array([sign * at * math.tau / _DIRECTIONS for at in range(_DIRECTIONS // 2 + 1) for sign in (1, -1)])[1:-1]
"""From the right on, below before above."""

_APART = 3.0
"""Pixels between a name and the edge of any bubble."""

_NEAR = 9.0
"""A name further from its bubble than this is led back to it."""

_OVER, _CLEARLY = 0.7, 3.0
"""Within so much of another bubble's radius, above or below it, a name is read as that one's, unless its own bubble is
nearer by so many pixels."""

_TEXT, _OUT, _DOT, _CLOSE, _RAY, _LED, _PIXEL, _TURN = 100.0, 50.0, 20.0, 7.0, 6.0, 6.0, 0.15, 0.02
"""What it costs: another text, the edge, a bubble, a text close by, a ray, a leader, a pixel of distance, a turn."""

_MISREAD = 8.0
"""What it costs besides a leader that a name may be read as that of another bubble."""

_STACKED = 8.0
"""Pixels: two names nearer than this, between their bubbles, could each be of either."""

_TRIES, _ROUNDS, _KEPT, _GRAIN = 8, 6, 24, 9.0
"""Orders that are tried, how often names may take a cheaper room, how many each has, and how far apart, or so."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a name stands, and the leader to its bubble where it does not stand beside it."""

    rect: QRectF
    leader: QLineF | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What is in pixels on the plot: ``discs`` (x, y, radius), ``pieces`` of rays (x and y of both ends), ``taken``."""

    plot: QRectF
    discs: Array
    pieces: Array
    taken: Sequence[QRectF] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A name's ``rects`` (left, top, right, bottom) that it may take, and the disc it belongs to, −1 for none."""

    rects: Array
    disc: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """The rooms of a name with their letters, their costs, and the leaders of those that have one, NaN else."""

    rects: Array
    letters: Array
    costs: Array
    leaders: Array


def around(disc: Array, size: tuple[float, float]) -> Array:
    """Rooms in rings around a bubble, the near ones first, those at its right before the others."""
    across, down = np.cos(_TURNS), np.sin(_TURNS)
    (x, y, radius), (width, height) = disc.tolist(), size
    rings = []
    for off in _RINGS:
        left = x + across * (radius + off) - width / 2 * (1 - across)
        top = y + down * (radius + off) - height / 2 * (1 - down)
        rings.append(np.column_stack([left, top, left + width, top + height]))
    found: Array = np.concatenate(rings)
    return found


def rooms(names: Sequence[Named], where: Surroundings) -> list[Room]:
    """A room for each name, the least in what all of them cost together that is found."""
    if not names:
        return []
    pool = _Pool.of([_choice(each, where) for each in names])
    best, least = list[int](), math.inf
    order = pool.hardest
    for _ in range(_TRIES):
        chosen = pool.settled(order)
        costs = pool.costs(chosen)
        if sum(costs) < least - 1e-9:
            best, least = chosen, sum(costs)
        worst = order[max(range(len(order)), key=lambda at: costs[order[at]])]
        if costs[worst] < _DOT or worst == order[0]:
            break
        order = [worst, *(at for at in order if at != worst)]  # whoever found none goes first
    return [pool.room(at) for at in best]


@dataclass(frozen=True, slots=True, eq=False)
class _Pool:
    """The rooms of all names below one another, which name each is of, and what two cost beside each other."""

    of_all: _Choice
    spans: Sequence[tuple[int, int]]
    between: Array
    hardest: list[int]

    @classmethod
    def of(cls, choices: Sequence[_Choice]) -> "_Pool":
        counts = np.cumsum([0, *(len(each.costs) for each in choices)]).tolist()
        parts = ((c.rects, c.letters, c.costs, c.leaders) for c in choices)
        every = _Choice(*(np.concatenate(part) for part in zip(*parts, strict=True)))
        between = _meeting(every.letters, every.letters)
        led = np.flatnonzero(~np.isnan(every.leaders[:, 0]))
        through = _crossed(every.leaders[led], every.letters)
        between[led] |= through
        between[:, led] |= through.T
        least = [float(each.costs[0]) for each in choices]
        hardest = sorted(range(len(choices)), key=lambda at: -least[at])
        margin = np.array([-_STACKED, -_STACKED, _STACKED, _STACKED])
        stacked = _meeting(every.letters, every.letters + margin)
        return cls(every, list(pairwise(counts)), np.where(between, _TEXT, _CLOSE * stacked), hardest)

    def settled(self, order: Sequence[int]) -> list[int]:
        """Which room each has when each in turn takes its cheapest until none finds a cheaper one."""
        chosen = [-1] * len(order)
        weight = self.of_all.costs.copy()
        for _ in range(_ROUNDS):
            before = list(chosen)
            for at in order:
                first, last = self.spans[at]
                if chosen[at] >= 0:
                    weight -= self.between[chosen[at]]
                chosen[at] = first + int(np.argmin(weight[first:last]))
                weight += self.between[chosen[at]]
            if chosen == before:
                break
        return chosen

    def costs(self, chosen: list[int]) -> list[float]:
        """What each of them costs, with those it meets."""
        pairs = self.between[np.ix_(chosen, chosen)]
        found: list[float] = (self.of_all.costs[chosen] + pairs.sum(axis=1) - np.diag(pairs)).tolist()
        return found

    def room(self, at: int) -> Room:
        left, top, right, bottom = self.of_all.rects[at].tolist()
        x0, y0, x1, y1 = self.of_all.leaders[at].tolist()
        return Room(QRectF(left, top, right - left, bottom - top), None if math.isnan(x0) else QLineF(x0, y0, x1, y1))


def _choice(name: Named, where: Surroundings) -> _Choice:
    """The best rooms of a name, the cheapest first, with what each costs by itself: of any direction some."""
    rects, plot = name.rects, where.plot
    out = (rects[:, 1] < plot.top() - 14) | (rects[:, 3] > plot.bottom() + 1)
    letters = rects + np.array([0.0, AIR, 0.0, -AIR])
    gaps = _gaps(letters, where.discs)
    costs = _OUT * out + _TURN * np.arange(len(rects)) / _DIRECTIONS
    costs = costs + np.where(gaps < _APART - 0.01, _DOT + _APART - gaps, 0.0).sum(axis=1)
    if len(where.pieces):
        costs = costs + _RAY * _crossed(where.pieces, letters).sum(axis=0)
    if where.taken:
        taken = np.array([[r.left(), r.top(), r.right(), r.bottom()] for r in where.taken])
        costs = costs + _TEXT * _meeting(letters, taken).sum(axis=1)
    leaders = np.full((len(rects), 4), np.nan)
    if name.disc >= 0:
        own, others = gaps[:, name.disc], np.delete(gaps, name.disc, axis=1)
        nearest = others.min(axis=1, initial=np.inf)
        misread = _misread(letters, gaps, where.discs, name.disc)
        led = np.flatnonzero((own > _NEAR) | (own > nearest - 1) | misread)
        leaders[led] = _leaders(letters[led], where.discs[name.disc])
        costs = costs + _PIXEL * np.maximum(0.0, own) + _MISREAD * misread
        costs[led] += _LED
        passed = _piece_gaps(leaders[led], np.delete(where.discs, name.disc, axis=0))
        costs[led] += _DOT * (passed < 1).sum(axis=1)
    kept = _kept(rects, costs)
    return _Choice(rects[kept], letters[kept], costs[kept], leaders[kept])


def _misread(letters: Array, gaps: Array, discs: Array, own: int) -> Flags:
    """Which of the rooms are above or below a bubble that stands by itself, nearly as near to it as to their own."""
    x, y, radius = discs.T
    overlap = np.hypot(x - x[own], y - y[own]) < radius + radius[own]
    across = np.abs((letters[:, [0]] + letters[:, [2]]) / 2 - x)
    is_there = (across < _OVER * radius) & (gaps[:, [own]] > gaps - _CLEARLY) & ~overlap
    found: Flags = np.delete(is_there, own, axis=1).any(axis=1)
    return found


def _kept(rects: Array, costs: Array) -> Places:
    """The cheapest rooms, no two of them almost the same: what one other name takes shall not take them all."""
    order = np.argsort(costs, kind="stable")
    across, down = np.round(rects[order, :2].T / _GRAIN)
    _, first = np.unique(1e5 * across + down, return_index=True)
    found: Places = order[np.sort(first)[:_KEPT]]
    return found


def _leaders(letters: Array, disc: Array) -> Array:
    """From the nearest place of each text to the edge of its disc."""
    x, y, radius = disc
    at_x, at_y = np.clip(x, letters[:, 0], letters[:, 2]), np.clip(y, letters[:, 1], letters[:, 3])
    off = np.maximum(1e-9, np.hypot(at_x - x, at_y - y))
    found: Array = np.column_stack([at_x, at_y, x + (at_x - x) * radius / off, y + (at_y - y) * radius / off])
    return found


def _gaps(rects: Array, discs: Array) -> Array:
    """From each rectangle to the edge of each disc, less than 0 inside."""
    x, y, radius = discs.T if len(discs) else np.empty((3, 0))
    left, top, right, bottom = rects.T[:, :, None]
    across, down = np.maximum(0.0, np.maximum(left - x, x - right)), np.maximum(0.0, np.maximum(top - y, y - bottom))
    found: Array = np.hypot(across, down) - radius
    return found


def _piece_gaps(pieces: Array, discs: Array) -> Array:
    """From each straight piece to the edge of each disc."""
    x, y, radius = discs.T if len(discs) else np.empty((3, 0))
    x0, y0, x1, y1 = pieces.T[:, :, None]
    length = np.maximum(1e-9, (x1 - x0) ** 2 + (y1 - y0) ** 2)
    along = np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0.0, 1.0)
    found: Array = np.hypot(x0 + along * (x1 - x0) - x, y0 + along * (y1 - y0) - y) - radius
    return found


def _meeting(rects: Array, others: Array) -> Flags:
    """Which rectangles reach into which others."""
    left, top, right, bottom = rects.T[:, :, None]
    found: Flags = (left < others[:, 2]) & (right > others[:, 0]) & (top < others[:, 3]) & (bottom > others[:, 1])
    return found


def _crossed(pieces: Array, rects: Array) -> Flags:
    """Which straight pieces run through which rectangles (Liang and Barsky's clipping)."""
    x0, y0, x1, y1 = pieces.T[:, :, None]
    left, top, right, bottom = rects.T
    first, last = np.zeros((len(pieces), len(rects))), np.ones((len(pieces), len(rects)))
    for start, way, low, high in ((x0, x1 - x0, left, right), (y0, y1 - y0, top, bottom)):
        safe = np.where(np.abs(way) < 1e-9, 1e-9, way)
        one, other = (low - start) / safe, (high - start) / safe
        first = np.maximum(first, np.minimum(one, other))
        last = np.minimum(last, np.maximum(one, other))
    found: Flags = first <= last
    return found
