"""Bridges: from a start over signed movements to an end, and proof that they add up."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.charts.figure import Bar, Column, Datum, Figure, Mark, Rule, Table, Text, Tick
from kpidesk.charts.labels import AXIS_STARTS, axis_kind, footnote
from kpidesk.charts.scales import category_axis, cut_axis, value_axis
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.charts.traces import total
from kpidesk.core.decimals import in_one_precision
from kpidesk.core.formatting import Style, axis_scale, format_change, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame

_SHORT = {
    "new_mrr": QT_TRANSLATE_NOOP("charts", "New"),
    "expansion_mrr": QT_TRANSLATE_NOOP("charts", "Expansion"),
    "reactivation_mrr": QT_TRANSLATE_NOOP("charts", "Reactivation"),
    "contraction_mrr": QT_TRANSLATE_NOOP("charts", "Contraction"),
    "churned_mrr": QT_TRANSLATE_NOOP("charts", "Churn"),
}
_SHORTEST = {
    "expansion_mrr": Message(QT_TRANSLATE_NOOP("charts", "Expan.")),
    "reactivation_mrr": Message(QT_TRANSLATE_NOOP("charts", "React.")),
    "contraction_mrr": Message(QT_TRANSLATE_NOOP("charts", "Contr.")),
}
MOVEMENTS = tuple(MetricName(name) for name in _SHORT)
"""The movements of recurring revenue in the order of a bridge."""


SOFT = 0.85
"""Opacity of good and bad bars: so wide, they would be loud on a dark surface."""

OPENING = Message(QT_TRANSLATE_NOOP("charts", "Opening"))
CLOSING = Message(QT_TRANSLATE_NOOP("charts", "Closing"))
"""What stands under the first and the last bar of a bridge."""

_OTHER = Message(QT_TRANSLATE_NOOP("charts", "Other"))
_ROUNDING = (0.05, 1e-5)
"""How far the end may be from start + movements for rounding alone: an amount, and a part of the ends."""

_SHORT_ENDS: dict[Text, Message] = {
    OPENING: Message(QT_TRANSLATE_NOOP("charts", "Open.")),
    CLOSING: Message(QT_TRANSLATE_NOOP("charts", "Clos.")),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A movement with its signed amount; ``good`` says which sign is good ("up", "down", "none").

    ``short`` stands for its name under a narrow bar.
    """

    name: Text
    change: float
    good: str = "up"
    short: Text = ""


@dataclass(frozen=True, slots=True)
class Bridge:
    """What a waterfall shows: where it starts, how it moves. The end is start + movements."""

    start: float
    steps: tuple[Step, ...]
    kind: str
    title: Text = ""
    subtitle: Text = ""
    start_name: Text = OPENING
    end_name: Text = CLOSING
    footnote: tuple[Text, ...] = ()

    @property
    def end(self) -> float:
        return self.start + sum(step.change for step in self.steps)


def build_waterfall(
    spec: ChartSpec, frame: ResultFrame, catalogue: Catalogue, style: Style, options: FigureOptions
) -> Figure | None:
    """The MRR movements of the last ended period (or ``options.at``); None where the frame does not hold them."""
    at = frame.last_complete if options.at is None else frame.column(options.at)
    names = [name for name in MOVEMENTS if name in frame.series and frame.series[name].is_computable]
    if at is None or "mrr" not in frame.series or not names:
        return None
    row, mrr = total(frame), catalogue.get("mrr")
    changes = {name: float(frame.series[name].values[row, at]) for name in names}
    changes = {name: change for name, change in changes.items() if np.isfinite(change)}
    end = float(frame.series[mrr.name].values[row, at])
    if not changes or not np.isfinite(end):
        return None
    before = float(frame.series[mrr.name].values[row, at - 1]) if at else float("nan")
    start = before if np.isfinite(before) else end - sum(changes.values())
    steps = [Step(Message(_SHORT[name]), change, short=_SHORTEST.get(name, "")) for name, change in changes.items()]
    bridge = Bridge(
        start,
        (*steps, *_other(start, steps, end)),
        mrr.unit.kind,
        spec.title or Message(QT_TRANSLATE_NOOP("charts", "{kpi} movements"), kpi=mrr.label(style.language)),
        format_period(frame.periods[at], style),
        footnote=footnote(frame.spanning((frame.periods[at],)), (mrr,), style, scenario=options.scenario)[1:],
    )
    return build_bridge(bridge, style, options)


def _other(start: float, steps: Sequence[Step], end: float) -> tuple[Step, ...]:
    """What leads to the known end beside the movements: exchange rates, or a movement that is not known."""
    rest = end - start - sum(step.change for step in steps)
    least, part = _ROUNDING
    is_rounding = abs(rest) <= max(least, part * max(abs(start), abs(end)))
    return () if is_rounding else (Step(_OTHER, rest, "none"),)


