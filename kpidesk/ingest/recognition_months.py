"""Sheets of monthly figures whose months run across: which columns are months, and which KPI each row is."""

import collections.abc
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kpidesk.core.messages import Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.cells import happened, quarter_number, year_number
from kpidesk.ingest.dates import parse_date
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import OTHER, ColumnMapping, Mapping
from kpidesk.ingest.parsing import ColumnFormat, number_in
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import assign
from kpidesk.ingest.recognition_headers import HeaderIndex
from kpidesk.ingest.words import MONTHS, fold, is_total
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType

TABLE = "monthly_metrics"
_LEAST = 0.6
_NEAR = 0.1
"""A label that another row beats for its KPI may name one that it fits nearly as well, never a makeshift."""
_LATER = 0.0005
_GREATEST_SHARE = 400.0
"""A share of 400 percent is one of points; greater figures are money or counts."""
Figures = collections.abc.Mapping[str, Sequence[float]]
"""Label to the row's numbers."""
Forms = collections.abc.Mapping[int, ColumnFormat]
"""Column to how its cells are read."""
_NUMBERED = re.compile(r"(?:m|mo|month|monat|mois|mes|月)[\s_.-]*(\d{1,3})", re.I)
_ORDERS = ("ymd", "ym", "my", "month")


def recognise_across(region: Region, profiles: Sequence[ColumnProfile], index: HeaderIndex) -> Mapping:
    """A region whose columns are months: a monthly_metrics table where some row's label names a KPI, else other."""
    months = _month_columns(profiles)
    label, roles = _named_rows(region, profiles, months, index)
    columns = tuple(
        ColumnMapping(p.header, p.index, None, p.type, p.format, 0.9, p.evidence, is_attribute=False) for p in profiles
    )
    because: tuple[Message, ...] = (evidence.months_across(len(months)),)
    if not roles or len(months) < 2:
        return Mapping(OTHER, 0.5, columns, "across", {}, (*because, evidence.nothing_fits()), months, label)
    because += (evidence.typical_columns(tuple(roles)[:4]),)
    confidence = round(min(0.98, 0.6 + 0.1 * len(roles)), 2)
    return Mapping(TABLE, confidence, columns, "across", roles, because, months, label)


def _month_columns(profiles: Sequence[ColumnProfile]) -> tuple[int, ...]:
    """The columns that stand for months, or else for numbered months, quarters or years."""
    months = tuple(p.index for p in profiles if month_of(p.header) is not None)
    if len(months) < 2:
        months = tuple(p.index for p in profiles if _NUMBERED.fullmatch(p.header.strip()))
    if len(months) < 2:
        months = tuple(p.index for p in profiles if period_of(p.header) is not None)
    return months


def _named_rows(
    region: Region, profiles: Sequence[ColumnProfile], months: Sequence[int], index: HeaderIndex
) -> tuple[int | None, dict[str, str]]:
    """The column that names the rows, of those before the months the one that names most KPIs, and what they are."""
    first = min(months, default=0)
    before = [p for p in profiles if p.index not in months and p.filled > 0 and p.index < first]
    before = before or [p for p in profiles if p.index not in months and p.filled > 0]
    texts = [p for p in before if p.type in (ColumnType.TEXT, ColumnType.ID)] or before
    forms = {p.index: replace(p.format, type=ColumnType.NUMBER) for p in profiles if p.index in months}
    found = [(p, row_roles(labels_of(region, p.index, forms), index)) for p in texts]
    best = max(found, key=lambda pair: (len(pair[1]), pair[0].distinct, -pair[0].index), default=None)
    return (None, {}) if best is None else (best[0].index, best[1])


def labels_of(region: Region, label: int, forms: Forms) -> dict[str, tuple[float, ...]]:
    """The labels of the rows with their figures; rows without any are headings, unless all are."""
    figures: dict[str, tuple[float, ...]] = {}
    for _, text, cells in labelled_cells(region, label):
        read = (number_in(cells[i], form) for i, form in forms.items() if i < len(cells))
        figures[text] = (*figures.get(text, ()), *(value for value in read if value is not None))
    filled = {text: values for text, values in figures.items() if values}
    return filled or figures


