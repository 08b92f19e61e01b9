"""What a chart over periods draws: named arrays cut from a ResultFrame, each with its ink."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kpidesk.charts.figure import Text
from kpidesk.charts.labels import YEAR, segment_text
from kpidesk.charts.palette import SERIES, segment_inks, series_dash, series_ink
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array, ResultFrame

LEAST_UNASSIGNED = 0.005
"""A part of the largest whole, below which what no segment has is rounding."""

_LEAST_PERIODS = 6
"""As many periods a chart keeps, however few of them have a value."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One line or row of bars: values by period, NaN where there is none; bounds and n where they are known.

    ``segments`` are the values of the attribute that it is split by.
    """

    name: Text
    values: Array
    ink: str
    definition: Definition
    dash: str = "solid"
    low: Array | None = None
    high: Array | None = None
    n: Array | None = None
    role: str = "series"
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traces:
    """All traces of a chart over the same periods; ``running`` marks periods that have not ended, or lack months.

    ``cut`` says that there are more segments than are drawn.
    """

    periods: tuple[Period, ...]
    running: npt.NDArray[np.bool_]
    traces: tuple[Trace, ...]
    comparison: Trace | None
    last: int
    reason: Message | None = None
    cut: tuple[Message, ...] = ()

    @property
    def definitions(self) -> tuple[Definition, ...]:
        return tuple({trace.definition.name: trace.definition for trace in self.traces}.values())


def collect_traces(
    spec: ChartSpec, frame: ResultFrame, catalogue: Catalogue, style: Style, options: FigureOptions
) -> Traces:
    """The traces of a spec, and why there are none where a KPI cannot be computed."""
    definitions = [catalogue.get(name) for name in spec.metrics if name in frame.series]
    computable = [d for d in definitions if frame.series[d.name].is_computable]
    window = _told(_window(spec, frame), frame, computable)
    running = frame.incomplete[window]
    periods = frame.periods[window]
    ended = np.flatnonzero(~running)
    last = int(ended[-1]) if ended.size else max(0, len(periods) - 1)
    reason = None if computable else _reason(frame, definitions)
    if spec.by is not None and frame.by is not None and len(computable) == 1:
        traces = _by_segment(computable[0], frame, window, options)
    else:
        traces = tuple(
            _trace(d.label(style.language), d, frame, window, total(frame), i) for i, d in enumerate(computable)
        )
    lacking = [part[:, window].any(axis=0) for d in computable if (part := _partial(d, frame, spec)) is not None]
    for flags in lacking:
        running = running | flags
    comparison = _year_ago(traces[0], frame, window) if spec.comparison == "year_ago" and len(traces) == 1 else None
    return Traces(periods, running, traces, comparison, last, reason, _cut(traces, frame))


def _cut(traces: Sequence[Trace], frame: ResultFrame) -> tuple[Message, ...]:
    """What is said where segments are left out: ratios of the others cannot be drawn together, as sums are."""
    drawn = sum(len(trace.segments) for trace in traces)
    if (
        not drawn
        or traces[0].definition.kind in ("flow", "stock")
        or drawn >= sum(s is not None for s in frame.segments)
    ):
        return ()
    return (Message(QT_TRANSLATE_NOOP("charts", "The {n} largest segments are drawn"), n=drawn),)


def _partial(definition: Definition, frame: ResultFrame, spec: ChartSpec) -> npt.NDArray[np.bool_] | None:
    """What the data lack of the periods of the rows that are drawn."""
    part = frame.series[definition.name].partial
    return part if part is None or spec.by is not None else part[[total(frame)]]


def total(frame: ResultFrame) -> int:
    """The row of the frame that holds the whole business."""
    return frame.segments.index(None) if None in frame.segments else 0


def overlap(parts: Iterable[float], whole: float) -> bool:
    """Whether counts of segments come to more than that of the whole, as of customers on several plans."""
    return sum(part for part in parts if math.isfinite(part)) > whole * (1 + LEAST_UNASSIGNED)


def _window(spec: ChartSpec, frame: ResultFrame) -> slice:
    """The trailing periods; a comparison without its own number keeps as many as have a year before."""
    count = len(frame.periods)
    return slice(max(0, count - spec.periods) if spec.periods else 0, count)


def _told(window: slice, frame: ResultFrame, definitions: Sequence[Definition]) -> slice:
    """The window from about its first value on, where most of it lies before: a chart of three points is no empty one.

    A year before, drawn for comparison, is of values that lie before the window as well, so it moves nothing.
    """
    known = [np.isfinite(frame.series[d.name].values).any(axis=0) for d in definitions]
    count = window.stop - window.start
    if not known or not (told := np.any(known, axis=0)[: window.stop]).any():
        return window
    first = int(np.argmax(told)) - window.start
    if first <= count / 2:
        return window
    return slice(window.start + max(0, min(first, count - _LEAST_PERIODS)), window.stop)


def _trace(name: Text, definition: Definition, frame: ResultFrame, window: slice, row: int, index: int) -> Trace:
    series = frame.series[definition.name]
    return Trace(
        name,
        series.values[row, window],
        series_ink(index),
        definition,
        series_dash(index),
        None if series.low is None else series.low[row, window],
        None if series.high is None else series.high[row, window],
        series.n[row, window],
    )


def _by_segment(definition: Definition, frame: ResultFrame, window: slice, options: FigureOptions) -> tuple[Trace, ...]:
    """One trace a segment that has anything; more than eight: the seven largest, the rest together if they add up."""
    adds_up = definition.kind in ("flow", "stock")
    sizes = np.nansum(np.abs(frame.series[definition.name].values[:, window]), axis=1)
    rows = [i for i, segment in enumerate(frame.segments) if segment is not None]
    left = _unassigned(definition, frame, window) if adds_up else None
    if left is not None:  # together with those of whom a table says nothing: the reader sees one grey part
        unsaid = [i for i in rows if frame.segments[i] == NO_ATTRIBUTE_VALUE]
        rows = [i for i in rows if i not in unsaid]
        left = left + np.nansum(frame.series[definition.name].values[unsaid, window], axis=0)
    every = [str(frame.segments[i]) for i in rows]
    given = dict(zip(every, _inks(every, dict(options.segment_inks)), strict=True))
    if adds_up:  # a part of nothing is not seen, but would take a colour and a place in the key
        rows = [i for i in rows if sizes[i] > 0] or rows
    largest = sorted(rows, key=lambda i: -sizes[i])[: SERIES - 1] if adds_up else rows[: SERIES - 1]
    shown = rows if len(rows) <= SERIES else [i for i in rows if i in largest]
    names = [str(frame.segments[i]) for i in shown]
    inks = _inks(names, {name: ink for name, ink in given.items() if ink != "baseline"})
    traces = []
    for at, (row, name, ink) in enumerate(zip(shown, names, inks, strict=True)):
        base = _trace(name, definition, frame, window, row, at)
        traces.append(replace(base, name=segment_text(name), ink=ink, segments=(name,)))
    rest = [i for i in rows if i not in shown]
    if rest and adds_up:
        values = np.nansum(frame.series[definition.name].values[rest, window], axis=0)
        words = Message(QT_TRANSLATE_NOOP("charts", "Others ({count})"), count=len(rest))
        names_left = tuple(str(frame.segments[i]) for i in rest)
        traces.append(Trace(words, values, "baseline", definition, segments=names_left))
    if left is not None:
        traces.append(Trace(Message(QT_TRANSLATE_NOOP("charts", "Not assigned")), left, "baseline", definition))
    return tuple(traces)


def _unassigned(definition: Definition, frame: ResultFrame, window: slice) -> Array | None:
    """What of the whole no segment has; None where that is next to nothing, or segments overlap."""
    if None not in frame.segments:
        return None
    values = frame.series[definition.name].values[:, window]
    whole = values[total(frame)]
    parts = np.nansum(np.delete(values, total(frame), axis=0), axis=0)
    left = whole - parts
    least = LEAST_UNASSIGNED * np.nanmax(np.abs(whole), initial=0.0)
    known = left[np.isfinite(left)]
    return left if known.size and known.max() > least and known.min() > -least else None


def _inks(segments: Sequence[str], kept: Mapping[str, str]) -> tuple[str, ...]:
    """Those of whom nobody says which stay grey."""
    return segment_inks(segments, {**kept, NO_ATTRIBUTE_VALUE: "baseline"})


def _year_ago(trace: Trace, frame: ResultFrame, window: slice) -> Trace | None:
    """The same KPI a year before, None where the frame does not reach back."""
    lag = YEAR[frame.grain]
    values = frame.series[trace.definition.name].values[total(frame)]
    shifted = np.full_like(values, np.nan)
    if lag and lag < values.size:
        shifted[lag:] = values[:-lag]
    if not np.isfinite(shifted[window]).any():
        return None
    words = Message(QT_TRANSLATE_NOOP("charts", "year ago"))
    return Trace(words, shifted[window], "baseline", trace.definition, role="comparison")


def _reason(frame: ResultFrame, definitions: list[Definition]) -> Message:
    """Why there is nothing to draw."""
    for definition in definitions:
        reason = frame.series[definition.name].reason
        if reason is not None:
            return reason
    return Message(QT_TRANSLATE_NOOP("charts", "No values in this range"))
