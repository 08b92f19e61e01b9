"""Several scenarios side by side, month by month: one KPI, a line for each, the baseline in grey."""

from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Column, Datum, Figure, KeyEntry, Line, Mark, Point, Rule, Table, Text
from kpidesk.charts.labels import axis_kind, extent, profile_words
from kpidesk.charts.scales import time_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array

INKS = (("scenario", "solid"), ("series.2", "solid"), ("series.3", "dashed"), ("series.4", "dotted"))
"""How lines are told apart: by colour, and from the third on by dash too."""
_BASELINE = Message(QT_TRANSLATE_NOOP("charts", "Baseline"))


@dataclass(frozen=True, slots=True, eq=False)
class ScenarioPath:
    """One scenario: its name, what it changes, and the KPI in each month."""

    name: Text
    values: Array
    changes: Text = ""


@dataclass(frozen=True, slots=True, eq=False)
class PathsView:
    """One KPI over time: history up to its last value, then the baseline and up to four scenarios."""

    name: str
    kind: str
    history: tuple[Period, ...]
    past: Array
    periods: tuple[Period, ...]
    baseline: Array
    scenarios: tuple[ScenarioPath, ...]
    profile: str = "kpidesk"


def build_paths(view: PathsView, style: Style, options: FigureOptions) -> Figure:
    """The foot says of each scenario what it changes."""
    now, periods = len(view.history) - 1, (*view.history, *view.periods)
    xs = tuple(float(now + i) for i in range(len(view.periods) + 1))
    last = float(view.past[-1])
    start = Message(QT_TRANSLATE_NOOP("charts", "what-if from {period}"), period=format_period(view.history[-1], style))
    marks: list[Mark] = [
        Rule("x", float(now), "line", label=start),
        Line(tuple(float(i) for i in range(now + 1)), tuple(map(float, view.past)), "ink2", 2.25),
    ]
    lines = [(view.baseline, "baseline", "dashed", 2.0)]
    lines += [(each.values, *INKS[place % 4], 2.5) for place, each in enumerate(view.scenarios)]
    for values, ink, dash, width in lines:
        ys = (last, *map(float, values))
        text = format_value(ys[-1], view.kind, style)
        marks += [Line(xs, ys, ink, width, dash, text, ink), Point(xs[-1], ys[-1], ink, 6.0)]
    known = np.concatenate([view.past, *(values for values, *_ in lines)])
    known = known[np.isfinite(known)]
    return Figure(
        "path",
        tuple(marks),
        time_axis(periods, style, options.size[0] - 140),
        value_axis(float(known.min()), float(known.max()), axis_kind(view.kind, style), style, room=0.03),
        Message(QT_TRANSLATE_NOOP("charts", "{kpi}, month by month"), kpi=view.name),
        extent(periods, style),
        (
            KeyEntry("baseline", _BASELINE, "dash"),
            *(
                KeyEntry(INKS[place % 4][0], each.name, "line" if INKS[place % 4][1] == "solid" else "dash")
                for place, each in enumerate(view.scenarios)
            ),
        ),
        (*_foot(view), profile_words(view.profile)),
        _table(view, style),
        _sentence(view, style),
        tuple(float(i) for i in range(len(periods))),
        size=options.size,
    )


def _foot(view: PathsView) -> tuple[Text, ...]:
    words = QT_TRANSLATE_NOOP("charts", "Scenario {scenario}: {changes}")
    return tuple(Message(words, scenario=each.name, changes=each.changes) for each in view.scenarios if each.changes)


def _table(view: PathsView, style: Style) -> Table:
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Period")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "History")), view.kind, ink="ink2"),
        Column(_BASELINE, view.kind, ink="baseline", dash="dashed"),
        *(
            Column(each.name, view.kind, ink=INKS[place % 4][0], dash=INKS[place % 4][1])
            for place, each in enumerate(view.scenarios)
        ),
    )
    lines = (view.baseline, *(each.values for each in view.scenarios))
    before: list[tuple[Datum, ...]] = [
        (period, float(value), *(None for _ in lines)) for period, value in zip(view.history, view.past, strict=True)
    ]
    after: list[tuple[Datum, ...]] = [
        (period, None, *(float(line[month]) for line in lines)) for month, period in enumerate(view.periods)
    ]
    return Table(columns, (*before, *after), style)


def _sentence(view: PathsView, style: Style) -> Message:
    period = format_period(view.periods[-1], style)
    base = format_value(float(view.baseline[-1]), view.kind, style)
    ends = [(each.name, float(each.values[-1])) for each in view.scenarios]
    if not ends:
        words = QT_TRANSLATE_NOOP("charts", "{name} in {period}: {base} if every month is like the last.")
        return Message(words, name=view.name, period=period, base=base)
    name, value = max(ends, key=lambda each: each[1])
    return Message(
        QT_TRANSLATE_NOOP("charts", "{name} in {period}: most in {scenario}, {value}; baseline {base}."),
        name=view.name,
        period=period,
        scenario=name,
        value=format_value(value, view.kind, style),
        base=base,
    )
