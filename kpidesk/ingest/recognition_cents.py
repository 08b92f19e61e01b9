"""Amounts in cents: raw exports of payment interfaces print 4900 for 49.00. Divided where the evidence is strong."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.schema.model import ColumnType

CENTS = 0.01
_TABLES = ("invoices", "subscriptions", "orders")
_RAW_ID = re.compile(r"(?:in|ch|py|pi|sub|si|cus|txn|re|il|ii|price|pm)_[A-Za-z0-9]{14,}")
"""Ids of the payment interface whose raw amounts are in the smallest unit; people do not make such ids up."""
_WITHOUT_CENTS = frozenset(("jpy", "krw", "vnd", "clp", "pyg", "ugx", "xaf", "xof", "xpf", "bif", "djf", "gnf", "kmf"))
_LEAST_HIGH = 100.0
_MOST = 0.9


def divide_cents(mapping: TableMapping, columns: Sequence[ColumnProfile]) -> TableMapping:
    """The mapping with amounts in whole cents divided by 100, and with the reason why."""
    if mapping.table not in _TABLES or not any(_holds_raw_ids(column) for column in columns):
        return mapping
    money = [n for n, c in enumerate(mapping.columns) if c.role and c.type is ColumnType.MONEY and columns[n].filled]
    if not money or not all(_is_whole(columns[n]) for n in money) or _has_no_cents(mapping, columns):
        return mapping
    if max(_high(columns[n]) for n in money) < _LEAST_HIGH:
        return mapping
    given = list(mapping.columns)
    for n in money:
        form = replace(given[n].format, multiplier=given[n].format.multiplier * CENTS)
        given[n] = replace(given[n], format=form, evidence=(evidence.in_cents(), *given[n].evidence))
    return replace(mapping, columns=tuple(given))


def _holds_raw_ids(column: ColumnProfile) -> bool:
    return bool(column.samples) and sum(
        _RAW_ID.fullmatch(text.strip()) is not None for text in column.samples
    ) >= _MOST * len(column.samples)


def _is_whole(column: ColumnProfile) -> bool:
    """Whether no cell shows a decimal, as dashboards and people write amounts."""
    texts = (*column.samples, *column.words)
    return column.is_integer and column.format.multiplier == 1.0 and not any("." in t or "," in t for t in texts)


def _high(column: ColumnProfile) -> float:
    return float(column.high) if isinstance(column.high, int | float) else 0.0


def _has_no_cents(mapping: TableMapping, columns: Sequence[ColumnProfile]) -> bool:
    """Whether the currency is one that has no smaller unit."""
    at = next((n for n, c in enumerate(mapping.columns) if c.role == "currency"), None)
    return at is not None and bool({text.strip().casefold() for text in columns[at].words} & _WITHOUT_CENTS)
