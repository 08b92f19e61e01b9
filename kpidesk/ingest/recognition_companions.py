"""What stands beside another column: names beside a key, intervals beside their unit, the paid period beside a start.

Such columns get their role once the table is settled, and never settle it.
"""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_headers import HeaderMatch
from kpidesk.ingest.recognition_values import format_for, suitability
from kpidesk.schema.model import ColumnType, TableSchema
from kpidesk.schema.vocabulary import Vocabulary

_LEAST = 0.8
_EXACT = 0.99
_ALL_BUT_NAMED = 0.8
_BESIDE_KEY = 0.9
_OWNER = "customers"
"""The table whose header words name customers."""
_NUMBERS = frozenset(("id", "no", "number", "code", "key", "uuid"))
"""Words of a key: what is named so is no name."""
_UNIT, _COUNT = "billing_period", "interval_count"
_PAID_PERIOD, _LEAST_PAID = ("period_start", "period_end"), 0.9
_USERS = "active_users"
_OF_ONE_EVENT = frozenset({"event_name", "session_id", "page"})
_MOST_INTERVALS, _LEAST_COUNTED = 60, 0.7


def least_beside(table: TableSchema, match: HeaderMatch) -> float:
    """How well other roles have to be named by a header that names the paid period outright: its end is no leaving."""
    named = (match.roles.get((table.name, role), 0.0) for role in _PAID_PERIOD if table.accompanies(role))
    return _ALL_BUT_NAMED if max(named, default=0.0) >= _EXACT else 0.0


def give_companions(
    mapping: TableMapping,
    table: TableSchema,
    columns: Sequence[ColumnProfile],
    matches: Sequence[HeaderMatch],
    vocabulary: Vocabulary,
) -> TableMapping:
    """The mapping with roles that accompany others given to columns that are still free."""
    given = list(mapping.columns)
    for role in table.roles.values():
        if not role.accompanies or mapping.column(role.name) is not None:
            continue
        beside_key = role.name == "customer_name" and mapping.column("customer_id") is not None
        scores = {}
        for n, column in enumerate(given):
            words = vocabulary.tokens(column.header)
            has_key = beside_key and _NUMBERS.isdisjoint(words)
            if column.role is not None or matches[n].no_role >= _LEAST:
                continue
            if len(words) > 1 or role.name == "currency" or (has_key and column.type is ColumnType.TEXT):
                scores[n] = _named(role.name, matches[n], has_key) * suitability(role, columns[n], vocabulary)
        best = max(scores, key=lambda n: (scores[n], -n), default=None)
        if best is None or scores[best] < _LEAST:
            continue
        form = format_for(role, columns[best], vocabulary)
        word = matches[best].words.get((_OWNER, role.name), role.name)
        because = (evidence.header_names_it(given[best].header, word), *given[best].evidence)
        given[best] = replace(
            given[best],
            role=role.name,
            type=form.type,
            format=form,
            confidence=round(min(0.9, scores[best]), 2),
            evidence=because,
            is_attribute=role.is_attribute,
        )
    counted = _give_count(replace(mapping, columns=tuple(given)), columns, matches)
    return _give_counted_users(_give_paid_period(counted, table, columns, matches), matches)


def _give_counted_users(mapping: TableMapping, matches: Sequence[HeaderMatch]) -> TableMapping:
    """The mapping of usage with the number of users that were active, where rows are sums of an account's."""
    if mapping.table != "events" or mapping.roles & _OF_ONE_EVENT:
        return mapping
    key = (mapping.table, _USERS)
    named = [
        c
        for c, match in zip(mapping.columns, matches, strict=True)
        if c.role is None and c.type is ColumnType.NUMBER and match.roles.get(key, 0.0) >= _EXACT
    ]
    if len(named) != 1:
        return mapping
    (users,) = named
    because = (evidence.header_names_it(users.header, matches[users.index].words.get(key, _USERS)), *users.evidence)
    given = replace(users, role=_USERS, confidence=0.9, evidence=because, is_attribute=False)
    return replace(mapping, columns=tuple(given if c is users else c for c in mapping.columns))


def _give_count(
    mapping: TableMapping, columns: Sequence[ColumnProfile], matches: Sequence[HeaderMatch]
) -> TableMapping:
    """The mapping with the column that counts the intervals of another one, told in words (3 beside month)."""
    unit = mapping.column(_UNIT)
    if unit is None or unit.type is not ColumnType.TEXT:
        return mapping
    key = (mapping.table, _COUNT)
    counting = [
        n
        for n, (column, match) in enumerate(zip(columns, matches, strict=True))
        if mapping.columns[n].role is None
        and column.type is ColumnType.NUMBER
        and match.roles.get(key, 0.0) >= _LEAST_COUNTED
        if isinstance(column.low, int | float) and isinstance(column.high, int | float)
        if column.low >= 1 and column.high <= _MOST_INTERVALS
    ]
    if len(counting) != 1:
        return mapping
    count = mapping.columns[counting[0]]
    word = matches[counting[0]].words.get(key, _COUNT)
    because = (evidence.header_names_it(count.header, word), *count.evidence)
    given = replace(count, role=_COUNT, confidence=0.9, evidence=because, is_attribute=False)
    return replace(mapping, columns=tuple(given if c is count else c for c in mapping.columns))


def _give_paid_period(
    mapping: TableMapping, table: TableSchema, columns: Sequence[ColumnProfile], matches: Sequence[HeaderMatch]
) -> TableMapping:
    """The mapping with the first and the last day of what is paid at present, where free columns are named so."""
    given = list(mapping.columns)
    for role in _PAID_PERIOD:
        if not table.accompanies(role):
            continue
        key = (mapping.table, role)
        named = [
            n
            for n, match in enumerate(matches)
            if given[n].role is None and given[n].type is ColumnType.DATE and match.roles.get(key, 0.0) >= _LEAST_PAID
        ]
        if len(named) == 1:
            (n,) = named
            because = (
                evidence.header_names_it(given[n].header, matches[n].words.get(key, role)),
                *given[n].evidence,
            )
            given[n] = replace(given[n], role=role, confidence=0.9, evidence=because, is_attribute=False)
    return replace(mapping, columns=tuple(given))


def _named(role: str, match: HeaderMatch, has_key: bool) -> float:
    """How well a header names the role; beside a customer's key, Customer alone names the customer too."""
    named = match.roles.get((_OWNER, role), 0.0)
    key = match.roles.get((_OWNER, "customer_id"), 0.0)
    return max(named, _BESIDE_KEY * key) if has_key and key >= _EXACT else named
