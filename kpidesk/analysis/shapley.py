"""Exact Shapley values of a function between two states, also where some mixtures of the states have no value."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from kpidesk.metrics.frame import Array

MOST_PLAYERS = 12
"""With more players the exact split needs too many evaluations; group them first."""

Mask = npt.NDArray[np.bool_]


def coalitions(players: int) -> Mask:
    """All 2^n mixtures, shape (2^n, n): True where the player is in its later state; row 0 is the earlier one."""
    rows = np.arange(1 << players)
    return np.asarray((rows[:, None] >> np.arange(players)) & 1, dtype=np.bool_)


def shapley(players: int, value: Callable[[Mask], Array]) -> Array | None:
    """The part of each player in ``value(all later) − value(all earlier)``; sums to it to rounding.

    ``value`` gets the mask of ``coalitions`` and answers one number per row, NaN where that mixture has none. A
    player's part is its mean effect over all orders in which the states can be changed one by one; orders that pass
    through a mixture without value do not count. None where no order is left. Source: Shapley 1953; where all mixtures
    have values this is his formula.
    """
    if players > MOST_PLAYERS:
        raise ValueError(players)
    worth = value(coalitions(players))
    feasible = np.isfinite(worth)
    if not (feasible[0] and feasible[-1]):
        return None
    ahead, behind = _orders(players, feasible)
    if not ahead[-1]:
        return None
    worth = np.where(feasible, worth, 0.0)
    rows = np.arange(1 << players)
    parts = np.empty(players)
    for player in range(players):
        without = rows[(rows >> player) & 1 == 0]
        joined = without | (1 << player)
        share = ahead[without] * behind[joined] / ahead[-1]
        effect = worth[joined] - worth[without]
        parts[player] = float(share @ effect) if effect.any() else 0.0
    return settled(parts, float(worth[-1] - worth[0]))


def settled(parts: Array, change: float) -> Array:
    """The parts with what rounding left of ``change`` given to the largest; a part of exactly 0 stays 0."""
    if parts.size and parts.any():
        parts = parts.copy()
        parts[int(np.argmax(np.abs(parts)))] += change - float(parts.sum())
    return parts


def closes(parts: Sequence[float], change: float, *, scale: float) -> bool:
    """True where the parts sum to the change to 1e-9 of the numbers at hand."""
    return abs(sum(parts) - change) <= 1e-9 * max(1.0, abs(scale))


def _orders(players: int, feasible: Mask) -> tuple[Array, Array]:
    """How many feasible orders lead from the first mixture to each, and from each to the last."""
    size = 1 << players
    rows = np.arange(size)
    members = np.bitwise_count(rows)
    ahead, behind = np.zeros(size), np.zeros(size)
    ahead[0] = behind[-1] = 1.0
    for count in range(1, players + 1):
        layer = rows[(members == count) & feasible]
        for player in range(players):
            here = layer[(layer >> player) & 1 == 1]
            ahead[here] += ahead[here ^ (1 << player)]
    for count in range(players - 1, -1, -1):
        layer = rows[(members == count) & feasible]
        for player in range(players):
            here = layer[(layer >> player) & 1 == 0]
            behind[here] += behind[here | (1 << player)]
    return ahead, behind
