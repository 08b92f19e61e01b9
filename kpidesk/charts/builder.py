"""A ChartSpec and an answer become a Figure; where there is nothing to draw, the figure says why."""

from dataclasses import replace

import numpy as np

from kpidesk.charts.figure import Axis, Figure, Segments
from kpidesk.charts.kinds.bar import build_bar, build_stacked_bar
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.kinds.line import build_line
from kpidesk.charts.kinds.waterfall import build_waterfall
from kpidesk.charts.parts import footnote_of
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.charts.traces import Traces, collect_traces
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame

_NO_OPTIONS = FigureOptions()


def build_figure(
    spec: ChartSpec, frame: ResultFrame, catalogue: Catalogue, style: Style, options: FigureOptions = _NO_OPTIONS
) -> Figure:
    """The chart of a spec. Kinds path and tornado need more than a frame: see kinds.path and kinds.tornado."""
    if spec.kind == "waterfall":
        bridge = build_waterfall(spec, frame, catalogue, style, options)
        return bridge or empty_figure(
            spec, catalogue, style, Message(QT_TRANSLATE_NOOP("charts", "No MRR movements here"))
        )
    found = collect_traces(spec, frame, catalogue, style, options)
    if found.reason is not None or not any(np.isfinite(trace.values).any() for trace in found.traces):
        nothing = Message(QT_TRANSLATE_NOOP("charts", "No values in this range"))
        return empty_figure(spec, catalogue, style, found.reason or nothing)
    found = _same_unit(found)
    match spec.kind:
        case "bar":
            return build_bar(spec, frame, found, style, options)
        case "stacked_bar":
            return build_stacked_bar(spec, frame, found, style, options)
        case "heatmap":
            return _heatmap(spec, frame, found, style, options)
        case _:
            return build_line(spec, frame, found, style, options)


def _same_unit(found: Traces) -> Traces:
    """Only what can share an axis with the first: no chart has two."""
    kind = found.traces[0].definition.unit.kind
    return replace(found, traces=tuple(t for t in found.traces if t.definition.unit.kind == kind))


def _heatmap(spec: ChartSpec, frame: ResultFrame, found: Traces, style: Style, options: FigureOptions) -> Figure:
    """Segments down, periods across."""
    definition = found.traces[0].definition
    last = found.last
    view = HeatView(
        tuple(trace.name for trace in found.traces),
        tuple(format_period(p, style, short=True) for p in found.periods),
        np.stack([trace.values for trace in found.traces]),
        definition.unit.kind,
        spec.title or definition.label(style.language),
        n=tuple(float(t.n[last]) if t.n is not None else float("nan") for t in found.traces),
        footnote=footnote_of(found, frame, style, options),
    )
    segments = Segments(frame.by or "", tuple(trace.segments for trace in found.traces))
    return replace(build_heatmap(view, style, options), segments=segments)


def empty_figure(spec: ChartSpec, catalogue: Catalogue, style: Style, reason: Message) -> Figure:
    names = " · ".join(catalogue.get(name).label(style.language) for name in spec.metrics if name in catalogue)
    nowhere = Axis(0.0, 1.0, ())
    return Figure(spec.kind, (), nowhere, nowhere, spec.title or names, summary=reason, empty=reason)
