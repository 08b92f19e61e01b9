"""Charts of cohorts, survival, funnel and movements: what is drawn is what was counted."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from kpidesk.charts.figure import Bar, Cell, Line, Point
from kpidesk.charts.kinds.cohort import build_cohort_curves, build_cohort_map
from kpidesk.charts.kinds.funnel import build_funnel, build_funnel_segments, drawn_from
from kpidesk.charts.kinds.movements import build_movement_bridge, build_movement_months, kinds_shown, movement_grid
from kpidesk.charts.kinds.spread import build_spread
from kpidesk.charts.kinds.survival import build_survival
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.bridge import bridge_study
from kpidesk.metrics.cohorts import Kept, cohort_table
from kpidesk.metrics.funnel import FunnelStudy, View
from kpidesk.metrics.lifetimes import SurvivalStudy, curve_of
from kpidesk.metrics.query import Query
from kpidesk.metrics.survival import NEVER, Lives

from tests.metrics.fake_facts import ledger

STYLE, OPTIONS = Style(), FigureOptions()


@pytest.fixture(scope="module")
def facts():
    return ledger(
        [
            ("A", "2024-01-10", None, 100),
            ("B", "2024-01-20", "2024-02-20", 50),
            ("C", "2024-02-01", "2024-04-15", 80),
        ],
        as_of=date(2024, 4, 20),
    )


@pytest.mark.parametrize(("counts", "best"), [({4: 3, 5: 1, 1: 4}, [4, 5]), (dict.fromkeys(range(11), 2), [9, 10])])
def test_the_two_best_answers_are_satisfied_whatever_the_scale(counts, best):
    figure = build_spread("csat", "CSAT", counts, STYLE, OPTIONS)
    scores = sorted(counts)
    assert [scores[round(mark.x0 + 0.36)] for mark in figure.marks if mark.ink == "good"] == best


def test_cells_of_the_running_period_are_hatched_and_the_future_is_empty(facts):
    figure = build_cohort_map(cohort_table(facts, Query(), Kept.CUSTOMERS), STYLE, OPTIONS)
    cells = {(mark.row, mark.column): mark for mark in figure.marks if isinstance(mark, Cell)}
    assert {place for place, cell in cells.items() if cell.pattern == "hatch"} == {(0, 3), (1, 2)}
    assert (1, 3) not in cells
    assert [cells[0, age].text for age in range(4)] == ["100", "50", "50", "50"]
    assert np.isnan(figure.table.rows[1][4])


def test_curves_end_where_nothing_has_ended_and_the_average_is_said(facts):
    figure = build_cohort_curves(cohort_table(facts, Query(), Kept.CUSTOMERS), STYLE, OPTIONS)
    whole, of_the_oldest = [mark for mark in figure.marks if isinstance(mark, Line) and mark.ink == "ink1"]
    assert whole.ys == pytest.approx((1, 2 / 3))
    # at age 2 stands January alone, which is not all of them together
    assert (of_the_oldest.xs, of_the_oldest.dash) == ((1, 2), "dotted")
    assert of_the_oldest.ys == pytest.approx((2 / 3, 1 / 2))
    assert any(str(note).startswith("Dotted") for note in figure.footnote)
    assert [(mark.x, mark.label) for mark in figure.marks if isinstance(mark, Point)] == [(1, "66.7%")]


def test_curves_without_a_dotted_line_explain_none():
    rows = [(name, "2024-01-10", None, 100) for name in "ABC"] + [(name, "2024-02-10", None, 100) for name in "DE"]
    figure = build_cohort_curves(
        cohort_table(ledger(rows, as_of=date(2024, 3, 31)), Query(), Kept.CUSTOMERS), STYLE, OPTIONS
    )
    is_dotted = any(isinstance(mark, Line) and mark.dash == "dotted" for mark in figure.marks)
    assert any(str(note).startswith("Dotted") for note in figure.footnote) is is_dotted


def test_the_sentence_is_of_the_cohorts_together_not_of_the_oldest_alone(facts):
    # at age 2 stands January alone (1 of 2); at age 1 all three are told: A and C of A, B and C
    table = cohort_table(facts, Query(), Kept.CUSTOMERS)
    for figure in (build_cohort_curves(table, STYLE, OPTIONS), build_cohort_map(table, STYLE, OPTIONS)):
        assert str(figure.summary) == "Customers kept: 66.7% at age 1, of 3 who started in 2 cohorts."
    alone = ledger([("A", "2024-01-10", None, 100), ("B", "2024-01-20", "2024-02-20", 50)], as_of=date(2024, 4, 20))
    figure = build_cohort_curves(cohort_table(alone, Query(), Kept.CUSTOMERS), STYLE, OPTIONS)
    assert str(figure.summary) == "Customers kept: 50.0% at age 2, of 2 who started in one cohort."


def test_the_axis_of_curves_ends_with_the_data(facts):
    # the fourth month has not ended for anybody: nothing is drawn at age 3
    figure = build_cohort_curves(cohort_table(facts, Query(), Kept.CUSTOMERS), STYLE, OPTIONS)
    assert [tick.at for tick in figure.x.ticks] == [0, 1, 2]
    assert figure.x.high < 2.5
    assert len(figure.table.rows) == 3


def test_survival_falls_in_the_month_of_a_cohort_table_above_its_numbers_at_risk():
    curve = curve_of(Lives(np.array([0, 0, 2]), np.array([2, NEVER, NEVER]), np.array([1.0, 2.0, 1.0])), 4, None)
    figure = build_survival(SurvivalStudy(None, (curve,), date(2024, 5, 31)), STYLE, OPTIONS)
    (line,) = [mark for mark in figure.marks if isinstance(mark, Line)]
    reached = dict(zip(line.xs, line.ys, strict=True))
    assert [reached[float(month)] for month in range(5)] == [1, 1, 0.75, 0.75, 0.75]
    assert [row[1] for row in figure.table.rows] == [1, 1, 0.75, 0.75, 0.75]
    labels = [mark.label for mark in figure.marks if isinstance(mark, Point)]
    assert labels == ["4", "4", "4", "2", "2"]
    assert figure.kind == "step"
    assert [row[2] for row in figure.table.rows] == [4, 4, 4, 2, 2]


def test_survival_chart_and_cohort_table_say_the_same_share_of_a_month(facts):
    lives = Lives(np.array([0, 0]), np.array([1, NEVER]), np.array([1.0, 1.0]))  # A and B of January
    figure = build_survival(SurvivalStudy(None, (curve_of(lives, 3, None),), date(2024, 4, 20)), STYLE, OPTIONS)
    january = cohort_table(facts, Query(), Kept.CUSTOMERS).shares[0]
    assert [row[1] for row in figure.table.rows][:3] == pytest.approx(january[:3].tolist())


def _funnel(visits: float) -> FunnelStudy:
    nan = float("nan")
    month = Period(Grain.MONTH, 24288)
    return FunnelStudy(
        View.COHORT, "leads", None, ("visit", "lead", "customer"), (None,), np.array([[visits, 40.0, 10.0]]),
        np.array([[nan, nan, 12.0]]), np.array([[nan, nan, 9.0]]), (month, month), False,
    )  # fmt: skip


def test_the_funnel_names_the_files_of_its_visits_where_it_tells_of_them():
    study = replace(_funnel(400.0), files=("leads.csv",), visit_files=("web_traffic.csv",))
    segments = build_funnel_segments(study, "channel", STYLE, OPTIONS)
    feet = [str(figure.footnote[-1]) for figure in (build_funnel(study, STYLE, OPTIONS), segments)]
    assert feet == ["Source: web_traffic.csv, leads.csv", "Source: leads.csv"]


def test_the_funnel_says_shares_and_days_between_its_bars():
    figure = build_funnel(_funnel(400.0), STYLE, OPTIONS)
    assert [mark.y1 for mark in figure.marks if isinstance(mark, Bar)] == [400, 40, 10]
    assert [mark.label for mark in figure.marks if isinstance(mark, Point)] == ["10.0%", "25.0%", "12 d"]


@pytest.mark.parametrize(("timed", "said"), [(9.0, ["9 of 10 timed"]), (10.0, []), (0.0, [])])
def test_the_funnel_says_of_how_many_its_days_are_where_that_is_not_all(timed, said):
    nan = float("nan")
    study = replace(_funnel(400.0), timed=np.array([[nan, nan, timed]]))
    notes = [str(note) for note in build_funnel(study, STYLE, OPTIONS).footnote]
    assert [note.partition(": ")[2] for note in notes if "timed" in note] == said


def test_visits_that_would_dwarf_everything_are_said_instead_of_drawn():
    study = _funnel(90_000.0)
    assert drawn_from(study) == 1
    figure = build_funnel(study, STYLE, OPTIONS)
    assert [mark.y1 for mark in figure.marks if isinstance(mark, Bar)] == [40, 10]
    assert str(figure.footnote[0]) == "90,000 visits before the first bar: 0.044% go on"
    assert len(figure.table.rows) == len(figure.readout_xs) == 3


def test_bars_of_movements_and_their_tables_agree(facts):
    study = bridge_study(facts, Query())
    bridge = build_movement_bridge(study, (1, 2), STYLE, OPTIONS)
    assert [row[1] for row in bridge.table.rows] == [150, 80, 0, 0, 0, -50, 180]
    grid = movement_grid(study, (1, 2), STYLE)
    assert [row[-1] for row in grid.rows] == [150, 80, 0, 0, 0, -50, 180]
    months = build_movement_months(study, STYLE, OPTIONS)
    bars = [mark for mark in months.marks if isinstance(mark, Bar)]
    assert [(mark.x0, mark.pattern) for mark in bars if np.isinf(mark.y0)] == [(3 - 0.5, "hatch")] * study.is_running
    heights = sum(mark.y1 - mark.y0 for mark in bars if np.isfinite(mark.y0))
    assert heights == 150 + 80 + 50 + 80
    assert [row[-1] for row in months.table.rows] == [150, 180, 180, 100]


@pytest.mark.parametrize("is_running", [True, False])
def test_the_net_of_movements_runs_dotted_into_a_period_that_has_not_ended(facts, is_running):
    study = replace(bridge_study(facts, Query()), is_running=is_running)
    figure = build_movement_months(study, STYLE, OPTIONS)
    drawn = [(mark.dash, mark.xs[0], mark.xs[-1]) for mark in figure.marks if isinstance(mark, Line)]
    assert drawn == ([("solid", 0, 2), ("dotted", 2, 3)] if is_running else [("solid", 0, 3)])


def test_the_whole_bridge_has_no_bar_for_what_only_goes_between_segments(facts):
    study = bridge_study(facts, Query())
    at = 1
    between, customers = (np.insert(each, at, 0, axis=1) for each in (study.cents, study.customers))
    study = replace(study, kinds=("new", "transfer", *study.kinds[1:]), cents=between, customers=customers)
    assert "transfer" not in kinds_shown(study, (1, 2))
    assert [row[1] for row in build_movement_bridge(study, (1, 2), STYLE, OPTIONS).table.rows][1:3] == [80, 0]
    assert len(build_movement_bridge(study, (1, 2), STYLE, OPTIONS).table.rows) == 7
    between[-1, at, 2] = 500
    assert kinds_shown(study, (1, 2)) == study.kinds


def test_share_behind_the_longest_bar_has_its_room():
    """The plot of a tile of 360 pixels is about 200 wide; “69.3%” takes 45 of them."""
    nan = np.full((3, 2), np.nan)
    month = Period(Grain.MONTH, 24288)
    study = FunnelStudy(
        View.COHORT, "customers", "channel", ("signup", "customer"), ("a", "b", None),
        np.array([[163.0, 113.0], [179.0, 95.0], [342.0, 208.0]]), nan, nan, (month, month), False,
    )  # fmt: skip
    figure = build_funnel_segments(study, "Channel", STYLE, FigureOptions(size=(360, 240)))
    best = max(mark.x1 for mark in figure.marks if isinstance(mark, Bar))
    assert (figure.x.high - best) / figure.x.high * 200 >= 45
    assert str(figure.footnote[0]) == "Percent: of the first step (Sign-ups), those who reached the last (Customers)"
