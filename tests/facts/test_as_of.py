"""Up to which day the data are known."""

from datetime import date, timedelta

import numpy as np
import pytest

from tests.facts.companies import Company, codes, frame


def test_last_day_of_anything_that_happened(company: Company) -> None:
    company.add("subscriptions", "customer_id start_date cancel_date mrr", ("a", "2024-01-05", "2025-01-05", 1))
    days = [f"2024-03-{day:02}" for day in range(1, 13)]
    facts = company.add("orders", "order_date amount", *[(day, 1) for day in days]).facts()
    assert facts.as_of == date(2024, 3, 12)
    assert facts.extent == (date(2024, 1, 5), date(2024, 3, 12))


def test_one_row_a_month_is_complete_to_its_end(company: Company) -> None:
    facts = company.add("orders", "order_date amount", *[(f"2024-{m:02}-01", 1) for m in range(1, 7)]).facts()
    assert facts.as_of == date(2024, 6, 30)


def test_gap_as_usual_before_the_months_end(company: Company) -> None:
    days = [f"2024-03-{day:02}" for day in (1, 4, 7, 10, 13, 16, 19, 22, 25, 28)]
    assert company.add("orders", "order_date amount", *[(day, 1) for day in days]).facts().as_of == date(2024, 3, 31)


def test_cancellations_are_events_where_rows_are_still_open(company: Company) -> None:
    rows = [("a", "2024-01-05", "2024-02-05", 1), ("b", "2024-01-06", "2024-03-05", 1), ("c", "2024-01-07", None, 1)]
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts()
    assert facts.as_of == date(2024, 3, 31)


def test_ends_of_contracts_are_plans_where_every_row_has_one(company: Company) -> None:
    rows = [(f"c{i}", f"2024-01-{i + 1:02}", f"2027-01-{i + 1:02}", 1) for i in range(20)]
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts()
    assert facts.as_of == date(2024, 1, 20)
    assert np.isnat(facts.run(facts.relation("periods", ()))["end"]).all()


def test_end_far_after_all_others_is_a_plan(company: Company) -> None:
    rows = [("a", "2024-01-05", "2024-02-01", 1), ("b", "2024-01-06", "2099-12-31", 1), ("c", "2024-01-07", None, 1)]
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts()
    assert facts.as_of == date(2024, 2, 1)


@pytest.mark.parametrize("day", ["2024-02-10", "2023-12-31"])
def test_users_own_day_wins(company: Company, day: str) -> None:
    facts = company.add("orders", "order_date amount", ("2024-01-01", 1), ("2024-03-01", 1)).facts(as_of=day)
    assert facts.as_of == date.fromisoformat(day)


def daily(first: date, days: int) -> list[tuple[str, int]]:
    return [(str(first + timedelta(days=n)), 1) for n in range(days)]


@pytest.mark.parametrize("typo", ["2099-03-05", "2025-03-05", "9999-12-31"])
def test_one_row_far_in_the_future_is_named_and_does_not_count(company: Company, typo: str) -> None:
    rows = [*daily(date(2024, 1, 1), 152), (typo, 1)]
    facts = company.add("orders", "order_date amount", *rows).facts()
    assert facts.as_of == date(2024, 5, 31)
    far = [finding for finding in facts.findings if finding.code == "facts.far_date"]
    assert [(finding.count, str(finding.where)) for finding in far] == [(1, "orders0.csv!153")]
    assert frame(facts, "orders").amount.sum() == 152


def test_a_slip_in_a_sheet_of_twelve_months(company: Company) -> None:
    rows = [(f"2023-{month:02}-01", 1) for month in range(1, 12)] + [("2203-12-01", 1)]
    assert company.add("spend", "date cost", *rows).facts().as_of == date(2023, 11, 30)


def test_first_day_is_not_that_of_a_slip_either(company: Company) -> None:
    rows = [("1924-02-01", 1), ("1900-01-01", 1), *daily(date(2024, 1, 1), 152)]
    facts = company.add("orders", "order_date amount", *rows).facts()
    assert facts.extent == (date(2024, 1, 1), date(2024, 5, 31))
    assert "far_date" in codes(facts)


def test_a_budget_for_months_to_come_does_not_move_the_end(company: Company) -> None:
    company.add("orders", "order_date amount", *daily(date(2024, 1, 1), 274))
    company.add("spend", "date cost", ("2024-10-31", 5), ("2024-11-30", 5))
    assert company.facts().as_of == date(2024, 9, 30)


def test_a_business_that_paused_for_a_season_goes_on(company: Company) -> None:
    rows = [*daily(date(2022, 5, 1), 92), *daily(date(2023, 5, 1), 92)]
    facts = company.add("orders", "order_date amount", *rows).facts()
    assert facts.extent == (date(2022, 5, 1), date(2023, 7, 31))
    assert codes(facts) == set()


def test_few_rows_of_many_years_are_all_believed(company: Company) -> None:
    rows = [(f"c{year}", f"{year}-03-01", 10) for year in (2015, 2016, 2018, 2020, 2024)]
    facts = company.add("subscriptions", "customer_id start_date mrr", *rows).facts()
    assert facts.extent is not None
    assert (facts.extent[0].year, facts.extent[1].year) == (2015, 2024)


def test_payment_after_the_last_invoice_does_not_make_its_month_known(company: Company) -> None:
    rows = [
        (str(date(2024, 1, 1) + timedelta(days=n)), str(date(2024, 1, 29) + timedelta(days=n)), 1) for n in range(91)
    ]
    assert company.add("invoices", "invoice_date paid_date amount", *rows).facts().as_of == date(2024, 3, 31)


def test_a_business_may_begin_with_few(company: Company) -> None:
    rows = [("2023-09-04", 1), *daily(date(2024, 1, 1), 152)]
    facts = company.add("orders", "order_date amount", *rows).facts()
    assert facts.extent == (date(2023, 9, 4), date(2024, 5, 31))


def test_a_small_table_of_another_time_is_believed(company: Company) -> None:
    """Its rows are one in a hundred beside those of the big one, but all of them lie there."""
    company.add("orders", "order_date amount", *daily(date(2020, 1, 1), 60) * 20)
    company.add(
        "subscriptions", "customer_id start_date mrr", *[(f"c{i}", f"2024-03-{i + 1:02}", 1) for i in range(12)]
    )
    facts = company.facts()
    assert facts.extent is not None
    assert (facts.extent[0].year, facts.extent[1].year) == (2020, 2024)
    assert "far_date" not in codes(facts)


def test_closings_of_decided_deals_happened_those_of_open_ones_are_expected(company: Company) -> None:
    company.add(
        "deals",
        "deal_id created_date closed_date stage amount",
        ("1", "2024-01-05", "2024-03-20", "Closed Won", 1),
        ("2", "2024-01-10", "2024-03-25", "closed lost", 1),
        ("3", "2024-01-15", "2024-09-20", "Negotiation", 1),
    )
    assert company.facts().as_of == date(2024, 3, 31)


def test_stages_that_leads_reached_happened(company: Company) -> None:
    company.add("leads", "lead_id created_date mql_date", ("1", "2024-01-05", "2024-02-20"), ("2", "2024-01-25", None))
    assert company.facts().as_of == date(2024, 2, 29)
