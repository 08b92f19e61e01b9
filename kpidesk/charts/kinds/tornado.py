"""Tornado: how far each driver, moved alone, moves a KPI; the widest on top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpidesk.charts.figure import Axis, Bar, Column, Datum, Figure, KeyEntry, Mark, Point, Rule, Table, Text, Tick
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import category_axis, nice_ticks, tick_texts
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_change, format_value, in_a_sentence
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """A driver, and the KPI when the driver alone is lower and when it is higher; None where it has no value then."""

    name: str
    low: float | None
    high: float | None


_LEAST_ROWS = 4
_LETTER, _NAMES = 6.5, 150.0
"""How wide a letter of a label is at most, and how wide the names at the left are about, in pixels."""


@dataclass(frozen=True, slots=True)
class TornadoView:
    """One KPI at its baseline and what moves it.

    ``step`` is the relative move of each driver (0.2 for ±20%), None where each moves as far as it was of late.
    """

    name: str
    kind: str
    baseline: float
    bars: tuple[TornadoBar, ...]
    step: float | None = 0.2
    footnote: tuple[Text, ...] = ()


def build_tornado(view: TornadoView, style: Style, options: FigureOptions) -> Figure:
    """Grey is the driver lower, violet the driver higher: both are suppositions, the centre is what is."""
    bars = sorted(view.bars, key=lambda bar: -_span(bar, view.baseline))
    ends = [end for bar in bars for end in (bar.low, bar.high) if end is not None]
    low, high = min([*ends, view.baseline]), max([*ends, view.baseline])
    if high == low:
        low, high = low - 0.5, high + 0.5
    marks: list[Mark] = []
    for i, bar in enumerate(bars):
        marks += _pair(bar, float(i), view, style)
    marks.append(Rule("x", view.baseline, "lineStrong"))
    lower, higher = _ends_of(view, style)
    key = (KeyEntry("baseline", lower, "block"), KeyEntry("scenario", higher, "block"))
    return Figure(
        "tornado",
        tuple(marks),
        _axis(low, high, view, style, _room(marks, options)),
        _rows(bars),
        Message(QT_TRANSLATE_NOOP("charts", "What moves {kpi} most"), kpi=in_a_sentence(view.name)),
        "",
        key,
        view.footnote,
        _table(bars, view, style),
        _sentence(bars, view, style),
        size=options.size,
        facts={"baseline": repr(view.baseline)},
    )


def _pair(bar: TornadoBar, at: float, view: TornadoView, style: Style) -> list[Mark]:
    """The two bars of a driver, or the words that it moves nothing."""
    if _span(bar, view.baseline) <= 1e-9 * max(1.0, abs(view.baseline)):
        words = Message(QT_TRANSLATE_NOOP("charts", "no effect"))
        return [Point(view.baseline, at, "ink3", 0.0, words, "right", "ink2")]
    marks: list[Mark] = []
    for end, ink in ((bar.low, "baseline"), (bar.high, "scenario")):
        if end is None:
            continue
        side = "right" if end >= view.baseline else "left"
        label = format_change(end - view.baseline, axis_kind(view.kind, style), style)
        x0, x1 = min(end, view.baseline), max(end, view.baseline)
        marks.append(Bar(x0, x1, at - 0.27, at + 0.27, ink, label=label, label_at=side))
    return marks


def _rows(bars: Sequence[TornadoBar]) -> Axis:
    """The drivers, the largest on top; one or two alone stand in the middle, no thicker than several."""
    axis = category_axis((Tick(float(i), bar.name) for i, bar in enumerate(bars)), is_reversed=True)
    spare = max(0.0, (_LEAST_ROWS - len(bars)) / 2)
    return replace(axis, low=axis.low - spare, high=axis.high + spare)


def _room(marks: Sequence[Mark], options: FigureOptions) -> float:
    """The share of the span that the longest label takes beside a bar."""
    letters = max((len(str(mark.label)) for mark in marks if isinstance(mark, Bar)), default=0)
    pixels = _LETTER * letters + 12
    return min(0.45, max(0.16, pixels / max(80.0, options.size[0] - _NAMES - 2 * pixels)))


def _axis(low: float, high: float, view: TornadoView, style: Style, share: float) -> Axis:
    """Round ticks and room for the labels at both ends."""
    room = share * (high - low)
    ticks = [t for t in nice_ticks(low, high) if low - room <= t <= high + room]
    texts = tick_texts(ticks, axis_kind(view.kind, style), style)
    marks = tuple(Tick(at, text) for at, text in zip(ticks, texts, strict=True))
    return Axis(low - room, high + room, marks, "value")


def _span(bar: TornadoBar, baseline: float) -> float:
    ends = [baseline, *(end for end in (bar.low, bar.high) if end is not None)]
    return max(ends) - min(ends)


def _ends_of(view: TornadoView, style: Style) -> tuple[Text, Text]:
    """What the two colours stand for."""
    if view.step is None:
        lower = Message(QT_TRANSLATE_NOOP("charts", "as low as of late"))
        return lower, Message(QT_TRANSLATE_NOOP("charts", "as high as of late"))
    step = format_value(view.step, "share", style.exact())
    return f"−{step}", f"+{step}"


def _table(bars: Sequence[TornadoBar], view: TornadoView, style: Style) -> Table:
    lower, higher = _ends_of(view, style)
    columns = (
        Column(Message(QT_TRANSLATE_NOOP("charts", "Driver")), role="label"),
        Column(lower, view.kind, ink="baseline"),
        Column(higher, view.kind, ink="scenario"),
    )
    rows: list[tuple[Datum, ...]] = [(bar.name, bar.low, bar.high) for bar in bars]
    return Table(columns, tuple(rows), style)


def _sentence(bars: Sequence[TornadoBar], view: TornadoView, style: Style) -> Message:
    value = format_value(view.baseline, view.kind, style)
    if not bars:
        words = QT_TRANSLATE_NOOP("charts", "{name} is {value}; nothing here moves it.")
        return Message(words, name=view.name, value=value)
    first = bars[0]
    words = QT_TRANSLATE_NOOP("charts", "{name} is {value}; {driver} moves it most, from {low} to {high}.")
    ends = sorted([view.baseline, *(end for end in (first.low, first.high) if end is not None)])
    low, high = (format_value(end, view.kind, style) for end in (ends[0], ends[-1]))
    return Message(words, name=view.name, value=value, driver=in_a_sentence(first.name), low=low, high=high)
