"""Survival curves as they fall: corners joined by straight lines, between bounds; a line by category would slope."""

from kpidesk.charts.figure import Area, Figure, Line, text_of
from kpidesk.core.messages import Translate
from kpidesk.export.native_shape import (
    STEPS,
    NativeAxis,
    NativeChart,
    NativeSeries,
    format_of,
    kind_of,
    shown_columns,
    step_of,
    tick_format,
)


def steps_of(figure: Figure, translate: Translate) -> NativeChart:
    """Each curve under the name of its column; the bounds of a band as thin lines."""
    curves = [mark for mark in figure.marks if isinstance(mark, Line)]
    names = [text_of(column.header, translate) for _, column in shown_columns(figure)]
    series = [
        NativeSeries(name, curve.ys, curve.ink, curve.dash, curve.width, xs=curve.xs)
        for name, curve in zip(names, curves, strict=True)
    ]
    for area in (mark for mark in figure.marks if isinstance(mark, Area)):
        for name, ys in (("low", area.lows), ("high", area.highs)):
            series.append(NativeSeries(name, ys, area.ink, "dotted", 1.0, "edge", xs=area.xs))
    style = figure.table.style
    up = NativeAxis(0.0, figure.y.high, step_of(figure.y), tick_format(figure.y, kind_of(figure), style))
    across = NativeAxis(0.0, max(1.0, *figure.readout_xs), step_of(figure.x), "0")
    return NativeChart(STEPS, (), tuple(series), up, format_of(figure), across=across)
