"""Bubbles, intervals by group and spreads of scores: what is drawn is what is known."""

import math

import pytest
from kpidesk.charts.figure import Bar, Line, Point, Rule
from kpidesk.charts.kinds.bubble import Bubble, BubbleView, Measured, build_bubbles
from kpidesk.charts.kinds.intervals import Group, IntervalView, build_intervals
from kpidesk.charts.kinds.spread import build_spread
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style

STYLE, OPTIONS = Style(), FigureOptions()


def bubbles(*found, style=STYLE):
    named = (Measured("CAC", "money"), Measured("LTV", "money"), Measured("New customers", "count"))
    return build_bubbles(BubbleView(found, *named, rays=((3.0, "LTV/CAC 3"), (1.0, "1"))), style, OPTIONS)


def test_area_goes_with_volume():
    figure = bubbles(Bubble("A", 100, 900, 40), Bubble("B", 300, 300, 10))
    sizes = {p.label: p.size for p in figure.marks if isinstance(p, Point) and p.size}
    assert (sizes["A"] / sizes["B"]) ** 2 == pytest.approx(4)


def test_rays_have_their_slope_and_stay_inside():
    figure = bubbles(Bubble("A", 100, 900, 40), Bubble("B", 300, 300, 10))
    rays = [mark for mark in figure.marks if isinstance(mark, Line)]
    assert [line.ys[1] / line.xs[1] for line in rays] == pytest.approx([3, 1])
    assert all(line.xs[1] <= figure.x.high and line.ys[1] <= figure.y.high + 1e-9 for line in rays)


def test_bubbles_without_a_value_are_left_out():
    figure = bubbles(Bubble("A", 100, 900, 40), Bubble("B", math.nan, 300, 10), Bubble("C", 10, 20, 0))
    assert [row[0] for row in figure.table.rows] == ["A"]
    assert bubbles(Bubble("B", math.nan, 1, 1)).empty is not None


def test_currency_that_the_axes_leave_out_is_in_the_foot():
    a, b = Bubble("A", 100, 900, 40), Bubble("B", 300, 300, 10)
    assert "Money in 美元" in [str(part) for part in bubbles(a, b, style=Style("zh_Hans", "USD")).footnote]
    assert "Money in USD" not in [str(part) for part in bubbles(a, b, style=Style("en", "USD")).footnote]


def test_interval_of_each_group_is_drawn_and_few_answers_are_grey():
    view = IntervalView(
        "NPS", "score", (Group("v1", 20, 100, 5, 35), Group("v2", 50, 10, -1, 70), Group("v3", 9, 50)), 23
    )
    figure = build_intervals(view, STYLE, OPTIONS)
    lines = [mark for mark in figure.marks if isinstance(mark, Line)]
    assert [(line.xs, line.ink) for line in lines] == [((5, 35), "series.1"), ((-1, 70), "baseline")]
    assert [mark.at for mark in figure.marks if isinstance(mark, Rule)] == [23]
    assert [tick.note for tick in figure.y.ticks] == ["n 100", "n 10", "n 50"]


def test_numbers_of_low_rows_stand_beside_their_intervals():
    """Rows of 22 and 30 pixels: above a dot its number would lie on the interval before, or as near to that one."""
    wide = {"a": (0.5, 0.1), "b": (0.4, 0.1), "c": (0.9, 0.1), "d": (0.5, 0.2), "e": (0.6, 0.1), "f": (0.7, 0.1)}
    groups = tuple(Group(name, value, 900, value - 0.1, value + more) for name, (value, more) in wide.items())
    view = IntervalView("Bounce rate", "share", groups)
    low = build_intervals(view, STYLE, FigureOptions(size=(1100, 170)))
    written = [(mark.x, mark.label_at) for mark in low.marks if isinstance(mark, Point) and mark.label]
    assert [side for _, side in written] == ["right", "right", "left", "right", "right", "right"]
    assert [x for x, _ in written] == pytest.approx([0.6, 0.5, 0.8, 0.7, 0.7, 0.8])
    middling = build_intervals(view, STYLE, FigureOptions(size=(1100, 230)))
    assert "above" not in {mark.label_at for mark in middling.marks if isinstance(mark, Point) and mark.label}
    high = build_intervals(view, STYLE, FigureOptions(size=(1100, 260)))
    assert {mark.label_at for mark in high.marks if isinstance(mark, Point)} == {"above"}


def test_zones_of_nps_have_their_shares():
    counts = dict.fromkeys(range(11), 0) | {10: 5, 8: 3, 6: 2}
    figure = build_spread("nps", "NPS", counts, STYLE, OPTIONS)
    inks = [mark.ink for mark in figure.marks if isinstance(mark, Bar)]
    assert inks == ["bad", "baseline", "good"]  # a score that nobody gave has no bar
    assert [str(entry.name) for entry in figure.key] == ["Detractors 20%", "Passives 30%", "Promoters 50%"]
    assert build_spread("nps", "NPS", dict.fromkeys(range(11), 0), STYLE, OPTIONS).empty is not None


def test_numbers_of_low_rows_stand_beside_their_intervals_within_the_axis():
    """Wide intervals that end at the end of the axis: the numbers stand left of them, for which it begins earlier."""
    groups = tuple(Group(f"channel {at}", 0.9997, 3000.0, 0.998 + at * 1e-5, 0.99995) for at in range(7))
    figure = build_intervals(IntervalView("Bounce rate", "share", groups), STYLE, FigureOptions(size=(450, 200)))
    numbers = [mark for mark in figure.marks if isinstance(mark, Point) and mark.label]
    assert {mark.label_at for mark in numbers} == {"left"}
    pixels = (450 - 160) / (figure.x.high - figure.x.low)
    assert all((mark.x - figure.x.low) * pixels >= 7 * len("99.97%") for mark in numbers)


def test_numbers_of_low_rows_keep_off_the_line_through_all_groups_and_off_their_dots():
    """Of many visits an interval is narrower than its dot; right of the second runs the line."""
    values = {"a": 0.748, "b": 0.421, "c": 0.30, "d": 0.34, "e": 0.58, "f": 0.5}
    groups = tuple(Group(name, value, 90_000, value - 1e-4, value + 1e-4) for name, value in values.items())
    view = IntervalView("Bounce rate", "share", groups, 0.441)
    figure = build_intervals(view, STYLE, FigureOptions(size=(900, 170)))
    written = {mark.y: mark for mark in figure.marks if isinstance(mark, Point) and mark.label}
    assert [written[at].label_at for at in range(6)] == ["left", "left", "right", "right", "right", "right"]
    pixel = (figure.x.high - figure.x.low) / (900 - 160)
    assert all(abs(written[at].x - value) >= 4 * pixel for at, value in enumerate(values.values()))


def test_n_beside_rows_is_written_as_in_a_table_with_its_total():
    groups = tuple(Group(str(n), 0.5, n) for n in (245_100, 89_100, 757_600, 1_136_200))
    style = Style("zh_Hans")
    figure = build_intervals(IntervalView("Bounce rate", "share", groups), style, OPTIONS)
    assert [tick.note for tick in figure.y.ticks] == ["n 24.5万", "n 8.9万", "n 75.8万", "n 113.6万"]
