"""Ways back: each alone meets the goal, the least effort first."""

import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.session.ways_back import goal_of, ways_back
from tests.ui.desk import a_company


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    from kpidesk.session.desk import open_desk

    with open_desk(a_company(tmp_path_factory.mktemp("company"))) as opened:
        yield opened


def test_each_way_alone_meets_the_goal(desk):
    from kpidesk.metrics.query import Query

    frame = desk.compute(Query())
    at = Period.parse("2025-12")
    # in December LTV/CAC is 47.0 (100 ÷ (1/47) ÷ 100): half of it needs churn of 2/47, or CAC of 200
    ways = {way.driver: way for way in ways_back(desk.services.studies, frame, "ltv_cac", 23.5, at)}
    assert ways["customer_churn_rate"].needed == pytest.approx(2 / 47)
    assert ways["cac"].needed == pytest.approx(200)
    efforts = [way.effort for way in ways.values() if way.effort is not None]
    assert efforts == sorted(efforts)


def test_goal_is_the_missed_target_then_the_band_then_what_was():
    ltv_cac, mrr = load_catalogue().get("ltv_cac"), load_catalogue().get("mrr")
    assert goal_of(ltv_cac, 2.0, 2.5, 4.0, grain=Grain.MONTH).value == 4.0
    assert goal_of(ltv_cac, 2.0, 2.5, None, grain=Grain.MONTH).value == 3.0
    assert goal_of(mrr, 90.0, 100.0, None, grain=Grain.MONTH).value == 100.0
    assert goal_of(mrr, 110.0, 100.0, None, grain=Grain.MONTH) is None
    assert goal_of(mrr, 454.7, 455.1, None, grain=Grain.MONTH) is None


def test_what_is_good_already_is_not_told_to_become_good():
    nps = load_catalogue().get("nps")
    assert [band.low for band in nps.bands if band.is_good] == [0, 20, 50, 80]
    below, above = goal_of(nps, -5.0, -5.0, None, grain=Grain.MONTH), goal_of(nps, 23.0, 12.0, None, grain=Grain.MONTH)
    assert (below.value, str(below.reason)) == (0, "what the field calls good")
    assert (above.value, str(above.reason)) == (50, "the next step of the field's scale")


def test_a_band_of_a_year_is_no_goal_of_a_month():
    nrr = load_catalogue().get("nrr")
    assert goal_of(nrr, 0.99, 0.99, None, grain=Grain.MONTH) is None
    assert goal_of(nrr, 0.99, 0.99, None, grain=Grain.YEAR).value == 1.0


def test_that_an_amount_would_be_there_if_it_were_there_is_no_way(desk):
    from kpidesk.metrics.query import Query

    frame = desk.compute(Query())
    assert ways_back(desk.services.studies, frame, "mrr", 5000.0) == ()
    # churn is a lever itself: so many fewer leave
    ways = ways_back(desk.services.studies, frame, "customer_churn_rate", 0.01)
    assert [way.driver for way in ways] == ["churned_customers"]
    assert ways[0].needed == 0.0  # 1% of 47 is less than one of them


@pytest.mark.parametrize(
    ("kpi", "goal", "drivers"),
    [
        ("arr", 60000.0, set()),  # twelve times what MRR would have to be
        ("recurring_revenue", 5000.0, set()),  # so many months of MRR, and no month is longer
        ("retention_rate", 0.99, {"churned_customers"}),  # not that 1% would leave if 99% stayed
        ("customer_lifetime_months", 23.5, {"churned_customers"}),
        ("arpa", 150.0, {"mrr"}),  # itself, or fewer customers, mends nothing
    ],
)
def test_what_only_says_the_figure_again_or_makes_something_worse_is_no_way(desk, kpi, goal, drivers):
    from kpidesk.metrics.query import Query

    frame = desk.compute(Query())
    ways = ways_back(desk.services.studies, frame, kpi, goal, Period.parse("2025-12"))
    assert {way.driver for way in ways} == drivers


@pytest.mark.parametrize(("goal", "drivers"), [(40.0, {"nps_promoters", "nps_detractors"}), (50.0, {"nps_detractors"})])
def test_the_parts_of_a_whole_fit_into_it(tmp_path, goal, drivers):
    """Ten answers, 5 promoters, 3 detractors: 7 promoters make 40, but 8 beside 3 were eleven."""
    from kpidesk.metrics.query import Query
    from kpidesk.session.desk import open_desk

    scores = (9, 9, 10, 10, 9, 8, 7, 6, 2, 0)
    rows = [f"2025-0{month}-10,C{at},{score}" for month in (1, 2, 3) for at, score in enumerate(scores)]
    surveys = tmp_path / "nps.csv"
    surveys.write_text("\n".join(["Date,Customer,NPS score", *rows]) + "\n")
    with open_desk((surveys,)) as desk:
        frame = desk.compute(Query())
        ways = ways_back(desk.services.studies, frame, "nps", goal, Period.parse("2025-02"))
    assert {way.driver for way in ways} == drivers