def build_bridge(bridge: Bridge, style: Style, options: FigureOptions) -> Figure:
    """Any bridge; the axis is cut where the start would dwarf the movements, and the foot says so."""
    levels = [bridge.start]
    for step in bridge.steps:
        levels.append(levels[-1] + step.change)
    low, high = min(levels), max(levels)
    kind = axis_kind(bridge.kind, style)
    moves = [abs(step.change) for step in bridge.steps if step.change] or [high]
    is_scaled = kind in ("money", "count") and max(moves) >= 1e3
    one_unit = _in_one_unit(moves, high, style) if is_scaled else style
    together = in_one_precision([levels[0], levels[-1], *(step.change for step in bridge.steps)], kind, one_unit)
    is_cut = low > 0 and (high - low) < 0.45 * high
    y = cut_axis(low, high, kind, style) if is_cut else value_axis(low, high, kind, style, room=0.08)
    ends = [(name, _SHORT_ENDS.get(name, "")) for name in (bridge.start_name, bridge.end_name)]
    names = (ends[0], *((step.name, step.short) for step in bridge.steps), ends[1])
    return Figure(
        "waterfall",
        _marks(bridge, levels, y.low if is_cut else 0.0, kind, together),
        category_axis(Tick(float(i), name, short=short) for i, (name, short) in enumerate(names)),
        y,
        bridge.title,
        bridge.subtitle,
        (),
        (*_notes(bridge, y.low, style, is_cut=is_cut), *bridge.footnote),
        _table(bridge, style),
        _sentence(bridge, style),
        tuple(float(i) for i in range(len(names))),
        size=options.size,
        facts={"axis_low": repr(y.low)} if is_cut else {},
    )


def _in_one_unit(moves: Sequence[float], highest: float, style: Style) -> Style:
    """All figures in thousands, or in 万, with the decimals that the widest movement needs.

    In the larger unit of the ends, as cards write them, where none of the movements is lost in it.
    """
    widest, larger = max(moves), axis_scale(highest, style)
    scale = larger if min(moves) >= 0.01 * larger else axis_scale(widest, style)
    return replace(style, scale=scale, decimals=1 if widest >= 10 * scale else 2)


def _marks(bridge: Bridge, levels: Sequence[float], foot: float, kind: str, style: Style) -> tuple[Mark, ...]:
    """Grey ends, good and bad movements, and the connectors between them."""
    marks: list[Mark] = []
    last = len(levels)
    for at, value in ((0, levels[0]), (last, levels[-1])):
        low, high = min(foot, value), max(foot, value)
        side = "below" if value < 0 else "above"
        label = format_value(value, kind, style)
        marks.append(Bar(at - 0.29, at + 0.29, low, high, "baseline", label=label, label_at=side))
    for i, (step, (before, after)) in enumerate(zip(bridge.steps, itertools.pairwise(levels), strict=True), start=1):
        low, high = min(before, after), max(before, after)
        label = format_change(step.change, kind, style)
        marks.append(Bar(i - 0.29, i + 0.29, low, high, _ink(step), SOFT, label=label))
    for i, level in enumerate(levels):
        marks.append(Rule("y", level, "lineStrong", start=i + 0.29, stop=i + 1 - 0.29))
    return tuple(marks)


def _ink(step: Step) -> str:
    if not step.change:
        return "lineStrong"  # as the connectors beside it
    if step.good == "none":
        return "baseline"
    return "good" if (step.change >= 0) == (step.good == "up") else "bad"


def _notes(bridge: Bridge, foot: float, style: Style, *, is_cut: bool) -> tuple[Text, ...]:
    if not is_cut:
        return ()
    start = format_value(foot, bridge.kind, style)
    if bridge.kind == "ratio":  # its one digit would round the foot away from where it is
        start = format_value(foot, bridge.kind, style.exact())
    return (Message(AXIS_STARTS, value=start),)


def _table(bridge: Bridge, style: Style) -> Table:
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Step")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Amount")), bridge.kind),
    )
    steps: list[tuple[Datum, ...]] = [(step.name, step.change) for step in bridge.steps]
    return Table(columns, ((bridge.start_name, bridge.start), *steps, (bridge.end_name, bridge.end)), style)


def _sentence(bridge: Bridge, style: Style) -> Message:
    largest = max(bridge.steps, key=lambda step: abs(step.change))
    return Message(
        QT_TRANSLATE_NOOP("charts", "From {start} to {end} ({change}); the largest movement is {name} with {amount}."),
        start=format_value(bridge.start, bridge.kind, style),
        end=format_value(bridge.end, bridge.kind, style),
        change=format_change(bridge.end - bridge.start, bridge.kind, style),
        name=largest.name,
        amount=format_change(largest.change, bridge.kind, style),
    )
