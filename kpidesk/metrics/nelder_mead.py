"""The least of a smooth loss of a few parameters by the simplex of Nelder & Mead (1965), as scipy.optimize walks it.

Written here because scipy.optimize brings 55 MB of solvers and a second of imports for this one search.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_TOLD_APART = 1e-10
"""A sum over thousands of cases is rounded in about its eleventh digit."""
_FIRST_STEP = 0.05
_FIRST_STEP_FROM_NOUGHT = 0.00025


def least(
    loss: Callable[[Array], float],
    start: Array,
    *,
    tolerance: float = 1e-6,
    rounds: int = 4000,
    farthest: float = np.inf,
) -> Array | None:
    """Where ``loss`` is least, searched from ``start``; None where the simplex has not shrunk after ``rounds``.

    It has shrunk when its corners and their losses differ by no more than ``tolerance``, or these by no more than they
    can be told apart. A loss of NaN is the worst. None as soon as the best corner has a coordinate beyond ``farthest``:
    out there the search would go on until the rounds are over.
    """
    simplex = _first_simplex(start)
    losses = np.array([_worst_if_nan(loss(corner)) for corner in simplex])
    for _ in range(rounds):
        order = np.argsort(losses, kind="stable")
        simplex, losses = simplex[order], losses[order]
        if np.abs(simplex[0]).max() > farthest or not np.isfinite(losses[0]):
            return None
        alike = max(tolerance, _TOLD_APART * abs(float(losses[0])))
        if np.abs(simplex[1:] - simplex[0]).max() <= tolerance and losses[-1] - losses[0] <= alike:
            best: Array = simplex[0]
            return best
        if not _replace_worst(loss, simplex, losses):
            simplex[1:] = simplex[0] + 0.5 * (simplex[1:] - simplex[0])
            losses[1:] = [_worst_if_nan(loss(corner)) for corner in simplex[1:]]
    return None


def _first_simplex(start: Array) -> Array:
    simplex = np.tile(np.asarray(start, dtype=np.float64), (len(start) + 1, 1))
    for index, value in enumerate(start):
        simplex[index + 1, index] = value * (1 + _FIRST_STEP) if value else _FIRST_STEP_FROM_NOUGHT
    return simplex


def _replace_worst(loss: Callable[[Array], float], simplex: Array, losses: Array) -> bool:
    """Put a better corner on the line through the worst and the middle of the others; False where none is better."""
    middle = simplex[:-1].mean(axis=0)

    def at(factor: float) -> tuple[float, Array]:
        corner = middle + factor * (middle - simplex[-1])
        return _worst_if_nan(loss(corner)), corner

    reflected = at(1.0)
    if reflected[0] < losses[0]:
        expanded = at(2.0)
        found = expanded if expanded[0] < reflected[0] else reflected
    elif reflected[0] < losses[-2]:
        found = reflected
    else:
        outside = reflected[0] < losses[-1]
        found = at(0.5 if outside else -0.5)
        if not (found[0] <= reflected[0] if outside else found[0] < losses[-1]):
            return False
    losses[-1], simplex[-1] = found
    return True


def _worst_if_nan(value: float) -> float:
    return np.inf if np.isnan(value) else float(value)
