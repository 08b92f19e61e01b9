"""Bars in pixels: round where they end in the open, straight where they stand on something; and hatched columns."""

import math
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kpidesk.charts.figure import Bar, Figure
from kpidesk.qt.painting.inks import Colours, ink, pen
from kpidesk.qt.painting.space import Space

HATCH_PITCH = 6.0
_RADIUS = 1.5

Edge = tuple[str, float, float, float]
"""A side of a bar in the figure's own numbers: the axis that it stands across, where, and its ends."""


def paint_hatched_columns(painter: QPainter, figure: Figure, space: Space, colours: Colours) -> None:
    """Columns from the foot to the top of the plot, for periods that have not ended."""
    for mark in figure.marks:
        if isinstance(mark, Bar) and math.isinf(mark.y0) and _is_seen(mark, space):
            hatch(painter, device_rect(painter, _rect(mark, space), least=1.0), colours, mark.ink, is_column=True)


def paint_bars(painter: QPainter, figure: Figure, space: Space, colours: Colours) -> None:
    """All others. Parts that stand on one another and on the zero line meet without a notch."""
    bars = [mark for mark in figure.marks if isinstance(mark, Bar) and not math.isinf(mark.y0)]
    met = Counter(edge for mark in bars for edge in _edges(mark))
    for mark in bars:
        if not _is_seen(mark, space):
            continue
        rect = device_rect(painter, _rect(mark, space), least=1.0)
        if mark.pattern == "hatch":
            hatch(painter, rect, colours, mark.ink, is_column=False)
            continue
        straight = {"left", "right", "top", "bottom"}.intersection(_straight(mark, figure, met, space))
        shape = _shape(rect, straight)
        painter.setPen(Qt.PenStyle.NoPen)
        if mark.opacity < 1:  # a pale bar is of a paler colour: no line of the grid runs through it
            painter.fillPath(shape, colours["surface"])
        painter.fillPath(shape, ink(colours, mark.ink, mark.opacity))


def _is_seen(mark: Bar, space: Space) -> bool:
    return mark.x1 > space.x_low and mark.x0 < space.x_high


def _edges(mark: Bar) -> tuple[Edge, Edge, Edge, Edge]:
    return (
        ("x", mark.x0, mark.y0, mark.y1),
        ("x", mark.x1, mark.y0, mark.y1),
        ("y", mark.y0, mark.x0, mark.x1),
        ("y", mark.y1, mark.x0, mark.x1),
    )


def _straight(mark: Bar, figure: Figure, met: Counter[Edge], space: Space) -> Iterator[str]:
    """The sides on which it stands: on another bar, on the zero line, or cut by the plot."""
    upper, lower = ("bottom", "top") if space.is_reversed else ("top", "bottom")
    for edge, side in zip(_edges(mark), ("left", "right", lower, upper), strict=True):
        axis = figure.x if edge[0] == "x" else figure.y
        if met[edge] > 1 or edge[1] == axis.zero or not axis.low < edge[1] < axis.high:
            yield side


def _shape(rect: QRectF, straight: set[str]) -> QPainterPath:
    radius = min(_RADIUS, rect.width() / 2, rect.height() / 2)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if "left" in straight:
        path.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
    if "right" in straight:
        path.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()))
    if "top" in straight:
        path.addRect(QRectF(rect.left(), rect.top(), rect.width(), radius))
    if "bottom" in straight:
        path.addRect(QRectF(rect.left(), rect.bottom() - radius, rect.width(), radius))
    return path


def hatch(painter: QPainter, rect: QRectF, colours: Colours, token: str, *, is_column: bool) -> None:
    """Lines at 45° every six pixels, cut at the rectangle; drawn one by one, so that any scale and SVG keep them.

    A bar lower than the lines are apart has a pale ground and its edge.
    """
    is_low = not is_column and rect.height() < HATCH_PITCH
    if is_column or is_low:
        painter.fillRect(rect, ink(colours, token, 0.4 if is_low else 0.16))
    path = QPainterPath()
    offset = -math.fmod(rect.left() + rect.bottom(), HATCH_PITCH)
    while not is_low and offset < rect.width() + rect.height():
        if offset > 0:
            start = QPointF(rect.left() + min(offset, rect.width()), rect.bottom() - max(0.0, offset - rect.width()))
            stop = QPointF(rect.left() + max(0.0, offset - rect.height()), rect.bottom() - min(offset, rect.height()))
            path.moveTo(start)
            path.lineTo(stop)
        offset += HATCH_PITCH
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colours, token, 1.0 if is_column else 1.75))
    painter.drawPath(path)
    if not is_column:
        painter.setPen(pen(colours, token, 1.0))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def bar_rect(mark: Bar, space: Space) -> QRectF:
    """Where a bar stands, cut at the plot."""
    return _rect(mark, space)


def device_rect(painter: QPainter, rect: QRectF, least: float = 0.0) -> QRectF:
    """The rectangle on whole pixels of the device; at least ``least`` pixels high and wide."""
    scale = max(0.01, painter.transform().m11())
    left, top = round(rect.left() * scale) / scale, round(rect.top() * scale) / scale
    right, bottom = round(rect.right() * scale) / scale, round(rect.bottom() * scale) / scale
    return QRectF(left, top, max(least, right - left), max(least, bottom - top))


def _rect(mark: Bar, space: Space) -> QRectF:
    xs = sorted((space.x(mark.x0), space.x(mark.x1)))
    ys = sorted((space.y(mark.y0), space.y(mark.y1)))
    seen = space.rect
    left, right = (min(max(x, seen.left()), seen.right()) for x in xs)
    top, bottom = (min(max(y, seen.top()), seen.bottom()) for y in ys)
    return QRectF(QPointF(left, top), QPointF(right, bottom))
