"""Quarters and years down the rows: their figures stand in the last month, as they do where they run across."""

from datetime import date

import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.ingest.unpivot import months_of_all
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store


@pytest.mark.parametrize(
    ("texts", "months"),
    [
        (("2024 Q1", "2024 Q2", ""), 3),
        (("Q4 2023", "Q1 2024"), 3),
        (("2022", "2023"), 12),
        (("2024-01", "2024-02"), 1),
        (("2024 Q1", "2024-02"), 1),
        ((), 1),
    ],
)
def test_of_how_many_months_periods_are(texts, months):
    assert months_of_all(texts) == months


@pytest.mark.parametrize(
    ("periods", "months"),
    [
        (("2024 Q1", "2024 Q2", "2024 Q3"), {date(2024, 3, 1), date(2024, 6, 1), date(2024, 9, 1)}),
        (("2021年", "2022年", "2023年"), {date(2021, 12, 1), date(2022, 12, 1), date(2023, 12, 1)}),
        (("2024-01", "2024-02", "2024-03"), {date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)}),
    ],
)
def test_figures_stand_in_the_last_month(tmp_path, periods, months):
    head = "Year" if len(periods[0]) == 5 else "Period"
    rows = [f"{period},{1000 + n},{40 + n},{300 + n}" for n, period in enumerate(periods)]
    path = tmp_path / "figures.csv"
    path.write_text("\n".join((f"{head},Revenue,New customers,Active customers", *rows)), encoding="utf-8")
    store = Store(tmp_path / "store")
    try:
        (table,) = propose([path], load_schema(), Progress()).tables
        loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
        assert {row["month"] for row in pq.read_table(loaded.path).to_pylist()} == months
    finally:
        store.close()
