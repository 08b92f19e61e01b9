"""The month path of a what-if with drivers in ranges: the median and where 80 and 50 of 100 draws go."""

from dataclasses import dataclass

from kpidesk.charts.figure import BAND, Area, Column, Figure, KeyEntry, Line, Mark, Point, Table, Text
from kpidesk.charts.kinds.course import AHEAD, Course
from kpidesk.charts.labels import extent, profile_words
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

_PERCENTILES = (10, 25, 50, 75, 90)
_INNER = 0.22
_MEDIAN = Message(QT_TRANSLATE_NOOP("charts", "Median"))


@dataclass(frozen=True, slots=True, eq=False)
class FanView(Course):
    """One KPI over time: history, then percentiles 10, 25, 50, 75, 90 of its draws, an array (5, months)."""

    fan: Array
    changes: tuple[Text, ...] = ()
    profile: str = "kpidesk"


def build_fan(view: FanView, style: Style, options: FigureOptions) -> Figure:
    """History in ink, the fan in violet: a wide pale band, a narrow one, and the median."""
    x, y = view.axes((view.fan,), style, options)
    return Figure(
        "fan",
        _marks(view, style),
        x,
        y,
        Message(QT_TRANSLATE_NOOP("charts", "{kpi}, in ranges"), kpi=view.name),
        extent(view.every_period, style),
        (
            KeyEntry("scenario", _MEDIAN, "line"),
            KeyEntry("scenario", Message(QT_TRANSLATE_NOOP("charts", "50% of draws")), "block", _INNER, under=BAND),
            KeyEntry("scenario", Message(QT_TRANSLATE_NOOP("charts", "80%")), "block", BAND),
        ),
        (*view.changes, profile_words(view.profile)),
        _table(view, style),
        _sentence(view, style),
        view.places,
        size=options.size,
    )


def _marks(view: FanView, style: Style) -> tuple[Mark, ...]:
    xs = view.xs
    low, near, middle, far, high = (view.ahead(row) for row in view.fan)
    text = format_value(middle[-1], view.kind, style)
    ends = (
        Point(xs[-1], row[-1], "scenario", 0.0, format_value(row[-1], view.kind, style), side, "ink2")
        for row, side in ((high, "above"), (low, "below"))
    )
    return (
        Area(xs, low, high, "scenario"),
        Area(xs, near, far, "scenario", _INNER),
        view.start_rule(AHEAD, style),
        *view.history_line(),
        Line(xs, middle, "scenario", 2.5, label=text, label_ink="scenario"),
        *ends,
    )


def _table(view: FanView, style: Style) -> Table:
    heads = (_MEDIAN if share == 50 else f"{share}%" for share in _PERCENTILES)
    ahead = (Column(head, view.kind, ink="scenario") for head in heads)
    return Table(view.columns(*ahead), view.rows(view.fan), style)


def _sentence(view: FanView, style: Style) -> Message:
    low, middle, high = (format_value(float(view.fan[row, -1]), view.kind, style) for row in (0, 2, 4))
    words = QT_TRANSLATE_NOOP("charts", "{name} in {period}: {middle}, in 80 of 100 draws {low} to {high}.")
    period = format_period(view.periods[-1], style)
    return Message(words, name=view.name, period=period, middle=middle, low=low, high=high)
