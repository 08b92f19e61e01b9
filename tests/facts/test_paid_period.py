"""What is paid at present tells how often a subscription is billed, and up to where an export reaches."""

from datetime import date

import pytest
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.facts.companies import Company


def last(facts: Facts, name: str) -> float:
    return float(
        Engine(load_catalogue(), facts).compute(Query(metrics=(name,), grain=Grain.MONTH)).series[name].values[0][-1]
    )


def test_the_length_of_the_paid_period_is_the_billing_interval(company: Company) -> None:
    """30 a month + 300 / 3 + 1200 / 12 + 7 a week (7 × 365.25 / 12 / 7 = 30.4375); a trial has no price yet."""
    company.add(
        "subscriptions",
        "customer_id start_date amount period_start period_end trial_end",
        ("a", "2024-01-15", 30, "2024-02-15", "2024-03-15", None),
        ("b", "2023-11-30", 300, "2023-11-30", "2024-02-29", None),
        ("c", "2024-01-01", 1200, "2024-01-01", "2025-01-01", None),
        ("d", "2024-02-01", 7, "2024-02-29", "2024-03-07", None),
        ("e", "2024-02-20", 50, "2024-02-20", "2024-03-05", "2024-03-05"),
    )
    facts = company.facts()

    assert "facts.interval_of_period" in [finding.code for finding in facts.findings]
    assert last(facts, "mrr") == pytest.approx(260.4375, abs=0.005)


def test_an_export_reaches_to_the_last_period_that_began(company: Company) -> None:
    """Nobody came after January, yet the last bills are of June: four are there until then, and MRR is 20 + 20."""
    company.add(
        "subscriptions",
        "customer_id start_date mrr period_start cancel_date",
        ("a", "2024-01-05", 20, "2024-06-05", None),
        ("b", "2024-01-10", 20, "2024-06-10", None),
        ("c", "2024-01-20", 20, "2024-03-20", "2024-04-11"),
    )
    facts = company.facts()
    assert facts.as_of == date(2024, 6, 30)
    assert last(facts, "mrr") == 40


def test_who_is_over_by_status_left_with_what_was_paid_last(company: Company) -> None:
    """No date says when b left; its last paid day does. The paid days of a run on and end nothing."""
    company.add(
        "subscriptions",
        "customer_id start_date mrr status period_start period_end",
        ("a", "2024-01-05", 20, "active", "2024-06-05", "2024-07-05"),
        ("b", "2024-01-10", 20, "canceled", "2024-03-10", "2024-04-10"),
    )
    facts = company.facts()
    told = (
        Engine(load_catalogue(), facts).compute(Query(metrics=("churned_customers", "mrr"), grain=Grain.MONTH)).series
    )
    assert list(told["churned_customers"].values[0]) == [0, 0, 0, 1, 0, 0]
    assert list(told["mrr"].values[0]) == [40, 40, 40, 20, 20, 20]
