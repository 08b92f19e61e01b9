"""A filter by one value is a segment of the split by it: answered without reading rows, and the same."""

from datetime import date

import numpy as np
import pytest
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.fake_facts import ledger, rows_table

ROWS = [(f"c{i}", f"2024-0{1 + i % 3}-04", None if i % 4 else f"2024-0{3 + i % 3}-20", 50.0 + 7 * i) for i in range(24)]
PLANS = {f"c{i}": ("Pro", "Basic", "Team")[i % 3] for i in range(24)}


def facts():
    random = np.random.default_rng(4)
    n, days = 80, [f"2024-0{m}-{d:02}" for m in range(1, 6) for d in range(1, 17)]
    who = random.integers(0, 24, n)
    plan = [PLANS[f"c{i}"] for i in who]
    amount = random.integers(500, 9000, n)
    orders = {"c": who, "order_id": [f"o{i // 2}" for i in range(n)], "amount": amount, "gross": amount}
    events = {"c": who, "event_name": random.choice(["login", "export"], n)}
    return ledger(
        ROWS,
        PLANS,
        as_of=date(2024, 5, 31),
        orders=rows_table(day=days, a_plan=plan, **orders),
        events=rows_table(day=days, a_plan=plan, **events),
    )


@pytest.mark.parametrize("plan", ["Pro", "Basic", "Team"])
def test_a_filter_after_a_split_is_what_it_is_without_one(plan):
    asked = Query(filters=(Filter("plan", (plan,)),))
    fresh = Engine(load_catalogue(), facts()).compute(asked)
    known = Engine(load_catalogue(), facts())
    known.compute(Query(by="plan"))
    found = known.compute(asked)
    for name, series in fresh.series.items():
        other = found.series[name]
        assert other.is_computable == series.is_computable, name
        np.testing.assert_allclose(other.values, series.values, rtol=1e-9, err_msg=name)
        np.testing.assert_allclose(other.n, series.n, rtol=1e-9, err_msg=name)
        assert (other.low is None) == (series.low is None), name
        if series.low is not None and other.low is not None:
            np.testing.assert_allclose(other.low, series.low, rtol=1e-6, atol=1e-9, err_msg=name)
            np.testing.assert_allclose(other.high, series.high, rtol=1e-6, atol=1e-9, err_msg=name)


def test_it_reads_nothing_but_what_no_segment_tells():
    held = facts()
    engine = Engine(load_catalogue(), held)
    names = tuple(n for n, s in engine.compute(Query()).series.items() if s.is_computable)
    engine.compute(Query(names, by="plan"))
    before = held.queries
    for plan in ("Pro", "Basic", "Team"):
        engine.compute(Query(names, filters=(Filter("plan", (plan,)),)))
    assert held.queries == before


def test_the_total_of_a_split_is_not_read_twice():
    held = facts()
    engine = Engine(load_catalogue(), held)
    total = engine.compute(Query(("aov",)))
    before = held.queries
    split = engine.compute(Query(("aov",), by="plan"))
    assert held.queries - before == 2  # Orders by plan, and their spread by plan.
    np.testing.assert_allclose(split.series["aov"].values[-1], total.series["aov"].values[-1])
