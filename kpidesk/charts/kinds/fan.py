"""The month path of a what-if with drivers in ranges: the median and where 80 and 50 of 100 draws go."""

from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Area, Column, Datum, Figure, KeyEntry, Line, Mark, Point, Rule, Table, Text
from kpidesk.charts.labels import axis_kind, extent, profile_words
from kpidesk.charts.scales import time_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array

_PERCENTILES = (10, 25, 50, 75, 90)


@dataclass(frozen=True, slots=True, eq=False)
class FanView:
    """One KPI over time: history, then percentiles 10, 25, 50, 75, 90 of its draws, an array (5, months)."""

    name: str
    kind: str
    history: tuple[Period, ...]
    past: Array
    periods: tuple[Period, ...]
    fan: Array
    changes: tuple[Text, ...] = ()
    profile: str = "kpidesk"


def build_fan(view: FanView, style: Style, options: FigureOptions) -> Figure:
    """History in ink, the fan in violet: a wide pale band, a narrow one, and the median."""
    now, periods = len(view.history) - 1, (*view.history, *view.periods)
    last = float(view.past[-1])
    xs = tuple(float(now + i) for i in range(len(view.periods) + 1))
    low, near, middle, far, high = ((last, *map(float, row)) for row in view.fan)
    marks: list[Mark] = [
        Area(xs, low, high, "scenario", 0.14),
        Area(xs, near, far, "scenario", 0.22),
        Rule("x", float(now), "line", label=_start(view, style)),
        Line(tuple(float(i) for i in range(now + 1)), tuple(map(float, view.past)), "ink2", 2.25),
        Line(xs, middle, "scenario", 2.5, label=format_value(middle[-1], view.kind, style), label_ink="scenario"),
    ]
    marks += [
        Point(xs[-1], row[-1], "scenario", 0.0, format_value(row[-1], view.kind, style), "left", "ink2")
        for row in (high, low)
    ]
    known = np.concatenate([view.past, view.fan.ravel()])
    known = known[np.isfinite(known)]
    return Figure(
        "fan",
        tuple(marks),
        time_axis(periods, style, options.size[0] - 140),
        value_axis(float(known.min()), float(known.max()), axis_kind(view.kind, style), style, room=0.03),
        Message(QT_TRANSLATE_NOOP("charts", "{kpi}, in ranges"), kpi=view.name),
        extent(periods, style),
        (
            KeyEntry("scenario", Message(QT_TRANSLATE_NOOP("charts", "Median")), "line"),
            KeyEntry("scenario", Message(QT_TRANSLATE_NOOP("charts", "50% of draws")), "block", 0.36),
            KeyEntry("scenario", Message(QT_TRANSLATE_NOOP("charts", "80%")), "block", 0.16),
        ),
        (*view.changes, profile_words(view.profile)),
        _table(view, periods, style),
        _sentence(view, style),
        tuple(float(i) for i in range(len(periods))),
        size=options.size,
    )


def _start(view: FanView, style: Style) -> Message:
    return Message(QT_TRANSLATE_NOOP("charts", "ahead from {period}"), period=format_period(view.history[-1], style))


def _table(view: FanView, periods: tuple[Period, ...], style: Style) -> Table:
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Period")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "History")), view.kind, ink="ink2"),
        *(Column(f"{share}%", view.kind, ink="scenario") for share in _PERCENTILES),
    )
    rows: list[tuple[Datum, ...]] = []
    for place, period in enumerate(periods):
        ahead = place - len(view.history)
        past = float(view.past[place]) if ahead < 0 else None
        rows.append((period, past, *(float(row[ahead]) if ahead >= 0 else None for row in view.fan)))
    return Table(columns, tuple(rows), style)


def _sentence(view: FanView, style: Style) -> Message:
    low, middle, high = (format_value(float(view.fan[row, -1]), view.kind, style) for row in (0, 2, 4))
    words = QT_TRANSLATE_NOOP("charts", "{name} in {period}: {middle}, in 80 of 100 draws {low} to {high}.")
    period = format_period(view.periods[-1], style)
    return Message(words, name=view.name, period=period, middle=middle, low=low, high=high)
