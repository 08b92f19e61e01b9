"""Customers in rows, months in columns: recurring revenue is put into one row for each; other such tables are not."""

from datetime import date

import openpyxl
import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.loading import load_table
from kpidesk.ingest.pipeline import propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

MONTHS = [date(2023, month, 1) for month in (11, 12)] + [date(2024, month, 1) for month in (1, 2, 3)]


def a_book(path, title="MRR by customer", corner="Customer", heads=MONTHS):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([title])
    sheet.append([])
    sheet.append([corner, "Plan", *heads])
    for number in range(12):
        left = number == 4
        sheet.append([f"Firm {number}", "Pro", *(None if left and at > 2 else 40 + number for at in range(len(heads)))])
    sheet.append(["Total", None, *(500 for _ in heads)])
    book.save(path)
    return path


def tables(path):
    return propose([path], load_schema(), Progress()).tables


@pytest.mark.parametrize(
    "heads", [MONTHS, [f"{day:%b %Y}" for day in MONTHS], [f"{day:%Y年}{day.month}月" for day in MONTHS]]
)
def test_each_cell_is_a_month_of_a_subscription(tmp_path, heads):
    (table,) = tables(a_book(tmp_path / "book.xlsx", heads=heads))
    assert (table.mapping.table, table.mapping.lasts_month) == ("subscriptions", True)
    assert "ingest.months_beside" in {finding.code for finding in table.region.sheet.findings}
    store = Store(tmp_path / "store")
    loaded = load_table(table, store, store.folder / "rows.parquet", Progress())
    store.close()
    rows = pq.read_table(loaded.path).to_pylist()
    assert sum(row["mrr"] for row in rows) == 5 * sum(40 + n for n in range(12)) - 2 * 44
    gone = [(row["start_date"], row["cancel_date"]) for row in rows if row["customer_id"] == "Firm 4"]
    assert gone[-1] == (date(2024, 1, 1), date(2024, 2, 1))


@pytest.mark.parametrize(
    ("title", "corner"), [("Sales by customer", "Customer"), ("MRR by region", "Region"), ("MRR", "Metric")]
)
def test_other_tables_with_months_beside_each_other_stay_as_they_are(tmp_path, title, corner):
    found = tables(a_book(tmp_path / "book.xlsx", title, corner))
    assert all("ingest.months_beside" not in {f.code for f in table.region.sheet.findings} for table in found)
