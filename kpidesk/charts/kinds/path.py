"""The month path of a what-if: what was, what would have been, what would be."""

import math
from dataclasses import dataclass

from kpidesk.charts.figure import Area, Column, Figure, KeyEntry, Line, Mark, Point, Table, Text
from kpidesk.charts.kinds.course import AHEAD, WHAT_IF, Course
from kpidesk.charts.labels import extent, profile_words
from kpidesk.charts.spec import FigureOptions
from kpidesk.charts.supposed import BASELINE, SCENARIO, supposed_foot, supposed_key
from kpidesk.core.formatting import Style, format_change, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array

_BAND = 0.18
"""More than elsewhere: its ink is grey."""


@dataclass(frozen=True, slots=True, eq=False)
class PathView(Course):
    """One KPI over time: history up to ``at`` (its last value), then baseline and scenario in ``periods`` behind it.

    ``scenario`` is None where nothing is supposed; ``low`` and ``high`` bound the baseline where a band is known.
    ``changes`` says what was changed, for the foot; ``begins`` from when on, None from the first month.
    """

    baseline: Array
    scenario: Array | None
    scenario_name: Text = SCENARIO
    changes: Text = ""
    low: Array | None = None
    high: Array | None = None
    profile: str = "kpidesk"
    notes: tuple[Text, ...] = ()
    begins: Period | None = None

    @property
    def lines(self) -> tuple[Array, ...]:
        """The baseline, then the scenario where there is one."""
        return (self.baseline,) if self.scenario is None else (self.baseline, self.scenario)


def build_path(view: PathView, style: Style, options: FigureOptions) -> Figure:
    """History in ink, baseline grey and dashed, scenario violet and thick; the rule says from when it is a what-if."""
    bounds = (each for each in (view.low, view.high) if each is not None)
    x, y = view.axes((*view.lines, *bounds), style, options)
    return Figure(
        "path",
        _marks(view, style),
        x,
        y,
        Message(QT_TRANSLATE_NOOP("charts", "{kpi}, month by month"), kpi=view.name),
        extent(view.every_period, style),
        _key(view),
        (*supposed_foot(view.scenario_name, view.changes), *view.notes, profile_words(view.profile)),
        _table(view, style),
        _sentence(view, style),
        view.places,
        size=options.size,
    )


def _marks(view: PathView, style: Style) -> tuple[Mark, ...]:
    xs = view.xs
    marks: list[Mark] = []
    if view.low is not None and view.high is not None:
        marks.append(Area(xs, view.ahead(view.low), view.ahead(view.high), "baseline", _BAND))
    marks.append(view.start_rule(AHEAD if view.scenario is None else WHAT_IF, style, view.begins))
    marks += view.history_line()
    looks = (("baseline", 2.0, "dashed", "ink2"), ("scenario", 2.5, "solid", "scenario"))
    for values, (ink, width, dash, ink_of_label) in zip(view.lines, looks, strict=False):
        ys = view.ahead(values)
        is_scenario = ink == "scenario"
        text = format_value(ys[-1], view.kind, style)
        marks.append(Line(xs, ys, ink, width, dash, text, ink_of_label, is_strong=is_scenario))
        if math.isfinite(ys[-1]):
            marks.append(Point(xs[-1], ys[-1], ink, 7.0 if is_scenario else 6.0))
    return tuple(marks)


def _key(view: PathView) -> tuple[KeyEntry, ...]:
    entries = supposed_key(None if view.scenario is None else view.scenario_name)
    if view.low is None:
        return entries
    return (*entries, KeyEntry("baseline", Message(QT_TRANSLATE_NOOP("charts", "80% band")), "block", _BAND))


def _table(view: PathView, style: Style) -> Table:
    ahead = [Column(BASELINE, view.kind, ink="baseline", dash="dashed")]
    if view.scenario is not None:
        ahead.append(Column(view.scenario_name, view.kind, ink="scenario"))
    lines = view.lines
    if view.low is not None and view.high is not None:
        ahead.append(Column(Message(QT_TRANSLATE_NOOP("charts", "Low")), view.kind, "level"))
        ahead.append(Column(Message(QT_TRANSLATE_NOOP("charts", "High")), view.kind, "level"))
        lines = (*lines, view.low, view.high)
    return Table(view.columns(*ahead), view.rows(lines, joins=True), style)


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
