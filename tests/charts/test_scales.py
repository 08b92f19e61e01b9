import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.charts.labels import spread
from kpidesk.charts.scales import cut_axis, nice_ticks, time_axis, value_axis
from kpidesk.core.formatting import Style, format_tick
from kpidesk.core.period import Period

from tests.charts.frames import months

numbers = st.floats(-1e9, 1e9, allow_nan=False).map(lambda v: round(v, 3))


def texts(axis):
    return [tick.text for tick in axis.ticks]


@pytest.mark.parametrize(
    ("high", "kind", "language", "expected"),
    [
        (238_100, "money", "en", ["0", "$50K", "$100K", "$150K", "$200K", "$250K"]),
        (300_000, "money", "en", ["0", "$100K", "$200K", "$300K"]),
        (300_000, "money", "zh_Hans", ["0万", "10万", "20万", "30万"]),
        (9_800, "money", "zh_Hans", ["0", "2,500", "5,000", "7,500", "10,000"]),
        (14_600, "count", "zh_Hant", ["0", "5,000", "10,000", "15,000"]),
        (20_000, "count", "zh_Hant", ["0", "0.5萬", "1.0萬", "1.5萬", "2.0萬"]),
        (0.05, "share", "en", ["0%", "1%", "2%", "3%", "4%", "5%"]),
        (3, "count", "en", ["0", "1", "2", "3"]),
        (2.4e9, "money", "en", ["0", "$0.5B", "$1.0B", "$1.5B", "$2.0B", "$2.5B"]),
    ],
)
def test_ticks_are_round_and_share_one_unit(high, kind, language, expected):
    style = Style(language=language, currency="USD" if language == "en" else "CNY")
    found = texts(value_axis(0, high, kind, style))
    assert [text.replace("¥", "") for text in found] == [e.replace("0万", "0") if e == "0万" else e for e in expected]


def test_ticks_of_an_axis_that_does_not_start_at_zero_have_as_many_decimals_as_each_other():
    assert texts(cut_axis(2.05, 2.35, "ratio", Style())) == ["2.0", "2.2"]


@given(numbers, numbers)
def test_nice_ticks_cover_the_range_in_few_even_steps(a, b):
    low, high = sorted((a, b))
    if high - low < 1e-2:
        return
    ticks = nice_ticks(low, high)
    steps = [y - x for x, y in itertools.pairwise(ticks)]
    assert 2 <= len(ticks) <= 6
    assert ticks[0] <= low + 1e-6 * (high - low)
    assert ticks[-1] >= high - 1e-6 * (high - low)
    assert max(steps) - min(steps) < 1e-6 * (high - low)


@given(
    st.floats(0, 1e12),
    st.sampled_from(["money", "count", "share", "ratio", "months"]),
    st.sampled_from(["en", "zh_Hans"]),
)
def test_no_two_ticks_of_an_axis_read_alike(high, kind, language):
    axis = value_axis(0, high, kind, Style(language=language))
    assert len(set(texts(axis))) == len(axis.ticks)


def test_axis_from_zero_holds_zero_and_room_above_the_largest():
    axis = value_axis(10, 100, "money", Style(), room=0.06)
    assert axis.low == 0
    assert axis.zero == 0
    assert axis.high > 100


def test_cut_axis_starts_below_the_lowest_and_marks_no_zero():
    axis = cut_axis(231e3, 253.6e3, "money", Style())
    assert 0 < axis.low < 231e3
    assert axis.zero is None
    assert all(axis.low < tick.at <= axis.high for tick in axis.ticks)


def test_no_values_still_make_an_axis():
    assert value_axis(float("nan"), float("nan"), "money", Style()).high > 0
    assert value_axis(0, 0, "count", Style()).high > 0


def test_twelve_months_are_all_named_and_a_new_year_says_so():
    assert texts(time_axis(months("2025-07", 12), Style(), 640)) == [
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 26", "Feb", "Mar", "Apr", "May", "Jun"),
    ]


def test_three_years_are_thinned_to_half_years():
    assert texts(time_axis(months("2023-07", 36), Style(), 640)) == [
        *("Jul 23", "Jan 24", "Jul 24", "Jan 25", "Jul 25", "Jan 26"),
    ]


def test_narrow_charts_carry_fewer_months():
    wide, narrow = (time_axis(months("2024-07", 24), Style(), width) for width in (900, 200))
    assert len(narrow.ticks) < len(wide.ticks)


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2026-06", "Jun 26", "26年6月"),
        ("2026-Q2", "Q2 26", "26年Q2"),
        ("2026-06-18", "18 Jun 26", "26年6月18日"),
        ("2026-W01", "W1 26", "26年第1周"),
        ("2026", "2026", "2026年"),
    ],
)
def test_tick_of_a_period_has_its_year(period, en, zh):
    assert format_tick(Period.parse(period), Style()) == en
    assert format_tick(Period.parse(period), Style(language="zh_Hans")) == zh


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_labels_at_line_ends_keep_their_order_distance_and_room(places):
    moved = spread(places, 14, 0, 300)
    order = sorted(range(len(places)), key=lambda i: places[i])
    assert all(moved[b] - moved[a] >= 14 - 1e-6 for a, b in itertools.pairwise(order))
    assert min(moved) >= -1e-6
    assert max(moved) <= 300 + 1e-6


def test_labels_far_apart_stay_where_they_are():
    assert spread((10, 60, 110), 14, 0, 200) == (10, 60, 110)


def test_two_labels_that_touch_move_apart_evenly():
    assert spread((100, 104), 14, 0, 200) == pytest.approx((95, 109))


def test_too_many_labels_share_the_room():
    assert spread((5, 5, 5), 14, 0, 20) == pytest.approx((0, 10, 20))


def test_room_above_stops_at_what_a_share_or_score_can_reach():
    assert value_axis(0, 1.0, "share", Style(), room=0.06).high == 1.0
    assert value_axis(-40, 99, "score", Style(), room=0.06).high == 100
    assert value_axis(0, 1.3, "share", Style(), room=0.06).high > 1.3
