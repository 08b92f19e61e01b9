"""Cohorts, survival, funnel and bridge: examples worked by hand, published ones, and brute force over customers."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.period import Grain, Period, period_index
from kpidesk.metrics.bridge import bridge_rows, bridge_study
from kpidesk.metrics.cohorts import Kept, cohort_rows, cohort_table, sources_of
from kpidesk.metrics.funnel import View, funnel_rows, funnel_study
from kpidesk.metrics.lifetimes import curve_of, survival_study
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.survival import NEVER, Lives, Money

from tests.metrics.fake_facts import FakeFacts, ledger, rows_table
from tests.metrics.real_facts import facts_of

NAN = float("nan")


def month(text: str) -> Period:
    return Period.parse(text)


@pytest.fixture
def small() -> FakeFacts:
    """January: A 100, 150 from March; B 50 leaves in February, is back in April. February: C 80 leaves in April."""
    return ledger(
        [
            ("A", "2024-01-10", "2024-03-05", 100),
            ("A", "2024-03-05", None, 150),
            ("B", "2024-01-20", "2024-02-20", 50),
            ("B", "2024-04-02", None, 60),
            ("C", "2024-02-01", "2024-04-15", 80),
        ],
        {"A": "Gold", "B": "Basic", "C": "Gold"},
        as_of=date(2024, 4, 20),
    )


def test_customers_kept_by_month_of_start(small):
    table = cohort_table(small, Query(), Kept.CUSTOMERS)
    assert table.starts == (month("2024-01"), month("2024-02"))
    assert table.sizes.tolist() == [2, 1]
    np.testing.assert_array_equal(table.values, [[2, 1, 1, 2], [1, 1, 0, NAN]])
    np.testing.assert_array_equal(table.shares, [[1, 0.5, 0.5, 1], [1, 1, 0, NAN]])
    assert table.running.tolist() == [[False, False, False, True], [False, False, True, False]]


def test_the_average_leaves_out_what_has_not_ended(small):
    share, n = cohort_table(small, Query(), Kept.CUSTOMERS).average()
    np.testing.assert_allclose(share, [1, 2 / 3, 1 / 2, NAN])
    assert n.tolist() == [3, 3, 2, 0]


def test_revenue_kept_is_never_above_the_start_and_net_revenue_may_be(small):
    kept = cohort_table(small, Query(), Kept.REVENUE)
    np.testing.assert_array_equal(kept.values, [[150, 100, 100, 150], [80, 80, 0, NAN]])
    net = cohort_table(small, Query(), Kept.NET_REVENUE)
    np.testing.assert_array_equal(net.values, [[150, 100, 150, 210], [80, 80, 0, NAN]])


def test_cohorts_of_a_segment_and_of_a_range(small):
    gold = cohort_table(small, Query(filters=(Filter("plan", ("Gold",)),)), Kept.CUSTOMERS)
    np.testing.assert_array_equal(gold.values, [[1, 1, 1, 1], [1, 1, 0, NAN]])
    late = cohort_table(small, Query(first=month("2024-02")), Kept.CUSTOMERS)
    np.testing.assert_array_equal(late.values, [[1, 1, 0]])


def test_cohorts_as_they_were_known_earlier(small):
    table = cohort_table(small, Query(as_of=date(2024, 3, 31)), Kept.CUSTOMERS)
    np.testing.assert_array_equal(table.values, [[2, 1, 1], [1, 1, NAN]])
    assert not table.running.any()


def test_cells_lead_to_their_customers(small):
    rows = cohort_rows(small, Query(), Kept.REVENUE, month("2024-01"), 3)
    assert rows.columns == ("src", "row_no", "customer_id", "opening", "closing", "counted")
    assert [(row[1], row[2], row[-1]) for row in rows.rows] == [(0, "A", 100.0), (2, "B", 50.0)]


def test_survivors_alone_tell_nothing_of_retention():
    facts = ledger([("A", "2024-01-10", None, 100)], as_of=date(2024, 4, 20), churn_is_visible=False)
    with pytest.raises(UserError, match="Only customers who stayed"):
        cohort_table(facts, Query(), Kept.CUSTOMERS)
    with pytest.raises(UserError, match="Only customers who stayed"):
        survival_study(facts, Query())


def test_orders_without_a_ledger_count_who_buys():
    orders = rows_table(
        day=["2024-01-05", "2024-01-09", "2024-01-20", "2024-02-02", "2024-03-03"],
        c=np.array([0, 0, 1, 0, 1], dtype=np.int32),
        amount=np.array([1000, 500, 2000, 300, 700], dtype=np.int64),
    )
    facts = FakeFacts({"orders": orders}, as_of=date(2024, 3, 31), priced=False)
    assert sources_of(facts) == {Kept.CUSTOMERS: "orders", Kept.NET_REVENUE: "orders"}
    np.testing.assert_array_equal(cohort_table(facts, Query(), Kept.CUSTOMERS).values, [[2, 1, 1]])
    np.testing.assert_array_equal(cohort_table(facts, Query(), Kept.NET_REVENUE).values, [[35, 3, 7]])


def test_who_only_returns_something_is_in_no_cohort():
    """Customer 2 only ever returns; customer 1 returns in February what he bought in January: he did not buy then."""
    orders = rows_table(
        day=["2024-01-05", "2024-01-20", "2024-02-02", "2024-02-09", "2024-02-10"],
        c=np.array([0, 1, 0, 1, 2], dtype=np.int32),
        amount=np.array([1000, 2000, 300, -500, -700], dtype=np.int64),
        gross=np.array([1000, 2000, 300, -500, -700], dtype=np.int64),
        refund_amount=np.array([0] * 5, dtype=np.int64),
    )
    facts = FakeFacts({"orders": orders}, as_of=date(2024, 2, 29), priced=False)
    kept = cohort_table(facts, Query(), Kept.CUSTOMERS)
    np.testing.assert_array_equal(kept.values, [[2, 1]])
    np.testing.assert_array_equal(kept.sizes, [2])
    np.testing.assert_array_equal(cohort_table(facts, Query(), Kept.NET_REVENUE).values, [[30, -2]])
    (january,) = kept.starts
    assert [row[1] for row in cohort_rows(facts, Query(), Kept.CUSTOMERS, january, 1).rows] == [0]


DAYS = st.dates(date(2023, 1, 1), date(2024, 3, 31))
STAYS = st.lists(st.tuples(st.sampled_from("ABCDE"), DAYS, st.integers(1, 300), st.integers(1, 90)), max_size=14)


def of_stays(stays):
    """Paid periods that do not overlap within a customer, and facts over them."""
    rows, until = [], {}
    for who, start, days, price in sorted(stays, key=lambda one: one[1]):
        if until.get(who, date.min) >= start:
            continue
        until[who] = end = date.fromordinal(start.toordinal() + days)
        rows.append((who, start.isoformat(), end.isoformat(), price))
    plans = {who: ("Gold", "Basic")[ord(who) % 2] for who in "ABCDE"}
    return rows, ledger(rows, plans, as_of=date(2024, 4, 15)) if rows else None


def paying(rows, grain):
    """Each customer's price at the end of every period."""
    as_of = date(2024, 4, 15)
    found = defaultdict(dict)
    first = period_index(date(2023, 1, 1), grain)
    for t in range(first, period_index(as_of, grain) + 1):
        end = min(Period(grain, t).end, as_of)
        for who, start, stop, price in rows:
            if date.fromisoformat(start) <= end < date.fromisoformat(stop):
                found[who][t] = price
    return found


