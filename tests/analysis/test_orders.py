"""Buyers scored by hand, and a mix that adds up."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from kpidesk.analysis.orders import order_splits, order_study
from kpidesk.analysis.rfm import rfm_of, scored
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of

TODAY = date(2025, 6, 30)


def orders():
    """Ten buyers: the first ordered on ten days until 9 days ago, the second on nine until 18, … the last once."""
    rows = [
        (f"B{n}", TODAY - timedelta(days=9 * (n + 1) + 3 * order), 10.0 * (n + 1), ("tea", "pots")[order % 2])
        for n in range(10)
        for order in range(10 - n)
    ]
    table = pd.DataFrame(rows, columns=["customer_id", "order_date", "amount", "category"])
    return table.assign(order_date=pd.to_datetime(table["order_date"]), order_id=[f"O{i}" for i in range(len(table))])


@pytest.fixture
def engine(tmp_path):
    return Engine(load_catalogue(), facts_of(tmp_path, {"orders": orders()}, as_of=TODAY))


def test_fifths_of_ten_buyers(engine):
    rfm = rfm_of(engine.facts, Query())
    # two buyers in each fifth, who are as good in recency as in frequency
    assert rfm.square.tolist() == np.diag([2.0] * 5).tolist()
    assert [(each.name, each.buyers) for each in rfm.groups] == [
        ("champions", 2), ("loyal", 2), ("attention", 2), ("asleep", 4),
    ]  # fmt: skip
    best, last = rfm.groups[0], rfm.groups[-1]
    assert (best.days, best.orders, best.cents) == (13.5, 9.5, 10 * 1000 + 9 * 2000)
    assert (last.days, last.orders) == (np.median([63, 72, 81, 90]) + 0.0, np.mean([4, 3, 2, 1]))
    assert (rfm.total.buyers, rfm.total.cents) == (10, sum(c.cents for c in rfm.groups))
    assert np.isnan(rfm.total.expected)  # ten buyers are too few to predict


def test_equal_buyers_have_equal_scores():
    assert scored(np.array([1.0] * 6 + [2.0] * 3 + [7.0])).tolist() == [1] * 6 + [4] * 3 + [5]


def test_whoever_bought_on_the_last_day_is_as_recent_as_can_be_however_many_they_are(tmp_path):
    """Six of ten bought today, four ten days ago and before: 5 for the six, then less for each fifth before them."""
    ago = [0] * 6 + [10, 20, 30, 40]
    table = pd.DataFrame({"customer_id": [f"B{n}" for n in range(10)], "amount": 10.0})
    table = table.assign(order_date=[pd.Timestamp(TODAY - timedelta(days=n)) for n in ago], order_id=range(10))
    rfm = rfm_of(facts_of(tmp_path, {"orders": table}, as_of=TODAY), Query())
    assert rfm.square.sum(axis=1).tolist() == [2, 2, 0, 0, 6]
    assert [(each.name, each.buyers) for each in rfm.groups] == [("new", 6), ("asleep", 4)]


def test_groups_are_as_known_at_the_end_of_the_range(engine):
    may = rfm_of(engine.facts, Query(last=Period.parse("2025-05")))
    assert may.as_of == date(2025, 5, 31)
    assert may.total.days < rfm_of(engine.facts, Query()).total.days + 30


def test_the_mix_adds_up(engine):
    assert order_splits(engine)[0] == "category"
    found = order_study(engine, engine.compute, Query(by="category"))
    table = orders()
    tea = table[table["category"] == "tea"]["amount"]
    by_name = {row.name: row for row in found.mix}
    assert by_name["tea"].revenue == pytest.approx(tea.sum())
    assert by_name["tea"].orders == len(tea)
    assert by_name["tea"].aov == pytest.approx(tea.mean())
    assert by_name["tea"].share + by_name["pots"].share == pytest.approx(1)
    assert by_name[None].revenue == pytest.approx(table["amount"].sum())
    assert found.mix[-1].name is None


def test_orders_without_buyers_have_no_groups(tmp_path):
    table = orders().drop(columns="customer_id")
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"orders": table}, as_of=TODAY))
    assert order_study(engine, engine.compute, Query()).rfm is None
