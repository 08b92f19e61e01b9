"""The trend of one KPI as a figure: its usual chart, with targets, notes and interval."""

from dataclasses import replace

from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Figure
from kpidesk.charts.spec import FigureOptions
from kpidesk.charts.suggestion import suggest_chart
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import ResultFrame
from kpidesk.session.services import Services


def trend_figure(
    services: Services, name: MetricName, frame: ResultFrame, style: Style, periods: int, size: tuple[int, int]
) -> Figure:
    """Of the last so many periods, 0 for all."""
    catalogue, document = services.catalogue, services.session.document
    spec = suggest_chart(name, catalogue, grain=frame.grain)
    spec = replace(spec, interval=bool(catalogue.get(name).interval) or None, periods=periods)
    options = FigureOptions(tuple(document.targets.values()), document.annotations, size=size)
    return build_figure(spec, frame, catalogue, style, options)
