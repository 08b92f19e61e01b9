"""Numbers that once were wrong, each computed by hand."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of


def subscriptions(*rows, **more):
    table = pd.DataFrame(rows, columns=["customer_id", "plan", "start_date", "cancel_date", "mrr"])
    return table.assign(**more)


def engine(tmp_path, as_of=None, rules=None, **tables):
    return Engine(load_catalogue(), facts_of(tmp_path, tables, as_of=as_of, rules=rules))


def sheet(**metrics):
    """A monthly sheet: KPI → month → value."""
    rows = [(f"{month}-01", name, value) for name, by in metrics.items() for month, value in by.items()]
    return pd.DataFrame(rows, columns=["month", "metric", "value"])


def months(found, name, segment=None):
    row = found.segments.index(segment)
    return [None if pd.isna(value) else round(float(value), 2) for value in found.series[name].values[row]]


def test_a_quarter_that_lacks_a_month_of_a_sheet_is_incomplete(tmp_path):
    given = sheet(revenue={"2024-01": 100, "2024-03": 100, "2024-04": 10, "2024-05": 10, "2024-06": 10})
    found = engine(tmp_path, monthly_metrics=given).compute(Query(grain=Grain.QUARTER))
    assert months(found, "revenue") == [200, 30]
    assert [found.is_incomplete("revenue", 0, i) for i in (0, 1)] == [True, False]
    assert any("lack days or months" in str(note) for note in found.series["revenue"].notes)


def test_what_rests_on_a_sum_that_lacks_a_month_is_incomplete_too(tmp_path):
    given = sheet(
        revenue={"2024-01": 100, "2024-03": 100, "2024-04": 150, "2024-05": 150, "2024-06": 150},
        cost_of_revenue=dict.fromkeys(("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"), 10),
    )
    found = engine(tmp_path, monthly_metrics=given).compute(Query(grain=Grain.QUARTER))
    assert [found.is_incomplete("gross_margin", 0, i) for i in (0, 1)] == [True, False]
    assert found.is_incomplete("revenue_growth_mom", 0, 1)


def test_a_quarter_that_a_table_covers_in_part_is_incomplete(tmp_path):
    orders = pd.DataFrame({"order_date": ["2024-03-05", "2024-04-05", "2024-06-05"], "amount": [10.0, 20.0, 40.0]})
    spend = pd.DataFrame({"date": ["2024-01-05", "2024-06-28"], "cost": [1.0, 1.0]})
    found = engine(tmp_path, date(2024, 6, 30), orders=orders, spend=spend).compute(Query(grain=Grain.QUARTER))
    assert months(found, "order_revenue") == [10, 60]
    assert [found.is_incomplete("order_revenue", 0, i) for i in (0, 1)] == [True, False]


def test_sums_of_nothing_are_no_value_outside_the_table_and_nought_within(tmp_path):
    orders = pd.DataFrame({"order_date": ["2024-02-05", "2024-04-05"], "amount": [10.0, 20.0]})
    spend = pd.DataFrame({"date": ["2024-01-05", "2024-06-28"], "cost": [1.0, 1.0]})
    found = engine(tmp_path, date(2024, 6, 30), orders=orders, spend=spend).compute(Query())
    assert months(found, "order_revenue") == [None, 10, 0, 20, None, None]


def test_a_column_that_is_empty_in_a_month_is_no_nought(tmp_path):
    spend = pd.DataFrame(
        {"date": ["2024-01-05", "2024-02-05"], "cost": [1.0, 1.0], "clicks": [None, 7.0], "impressions": [None, 70.0]}
    )
    found = engine(tmp_path, date(2024, 2, 29), spend=spend).compute(Query())
    assert months(found, "ad_clicks") == [None, 7]
    assert months(found, "ad_spend") == [1, 1]


def test_recurring_revenue_of_a_quarter_is_the_sum_of_its_months(tmp_path):
    table = subscriptions(("a", "p", "2024-01-01", None, 100.0), ("b", "p", "2024-03-01", None, 50.0))
    asked = engine(tmp_path, date(2024, 3, 31), subscriptions=table)
    found = asked.compute(Query(grain=Grain.QUARTER))
    assert months(found, "recurring_revenue") == [350]
    assert months(asked.compute(Query()), "recurring_revenue") == [100, 100, 150]


def test_a_change_of_plan_moves_mrr_between_segments(tmp_path):
    table = subscriptions(
        ("a", "Basic", "2024-01-01", "2024-02-10", 100.0),
        ("a", "Pro", "2024-02-10", None, 250.0),
        ("b", "Basic", "2024-01-01", None, 40.0),
        ("c", "Basic", "2024-01-01", "2024-03-05", 10.0),
    )
    found = engine(tmp_path, date(2024, 3, 31), subscriptions=table).compute(Query(by="plan"))
    assert months(found, "mrr", "Basic") == [150, 50, 40]
    assert months(found, "mrr", "Pro") == [0, 250, 250]
    assert months(found, "mrr") == [150, 300, 290]
    assert months(found, "expansion_mrr", "Pro") == [0, 150, 0]
    assert months(found, "transfer_mrr", "Pro") == [0, 100, 0]
    assert months(found, "transfer_mrr", "Basic") == [0, -100, 0]
    assert months(found, "transfer_mrr") == [0, 0, 0]
    assert months(found, "active_customers", "Basic") == [3, 2, 1]
    assert months(found, "active_customers", "Pro") == [0, 1, 1]
    assert months(found, "churned_customers", "Basic") == [0, 0, 1]
    assert months(found, "new_customers", "Pro") == [0, 0, 0]
    assert not [finding for finding in found.findings if finding.code == "facts.latest_plan"]


def test_a_downgrade_and_a_second_plan_close_in_each_segment(tmp_path):
    table = subscriptions(
        ("a", "Gold", "2024-01-01", "2024-02-10", 300.0),
        ("a", "Silver", "2024-02-10", None, 120.0),
        ("b", "Gold", "2024-01-01", None, 200.0),
        ("b", "Silver", "2024-02-01", "2024-03-20", 60.0),
    )
    found = engine(tmp_path, date(2024, 3, 31), subscriptions=table).compute(Query(by="plan"))
    assert months(found, "mrr", "Gold") == [500, 200, 200]
    assert months(found, "mrr", "Silver") == [0, 180, 120]
    assert months(found, "contraction_mrr", "Gold") == [0, -180, 0]
    assert months(found, "transfer_mrr", "Gold") == [0, -120, 0]
    assert months(found, "transfer_mrr", "Silver") == [0, 120, 0]
    assert months(found, "expansion_mrr", "Silver") == [0, 60, 0]
    assert months(found, "contraction_mrr", "Silver") == [0, 0, -60]
    assert months(found, "active_customers", "Silver") == [0, 2, 1]
    assert months(found, "active_customers") == [2, 2, 2]


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.MONTH, Grain.QUARTER])
def test_bridge_of_every_segment_closes_with_changes_of_plan(tmp_path, grain):
    rows = []
    for i in range(40):
        day = pd.Timestamp("2024-01-01") + pd.Timedelta(days=7 * (i % 20))
        change = day + pd.Timedelta(days=30 + 3 * i)
        rows.append((f"c{i}", "ABC"[i % 3], day, change, 10.0 + i))
        if i % 4:
            rows.append(
                (
                    f"c{i}",
                    "ABC"[(i + i % 3) % 3],
                    change,
                    None if i % 5 else change + pd.Timedelta(days=40),
                    7.77 * (i + 1),
                )
            )
    found = engine(tmp_path, date(2024, 12, 31), subscriptions=subscriptions(*rows)).compute(
        Query(grain=grain, by="plan")
    )
    mrr, start, net = (found.series[name].values for name in ("mrr", "starting_mrr", "net_new_mrr"))
    assert abs(start[:, 1:] + net[:, 1:] - mrr[:, 1:]).max() < 1e-6
    assert abs(mrr[:-1].sum(axis=0) - mrr[-1]).max() < 1e-6


def test_filter_by_a_plan_is_the_segment_of_that_plan(tmp_path):
    table = subscriptions(("a", "Basic", "2024-01-01", "2024-02-10", 100.0), ("a", "Pro", "2024-02-10", None, 250.0))
    asked = engine(tmp_path, date(2024, 3, 31), subscriptions=table)
    by = asked.compute(Query(by="plan"))
    for plan in ("Basic", "Pro"):
        one = asked.compute(Query(filters=(Filter("plan", (plan,)),)))
        for name in ("mrr", "new_mrr", "expansion_mrr", "transfer_mrr", "active_customers", "customer_churn_rate"):
            assert months(one, name) == months(by, name, plan)


def test_rows_behind_mrr_of_a_plan_are_those_of_the_time(tmp_path):
    table = subscriptions(("a", "Basic", "2024-01-01", "2024-02-10", 100.0), ("a", "Pro", "2024-02-10", None, 250.0))
    asked = engine(tmp_path, date(2024, 3, 31), subscriptions=table)
    rows = asked.rows("mrr", Query(by="plan"), Period.parse("2024-01"), "Basic")
    assert [row[-1] for row in rows.rows] == [100]


def test_reasons_of_leaving_split_those_who_left_and_nothing_else(tmp_path):
    table = subscriptions(
        ("a", "p", "2024-01-01", "2024-02-10", 100.0),
        ("b", "p", "2024-01-01", "2024-02-10", 50.0),
        ("c", "p", "2024-01-01", None, 50.0),
        churn_reason=["price", "quality", None],
    )
    asked = engine(tmp_path, date(2024, 2, 29), subscriptions=table)
    found = asked.compute(Query(by="churn_reason"))
    assert months(found, "churned_customers", "price") == [0, 1]
    assert months(found, "churned_mrr", "quality") == [0, -50]
    for name in ("mrr", "active_customers", "customer_churn_rate", "arpa"):
        assert months(found, name, "price") == [None, None]
    assert "reason" in str(found.series["mrr"].gap(0, 1))
    filtered = asked.compute(Query(filters=(Filter("churn_reason", ("price",)),)))
    assert not filtered.series["customer_churn_rate"].is_computable
    assert filtered.value("churned_customers", Period.parse("2024-02")) == 1


def test_a_view_of_a_day_within_a_month_nets_up_to_that_day(tmp_path):
    table = subscriptions(
        ("a", "p", "2024-01-01", None, 100.0),
        ("b", "p", "2024-02-05", "2024-02-20", 30.0),
        ("c", "p", "2024-02-25", None, 7.0),
        ("d", "p", "2024-01-01", "2024-02-18", 40.0),
    )
    asked = engine(tmp_path, date(2024, 3, 31), subscriptions=table)
    early = asked.compute(Query(as_of=date(2024, 2, 15)))
    assert months(early, "mrr") == [140, 170]
    assert months(early, "new_customers") == [2, 1]
    assert months(early, "churned_customers") == [0, 0]
    assert months(asked.compute(Query()), "mrr") == [140, 107, 107]


def test_rows_without_a_rate_are_said_beside_the_numbers(tmp_path):
    table = subscriptions(
        ("a", "p", "2024-01-01", None, 100.0),
        ("b", "p", "2024-01-01", None, 100.0),
        ("c", "p", "2024-01-01", None, 5.0),
        currency=["USD", "USD", "EUR"],
    )
    found = engine(tmp_path, date(2024, 2, 29), subscriptions=table).compute(Query())
    assert found.value("mrr") == 200
    for name in ("mrr", "arr", "arpa"):
        assert any("EUR" in str(note) for note in found.series[name].notes)


def test_cancelled_rows_that_are_left_out_are_not_called_missing(tmp_path):
    table = subscriptions(
        ("a", "p", "2024-01-01", None, 100.0),
        ("b", "p", "2024-01-01", None, 100.0),
        ("c", "p", "2024-01-01", "2024-02-05", 5.0),
        currency=["USD", "USD", "EUR"],
    )
    found = engine(tmp_path, date(2024, 6, 30), subscriptions=table).compute(Query())
    reason = str(found.series["customer_churn_rate"].reason)
    assert not found.series["customer_churn_rate"].is_computable
    assert "cannot be counted" in reason
    assert "no cancelled row in all" not in reason


def paid(*rows):
    columns = ["customer_id", "plan", "start_date", "cancel_date", "amount", "billing_period"]
    return pd.DataFrame(rows, columns=columns)


def test_cancelled_counts_until_the_end_of_the_paid_period_where_the_rules_say_so(tmp_path):
    table = paid(
        ("a", "p", "2024-01-15", "2024-02-20", 10.0, "monthly"),
        ("b", "p", "2024-01-10", "2024-03-01", 120.0, "yearly"),
        ("c", "Basic", "2024-01-10", "2024-02-12", 20.0, "monthly"),
        ("c", "Pro", "2024-02-12", None, 50.0, "monthly"),
        ("d", "p", "2024-01-31", "2024-02-10", 1.0, "monthly"),
    )
    plain = engine(tmp_path / "plain", date(2024, 4, 30), subscriptions=table).compute(Query())
    assert months(plain, "mrr") == [41, 60, 50, 50]
    rules = FactRules(until_paid_period=True)
    found = engine(tmp_path / "paid", date(2024, 4, 30), rules, subscriptions=table).compute(Query())
    assert months(found, "mrr") == [41, 70, 60, 60]


def test_a_customer_with_two_of_the_plans_asked_for_counts_once(tmp_path):
    table = subscriptions(
        ("a", "Basic", "2024-01-01", None, 100.0),
        ("a", "Pro", "2024-02-01", "2024-03-20", 250.0),
        ("b", "Basic", "2024-01-01", "2024-03-05", 40.0),
        ("b", "Pro", "2024-03-05", None, 70.0),
        ("c", "Gold", "2024-01-01", "2024-03-02", 10.0),
        ("c", "Pro", "2024-03-02", None, 30.0),
    )
    asked = engine(tmp_path, date(2024, 3, 31), subscriptions=table)
    both = Filter("plan", ("Basic", "Pro"))
    found = asked.compute(Query(filters=(both,)))
    assert months(found, "mrr") == [140, 390, 200]
    assert months(found, "active_customers") == [2, 2, 3]
    assert months(found, "transferred_customers") == [0, 0, 1]
    assert months(found, "transfer_mrr") == [0, 0, 10]
    assert months(found, "expansion_mrr") == [0, 250, 50]
    assert months(found, "contraction_mrr") == [0, 0, -250]
    assert months(found, "churned_customers") == [0, 0, 0]
    split = asked.compute(Query(filters=(both,), by="plan"))
    assert months(split, "active_customers") == [2, 2, 3]
    assert months(split, "active_customers", "Pro") == [0, 1, 2]
    assert len(asked.rows("transferred_customers", Query(filters=(both,)), Period.parse("2024-03")).rows) == 1
    again = asked.compute(Query(filters=(both, Filter("plan", ("Pro", "Gold")))))
    assert months(again, "active_customers") == months(split, "active_customers", "Pro")


def test_returns_are_no_orders_and_raise_the_refund_rate(tmp_path):
    orders = pd.DataFrame(
        {
            "order_id": ["1", "2", "3", "4"],
            "customer_id": ["a", "b", "c", "a"],
            "order_date": ["2024-01-05", "2024-01-06", "2024-01-09", "2024-01-31"],
            "amount": [300.0, 100.0, -50.0, 50.0],
        }
    )
    found = engine(tmp_path, orders=orders).compute(Query())
    assert months(found, "revenue") == [400]
    assert months(found, "transactions") == [3]
    assert months(found, "aov") == [133.33]
    assert months(found, "customers_ordering") == [2]
    assert months(found, "refund_rate") == [0.11]
    assert months(found, "repeat_buyers") == [1]


def test_effort_by_its_three_factors(tmp_path):
    asked = pd.DataFrame(
        {
            "response_date": ["2024-01-05", "2024-01-06"],
            "ces_channel": [2.0, 4.0],
            "ces_waiting": [6.0, None],
            "ces_resolution": [1.0, 2.0],
        }
    )
    found = engine(tmp_path, date(2024, 1, 31), surveys=asked).compute(Query())
    assert [months(found, f"ces_{name}") for name in ("channel", "waiting", "resolution")] == [[3], [6], [1.5]]
    assert months(found, "ces") == [3.5]


def test_the_unnamed_rest_is_not_shown_for_what_holds_everywhere(tmp_path):
    rows = [("a", "basic", "2024-01-01", None, 10.0), ("b", "pro", "2024-01-05", None, 20.0)]
    held = engine(tmp_path, subscriptions=subscriptions(*rows))
    assert held.compute(Query(by="plan")).segments == ("basic", "pro", None)


def test_active_users_of_a_quarter_are_the_mean_of_its_months_with_data(tmp_path):
    events = pd.DataFrame(
        {
            "user_id": ["u", "v", "u", "w"],
            "event_time": ["2024-01-03", "2024-01-04", "2024-02-05", "2024-02-06"],
            "event_name": ["login"] * 4,
        }
    )
    spend = pd.DataFrame({"date": ["2024-01-01", "2024-03-31"], "cost": [1.0, 1.0]})
    found = engine(tmp_path, date(2024, 3, 31), events=events, spend=spend).compute(Query(grain=Grain.QUARTER))
    assert months(found, "mau") == [2.0]
    assert months(found, "dau") == [round(4 / 60, 2)]


def test_new_customers_by_what_they_pay_for_are_those_of_the_whole_movements(tmp_path):
    """Of whom a channel changes: the first period's counts, also in a segment and over several values."""
    rows = (
        ("a", "referral", "2024-01-03", "2024-02-10"), ("a", "Search", "2024-02-10", None),
        ("b", "referral", "2024-01-10", "2024-01-20"), ("b", "Search", "2024-01-15", None),
        ("c", "Search", "2024-02-01", None), ("d", "referral", "2024-02-02", None), ("d", "Search", "2024-02-20", None),
    )  # fmt: skip
    table = subscriptions(*((*row, 10.0) for row in rows)).rename(columns={"plan": "channel"})
    found = engine(tmp_path, date(2024, 3, 31), subscriptions=table)
    assert months(found.compute(Query()), "referred_customers") == [1, 1, 0]
    assert found.compute(Query(grain=Grain.QUARTER)).value("referred_customers") == 2
    split = found.compute(Query(by="channel"))
    assert months(split, "referred_customers", "referral") == [1, 1, 0]
    assert months(split, "referred_customers", "Search") == [0, 0, 0]
    pair = found.compute(Query(filters=(Filter("channel", ("referral", "Search")),)))
    assert months(pair, "new_customers") == [2, 2, 0]
    behind = found.rows("referred_customers", Query(), Period.parse("2024-02"))
    assert [row[-1] for row in behind.rows] == [1]


def test_an_opportunity_counts_in_the_month_in_which_its_lead_became_one(tmp_path):
    rows = [("1", "2024-01-05", "2024-02-10"), ("2", "2024-01-20", "2024-03-01"), ("3", "2024-02-20", "2024-03-15")]
    table = pd.DataFrame([*rows, ("4", "2024-03-02", None)], columns=["lead_id", "created_date", "opportunity_date"])
    found = engine(tmp_path, leads=table, as_of=date(2024, 3, 31)).compute(Query())
    assert months(found, "opportunities") == [0, 1, 2]
    assert months(found, "funnel_opportunities") == [2, 1, 0]
