"""A course without axes, as small as a word: on cards and in the cells of tables."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kpidesk.qt.theme import theme

SPARK_HEIGHT, SPARK_WIDTH = 17, 112
"""Of a card, which is as wide as itself, and in a cell."""
_LEAST = 3
"""With fewer values there is no course."""


@dataclass(frozen=True, slots=True)
class Spark:
    """Values by period, None or NaN where there is none; a dot stands on ``until``, what follows is a dotted tail.

    −1 is neither. ``target`` is a dashed line at its height.
    """

    values: tuple[float | None, ...]
    until: int = -1
    target: float | None = None


def paint_spark(painter: QPainter, box: QRectF, spark: Spark) -> None:
    """Draw it from edge to edge of the box, the highest value at its top."""
    known = [v for v in spark.values if v is not None and math.isfinite(v)]
    if len(known) < _LEAST:
        return
    span = [*known, spark.target] if spark.target is not None else known
    low, high = min(span), max(span)
    if high == low:
        low, high = low - 1, high + 1
    step = box.width() / max(1, len(spark.values) - 1)

    def place(i: int, value: float) -> QPointF:
        return QPointF(box.left() + i * step, box.bottom() - (value - low) / (high - low) * box.height())

    if spark.target is not None:
        pen = QPen(theme().colour("ink3"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(place(0, spark.target), place(len(spark.values) - 1, spark.target))
    _line(
        painter, [None if v is None or not math.isfinite(v) else place(i, v) for i, v in enumerate(spark.values)], spark
    )


def _line(painter: QPainter, points: list[QPointF | None], spark: Spark) -> None:
    solid = QPen(theme().colour("series.1"), 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    solid.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    dotted = QPen(solid)
    dotted.setDashPattern([0.1, 2.2])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ended = points if spark.until < 0 else points[: spark.until + 1]
    for pen, part in ((solid, ended), (dotted, points[max(0, len(ended) - 1) :])):
        painter.setPen(pen)
        for run in _runs(part):
            painter.drawPolyline(QPolygonF(run))
    if 0 <= spark.until < len(points) and (dot := points[spark.until]) is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("series.1"))
        painter.drawEllipse(dot, 3, 3)


def _runs(points: list[QPointF | None]) -> Iterator[list[QPointF]]:
    """Pieces without a gap, each drawn in one go: pieces of pieces would show knots where they meet."""
    for is_there, run in groupby(points, key=lambda point: point is not None):
        found = [point for point in run if point is not None]
        if is_there and len(found) > 1:
            yield found