@settings(max_examples=25, deadline=None)
@given(STAYS, st.sampled_from([Grain.MONTH, Grain.QUARTER]))
def test_cohorts_agree_with_counting_customers_one_by_one(stays, grain):
    rows, facts = of_stays(stays)
    if facts is None or not paying(rows, grain):
        return
    there = {who: prices for who, prices in paying(rows, grain).items() if prices}
    for kept in (Kept.CUSTOMERS, Kept.REVENUE, Kept.NET_REVENUE):
        table = cohort_table(facts, Query(grain=grain), kept)
        assert {start.index for start in table.starts} == {min(prices) for prices in there.values()}
        for (row, age), value in np.ndenumerate(table.values):
            t0 = table.starts[row].index
            t = t0 + age
            cohort = [prices for prices in there.values() if min(prices) == t0]
            if t > period_index(date(2024, 4, 15), grain):
                assert np.isnan(value)
                continue
            wanted = {
                Kept.CUSTOMERS: sum(t in prices for prices in cohort),
                Kept.REVENUE: sum(min(prices.get(t, 0), prices[t0]) for prices in cohort),
                Kept.NET_REVENUE: sum(prices.get(t, 0) for prices in cohort),
            }[kept]
            assert value == wanted
        if kept is not Kept.NET_REVENUE:
            assert not (table.values > table.values[:, :1]).any()
    assert not (table.sizes < 1).any()


