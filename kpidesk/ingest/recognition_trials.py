"""What trying a table on a region gave: how much it explains, how sure that is, which of two near ones is meant."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import Scores
from kpidesk.ingest.recognition_headers import HeaderMatch
from kpidesk.schema.model import ColumnType, Schema, TableSchema
from kpidesk.schema.vocabulary import Vocabulary

_MOVEMENTS = 2.0
_KNOWN_KINDS = 0.9
_SURE = 2.4
_SURE_ROLE = 0.7
_AGAINST, _MOST_AGAINST = 0.75, 2
_MEASURED, _MUCH_MEASURED = 0.5, 0.2
_NAMES_ROWS, _MAY_NAME, _FEW_TABLES = 0.97, 0.55, 2
_KEY_TYPES = (ColumnType.ID, ColumnType.TEXT, ColumnType.NUMBER)
_FIGURES = (ColumnType.MONEY, ColumnType.NUMBER)
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


def with_stand_ins(
    scores: Scores, table: TableSchema, profiles: Sequence[ColumnProfile]
) -> dict[tuple[int, str], float]:
    """The scores without a doubt about a key: where nothing else could be it, names or addresses are (see Role)."""
    own = {(c, r): table.roles[r].stands_in for c, r in scores if table.roles[r].stands_in}
    for key in frozenset(own.values()):
        beside = {c for (c, r), k in own.items() if k == key and 0 < scores.get((c, key), 0.0) < scores[c, r]}
        if not beside or any(r == key and c not in beside for c, r in scores):
            continue
        chosen = max(beside, key=lambda c: (profiles[c].distinct, profiles[c].type is ColumnType.TEXT, -c))
        return {(c, r): s for (c, r), s in scores.items() if c != chosen or r == key}
    return dict(scores)


def against_factor(table: TableSchema, columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> float:
    """Less where columns of numbers stand by that are unlikely beside the table's own."""
    words = frozenset(map(vocabulary.tokens, table.against))
    beside = sum(c.type in _FIGURES and vocabulary.tokens(c.header) in words for c in columns) if words else 0
    return _AGAINST ** min(beside, _MOST_AGAINST)


def measured_factor(columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> float:
    """Less where a good part of the columns are counted in units of nature (kg, °C): what is weighed is no business."""
    filled = [column for column in columns if column.filled > 0]
    measured = [
        c for c in filled if c.type in _FIGURES and not vocabulary.physical.isdisjoint(vocabulary.tokens(c.header))
    ]
    return _MEASURED if len(measured) >= max(2, _MUCH_MEASURED * len(filled)) else 1.0


def of_other_rows(columns: Sequence[ColumnProfile], matches: Sequence[HeaderMatch], schema: Schema) -> frozenset[str]:
    """Tables of which the first column surely names no row, as it names one of another table's (Lead ID)."""
    place = next((n for n, column in enumerate(columns) if column.filled > 0), None)
    if place is None or not _is_key(columns[place]):
        return frozenset()
    tables = schema.tables.values()
    named = {t.name: matches[place].roles.get((t.name, t.key), 0.0) for t in tables}
    sure = [t for t in tables if named[t.name] >= _NAMES_ROWS]
    if not sure or len(sure) > _FEW_TABLES or any(sum(t.key in o.roles for o in tables) > _FEW_TABLES for t in sure):
        return frozenset()
    names = {name: max((s for (t, _), s in matches[place].roles.items() if t == name), default=0.0) for name in named}
    return frozenset(name for name, score in named.items() if score < max(_MAY_NAME, names[name]))


def _is_key(column: ColumnProfile) -> bool:
    return column.distinct >= _NAMES_ROWS * column.rows * column.filled and column.type in _KEY_TYPES


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
