"""The texts of a figure in pixels: ticks, names at the ends of lines, values on bars and points, notes on rules."""

import math

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kpidesk.charts.figure import Bar, Cell, Figure, Line, Point, Rule, Text
from kpidesk.charts.labels import LABEL_GAP, spread
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role, advance, line_height
from kpidesk.qt.painting.bar_painter import bar_rect
from kpidesk.qt.painting.inks import Colours, ink, pen
from kpidesk.qt.painting.lettering import Labels
from kpidesk.qt.painting.obstacles import obstacles
from kpidesk.qt.painting.plot_painter import cell_rect
from kpidesk.qt.painting.point_labels import SOUGHT_AROUND, PointLabels, Sized
from kpidesk.qt.painting.space import AXIS_GAP, EDGE, Say, Space, fitting_ticks

_FOLDED, _FOLDED_SHORT = 60.0, 30.0
"""Notes closer than this share one label; those that have a shorter form find room under one another before."""

_NOTE_LINES = 4
"""So many notes with long words find room under one another."""

_BESIDE, _CLOSE = 3.0, 2.0
"""So far within the room of another's note a rule only touches its first or last letter; so far off, not even that."""
_BETWEEN_NOTES = 12.0
"""Two notes nearer than this on one line read as one."""
_LEADING = 4.0
"""What is empty above and below the letters of a line of text: in a low plot lines of notes share it."""
_AROUND = QMarginsF(_BETWEEN_NOTES, -_LEADING, _BETWEEN_NOTES, -_LEADING)

_TOO_WIDE = 50.0
"""What it costs a note to reach beyond the plot or over its own rule: the shorter one stands, if it has one."""

_FEW_LINES = 4
"""Among more lines a value may find no room that none runs through."""

_LEAST_CELL, _LOWEST_CELL = 28.0, 12.0
_DENSEST = 0.8
"""Names of rows stand no closer than this part of a line; where they would, every other is left out."""


def paint_labels(painter: QPainter, figure: Figure, space: Space, colours: Colours, say: Say) -> tuple[str, ...]:
    """Everything written inside the plot and along its axes; answers the texts in the order written."""
    targets = tuple(space.y(m.at) for m in figure.marks if isinstance(m, Rule) and m.axis == "y" and m.label)
    grid = tuple(space.y(tick.at) for tick in figure.y.ticks if not tick.is_bare) if figure.y.has_grid else ()
    uprights = tuple(space.x(m.at) for m in figure.marks if isinstance(m, Rule) and m.axis == "x" and not m.label)
    lines = obstacles(figure, space) if targets else ()
    labels = Labels(painter, space, colours, say, lines, (*targets, *grid), uprights)
    rooms = PointLabels(figure, space, labels.taken)
    _y_ticks(labels, figure)
    _x_ticks(labels, figure)
    hatched = [m.x1 for m in figure.marks if isinstance(m, Bar) and m.pattern == "hatch" and math.isinf(m.y0)]
    ends = [m for m in figure.marks if isinstance(m, Line) and m.label and space.shows(m.xs[-1])]
    _line_ends(labels, ends, space.x(max(hatched)) + 6 if hatched else 0.0)
    _points(labels, rooms, [m for m in figure.marks if isinstance(m, Point) and m.label and space.shows(m.x)])
    _rules(
        labels,
        rooms,
        [m for m in figure.marks if isinstance(m, Rule) and m.label and (m.axis == "y" or space.shows(m.at))],
    )
    for mark in figure.marks:
        if isinstance(mark, Bar) and mark.label and mark.label_at and space.shows((mark.x0 + mark.x1) / 2):
            _bar(labels, mark)
        elif isinstance(mark, Cell) and mark.text:
            _cell(labels, mark)
    return tuple(labels.written)


