"""Histories of an account: a column of types tells sales from refunds, payouts and fees, which are no sales."""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_TABLES = ("invoices", "orders")
_TOLD = frozenset(("refunded", "moved"))


def settle_entries(mapping: TableMapping, columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> TableMapping:
    """The mapping with the types as the status, or beside it, where some of their words name refunds or payouts."""
    if mapping.table not in _TABLES:
        return mapping
    told = [
        number
        for number, column in enumerate(columns)
        if mapping.columns[number].role is None
        and column.type is ColumnType.TEXT
        and vocabulary.tokens(column.header) in vocabulary.entries
        and _TOLD & {vocabulary.status.get(vocabulary.fold(word), "") for word in column.words}
    ]
    if len(told) != 1:
        return mapping
    given = list(mapping.columns)
    kinds = given[told[0]]
    because = (evidence.kinds_of_entries(), *kinds.evidence)
    role = "status" if mapping.column("status") is None else "entry_type"
    given[told[0]] = replace(kinds, role=role, confidence=0.8, is_attribute=True, evidence=because)
    return replace(mapping, columns=tuple(given))
