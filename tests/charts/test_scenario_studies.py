"""Charts of what-if studies: fans, histograms, two drivers, scenarios side by side."""

from dataclasses import replace

import numpy as np
import pytest
from kpidesk.charts.bands import Ground
from kpidesk.charts.figure import Area, Bar, Line, Point
from kpidesk.charts.kinds.fan import FanView, build_fan
from kpidesk.charts.kinds.histogram import HistogramView, build_histogram
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.kinds.paths import PathsView, ScenarioPath, build_paths
from kpidesk.charts.kinds.payback import PaybackView, build_payback
from kpidesk.charts.kinds.two_drivers import DriverAxis, TwoDriversView, build_two_drivers
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.period import Period

STYLE, OPTIONS = Style(currency="USD"), FigureOptions()
JANUARY = Period.parse("2026-01")
PAST = tuple(JANUARY.shifted(i) for i in range(-2, 1))
AHEAD = tuple(JANUARY.shifted(i) for i in range(1, 4))


def test_fan_is_two_bands_and_a_median_from_the_last_month_on():
    fan = np.array([[90, 80, 70], [95, 90, 85], [100, 101, 102], [105, 110, 115], [110, 120, 130]], dtype=float)
    view = FanView("MRR", "money", PAST, np.array([80.0, 90, 100]), AHEAD, fan, ("Scenario Plan B: churn",))
    figure = build_fan(view, STYLE, OPTIONS)
    bands = [mark for mark in figure.marks if isinstance(mark, Area)]
    assert [(band.lows[0], band.lows[-1], band.highs[-1]) for band in bands] == [(100, 70, 130), (100, 85, 115)]
    assert figure.table.rows[-1] == (AHEAD[-1], None, 70, 85, 102, 115, 130)
    assert figure.footnote[0] == "Scenario Plan B: churn"
    assert "$102" in str(figure.summary)


def test_histogram_counts_all_draws_and_parts_them_at_the_goal():
    values = np.concatenate([np.linspace(2, 4, 1000), [np.nan] * 10])
    figure = build_histogram(HistogramView("LTV/CAC", "ratio", values, 3.0), STYLE, OPTIONS)
    bars = [mark for mark in figure.marks if isinstance(mark, Bar)]
    assert sum(bar.y1 for bar in bars) == pytest.approx(1000 / 1010)
    reaching = sum(bar.y1 for bar in bars if bar.ink == "scenario")
    assert reaching == pytest.approx(np.count_nonzero(values >= 3) / 1010, abs=1e-3)
    assert all(bar.x1 <= 3 + 1e-9 or bar.x0 >= 3 - 1e-9 for bar in bars)
    assert str(figure.title) == "LTV/CAC at least 3.0 in 49.5% of draws"


def test_histogram_without_any_value_says_so():
    figure = build_histogram(HistogramView("LTV", "money", np.full(5, np.nan)), STYLE, OPTIONS)
    assert figure.empty is not None
    assert not figure.marks


def test_two_drivers_part_where_the_goal_is_met():
    churn, cac = np.array([0.02, 0.04, 0.06]), np.array([300.0, 600.0])
    values = 80 / churn[None, :] / cac[:, None]
    across, down = DriverAxis("Churn", "share", churn, 0.05), DriverAxis("CAC", "money", cac, 600.0)
    view = TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, (((0.0444, 600.0), (0.06, 444.0)),))
    figure = build_two_drivers(view, STYLE, OPTIONS)
    for (row, column), value in np.ndenumerate(values):
        beside = churn[column] + (1e-6, 0, -1e-6)[column], cac[row] + (1e-3, -1e-3)[row]
        (ink,) = _inks_at(figure, *beside)
        assert (ink > 4) is bool(value >= 3)
    assert (figure.x.low, figure.x.high, figure.y.low, figure.y.high) == (0.02, 0.06, 300.0, 600.0)
    (line,) = (mark for mark in figure.marks if isinstance(mark, Line))
    assert line.xs == (0.0444, 0.06)
    assert figure.table.rows[0][1:] == pytest.approx(values[0].tolist())
    # what a scenario set is not what is now
    supposed = build_two_drivers(replace(view, changes=("Churn 5% → 2.5%",)), STYLE, OPTIONS)
    names = [[str(mark.label) for mark in each.marks if isinstance(mark, Point)] for each in (figure, supposed)]
    assert names == [["now"], ["as set"]]