def _y_ticks(labels: Labels, figure: Figure) -> None:
    space, height = labels.space, float(line_height(Role.MICRO))
    right = space.rect.left() - AXIS_GAP
    is_name = figure.y.kind == "category"
    last = -math.inf
    for tick in figure.y.ticks:
        y = space.y(tick.at)
        if not min(space.y_low, space.y_high) <= tick.at <= max(space.y_low, space.y_high):
            continue
        if is_name and abs(y - last) < _DENSEST * height:
            continue
        last, top = y, y - height / 2
        text, note = labels.say(tick.text), labels.say(tick.note)
        if note:
            note_rect = QRectF(0, top, right, height)
            labels.write(note_rect, note, Role.MICRO, "ink3", Qt.AlignmentFlag.AlignRight)
        end = right - (advance(note, Role.MICRO) + AXIS_GAP if note else 0.0)
        flag = Qt.AlignmentFlag.AlignLeft if note else Qt.AlignmentFlag.AlignRight
        labels.write(QRectF(0, top, max(0.0, end), height), text, Role.MICRO, "ink2" if is_name else "ink3", flag)


def _x_ticks(labels: Labels, figure: Figure) -> None:
    space, height = labels.space, float(line_height(Role.MICRO))
    top = space.rect.top() - height - 6 if figure.kind == "heatmap" else space.rect.bottom() + 6
    is_name = figure.x.kind == "category"
    room = space.x(1.0) - space.x(0.0) - 4 if is_name else 0.0
    for tick in fitting_ticks(figure.x, space, labels.say):
        text = labels.say(tick.text)
        if is_name and tick.short and advance(text, Role.MICRO) > room:
            text = labels.say(tick.short)
        width = room if is_name else advance(text, Role.MICRO) + 2
        beyond = width / 2 if figure.x.kind == "value" else 4.0  # a number stands below its place
        left = min(max(0.0, space.x(tick.at) - width / 2), space.rect.right() + beyond - width)
        rect = QRectF(left, top, width, height)
        labels.write(rect, text, Role.MICRO, "ink2" if is_name else "ink3", Qt.AlignmentFlag.AlignHCenter)


def _line_ends(labels: Labels, lines: list[Line], least: float) -> None:
    """Names or values behind the last points and behind a hatched column, moved apart where they would touch."""
    space = labels.space
    ends = [line for line in lines if line.ys and line.ys[-1] == line.ys[-1]]
    height = float(line_height(Role.LABEL))
    half = height / 2
    places = [space.y(line.ys[-1]) for line in ends]
    moved = spread(places, max(LABEL_GAP, height - 3), space.rect.top() + half - 6, space.rect.bottom() - half + 6)
    for line, y in zip(ends, moved, strict=True):
        role = Role.DELTA if line.is_strong else Role.LABEL
        x = max(space.x(line.xs[-1]) + 8, least)
        rect = QRectF(x, y - half, max(0.0, space.rect.right() + 8 - x), height)
        labels.taken.append(rect)
        text, has_ground = labels.say(line.label), labels.is_crossed(rect)
        labels.write(rect, text, role, line.label_ink, Qt.AlignmentFlag.AlignLeft, has_ground=has_ground)


def _points(labels: Labels, rooms: PointLabels, points: list[Point]) -> None:
    """Values and names beside dots, each where nothing else is; what is written on a dot only if it covers no text."""
    space = labels.space
    sized = [_sized(labels, point) for point in points]
    if rooms.figure.kind == "bubble":
        beside = [one for one in sized if one[0].label_at != "centre"]
        _names(labels, rooms, beside)
        sized = [one for one in sized if one[0].label_at == "centre"]
    for point, width, height in sized:
        text, role = labels.say(point.label), _role(point)
        if point.label_at != "centre":
            rect = rooms.room(point, width, height)
            _clear_hatch(labels, rooms, rect)
            labels.place(rect, text, role, point.label_ink, has_ground=_has_ground(rooms, rect))
            continue
        left = min(max(space.x(point.x) - width / 2, space.rect.left()), space.rect.right() - width + EDGE)
        top = min(space.y(point.y) - height / 2, space.rect.bottom() - height)
        labels.place(QRectF(left, top, width, height), text, role, point.label_ink, is_bound=False)


