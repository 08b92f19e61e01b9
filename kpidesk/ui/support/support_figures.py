"""Tickets as charts and tables: over time with their surges, by hour of the week, the load of hours, within a time."""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.analysis.pooled import Pooled
from kpidesk.analysis.support import VOLUME, Staffing, Volume
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Bar, Column, Datum, Figure, KeyEntry, Line, Mark, Point, Table, Text, Tick
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.scales import category_axis, value_axis
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.tickets import RESPONSE, TicketHours, Within
from kpidesk.qt.translation import words

WEEKDAYS = (
    Message(QT_TRANSLATE_NOOP("charts", "Monday")),
    Message(QT_TRANSLATE_NOOP("charts", "Tuesday")),
    Message(QT_TRANSLATE_NOOP("charts", "Wednesday")),
    Message(QT_TRANSLATE_NOOP("charts", "Thursday")),
    Message(QT_TRANSLATE_NOOP("charts", "Friday")),
    Message(QT_TRANSLATE_NOOP("charts", "Saturday")),
    Message(QT_TRANSLATE_NOOP("charts", "Sunday")),
)
_PERIODS, _MOST_SURGES = 120, 3
_TEXTS = {
    "mean": Message(QT_TRANSLATE_NOOP("charts", "All days")),
    "peak": Message(QT_TRANSLATE_NOOP("charts", "Busiest weekday")),
    "hour": Message(QT_TRANSLATE_NOOP("charts", "Hour")),
    "within": Message(QT_TRANSLATE_NOOP("charts", "Within")),
    "response": Message(QT_TRANSLATE_NOOP("charts", "First reply")),
    "resolution": Message(QT_TRANSLATE_NOOP("charts", "Resolved")),
    "tag": Message(QT_TRANSLATE_NOOP("charts", "Tag")),
    "tickets": Message(QT_TRANSLATE_NOOP("charts", "Tickets")),
    "share": Message(QT_TRANSLATE_NOOP("charts", "Share")),
    "total": Message(QT_TRANSLATE_NOOP("charts", "Total")),
    "unknown": Message(QT_TRANSLATE_NOOP("charts", "not said")),
}


def build_volume(volume: Volume, catalogue: Catalogue, style: Style, options: FigureOptions) -> Figure:
    """Tickets over time with a dot on each surge."""
    frame = volume.frame
    figure = build_figure(ChartSpec("line", (VOLUME,), periods=_PERIODS), frame, catalogue, style, options)
    first = max(0, len(frame.periods) - _PERIODS)
    marks: list[Mark] = [
        Point(float(s.peak - first), s.value, "bad", 8.0, format_period(frame.periods[s.peak], style, short=True))
        for s in volume.surges
        if s.peak >= first
    ]
    return replace(figure, marks=(*figure.marks, *marks))


_EACH = {
    Grain.DAY: QT_TRANSLATE_NOOP("voice", "by day"),
    Grain.WEEK: QT_TRANSLATE_NOOP("voice", "by week"),
    Grain.MONTH: QT_TRANSLATE_NOOP("voice", "by month"),
}


def volume_words(volume: Volume, style: Style, calm: str) -> str:
    """What a point stands for, which is the finest period that holds enough, and the latest surges or that none is."""
    grain = volume.frame.periods[-1].grain if volume.frame.periods else None
    said = " ".join(words(each) for each in surge_words(volume, style)[:_MOST_SURGES]) or calm
    return f"{words(Message(_EACH[grain]))} · {said}" if grain in _EACH else said


def surge_words(volume: Volume, style: Style) -> tuple[Message, ...]:
    """Each surge as a finding with its date, the latest first."""
    text = QT_TRANSLATE_NOOP("voice", "Surge: {value} tickets on {period}, usually {usual}.")
    return tuple(
        Message(
            text,
            value=format_value(each.value, "count", style),
            period=format_period(volume.frame.periods[each.peak], style),
            usual=format_value(each.usual, "count", style),
        )
        for each in reversed(volume.surges)
    )


def build_ticket_hours(hours: TicketHours, style: Style, options: FigureOptions) -> Figure:
    """Weekdays down, hours across: how many tickets came in."""
    view = HeatView(
        WEEKDAYS,
        tuple(f"{hour:02}" for hour in range(24)),
        hours.counts,
        "count",
        Message(QT_TRANSLATE_NOOP("charts", "When tickets come in")),
        Message(QT_TRANSLATE_NOOP("charts", "tickets by weekday and hour of the day")),
        low=0.0,
    )
    return build_heatmap(view, style, options)


