"""Shares on cards: as many digits as tell one from another, in values and in changes."""

import pytest
from kpidesk.core.formatting import Style, format_change, format_value


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.039, "3.9%"), (0.0088, "0.88%"), (0.002, "0.2%"), (0.00044, "0.044%"), (1.0, "100%"), (0.0, "0%")],
)
def test_small_shares_keep_two_digits(share: float, text: str):
    assert format_value(share, "share", Style()) == text


@pytest.mark.parametrize(("change", "text"), [(0.016, "+1.6 pt"), (-0.0085, "−0.9 pt"), (-0.00048, "−0.048 pt")])
def test_changes_keep_one(change: float, text: str):
    assert format_change(change, "share", Style()) == text


def test_exact_numbers_from_a_hundred_on_have_cents_at_most():
    assert format_value(957.3153, "ratio", Style().exact()) == "957.32"
    assert format_value(2.00744, "ratio", Style().exact()) == "2.0074"


def test_small_changes_of_one_table_have_one_number_of_decimals():
    changes = (0.00097, 0.0046, -0.026, -0.4)
    assert [format_change(c, "ratio", Style()) for c in changes] == ["+0.001", "+0.005", "−0.026", "−0.4"]


@pytest.mark.parametrize("style", [Style(), Style().exact()])
@pytest.mark.parametrize(("share", "text"), [(2547 / 2548, "99.96%"), (0.9999999, "99.99%"), (1 - 1e-16, "100%")])
def test_all_but_one_is_not_all(share: float, text: str, style: Style) -> None:
    assert format_value(share, "share", style) == text
