"""What of a figure lies under a pixel, and where the keys lead: the rows of its table, and the series within one."""

from bisect import bisect

from PySide6.QtCore import QPointF, Qt

from kpidesk.charts.figure import Bar, Figure, Point
from kpidesk.charts.readout import readout
from kpidesk.qt.painting.space import Space

_NEAR = 8.0
"""Pixels beside a line or a bubble that still mean it."""


def places(figure: Figure) -> tuple[float, ...]:
    """Where the rows are along the axis on which they stand."""
    return figure.readout_xs or figure.readout_ys


def row_under(figure: Figure, space: Space, position: QPointF) -> int:
    """The nearest row to a pixel of the plot, of rows below one another also left of it; −1 where there is none."""
    if figure.kind == "bubble":
        return _bubble_under(figure, space, position)
    rect, known = space.rect, places(figure)
    if not known or not rect.adjusted(-rect.left() if figure.readout_ys else -8, 0, 8, 0).contains(position):
        return -1
    if figure.readout_ys:
        return min(range(len(known)), key=lambda at: abs(space.y(known[at]) - position.y()))
    at = space.x_low + (position.x() - rect.left()) / rect.width() * (space.x_high - space.x_low)
    right = min(bisect(known, at), len(known) - 1)
    nearest = right if right == 0 or known[right] - at < at - known[right - 1] else right - 1
    return nearest if space.shows(known[nearest]) else -1


def _bubble_under(figure: Figure, space: Space, position: QPointF) -> int:
    """The smallest bubble that the pixel lies in, or nearly."""
    rows = {row[0]: at for at, row in enumerate(figure.table.rows)}
    found = [
        (mark.size, rows[mark.label])
        for mark in figure.marks
        if isinstance(mark, Point)
        and mark.size
        and mark.label in rows
        and _distance(space, mark.x, mark.y, position) <= mark.size / 2 + _NEAR / 2
    ]
    return min(found)[1] if found else -1


def _distance(space: Space, x: float, y: float, position: QPointF) -> float:
    away = QPointF(space.x(x), space.y(y)) - position
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)


def series_under(figure: Figure, space: Space, row: int, position: QPointF) -> int:
    """The column of the table whose bar or line of a segment the pixel means; −1 where it means none."""
    columns = [at for at, values in enumerate(figure.segments.columns) if values]
    if not columns or row < 0:
        return -1
    if figure.kind == "line":
        return _line_under(figure, space, columns, position)
    for mark in figure.marks:
        if isinstance(mark, Bar) and mark.ink != "hatch" and _holds(mark, space, position):
            return next((at for at in columns if figure.table.columns[at].ink == mark.ink), -1)
    return -1


def _holds(bar: Bar, space: Space, position: QPointF) -> bool:
    top, bottom = sorted((space.y(bar.y0), space.y(bar.y1)))
    return space.x(bar.x0) <= position.x() <= space.x(bar.x1) and top <= position.y() <= bottom


def _line_under(figure: Figure, space: Space, columns: list[int], position: QPointF) -> int:
    """The line that passes nearest above or below the pixel, if it is near."""
    xs = figure.readout_xs
    right = min(max(1, bisect([space.x(x) for x in xs], position.x())), len(xs) - 1)
    away = []
    for at in columns:
        ends = [(space.x(xs[i]), figure.table.number(i, at)) for i in {max(0, right - 1), right}]
        known = sorted((x, space.y(value)) for x, value in ends if value is not None)
        if known:
            (x0, y0), (x1, y1) = known[0], known[-1]
            share = (position.x() - x0) / (x1 - x0) if x1 > x0 else 0.0
            away.append((abs(y0 + share * (y1 - y0) - position.y()), at))
    return min(away)[1] if away and min(away)[0] <= _NEAR else -1


def moved_row(figure: Figure, row: int, key: Qt.Key, step: int) -> int | None:
    """Where an arrow, Home or End leads the crosshair; None for other keys."""
    last = len(places(figure)) - 1
    back, on = (Qt.Key.Key_Up, Qt.Key.Key_Down) if figure.readout_ys else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    moves = {
        back: max(0, (row if row >= 0 else last + 1) - step),
        on: min(last, row + step),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }
    return moves.get(key) if last >= 0 else None


def moved_series(figure: Figure, row: int, column: int, key: Qt.Key) -> int | None:
    """The series of a segment above or below among those that are read out; above the first is none. Else None."""
    if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or row < 0 or not any(figure.segments.columns):
        return None
    order = [line.column for line in readout(figure, row).lines if figure.segments.at(row, line.column)]
    at = order.index(column) if column in order else -1
    at = min(len(order) - 1, at + 1) if key is Qt.Key.Key_Down else max(-1, at - 1)
    return order[at] if at >= 0 else -1
