"""Header words, the assignment of roles, and what months and questions are called."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.ingest.cleaning import attribute_name
from kpidesk.ingest.recognition_assignment import assign, cheapest
from kpidesk.ingest.recognition_headers import HeaderIndex, build_index
from kpidesk.ingest.recognition_months import month_of, row_roles
from kpidesk.ingest.recognition_questions import is_question
from kpidesk.ingest.unpivot import month_starts
from kpidesk.schema.loader import load_schema
from kpidesk.schema.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def index() -> HeaderIndex:
    return build_index(load_schema(), load_vocabulary())


def best(index: HeaderIndex, table: str, header: str) -> str | None:
    match = index.match(header)
    scores = {role: s for (name, role), s in match.roles.items() if name == table and s > 0.97 * match.no_role}
    role = max(scores, key=lambda name: scores[name], default=None)
    return role if role is not None and scores[role] >= 0.44 else None


@pytest.mark.parametrize(
    ("table", "header", "role"),
    [
        ("orders", "Order No.", "order_id"),
        ("orders", "Lineitem quantity", "quantity"),
        ("orders", "Bestelldatum", "order_date"),
        ("orders", "买家实际支付金额", "amount"),
        ("orders", "訂單編號", "order_id"),
        ("orders", "Preço unitário", "unit_price"),
        ("orders", "Qty (pcs)", "quantity"),
        ("subscriptions", "cancelled_at", "cancel_date"),
        ("subscriptions", "Vertragsbeginn", "start_date"),
        ("subscriptions", "订阅开始", "start_date"),
        ("subscriptions", "MonthlyRecurringRevenue", "mrr"),
        ("invoices", "Created date (UTC)", "invoice_date"),
        ("invoices", "Date de facture", "invoice_date"),
        ("spend", "Amount spent (USD)", "cost"),
        ("spend", "Impr.", "impressions"),
        ("spend", "TSM: Ad Group", "ad_group"),
        ("spend", "花费", "cost"),
        ("web_traffic", "Session default channel group", "channel"),
        ("leads", "property_createdate", "created_date"),
        ("deals", "Fecha de cierre", "closed_date"),
        ("tickets", "First reply time in hours", "first_response_hours"),
        ("email", "Total Bounces", "bounces"),
        ("social", "粉丝数", "followers"),
        ("customers", "Satrt Date", "signup_date"),
        ("monthly_metrics", "LTV/CAC", "ltv_cac"),
        ("monthly_metrics", "Churn %", "customer_churn_rate"),
        ("monthly_metrics", "Churn rate %", "customer_churn_rate"),
        ("leads", "Became an Opportunity Date", "opportunity_date"),
        ("leads", "Lifecycle Stage", "status"),
    ],
)
def test_header_names_its_role(index, table, header, role):
    assert best(index, table, header) == role


@pytest.mark.parametrize(
    ("table", "header"),
    [
        ("spend", "Cost per conversion"),
        ("spend", "Click rate"),
        ("spend", "Daily budget"),
        ("customers", "Updated at"),
        ("customers", "Postal code"),
        ("orders", "Ship Date"),
        ("orders", "Zip"),
        ("email", "Open rate"),
        ("deals", "sdr_id"),
        ("monthly_metrics", "Target revenue"),
    ],
)
def test_header_that_only_resembles_a_role_gets_none(index, table, header):
    assert best(index, table, header) is None


@given(st.integers(1, 4), st.integers(0, 3), st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_assignment_is_the_cheapest_of_all(rows, more, seed):
    cost = np.random.default_rng(seed).normal(size=(rows, rows + more))
    chosen = cheapest(cost)
    assert len(set(chosen)) == rows
    least = min(sum(cost[r, p] for r, p in enumerate(ps)) for ps in itertools.permutations(range(rows + more), rows))
    assert sum(cost[r, p] for r, p in enumerate(chosen)) == pytest.approx(least)


def test_one_sure_role_is_worth_more_than_two_doubtful_ones():
    scores = {(0, "start_date"): 1.0, (0, "trial_start"): 0.45, (1, "start_date"): 0.6}
    assert assign(scores) == {0: "start_date"}


@pytest.mark.parametrize(
    ("header", "month"),
    [
        ("Jan", (None, 1)),
        ("Jan ", (None, 1)),
        ("September", (None, 9)),
        ("2024-03", (2024, 3)),
        ("dec20", (2020, 12)),
        ("Mar 2024", (2024, 3)),
        ("2024年5月", (2024, 5)),
        ("2024-01-31", (2024, 1)),
        ("FY2010-Jan", (2010, 1)),
        ("MRR", None),
        ("2024", None),
        ("17", None),
        ("", None),
    ],
)
def test_month_in_a_header(header, month):
    assert month_of(header) == month


def test_months_without_year_go_on_into_the_next():
    starts = month_starts({1: "Nov", 2: "Dec", 3: "Jan"}, 2023)
    assert [day.isoformat() for day in starts.values()] == ["2023-11-01", "2023-12-01", "2024-01-01"]


def test_rows_of_figures_are_named_by_their_labels(index):
    labels = ["New MRR", "Churn Rate", "Active Customer", "Total", "Some note"]
    assert row_roles(labels, index) == {
        "New MRR": "new_mrr",
        "Churn Rate": "customer_churn_rate",
        "Active Customer": "active_customers",
    }


def test_rows_in_two_scripts_are_named_by_the_whole_label(index):
    labels = ["期初 MRR", "新增MRR", "回流MRR", "期末MRR", "净新增MRR", "流失 MRR"]
    assert row_roles(labels, index) == {
        "期初 MRR": "starting_mrr",
        "新增MRR": "new_mrr",
        "回流MRR": "reactivation_mrr",
        "期末MRR": "mrr",
        "净新增MRR": "net_new_mrr",
        "流失 MRR": "churned_mrr",
    }
    assert row_roles(["扩展MRR", "华东MRR"], index) == {"扩展MRR": "expansion_mrr", "华东MRR": "mrr"}


def test_each_figure_has_one_row(index):
    labels = ["MRR", "Closing MRR", "Total MRR"]
    assert list(row_roles(labels, index).values()).count("mrr") == 1


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Company Size", "company_size"),
        ("公司 规模", "公司_规模"),
        ("2nd step", "n_2nd_step"),
        ("Größe (m²)", "grosse_m2"),
    ],
)
def test_attribute_takes_its_headers_words(header, name):
    assert attribute_name(header) == name


@pytest.mark.parametrize(
    ("header", "asks"), [("How satisfied are you?", True), ("您满意吗？", True), ("Rating", False)]
)
def test_question_is_told_from_a_name(header, asks):
    assert is_question(header) is asks
