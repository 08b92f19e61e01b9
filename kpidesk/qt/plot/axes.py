"""The data side of a live chart: a pyqtgraph view box that holds the ranges in sight and maps pixels to data."""

import math
from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSizeF

from kpidesk.charts.figure import Axis, Figure
from kpidesk.charts.scales import zoomed_axis
from kpidesk.core.period import Period
from kpidesk.qt.painting.space import Margins, Space, seen_x

_LEAST_SPAN = 2.0
_MANY = 2_000
"""Of more rows than this the labels stay as they are: a frame has no time for them."""


class PlotBox(pg.ViewBox):
    """The ranges in sight."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.setMouseEnabled(x=False, y=False)
        self.disableAutoRange()
        self.can_zoom = False

    def lay_out(self, figure: Figure, area: QRectF, margins: Margins, zoom: tuple[float, float] | None) -> Space:
        """Stand where the plot stands and show what the figure says, or the zoomed part; answers the space."""
        rect = area.adjusted(margins.left, margins.top, -margins.right, -margins.bottom)
        rect = QRectF(rect.topLeft(), rect.size().expandedTo(QSizeF(10, 10)))
        if rect != self.geometry():
            self.setGeometry(rect)
        low, high = zoom if zoom is not None else seen_x(figure.x, rect.width(), margins.room)
        if self.yInverted() != figure.y.is_reversed:
            self.invertY(figure.y.is_reversed)
        self.setRange(xRange=(low, high), yRange=(figure.y.low, figure.y.high), padding=0, update=False)
        self.can_zoom = figure.x.kind == "time" and len(figure.readout_xs) > 2
        return Space(rect, low, high, figure.y.low, figure.y.high, figure.y.is_reversed)

    def data_x(self, scene_x: float) -> float:
        """The x of the data under a pixel of the scene."""
        (low, high), _ = self.viewRange()
        rect = self.geometry()
        return float(low + (scene_x - rect.left()) / rect.width() * (high - low))


def whole_rows(span: tuple[float, float], axis: Axis) -> tuple[float, float]:
    """The range with the whole of the first and the last row that it touches: no bar is cut."""
    low, high = math.floor(span[0] + 0.5) - 0.5, math.floor(span[1] + 0.5) + 0.5
    return max(low, axis.low), min(high, axis.high)


def zoomed(figure: Figure, width: float, zoom: tuple[float, float] | None) -> Figure:
    """The figure with the labels that its axis has room for where it is zoomed into."""
    rows = figure.table.rows
    if zoom is None or figure.x.kind != "time" or len(rows) > _MANY:
        return figure
    periods = [row[0] for row in rows if isinstance(row[0], Period)]
    if len(periods) < len(rows):
        return figure
    return replace(figure, x=zoomed_axis(figure.x, periods, figure.table.style, width, zoom))


def widened(span: tuple[float, float]) -> tuple[float, float]:
    """A range of at least two periods around the same middle."""
    low, high = span
    if high - low >= _LEAST_SPAN:
        return span
    middle = (low + high) / 2
    return middle - _LEAST_SPAN / 2, middle + _LEAST_SPAN / 2
