"""Names and addresses that stand beside a key: they get their role once the table is settled, and never settle it."""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_headers import HeaderMatch
from kpidesk.ingest.recognition_values import format_for, suitability
from kpidesk.schema.model import TableSchema
from kpidesk.schema.vocabulary import Vocabulary

_LEAST = 0.8
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
        scores = {
            n: matches[n].roles.get((_OWNER, role.name), 0.0) * suitability(role, columns[n], vocabulary)
            for n, column in enumerate(given)
            if column.role is None and len(vocabulary.tokens(column.header)) > 1 and matches[n].no_role < _LEAST
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
