"""The engine on ledgers and tables: worked examples by number, grains, splits, filters, sheets, snapshots."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.fake_facts import FakeFacts, ledger, monthly, rows_table


def engine(facts):
    return Engine(load_catalogue(), facts)


def value(facts, name, period, segment=None, **asked):
    grain = Period.parse(period).grain
    frame = engine(facts).compute(Query(metrics=(name,), grain=grain, **asked))
    return frame.value(name, Period.parse(period), segment)


FIVE = [
    ("a", "2024-01-05", None, 100),
    ("b", "2024-01-10", None, 100),
    ("c", "2024-01-10", None, 100),
    ("d", "2024-01-10", None, 200),
    ("e", "2024-01-10", None, 80),
]


def a_month_of_churn():
    """100 customers at the start of February, 20 new, 11 leave, one of whom joined that month."""
    old = [(f"old{i}", "2024-01-01", "2024-02-10" if i < 10 else None, 100) for i in range(100)]
    new = [(f"new{i}", "2024-02-05", "2024-02-20" if i == 0 else None, 100) for i in range(20)]
    return ledger(old + new, as_of=date(2024, 2, 29))


def test_kpis_five_customers_of_whom_one_pays_960_a_year_are_580():
    assert value(ledger(FIVE, as_of=date(2024, 1, 31)), "mrr", "2024-01") == 580


def test_mrr_counts_its_customers():
    frame = engine(ledger(FIVE, as_of=date(2024, 1, 31))).compute(Query(metrics=("mrr",)))
    assert frame.series["mrr"].n[-1, 0] == 5


def test_acceptance_15_lost_of_those_at_start():
    assert value(a_month_of_churn(), "customer_churn_rate", "2024-02") == pytest.approx(0.10)
    assert value(a_month_of_churn(), "retention_rate", "2024-02") == pytest.approx(0.90)


def test_acceptance_20d_survivors_only_give_no_churn_with_the_reason():
    facts = ledger(FIVE, as_of=date(2024, 12, 31), churn_is_visible=False)
    frame = engine(facts).compute(Query())
    for name in ("customer_churn_rate", "retention_rate", "ltv", "churned_customers", "nrr", "grr", "net_new_mrr"):
        assert not frame.series[name].is_computable
        assert "stayed" in str(frame.series[name].reason)
        assert frame.series[name].missing == ("subscriptions.cancel_date",)
    assert frame.value("mrr") == 580


def test_acceptance_34_ltv_interval_by_inverting_churn():
    old = [(f"c{i}", "2024-01-01", "2024-02-10" if i < 5 else None, 100) for i in range(100)]
    series = engine(ledger(old, as_of=date(2024, 2, 29))).compute(Query(metrics=("ltv",))).series["ltv"]
    assert series.values[-1, 1] == pytest.approx(2000)
    assert series.low[-1, 1] == pytest.approx(895, abs=0.5)
    assert series.high[-1, 1] == pytest.approx(4642, abs=0.5)
    assert series.n[-1, 1] == 100


def test_acceptance_35_nps_with_its_interval():
    scores = [10] * 50 + [7] * 30 + [6] * 20 + [11, -1, np.nan]
    facts = FakeFacts(
        {"surveys": rows_table(day=["2024-03-05"] * 103, nps_score=np.array(scores, float))}, as_of=date(2024, 3, 31)
    )
    series = engine(facts).compute(Query(metrics=("nps",))).series["nps"]
    assert series.values[-1, 0] == pytest.approx(30)
    assert series.low[-1, 0] == pytest.approx(14.05, abs=0.005)
    assert series.high[-1, 0] == pytest.approx(44.20, abs=0.005)
    assert series.n[-1, 0] == 100


def test_acceptance_38_ga4_bounce():
    facts = FakeFacts(
        {"web_traffic": rows_table(day=["2024-03-05"], sessions=[1000], engaged_sessions=[840])},
        as_of=date(2024, 3, 31),
    )
    assert value(facts, "bounce_rate", "2024-03") == pytest.approx(0.16)


def two_ads():
    return FakeFacts(
        {
            "spend": rows_table(
                day=["2024-03-05", "2024-03-06"],
                cost=[1000, 3000],
                clicks=[5, 7],
                impressions=[1000, 1000],
                a_channel=["x", "y"],
            )
        },
        as_of=date(2024, 3, 31),
    )


def test_acceptance_39_total_of_ctr_is_sum_over_sum():
    frame = engine(two_ads()).compute(Query(metrics=("ctr", "cpc"), by="channel"))
    march = Period.parse("2024-03")
    assert frame.value("ctr", march, "x") == pytest.approx(0.005)
    assert frame.value("ctr", march) == pytest.approx(0.006)
    assert frame.value("cpc", march) == pytest.approx(40 / 12)
    assert frame.segments[-1] is None


def test_kpis_time_in_sessions_is_105_and_35_on_average():
    facts = FakeFacts(
        {
            "web_traffic": rows_table(
                day=["2024-03-05"] * 3, sessions=[1, 1, 1], avg_session_duration=[15.0, 20.0, 70.0]
            )
        },
        as_of=date(2024, 3, 31),
    )
    assert value(facts, "session_seconds", "2024-03") == 105
    assert value(facts, "avg_session_duration", "2024-03") == 35


def test_kpis_170_of_200_customers_from_a_sheet_is_85_percent():
    facts = FakeFacts(
        {"monthly": monthly(starting_customers={"2024-01": 200}, active_customers={"2024-01": 170})},
        as_of=date(2024, 1, 31),
    )
    assert value(facts, "retention_rate", "2024-01") == pytest.approx(0.85)


def orders():
    return rows_table(
        day=["2024-01-03", "2024-01-03", "2024-01-20", "2024-02-02", "2024-03-09"],
        c=np.array([1, 1, 2, 1, 3], dtype=np.int32),
        order_id=["o1", "o1", "o2", "o3", "o4"],
        amount=[1000, 500, 2000, 1000, 4000],
        a_category=["pens", "ink", "pens", "ink", "pens"],
    )


def test_several_lines_of_an_order_count_once():
    facts = FakeFacts({"orders": orders(), "revenue": orders()}, as_of=date(2024, 3, 31))
    frame = engine(facts).compute(Query(metrics=("aov", "transactions", "repeat_purchase_rate", "revenue_growth_mom")))
    assert frame.value("transactions", Period.parse("2024-01")) == 2
    assert frame.value("aov", Period.parse("2024-01")) == pytest.approx(17.5)
    assert frame.series["repeat_purchase_rate"].values[-1].tolist() == pytest.approx([0, 0.5, 1 / 3])
    assert frame.series["revenue_growth_mom"].values[-1, 1:].tolist() == pytest.approx([10 / 35 - 1, 3.0])


def test_repeat_purchase_within_a_segment_is_that_of_its_rows():
    frame = engine(FakeFacts({"orders": orders()}, as_of=date(2024, 3, 31))).compute(
        Query(metrics=("buyers", "repeat_buyers"), by="category")
    )
    march = Period.parse("2024-03")
    assert frame.value("buyers", march, "pens") == 3
    assert frame.value("repeat_buyers", march, "ink") == 1
    assert frame.value("repeat_buyers", march, "pens") == 0
    assert frame.value("repeat_buyers", march) == 1


def test_margin_from_profit_of_orders_and_100_percent_with_a_note_without():
    table = orders().assign(profit=[100, 50, 200, 100, 2000])
    with_profit = FakeFacts({"orders": table, "revenue": table}, as_of=date(2024, 3, 31))
    assert value(with_profit, "gross_margin", "2024-03") == pytest.approx(0.5)
    frame = engine(ledger(FIVE, as_of=date(2024, 2, 29))).compute(Query(metrics=("cac_payback_months", "gross_margin")))
    assert frame.value("gross_margin") == 1
    assert "100%" in str(frame.series["gross_margin"].notes[0])


def test_flows_of_a_quarter_are_those_of_its_months_and_its_rates_compare_its_ends():
    rows = [("a", "2023-12-01", None, 30), ("b", "2023-12-01", "2024-02-10", 30), ("b", "2024-03-20", None, 30)]
    facts = ledger(rows, as_of=date(2024, 3, 31))
    assert value(facts, "churned_customers", "2024-02") == 1
    assert value(facts, "reactivated_customers", "2024-03") == 1
    for name, net in (("churned_customers", 0), ("churned_mrr", 0)):
        assert abs(value(facts, name, "2024-Q1")) == (1 if name == "churned_customers" else 30)
        assert value(facts, f"{name}_start_to_end", "2024-Q1") == net
    assert value(facts, "customer_churn_rate", "2024-Q1") == 0
    assert value(facts, "grr", "2024-Q1") == 1


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.SNAPSHOT])
def test_a_stock_at_any_grain_is_the_last_state_and_flows_lead_to_it(grain):
    facts = a_month_of_churn()
    frame = engine(facts).compute(Query(grain=grain, metrics=("mrr", "active_customers", "net_new_mrr", "new_mrr")))
    assert frame.series["mrr"].values[-1, -1] == 100 * 109
    assert frame.series["active_customers"].values[-1, -1] == 109
    assert np.cumsum(frame.series["net_new_mrr"].values[-1])[-1] == pytest.approx(100 * 109)


def test_movements_lead_from_start_to_end_in_every_period_and_segment():
    plans = {f"old{i}": "Pro" if i % 3 else "Basic" for i in range(100)}
    old = [(f"old{i}", "2024-01-01", f"2024-0{2 + i % 4}-10" if i % 2 else None, 10 + i) for i in range(100)]
    again = [(f"old{i}", "2024-07-02", None, 7.77) for i in range(1, 60, 2)]
    facts = ledger(old + again, plans, as_of=date(2024, 8, 31))
    frame = engine(facts).compute(Query(metrics=("mrr", "starting_mrr", "net_new_mrr"), by="plan"))
    mrr, start, net = (frame.series[name].values for name in ("mrr", "starting_mrr", "net_new_mrr"))
    assert np.round(np.nan_to_num(start) + net, 2).tolist() == np.round(mrr, 2).tolist()
    assert np.round(mrr[:-1].sum(axis=0), 2).tolist() == np.round(mrr[-1], 2).tolist()


@pytest.mark.parametrize("name", ["mrr", "customer_churn_rate", "nrr", "arpa", "new_customers", "ltv", "quick_ratio"])
def test_filter_of_metric_is_metric_of_filtered_rows(name):
    plans = {f"c{i}": "Pro" if i % 3 else "Basic" for i in range(40)}
    rows = [(f"c{i}", f"2024-0{1 + i % 3}-05", f"2024-0{3 + i % 4}-10" if i % 2 else None, 10 + i) for i in range(40)]
    rows += [(f"c{i}", "2024-05-02", None, 5) for i in range(0, 40, 4)]
    everything = engine(ledger(rows, plans, as_of=date(2024, 6, 30)))
    only = engine(ledger([r for r in rows if plans[r[0]] == "Basic"], plans, as_of=date(2024, 6, 30)))
    filtered = everything.compute(Query(metrics=(name,), filters=(Filter("plan", ("Basic",)),)))
    split = everything.compute(Query(metrics=(name,), by="plan"))
    expected = only.compute(Query(metrics=(name,))).series[name].values[-1]
    row = split.segments.index("Basic")
    np.testing.assert_allclose(filtered.series[name].values[-1], expected)
    np.testing.assert_allclose(split.series[name].values[row], expected)


def test_an_unknown_attribute_value_or_kpi_is_an_error_never_all():
    work = engine(ledger(FIVE, {"a": "Pro", "b": "Basic"}, as_of=date(2024, 1, 31)))
    for query in (
        Query(by="colour"),
        Query(filters=(Filter("colour", ("red",)),)),
        Query(filters=(Filter("plan", ("Gold",)),)),
        Query(metrics=("profitability",)),
    ):
        with pytest.raises(UserError):
            work.compute(query)


def test_a_filter_that_a_table_does_not_know_makes_its_kpis_not_computable():
    spend = rows_table(day=["2024-01-05"], cost=[1000])
    facts = ledger(FIVE, {"a": "Pro", "b": "Basic"}, as_of=date(2024, 1, 31), spend=spend)
    frame = engine(facts).compute(Query(filters=(Filter("plan", ("Pro",)),)))
    assert frame.value("mrr") == 100
    assert not frame.series["cac"].is_computable
    assert frame.series["cac"].missing == ("spend.plan",)


def test_a_split_that_a_table_does_not_know_leaves_the_total():
    spend = rows_table(day=["2024-01-05"], cost=[1000])
    facts = ledger(FIVE, {"a": "Pro", "b": "Basic"}, as_of=date(2024, 1, 31), spend=spend)
    frame = engine(facts).compute(Query(metrics=("cac",), by="plan"))
    assert frame.value("cac") == pytest.approx(2.0)
    assert frame.value("cac", None, "Pro") is None
    assert "segment" in str(frame.series["cac"].gap(frame.segments.index("Pro"), 0))


def test_a_gap_month_counts_zero_and_months_outside_the_table_have_no_value():
    spend = rows_table(day=["2024-02-05", "2024-04-05"], cost=[1000, 1000], clicks=[1, 0])
    facts = ledger(FIVE, as_of=date(2024, 6, 30), spend=spend)
    frame = engine(facts).compute(Query(metrics=("ad_spend", "cpc")))
    spent = frame.series["ad_spend"].values[-1]
    assert spent[1:4].tolist() == [10, 0, 10]
    assert np.isnan(spent[[0, 4, 5]]).all()
    assert "no clicks" in str(frame.series["cpc"].gap(0, 3))
    assert "reach" in str(frame.series["cpc"].gap(0, 5))


def test_zero_divisors_say_why():
    rows = [("a", "2024-01-01", "2024-02-01", 10), ("b", "2024-04-01", None, 10)]
    frame = engine(ledger(rows, as_of=date(2024, 5, 31))).compute(Query())
    churn = frame.series["customer_churn_rate"]
    assert np.isnan(churn.values[-1, 2])
    assert str(churn.gap(0, 2)) == "no customers at the period's start"
    assert str(frame.series["ltv"].gap(0, 4)) == "nobody left in the period"
    assert str(frame.series["quick_ratio"].gap(0, 4)) == "no losses in the period"
    assert np.isnan(frame.series["arpa"].values[-1, 1])


def test_a_period_that_has_not_ended_is_incomplete():
    frame = engine(ledger(FIVE, as_of=date(2024, 3, 12))).compute(Query(metrics=("mrr",)))
    assert frame.incomplete.tolist() == [False, False, True]
    assert frame.last_complete == 1


def test_the_range_of_a_question_cuts_the_answer_not_what_it_rests_on():
    asked = Query(metrics=("mrr", "customer_churn_rate"), first=Period.parse("2024-02"), last=Period.parse("2024-02"))
    frame = engine(a_month_of_churn()).compute(asked)
    assert [str(period) for period in frame.periods] == ["2024-02"]
    assert frame.series["customer_churn_rate"].values.tolist() == [[0.1]]


def test_nothing_at_all_is_an_empty_answer_with_reasons():
    frame = engine(FakeFacts({}, as_of=None, priced=False)).compute(Query())
    assert frame.grain is Grain.SNAPSHOT
    assert all(not series.is_computable for name, series in frame.series.items() if name not in _ALWAYS)


_ALWAYS = {"period_days", "period_weeks", "period_months", "usage_days", "usage_weeks", "usage_months"}


def test_one_row_is_enough():
    frame = engine(ledger(FIVE[:1], as_of=date(2024, 1, 31))).compute(Query())
    assert frame.value("mrr") == 100
    assert frame.value("active_customers") == 1


def test_unpriced_periods_count_customers_and_no_money():
    frame = engine(ledger(FIVE, as_of=date(2024, 1, 31), priced=False)).compute(Query())
    assert frame.value("active_customers") == 5
    assert not frame.series["mrr"].is_computable
    assert frame.series["mrr"].missing == ("subscriptions.mrr",)


def snapshot():
    customers = pd.DataFrame(
        {
            "c": np.arange(4, dtype=np.int32),
            "customer_id": list("abcd"),
            "churn_flag": [True, False, False, False],
            "tenure_months": [10, 20, 30, 40],
            "mrr": [5000, 1000, 2000, 3000],
            "a_gender": ["f", "m", "f", "m"],
        }
    )
    return FakeFacts({"customers": customers}, as_of=None, snapshot=True)


def test_a_table_without_dates_gives_a_snapshot():
    frame = engine(snapshot()).compute(Query())
    assert [str(period) for period in frame.periods] == ["snapshot"]
    assert frame.value("churned_share") == 0.25
    assert frame.value("customer_churn_rate") == pytest.approx(1 / 100)
    assert "exposure" in str(frame.series["customer_churn_rate"].notes[0])
    assert frame.value("active_customers") == 3
    assert frame.value("mrr") == 60
    assert frame.value("arpa") == 20
    assert frame.value("ltv") == pytest.approx(2000)
    assert not frame.series["nrr"].is_computable
    assert not frame.series["starting_customers"].is_computable


def test_a_snapshot_splits_by_attribute():
    frame = engine(snapshot()).compute(Query(metrics=("churned_share",), by="gender"))
    assert frame.value("churned_share", None, "f") == 0.5
    assert frame.value("churned_share", None, "m") == 0.0


def sheet():
    months = [f"2024-0{month}" for month in range(1, 7)]
    return monthly(
        mrr=dict(zip(months, (100, 110, 121, 133, 146, 161), strict=True)),
        churned_mrr=dict.fromkeys(months, 5),
        new_mrr=dict.fromkeys(months, 15),
        customer_churn_rate=dict.fromkeys(months, 4),
        ltv=dict.fromkeys(months, 900),
        cac=dict.fromkeys(months, 300),
        revenue=dict.fromkeys(months, 100),
        capex=dict.fromkeys(months, 7),
        cqls=dict.fromkeys(months, 3),
    )


def test_a_monthly_sheet_gives_its_kpis_and_what_follows_from_them():
    frame = engine(FakeFacts({"monthly": sheet()}, as_of=date(2024, 6, 30))).compute(Query())
    assert frame.value("mrr") == 161
    assert frame.value("ltv_cac") == 3
    assert frame.value("arr") == 161 * 12
    assert frame.value("capex") == 7
    assert frame.value("cqls") == 3
    assert frame.series["ltv"].given
    assert not frame.series["ltv_cac"].given
    assert frame.series["ltv"].low is None


def test_losses_written_positive_and_percent_as_whole_numbers_are_put_right_with_a_note():
    frame = engine(FakeFacts({"monthly": sheet()}, as_of=date(2024, 6, 30))).compute(Query())
    assert frame.value("churned_mrr") == -5
    assert frame.series["churned_mrr"].notes
    assert frame.value("customer_churn_rate") == pytest.approx(0.04)
    assert frame.value("net_new_mrr") == 10
    assert frame.value("revenue_churn_rate") == pytest.approx(5 / 146)


def test_sheets_by_quarter_sum_flows_take_the_last_stock_and_recompute_ratios():
    facts = FakeFacts({"monthly": sheet()}, as_of=date(2024, 6, 30))
    frame = engine(facts).compute(Query(grain=Grain.QUARTER))
    assert frame.series["mrr"].values[-1].tolist() == [121, 161]
    assert frame.series["revenue"].values[-1].tolist() == [300, 300]
    assert not frame.series["ltv"].is_computable
    assert "month" in str(frame.series["ltv"].reason)


def test_what_the_ledger_says_stands_before_what_a_sheet_gives():
    facts = ledger(FIVE, as_of=date(2024, 6, 30), monthly=sheet())
    frame = engine(facts).compute(Query())
    assert frame.value("mrr") == 580
    assert not frame.series["mrr"].given
    assert frame.value("cac") == 300


def test_answers_tickets_and_deals():
    tickets = rows_table(
        day=["2024-03-05", "2024-03-06", "2024-03-07"],
        created_date=pd.to_datetime(["2024-03-05 18:00", "2024-03-06 08:00", "2024-03-07 08:00"]).as_unit("us"),
        first_response_date=pd.to_datetime(["2024-03-06 08:00", "2024-03-06 10:00", None]).as_unit("us"),
        is_satisfied=[True, True, False],
    )
    deals = rows_table(
        day=["2024-03-05", "2024-03-06", "2024-03-07"],
        closed_date=pd.to_datetime(["2024-03-05", "2024-03-06", None]).as_unit("us"),
        created_date=pd.to_datetime(["2024-03-01", "2024-03-01", "2024-03-01"]).as_unit("us"),
        stage=["Closed Won", "lost", "proposal"],
        amount=[50000, 100, 100],
    )
    frame = engine(FakeFacts({"tickets": tickets, "deals": deals}, as_of=date(2024, 3, 31))).compute(Query())
    assert frame.value("avg_first_response_hours") == pytest.approx(8.0)
    assert frame.series["avg_first_response_hours"].n[-1, -1] == 2
    assert frame.value("unanswered_share") == pytest.approx(1 / 3)
    assert frame.value("csat") == pytest.approx(2 / 3)
    assert frame.value("win_rate") == 0.5
    assert frame.value("avg_deal_size") == 500
    assert frame.value("avg_deal_cycle_days") == 4


def test_users_by_day_week_and_month():
    events = rows_table(
        day=["2024-02-01", "2024-02-01", "2024-02-02", "2024-02-29", "2024-02-29"],
        c=np.array([1, 1, 1, 2, 3], dtype=np.int32),
    )
    frame = engine(FakeFacts({"events": events}, as_of=date(2024, 2, 29))).compute(Query())
    assert frame.value("mau") == 3
    assert frame.value("dau") == pytest.approx(4 / 29)
    assert frame.value("stickiness") == pytest.approx(4 / 29 / 3)
    assert frame.value("wau") == pytest.approx((1 + 0 + 0 + 0) / 4)
    daily = engine(FakeFacts({"events": events}, as_of=date(2024, 2, 29))).compute(
        Query(grain=Grain.DAY, metrics=("dau",))
    )
    assert daily.value("dau", Period.parse("2024-02-29")) == 2


def test_users_of_a_month_cannot_be_counted_by_the_day():
    events = rows_table(day=["2024-02-01"], c=np.array([1], dtype=np.int32))
    frame = engine(FakeFacts({"events": events}, as_of=date(2024, 2, 29))).compute(Query(grain=Grain.DAY))
    assert not frame.series["mau"].is_computable
    assert "longer" in str(frame.series["mau"].reason)
    weekly = engine(FakeFacts({"events": events}, as_of=date(2024, 2, 29))).compute(Query(grain=Grain.WEEK))
    assert weekly.series["wau"].values[-1, 0] == 1


def test_a_date_column_without_any_date_is_missing():
    customers = pd.DataFrame({"c": np.arange(2, dtype=np.int32), "customer_id": ["a", "b"]})
    customers["signup_day"] = pd.to_datetime([None, None]).astype("datetime64[us]")
    frame = engine(FakeFacts({"customers": customers}, as_of=None, snapshot=True)).compute(Query())
    assert not frame.series["signups"].is_computable
    assert "customers.signup_date" in frame.series["signups"].missing


def test_paid_cac_counts_customers_of_channels_with_spend():
    spend = rows_table(day=["2024-01-05", "2024-01-06"], cost=[1000, 500], a_channel=["ads", "(none)"])
    facts = ledger(FIVE, as_of=date(2024, 1, 31), spend=spend)
    moves = facts.moves["moves_month"]().assign(a_channel=["ads", "ads", "seo", "seo", "seo"])
    tables = {**facts.tables, "moves_month": moves}
    frame = engine(FakeFacts(tables, as_of=date(2024, 1, 31))).compute(Query())
    assert frame.value("cac_paid") == pytest.approx(5.0)
    assert frame.value("cac") == pytest.approx(3.0)


def test_a_second_question_about_the_same_view_reads_nothing_again():
    facts = a_month_of_churn()
    work = engine(facts)
    work.compute(Query())
    before = facts.queries
    work.compute(Query(metrics=("mrr",), last=Period.parse("2024-01")))
    assert facts.queries == before


def test_a_cancelled_question_stops():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        engine(a_month_of_churn()).compute(Query(), progress)


def test_sources_name_the_files_behind_a_ratio():
    frame = engine(a_month_of_churn()).compute(Query(metrics=("arpa",)))
    assert frame.sources["arpa"] == ("book.xlsx",)