def _inks_at(figure, x, y):
    """The steps of the bands at a place."""
    areas = [mark for mark in figure.marks if isinstance(mark, Area) and mark.xs[0] <= x <= mark.xs[-1]]
    around = ((area, np.interp(x, area.xs, area.lows), np.interp(x, area.xs, area.highs)) for area in areas)
    return {int(area.ink.rsplit(".", 1)[1]) for area, low, high in around if low < y < high}


@pytest.mark.parametrize("is_at_least", [True, False])
def test_the_colours_of_two_drivers_part_along_the_line(is_at_least):
    """LTV/CAC = 80 ÷ (churn × CAC) is 3 where CAC = 80 ÷ 3 ÷ churn."""
    churn, cac = np.linspace(0.02, 0.08, 7), np.linspace(300.0, 900.0, 7)
    values = 80 / churn[None, :] / cac[:, None]
    across, down = DriverAxis("Churn", "share", churn, 0.05), DriverAxis("CAC", "money", cac, 600.0)
    line = [(float(x), 80 / 3 / float(x)) for x in np.linspace(0.03, 0.08, 41)]
    view = TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, (line,), is_at_least)
    figure = build_two_drivers(view, STYLE, OPTIONS)
    for x, y in line:
        below, above = _inks_at(figure, x, y - 0.5), _inks_at(figure, x, y + 0.5)
        assert len(below) == len(above) == 1
        assert (min(below) > 4) is is_at_least
        assert (min(above) > 4) is not is_at_least


def _borders(figure, x):
    """Where one band ends and the next begins, upward."""
    areas = [mark for mark in figure.marks if isinstance(mark, Area)]
    spans = [(np.interp(x, area.xs, area.lows), np.interp(x, area.xs, area.highs)) for area in areas]
    return sorted({float(high) for low, high in spans if high - low > 1e-9})[:-1]


def _over_churn_and_margin(margin_from=0.0):
    """LTV/CAC = 100 × margin ÷ churn ÷ 1000 from nothing to 100% of margin; no value where nobody leaves."""
    churn, margin = np.linspace(0.0, 0.12, 21), np.linspace(margin_from, 1.0, 21)
    fine = np.linspace(1.2e-5, 0.12, 121), np.linspace(max(margin_from, 1e-4), 1.0, 121)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.where(churn > 0, margin[:, None] / churn[None, :] / 10, np.nan)
    ground = Ground(*fine, fine[1][:, None] / fine[0][None, :] / 10)
    line = tuple((y / 30, y) for y in np.linspace(0.001, 1.0, 60).tolist())
    across, down = DriverAxis("Churn", "share", churn, 0.05), DriverAxis("Margin", "share", margin, 0.8)
    return TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, (line,), ground=ground)


def test_axes_of_two_drivers_and_their_colours_end_where_the_drivers_do():
    figure = build_two_drivers(_over_churn_and_margin(), STYLE, OPTIONS)
    assert (figure.x.low, figure.x.high, figure.y.low, figure.y.high) == (0.0, 0.12, 0.0, 1.0)
    areas = [mark for mark in figure.marks if isinstance(mark, Area)]
    assert {(area.xs[0], area.xs[-1]) for area in areas} == {(0.0, 0.12)}
    assert min(min(area.lows) for area in areas) == 0.0
    assert max(max(area.highs) for area in areas) == 1.0
    assert [str(tick.text) for tick in figure.y.ticks][:: len(figure.y.ticks) - 1] == ["0%", "100%"]


def test_borders_of_the_bands_of_two_drivers_are_level_lines():
    """Of margin ÷ churn all level lines are straight from the corner, as the line of the goal itself is."""
    figure = build_two_drivers(_over_churn_and_margin(), STYLE, OPTIONS)
    slopes = sorted(border / 0.01 for border in _borders(figure, 0.01))
    assert any(slope == pytest.approx(30) for slope in slopes)
    assert len(slopes) >= 4
    for x in np.linspace(0.0003, 0.1199, 97).tolist():
        expected = [slope * x for slope in slopes if slope * x < 1]
        assert _borders(figure, x)[: len(expected)] == pytest.approx(expected, abs=0.001)


