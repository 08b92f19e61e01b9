"""Changes whose cause is planted are explained by it; noise is called noise."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.analysis.attribution import Attribution, Contribution
from kpidesk.analysis.drills import Drill
from kpidesk.analysis.segments import SegmentPart, SegmentSplit, driver_by_segment
from kpidesk.analysis.why import last_change, usual_kpi, why_of
from kpidesk.analysis.why_words import sentences
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.noise import HISTORY, Change
from kpidesk.metrics.query import Query
from kpidesk.metrics.usual_moves import Move, usual_move

from tests.metrics.real_facts import facts_of

ENDS = Period.parse("2025-11"), Period.parse("2025-12")


def subscriptions():
    """10 customers a month at €100 in 2025, half Team, half Business; in December four Business customers leave."""
    rows = []
    for month in range(12):
        for i in range(10):
            plan = ("Team", "Business")[i % 2]
            end = pd.Timestamp("2025-12-10") if month == 0 and plan == "Business" and i < 9 else pd.NaT
            rows.append((f"C{month}-{i}", pd.Timestamp(2025, month + 1, 1), end, 100.0, plan))
    return pd.DataFrame(rows, columns=["customer_id", "start_date", "cancel_date", "mrr", "plan"])


@pytest.fixture
def engine(tmp_path):
    return Engine(load_catalogue(), facts_of(tmp_path, {"subscriptions": subscriptions()}, as_of=date(2025, 12, 31)))


@pytest.fixture
def why(engine):
    ends = (Period.parse("2025-11"), Period.parse("2025-12"))
    return why_of(engine, engine.compute, Query(), "mrr", ends)


def test_planted_segment_and_movement_are_named_first(why):
    # December: ten come (+1,000), four of Business leave (−400)
    assert why.change == pytest.approx(600)
    assert {part.id: part.contribution for part in why.attribution.drivers if part.contribution} == {
        "new_mrr": pytest.approx(1000),
        "churned_mrr": pytest.approx(-400),
    }
    split = next(each for each in why.splits if each.by == "plan")
    assert {part.segment: part.contribution for part in split.segments} == {"Team": 500, "Business": 100}


def test_customers_that_moved_most_are_named_and_add_up(why):
    assert len(why.customers) == 6
    assert all(abs(each.change) == 100 for each in why.customers)


def test_break_in_a_steady_series_is_no_noise(why):
    # eleven months of +1,000 each, then +600
    assert why.move.drift == 1000
    assert why.move.is_noise is False


def test_going_back_turns_every_sign(engine, why):
    back = why_of(engine, engine.compute, Query(), "mrr", (why.last, why.first))
    assert back.change == pytest.approx(-600)
    assert sum(part.contribution for part in back.attribution.drivers) == pytest.approx(-600)


def test_paragraph_says_what_where_and_who(why):
    text = " ".join(map(str, sentences(why, load_catalogue(), Style(currency="EUR"), [(why.last, "New price.")])))
    assert "MRR rose from €11K in Nov 2025 to €11.6K in Dec 2025: +€600." in text
    assert "New MRR explains +€1,000 of +€600." in text
    assert "this is more than noise" in text
    assert "In the same time, Dec 2025: New price." in text


def test_a_part_of_a_driver_and_another_split_of_the_change_are_told_apart(why):
    """LTV/CAC fell by 0.5: churn explains 0.4, of that North America 0.3; by regions' own LTV/CAC it is Asia's 0.4."""
    driver = Contribution(MetricName("customer_churn_rate"), 0.03, 0.04, -0.4)
    drill = Drill(driver.id, "region", (SegmentPart("North America", 0.02, 0.05, -0.3),), -0.1)
    split = SegmentSplit(MetricName("ltv_cac"), "region", -0.5, (SegmentPart("Asia Pacific", 2.4, 1.1, -0.4),), -0.1)
    told = replace(
        why,
        kpi=MetricName("ltv_cac"),
        attribution=Attribution(MetricName("ltv_cac"), 2.5, 2.0, -0.5, (driver,)),
        splits=(split,),
        drills=(drill,),
        causes=(),
        customers=(),
    )
    said = " ".join(map(str, sentences(told, load_catalogue(), Style())))
    assert "Customer churn explains −0.4 of −0.5. Of this, customer churn in North America alone makes −0.3." in said
    assert "The same −0.5, split by each segment's own LTV/CAC: Asia Pacific moved most, −0.4." in said


@pytest.mark.parametrize(
    ("drift", "change", "said"),
    [
        (500.0, 100.0, "It usually moves by +€300 to +€700: this is less than usual."),
        (500.0, -100.0, "It usually moves by +€300 to +€700: this is below that, but not by enough to be sure."),
        (-500.0, -100.0, "It usually moves by −€700 to −€300: this is less than usual."),
        (-500.0, 100.0, "It usually moves by −€700 to −€300: this is above that, but not by enough to be sure."),
    ],
)
def test_less_than_usual_is_said_of_what_goes_the_usual_way(why, drift, change, said):
    move = Move(change, drift, 100.0, (change - drift) / 100)
    noise = Change(0, change, True, HISTORY, move=move)
    told = replace(why, attribution=Attribution(why.kpi, 1000.0, 1000.0 + change, change), move=move, noise=noise)
    assert said in [str(each) for each in sentences(told, load_catalogue(), Style(currency="EUR"))]


def test_going_back_what_is_usual_is_turned_too(engine, why):
    # in 2025 MRR rises by 1,000 a month: from December back to November it would usually fall by as much
    back = why_of(engine, engine.compute, Query(), "mrr", (why.last, why.first))
    said = " ".join(map(str, sentences(back, load_catalogue(), Style(currency="EUR"))))
    assert "It usually moves by −€1,000 to −€1,000" in said


def test_of_a_young_company_nobody_says_whether_it_is_noise(engine):
    young = why_of(engine, engine.compute, Query(), "mrr", (Period.parse("2025-02"), Period.parse("2025-03")))
    said = [str(each) for each in sentences(young, load_catalogue(), Style(currency="EUR"))]
    assert "Too few earlier changes are known to say whether that is more than noise." in said


def test_what_is_explained_by_default_is_the_last_change(engine):
    frame = engine.compute(Query())
    assert usual_kpi(frame) == "mrr"
    assert last_change(frame, "mrr") == (Period.parse("2025-11"), Period.parse("2025-12"))


def test_scale_of_changes_is_robust():
    # changes of +2 and −2 in turn, one odd jump of 100 among them: the median deviation stays 2, its scale 2.9652
    changes = [2, -2, 2, -2, 100, 2, -2, 2, -2, 2]
    values = np.cumsum([100.0, *changes, 4.0])
    move = usual_move(values, len(values) - 2, len(values) - 1)
    assert move.change == 4
    assert move.usual == pytest.approx(1.4826 * np.median(np.abs(np.array(changes) - move.drift)))
    assert move.is_noise is True


def test_false_alarms_are_rare_on_random_walks():
    rng = np.random.default_rng(3)
    walks = rng.normal(0, 5, (400, 36)).cumsum(axis=1)
    moves = [usual_move(walk, 34, 35) for walk in walks]
    assert sum(move.is_noise is False for move in moves) / len(moves) <= 0.1


def test_too_short_a_history_decides_nothing():
    assert usual_move(np.array([1.0, 2.0, 9.0]), 1, 2).is_noise is None
    assert usual_move(np.array([1.0, np.nan]), 0, 1) is None


def test_time_before_the_data_is_no_history():
    values = np.array([0.0] * 20 + [10.0, 12.0, 11.0])
    assert usual_move(values, 21, 22).is_noise is None
    assert usual_move(values, 19, 20).change == 10


def test_a_driver_that_the_segments_do_not_tell_has_no_parts(engine, why):
    frame = engine.compute(Query(by="plan"))
    driver = next(each for each in why.attribution.drivers if driver_by_segment(engine.catalogue, frame, each, *ENDS))
    bare = replace(frame, series={name: series for name, series in frame.series.items() if name != driver.id})
    assert driver_by_segment(engine.catalogue, bare, driver, *ENDS) == ()


@pytest.mark.parametrize(
    ("language", "said"), [("en", " (−$100)"), ("zh_Hans", "（−100美元）"), ("zh_Hant", "（−100美元）")]
)
def test_a_customer_s_amount_is_told_apart_from_its_name(why, language, said):
    """Names may end in a number: “Acme 12 −$300” reads as one."""
    text = sentences(why, load_catalogue(), Style(language))[-1].params["names"]
    assert text.count(said) == text.count("100") == 3
