"""What trying a table on a region gave: how much it explains, how sure that is, which of two near ones is meant."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import Scores
from kpidesk.schema.model import ColumnType, TableSchema

_MOVEMENTS = 2.0
_KNOWN_KINDS = 0.9
_SURE = 2.4
_SURE_ROLE = 0.7
_ANCHORS = (ColumnType.DATE, ColumnType.ID)
_NEARLY = 0.75
"""A list of customers with plans, prices and states is read as subscriptions when these are so near."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One table tried on a region."""

    table: TableSchema
    scores: Scores
    roles: Mapping[int, str]
    total: float = 0.0


def deciding(trial: Trial) -> frozenset[str]:
    """Roles that some column surely plays and that few tables have."""
    return frozenset(
        r for c, r in trial.roles.items() if trial.table.roles[r].decides and trial.scores[c, r] >= _SURE_ROLE
    )


def telling(scores: Sequence[float], trials: Sequence[Trial]) -> float:
    """How much a column says about which table it is: 1 where one table explains it, near 0 where all do.

    Customers and subscriptions count as one: a list of customers with a plan and a price is honestly both.
    """
    greatest = max(scores)
    if greatest <= 0:
        return 0.0
    by_name = {trial.table.name: score for trial, score in zip(trials, scores, strict=True)}
    count = (sum(scores) - min(by_name.get("customers", 0.0), by_name.get("subscriptions", 0.0))) / greatest
    return 0.06 + 0.94 * (1 - math.log(max(count, 1.0)) / math.log(len(trials)))


def usable_factor(trial: Trial, profiles: Sequence[ColumnProfile]) -> float:
    """More for what a front end could use at once; little for rows that have neither a key nor a date."""
    table, roles = trial.table, frozenset(trial.roles.values())
    needed = {role for alternative in table.needs for role in alternative}
    if table.is_usable(roles):
        sure = [trial.scores[c, r] for c, r in trial.roles.items() if r in needed]
        others = [trial.scores[c, r] for c, r in trial.roles.items() if r not in needed]
        if needed == {"customer_id"} and max(others, default=0.0) < _SURE_ROLE:
            return 0.55
        return 1.2 if min(sure) >= _SURE_ROLE else 0.95
    anchors = [
        c for c, r in trial.roles.items() if trial.scores[c, r] >= _SURE_ROLE and table.roles[r].type in _ANCHORS
    ]
    return 0.25 if not anchors else 0.7 if roles & needed else 0.4


def movement_factor(trial: Trial, profiles: Sequence[ColumnProfile]) -> float:
    """More where the rows are movements of recurring revenue: kinds in known words, beside signed amounts."""
    place = {role: column for column, role in trial.roles.items()}
    kinds = place.get("movement_type")
    if kinds is None or trial.scores[kinds, "movement_type"] < _KNOWN_KINDS:
        return 1.0
    is_signed = "amount" in place and has_losses(profiles[place["amount"]])
    return _MOVEMENTS if "mrr_change" in place or is_signed else 1.0


def has_losses(profile: ColumnProfile) -> bool:
    """Whether some of a column's numbers are below zero."""
    return isinstance(profile.low, int | float) and profile.low < 0


def contract(trials: Sequence[Trial]) -> Trial:
    """The best trial; subscriptions where customers are hardly better and leave more of a contract unexplained."""
    best = trials[0]
    if best.table.name != "customers":
        return best
    other = next((trial for trial in trials[1:] if trial.table.name == "subscriptions"), None)
    if (
        other is None
        or other.total < _NEARLY * best.total
        or not other.table.is_usable(frozenset(other.roles.values()))
    ):
        return best
    beside = [c for c, r in best.roles.items() if c not in other.roles and not other.table.accompanies(r)]
    gained = [c for c in other.roles if c not in best.roles]
    return replace(other, total=best.total) if len(gained) > len(beside) else best


def table_confidence(best: float, second: float) -> float:
    """Near 1 where the best table is far ahead of the second and explains much."""
    lead = (best - second) / best
    enough = min(1.0, best / _SURE)
    return round(min(0.99, 0.35 + 0.4 * enough + 0.6 * lead * enough), 2)


def column_confidence(column: int, role: str, scores: Scores) -> float:
    own = scores.get((column, role), 0.0)
    rivals = [s for (c, r), s in scores.items() if (c == column) != (r == role)]
    lead = own - max(rivals, default=0.0)
    return round(max(0.2, min(0.99, own * (0.82 + 0.17 * math.tanh(4 * lead)))), 2)