def test_a_ground_that_neither_rises_nor_falls_upward_is_told_by_cells():
    across, down = (
        DriverAxis("Churn", "share", np.arange(1, 4) * 0.01, 0.02),
        DriverAxis("ARPA", "money", np.arange(3.0), 1.0),
    )
    values = np.array([[1.0, 4.0, 4.0], [5.0, 1.0, 4.0], [1.0, np.nan, 4.0]])
    view = TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, ())
    figure = build_two_drivers(view, STYLE, OPTIONS)
    places = [[(x, y) for x in (0.011, 0.02, 0.029)] for y in (0.1, 1.0, 1.9)]
    found = [[_inks_at(figure, *place) for place in row] for row in places]
    assert [[min(inks, default=0) > 4 for inks in row] for row in found] == [
        [False, True, True],
        [True, False, True],
        [False, False, True],
    ]
    assert found[2][1] == set()


def test_scenarios_side_by_side_say_what_each_changes():
    scenarios = (
        ScenarioPath("Halve churn", np.array([101.0, 103, 106]), "churn 5% → 2.5%"),
        ScenarioPath("Price +10%", np.array([110.0, 111, 112]), "ARPA $100 → $110"),
    )
    view = PathsView("MRR", "money", PAST, np.array([80.0, 90, 100]), AHEAD, np.array([100.0, 100, 100]), scenarios)
    figure = build_paths(view, STYLE, OPTIONS)
    assert [str(each) for each in figure.footnote[:2]] == [
        "Scenario Halve churn: churn 5% → 2.5%",
        "Scenario Price +10%: ARPA $100 → $110",
    ]
    lines = [mark for mark in figure.marks if isinstance(mark, Line)]
    assert len({(line.ink, line.dash) for line in lines}) == len(lines) == 4
    assert figure.table.rows[-1] == (AHEAD[-1], None, 100.0, 106.0, 112.0)
    assert "Price +10%" in str(figure.summary)


def test_payback_marks_when_the_cost_is_earned_back():
    """600 for 80 a month while nobody leaves is earned back after 8 months, at half the cost after 4."""
    months = np.arange(13)
    view = PaybackView(80.0 * months - 600, 8, 80.0 * months - 300, 4, "CAC halved", "CAC $600 → $300", ("by age",))
    figure = build_payback(view, STYLE, OPTIONS)
    dots = [(mark.x, mark.y, str(mark.label)) for mark in figure.marks if isinstance(mark, Point)]
    assert dots == [(8.0, 40.0, "8 months"), (4.0, 20.0, "4 months")]
    assert figure.table.rows[0] == ("0", -600.0, -300.0)
    assert len(figure.readout_xs) == len(figure.table.rows) == 13
    assert str(figure.footnote[0]) == "Scenario CAC halved: CAC $600 → $300"
    assert str(figure.summary) == "A new customer costs $300 and earns it back in 4 months."


def test_payback_out_of_sight_has_no_dot():
    figure = build_payback(PaybackView(np.array([-600.0, -590, -585]), None), STYLE, OPTIONS)
    assert not [mark for mark in figure.marks if isinstance(mark, Point)]
    assert "does not earn it back" in str(figure.summary)


def test_band_is_about_the_baseline():
    base, low, high = np.array([100.0, 101, 102]), np.array([95.0, 90, 85]), np.array([105.0, 112, 119])
    view = PathView("MRR", "money", PAST, np.array([80.0, 90, 100]), AHEAD, base, None, low=low, high=high)
    (band,) = (mark for mark in build_path(view, STYLE, OPTIONS).marks if isinstance(mark, Area))
    assert (band.ink, band.lows, band.highs) == ("baseline", (100, 95, 90, 85), (100, 105, 112, 119))


def test_two_drivers_begin_where_the_figure_has_values():
    across, down = (
        DriverAxis("Churn", "share", np.arange(5) * 0.01, 0.02),
        DriverAxis("ARPA", "money", np.arange(3.0), 1.0),
    )
    values = np.array([[np.nan, 4.0, 3.0, 2.0, 1.0]] * 3)
    view = TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, (((0.001, 0.0), (0.02, 1.0), (0.03, 2.0)),))
    figure = build_two_drivers(view, STYLE, OPTIONS)
    line = next(mark for mark in figure.marks if isinstance(mark, Line))
    assert figure.x.low == 0.01
    assert line.xs == (0.02, 0.03)
    assert len(figure.table.columns) == 1 + 4
