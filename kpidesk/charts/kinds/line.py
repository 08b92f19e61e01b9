"""Lines over periods: intervals, a comparison, a target, and the running period as what it is: not finished."""

import numpy as np

from kpidesk.charts.figure import BAND, Area, Figure, KeyEntry, Line, Mark, Point, Rule, Text
from kpidesk.charts.labels import AXIS_CUT, axis_kind, extent, sentence
from kpidesk.charts.parts import (
    footnote_of,
    incomplete_key,
    running_columns,
    segments_of,
    series_table,
    target_rule,
    title_of,
)
from kpidesk.charts.scales import time_axis, value_axis
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.charts.traces import Trace, Traces
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array, ResultFrame

_DAYS = 366
FEW = 30
"""Below this many observations the interval of a share is shown by default."""


def build_line(spec: ChartSpec, frame: ResultFrame, found: Traces, style: Style, options: FigureOptions) -> Figure:
    """The chart; a line of fewer than three points is drawn as dots, with a sentence that says so."""
    main = found.traces[0]
    kind = main.definition.unit.kind
    target = options.target(main.definition.name) if len(found.definitions) == 1 else None
    intervals = _intervals(spec, found)
    drawn = [*found.traces, *([found.comparison] if found.comparison is not None else [])]
    low, high = _reach(drawn, intervals, target)
    y = value_axis(low, high, axis_kind(kind, style), style, from_zero=spec.starts_at_zero, room=0.06)
    x = time_axis(found.periods, style, options.size[0] - 120)
    marks: list[Mark] = [*running_columns(found.running)]
    marks += [_interval(trace, found) for trace in intervals]
    if target is not None:
        marks.append(target_rule(target, kind, style))
    marks += _annotations(found, options)
    is_direct = len(found.traces) == 1 or (len(found.traces) <= 4 and all(_is_whole(t, found) for t in found.traces))
    for trace in reversed(drawn):
        marks += _line(trace, found, len(drawn), is_direct=is_direct)
    if len(found.traces) == 1 and np.isfinite(main.values[found.last]):
        marks.append(
            _last_point(main, found.last, format_value(float(main.values[found.last]), kind, style), found.comparison)
        )
    return Figure(
        "line",
        tuple(marks),
        x,
        y,
        spec.title or title_of(found, style),
        extent(found.periods, style),
        _key(found, intervals, is_direct=is_direct),
        (
            *_few(found),
            *_cut(spec, y.low),
            *footnote_of(found, frame, style, options),
        ),
        series_table(found, style),
        sentence(main.name, found.periods, main.values, found.last, kind=kind, style=style, running=found.running),
        tuple(float(i) for i in range(len(found.periods))),
        segments=segments_of(found, frame.by),
        size=options.size,
    )


def _is_whole(trace: Trace, found: Traces) -> bool:
    """Whether it is a line as far as the last ended period: at the end of another no name would stand."""
    return bool(np.isfinite(trace.values).sum() >= 3 and np.isfinite(trace.values[found.last :]).any())


def _line(trace: Trace, found: Traces, count: int, *, is_direct: bool) -> list[Mark]:
    """The solid part up to the last ended period, the dotted tail behind it, dots where points stand alone."""
    xs = tuple(float(i) for i in range(trace.values.size))
    is_comparison = trace.role == "comparison"
    width = 1.5 if is_comparison else 2.25
    label: Text = ""
    if is_direct and count > 1:
        is_this_year = found.comparison is not None and not is_comparison and _is_a_year(found)
        label = Message(QT_TRANSLATE_NOOP("charts", "this year")) if is_this_year else trace.name
    label_ink = "ink2" if is_comparison else "ink1"
    values = tuple(float(v) for v in trace.values)
    if np.isfinite(trace.values).sum() < 3:
        return [Point(x, v, trace.ink, 7.0) for x, v in zip(xs, values, strict=True) if np.isfinite(v)]
    stop = int(np.flatnonzero(np.isfinite(trace.values))[-1]) + 1  # the name stands behind the last value
    xs, values = xs[:stop], values[:stop]
    tail = found.last + 1 < len(values) and not is_comparison
    end = found.last + 1 if tail else len(values)
    shown = Line(xs[:end], values[:end], trace.ink, width, trace.dash, "" if tail else label, label_ink)
    lone = [Point(xs[i], values[i], trace.ink, 5.0) for i in _lone(trace.values[:end])]
    if not tail:
        return [shown, *lone]
    return [shown, *lone, Line(xs[end - 1 :], values[end - 1 :], trace.ink, 2.0, "dotted", label, label_ink)]


