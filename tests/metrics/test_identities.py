"""What holds of any ledger: bridges close, segments add up, filters are segments, and every count is what it says."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from kpidesk.core.period import Grain
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of

CATALOGUE = load_catalogue()
LAST = date(2024, 12, 31)
RATES = {"EUR": 1.25}
PLANS = ("Basic", "Pro", "Gold")
MOVES = ("new_mrr", "expansion_mrr", "reactivation_mrr", "contraction_mrr", "churned_mrr")
Row = tuple[str, str, date, date | None, float, str]


def a_ledger(seed: int) -> list[Row]:
    """Customers with up to three plans, in two currencies, who pause, come back, and change what they pay."""
    rng = random.Random(seed)
    rows: list[Row] = []
    for number in range(rng.choice([1, 4, 25])):
        name, currency = f"k{number}", rng.choice(["USD", "USD", "EUR"])
        start = date(2024, 1, 1) + timedelta(days=rng.randrange(300))
        for _ in range(rng.choice([1, 1, 2, 3])):
            end = start + timedelta(days=rng.choice([20, 31, 45, 120]))
            left = end if end <= LAST and rng.random() < 0.7 else None
            rows.append((name, rng.choice(PLANS), start, left, rng.choice([10.0, 19.99, 40.0]), currency))
            start = (left or start) + timedelta(days=rng.choice([0, 0, 10, 40, 100]))
            if start > LAST:
                break
    return list(dict.fromkeys(rows))  # rows that repeat others count once


def engine_of(folder: Path, rows: Sequence[Row]) -> Engine:
    table = pd.DataFrame(rows, columns=["customer_id", "plan", "start_date", "cancel_date", "mrr", "currency"])
    names = list(dict.fromkeys(row[0] for row in rows))
    customers = pd.DataFrame({"customer_id": names, "country": [["DE", "CN"][i % 2] for i in range(len(names))]})
    rules = FactRules(currency="USD", rates=RATES, gap_months=0)
    return Engine(
        CATALOGUE, facts_of(folder, {"subscriptions": table, "customers": customers}, as_of=LAST, rules=rules)
    )


def values(frame: ResultFrame, name: str, segment: str | None = None) -> Array:
    return frame.series[name].values[frame.segments.index(segment)]


def check_bridge(frame: ResultFrame) -> None:
    for segment in frame.segments:
        moved = sum(np.nan_to_num(values(frame, name, segment)) for name in (*MOVES, "transfer_mrr"))
        mrr, start = values(frame, "mrr", segment), values(frame, "starting_mrr", segment)
        assert np.allclose(start[1:] + moved[1:], mrr[1:], atol=1e-6)
        assert np.allclose(start[1:], mrr[:-1], atol=1e-6)
        came = values(frame, "new_customers", segment) + values(frame, "reactivated_customers", segment)
        active = values(frame, "active_customers", segment)
        left = np.nan_to_num(values(frame, "churned_customers", segment))  # nobody ever left: it cannot be seen
        change = came - left + values(frame, "transferred_customers", segment)
        assert np.allclose(active[1:], (active[:-1] + change[1:]))
        grr = values(frame, "grr", segment)
        assert not (grr[~np.isnan(grr)] > 1 + 1e-12).any()
    for name in ("mrr", "transfer_mrr", *MOVES) if len(frame.segments) > 1 else ():
        parts = np.sum([values(frame, name, segment) for segment in frame.segments[:-1]], axis=0)
        assert np.allclose(parts, values(frame, name), atol=1e-6), name


def by_hand(rows: Sequence[Row], days: Sequence[date], plans: Sequence[str]) -> tuple[list[float], list[int]]:
    """MRR and paying customers at the end of these days, counted row by row."""
    mrr, customers = [], []
    for day in days:
        held = [row for row in rows if row[1] in plans and row[2] <= day and (row[3] is None or row[3] > day)]
        cents = [round(row[4] * 100 * RATES.get(row[5], 1) + 1e-9) for row in held]
        mrr.append(sum(cents) / 100)
        customers.append(len({row[0] for row in held}))
    return mrr, customers


def same(one: ResultFrame, other: ResultFrame, segment: str) -> None:
    """What a segment shows is what a filter for it computes."""
    for name, series in one.series.items():
        split = other.series[name]
        if not series.is_computable or not split.is_computable or CATALOGUE.definitions[name].is_everywhere:
            continue
        alone, apart = series.values[-1], split.values[other.segments.index(segment)]
        if np.isnan(apart).all():
            continue
        assert np.allclose(alone, apart, rtol=1e-9, atol=1e-6, equal_nan=True), (name, segment)


@pytest.mark.thorough
@settings(
    max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6))
def test_identities_of_any_ledger(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    rows = a_ledger(seed)
    engine = engine_of(tmp_path_factory.mktemp("ledger"), rows)
    whole = engine.compute(Query())
    ends = [min(period.end, LAST) for period in whole.periods]
    mrr, customers = by_hand(rows, ends, PLANS)
    assert np.allclose(values(whole, "mrr"), mrr)
    assert np.array_equal(values(whole, "active_customers"), customers)
    for grain in (Grain.MONTH, Grain.QUARTER, Grain.WEEK):
        check_bridge(engine.compute(Query(grain=grain)))
    for by in (name for name in ("plan", "country") if name in engine.attributes):
        split = engine.compute(Query(by=by))
        check_bridge(split)
        for value in engine.attributes[by]:
            same(engine.compute(Query(filters=(Filter(by, (value,)),))), split, value)
    known = engine.attributes.get("plan", ())
    if len(known) > 1:
        pair = known[:2]
        found = engine.compute(Query(filters=(Filter("plan", pair),)))
        mrr, customers = by_hand(rows, ends, pair)
        assert np.allclose(values(found, "mrr"), mrr)
        assert np.array_equal(values(found, "active_customers"), customers)
        check_bridge(found)
