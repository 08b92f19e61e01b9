"""The month path of a what-if: what was, what would have been, what would be."""

import math
from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Area, Column, Datum, Figure, KeyEntry, Line, Mark, Point, Rule, Table, Text
from kpidesk.charts.labels import axis_kind, extent, profile_words
from kpidesk.charts.scales import time_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_change, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array

_BASELINE = Message(QT_TRANSLATE_NOOP("charts", "Baseline"))
_SCENARIO = Message(QT_TRANSLATE_NOOP("charts", "Scenario"))
_WHAT_IF = QT_TRANSLATE_NOOP("charts", "what-if from {period}")
_AHEAD = QT_TRANSLATE_NOOP("charts", "ahead from {period}")


@dataclass(frozen=True, slots=True, eq=False)
class PathView:
    """One KPI over time: history up to ``at`` (its last value), then baseline and scenario in ``periods`` behind it.

    ``scenario`` is None where nothing is supposed; ``low`` and ``high`` bound the baseline where a band is known.
    ``changes`` says what was changed, for the foot.
    """

    name: str
    kind: str
    history: tuple[Period, ...]
    past: Array
    periods: tuple[Period, ...]
    baseline: Array
    scenario: Array | None
    scenario_name: Text = _SCENARIO
    changes: Text = ""
    low: Array | None = None
    high: Array | None = None
    profile: str = "kpidesk"
    notes: tuple[Text, ...] = ()


def build_path(view: PathView, style: Style, options: FigureOptions) -> Figure:
    """History in ink, baseline grey and dashed, scenario violet and thick; the rule says from when it is a what-if."""
    now = len(view.history) - 1
    periods = (*view.history, *view.periods)
    known = np.concatenate(
        [view.past, view.baseline, *(a for a in (view.scenario, view.low, view.high) if a is not None)]
    )
    known = known[np.isfinite(known)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    return Figure(
        "path",
        _marks(view, now, style),
        time_axis(periods, style, options.size[0] - 140),
        value_axis(low, high, axis_kind(view.kind, style), style, room=0.03),
        Message(QT_TRANSLATE_NOOP("charts", "{kpi}, month by month"), kpi=view.name),
        extent(periods, style),
        _key(view),
        _foot(view),
        _table(view, periods, style),
        _sentence(view, style),
        tuple(float(i) for i in range(len(periods))),
        size=options.size,
    )


def _marks(view: PathView, now: int, style: Style) -> tuple[Mark, ...]:
    last = float(view.past[-1]) if view.past.size else math.nan
    xs = tuple(float(now + i) for i in range(len(view.periods) + 1))
    marks: list[Mark] = []
    if view.low is not None and view.high is not None:
        lows, highs = (last, *map(float, view.low)), (last, *map(float, view.high))
        marks.append(Area(xs, lows, highs, "baseline", 0.18))
    start = Message(_AHEAD if view.scenario is None else _WHAT_IF, period=_start(view, style))
    marks.append(Rule("x", float(now), "line", label=start, label_at="start"))
    if now >= 0:
        marks.append(Line(tuple(float(i) for i in range(now + 1)), tuple(map(float, view.past)), "ink2", 2.25))
    kind = view.kind
    for values, ink, width, dash, ink_of_label in (
        (view.baseline, "baseline", 2.0, "dashed", "ink2"),
        (view.scenario, "scenario", 2.5, "solid", "scenario"),
    ):
        if values is None:
            continue
        ys = (last, *map(float, values))
        is_scenario = ink == "scenario"
        text = format_value(ys[-1], kind, style)
        marks.append(Line(xs, ys, ink, width, dash, text, ink_of_label, is_strong=is_scenario))
        if math.isfinite(ys[-1]):
            marks.append(Point(xs[-1], ys[-1], ink, 7.0 if is_scenario else 6.0))
    return tuple(marks)


def _start(view: PathView, style: Style) -> str:
    return format_period(view.history[-1] if view.history else view.periods[0], style)


def _key(view: PathView) -> tuple[KeyEntry, ...]:
    entries = [KeyEntry("baseline", _BASELINE, "dash")]
    if view.scenario is not None:
        entries.append(KeyEntry("scenario", view.scenario_name, "line"))
    if view.low is not None:
        entries.append(KeyEntry("baseline", Message(QT_TRANSLATE_NOOP("charts", "80% band")), "block", 0.28))
    return tuple(entries)


def _foot(view: PathView) -> tuple[Text, ...]:
    parts: list[Text] = []
    if view.changes:
        words = QT_TRANSLATE_NOOP("charts", "Scenario {scenario}: {changes}")
        parts.append(Message(words, scenario=view.scenario_name, changes=view.changes))
    return (*parts, *view.notes, profile_words(view.profile))


def _table(view: PathView, periods: tuple[Period, ...], style: Style) -> Table:
    columns = [
        Column(Message(QT_TRANSLATE_NOOP("charts", "Period")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "History")), view.kind, ink="ink2"),
        Column(_BASELINE, view.kind, ink="baseline", dash="dashed"),
    ]
    lines = [view.baseline]
    if view.scenario is not None:
        columns.append(Column(view.scenario_name, view.kind, ink="scenario"))
        lines.append(view.scenario)
    rows: list[tuple[Datum, ...]] = []
    now = len(view.history) - 1
    for i, period in enumerate(periods):
        past = float(view.past[i]) if i <= now else None
        ahead = i - now - 1
        values = [float(line[ahead]) if ahead >= 0 else past if i == now else None for line in lines]
        rows.append((period, past, *values))
    return Table(tuple(columns), tuple(rows), style)


def _sentence(view: PathView, style: Style) -> Message:
    if not view.periods:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=view.name)
    base, period = float(view.baseline[-1]), format_period(view.periods[-1], style)
    if view.scenario is None:
        words = QT_TRANSLATE_NOOP("charts", "{name} in {period}: {base} if every month is like the last.")
        return Message(words, name=view.name, period=period, base=format_value(base, view.kind, style))
    would = float(view.scenario[-1])
    return Message(
        QT_TRANSLATE_NOOP("charts", "{name} in {period}: {scenario} would be {value}, baseline {base} ({change})."),
        name=view.name,
        period=period,
        scenario=view.scenario_name,
        value=format_value(would, view.kind, style),
        base=format_value(base, view.kind, style),
        change=format_change(would - base, view.kind, style),
    )