def _is_a_year(found: Traces) -> bool:
    """Whether what is drawn is no longer than the year that stands beside the year before."""
    return (found.periods[-1].start - found.periods[0].start).days < _DAYS


def _last_point(main: Trace, last: int, text: str, other: Trace | None) -> Point:
    """The dot on the last ended period; its value stands on the side from which neither line comes."""
    value = float(main.values[last])
    before = float(main.values[last - 1]) if last else value
    after = float(main.values[last + 1]) if last + 1 < main.values.size else value
    is_free = other is None or not other.values[last] < value
    side = "below" if before > value and not after < value and is_free else "above"
    return Point(float(last), value, main.ink, 7.0, text, side, is_strong=True)


def _lone(values: Array) -> list[int]:
    """Points with a gap on both sides, which no line would show."""
    known = np.isfinite(values)
    before = np.concatenate(([False], known[:-1]))
    after = np.concatenate((known[1:], [False]))
    return [int(i) for i in np.flatnonzero(known & ~before & ~after)]


def _intervals(spec: ChartSpec, found: Traces) -> list[Trace]:
    """The traces whose interval is drawn: one alone, where asked for or where few observations stand behind it.

    A band needs two periods beside one another.
    """
    main = found.traces[0]
    if len(found.traces) > 1 or main.low is None or main.high is None or spec.interval is False:
        return []
    told = np.isfinite(main.low[: found.last + 1])
    if not (told[1:] & told[:-1]).any():
        return []
    if spec.interval is None:
        few = main.n is not None and bool((main.n[np.isfinite(main.values)] < FEW).any())
        return [main] if few else []
    return [main]


def _interval(trace: Trace, found: Traces) -> Area:
    assert trace.low is not None
    assert trace.high is not None
    end = found.last + 1
    lows, highs = (tuple(float(v) for v in a[:end]) for a in (trace.low, trace.high))
    return Area(tuple(float(i) for i in range(end)), lows, highs, trace.ink)


def _reach(drawn: list[Trace], intervals: list[Trace], target: float | None) -> tuple[float, float]:
    arrays = [t.values for t in drawn] + [a for t in intervals for a in (t.low, t.high) if a is not None]
    known = np.concatenate([a[np.isfinite(a)] for a in arrays] or [np.zeros(0)])
    if target is not None:
        known = np.append(known, target)
    return (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)


def _annotations(found: Traces, options: FigureOptions) -> list[Mark]:
    """Notes as vertical lines; several at one period share a line."""
    texts: dict[int, list[str]] = {}
    first = found.periods[0]
    for note in options.annotations:
        at = note.period.index - first.index
        if note.period.grain is first.grain and 0 <= at < len(found.periods):
            texts.setdefault(at, []).append(note.text)
    return [Rule("x", float(at), "line", label=_folded(notes), label_at="stop") for at, notes in sorted(texts.items())]


def _folded(notes: list[str]) -> Text:
    if len(notes) == 1:
        return notes[0]
    return Message(QT_TRANSLATE_NOOP("charts", "{count} notes"), count=len(notes))


def _key(found: Traces, intervals: list[Trace], *, is_direct: bool) -> tuple[KeyEntry, ...]:
    entries = []
    if not is_direct:
        entries = [KeyEntry(t.ink, t.name, dash=t.dash) for t in found.traces]
    if intervals:
        words = Message(QT_TRANSLATE_NOOP("charts", "95% interval"))
        entries.append(KeyEntry(intervals[0].ink, words, "block", BAND))
    return (*entries, *incomplete_key(found))


def _few(found: Traces) -> tuple[Message, ...]:
    known = int(np.isfinite(found.traces[0].values).sum())
    if known >= 3:
        return ()
    words = QT_TRANSLATE_NOOP("charts", "Only {count} {count|period|periods} with a value: too few for a line")
    return (Message(words, count=known),)


def _cut(spec: ChartSpec, low: float) -> tuple[Message, ...]:
    if spec.starts_at_zero or low <= 0:
        return ()
    return (Message(AXIS_CUT),)
