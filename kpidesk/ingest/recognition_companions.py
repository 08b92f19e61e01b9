"""Names and addresses that stand beside a key: they get their role once the table is settled, and never settle it."""

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
_BESIDE_KEY = 0.9
_OWNER = "customers"
"""The table whose header words name customers."""


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
        has_key = role.name == "customer_name" and mapping.column("customer_id") is not None
        scores = {
            n: _named(role.name, matches[n], has_key) * suitability(role, columns[n], vocabulary)
            for n, column in enumerate(given)
            if column.role is None and matches[n].no_role < _LEAST
            if len(vocabulary.tokens(column.header)) > 1 or (has_key and column.type is ColumnType.TEXT)
        }
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
    return replace(mapping, columns=tuple(given))


def _named(role: str, match: HeaderMatch, has_key: bool) -> float:
    """How well a header names the role; beside a customer's key, Customer alone names the customer too."""
    named = match.roles.get((_OWNER, role), 0.0)
    key = match.roles.get((_OWNER, "customer_id"), 0.0)
    return max(named, _BESIDE_KEY * key) if has_key and key >= _EXACT else named
