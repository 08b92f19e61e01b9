"""The marks of a figure in pixels: what the live view and pictures both draw, without the texts."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from kpidesk.charts.figure import Area, Axis, Bar, Cell, Figure, Line, Mark, Point, Rule
from kpidesk.qt.painting.bar_painter import device_rect, hatch, paint_bars, paint_hatched_columns
from kpidesk.qt.painting.inks import Colours, band_ink, ink, pen
from kpidesk.qt.painting.space import Space
from kpidesk.qt.painting.thinning import LONG, thinned

_PALE = 0.15
"""A cell no further from the surface in lightness is hatched in grey: white lines are not seen on pale blue."""
_LAYERS = (Area, Bar, Cell, Rule, Line, Point)


def paint_marks(painter: QPainter, figure: Figure, space: Space, colours: Colours) -> None:
    """Hatched columns and hairlines below, then areas, bars, cells, rules, lines and dots."""
    paint_hatched_columns(painter, figure, space, colours)
    _grid(painter, figure.y, space, colours)
    for layer in _LAYERS:
        if layer is Bar:
            paint_bars(painter, figure, space, colours)
            continue
        for mark in figure.marks:
            if isinstance(mark, layer):
                _mark(painter, mark, space, colours)


def mark_counts(figure: Figure) -> dict[str, int]:
    """How many marks of each type a figure has."""
    names = [type(mark).__name__ for mark in figure.marks]
    return {name: names.count(name) for name in dict.fromkeys(names)}


def _mark(painter: QPainter, mark: Mark, space: Space, colours: Colours) -> None:
    match mark:
        case Area():
            _area(painter, mark, space, colours)
        case Cell():
            _cell(painter, mark, space, colours)
        case Rule():
            _rule(painter, mark, space, colours)
        case Line():
            _line(painter, mark, space, colours)
        case Point():
            _point(painter, mark, space, colours)
        case _:
            pass


def _grid(painter: QPainter, axis: Axis, space: Space, colours: Colours) -> None:
    """Hairlines one pixel high, the zero line stronger; straight, so without antialiasing."""
    left, width = space.rect.left(), space.rect.width()
    for tick in axis.ticks if axis.has_grid else ():
        if not tick.is_bare and tick.at != axis.zero and space.y_low <= tick.at <= space.y_high:
            _hairline(painter, QRectF(left, space.y(tick.at), width, 0), colours, "hair")
    if axis.zero is not None and space.y_low <= axis.zero <= space.y_high:
        _hairline(painter, QRectF(left, space.y(axis.zero), width, 0), colours, "lineStrong")


def _hairline(painter: QPainter, at: QRectF, colours: Colours, token: str) -> None:
    """A straight rule one pixel thick, on whole pixels of the device."""
    scale = max(0.01, painter.transform().m11())
    x, y = round(at.x() * scale) / scale, round(at.y() * scale) / scale
    painter.fillRect(QRectF(x, y, at.width() or 1.0, at.height() or 1.0), colours[token])


def _area(painter: QPainter, mark: Area, space: Space, colours: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(band_ink(colours, mark.ink, mark.opacity))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # four times as fast, and so pale that no edge shows
    for first, last in _runs(mark.lows, mark.highs):
        upper = space.points(mark.xs, mark.highs, range(first, last))
        lower = space.points(mark.xs, mark.lows, range(last - 1, first - 1, -1))
        painter.drawPolygon(QPolygonF(upper + lower))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _cell(painter: QPainter, mark: Cell, space: Space, colours: Colours) -> None:
    rect = device_rect(painter, cell_rect(mark, space))
    is_pale = abs(colours[mark.ink].lightnessF() - colours["surface"].lightnessF()) < _PALE
    if is_pale:  # little is not none: its cell has an edge where its colour is nearly that of the ground
        painter.setPen(pen(colours, "line", 1.0))
        rect.adjust(0.5, 0.5, -0.5, -0.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours[mark.ink])
    painter.drawRoundedRect(rect, 2.0, 2.0)
    if mark.pattern == "hatch":
        painter.save()
        painter.setOpacity(0.45)  # the number in the cell stays easy to read
        hatch(painter, rect, colours, "lineStrong" if is_pale else "surface", is_column=True)
        painter.restore()


def _rule(painter: QPainter, mark: Rule, space: Space, colours: Colours) -> None:
    if mark.axis == "y":
        x0, x1 = space.x(mark.start), space.x(mark.stop)
        line = QRectF(x0, space.y(mark.at), x1 - x0, 0)
    else:
        y0, y1 = sorted((space.y(mark.start), space.y(mark.stop)))
        line = QRectF(space.x(mark.at), y0, 0, y1 - y0)
    if mark.dash == "solid" and mark.width <= 1:
        _hairline(painter, line, colours, mark.ink)
        return
    made = pen(colours, mark.ink, mark.width, "target" if mark.dash == "dashed" else mark.dash)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(made)
    scale = max(0.01, painter.transform().m11())
    half = mark.width / 2
    at = QPointF(0, round(line.y() * scale) / scale + half - line.y()) if mark.axis == "y" else QPointF(half, 0)
    painter.drawLine(QLineF(line.topLeft() + at, line.bottomRight() + at))


def _line(painter: QPainter, mark: Line, space: Space, colours: Colours) -> None:
    if len(mark.xs) > LONG:
        _long_line(painter, mark, space, colours)
        return
    painter.setPen(pen(colours, mark.ink, mark.width, mark.dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for first, last in _runs(mark.ys, mark.ys):
        painter.drawPolyline(QPolygonF(space.points(mark.xs, mark.ys, range(first, last))))


def _long_line(painter: QPainter, mark: Line, space: Space, colours: Colours) -> None:
    """As the band that its stroke would cover: a pen over thousands of peaks takes longer than a frame."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    columns = max(1, math.ceil(space.rect.width() * ratio))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(colours, mark.ink))
    half = QPointF(0, mark.width / 2)
    for found in thinned(mark.xs, mark.ys, (space.x_low, space.x_high), columns):
        xs, places = found.xs.tolist(), range(len(found.xs))
        tops = space.points(xs, found.highs.tolist(), places)
        feet = space.points(xs, found.lows.tolist(), reversed(places))
        upper, lower = (feet[::-1], tops[::-1]) if space.is_reversed else (tops, feet)
        painter.drawPolygon(QPolygonF([*(point - half for point in upper), *(point + half for point in lower)]))


