"""The best way to give roles to columns when each may be used once."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

_DOUBTFUL = 0.62
_MUCH = 0.25

Scores = Mapping[tuple[int, str], float]
"""Column and role to a positive score; pairs that are out of the question are absent."""


def assign_quickly(scores: Scores) -> dict[int, str]:
    """The greatest score first, then the greatest of what is left: near the best, and fast."""
    given: dict[int, str] = {}
    taken: set[str] = set()
    for column, role in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if column not in given and role not in taken:
            given[column] = role
            taken.add(role)
    return given


def assign(scores: Scores) -> dict[int, str]:
    """Columns to roles so that the sum of the cubed scores is greatest; a column may stay without a role.

    Cubed, because one sure role is worth more than two doubtful ones. A role that would only be a makeshift is taken
    off the table and the rest settled again, so that it never helps another column to a role that suits it less.
    """
    left = dict(scores)
    while True:
        given = _greatest(left)
        makeshift = [pair for pair in given.items() if _is_makeshift(pair[0], left[pair], scores)]
        if not makeshift:
            return given
        for pair in makeshift:
            del left[pair]


def _greatest(scores: Scores) -> dict[int, str]:
    columns = sorted({column for column, _ in scores})
    roles = sorted({role for _, role in scores})
    if not columns:
        return {}
    cost = np.zeros((len(columns), len(roles) + len(columns)))
    for (column, role), score in scores.items():
        cost[columns.index(column), roles.index(role)] = -(score**3)
    chosen = cheapest(cost)
    return {
        columns[row]: roles[place]
        for row, place in enumerate(chosen)
        if place < len(roles) and (columns[row], roles[place]) in scores
    }


def _is_makeshift(column: int, score: float, scores: Scores) -> bool:
    """Whether a column that better suits a role given to another would only get what was left."""
    best = max(other for (number, _), other in scores.items() if number == column)
    return score < _DOUBTFUL and best > score + _MUCH


def cheapest(cost: npt.NDArray[np.float64]) -> Sequence[int]:
    """For each row a column of its own so that the total cost is least; needs at least as many columns as rows.

    Shortest augmenting paths (Jonker and Volgenant 1987).
    """
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while owner[column] != 0:
            used[column] = True
            current = cost[owner[column] - 1] - row_price[owner[column]] - column_price[1:]
            better = ~used[1:] & (current < least[1:])
            least[1:][better], before[1:][better] = current[better], column
            free = np.where(used[1:], np.inf, least[1:])
            nearest = int(np.argmin(free)) + 1
            step = free[nearest - 1]
            row_price[owner[used]] += step
            column_price[used] -= step
            least[~used] -= step
            column = nearest
        while column:
            owner[column] = owner[before[column]]
            column = int(before[column])
    chosen = [0] * rows
    for place in range(1, columns + 1):
        if owner[place]:
            chosen[owner[place] - 1] = place - 1
    return chosen