def _names(labels: Labels, rooms: PointLabels, names: list[Sized]) -> None:
    """Names of bubbles and rays; one that found no room beside its own is led back to it."""
    found = rooms.names(names)
    for room in found:
        if room.leader is not None:
            labels.painter.setPen(pen(labels.colours, "lineStrong", 1.0))
            labels.painter.drawLine(room.leader)
    for (point, _width, _height), room in zip(names, found, strict=True):
        _clear_hatch(labels, rooms, room.rect)
        has_ground = _has_ground(rooms, room.rect)
        labels.place(room.rect, labels.say(point.label), _role(point), point.label_ink, has_ground=has_ground)


def _clear_hatch(labels: Labels, rooms: PointLabels, rect: QRectF) -> None:
    """A hatched column is taken off from under a text."""
    if rooms.is_hatched(rect):
        labels.painter.fillRect(rect.adjusted(1, 3, -1, -3), ink(labels.colours, "surface", 0.85))


def _has_ground(rooms: PointLabels, rect: QRectF) -> bool:
    """Whether a text stands on a line and so on a ground.

    A line that few others cross is not cut for it: its text has room on one of its sides.
    """
    is_crowded = sum(isinstance(mark, Line) for mark in rooms.figure.marks) > _FEW_LINES
    return (is_crowded or rooms.figure.kind in SOUGHT_AROUND) and rooms.is_crossed(rect)


def _role(point: Point) -> Role:
    return Role.DELTA if point.is_strong else Role.MICRO if point.is_small else Role.LABEL


def _sized(labels: Labels, point: Point) -> Sized:
    role = _role(point)
    return point, advance(labels.say(point.label), role) + 4, float(line_height(role))


def _rules(labels: Labels, rooms: PointLabels, rules: list[Rule]) -> None:
    """Names of targets at the left above their line; notes beside theirs, near ones folded into one."""
    for rule in (r for r in rules if r.axis == "y"):
        text = labels.say(rule.label)
        width, height = advance(text, Role.LABEL) + 4, float(line_height(Role.LABEL))
        rect = QRectF(*_beside(labels, rule, width, height), width, height)
        labels.place(rect, text, Role.LABEL, rule.label_ink)
    upright = sorted((r for r in rules if r.axis == "x"), key=lambda r: r.at)
    groups: list[list[Rule]] = []
    for rule in upright:
        least = _FOLDED_SHORT if rule.short else _FOLDED
        is_near = groups and labels.space.x(rule.at) - labels.space.x(groups[-1][-1].at) < least
        if is_near:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        _note(labels, rooms, group, [rule for rule in upright if rule not in group])


def _beside(labels: Labels, rule: Rule, width: float, height: float) -> tuple[float, float]:
    """The first free corner along a horizontal rule: above or below it, at its own end or the other."""
    left, right = labels.space.rect.left() + 2, labels.space.rect.right() - width
    ends = (left, right) if rule.label_at == "start" else (right, left)
    y = labels.space.y(rule.at)
    places = [(x, top) for x in ends for top in (y - height - 1, y + 2)]
    return next((p for p in places if labels.is_free(QRectF(*p, width, height))), places[0])


def _note(labels: Labels, rooms: PointLabels, group: list[Rule], others: list[Rule]) -> None:
    """On the side with more room, off other notes, their rules and the lines; else in short, on a clean ground."""
    rule = group[0]
    texts: tuple[Text, ...] = (rule.label, rule.short) if rule.short else (rule.label,)
    if len(group) > 1:
        texts = (Message(QT_TRANSLATE_NOOP("charts", "{count} notes"), count=len(group)),)
    found = [(cost, rect, text) for text in texts for cost, rect in _note_rooms(labels, rooms, rule, text, others)]
    cost, rect, text = min(found, key=lambda each: each[0])
    if cost:
        labels.painter.fillRect(rect.adjusted(-1, 2, 1, -2), labels.colours["surface"])
    labels.place(rect, labels.say(text), Role.LABEL, rule.label_ink)


