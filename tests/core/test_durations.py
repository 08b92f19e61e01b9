"""Long durations on cards: minutes and hours; seconds along an axis and in tables."""

from dataclasses import replace

import pytest
from kpidesk.charts.labels import change_text
from kpidesk.core.formatting import Style, format_change, format_range, format_value


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0.0 s"),
        (121.5, "121.5 s"),
        (599, "599.0 s"),
        (600, "10.0 min"),
        (9_000, "150.0 min"),
        (10_800, "3.0 h"),
        (9_522_876.1, "2,645.2 h"),
        (360_000_000, "100K h"),
    ],
)
def test_card_speaks_in_the_unit_that_suits(seconds, text):
    assert format_value(seconds, "seconds", Style()) == text


def test_change_of_a_duration_keeps_its_sign():
    assert format_change(-48_104.1, "seconds", Style()) == "−13.4 h"
    assert format_change(-3.1, "seconds", Style()) == "−3.1 s"


def test_change_of_a_duration_is_in_the_unit_of_the_duration():
    """19.7 min after 9.7 min is 10 min more, not 598 s."""
    assert format_change(598.0, "seconds", Style(), beside=1_182.0) == "+10.0 min"
    assert format_change(-598.0, "seconds", Style(), beside=580.0) == "−598.0 s"
    assert change_text(1_182.0, 584.0, "seconds", Style()) == "+10.0 min"


def test_chinese_has_its_own_words():
    assert format_value(1_200, "seconds", Style(language="zh_Hans")) == "20.0分钟"
    assert format_value(36_000, "seconds", Style(language="zh_Hant")) == "10.0小時"


def test_table_is_exact_and_an_axis_keeps_its_unit():
    assert format_value(9_522_876.1, "seconds", Style().exact()) == "9,522,876.1 s"
    assert format_value(3_600, "seconds", replace(Style(), scale=1.0)) == "3,600.0 s"


def test_other_units_of_time_are_left_alone():
    assert format_value(7.66, "months", Style()) == "7.7 mo"
    assert format_value(31.2, "hours", Style()) == "31.2 h"


@pytest.mark.parametrize(
    ("low", "high", "kind", "style", "text"),
    [
        (7.8, 12.1, "months", Style(), "7.8–12.1 mo"),
        (30, 7_200, "seconds", Style(), "30.0 s–120.0 min"),
        (1_200, 7_200, "seconds", Style(), "20.0–120.0 min"),
        (2, 5, "days", Style(language="zh_Hant"), "2.0–5.0天"),
        (3_247, 4_997, "money", Style(language="zh_Hans"), "3,247–4,997美元"),
        (3_247, 4_997, "money", Style(), "$3,247–$4,997"),
        (-2, 5, "days", Style(), "−2.0 d to 5.0 d"),
    ],
)
def test_range_says_its_unit_once(low, high, kind, style, text):
    assert format_range(low, high, kind, style) == text
