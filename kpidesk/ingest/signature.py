"""The same export again: what it has in common every month, and last time's mapping worked into this time's."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest.mapping import SPAN, ColumnMapping, Mapping
from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.recognition_months import body_rows, label_of, labelled_cells
from kpidesk.ingest.words import fold
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import Unreadable

_LOOKED_AT = 300


def signature_of(table: TableProposal) -> str:
    """What stays the same: the headers in any order, or the labels of the rows where months run across."""
    region, mapping = table.region, table.mapping
    if mapping.orientation == "across":
        months = frozenset(mapping.month_columns)
        words = [c.header for c in mapping.columns if c.index not in months]
        words += dict.fromkeys(text for _, text, _ in labelled_cells(region, label_of(mapping)))
    else:
        words = list(region.headers)
    plain = json.dumps([region.orientation, sorted(fold(word) for word in words)], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:32]


def recalled(table: TableProposal, remembered: Mapping) -> TableProposal:
    """The table read as it was accepted before: table, roles and formats by header, wherever the columns stand now.

    A remembered format is kept only where it reads the new cells as well as the one that was found; a column that
    had no role, and nobody had said so, may have found one beside other tables; months across are this file's own.
    """
    fresh = table.mapping
    before: dict[str, list[ColumnMapping]] = {}
    for column in remembered.columns:
        before.setdefault(fold(column.header), []).append(column)
    taken = set(remembered.roles)
    columns = []
    for column in fresh.columns:
        same = before.get(fold(column.header), [])
        known = same.pop(0) if same else replace(column, role=None, confidence=1.0)
        if known.role is None and known.confidence < 1.0 and remembered.table == fresh.table:
            known = (
                known if column.role in taken else replace(known, role=column.role, is_attribute=column.is_attribute)
            )
        columns.append(_as_before(column, known, table))
    labels = {label: role for label, role in fresh.row_roles.items() if label not in remembered.row_roles}
    roles = {**labels, **remembered.row_roles} if fresh.orientation == "across" else {}
    lasts = fresh.lasts if remembered.table == fresh.table else None
    mapping = replace(fresh, table=remembered.table, columns=tuple(columns), row_roles=roles, confidence=1.0)
    lasts_month = fresh.lasts_month and mapping.column(SPAN[0]) is not None and remembered.table == fresh.table
    mapping = replace(mapping, lasts=lasts, lasts_month=lasts_month)
    return table.with_mapping(mapping)


def _as_before(column: ColumnMapping, before: ColumnMapping, table: TableProposal) -> ColumnMapping:
    if before.role is None and column.role is None and before.type is column.type and not before.is_ignored:
        return column
    texts = [
        cells[column.index]
        for _, cells in body_rows(table.region, _LOOKED_AT)
        if column.index < len(cells) and cells[column.index]
    ]
    form = before.format if _misses(texts, before.format) <= _misses(texts, column.format) else column.format
    if before.type in (ColumnType.TEXT, ColumnType.ID):
        form = before.format
    return replace(
        column,
        role=before.role,
        type=form.type,
        format=form,
        confidence=max(before.confidence, column.confidence),
        is_attribute=before.is_attribute,
        is_ignored=before.is_ignored,
    )


def _misses(texts: Sequence[str], form: ColumnFormat) -> int:
    return sum(value is Unreadable.UNREADABLE for value in read_cells(texts, form))
