"""What changed, at the top of a board."""

import pytest
from kpidesk.core.formatting import Style
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.ui.dashboard.news_strip import NewsStrip
from PySide6.QtWidgets import QLabel
from tests.charts.frames import a_frame, a_series, months


def test_a_board_without_news_names_the_largest_move_that_is_seen(qtbot):
    """Opportunities fell by 46.4% among swings as large: the strip must not say that nothing moved."""
    strip = NewsStrip()
    qtbot.addWidget(strip)
    wide = [69, 60, 75, 58, 80, 55, 78, 60, 69, 37]
    frame = a_frame([a_series("opportunities", wide)], months("2025-01", 10))
    strip.show_moves(["opportunities"], None, frame, load_catalogue(), Style())
    said = " ".join(label.text() for label in strip.findChildren(QLabel))
    assert "The furthest, Opportunities (−46.4%), is within them, though it is the lowest in 10 periods." in said


@pytest.mark.parametrize(("width", "is_coloured"), [(0.1, True), (0.9, False)])
def test_a_calm_board_with_a_coloured_card_says_how_both_can_be(qtbot, width, is_coloured):
    """From 410 to 205 is more than chance if each is known to a tenth, and not if to nine; it always moves so."""
    strip = NewsStrip()
    qtbot.addWidget(strip)
    values = [400, 200, 420, 210, 410, 190, 430, 200, 410, 205]
    bounds = {"low": [v * (1 - width) for v in values], "high": [v * (1 + width) for v in values]}
    frame = a_frame([a_series("new_customers", values, **bounds)], months("2025-01", 10))
    strip.show_moves(["new_customers"], None, frame, load_catalogue(), Style())
    said = " ".join(label.text() for label in strip.findChildren(QLabel))
    assert "No figure of this board left its usual swings" in said
    assert ("Changes in colour" in said) is is_coloured
