"""Bubbles: what something costs across, what it is worth upward, how much of it there is as the area."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpidesk.charts.figure import NO_SEGMENTS, Axis, Column, Datum, Figure, Line, Mark, Point, Segments, Table, Text
from kpidesk.charts.labels import AXIS_STARTS, axis_kind, money_in
from kpidesk.charts.palette import segment_inks
from kpidesk.charts.scales import value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

_LARGEST = 52.0
_SMALLEST = 8.0
_CROWDED = 0.35
_ABOVE = 1.2
"""So much higher than the highest, for its bubble and the names of the rays."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing: where it stands and how large it is."""

    name: str
    x: float
    y: float
    volume: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What a direction or the area stands for: its name and the kind of its numbers."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class BubbleView:
    """``rays`` are straight lines from the corner on which y ÷ x is so much, each with its name.

    ``by`` is the attribute whose segments are drawn.
    """

    bubbles: tuple[Bubble, ...]
    x: Measured
    y: Measured
    volume: Measured
    rays: tuple[tuple[float, Text], ...] = ()
    title: Text = ""
    footnote: tuple[Text, ...] = ()
    by: str = ""


def build_bubbles(view: BubbleView, style: Style, options: FigureOptions) -> Figure:
    """Area ∝ volume, the large ones behind; each named beside it, and said in a table."""
    known = [b for b in view.bubbles if all(math.isfinite(v) for v in (b.x, b.y, b.volume)) and b.volume > 0]
    if not known:
        nowhere, nothing = Axis(0.0, 1.0, ()), Message(QT_TRANSLATE_NOOP("charts", "No values in this range"))
        return Figure("bubble", (), nowhere, nowhere, view.title, summary=nothing, empty=nothing)
    x = _axis([b.x for b in known], view.x, style)
    y = _fitted(_axis([b.y for b in known], view.y, style), [b.y for b in known], style, view.y)
    names = [b.name for b in known]
    inks = dict(zip(names, segment_inks(names, dict(options.segment_inks)), strict=True))
    marks: list[Mark] = []
    for slope, words in view.rays:
        marks += _ray(slope, words, x, y)
    largest = max(b.volume for b in known)
    ordered = sorted(known, key=lambda b: -b.volume)
    sizes = [max(_SMALLEST, _LARGEST * math.sqrt(b.volume / largest)) for b in ordered]
    for bubble, size in zip(ordered, sizes, strict=True):
        marks.append(Point(bubble.x, bubble.y, inks[bubble.name], size, bubble.name, "right", opacity=0.72))
    marks.append(Point(x.high, y.low, "ink3", 0.0, view.x.name, "centre", "ink3"))
    rows = sorted(known, key=lambda b: b.x)
    area = Message(QT_TRANSLATE_NOOP("charts", "Area: {volume}"), volume=view.volume.name)
    return Figure(
        "bubble",
        tuple(marks),
        x,
        y,
        view.title,
        Message(QT_TRANSLATE_NOOP("charts", "{y} over {x}"), x=view.x.name, y=view.y.name),
        (),
        (area, *_cut(y, view.y, style), *_currency(view, style), *view.footnote),
        _table(rows, view, style),
        _sentence(known, view, style),
        tuple(b.x for b in rows),
        segments=Segments(view.by, tuple((b.name,) for b in rows)) if view.by else NO_SEGMENTS,
        size=options.size,
    )


def _axis(values: Sequence[float], measured: Measured, style: Style) -> Axis:
    """From zero, with room for half a bubble beyond the first and the last."""
    axis = value_axis(min(values), max(values), axis_kind(measured.kind, style), style)
    high = max(*(_ABOVE * value for value in values), 0.0) or axis.high
    low = min(*values, 0.0) - 0.06 * high
    return replace(axis, low=low, high=high, ticks=tuple(tick for tick in axis.ticks if low <= tick.at <= high))


def _fitted(axis: Axis, values: Sequence[float], style: Style, measured: Measured) -> Axis:
    """Where all stand in the upper part of the axis it begins below the lowest: nought is not what is compared."""
    low, high = min(values), max(values)
    if low <= _CROWDED * high:
        return axis
    spare = 0.35 * (high - low) or 0.1 * high
    whole = value_axis(low - spare, high + spare, axis_kind(measured.kind, style), style, from_zero=False)
    ticks = tuple(tick for tick in whole.ticks if tick.at <= high + spare)
    return replace(axis, low=whole.low, high=high + spare, ticks=ticks)


def _cut(axis: Axis, measured: Measured, style: Style) -> tuple[Text, ...]:
    """An axis that does not begin at nought says so."""
    if axis.low <= 0:
        return ()
    return (Message(AXIS_STARTS, value=format_value(axis.low, measured.kind, style)),)


def _currency(view: BubbleView, style: Style) -> tuple[Text, ...]:
    """Of which currency the axes are that leave it out."""
    is_unsaid = any(axis_kind(measured.kind, style) != measured.kind for measured in (view.x, view.y))
    return (money_in(style),) if is_unsaid and style.currency else ()


def _ray(slope: float, words: Text, x: Axis, y: Axis) -> list[Mark]:
    """The part of a ray within the plot, named where it leaves it."""
    end = min(x.high, y.high / slope)
    if end <= 0 or slope * end <= y.low:
        return []
    start = max(0.0, y.low / slope)
    line = Line((start, end), (slope * start, slope * end), "lineStrong", 1.0, "dashed")
    leaves_at_top = end < x.high
    at = 0.985 * end
    place = "left" if leaves_at_top else "above"
    return [line, Point(at, slope * at, "ink3", 0.0, words, place, "ink2")]


def _table(rows: Sequence[Bubble], view: BubbleView, style: Style) -> Table:
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Name")), role="label"),
        Column(view.x.name, view.x.kind),
        Column(view.y.name, view.y.kind),
        Column(view.volume.name, view.volume.kind),
    )
    lines: list[tuple[Datum, ...]] = [(b.name, b.x, b.y, b.volume) for b in rows]
    return Table(columns, tuple(lines), style)


def _sentence(known: Sequence[Bubble], view: BubbleView, style: Style) -> Message:
    """Who gives most for what it costs."""
    priced = [b for b in known if b.x > 0]
    best = max(priced or known, key=lambda b: b.y / b.x if b.x > 0 else b.y)
    words = QT_TRANSLATE_NOOP("charts", "{count} in all; {name} gives most for its cost: {x_name} {x}, {y_name} {y}.")
    return Message(
        words,
        count=len(known),
        name=best.name,
        x_name=view.x.name,
        x=format_value(best.x, view.x.kind, style),
        y_name=view.y.name,
        y=format_value(best.y, view.y.kind, style),
    )
