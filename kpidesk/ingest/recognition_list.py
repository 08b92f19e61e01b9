"""Lists of figures: a name and one value beside it, row by row (MRR 120,000; churn 3 %), of a month or none."""

from collections.abc import Sequence

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.checks import place
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_headers import HeaderIndex
from kpidesk.ingest.recognition_months import TABLE, body_rows, labels_of, month_of, row_roles
from kpidesk.ingest.sheet_periods import period_named
from kpidesk.schema.model import ColumnType

_FIGURES = (ColumnType.MONEY, ColumnType.NUMBER, ColumnType.PERCENT, ColumnType.ID, ColumnType.FLAG)
_LEAST, _LEAST_SHARE = 3, 0.4
"""So many rows, and such a part of them, are named like KPIs."""
_MOST_COLUMNS = 5


def recognise_list(region: Region, profiles: Sequence[ColumnProfile], index: HeaderIndex) -> Mapping | None:
    """The region as figures by their names; None where its rows are not named like KPIs."""
    filled = [profile for profile in profiles if profile.filled > 0]
    if not 2 <= len(filled) <= _MOST_COLUMNS or filled[0].type is not ColumnType.TEXT:
        return None
    label = filled[0]
    value = next((p for p in filled[1:] if p.type in _FIGURES), None) or (filled[1] if len(filled) == 2 else None)
    if value is None or sum(p.type in _FIGURES for p in filled) > 1:
        return None
    labels = labels_of(region, label.index, {value.index: value.format})
    roles = row_roles(labels, index)
    if len(roles) < max(_LEAST, _LEAST_SHARE * len(labels)):
        return None
    columns = tuple(
        ColumnMapping(p.header, p.index, None, p.type, p.format, 0.9, p.evidence, is_attribute=False) for p in profiles
    )
    confidence = round(min(0.95, 0.5 + 0.08 * len(roles)), 2)
    because = (evidence.typical_columns(tuple(roles)[:4]),)
    return Mapping(TABLE, confidence, columns, "across", roles, because, (value.index,), label.index)


def is_list(mapping: Mapping) -> bool:
    """Whether a mapping is that of a list of figures: one column of values, which need not be named for a month."""
    return mapping.orientation == "across" and len(mapping.month_columns) == 1


def month_told(region: Region, mapping: Mapping) -> str | None:
    """The month of a list's figures: that its column is named for, or that its sheet or file is."""
    value = mapping.month_columns[0]
    header = next(c.header for c in mapping.columns if c.index == value)
    first = next((cells[value] for _, cells in body_rows(region, 1) if value < len(cells)), "")
    for text in (header, first):
        found = month_of(text)
        if found is not None and found[0] is not None:
            return text
    period = period_named(region.sheet)
    return period if period is not None and period[:4].isdigit() else None


def undated(region: Region) -> Finding:
    """That nothing tells the month of a list's figures."""
    text = QT_TRANSLATE_NOOP(
        "checks",
        "Nothing tells which month these figures are of: they count as a state without a date, and only where no other"
        " table has dates. Name the column of values for the month to place them in time.",
    )
    return Finding(Level.WARNING, "ingest.undated_figures", Message(text), place(region))
