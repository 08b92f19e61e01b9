"""Tables that describe what others count: one row a customer beside many rows a customer, to be joined, not added."""

from collections.abc import Iterator, Mapping, Sequence

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, quoted
from kpidesk.ingest.checks import place
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import OTHER
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_months import body_rows

KEYS = ("customer_id", "subscription_id", "invoice_id", "order_id", "product_id", "lead_id", "deal_id")
_LEAST_KEYS = 5
_SHARED = 0.6
_NAMES_TOLD = 6

Seen = tuple[Region, tuple[ColumnProfile, ...], TableMapping]


def lookups(tables: Sequence[Seen]) -> Iterator[tuple[int, Finding]]:
    """The tables whose rows others are joined to by a key that is unique here and repeats there: place and finding."""
    for key in KEYS:
        known = {at: values for at, table in enumerate(tables) if len(values := _keys(table, key)) >= _LEAST_KEYS}
        for at, values in known.items():
            if not _is_unique(tables[at], key):
                continue
            others = [
                other
                for other, theirs in known.items()
                if other != at
                and not _is_unique(tables[other], key)
                and tables[other][2].table != tables[at][2].table
                and len(values.keys() & theirs.keys()) >= _SHARED * len(theirs)
            ]
            if others:
                yield at, _finding(tables[at], key, [tables[other] for other in others])


def _finding(table: Seen, key: str, others: Sequence[Seen]) -> Finding:
    region, _, mapping = table
    column = mapping.column(key)
    names = quoted(other[0].sheet.name for other in others[:_NAMES_TOLD])
    text = QT_TRANSLATE_NOOP("checks", "Each “{column}” stands here once: it is joined to {tables}, not added to them.")
    message = Message(text, column=column.header if column else key, tables=names)
    return Finding(Level.NOTE, "ingest.lookup", message, place(region), len(others))


def _keys(table: Seen, key: str) -> Mapping[str, None]:
    """The values of a key in the rows looked at; none where the table is not used or has no such column."""
    region, _, mapping = table
    column = mapping.column(key)
    if mapping.table == OTHER or column is None:
        return {}
    at = column.index
    return dict.fromkeys(text for _, cells in body_rows(region) if at < len(cells) and (text := cells[at].strip()))


def _is_unique(table: Seen, key: str) -> bool:
    column = table[2].column(key)
    return column is not None and any(p.index == column.index and p.is_unique for p in table[1])
