"""What changed, at the top of a board."""

import pytest
from kpidesk.charts.card import build_card
from kpidesk.core.formatting import Style
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.ui.dashboard.last_seen import since_of
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
    assert "the furthest, Opportunities (−46.4%), is at its lowest in 10 periods." in said


@pytest.mark.parametrize(("comparison", "since"), [("previous", "Dec 2025"), ("year_ago", "Jan 2025")])
def test_the_strip_compares_as_the_cards_do(qtbot, comparison, since):
    """MRR grows by ten a month and loses sixty at the end: against a year ago it rose, against the month before not."""
    strip = NewsStrip()
    qtbot.addWidget(strip)
    values = [*(100.0 + 10 * at + at % 2 for at in range(24)), 270.0]
    frame = a_frame([a_series("mrr", values)], months("2024-01", 25))
    card = build_card("mrr", frame, load_catalogue(), Style(), comparison)
    strip.show_moves(["mrr"], since_of(frame, comparison), frame, load_catalogue(), Style())
    said = " ".join(label.text() for label in strip.findChildren(QLabel))
    assert f"What changed since {since}" in said
    assert (" rose from " in said, " fell from " in said) == (card.direction > 0, card.direction < 0)


def test_the_head_of_a_calm_strip_names_what_it_compares_with(qtbot):
    strip = NewsStrip()
    qtbot.addWidget(strip)
    frame = a_frame([a_series("mrr", [100.0 + at % 2 for at in range(20)])], months("2024-01", 20))
    strip.show_moves(["mrr"], since_of(frame, "year_ago"), frame, load_catalogue(), Style())
    assert "What changed since Aug 2024" in [label.text() for label in strip.findChildren(QLabel)]


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
