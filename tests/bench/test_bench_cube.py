"""All KPIs over sixty months, and filters, with a million subscriptions, five million events and two million orders.

Bars: all KPIs again within 100 ms; a filter by one value, once the splits are there, within 50 ms in 95 of 100 cases.
Loaded as a user would, from Parquet. Times of this process' processors: other work on the machine does not count.
"""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from kpidesk.metrics.query import Filter, Query
from kpidesk.session.desk import open_desk

from tests.bench.test_bench_facts import subscriptions

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]
SUBSCRIPTIONS, EVENTS, ORDERS = 1_000_000, 5_000_000, 2_000_000
DAYS, FIRST = 1826, "2020-01-01"
MOST_ALL, MOST_FILTER = 0.100, 0.050
ATTRIBUTES = ("plan", "country", "channel", "segment")


def write_tables(folder: Path) -> list[Path]:
    """Events and orders of the customers who subscribe."""
    random = np.random.default_rng(3)
    begin = np.datetime64(FIRST, "s")

    def customers(rows: int) -> pa.Array:
        return pa.array([f"CUS-{i:09}" for i in random.integers(0, SUBSCRIPTIONS // 2, rows)])

    tables = {
        "subscriptions": subscriptions(SUBSCRIPTIONS, "CUS-"),
        "events": pa.table(
            {
                "user_id": customers(EVENTS),
                "event_time": pa.array(begin + random.integers(0, DAYS * 86400, EVENTS).astype("timedelta64[s]")),
                "event_name": random.choice(["login", "view", "export", "invite"], EVENTS),
            }
        ),
        "orders": pa.table(
            {
                "order_id": [f"O-{i:09}" for i in range(ORDERS)],
                "customer_id": customers(ORDERS),
                "order_date": pa.array(np.datetime64(FIRST, "D") + random.integers(0, DAYS, ORDERS)),
                "amount": np.round(random.lognormal(3.5, 0.8, ORDERS), 2),
                "category": random.choice(list("ABCD"), ORDERS),
            }
        ),
    }
    paths = [folder / f"{name}.parquet" for name in tables]
    for path, table in zip(paths, tables.values(), strict=True):
        pq.write_table(table, path, compression="zstd")
    return paths


def spent(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def test_all_kpis_and_filters_of_a_big_company(tmp_path: Path, record_property: Callable[..., None]) -> None:
    paths = write_tables(tmp_path)
    lines = []
    with open_desk(paths) as desk:
        engine = desk.engine
        lines.append(f"first answer of all KPIs: {spent(lambda: engine.compute(Query())):.1f} s of processors")
        again = min(spent(lambda: engine.compute(Query())) for _ in range(7))
        frame = engine.compute(Query())
        known = sum(series.is_computable for series in frame.series.values())
        lines.append(f"all KPIs again: {again * 1000:.0f} ms for {len(frame.series)} ({known} computable)")
        results = desk.services.results
        results.request("window", Query())
        lines.append(f"all splits ahead, on quiet time: {spent(results.ask_attributes):.1f} s")
        filters = [Filter(name, (value,)) for name in ATTRIBUTES for value in engine.attributes[name]]
        times = [spent(lambda one=one: engine.compute(Query(filters=(one,)))) for one in filters]
        p95 = float(np.quantile(times, 0.95))
        lines.append(f"{len(times)} filters: median {np.median(times) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms")
    print("\n".join(lines))  # noqa: T201
    record_property("times", lines)
    assert len(frame.periods) == 60
    assert again <= MOST_ALL, lines
    assert p95 <= MOST_FILTER, lines
