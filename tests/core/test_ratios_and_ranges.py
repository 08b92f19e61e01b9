"""Small ratios keep their digits; the ends of a range are told apart from its signs."""

import pytest
from kpidesk.core.formatting import Style, format_change, format_range, format_value

HANS, HANT = Style(language="zh_Hans"), Style(language="zh_Hant")


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (0.125, "0.125"),
        (0.38461, "0.385"),
        (0.5, "0.50"),
        (0.0632, "0.063"),
        (0.0042, "0.0042"),
        (0.9997, "1.0"),
        (2.0074, "2.0"),
        (0.0, "0.0"),
    ],
)
def test_ratio_below_one_keeps_three_digits(ratio: float, text: str):
    assert format_value(ratio, "ratio", Style()) == text
    assert format_value(-ratio, "ratio", Style()) == (f"−{text}" if ratio else text)


def test_change_of_a_small_ratio_is_as_fine_as_the_ratio():
    """0.185 after 0.125: a tenth more would be almost twice as much."""
    assert format_change(0.06, "ratio", Style(), beside=0.185) == "+0.06"
    assert format_change(-0.0125, "ratio", Style(), beside=0.125) == "−0.013"
    assert format_change(-0.4765, "ratio", Style(), beside=2.0) == "−0.5"
    assert format_change(-0.4765, "ratio", Style()) == "−0.5"


@pytest.mark.parametrize(
    ("low", "high", "kind", "style", "text"),
    [
        (-61, 61, "score", Style(), "−61 to 61"),
        (-61, -12, "score", HANS, "−61 至 −12"),
        (-0.081, 0.542, "share", Style(), "−8.1% to 54.2%"),
        (-0.081, 0.542, "share", HANT, "−8.1% 至 54.2%"),
        (-2, 5, "days", Style(), "−2.0 d to 5.0 d"),
        (-2, 5, "days", HANS, "−2.0 至 5.0天"),
        (-300, 1_200, "money", Style(), "−$300 to $1,200"),
        (3, 5, "score", HANS, "3.0–5.0"),
    ],
)
def test_range_with_a_sign_is_said_in_a_word(low: float, high: float, kind: str, style: Style, text: str):
    assert format_range(low, high, kind, style) == text
