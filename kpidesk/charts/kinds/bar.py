"""Bars: one KPI over periods, or its segments in one period; stacked ones for what adds up."""

from dataclasses import replace

import numpy as np

from kpidesk.charts.figure import Axis, Bar, Column, Datum, Figure, KeyEntry, Mark, Segments, Table, Text, Tick
from kpidesk.charts.labels import axis_kind, extent, sentence
from kpidesk.charts.parts import (
    footnote_of,
    incomplete_key,
    running_columns,
    segments_of,
    series_table,
    target_rule,
    title_of,
)
from kpidesk.charts.scales import category_axis, time_axis, value_axis
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.charts.traces import Trace, Traces
from kpidesk.core.formatting import Style, axis_scale, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame

_LABELLED = 14
"""More bars than this carry no labels."""
_STEPPED = 1e4
"""From here on amounts are written in thousands, millions or 万."""


def build_bar(spec: ChartSpec, frame: ResultFrame, found: Traces, style: Style, options: FigureOptions) -> Figure:
    """Bars over periods; several traces stand side by side; with a split, segments of the last ended period."""
    if spec.by is not None and frame.by is not None:
        return _by_segment(spec, frame, found, style, options)
    main, kind = found.traces[0], found.traces[0].definition.unit.kind
    target = options.target(main.definition.name) if len(found.traces) == 1 else None
    known = [v for t in found.traces for v in t.values if np.isfinite(v)] + ([target] if target is not None else [])
    y = value_axis(min(known, default=0.0), max(known, default=1.0), axis_kind(kind, style), style, room=0.08)
    slots = len(found.traces)
    width = 0.68 / slots
    marks: list[Mark] = []
    for slot, trace in enumerate(found.traces):
        offset = (slot - (slots - 1) / 2) * width
        marks += _bars(trace, found, style, offset, width, has_labels=slots * len(found.periods) <= _LABELLED)
    if target is not None:
        marks.append(target_rule(target, kind, style))
    return _over_periods("bar", spec, frame, found, style, options, marks, y)


def build_stacked_bar(
    spec: ChartSpec, frame: ResultFrame, found: Traces, style: Style, options: FigureOptions
) -> Figure:
    """Parts of a whole over periods: positive ones upward from zero, negative ones downward."""
    count = len(found.periods)
    up, down = np.zeros(count), np.zeros(count)
    marks: list[Mark] = [*running_columns(found.running)]
    for trace in found.traces:
        for i, value in enumerate(trace.values):
            if not np.isfinite(value) or value == 0:
                continue
            base = up if value > 0 else down
            y0, y1 = sorted((float(base[i]), float(base[i] + value)))
            marks.append(Bar(i - 0.34, i + 0.34, y0, y1, trace.ink, 0.5 if found.running[i] else 1.0, label_at=""))
            base[i] += value
    kind = axis_kind(found.traces[0].definition.unit.kind, style)
    y = value_axis(float(down.min(initial=0.0)), float(up.max(initial=0.0)), kind, style, room=0.02)
    return _over_periods("stacked_bar", spec, frame, found, style, options, marks, y)


def _over_periods(
    kind: str,
    spec: ChartSpec,
    frame: ResultFrame,
    found: Traces,
    style: Style,
    options: FigureOptions,
    marks: list[Mark],
    y: Axis,
) -> Figure:
    main = found.traces[0]
    key = tuple(KeyEntry(t.ink, t.name, "block") for t in found.traces) if len(found.traces) > 1 else ()
    unit = main.definition.unit.kind
    return Figure(
        kind,
        tuple(marks),
        time_axis(found.periods, style, options.size[0] - 80),
        y,
        spec.title or title_of(found, style),
        extent(found.periods, style),
        (*key, *incomplete_key(found)),
        footnote_of(found, frame, style, options),
        series_table(found, style),
        sentence(main.name, found.periods, main.values, found.last, kind=unit, style=style, running=found.running),
        tuple(float(i) for i in range(len(found.periods))),
        segments=segments_of(found, frame.by),
        size=options.size,
    )


def _bars(trace: Trace, found: Traces, style: Style, offset: float, width: float, *, has_labels: bool) -> list[Mark]:
    kind = trace.definition.unit.kind
    of_labels = _in_one_step(trace, kind, style)
    marks: list[Mark] = []
    for i, value in enumerate(trace.values):
        if not np.isfinite(value):
            continue
        low, high = min(0.0, float(value)), max(0.0, float(value))
        label = format_value(float(value), axis_kind(kind, style), of_labels) if has_labels else ""
        pattern = "hatch" if found.running[i] else "solid"
        x0 = i + offset - width / 2
        at = "below" if value < 0 else "above"
        marks.append(Bar(x0, x0 + width, low, high, trace.ink, pattern=pattern, label=label, label_at=at))
    return marks


def _in_one_step(trace: Trace, kind: str, style: Style) -> Style:
    """Amounts of one size in one unit and with as many decimals, three digits of the largest: $4.9M beside $10.5M."""
    known = [abs(float(value)) for value in trace.values if np.isfinite(value) and value]
    largest = max(known, default=0.0)
    step = axis_scale(largest, style)
    if kind not in ("money", "count") or largest < _STEPPED or min(known) < step:
        return style
    return replace(style, scale=step, decimals=2 if largest < 10 * step else 1 if largest < 100 * step else 0)


def _by_segment(spec: ChartSpec, frame: ResultFrame, found: Traces, style: Style, options: FigureOptions) -> Figure:
    """Horizontal bars, the largest on top, in the last ended period."""
    definition = found.traces[0].definition
    kind = definition.unit.kind
    period = format_period(found.periods[found.last], style)
    known = [(t, float(t.values[found.last])) for t in found.traces if np.isfinite(t.values[found.last])]
    known.sort(key=lambda pair: -pair[1])
    values = [(trace.name, value) for trace, value in known]
    marks = tuple(
        Bar(min(0.0, v), max(0.0, v), i - 0.34, i + 0.34, "series.1", label=format_value(v, kind, style), label_at=side)
        for i, (v, side) in enumerate((v, "left" if v < 0 else "right") for _, v in values)
    )
    numbers = [v for _, v in values]
    x = value_axis(min(numbers, default=0.0), max(numbers, default=1.0), axis_kind(kind, style), style, room=0.1)
    columns = (Column(spec.by or "", role="label"), Column(definition.label(style.language), kind, ink="series.1"))
    rows: tuple[tuple[Datum, ...], ...] = tuple(values)
    return Figure(
        "bar",
        marks,
        x,
        category_axis((Tick(float(i), name) for i, (name, _) in enumerate(values)), is_reversed=True),
        spec.title or definition.label(style.language),
        period,
        (),
        footnote_of(found, frame, style, options, (found.periods[found.last],)),
        Table(columns, rows, style),
        _largest(definition.label(style.language), period, values, kind, style),
        readout_ys=tuple(float(i) for i in range(len(values))),
        segments=Segments(frame.by or "", tuple(trace.segments for trace, _ in known)),
        size=options.size,
    )


def _largest(name: str, period: str, values: list[tuple[Text, float]], kind: str, style: Style) -> Message:
    if not values:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=name)
    (first, high), (last, low) = values[0], values[-1]
    return Message(
        QT_TRANSLATE_NOOP("charts", "{name} in {period}: most {first} ({high}), least {last} ({low})."),
        name=name,
        period=period,
        first=first,
        high=format_value(high, kind, style),
        last=last,
        low=format_value(low, kind, style),
    )
