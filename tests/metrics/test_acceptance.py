"""Published worked examples from rows as a sheet has them: facts and engine together, each by its number."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of


def subscriptions(*rows, **more):
    """Rows of customer, plan, start, cancel, MRR."""
    table = pd.DataFrame(rows, columns=["customer_id", "plan", "start_date", "cancel_date", "mrr"])
    return table.assign(**more)


def frame(tmp_path, as_of, grain=Grain.MONTH, **tables):
    facts = facts_of(tmp_path, tables, as_of=as_of)
    return Engine(load_catalogue(), facts).compute(Query(grain=grain))


def test_1_five_at_5_then_two_at_30(tmp_path):
    rows = [(f"c{i}", "s", "2024-01-03", None, 5.0) for i in range(5)]
    rows += [(f"d{i}", "l", "2024-02-03", None, 30.0) for i in range(2)]
    found = frame(tmp_path, date(2024, 2, 29), subscriptions=subscriptions(*rows))
    assert found.series["mrr"].values[-1].tolist() == [25, 85]


def billed(*rows):
    columns = ["customer_id", "plan", "start_date", "cancel_date", "amount", "billing_period"]
    return pd.DataFrame(rows, columns=columns)


def test_2_3_4_gold_then_silver_then_silver_cancelled(tmp_path):
    table = billed(
        ("a", "Gold", "2024-01-10", None, 2000.0, "yearly"),
        ("a", "Silver", "2024-02-10", "2024-03-10", 60.0, "monthly"),
    )
    found = frame(tmp_path, date(2024, 3, 31), subscriptions=table)
    assert found.series["new_mrr"].values[-1].tolist() == pytest.approx([166.67, 0, 0], abs=0.005)
    assert found.series["expansion_mrr"].values[-1].tolist() == [0, 60, 0]
    assert found.series["contraction_mrr"].values[-1].tolist() == [0, 0, -60]
    assert found.series["new_customers"].values[-1].tolist() == [1, 0, 0]
    assert found.series["churned_customers"].values[-1].tolist() == [0, 0, 0]


def test_6_a_price_rise_in_mid_month_is_expansion(tmp_path):
    table = subscriptions(("a", "p", "2024-01-01", "2024-02-15", 100.0), ("a", "p", "2024-02-15", None, 250.0))
    found = frame(tmp_path, date(2024, 2, 29), subscriptions=table)
    assert found.series["mrr"].values[-1].tolist() == [100, 250]
    assert found.series["expansion_mrr"].values[-1, 1] == 150


@pytest.mark.parametrize(
    ("amount", "period", "month"),
    [(90.0, "quarterly", 30), (1200.0, "yearly", 100), (30.0, "monthly", 30), (120.0, "annual", 10)],
)
def test_7_8_13_terms_become_months(tmp_path, amount, period, month):
    table = billed(("a", "p", "2024-01-10", None, amount, period))
    assert frame(tmp_path, date(2024, 1, 31), subscriptions=table).value("mrr") == month


def test_20b_customers_and_revenue_churn(tmp_path):
    rows = [(f"c{i}", "p", "2024-01-01", None, 32.0) for i in range(17)]
    rows += [(f"x{i}", "p", "2024-01-01", "2024-02-10", price) for i, price in enumerate((20.0, 20.0, 16.0))]
    found = frame(tmp_path, date(2024, 2, 29), subscriptions=subscriptions(*rows))
    assert found.series["mrr"].values[-1].tolist() == [600, 544]
    assert found.value("customer_churn_rate") == pytest.approx(0.15)
    assert found.value("revenue_churn_rate") == pytest.approx(0.0933, abs=5e-5)


def test_20d_active_rows_only_give_no_churn(tmp_path):
    rows = [(f"c{i}", "p", f"2024-{1 + i % 12:02}-03", None, 10.0) for i in range(60)]
    found = frame(tmp_path, date(2024, 12, 31), subscriptions=subscriptions(*rows))
    assert not found.series["customer_churn_rate"].is_computable
    assert not found.series["ltv"].is_computable
    assert found.value("mrr") == 600


def test_28_halving_churn_from_a_ledger_with_cost(tmp_path):
    rows = [(f"c{i}", "p", "2024-01-01", "2024-02-15" if i < 5 else None, 100.0) for i in range(100)]
    rows += [(f"n{i}", "p", "2024-02-03", None, 100.0) for i in range(10)]
    spend = pd.DataFrame({"date": ["2024-01-01", "2024-02-01"], "cost": [0.0, 6000.0]})
    found = frame(tmp_path, date(2024, 2, 29), subscriptions=subscriptions(*rows), spend=spend)
    assert found.value("cac") == 600
    assert found.value("customer_churn_rate") == pytest.approx(0.05)
    assert found.value("ltv") == pytest.approx(2000)
    assert found.value("ltv_cac") == pytest.approx(2000 / 600)
    assert found.value("cac_payback_months") == pytest.approx(6)


def test_39_ctr_through_facts(tmp_path):
    spend = pd.DataFrame(
        {"date": ["2024-01-01"] * 2, "cost": [1.0, 1.0], "clicks": [5, 7], "impressions": [1000, 1000]}
    )
    assert frame(tmp_path, date(2024, 1, 31), spend=spend).value("ctr") == pytest.approx(0.006)


def test_lvr_of_1000_and_1100(tmp_path):
    created = ["2024-01-10"] * 1000 + ["2024-02-10"] * 1100
    leads = pd.DataFrame({"created_date": created, "lead_id": [f"l{i}" for i in range(2100)]})
    assert frame(tmp_path, date(2024, 2, 29), leads=leads).value("lead_velocity_rate") == pytest.approx(0.1)


def test_orders_first_response_and_surveys(tmp_path):
    orders = pd.DataFrame(
        {
            "order_date": ["2024-01-03", "2024-01-03", "2024-01-20", "2024-02-02"],
            "order_id": ["o1", "o1", "o2", "o3"],
            "customer_id": ["x", "x", "y", "x"],
            "amount": [10.0, 5.0, 20.0, 10.0],
        }
    )
    tickets = pd.DataFrame(
        {
            "ticket_id": ["1", "2"],
            "created_date": ["2024-02-05 18:00", "2024-02-06 08:00"],
            "first_response_date": ["2024-02-06 08:00", "2024-02-06 10:00"],
        }
    )
    surveys = pd.DataFrame({"response_date": ["2024-02-05"] * 100, "nps_score": [10] * 70 + [7] * 10 + [0] * 20})
    found = frame(tmp_path, date(2024, 2, 29), orders=orders, tickets=tickets, surveys=surveys)
    assert found.series["aov"].values[-1].tolist() == [17.5, 10]
    assert found.series["transactions"].values[-1].tolist() == [2, 1]
    assert found.value("repeat_purchase_rate") == 0.5
    assert found.value("avg_first_response_hours") == pytest.approx(8)
    assert found.value("nps") == pytest.approx(50)
    assert found.series["revenue"].values[-1].tolist() == [35, 10]


def test_a_table_without_dates_through_facts(tmp_path):
    customers = pd.DataFrame(
        {
            "customer_id": [f"c{i}" for i in range(20)],
            "churn_flag": [i < 5 for i in range(20)],
            "tenure_months": [10.0] * 20,
            "mrr": [50.0] * 20,
            "gender": ["f", "m"] * 10,
        }
    )
    found = frame(tmp_path, None, customers=customers)
    assert found.grain is Grain.SNAPSHOT
    assert found.value("churned_share") == 0.25
    assert found.value("customer_churn_rate") == pytest.approx(5 / 200)
    assert found.value("mrr") == 750


def test_monthly_sheet_through_facts(tmp_path):
    sheet = pd.DataFrame(
        {
            "month": ["2024-01-01", "2024-01-01", "2024-02-01", "2024-02-01"],
            "metric": ["starting_customers", "active_customers", "starting_customers", "active_customers"],
            "value": [200.0, 170.0, 170.0, 160.0],
        }
    )
    found = frame(tmp_path, None, monthly_metrics=sheet)
    assert found.series["retention_rate"].values[-1].tolist() == pytest.approx([0.85, 160 / 170])


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR])
def test_random_ledgers_close_at_every_grain_and_segment(tmp_path, grain):
    rng = np.random.default_rng(3)
    rows = []
    for i in range(60):
        start = pd.Timestamp("2024-01-01") + pd.Timedelta(days=int(rng.integers(0, 200)))
        end = None if rng.random() < 0.4 else start + pd.Timedelta(days=int(rng.integers(20, 200)))
        rows.append((f"c{i % 40}", "PQ"[i % 2], start, end, float(rng.integers(500, 9000)) / 100))
    facts = facts_of(tmp_path, {"subscriptions": subscriptions(*rows)}, as_of=date(2024, 10, 31))
    engine = Engine(load_catalogue(), facts)
    found = engine.compute(Query(grain=grain, by="plan", metrics=("mrr", "starting_mrr", "net_new_mrr")))
    mrr, start_mrr, net = (found.series[name].values for name in ("mrr", "starting_mrr", "net_new_mrr"))
    np.testing.assert_allclose(np.nan_to_num(start_mrr) + net, mrr, atol=1e-6)
    np.testing.assert_allclose(mrr[:-1].sum(axis=0), mrr[-1], atol=1e-6)
    last = date(2024, 10, 31)
    alive = sum(price for _, _, s, e, price in rows if s.date() <= last and (e is None or e.date() > last))
    assert mrr[-1, -1] == pytest.approx(alive)


def test_rows_of_mrr_name_file_and_row(tmp_path):
    table = subscriptions(("a", "p", "2024-01-01", None, 100.0), ("b", "q", "2024-01-05", "2024-02-10", 50.0))
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"subscriptions": table}, as_of=date(2024, 2, 29)))
    rows = engine.rows("mrr", Query(), Period.parse("2024-01"))
    assert [row[rows.columns.index("row_no")] for row in rows.rows] == [0, 1]
    assert sum(row[-1] for row in rows.rows) == 150
    assert rows.sources == ("subscriptions.csv",)
    lost = engine.rows("churned_mrr", Query(filters=(Filter("plan", ("q",)),)), Period.parse("2024-02"))
    assert [row[lost.columns.index("row_no")] for row in lost.rows] == [1]
    assert sum(row[-1] for row in lost.rows) == -50
