"""Deals won without an amount: they are won, and the average deal is that of the others."""

import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.facts.companies import Company, found

ASKED = Query(("deals_won", "won_amount", "avg_deal_size"), Grain.YEAR)


def test_the_average_deal_is_that_of_deals_with_an_amount(company: Company) -> None:
    rows = [(f"d{n}", "2024-01-05", "2024-03-01", "Closed Won", 1000 if n < 4 else None) for n in range(10)]
    rows += [("l1", "2024-01-05", "2024-03-02", "Lost", None), ("o1", "2024-01-05", None, "Proposal", None)]
    facts = company.add("deals", "deal_id created_date closed_date stage amount", *rows).facts()
    frame = Engine(load_catalogue(), facts).compute(ASKED)
    assert (frame.value("deals_won"), frame.value("won_amount")) == (10, 4000)
    size = frame.series["avg_deal_size"]
    assert frame.value("avg_deal_size") == 1000
    assert size.n[-1, -1] == 4
    assert found(facts, "deals_without_amount") == 6


def test_no_amount_at_all_is_no_deal_size(company: Company) -> None:
    rows = [(f"d{n}", "2024-01-05", "2024-03-01", "Closed Won") for n in range(3)]
    facts = company.add("deals", "deal_id created_date closed_date stage", *rows).facts()
    frame = Engine(load_catalogue(), facts).compute(ASKED)
    assert (frame.value("deals_won"), frame.value("avg_deal_size")) == (3, None)
    assert found(facts, "deals_without_amount") == 0


def test_a_deal_for_nothing_has_an_amount(company: Company) -> None:
    rows = [(f"d{n}", "2024-01-05", "2024-03-01", "won", amount) for n, amount in enumerate((0, 500))]
    facts = company.add("deals", "deal_id created_date closed_date stage amount", *rows).facts()
    assert Engine(load_catalogue(), facts).compute(ASKED).value("avg_deal_size") == pytest.approx(250)