def label_of(mapping: Mapping) -> int:
    """The column that names the rows of a mapping whose months run across."""
    if mapping.label is not None:
        return mapping.label
    others = [column for column in mapping.columns if column.index not in mapping.month_columns]
    first = min(mapping.month_columns, default=0)
    before = [column for column in others if column.index < first] or others
    texts = [c for c in before if c.type in (ColumnType.TEXT, ColumnType.ID)] or before
    return texts[-1].index if texts else 0


def labelled_cells(region: Region, label: int) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each body row's number, label and cells."""
    for row, cells in body_rows(region):
        text = cells[label].strip() if label < len(cells) else ""
        if text:
            yield row, text, cells


def body_rows(region: Region, limit: int | None = None) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The body's rows as far as the sheet was looked at, totals left out."""
    last = region.last_body if region.last_body is not None else region.sheet.rows
    totals = frozenset(region.total_rows)
    given = 0
    sheet = region.sheet
    rows = [(n, sheet.head[n]) for n in range(region.first_body, min(last + 1, len(sheet.head)))]
    rows += [(r.row, r.cells) for r in sheet.further if len(sheet.head) <= r.row <= last]
    for row, cells in rows:
        if row not in totals:
            given += 1
            if limit is not None and given > limit:
                return
            yield row, cells


def row_roles(labels: Iterable[str] | Figures, index: HeaderIndex) -> dict[str, str]:
    """The KPI that each label names, each KPI by one row: the labels are settled together, as columns are.

    With the figures of the rows given, one whose figures can be no shares is no row of shares.
    """
    figures = labels if isinstance(labels, collections.abc.Mapping) else {}
    named = [label for label in dict.fromkeys(labels) if not (is_total(label) and fold(label) == "total")]
    roles = load_schema().tables[TABLE].roles
    scores: dict[tuple[int, str], float] = {}
    for place, label in enumerate(named):
        can_be_share = max(map(abs, figures.get(label, ())), default=0.0) <= _GREATEST_SHARE
        found = {
            role: s
            for (table, role), s in index.match(label).roles.items()
            if table == TABLE and role != "month" and (can_be_share or roles[role].type is not ColumnType.PERCENT)
        }
        least = max(_LEAST, max(found.values(), default=0.0) - _NEAR)
        scores |= {(place, role): score - _LATER * place for role, score in found.items() if score >= least}
    return {named[place]: role for place, role in sorted(assign(scores).items())}


def period_of(text: str) -> tuple[int | None, int] | None:
    """Like month_of; a year, which may be a bare number here, stands for its last month."""
    found = month_of(text)
    if found is None and (year := year_number(text)) is not None:
        return year, 12
    return found


def month_of(text: str) -> tuple[int | None, int] | None:
    """Year (None where it is not said) and month that a header names, None where it names none.

    Numbered months (M1 … M36) are counted from January. A quarter stands for its last month: there the state at its
    end belongs, and its sums are those of the quarter.
    """
    text = happened(text)
    if (quarter := quarter_number(text)) is not None:
        return (quarter // 4, quarter % 4 * 3 + 3) if quarter > 4 else (None, quarter * 3)
    folded = fold(text).rstrip(".")
    if not folded or len(folded) > 24:
        return None
    if folded in MONTHS:
        return None, MONTHS[folded]
    if (numbered := _NUMBERED.fullmatch(folded)) is not None and int(numbered[1]) > 0:
        return None, (int(numbered[1]) - 1) % 12 + 1
    if folded.isdigit() and len(folded) != 6:
        return None
    for order in _ORDERS:
        try:
            found: date = parse_date(text, order)
        except (ValueError, OverflowError):
            continue
        return found.year, found.month
    return None
