"""Lists with a row for each customer and month (customer, month, MRR): each row holds for its month and no longer."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.parsing import as_day, read_cells
from kpidesk.ingest.recognition_months import body_rows

_TABLE = "subscriptions"
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
    if "mrr" not in mapping.roles or not _is_month_after_month(mapping, region):
        return mapping
    columns = tuple(
        replace(c, confidence=0.9, evidence=(evidence.row_a_month(), *c.evidence)) if c is start else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns, lasts_month=True)


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
