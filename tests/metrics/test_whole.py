"""A margin that is known for the whole business only holds for each of its parts, split or filtered alike."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of

SUBSCRIPTIONS = pd.DataFrame(
    {
        "customer_id": ["a", "b", "c", "d"],
        "start_date": [date(2024, 1, 1)] * 4,
        "cancel_date": [None, None, date(2024, 3, 10), date(2024, 3, 10)],
        "mrr": [100.0, 300.0, 100.0, 300.0],
        "region": ["North", "South", "North", "South"],
    }
)
MONTHS = (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))
FIGURES = {"revenue": (1000.0, 1000.0, 1000.0), "cost_of_revenue": (250.0, 250.0, 200.0)}
SHEET = pd.DataFrame(
    [
        {"month": f"{month}", "metric": name, "value": value}
        for name, row in FIGURES.items()
        for month, value in zip(MONTHS, row, strict=True)
    ]
)
ORDERS = pd.DataFrame(
    {
        "order_id": ["1", "2"],
        "customer_id": ["a", "b"],
        "order_date": [date(2024, 3, 3)] * 2,
        "amount": [500.0, 500.0],
        "profit": [200.0, 300.0],
        "region": ["North", "South"],
    }
)
NORTH = Filter("region", ("North",))


def answers(tmp_path, tables):
    engine = Engine(load_catalogue(), facts_of(tmp_path, tables, as_of=date(2024, 3, 31)))
    names = ("gross_margin", "ltv")
    return engine, engine.compute(Query(names, by="region")), engine.compute(Query(names, filters=(NORTH,)))


def march(frame, name, segment=None):
    return frame.value(name, next(each for each in frame.periods if str(each) == "2024-03"), segment)


@pytest.mark.parametrize("with_orders", [True, False])
def test_a_margin_from_the_cost_of_a_month_is_that_of_each_part(tmp_path, with_orders):
    tables = {"subscriptions": SUBSCRIPTIONS, "monthly_metrics": SHEET} | ({"orders": ORDERS} if with_orders else {})
    engine, split, filtered = answers(tmp_path, tables)
    assert march(split, "gross_margin") == pytest.approx(0.8)
    for segment in ("North", "South"):
        assert march(split, "gross_margin", segment) == pytest.approx(0.8)
    assert march(filtered, "gross_margin") == pytest.approx(0.8)
    # ARPA of North at the end of March 100, half of its customers left: 100 × 0.8 ÷ 0.5
    assert march(split, "ltv", "North") == march(filtered, "ltv") == pytest.approx(160)
    assert any("the whole" in str(note) for note in split.series["gross_margin"].notes)
    (period,) = (each for each in split.periods if str(each) == "2024-03")
    assert engine.explain("gross_margin", Query(by="region"), period, "North").parts == ()
    assert engine.explain("gross_margin", Query(by="region"), period).parts


def test_a_margin_from_the_profit_of_orders_is_that_of_the_orders_of_each_part(tmp_path):
    _, split, filtered = answers(tmp_path, {"subscriptions": SUBSCRIPTIONS, "orders": ORDERS})
    assert [march(split, "gross_margin", each) for each in ("North", "South", None)] == pytest.approx([0.4, 0.6, 0.5])
    assert march(filtered, "gross_margin") == pytest.approx(0.4)
    assert not any("the whole" in str(note) for note in filtered.series["gross_margin"].notes)


def test_an_unknown_margin_is_assumed_for_each_part(tmp_path):
    _, split, filtered = answers(tmp_path, {"subscriptions": SUBSCRIPTIONS})
    assert march(split, "gross_margin", "North") == march(filtered, "gross_margin") == 1
    assert "100%" in str(filtered.series["gross_margin"].notes[0])
