"""Up to which day the data are known."""

from datetime import date

import numpy as np
import pytest

from tests.facts.companies import Company


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
