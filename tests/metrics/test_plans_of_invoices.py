"""Invoices count under the plan of the subscription that they name; every number is worked out by hand."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of

AS_OF = date(2024, 3, 31)


def contracts(*rows):
    return pd.DataFrame(rows, columns=["subscription_id", "customer_id", "plan", "start_date", "cancel_date"])


def bills(*rows):
    names = ["invoice_id", "customer_id", "subscription_id", "invoice_date", "period_start", "period_end", "amount"]
    dated = [(f"i{n}", who, of, first, first, last, amount) for n, (who, of, first, last, amount) in enumerate(rows)]
    return pd.DataFrame(dated, columns=names)


def months_of(who, of, amount, first, until="04"):
    """A bill for each whole month of 2024 from one to another, the latter not billed."""
    ends = {"01": "31", "02": "29", "03": "31"}
    return [
        (who, of, f"2024-{month}-01", f"2024-{month}-{day}", amount)
        for month, day in ends.items()
        if first <= month < until
    ]


CONTRACTS = contracts(
    ("a1", "a", "Basic", "2024-01-01", "2024-02-10"),
    ("a2", "a", "Pro", "2024-02-10", None),
    ("b1", "b", "Pro", "2024-01-01", None),
    ("b2", "b", "Basic", "2024-02-01", "2024-03-20"),
    ("c1", "c", "Basic", "2024-01-01", "2024-03-05"),
)
"""a moves from Basic to Pro, b has both at once for a time, c leaves."""
BILLS = bills(
    *months_of("a", "a1", 100.0, "01", "03"),
    ("a", "a2", "2024-02-10", "2024-03-09", 250.0),
    ("a", "a2", "2024-03-10", "2024-04-09", 250.0),
    *months_of("b", "b1", 200.0, "01"),
    *months_of("b", "b2", 60.0, "02"),
    *months_of("c", "c1", 10.0, "01"),
)


def engine(folder, as_of=AS_OF, **tables):
    return Engine(load_catalogue(), facts_of(folder, tables, as_of=as_of))


def months(found, name, segment=None):
    row = found.segments.index(segment)
    return [None if pd.isna(value) else round(float(value), 2) for value in found.series[name].values[row]]


def test_who_changes_plan_leaves_one_and_joins_the_other(tmp_path):
    found = engine(tmp_path, subscriptions=CONTRACTS, invoices=BILLS).compute(Query(by="plan"))
    assert months(found, "mrr") == [310, 520, 450]
    assert months(found, "mrr", "Basic") == [110, 70, 0]
    assert months(found, "mrr", "Pro") == [200, 450, 450]
    assert months(found, "active_customers") == [3, 3, 2]
    assert months(found, "active_customers", "Basic") == [2, 2, 0]
    assert months(found, "active_customers", "Pro") == [1, 2, 2]
    assert months(found, "expansion_mrr") == [0, 210, 0]
    assert months(found, "expansion_mrr", "Pro") == [0, 150, 0]
    assert months(found, "expansion_mrr", "Basic") == [0, 60, 0]
    assert months(found, "transfer_mrr", "Pro") == [0, 100, 0]
    assert months(found, "transfer_mrr", "Basic") == [0, -100, 0]
    assert months(found, "contraction_mrr", "Basic") == [0, 0, -60]
    assert months(found, "churned_customers", "Basic") == [0, 0, 1]
    assert months(found, "churned_customers", "Pro") == [0, 0, 0]


def test_it_is_the_same_as_where_subscriptions_have_the_price(tmp_path):
    priced = CONTRACTS.assign(mrr=[100.0, 250.0, 200.0, 60.0, 10.0])
    of_bills = engine(tmp_path / "bills", subscriptions=CONTRACTS, invoices=BILLS).compute(Query(by="plan"))
    of_contracts = engine(tmp_path / "contracts", subscriptions=priced).compute(Query(by="plan"))
    moved = [name for name in of_contracts.series if name.endswith("_mrr") or name.endswith("_customers")]
    assert len(moved) > 10
    for name in ("mrr", "customer_churn_rate", *moved):
        for segment in (None, "Basic", "Pro"):
            assert months(of_bills, name, segment) == months(of_contracts, name, segment), name


@pytest.mark.parametrize("grain", [Grain.MONTH, Grain.QUARTER])
def test_segments_add_up_to_the_total(tmp_path, grain):
    found = engine(tmp_path, subscriptions=CONTRACTS, invoices=BILLS).compute(Query(by="plan", grain=grain))
    for name in ("mrr", "new_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr", "transfer_mrr", "revenue"):
        parts = zip(months(found, name, "Basic"), months(found, name, "Pro"), strict=True)
        assert [sum(part) for part in parts] == months(found, name), name


def test_revenue_is_that_of_the_plan_billed(tmp_path):
    asked = engine(tmp_path, subscriptions=CONTRACTS, invoices=BILLS)
    found = asked.compute(Query(by="plan"))
    assert months(found, "revenue", "Basic") == [110, 170, 70]
    assert months(found, "revenue", "Pro") == [200, 450, 450]
    basic = asked.compute(Query(filters=(Filter("plan", ("Basic",)),)))
    assert months(basic, "mrr") == [110, 70, 0]
    assert months(basic, "revenue") == [110, 170, 70]


def test_a_bill_that_names_no_known_subscription_counts_under_the_latest_plan(tmp_path):
    more = bills(
        *months_of("a", "a1", 100.0, "01", "02"),
        *months_of("a", None, 7.0, "01"),
        *months_of("b", "other", 20.0, "01"),
        *months_of("c", "a2", 10.0, "01"),
        *months_of("d", None, 1.0, "01"),
    )
    found = engine(tmp_path, subscriptions=CONTRACTS, invoices=more).compute(Query(by="plan"))
    # The latest of a is Pro, of b and c Basic; c names a subscription of somebody else, d is not described.
    assert months(found, "revenue", "Basic") == [130, 30, 30]
    assert months(found, "revenue", "Pro") == [7, 7, 7]
    assert months(found, "revenue") == [138, 38, 38]
    assert months(found, "mrr", "Basic") == [130, 30, 30]
    assert months(found, "mrr", "Pro") == [7, 7, 7]


def test_of_a_subscription_of_several_rows_the_one_of_the_day_counts(tmp_path):
    told = contracts(
        ("s", "a", "Basic", "2024-01-01", "2024-02-01"),
        ("s", "a", "Pro", "2024-02-01", None),
        ("t", "b", "Basic", "2024-01-15", None),
    )
    billed = bills(*months_of("a", "s", 10.0, "01"), *months_of("b", "t", 3.0, "01"))
    found = engine(tmp_path, subscriptions=told, invoices=billed).compute(Query(by="plan"))
    assert months(found, "revenue", "Basic") == [13, 3, 3]
    assert months(found, "revenue", "Pro") == [0, 10, 10]
    assert months(found, "revenue") == [13, 13, 13]


def test_what_describes_the_customer_stays_the_customers(tmp_path):
    people = pd.DataFrame({"customer_id": ["a", "b", "c"], "country": ["FR", "DE", "FR"]})
    told = CONTRACTS.assign(country=["DE", "DE", "FR", "FR", "DE"])
    found = engine(tmp_path, customers=people, subscriptions=told, invoices=BILLS).compute(Query(by="country"))
    assert months(found, "revenue", "FR") == [110, 360, 260]
    assert months(found, "revenue", "DE") == [200, 260, 260]


def test_a_plan_in_the_invoice_itself_is_believed(tmp_path):
    own = BILLS.assign(plan="Printed")
    own.loc[0, "plan"] = "Other"
    found = engine(tmp_path, subscriptions=CONTRACTS, invoices=own).compute(Query(by="plan"))
    assert months(found, "revenue", "Other") == [100, 0, 0]


def test_other_rows_that_name_a_subscription_follow_it_too(tmp_path):
    orders = pd.DataFrame(
        {
            "order_id": ["1", "2"], "customer_id": ["a", "a"], "subscription_id": ["a1", "a2"],
            "order_date": ["2024-02-05", "2024-02-20"], "amount": [5.0, 9.0],
        }
    )  # fmt: skip
    priced = CONTRACTS.assign(mrr=[100.0, 250.0, 200.0, 60.0, 10.0])
    found = engine(tmp_path, subscriptions=priced, orders=orders).compute(Query(by="plan"))
    assert months(found, "order_revenue", "Basic")[1] == 5
    assert months(found, "order_revenue", "Pro")[1] == 9


def test_the_finding_says_what_counts(tmp_path):
    found = engine(tmp_path / "1", subscriptions=CONTRACTS, invoices=BILLS).facts.findings
    told = {each.code: each for each in found}
    assert told["facts.plan_of_subscription"].count == 2
    assert "facts.latest_plan" not in told
    credit = bills(*months_of("a", "a1", 100.0, "01"), *months_of("a", "a2", -50.0, "02"))
    found = engine(tmp_path / "2", subscriptions=CONTRACTS, invoices=credit).facts.findings
    told = {each.code: each for each in found}
    assert told["facts.plan_of_subscription"].count == 2
    assert "facts.latest_plan" not in told


def test_a_repeated_invoice_is_left_out_still(tmp_path):
    rows = pd.concat([BILLS, BILLS.iloc[[0]].assign(invoice_id="i0")])
    found = engine(tmp_path, subscriptions=CONTRACTS, invoices=rows.drop(columns="invoice_id")).compute(
        Query(by="plan")
    )
    assert months(found, "mrr") == [310, 520, 450]
    assert months(found, "mrr", "Basic") == [110, 70, 0]
