"""A change in words: relative where a share of what was says something, the difference where it does not."""

import pytest
from kpidesk.charts.labels import change_text
from kpidesk.core.formatting import Style


@pytest.mark.parametrize(
    ("value", "before", "kind", "said"),
    [
        (90.0, 100.0, "money", "−10.0%"),
        (0.0, 100.0, "money", "−100%"),
        (-8_386.0, 2_524.0, "money", "−$10.9K"),
        (50.0, -100.0, "money", "+$150"),
        (50.0, 0.0, "count", "+50"),
        (0.051, 0.043, "share", "+0.8 pt"),
        (0.64, 0.639975, "share", "0 pt"),
        (0.64, 0.6398, "share", "+0.02 pt"),
        (0.0088, 0.00928, "share", "−0.048 pt"),
        (0.1164, 0.1111, "ratio", "+0.005"),
        (0.11641, 0.11638, "ratio", "0.0"),
        (2.9, 2.911, "ratio", "−0.011"),
    ],
)
def test_a_change_across_nought_is_told_as_a_difference(value, before, kind, said):
    assert change_text(value, before, kind, Style()) == said
