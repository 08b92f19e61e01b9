"""How often a KPI comes to each value in many draws; those that reach the goal stand out."""

from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Bar, Column, Datum, Figure, KeyEntry, Mark, Rule, Table, Text
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_range, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

_BINS = 40
_TAIL = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class HistogramView:
    """The values of one KPI in all draws, NaN where it has none; ``goal`` None: there is none to reach."""

    name: str
    kind: str
    values: Array
    goal: float | None = None
    is_at_least: bool = True
    centre: float | None = None
    footnote: tuple[Text, ...] = ()


def build_histogram(view: HistogramView, style: Style, options: FigureOptions) -> Figure:
    """Bars of shares of all draws; what lies far out is counted into the last bars."""
    known = view.values[np.isfinite(view.values)]
    if not known.size:
        nothing = Message(QT_TRANSLATE_NOOP("charts", "{kpi} has no value in any draw"), kpi=view.name)
        axis = value_axis(0.0, 1.0, "count", style)
        return Figure("histogram", (), axis, axis, view.name, summary=nothing, empty=nothing, size=options.size)
    low, high = np.percentile(known, (_TAIL, 100 - _TAIL)).tolist()
    if high <= low:
        low, high = low - 0.5, high + 0.5
    edges = _edges(low, high, view.goal)
    counts = np.histogram(np.clip(known, edges[0], edges[-1]), edges)[0] / view.values.size
    marks: list[Mark] = [
        Bar(left, right, 0.0, float(share), "scenario" if _reaches(view, left, right) else "baseline", 0.85)
        for left, right, share in zip(edges[:-1].tolist(), edges[1:].tolist(), counts, strict=True)
        if share
    ]
    if view.goal is not None and edges[0] <= view.goal <= edges[-1]:
        label = Message(QT_TRANSLATE_NOOP("charts", "goal {value}"), value=format_value(view.goal, view.kind, style))
        marks.append(Rule("x", view.goal, "ink1", 1.0, "dashed", label, "stop"))
    return Figure(
        "histogram",
        tuple(marks),
        value_axis(float(edges[0]), float(edges[-1]), axis_kind(view.kind, style), style, from_zero=False),
        value_axis(0.0, float(counts.max()), "share", style, room=0.12),
        _chance(view, style) or view.name,
        Message(QT_TRANSLATE_NOOP("charts", "{n} draws"), n=f"{view.values.size:,}"),
        _key(view),
        view.footnote,
        _table(view, edges, counts, style),
        _sentence(view, known, style),
        tuple(((edges[:-1] + edges[1:]) / 2).tolist()),
        size=options.size,
    )


def _edges(low: float, high: float, goal: float | None) -> Array:
    """Equal bins; where the goal is in sight, one of their edges stands on it."""
    width = (high - low) / _BINS
    if goal is None or not low < goal < high:
        return np.linspace(low, high, _BINS + 1)
    below, above = int(np.ceil((goal - low) / width)), int(np.ceil((high - goal) / width))
    return np.asarray(goal + width * np.arange(-below, above + 1))


def _reaches(view: HistogramView, left: float, right: float) -> bool:
    if view.goal is None:
        return True
    middle = (left + right) / 2
    return middle >= view.goal if view.is_at_least else middle <= view.goal


def _key(view: HistogramView) -> tuple[KeyEntry, ...]:
    if view.goal is None:
        return ()
    return (
        KeyEntry("scenario", Message(QT_TRANSLATE_NOOP("charts", "Reaches it")), "block"),
        KeyEntry("baseline", Message(QT_TRANSLATE_NOOP("charts", "Does not")), "block"),
    )


def _chance(view: HistogramView, style: Style) -> Message | None:
    if view.goal is None:
        return None
    reached = view.values >= view.goal if view.is_at_least else view.values <= view.goal
    share = format_value(round(float(np.count_nonzero(reached)) / view.values.size, 3), "share", style)
    goal = format_value(view.goal, view.kind, style)
    if view.is_at_least:
        words = QT_TRANSLATE_NOOP("charts", "{kpi} at least {goal} in {share} of draws")
    else:
        words = QT_TRANSLATE_NOOP("charts", "{kpi} at most {goal} in {share} of draws")
    return Message(words, kpi=view.name, goal=goal, share=share)


def _table(view: HistogramView, edges: Array, counts: Array, style: Style) -> Table:
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Value")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Share of draws")), "share"),
    )
    ranges = zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    rows: list[tuple[Datum, ...]] = [
        (format_range(left, right, view.kind, style), float(share))
        for (left, right), share in zip(ranges, counts, strict=True)
    ]
    return Table(columns, tuple(rows), style)


def _sentence(view: HistogramView, known: Array, style: Style) -> Message:
    low, middle, high = (
        format_value(float(value), view.kind, style) for value in np.percentile(known, (10, 50, 90)).tolist()
    )
    words = QT_TRANSLATE_NOOP("charts", "{name}: {middle}, in 80 of 100 draws {low} to {high}.")
    return Message(words, name=view.name, middle=middle, low=low, high=high)
