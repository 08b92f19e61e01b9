"""Texts beside dots stand where no line, dot or other text is."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.charts.figure import Axis, Bar, Figure, Line, Point, Rule
from kpidesk.qt.painting.point_labels import PointLabels, crosses
from kpidesk.qt.painting.space import Space
from PySide6.QtCore import QRectF

_SPACE = Space(QRectF(0, 0, 400, 200), 0.0, 4.0, 0.0, 10.0)
_NOWHERE = Axis(0.0, 1.0, ())


def _figure(*marks: object) -> Figure:
    return Figure("line", marks, _NOWHERE, _NOWHERE)


def test_a_value_leaves_the_side_from_which_its_line_comes():
    dot = Point(2.0, 5.0, label="35")
    steep = Line((1.9, 2.0, 2.1), (10.0, 5.0, 0.0), "series.1")
    rect = PointLabels(_figure(steep, dot), _SPACE, []).room(dot, 30, 18)
    pieces = ((190, 0, 200, 100), (200, 100, 210, 200))
    edges = (rect.left(), rect.top() + 3, rect.right(), rect.bottom() - 3)
    assert not any(crosses(*edges, piece) for piece in pieces)


def test_a_name_keeps_off_other_dots_and_texts():
    dot, right = Point(2.0, 5.0, size=20.0, label="Email"), Point(2.5, 5.0, size=40.0)
    taken = [QRectF(100, 90, 86, 18)]
    rect = PointLabels(_figure(dot, right), _SPACE, taken).room(dot, 40, 18)
    assert not rect.intersects(QRectF(230, 80, 40, 40))
    assert not rect.intersects(taken[0])


def test_where_nothing_stands_a_text_stays_on_its_side():
    dot = Point(2.0, 5.0, size=10.0, label="1", label_at="right")
    assert PointLabels(_figure(dot), _SPACE, []).room(dot, 20, 18).left() == pytest.approx(200 + 5 + 4)


def test_a_name_between_two_bubbles_stands_a_little_higher_beside_its_own():
    dot = Point(0.3, 5.0, size=52.0, label="Organic search", label_at="right")
    above, below = Point(0.76, 7.5, size=46.0), Point(0.56, 4.1, size=38.0)
    rect = PointLabels(_figure(dot, above, below), _SPACE, []).room(dot, 90, 18)
    assert rect.left() == pytest.approx(30 + 26 + 4)
    assert rect.center().y() == pytest.approx(100 - 13)


def test_names_side_by_side_leave_each_other_the_only_rooms():
    """The first has room on both sides, the second on one alone: whoever is named first."""
    wide, narrow = (
        Point(2.4, 5.0, label="Paid search", label_at="left"),
        Point(1.5, 5.0, size=28.0, label="Email", label_at="right"),
    )
    around = (Point(1.2, 5.0, size=30.0), Point(1.5, 3.0, size=46.0), Point(1.5, 7.0, size=46.0))
    figure = Figure("bubble", (wide, narrow, *around), _NOWHERE, _NOWHERE)
    labels = PointLabels(figure, _SPACE, [])
    texts = [(wide, 66.0, 18.0), (narrow, 36.0, 18.0)]
    for order in (texts, texts[::-1]):
        one, other = (room.rect for room in labels.names(order))
        assert not one.adjusted(0, 3, 0, -3).intersects(other.adjusted(0, 3, 0, -3))
    assert labels.names([]) == []
    assert not labels.taken


def test_a_value_leans_away_from_a_hatched_column():
    dot, column = Point(2.0, 5.0, label="$375"), Bar(2.05, 3.0, -math.inf, math.inf, "ink3", pattern="hatch")
    rect = PointLabels(_figure(column, dot), _SPACE, []).room(dot, 40, 18)
    assert rect.right() <= 205 + 1
    assert rect.bottom() < 100


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [((0, 0), (10, 10), True), ((0, 6), (4, 10), False), ((0, 5), (10, 5), True), ((7, 0), (7, 9), False)],
)
def test_a_piece_of_a_line_runs_through_a_rectangle(start: tuple, stop: tuple, expected: bool):
    assert crosses(4, 4, 6, 6, (*start, *stop)) is expected


@pytest.mark.parametrize("is_reversed", [False, True])
def test_many_values_stand_where_each_of_them_does(is_reversed: bool):
    space = Space(QRectF(30, 10, 600, 300), 0.0, 7.0, -3.0, 90.0, is_reversed)
    xs, ys = (0.0, 0.1, 3.0, 7.0, math.inf, -math.inf), (-3.0, 33.3, math.inf, -math.inf, 120.0, 90.0)
    across, down = space.pixels(xs, ys)
    assert across.tolist() == [space.x(x) for x in xs]
    assert down.tolist() == [space.y(y) for y in ys]
    assert math.isnan(space.pixels((1.0,), (math.nan,))[1][0])


def test_pieces_of_lines_and_rules_in_a_rectangle_are_counted_and_gaps_are_none():
    line = Line((0.0, 1.0, 2.0, 3.0, 4.0), (5.0, 5.0, math.nan, 5.0, 5.0), "baseline")
    labels = PointLabels(_figure(line, Rule("x", 2.0), Rule("y", 5.0)), _SPACE, [])
    assert labels.crossings(QRectF(0, 90, 400, 20)) == 4
    assert labels.crossings(QRectF(150, 90, 40, 20)) == 1
    assert labels.crossings(QRectF(150, 50, 40, 20)) == 0
    assert PointLabels(_figure(), _SPACE, []).crossings(QRectF(0, 0, 400, 200)) == 0


def test_a_value_on_a_falling_line_before_a_hatched_column_stands_on_neither():
    """The line comes from above and runs on, dotted, into the column: only below and left of the dot is room."""
    dot, column = (
        Point(2.0, 6.0, size=7.0, label="30.9小时"),
        Bar(2.1, 3.0, -math.inf, math.inf, "ink3", pattern="hatch"),
    )
    lines = (Line((1.0, 1.8, 2.0), (5.0, 9.0, 6.0), "series.1"), Line((2.0, 2.4), (6.0, 3.0), "series.1"))
    rising = Line((1.0, 1.6, 1.8, 2.0), (2.0, 4.0, 7.0, 6.0), "series.1")  # a peak just before: only above it is room
    for before in (lines, (rising, lines[1])):
        labels = PointLabels(_figure(column, *before, dot), _SPACE, [])
        rect = labels.room(dot, 50, 18)
        assert not labels.is_hatched(rect)
        assert not labels.crossings(rect.adjusted(0, 3, 0, -3))


def _channels(plot: QRectF) -> tuple[Figure, Space, list[tuple[Point, float, float]]]:
    """Six channels by CAC and LTV, five of them crowded at the left, with the two rays from the corner."""
    found = (
        ("Organic search", 0.0, 3205.0, 70.0), ("Paid search", 1039.0, 4871.0, 60.0), ("Partner", 600.0, 2655.0, 44.0),
        ("Referral", 0.0, 6039.0, 44.0), ("Email", 250.0, 5787.0, 38.0), ("LinkedIn ads", 7175.0, 4550.0, 33.0),
    )  # fmt: skip
    bubbles = [Point(x, y, size=size, label=name, label_at="right") for name, x, y, size in found]
    rays = (Line((0.0, 2416.0), (0.0, 7247.0), "lineStrong"), Line((0.0, 7247.0), (0.0, 7247.0), "lineStrong"))
    figure = Figure("bubble", (*rays, *bubbles), _NOWHERE, _NOWHERE)
    space = Space(plot, -516.0, 8610.0, -435.0, 7247.0)
    return figure, space, [(bubble, 7.0 * len(bubble.label) + 4, 18.0) for bubble in bubbles]


def _gap(rect: QRectF, x: float, y: float, radius: float) -> float:
    """From a text to the edge of a circle."""
    across = max(rect.left() - x, 0.0, x - rect.right())
    down = max(rect.top() + 3 - y, 0.0, y - rect.bottom() + 3)
    return math.hypot(across, down) - radius


@pytest.mark.parametrize("wide", [400.0, 430.0, 480.0, 505.0, 560.0, 700.0])
@pytest.mark.parametrize("high", [166.0, 180.0, 200.0, 220.0, 240.0])
def test_names_of_crowded_bubbles_keep_off_all_of_them_and_stand_beside_their_own(wide: float, high: float):
    figure, space, texts = _channels(QRectF(50, 40, wide, high))
    labels = PointLabels(figure, space, [])
    found = labels.names(texts)
    for (point, *_), room in zip(texts, found, strict=True):
        gaps = {each.label: _gap(room.rect, space.x(each.x), space.y(each.y), each.size / 2) for each, *_ in texts}
        own = gaps.pop(point.label)
        assert own > 0
        assert min(gaps.values()) >= 2.0
        assert own <= min(gaps.values()) + 1 or room.leader is not None
        for other, *_ in texts:  # a name right above or below another bubble is read as that one's
            between = math.hypot(space.x(other.x) - space.x(point.x), space.y(other.y) - space.y(point.y))
            is_over = abs(room.rect.center().x() - space.x(other.x)) < 0.35 * other.size
            if is_over and between >= (other.size + point.size) / 2:
                assert own <= gaps[other.label] - 3 or room.leader is not None
    for one, other in itertools.combinations((room.rect.adjusted(0, 3, 0, -3) for room in found), 2):
        assert not one.intersects(other)
    assert found == labels.names(texts)


@given(
    st.lists(
        st.tuples(st.floats(0.2, 3.8), st.floats(0.5, 9.5), st.floats(8.0, 40.0), st.integers(3, 14)),
        min_size=1,
        max_size=8,
        unique_by=lambda each: (round(each[0], 1), round(each[1])),  # many in one place leave no room for all names
    )
)
@settings(max_examples=40, deadline=None)
def test_names_of_any_bubbles_are_told_apart_and_led_back_where_they_are_not_beside_their_own(found: list):
    bubbles = [Point(x, y, size=size, label="n" * long, label_at="right") for x, y, size, long in found]
    figure = Figure("bubble", tuple(bubbles), _NOWHERE, _NOWHERE)
    space = Space(QRectF(50, 40, 600, 300), 0.0, 4.0, 0.0, 10.0)
    rooms = PointLabels(figure, space, []).names([(each, 7.0 * len(each.label) + 4, 18.0) for each in bubbles])
    for one, other in itertools.combinations((room.rect.adjusted(0, 3, 0, -3) for room in rooms), 2):
        assert not one.intersects(other)
    for bubble, room in zip(bubbles, rooms, strict=True):
        gaps = [_gap(room.rect, space.x(each.x), space.y(each.y), each.size / 2) for each in bubbles]
        own = gaps.pop(bubbles.index(bubble))
        assert own <= min(gaps, default=math.inf) + 1 or room.leader is not None
        if room.leader is not None:
            x, y = room.leader.x2() - space.x(bubble.x), room.leader.y2() - space.y(bubble.y)
            assert math.hypot(x, y) == pytest.approx(bubble.size / 2)


def test_the_name_of_where_two_drivers_are_now_keeps_off_the_line():
    now, line = (
        Point(2.0, 5.0, size=8.0, label="now", label_at="right"),
        Line((2.1, 2.3, 2.9), (9.0, 5.0, 0.0), "scenario"),
    )
    figure = Figure("two_drivers", (line, now), _NOWHERE, _NOWHERE)
    labels = PointLabels(figure, _SPACE, [])
    assert not labels.crossings(labels.room(now, 30, 18))


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_number_in_a_low_row_stays_on_its_row_whatever_line_runs_there(side: str):
    number = Point(2.0, 5.0, size=0, label="42.1%", label_at=side)
    figure = Figure(
        "intervals", (Rule("x", 1.9), Rule("x", 2.1), Point(2.0, 5.0, size=9.0), number), _NOWHERE, _NOWHERE
    )
    rect = PointLabels(figure, _SPACE, []).room(number, 36, 18)
    assert rect.center().y() == pytest.approx(100)
    assert (rect.right() < 200) == (side == "left")