def _note_rooms(
    labels: Labels, rooms: PointLabels, rule: Rule, text: Text, others: list[Rule]
) -> list[tuple[float, QRectF]]:
    """Where a note may stand beside its rule, with what is in the way there."""
    space = labels.space
    width, height = advance(labels.say(text), Role.LABEL) + 2, float(line_height(Role.LABEL))
    x = space.x(rule.at)
    places = (x + 6, x - 5 - width, x - _CLOSE - width)  # the last where another rule is near
    sides = [left for left in places if space.rect.left() <= left <= space.rect.right() - width]
    is_wide = not sides
    if not sides or x - space.rect.left() >= space.rect.right() - x:
        sides = sorted(sides, key=lambda left: left > x) or [max(space.rect.left(), x - 6 - width)]
    is_high = rule.label_at == "stop"
    own_top = max(space.rect.top(), space.y(rule.stop)) if math.isfinite(rule.stop) else space.rect.top()
    top, step = (own_top, height) if is_high else (space.rect.bottom() - height - 2, -height)
    rects = [QRectF(left, top + line * step, width, height) for left in sides for line in range(_NOTE_LINES)]
    return [
        (
            100 * sum(rect.marginsAdded(_AROUND).intersects(other) for other in labels.taken)
            + 10 * sum(rect.left() + _BESIDE < at < rect.right() - _BESIDE for at in _beside_of(rect, others, space))
            + 2 * sum(rect.left() - _CLOSE < at < rect.right() + _CLOSE for at in _beside_of(rect, others, space))
            + rooms.crossings(rect)
            + rooms.is_hatched(rect)
            + _TOO_WIDE * is_wide,
            rect,
        )
        for rect in rects
    ]


def _beside_of(rect: QRectF, rules: list[Rule], space: Space) -> list[float]:
    """Where the rules stand that reach as high as a name; others begin below it."""
    high = rect.bottom() - _LEADING
    return [space.x(rule.at) for rule in rules if not math.isfinite(rule.stop) or space.y(rule.stop) < high]


def _bar(labels: Labels, mark: Bar) -> None:
    """A value at the bar's end; left out where it would cover a neighbour's."""
    rect = bar_rect(mark, labels.space)
    text = labels.say(mark.label)
    width, height = advance(text, Role.MICRO) + 2, float(line_height(Role.MICRO))
    centre = rect.center()
    corner = {
        "above": QPointF(centre.x() - width / 2, rect.top() - height - 1),
        "below": QPointF(centre.x() - width / 2, rect.bottom() + 1),
        "left": QPointF(rect.left() - width - 6, centre.y() - height / 2),
    }.get(mark.label_at, QPointF(rect.right() + 6, centre.y() - height / 2))
    labels.place(QRectF(corner.x(), corner.y(), width, height), text, Role.MICRO, mark.label_ink, is_bound=False)


def _cell(labels: Labels, mark: Cell) -> None:
    rect = cell_rect(mark, labels.space)
    if rect.width() + 2 < _LEAST_CELL or rect.height() < _LOWEST_CELL or advance(mark.text, Role.MICRO) > rect.width():
        return
    token = f"on{mark.ink[0].upper()}{mark.ink[1:]}"
    if mark.pattern == "hatch":  # no line runs through the number
        free = max(0.0, (rect.width() - advance(mark.text, Role.MICRO)) / 2 - 4)
        above = max(3.0, (rect.height() - line_height(Role.MICRO)) / 2)
        labels.painter.fillRect(rect.adjusted(free, above, -free, -above), labels.colours[mark.ink])
    labels.write(rect, mark.text, Role.MICRO, token, Qt.AlignmentFlag.AlignHCenter)
