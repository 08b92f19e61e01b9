"""Rows that a user marks as totals in a long file: all of them are left out, those that no screen showed, too."""

import csv

import pyarrow.parquet as pq
from kpidesk.core.progress import Progress
from kpidesk.ingest.loading import load_table
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.raw_sheet import HEAD_ROWS
from kpidesk.ingest.recipe import MarkTotals, Recipe
from kpidesk.ingest.recipe_table import follow
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

ROWS = HEAD_ROWS + 9_000


def test_marked_totals_are_found_where_nobody_looked(tmp_path):
    path = tmp_path / "orders.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Order ID", "Order date", "Customer ID", "Amount"])
        for number in range(ROWS):
            is_end = number % 1_000 == 537
            writer.writerow(["Branch End" if is_end else f"A{number}", "2024-03-05", f"C{number % 50}", 10])
    (table,) = propose([path], load_schema(), Progress()).tables
    followed = follow(table, Recipe((MarkTotals("branch end"),)), load_schema())
    store = Store(tmp_path / "store")
    loaded = load_table(followed.table, store, store.folder / "rows.parquet", Progress())
    store.close()
    rows = pq.read_table(loaded.path).to_pylist()
    assert len(rows) == ROWS - ROWS // 1_000
    assert not any(row["order_id"] == "Branch End" for row in rows)
    assert [f.code for f in loaded.findings].count("ingest.total_rows") == 1
