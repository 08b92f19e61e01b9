"""The context bar in words and choices: what the query says, and what else it could say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kpidesk.charts.figure import Text
from kpidesk.charts.labels import segment_text
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.query import Filter
from kpidesk.workspace.document import ViewQuery

Ends = tuple[Period | None, Period | None]
GRAINS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
GRAIN_NAMES = {
    Grain.DAY: (Message(QT_TRANSLATE_NOOP("context", "Day")), Message(QT_TRANSLATE_NOOP("context", "D"))),
    Grain.WEEK: (Message(QT_TRANSLATE_NOOP("context", "Week")), Message(QT_TRANSLATE_NOOP("context", "W"))),
    Grain.MONTH: (Message(QT_TRANSLATE_NOOP("context", "Month")), Message(QT_TRANSLATE_NOOP("context", "M"))),
    Grain.QUARTER: (Message(QT_TRANSLATE_NOOP("context", "Quarter")), Message(QT_TRANSLATE_NOOP("context", "Q"))),
    Grain.YEAR: (Message(QT_TRANSLATE_NOOP("context", "Year")), Message(QT_TRANSLATE_NOOP("context", "Y"))),
}
_PREVIOUS = {
    Grain.DAY: Message(QT_TRANSLATE_NOOP("context", "Previous day")),
    Grain.WEEK: Message(QT_TRANSLATE_NOOP("context", "Previous week")),
    Grain.MONTH: Message(QT_TRANSLATE_NOOP("context", "Previous month")),
    Grain.QUARTER: Message(QT_TRANSLATE_NOOP("context", "Previous quarter")),
    Grain.YEAR: Message(QT_TRANSLATE_NOOP("context", "Previous year")),
}
_YEAR_AGO = Message(QT_TRANSLATE_NOOP("context", "A year ago"))
_TARGET = Message(QT_TRANSLATE_NOOP("context", "Target"))
COMPARISONS = ("previous", "year_ago", "target")
_LAST = {
    Grain.DAY: Message(QT_TRANSLATE_NOOP("context", "Last {n} days")),
    Grain.WEEK: Message(QT_TRANSLATE_NOOP("context", "Last {n} weeks")),
    Grain.MONTH: Message(QT_TRANSLATE_NOOP("context", "Last {n} months")),
    Grain.QUARTER: Message(QT_TRANSLATE_NOOP("context", "Last {n} quarters")),
    Grain.YEAR: Message(QT_TRANSLATE_NOOP("context", "Last {n} years")),
}
_SPANS = {
    Grain.DAY: (7, 30, 90, 365),
    Grain.WEEK: (8, 13, 26, 52, 104),
    Grain.MONTH: (6, 12, 24, 36, 60),
    Grain.QUARTER: (4, 8, 12),
    Grain.YEAR: (2, 3, 5),
}
ALL_TIME = Message(QT_TRANSLATE_NOOP("context", "All periods"))


def comparison_name(comparison: str, grain: Grain) -> Message:
    """``Previous month``, ``A year ago`` or ``Target``."""
    if comparison == "target":
        return _TARGET
    return _YEAR_AGO if comparison == "year_ago" else _PREVIOUS.get(grain, _PREVIOUS[Grain.MONTH])


def period_text(query: ViewQuery, style: Style) -> str | Message:
    """``Jul 2025 – Jun 2026``, that all periods are shown, or as of which one everything is told."""
    if query.at is not None:
        return Message(QT_TRANSLATE_NOOP("context", "As of {period}"), period=format_period(query.at, style))
    if query.first is None and query.last is None:
        return ALL_TIME
    ends = [format_period(p, style) if p is not None else "" for p in (query.first, query.last)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"


def kept_text(kept: Filter) -> Text:
    """The value that a segment is narrowed to, or how many."""
    if len(kept.values) == 1:
        return segment_text(kept.values[0])
    return Message(QT_TRANSLATE_NOOP("context", "{n} values"), n=len(kept.values))


def in_fiscal_year(query: ViewQuery, starts: int) -> ViewQuery:
    """The question with its quarters and years in a fiscal year that starts in this month; their numbers stay."""
    ends = (query.first, query.last, query.at)
    first, last, at = (None if each is None else replace(each, starts=starts) for each in ends)
    return replace(query, first=first, last=last, at=at)


def spans(
    grain: Grain, last_day: date, starts: int = 1, *, first_day: date = date.min
) -> tuple[tuple[Message, Period, Period], ...]:
    """Choices of a range that end with the period of a day: the last 6, 12, 24 … periods, as far as there are any."""
    last = Period.of(last_day, grain, starts)
    known = last.index - Period.of(first_day, grain, starts).index + 1
    return tuple(
        (Message(_LAST[grain].template, n=n), last.shifted(1 - n), last) for n in _SPANS.get(grain, ()) if n <= known
    )


def ranges_told(
    query: ViewQuery, days: tuple[date, date] | None, style: Style, starts: int = 1
) -> Iterator[tuple[Message, Ends, Text]]:
    """What may be asked for, its ends, and from when to when it is: all there is, then the last 6, 12, 24 … periods."""
    if days is None:
        yield ALL_TIME, (None, None), ""
        return
    first, last = (Period.of(day, query.grain, starts) for day in days)
    yield ALL_TIME, (None, None), period_text(replace(query.present, first=first, last=last), style)
    for name, *ends in spans(query.grain, days[1], starts, first_day=days[0]):
        yield name, (ends[0], ends[1]), period_text(replace(query.present, first=ends[0], last=ends[1]), style)


def with_grain(query: ViewQuery, grain: Grain, starts: int = 1, days: tuple[date, date] | None = None) -> ViewQuery:
    """The same days asked by another grain; of a year that has not ended no months beyond the ``days`` of the data."""
    query = in_fiscal_year(query, starts)
    begin, stop = days or (date.min, date.max)

    def end_of(period: Period) -> Period:
        return Period.of(stop if period.start <= stop < period.end else period.end, grain, starts)

    first, last, at = query.first, query.last, None if query.at is None else end_of(query.at)
    if first is not None:
        first = Period.of(begin if first.start < begin <= first.end else first.start, grain, starts)
    last = None if last is None else end_of(last)
    return replace(query, grain=grain, first=first, last=last, at=at)
