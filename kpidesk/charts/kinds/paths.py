"""Several scenarios side by side, month by month: one KPI, a line for each, the baseline in grey."""

from dataclasses import dataclass

from kpidesk.charts.figure import Column, Figure, KeyEntry, Line, Mark, Point, Table, Text
from kpidesk.charts.kinds.course import WHAT_IF, Course
from kpidesk.charts.labels import extent, profile_words
from kpidesk.charts.spec import FigureOptions
from kpidesk.charts.supposed import BASELINE, supposed_foot, supposed_key
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

INKS = (("scenario", "solid"), ("series.2", "solid"), ("series.3", "dashed"), ("series.4", "dotted"))
"""How lines are told apart: by colour, and from the third on by dash too."""


@dataclass(frozen=True, slots=True, eq=False)
class ScenarioPath:
    """One scenario: its name, what it changes, and the KPI in each month."""

    name: Text
    values: Array
    changes: Text = ""


@dataclass(frozen=True, slots=True, eq=False)
class PathsView(Course):
    """One KPI over time: history up to its last value, then the baseline and up to four scenarios."""

    baseline: Array
    scenarios: tuple[ScenarioPath, ...]
    profile: str = "kpidesk"

    @property
    def lines(self) -> tuple[Array, ...]:
        """The baseline, then each scenario."""
        return (self.baseline, *(each.values for each in self.scenarios))

    @property
    def looks(self) -> tuple[tuple[ScenarioPath, str, str], ...]:
        """Each scenario with its ink and dash."""
        return tuple((each, *INKS[place % len(INKS)]) for place, each in enumerate(self.scenarios))


def build_paths(view: PathsView, style: Style, options: FigureOptions) -> Figure:
    """The foot says of each scenario what it changes."""
    x, y = view.axes(view.lines, style, options)
    changes = (said for each in view.scenarios for said in supposed_foot(each.name, each.changes))
    return Figure(
        "path",
        _marks(view, style),
        x,
        y,
        Message(QT_TRANSLATE_NOOP("charts", "{kpi}, month by month"), kpi=view.name),
        extent(view.every_period, style),
        (
            *supposed_key(None),
            *(KeyEntry(ink, each.name, dash=dash) for each, ink, dash in view.looks),
        ),
        (*changes, profile_words(view.profile)),
        _table(view, style),
        _sentence(view, style),
        view.places,
        size=options.size,
    )


def _marks(view: PathsView, style: Style) -> tuple[Mark, ...]:
    xs = view.xs
    marks: list[Mark] = [view.start_rule(WHAT_IF, style), *view.history_line()]
    lines = [(view.baseline, "baseline", "dashed", 2.0)]
    lines += [(each.values, ink, dash, 2.5) for each, ink, dash in view.looks]
    for values, ink, dash, width in lines:
        ys = view.ahead(values)
        text = format_value(ys[-1], view.kind, style)
        marks += [
            Line(xs, ys, ink, width, dash, text, "ink2" if ink == "baseline" else ink),
            Point(xs[-1], ys[-1], ink, 6.0),
        ]
    return tuple(marks)


def _table(view: PathsView, style: Style) -> Table:
    columns = view.columns(
        Column(BASELINE, view.kind, ink="baseline", dash="dashed"),
        *(Column(each.name, view.kind, ink=ink, dash=dash) for each, ink, dash in view.looks),
    )
    return Table(columns, view.rows(view.lines), style)


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