@settings(max_examples=25, deadline=None)
@given(STAYS, st.sampled_from([Grain.MONTH, Grain.QUARTER]), st.integers(0, 6), st.integers(0, 6))
def test_bridges_close_to_the_cent_and_segments_add_up(stays, grain, skip, size):
    rows, facts = of_stays(stays)
    if facts is None or not paying(rows, grain):
        return
    begin, now = period_index(facts.extent[0], grain), period_index(date(2024, 4, 15), grain)
    first = Period(grain, min(begin + skip, now))
    study = bridge_study(facts, Query(grain=grain, by="plan", first=first, last=first.shifted(size)))
    there = paying(rows, grain)
    for at, period in enumerate(study.periods):
        wanted = sum(prices.get(period.index, 0) for prices in there.values())
        assert study.closing[-1, at] == wanted * 100
    if study.periods:
        span = study.over(0, len(study.periods) - 1)
        assert span.opening + sum(span.moved.values()) == span.closing
    np.testing.assert_array_equal(study.cents[:-1].sum(axis=0), study.cents[-1])
    np.testing.assert_array_equal(study.opening[:-1].sum(axis=0), study.opening[-1])


def test_the_bridge_of_the_small_company(small):
    study = bridge_study(small, Query())
    assert study.kinds == ("new", "expansion", "reactivation", "contraction", "churn")
    span = study.over(1, 3)
    assert (span.opening, span.closing) == (15000, 21000)
    assert span.moved == {"new": 8000, "expansion": 5000, "reactivation": 6000, "contraction": 0, "churn": -13000}
    rows = bridge_rows(small, Query(), "churn", (month("2024-02"), month("2024-04")))
    assert [(row[2], row[-1]) for row in rows.rows] == [("C", -80.0), ("B", -50.0)]
    assert rows.rows[0][:2] == (0, 4)


def test_transfers_between_segments_are_a_row_of_their_own(tmp_path):
    table = pd.DataFrame(
        {
            "customer_id": ["A", "A", "B"],
            "plan": ["Basic", "Gold", "Basic"],
            "start_date": ["2024-01-05", "2024-03-01", "2024-01-10"],
            "cancel_date": ["2024-03-01", None, None],
            "mrr": [50.0, 80.0, 50.0],
        }
    )
    facts = facts_of(tmp_path, {"subscriptions": table}, as_of=date(2024, 4, 30))
    study = bridge_study(facts, Query(by="plan", first=month("2024-03"), last=month("2024-03")))
    moved = {segment: study.over(0, 0, i).moved for i, segment in enumerate(study.segments)}
    assert moved["Basic"]["transfer"] == -5000
    assert (moved["Gold"]["transfer"], moved["Gold"]["expansion"]) == (5000, 3000)
    assert (moved[None]["transfer"], moved[None]["expansion"]) == (0, 3000)


