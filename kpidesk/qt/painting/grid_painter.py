"""A table on paper: heads in as many lines as they need, numbers at the right, a hairline below each row."""

import math
import re
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from kpidesk.export.grid import Grid, with_rows
from kpidesk.qt.fonts import Role, advance, font, line_height, metrics
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.text_lines import wrapped

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MANY_COLUMNS = 8
_NAMES, _LEAST_NAMES = 0.34, 0.2
"""The share of the width that names get at most, and where numbers need more than the rest."""
_GAP, _EDGES = 12.0, 6.0
_ALIKE = 0.8
_COUNTED = re.compile(r"(?<=\d)(?=[年月日季週周])")
_BREAK = re.compile(r"\s|(?<=-)|(?<=[\u2e80-\u9fff])")
_PARTED = re.compile(r"\S\s|[\u2e80-\u9fff]\d")
_JOINER = "\u2060"


def paint_grid(painter: QPainter, rect: QRectF, grid: Grid, colours: Colours) -> None:
    """Narrower type where there are many columns; as many rows as there is room for, and how many there are besides."""
    (role, strong), widths = _roles(grid), _widths(grid, rect.width())
    lefts = list(accumulate(widths, initial=rect.left()))
    top = _paint_heads(painter, rect, _heads(grid, widths), lefts, strong, colours)
    tall = line_height(role) + _EDGES
    if (len(grid.rows) + bool(grid.left_out)) * tall > rect.bottom() - top:
        grid = with_rows(grid, max(1, int((rect.bottom() - top) / tall) - 1), QCoreApplication.translate)
    if not grid.tints:
        _hairline(painter, rect, top, colours)
    tints = {(row, column): ink for row, column, ink in grid.tints}
    for at, cells in enumerate(grid.rows):
        used = strong if at in grid.totals else role
        for column, text in enumerate(cells):
            cell = QRectF(lefts[column], top, widths[column], tall)
            tint = tints.get((at, column - 1))
            if tint is not None:
                painter.fillRect(cell.adjusted(1, 1, -1, -1), colours[tint])
            ink = f"on{tint[0].upper()}{tint[1:]}" if tint is not None else "ink1"
            side = LEFT if column == 0 else _RIGHT
            paint_line(painter, cell.adjusted(2, 0, -4, 0), text, used, colours, ink, side)
        top += tall
        if not grid.tints:
            _hairline(painter, rect, top, colours)
    if grid.left_out:
        paint_line(painter, QRectF(rect.left(), top, rect.width(), tall), grid.left_out, Role.MICRO, colours, "ink3")


def _paint_heads(
    painter: QPainter,
    rect: QRectF,
    heads: Sequence[Sequence[str]],
    lefts: Sequence[float],
    role: Role,
    colours: Colours,
) -> float:
    """The heads stand on the line below them; answers where that is."""
    line = float(line_height(role))
    bottom = rect.top() + max(map(len, heads)) * line + _EDGES
    for column, lines in enumerate(heads):
        for place, text in enumerate(reversed(lines)):
            width = lefts[column + 1] - lefts[column] - _EDGES
            cell = QRectF(lefts[column] + 2, bottom - _EDGES / 2 - (place + 1) * line, width, line)
            paint_line(painter, cell, text, role, colours, "ink3", LEFT if column == 0 else _RIGHT)
    return bottom


def _hairline(painter: QPainter, rect: QRectF, at: float, colours: Colours) -> None:
    painter.fillRect(QRectF(rect.left(), at - 0.5, rect.width(), 0.5), colours["hair"])


def _roles(grid: Grid) -> tuple[Role, Role]:
    """The type of the numbers, and of heads and totals."""
    is_wide = len(grid.heads) > _MANY_COLUMNS
    return (Role.MICRO, Role.MICRO_STRONG) if is_wide else (Role.LABEL, Role.DELTA)


def _widths(grid: Grid, width: float) -> tuple[float, ...]:
    """Names leave to the numbers what these need; columns of numbers are alike where that is enough for each."""
    (role, strong), count = _roles(grid), max(1, len(grid.heads) - 1)
    needs = [
        _EDGES + max(_widest(grid.heads[at], strong), *(advance(row[at], strong) for row in grid.rows), 0.0)
        for at in range(1, len(grid.heads))
    ]
    names = max((advance(row[0], role) for row in grid.rows), default=60.0) + _GAP
    first = min(names, max(width * _LEAST_NAMES, min(width * _NAMES, width - sum(needs))))
    alike = (width - first) / count
    if max(needs, default=0.0) <= alike:
        return (first, *(alike for _ in needs))
    spare = (width - first - sum(needs)) / count
    return (first, *(need + spare if spare >= 0 else need * (width - first) / sum(needs) for need in needs))


def _widest(head: str, role: Role) -> float:
    """The longest part of a head that stays in one line."""
    return max((advance(part.replace(_JOINER, ""), role) for part in _BREAK.split(_joined(head))), default=0.0)


def _heads(grid: Grid, widths: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    """Each in as many lines as its column needs, and as one that is about as long has; no number is parted."""
    role = _roles(grid)[1]
    rooms = [width - _EDGES for width in widths]
    needs = [advance(head, role) for head in grid.heads]
    longest = min((need for need, room in zip(needs, rooms, strict=True) if need > room), default=math.inf)
    return tuple(
        _lines(head, min(room, need - 1.0) if need > _ALIKE * longest and _PARTED.search(head) else room, role)
        for head, need, room in zip(grid.heads, needs, rooms, strict=True)
    )


def _lines(head: str, width: float, role: Role) -> tuple[str, ...]:
    if advance(head, role) <= width:
        return (head,)
    return tuple(line.replace(_JOINER, "") for line in wrapped(_joined(head), width, role)) or ("",)


def _joined(head: str) -> str:
    return _COUNTED.sub(_JOINER, head)


def paint_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: Role,
    colours: Colours,
    ink: str,
    side: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of a text, cut where its room ends."""
    painter.setFont(font(role))
    painter.setPen(colours[ink])
    flags = int(side) | int(Qt.TextFlag.TextDontClip)  # the tail of a g may reach below its line
    painter.drawText(rect, flags, metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 2))