def build_staffing(staffing: Staffing, style: Style, options: FigureOptions) -> Figure:
    """A bar an hour for the mean of all days, a line over it for its busiest weekday."""
    marks: list[Mark] = []
    for hour, (mean, peak) in enumerate(zip(staffing.mean, staffing.peak, strict=True)):
        if mean > 0:
            marks.append(Bar(hour - 0.36, hour + 0.36, 0.0, float(mean), "series.1"))
        if peak > 0:
            marks.append(Line((hour - 0.42, hour + 0.42), (float(peak), float(peak)), "series.2"))
    rows: tuple[tuple[Datum, ...], ...] = tuple(
        (f"{hour:02}", float(mean), float(peak))
        for hour, (mean, peak) in enumerate(zip(staffing.mean, staffing.peak, strict=True))
    )
    columns = (
        Column(_TEXTS["hour"], role="label"),
        Column(_TEXTS["mean"], "number", ink="series.1"),
        Column(_TEXTS["peak"], "number", ink="series.2"),
    )
    busiest = int(staffing.peak.argmax())
    most = format_value(float(staffing.peak[busiest]), "number", style)
    return Figure(
        "bar",
        tuple(marks),
        category_axis(Tick(float(hour), f"{hour:02}") for hour in range(24)),
        value_axis(0.0, float(staffing.peak.max()), "number", style, room=0.05),
        Message(QT_TRANSLATE_NOOP("charts", "People busy by hour")),
        Message(QT_TRANSLATE_NOOP("charts", "tickets of the hour × hours of work per ticket")),
        (KeyEntry("series.1", _TEXTS["mean"], "block"), KeyEntry("series.2", _TEXTS["peak"])),
        (
            Message(
                QT_TRANSLATE_NOOP("charts", "{hours} of work per ticket"),
                hours=format_value(staffing.handling_hours, "hours", style),
            ),
            Message(QT_TRANSLATE_NOOP("charts", "The load that comes in; shifts and breaks are not in it")),
        ),
        Table(columns, rows, style),
        Message(
            QT_TRANSLATE_NOOP("charts", "Most are needed at {hour}:00: {most} on the busiest weekday."),
            hour=f"{busiest:02}",
            most=most,
        ),
        tuple(float(hour) for hour in range(24)),
        size=options.size,
    )


def within_table(within: Sequence[Within], style: Style) -> Table:
    """Shares answered and resolved within each limit, with n."""
    steps = tuple(dict.fromkeys(each.step for each in within))
    columns = [Column(_TEXTS["within"], role="label")]
    for step in steps:
        columns += [
            Column(_TEXTS["response" if step == RESPONSE else "resolution"], "share"),
            Column("n", "count", "n"),
        ]
    found = {(each.step, each.hours): each for each in within}
    rows: list[tuple[Datum, ...]] = []
    for limit in dict.fromkeys(each.hours for each in within):
        cells: list[Datum] = [_limit(limit, style)]
        for step in steps:
            each = found[step, limit]
            cells += [each.share, float(each.n)]
        rows.append(tuple(cells))
    return Table(tuple(columns), tuple(rows), style)


def _limit(hours: float, style: Style) -> str:
    value, kind = (hours / 24, "days") if hours > 24 else (hours, "hours")
    return format_value(value, kind, style.exact())


def tags_table(tags: Sequence[Pooled], style: Style) -> Table:
    """Tickets by tag with their share, the total last."""
    total = sum(each.value for each in tags)
    columns = (
        Column(_TEXTS["tag"], role="label"),
        Column(_TEXTS["tickets"], "count"),
        Column(_TEXTS["share"], "share"),
    )
    rows: list[tuple[Datum, ...]] = [(_tag(each), each.value, each.value / total) for each in tags]
    return Table(columns, (*rows, (_TEXTS["total"], total, 1.0)), style)


def _tag(each: Pooled) -> Text:
    return _TEXTS["unknown"] if each.segment in (None, NO_ATTRIBUTE_VALUE) else str(each.segment)
