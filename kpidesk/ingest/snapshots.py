"""Lists of customers with a price, one sheet or file a month: each row lasts its month, all together are history."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.ingest.checks import place
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition import Recogniser
from kpidesk.ingest.recognition_import import Found
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.ingest.sheet_periods import period_named
from kpidesk.ingest.words import fold
from kpidesk.schema.model import ColumnType

TABLE = "subscriptions"
_LISTS = ("customers", TABLE)
_PRICES = (frozenset({"mrr"}), frozenset({"unit_mrr"}), frozenset({"amount", "billing_period"}))
_SHARED = 0.2
"""So many customers of one list must stand in the next: lists of those who came each month share none."""
_NAMES_TOLD = 6


@dataclass(frozen=True, slots=True)
class _Part:
    """One list: where it stands among the files and regions, its month counted from year 0, how it would be read."""

    file: int
    at: int
    region: Region
    month: int
    mapping: Mapping


def as_history(files: Sequence[Found], recogniser: Recogniser) -> tuple[Found, ...]:
    """The files, lists of several months with the same columns read as subscriptions that last a month each."""
    groups: defaultdict[tuple[str, ...], list[_Part]] = defaultdict(list)
    for number, file in enumerate(files):
        for at, (region, mapping) in enumerate(zip(file.regions, file.mappings, strict=True)):
            part = _part(number, at, region, mapping, file.profiles[at], recogniser)
            if part is not None:
                groups[tuple(map(fold, region.headers))].append(part)
    changed = list(files)
    for parts in groups.values():
        parts.sort(key=lambda part: part.month)
        if _is_history(parts):
            for part in parts:
                changed[part.file] = _told(changed[part.file], part, parts)
    return tuple(changed)


def _part(
    number: int, at: int, region: Region, mapping: Mapping, profiles: Sequence[ColumnProfile], recogniser: Recogniser
) -> _Part | None:
    """A list of customers with a price and no day of its own, whose name tells its month."""
    if mapping.table not in _LISTS or mapping.orientation == "across" or mapping.column("customer_id") is None:
        return None
    period = period_named(region.sheet)
    if period is None or not period[:4].isdigit():
        return None
    read = recogniser.as_table(region, profiles, TABLE)
    for profile in profiles:
        if tuple(profile.words) == (period,):
            mapping, read = mapping.with_role(profile.index, None), read.with_role(profile.index, None)
    days = [c for m in (mapping, read) for c in m.columns if c.role is not None and c.type is ColumnType.DATE]
    if days or read.column("customer_id") is None or not any(price <= read.roles for price in _PRICES):
        return None
    if (key := read.column("subscription_id")) is not None:
        read = read.with_role(key.index, None)
    read = replace(read, confidence=mapping.confidence, evidence=mapping.evidence)
    return _Part(number, at, region, int(period[:4]) * 12 + int(period[5:7]) - 1, read)


def _is_history(parts: Sequence[_Part]) -> bool:
    """Whether lists are of different months and customers of one stand in the next."""
    if len(parts) < 2 or any(a.month == b.month for a, b in pairwise(parts)):
        return False
    ids = [_customers(part) for part in parts]
    return all(len(a & b) >= _SHARED * min(len(a), len(b)) for a, b in pairwise(ids))


def _customers(part: _Part) -> frozenset[str]:
    column = part.mapping.column("customer_id")
    at = column.index if column is not None else 0
    return frozenset(text for _, cells in body_rows(part.region) if at < len(cells) and (text := cells[at].strip()))


def _told(file: Found, part: _Part, parts: Sequence[_Part]) -> Found:
    """The file with one of its lists read as a month of the history, and a note that says so."""
    step = min(b.month - a.month for a, b in pairwise(parts))
    lasts = (_first_of(part.month), _first_of(part.month + step))
    mappings = list(file.mappings)
    mappings[part.at] = replace(part.mapping, lasts=lasts)
    names = ", ".join(each.region.sheet.name for each in parts[:_NAMES_TOLD])
    text = QT_TRANSLATE_NOOP(
        "checks",
        "One of {count} lists of the same customers, month by month ({names}): its rows hold from {first} until before"
        " {last}, as its name says.",
    )
    message = Message(text, count=len(parts), names=names, first=on_day(lasts[0]), last=on_day(lasts[1]))
    noticed = dict(file.noticed)
    noticed[part.at] = (
        *noticed.get(part.at, ()),
        Finding(Level.NOTE, "ingest.history", message, place(part.region), len(parts)),
    )
    return replace(file, mappings=tuple(mappings), noticed=noticed)


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
