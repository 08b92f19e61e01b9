"""Whether contracts that were due are renewed: by running on, or by another one in their place."""

import pytest

from tests.facts.companies import Company, frame

HEADER = "customer_id plan start_date cancel_date mrr billing_period"


def renewed(company: Company, *rows: tuple[object, ...]) -> dict[tuple[str, float], bool]:
    """By the day on which each is due and its amount, whether it is renewed."""
    found = frame(company.add("subscriptions", HEADER, *rows).facts(as_of="2024-06-30"), "renewals")
    return {
        (f"{day:%m-%d}", cents): bool(was)
        for day, cents, was in zip(found.day, found.cents, found.renewed, strict=True)
    }


def test_an_add_on_that_is_cancelled_is_not_renewed_by_the_plan_that_runs_on(company: Company) -> None:
    told = renewed(
        company,
        ("a", "Pro", "2024-01-01", None, 100, "monthly"),
        ("a", "Addon", "2024-01-01", "2024-04-01", 50, "monthly"),
    )
    assert {due: was for (due, cents), was in told.items() if cents == 50} == {
        "02-01": True,
        "03-01": True,
        "04-01": False,
    }
    assert all(was for (_, cents), was in told.items() if cents == 100)


@pytest.mark.parametrize(("start", "is_renewed"), [("2024-03-10", True), ("2024-04-25", True), ("2024-02-10", False)])
def test_a_contract_that_begins_near_the_end_takes_its_place(company: Company, start: str, is_renewed: bool) -> None:
    told = renewed(
        company,
        ("a", "Basic", "2024-01-01", "2024-04-01", 50, "monthly"),
        ("a", "Pro", start, None, 100, "monthly"),
    )
    assert told["04-01", 50] is is_renewed


def test_a_change_of_plan_within_a_term_renews_it(company: Company) -> None:
    told = renewed(
        company,
        ("a", "Basic", "2023-06-01", "2024-02-15", 50, "yearly"),
        ("a", "Pro", "2024-02-15", None, 100, "yearly"),
    )
    assert told == {("06-01", 50): True}
