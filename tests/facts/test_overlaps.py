"""What two exports of one source tell both counts once; what only looks alike counts twice."""

import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.facts.companies import Company, T

ORDERS = [(f"O{n}", f"2024-0{1 + n // 10}-{1 + n % 10:02d}", f"C{n % 7}", 10 + n) for n in range(60)]
"""Ten a month from January to June; together 60 · 10 + 59 · 60 / 2 = 2,370."""


def total(company: Company, name: str) -> float:
    told = Engine(load_catalogue(), company.facts()).compute(Query(metrics=(name,), grain=Grain.YEAR)).series[name]
    return float(told.values[0][-1])


def codes(company: Company) -> list[str]:
    return [finding.code for finding in company.facts().findings]


@pytest.mark.parametrize("turned", [False, True])
def test_orders_of_two_overlapping_exports_count_once(company: Company, turned: bool) -> None:
    for rows in (ORDERS[30:], ORDERS[:40]) if turned else (ORDERS[:40], ORDERS[30:]):
        company.add("orders", "order_id order_date customer_id amount", *rows)
    (told,) = [each for each in company.facts().findings if each.code == "facts.rows_told_twice"]
    assert told.count == 10
    assert total(company, "revenue") == 2370


def test_of_what_changed_since_the_newer_export_holds(company: Company) -> None:
    """One of the ten was refunded to 1 after the first export: 2,370 − 40 + 1."""
    company.add("orders", "order_id order_date customer_id amount", *ORDERS[:40])
    newer = [(who, day, by, 1 if who == "O30" else amount) for who, day, by, amount in ORDERS[30:]]
    company.add("orders", "order_id order_date customer_id amount", *newer)
    assert total(company, "revenue") == 2331


def test_costs_without_ids_count_once_where_the_days_agree(company: Company) -> None:
    days = [(f"2024-01-{1 + n:02d}", "ads", 5 + n) for n in range(30)]
    company.add("spend", "date channel cost", *days[:20]).add("spend", "date channel cost", *days[10:])
    assert total(company, "ad_spend") == sum(cost for _day, _channel, cost in days)


@pytest.mark.parametrize("is_other_account", [False, True])
def test_costs_told_again_with_later_conversions_count_once(company: Company, is_other_account: bool) -> None:
    """Thirty days of 5 to 34; the ten of which both tell cost 15 to 24, or 100 more each in another account."""
    days = [(f"2024-01-{1 + n:02d}", "brand", 5 + n, n % 4) for n in range(30)]
    company.add("spend", "date campaign cost conversions", *days[:20], types={"conversions": T.NUMBER})
    later = [(day, name, cost + 100 * is_other_account, won + 1) for day, name, cost, won in days[10:]]
    company.add("spend", "date campaign cost conversions", *later, types={"conversions": T.NUMBER})
    assert total(company, "ad_spend") == (290 + 490 + 2000 if is_other_account else 585)


def test_two_shops_that_number_their_orders_alike_both_count(company: Company) -> None:
    company.add("orders", "order_id order_date customer_id amount", *ORDERS)
    other = [(number, day, f"X{who}", amount) for number, day, who, amount in ORDERS]
    company.add("orders", "order_id order_date customer_id amount", *other[5:], ("Z1", "2024-06-30", "XC1", 500))
    assert total(company, "revenue") == 2370 + sum(10 + n for n in range(5, 60)) + 500


def test_parts_of_one_contract_in_two_sheets_both_count_and_are_told(company: Company) -> None:
    """A base price in one sheet, an option in the other: 100 + 20 a month for each of six."""
    base = [(f"S{n}", f"C{n}", "2024-01-05", 100) for n in range(6)]
    option = [(f"S{n}", f"C{n}", "2024-01-05", 20) for n in range(1, 7)]
    company.add("subscriptions", "subscription_id customer_id start_date mrr", *base)
    company.add("subscriptions", "subscription_id customer_id start_date mrr", *option)
    assert "facts.same_ids_apart" in codes(company)
    assert total(company, "mrr") == 6 * 100 + 6 * 20


def test_subscriptions_of_two_overlapping_exports_count_once(company: Company) -> None:
    rows = [(f"S{n}", f"C{n}", f"2024-0{1 + n % 6}-05", 10) for n in range(30)]
    header = "subscription_id customer_id start_date mrr"
    company.add("subscriptions", header, *rows[:20]).add("subscriptions", header, *rows[12:])
    assert total(company, "mrr") == 300
