"""Columns that one row orders: a start lies before its end, clicks are no more than impressions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.store.cell_value import CellValue, Unreadable

_ORDERED = (
    ("start_date", "cancel_date"),
    ("signup_date", "cancel_date"),
    ("trial_start", "trial_end"),
    ("period_start", "period_end"),
    ("invoice_date", "due_date"),
    ("created_date", "resolved_date"),
    ("created_date", "first_response_date"),
    ("created_date", "closed_date"),
    ("created_date", "converted_date"),
    ("invited_date", "accepted_date"),
    ("clicks", "impressions"),
    ("reach", "impressions"),
    ("unique_opens", "opens"),
    ("delivered", "recipients"),
    ("unique_clicks", "clicks"),
    ("new_users", "users"),
    ("engaged_sessions", "sessions"),
    ("refund_amount", "amount"),
)
"""The first is never more than the second."""
_LOOKED_AT = 200
_ENOUGH = 5
_HOLDS, _FAILS = 0.97, 0.5
_GAIN, _LOSS = 0.04, 0.75


def confirm_order(mapping: TableMapping, region: Region) -> TableMapping:
    """The mapping with what the rows say of pairs of its columns; surer where they agree, less sure where not."""
    pairs = [(mapping.column(low), mapping.column(high)) for low, high in _ORDERED]
    both = [(low, high) for low, high in pairs if low is not None and high is not None]
    if not both:
        return mapping
    rows = [cells for _, cells in body_rows(region, _LOOKED_AT)]
    given = {column.index: column for column in mapping.columns}
    for low, high in both:
        share = _share_in_order(low, high, rows)
        if share is None or _FAILS <= share < _HOLDS:
            continue
        for column, other in ((low, high), (high, low)):
            given[column.index] = _weighed(given[column.index], column is low, other.header, share)
    return replace(mapping, columns=tuple(given[column.index] for column in mapping.columns))


def _share_in_order(low: ColumnMapping, high: ColumnMapping, rows: Sequence[Sequence[str]]) -> float | None:
    """In how many rows that hold both the first is no more than the second; None where too few do."""
    values = [read_cells([row[c.index] if c.index < len(row) else "" for row in rows], c.format) for c in (low, high)]
    found = [_in_order(a, b) for a, b in zip(*values, strict=True)]
    told = [answer for answer in found if answer is not None]
    return sum(told) / len(told) if len(told) >= _ENOUGH else None


def _in_order(low: CellValue | Unreadable, high: CellValue | Unreadable) -> bool | None:
    if isinstance(low, date) and isinstance(high, date):
        return _day(low) <= _day(high)
    if isinstance(low, int | float) and isinstance(high, int | float):
        return low <= high
    return None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _weighed(column: ColumnMapping, is_low: bool, other: str, share: float) -> ColumnMapping:
    if share >= _HOLDS:
        sure = max(column.confidence, min(0.95, column.confidence + _GAIN))
        because = evidence.never_more(other, share) if is_low else evidence.never_less(other, share)
    else:
        sure = column.confidence * _LOSS
        because = evidence.out_of_order(other, 1 - share)
    return replace(column, confidence=round(sure, 2), evidence=(*column.evidence, because))
