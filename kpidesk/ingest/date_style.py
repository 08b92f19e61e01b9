"""Which of day and month comes first: what the cells of one column show, and other columns where they leave it open."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.schema.model import ColumnType

_PARTS = re.compile(r"\s*(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})(?!\d)")
_OPEN = ("dmy", "mdy")
_LEAST_MONTHS = 3


def is_in_parts(text: str) -> bool:
    """Whether a text begins with three numbers that could be a date."""
    return _PARTS.match(text) is not None


def shown_orders(counts: Mapping[str, int]) -> Counter[str]:
    """How many cells show each order beyond doubt; under "either" those in which day and month could be exchanged."""
    shown: Counter[str] = Counter()
    for text, count in counts.items():
        if (match := _PARTS.match(text)) is None:
            continue
        first, second = int(match[1]), int(match[2])
        if len(match[1]) == 4 or (len(match[3]) != 4 and first > 31):
            shown["ymd"] += count
        elif first > 12:
            shown["dmy"] += count
        elif second > 12:
            shown["mdy"] += count
        else:
            shown["either"] += count
    return shown


def order_of_months(texts: Iterable[str]) -> str | None:
    """The order in which all cells are the same day of several months, as lists by month have them; None for no list.

    01/01, 01/02, 01/03: taken for days of one January, they would stand closer together, and be wrong. Of one year
    alone only first days are told; of several any day is.
    """
    found = [match for text in texts if (match := _PARTS.match(text)) is not None]
    firsts, seconds = {int(match[1]) for match in found}, {int(match[2]) for match in found}
    years = {match[3] for match in found}
    for order, days, months in (("dmy", firsts, seconds), ("mdy", seconds, firsts)):
        if len(days) == 1 and len(months) >= _LEAST_MONTHS and (days == {1} or len(years) > 1):
            return order
    return None


def open_orders(forms: Mapping[int, ColumnFormat], texts: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """The columns of dates none of whose cells shows whether the day or the month comes first."""
    return tuple(
        index
        for index, shown in _shown(forms, texts).items()
        if shown["either"] and not shown["dmy"] and not shown["mdy"] and not has_points(texts[index])
    )


def order_of_file(
    forms: Mapping[int, ColumnFormat], texts: Mapping[int, Sequence[str]]
) -> tuple[str, tuple[Message, ...]] | None:
    """The order that other columns show; None where none does, or where they contradict each other."""
    total: Counter[str] = Counter()
    for shown in _shown(forms, texts).values():
        total += shown
    if bool(total["dmy"]) is bool(total["mdy"]):
        return None
    if total["dmy"]:
        text = QT_TRANSLATE_NOOP(
            "ingest", "day first: {count} {count|date|dates} of other columns {count|shows|show} it"
        )
        return "dmy", (Message(text, count=total["dmy"]),)
    text = QT_TRANSLATE_NOOP("ingest", "month first: {count} {count|date|dates} of other columns {count|shows|show} it")
    return "mdy", (Message(text, count=total["mdy"]),)


def _shown(forms: Mapping[int, ColumnFormat], texts: Mapping[int, Sequence[str]]) -> dict[int, Counter[str]]:
    columns = (i for i, form in forms.items() if form.type is ColumnType.DATE and form.date_order in _OPEN)
    return {index: shown_orders(Counter(texts[index])) for index in columns}


def has_points(texts: Iterable[str]) -> bool:
    """Whether days are written with points, which nobody does who begins with the month."""
    return any("." in text.split(" ")[0] for text in texts)