def test_kaplan_meier_of_the_leukaemia_trial():
    """6-MP arm of Freireich 1963, as in Kleinbaum and Klein, Survival Analysis, table 2.1: weeks, + is censored."""
    relapsed, censored = [6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    now = 100
    starts = np.array([*(0 for _ in relapsed), *(now - week for week in censored)])
    ends = np.array([*relapsed, *(NEVER for _ in censored)])
    curve = curve_of(Lives(starts, ends, np.ones(21)), now, None)
    shares = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {week: round(float(curve.shares[week]), 3) for week in shares} == shares
    at_risk = {6: 21, 7: 17, 10: 15, 13: 12, 16: 11, 22: 7, 23: 6}
    assert {week: int(curve.at_risk[week]) for week in at_risk} == at_risk
    assert (curve.median, curve.customers, curve.left) == (23, 21, 9)
    # R survival::survfit(conf.type = "log-log") at week 10
    assert (round(float(curve.low[10]), 3), round(float(curve.high[10]), 3)) == (0.503, 0.889)


def test_survival_by_segment_begins_with_all_at_risk(tmp_path):
    lines = [(f"{plan}{i}", plan, start, end) for plan, start, end in _lives() for i in range(2)]
    table = pd.DataFrame(lines, columns=["customer_id", "plan", "start_date", "cancel_date"]).assign(mrr=10.0)
    facts = facts_of(tmp_path, {"subscriptions": table}, as_of=date(2024, 6, 30))
    study = survival_study(facts, Query(by="plan"))
    assert {curve.segment: curve.customers for curve in study.curves} == {"Gold": 2, "Basic": 2, None: 4}
    basic = next(curve for curve in study.curves if curve.segment == "Basic")
    assert (basic.shares.tolist(), basic.median) == ([1, 1, 1, 0], 3)
    np.testing.assert_allclose(study.total.shares, [1, 1, 1, 0.5, 0.5, 0.5])


def test_revenue_survives_by_what_each_paid_at_the_start(tmp_path):
    """Of 500 a month 400 are left after April; what the big one adds in March changes nothing."""
    table = pd.DataFrame(
        {
            "customer_id": ["A", "B", "B", "C"],
            "start_date": ["2024-01-03", "2024-01-10", "2024-03-01", "2024-01-20"],
            "cancel_date": ["2024-04-02", "2024-03-01", None, None],
            "mrr": [100.0, 300.0, 900.0, 100.0],
        }
    )
    facts = facts_of(tmp_path, {"subscriptions": table}, as_of=date(2024, 6, 30))
    curve = survival_study(facts, Query(), is_revenue=True).total
    np.testing.assert_allclose(curve.shares, [1, 1, 1, 0.8, 0.8, 0.8])
    assert curve.at_risk.tolist() == [3, 3, 3, 3, 2, 2]
    # three unequal payers tell as much as 500² / (100² + 300² + 100²) = 2.27 equal ones
    assert 0 < curve.low[3] < 0.8 < curve.high[3] < 1
    np.testing.assert_allclose(survival_study(facts, Query()).total.shares, [1, 1, 1, 2 / 3, 2 / 3, 2 / 3])


def test_revenue_of_equal_payers_survives_as_they_do():
    starts, ends = np.zeros(4, dtype=np.int64), np.array([2, 5, NEVER, NEVER])
    counts = np.array([3.0, 2.0, 4.0, 1.0])
    plain = curve_of(Lives(starts, ends, counts), 8, None)
    paid = curve_of(Lives(starts, ends, counts, Money(counts * 70, counts * 70**2)), 8, None)
    for name in ("shares", "low", "high", "at_risk"):
        np.testing.assert_allclose(getattr(paid, name), getattr(plain, name))
    assert paid.median == plain.median


def _lives():
    return (("Gold", "2024-01-03", None), ("Basic", "2024-01-20", "2024-04-02"))


@pytest.fixture
def leads(tmp_path):
    """Four leads of January, one of February; visits by channel."""
    table = pd.DataFrame(
        {
            "lead_id": ["1", "2", "3", "4", "5"],
            "channel": ["Ads", "Ads", "Search", "Search", "Ads"],
            "created_date": ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-02-05"],
            "mql_date": ["2024-01-04", "2024-01-03", "2024-02-03", None, "2024-02-06"],
            "sql_date": ["2024-01-14", None, "2024-02-05", None, None],
            "converted_date": ["2024-02-14", None, None, None, None],
        }
    )
    traffic = pd.DataFrame(
        {
            "date": ["2024-01-10", "2024-01-10", "2024-02-10"],
            "channel": ["Ads", "Search", "Ads"],
            "sessions": [60, 40, 30],
        }
    )
    return facts_of(tmp_path, {"leads": table, "web_traffic": traffic}, as_of=date(2024, 2, 29))


JANUARY = Query(first=Period.parse("2024-01"), last=Period.parse("2024-01"))


def test_the_funnel_of_a_cohort_follows_its_leads_wherever_they_get(leads):
    study = funnel_study(leads, JANUARY, View.COHORT)
    assert study.stages == ("visit", "lead", "mql", "sql", "customer")
    assert (study.visit_files, study.files) == (("web_traffic.csv",), ("leads.csv",))
    assert study.reached.tolist() == [[100, 4, 3, 2, 1]]
    np.testing.assert_allclose(study.steps, [[NAN, 0.04, 0.75, 2 / 3, 0.5]])
    np.testing.assert_allclose(study.from_top, [[1, 0.04, 0.03, 0.02, 0.01]])
    # to MQL 3, 1 and 31 days; to SQL 10 and 2; to customer 31
    np.testing.assert_array_equal(study.days, [[NAN, NAN, 3, 6, 31]])
    np.testing.assert_array_equal(study.timed, [[NAN, NAN, 3, 2, 1]])
    low, high = study.step_bounds()
    # Wilson, 3 of 4
    assert (round(float(low[0, 2]), 4), round(float(high[0, 2]), 4)) == (0.3006, 0.9544)


def test_the_funnel_of_activity_counts_what_happened_in_the_range(leads):
    study = funnel_study(leads, JANUARY, View.ACTIVITY)
    assert study.reached.tolist() == [[100, 4, 2, 1, 0]]
    assert np.isnan(study.step_bounds()[0]).all()


def test_the_funnel_by_segment_adds_up(leads):
    study = funnel_study(leads, Query(by="channel"), View.COHORT)
    assert dict(zip(study.segments, study.reached.tolist(), strict=True)) == {
        "Ads": [90, 3, 3, 1, 1],
        "Search": [40, 2, 1, 1, 0],
        None: [130, 5, 4, 2, 1],
    }
    rows = funnel_rows(leads, Query(by="channel"), View.COHORT, "mql", "Ads")
    assert [row[rows.columns.index("lead_id")] for row in rows.rows] == ["1", "2", "5"]


def test_deals_without_a_stage_are_those_that_were_won(tmp_path):
    people = pd.DataFrame({"lead_id": ["1", "2", "3"], "created_date": ["2024-01-01", "2024-01-02", "2024-01-03"]})
    won = pd.DataFrame({"deal_id": ["x"], "lead_id": ["2"], "closed_date": ["2024-01-09"]})
    facts = facts_of(tmp_path, {"leads": people, "deals": won}, as_of=date(2024, 1, 31))
    study = funnel_study(facts, Query(), View.COHORT)
    assert dict(zip(study.stages, study.reached[-1].tolist(), strict=True)) == {
        "lead": 3,
        "opportunity": 1,
        "customer": 1,
    }


def test_a_stage_that_some_pass_by_has_no_share_of_the_one_before(leads):
    """Of four who signed up one was activated and three pay: they need not have been."""
    study = funnel_study(leads, JANUARY, View.COHORT)
    study = replace(
        study, stages=("signup", "activated", "customer"), reached=np.array([[4.0, 1.0, 3.0]]), segments=(None,)
    )
    assert study.steps[-1, 1] == 0.25
    assert np.isnan(study.steps[-1, 2])
    assert np.isnan(study.step_bounds()[0][-1, 2])
    assert study.passed_by == ("activated",)
    assert replace(study, view=View.ACTIVITY).steps[-1, 2] == 3.0
    assert replace(study, view=View.ACTIVITY).passed_by == ()


def test_without_leads_there_is_no_funnel(small):
    with pytest.raises(UserError, match="Needs leads"):
        funnel_study(small, Query(), View.COHORT)


def test_what_is_not_told_by_an_attribute_is_refused(leads, small):
    for kept in (Kept.CUSTOMERS, Kept.REVENUE):
        with pytest.raises(UserError, match="No column called owner"):
            cohort_table(small, Query(filters=(Filter("owner", ("A",)),)), kept)
    with pytest.raises(UserError, match="Nobody started"):
        cohort_table(small, Query(first=month("2024-03"), last=month("2024-03")), Kept.CUSTOMERS)
    with pytest.raises(UserError, match="no period"):
        bridge_study(small, Query(first=month("2030-03")))