def _point(painter: QPainter, mark: Point, space: Space, colours: Colours) -> None:
    """A dot with a ring in the colour of the surface, so that it stands off its line."""
    if not mark.size:
        return
    painter.setPen(pen(colours, "surface", 1.5))
    painter.setBrush(ink(colours, mark.ink, mark.opacity))
    radius = mark.size / 2 + 0.5
    painter.drawEllipse(QPointF(space.x(mark.x), space.y(mark.y)), radius, radius)


def cell_rect(mark: Cell, space: Space) -> QRectF:
    """The cell with its gap of two pixels."""
    x0, x1 = space.x(mark.column - 0.5), space.x(mark.column + 0.5)
    y0, y1 = space.y(mark.row - 0.5), space.y(mark.row + 0.5)
    return QRectF(QPointF(x0, min(y0, y1)), QPointF(x1, max(y0, y1))).adjusted(1, 1, -1, -1)


def _runs(lows: tuple[float, ...], highs: tuple[float, ...]) -> list[tuple[int, int]]:
    """Stretches without a gap, as half-open ranges of at least two points."""
    runs, first = [], 0
    for i in range(len(lows) + 1):
        if i == len(lows) or not (math.isfinite(lows[i]) and math.isfinite(highs[i])):
            if i - first >= 2:
                runs.append((first, i))
            first = i + 1
    return runs
