"""One figure by group, each with the interval that it may as well have: dots on a common axis."""

from dataclasses import dataclass, replace

from kpidesk.charts.figure import Axis, Column, Datum, Figure, Line, Mark, Point, Rule, Table, Text, Tick
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import category_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.decimals import column_texts, in_one_precision
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

_FEW = 30
_ABOVE = 0.8
"""Rows of room above the first for its number."""
_LOWEST_ROW, _FOOT = 32.0, 24.0
"""Pixels that a row needs for a number above its dot to be nearest to that dot, and that the axis below takes."""
_NAMES, _DIGIT, _DOT = 160.0, 7.0, 9.0
"""Pixels that the names take, a digit and a dot."""
_WIDER = 1.3
"""The room of a number takes more of an axis that has been begun earlier for it."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group with its value, how many it is based on, and the ends of its interval where they are known."""

    name: Text
    value: float
    n: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class IntervalView:
    """The groups from top to bottom; ``whole`` is drawn as a line through all of them."""

    name: str
    kind: str
    groups: tuple[Group, ...]
    whole: float | None = None
    by: str = ""
    footnote: tuple[Text, ...] = ()


def build_intervals(view: IntervalView, style: Style, options: FigureOptions) -> Figure:
    """A dot and its 95% interval by group, n beside the name; few answers are drawn in grey."""
    ends = [v for g in view.groups for v in (g.value, g.low, g.high) if v is not None]
    if not ends:
        nowhere, nothing = Axis(0.0, 1.0, ()), Message(QT_TRANSLATE_NOOP("charts", "No values in this range"))
        return Figure("intervals", (), nowhere, nowhere, view.name, summary=nothing, empty=nothing)
    whole = [view.whole] if view.whole is not None else []
    x = value_axis(min(*ends, *whole), max(*ends, *whole), axis_kind(view.kind, style), style, from_zero=False)
    marks: list[Mark] = []
    if view.whole is not None:
        marks.append(Rule("x", view.whole, "lineStrong", dash="dashed", width=1.0))
    labels = in_one_precision([group.value for group in view.groups], view.kind, style)
    has_room = (options.size[1] - _FOOT) / (len(view.groups) + _ABOVE) >= _LOWEST_ROW
    if not has_room:
        x = _with_room(x, view, labels, options.size[0])
    for at, group in enumerate(view.groups):
        ink = "series.1" if group.n >= _FEW else "baseline"
        if group.low is not None and group.high is not None:
            marks.append(Line((group.low, group.high), (float(at), float(at)), ink, 3.0))
        label = format_value(group.value, view.kind, labels)
        if has_room:
            marks.append(Point(group.value, float(at), ink, _DOT, label, "above"))
        else:
            marks.append(Point(group.value, float(at), ink, _DOT))
            low, high = _ends(group, x, options.size[0])
            needed = _needed(label, x, options.size[0])
            is_left = _hindrances(low - needed, low, x, view.whole) < _hindrances(high, high + needed, x, view.whole)
            end, side = (low, "left") if is_left else (high, "right")
            marks.append(Point(end, float(at), ink, 0, label, side))
    sizes = [group.n for group in view.groups]
    counts = column_texts([*sizes, sum(sizes)], "count", style)  # written as in a table with their total
    ticks = (Tick(float(i), g.name, f"n {n}") for i, (g, n) in enumerate(zip(view.groups, counts, strict=False)))
    return Figure(
        "intervals",
        tuple(marks),
        x,
        replace(category_axis(ticks, is_reversed=True), low=-_ABOVE),
        view.name,
        Message(QT_TRANSLATE_NOOP("charts", "with 95% intervals")),
        (),
        (*_whole(view, style), *_few(view), *view.footnote),
        _table(view, style),
        _sentence(view, style),
        size=options.size,
    )


def _with_room(x: Axis, view: IntervalView, labels: Style, width: int) -> Axis:
    """The axis, begun early enough for a number left of each interval that has no room on its right."""
    low = x.low
    for group in view.groups:
        start, end = _ends(group, x, width)
        needed = _needed(format_value(group.value, view.kind, labels), x, width)
        if _hindrances(end, end + needed, x, view.whole):
            low = min(low, start - _WIDER * needed)
    return replace(x, low=low)


def _ends(group: Group, x: Axis, width: int) -> tuple[float, float]:
    """From where to where its interval reaches, and at least its dot."""
    half = _DOT / 2 * _pixel(x, width)
    low, high = group.value - half, group.value + half
    return low if group.low is None else min(low, group.low), high if group.high is None else max(high, group.high)


def _needed(label: str, x: Axis, width: int) -> float:
    """How much of the axis a number takes."""
    return _DIGIT * (len(label) + 3) * _pixel(x, width)


def _pixel(x: Axis, width: int) -> float:
    """How much of the axis a pixel is."""
    return (x.high - x.low) / max(1.0, width - _NAMES)


def _hindrances(low: float, high: float, x: Axis, whole: float | None) -> int:
    """2 where the axis does not reach so far, and 1 where the line through all groups runs in between."""
    return 2 * (low < x.low or high > x.high) + (whole is not None and low < whole < high)


def _whole(view: IntervalView, style: Style) -> tuple[Text, ...]:
    """What the line through all groups is."""
    if view.whole is None:
        return ()
    value = format_value(view.whole, view.kind, style)
    return (Message(QT_TRANSLATE_NOOP("charts", "Dashed: all together, {value}"), value=value),)


def _few(view: IntervalView) -> tuple[Text, ...]:
    """What it means that a group is grey."""
    if all(group.n >= _FEW for group in view.groups):
        return ()
    return (Message(QT_TRANSLATE_NOOP("charts", "Grey: n below {n}"), n=_FEW),)


def _table(view: IntervalView, style: Style) -> Table:
    columns = (
        Column(view.by, role="label"),
        Column(view.name, view.kind, ink="series.1"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "Low")), view.kind, "low"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "High")), view.kind, "high"),
        Column("n", "count", "n"),
    )
    rows: list[tuple[Datum, ...]] = [(g.name, g.value, g.low, g.high, g.n) for g in view.groups]
    return Table(columns, tuple(rows), style)


def _sentence(view: IntervalView, style: Style) -> Message:
    best, worst = max(view.groups, key=lambda g: g.value), min(view.groups, key=lambda g: g.value)
    said = {
        "name": view.name,
        "first": best.name,
        "high": format_value(best.value, view.kind, style),
        "last": worst.name,
        "low": format_value(worst.value, view.kind, style),
    }
    return Message(QT_TRANSLATE_NOOP("charts", "{name}: highest {first} {high}, lowest {last} {low}."), **said)
