"""Lists with a row for each customer and month: MRR that holds for its month and no longer, usage of that month."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import as_day, read_cells
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.schema.model import ColumnType

_TABLE = "subscriptions"
_USAGE = "events"
_OF_ONE_EVENT = frozenset({"event_name", "session_id", "page", "duration"})
_FOLLOWING = 0.6
"""Of the rows of one customer so many are followed by one of the next month."""
_LEAST_AGAIN = 3
"""So many customers at least stand in several months."""
_OTHER_ENDS = frozenset({"cancel_date", "movement_type", "mrr_change", "trial_start", "trial_end", "subscription_id"})
_SAYS_MONTH = re.compile(r"month|monat|mois|\bm[eê]s\b|mese|maand|miesi|period|月|월", re.I)


def settle_month_rows(mapping: Mapping, region: Region) -> Mapping:
    """The mapping, told that each row lasts its month where customers stand in one month after the other."""
    start = mapping.column("start_date")
    if mapping.table != _TABLE or start is None or mapping.roles & _OTHER_ENDS:
        return mapping
    if mapping.roles.isdisjoint(("mrr", "unit_mrr")) or not _is_month_after_month(mapping, region):
        return mapping
    columns = tuple(
        replace(c, confidence=0.9, evidence=(evidence.row_a_month(), *c.evidence)) if c is start else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns, lasts_month=True)


def settle_usage_months(mapping: Mapping, region: Region) -> Mapping:
    """The mapping of usage whose rows say which month they sum up: that is their time, not when they were written."""
    written = mapping.column("event_time")
    if (
        mapping.table != _USAGE
        or written is None
        or mapping.roles & _OF_ONE_EVENT
        or _SAYS_MONTH.search(written.header)
    ):
        return mapping
    named = [
        c for c in mapping.columns if c.role is None and c.type is ColumnType.DATE and _SAYS_MONTH.search(c.header)
    ]
    month = next((c for c in named if _is_one_day_of_months(c, region)), None)
    if month is None:
        return mapping
    swapped = {
        month.index: replace(
            month, role="event_time", confidence=0.8, evidence=(evidence.sums_up_month(), *month.evidence)
        ),
        written.index: replace(written, role=None, confidence=0.5),
    }
    return replace(mapping, columns=tuple(swapped.get(c.index, c) for c in mapping.columns))


def _is_one_day_of_months(column: ColumnMapping, region: Region) -> bool:
    """True where all rows that hold a date are of the first, or all of the last days of months."""
    rows = [cells[column.index] for _, cells in body_rows(region) if column.index < len(cells)]
    days = {as_day(moment).day for moment in read_cells(rows, column.format) if isinstance(moment, date)}
    return bool(days) and (days == {1} or min(days) >= 28)


def _is_month_after_month(mapping: Mapping, region: Region) -> bool:
    start, key = mapping.column("start_date"), mapping.column("customer_id")
    if start is None or key is None:
        return False
    rows = [cells for _, cells in body_rows(region) if max(start.index, key.index) < len(cells)]
    read = read_cells([cells[start.index] for cells in rows], start.format)
    months: defaultdict[str, list[int]] = defaultdict(list)
    in_month: set[int] = set()
    for cells, moment in zip(rows, read, strict=True):
        if isinstance(moment, date) and (customer := cells[key.index].strip()):
            day = as_day(moment)
            months[customer].append(day.year * 12 + day.month)
            in_month.add(day.day)
    again = [sorted(found) for found in months.values() if len(found) > 1]
    if len(again) < _LEAST_AGAIN or not (len(in_month) == 1 or min(in_month) >= 28):
        return False
    steps = [after - before for found in again for before, after in pairwise(found)]
    if steps.count(0) > 0.02 * len(steps):
        return False
    return steps.count(1) >= _FOLLOWING * len(steps) or _SAYS_MONTH.search(start.header) is not None
