"""Lists with a row for each customer and month: each row lasts its month, customers who are gone are gone."""

from datetime import date

import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.loading import load_table
from kpidesk.ingest.pipeline import propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

CUSTOMERS = tuple(f"C{number:03d}" for number in range(12))


def a_list(path, header, *, form="2024-{:02d}-01", leaves="C003"):
    """Twelve customers over six months; one of them is not there any more from May on."""
    lines = [header]
    lines += [
        f"{customer},{form.format(month)},{20 + number}"
        for month in range(1, 7)
        for number, customer in enumerate(CUSTOMERS)
        if customer != leaves or month < 5
    ]
    path.write_text("\n".join(lines))
    return path


def proposed(path):
    (table,) = propose([path], load_schema(), Progress()).tables
    return table


@pytest.mark.parametrize(
    "header", ["customer,month,mrr", "Customer ID,Period,MRR", "客户编号,月份,月费", "Kunde,Monat,MRR"]
)
@pytest.mark.parametrize("form", ["2024-{:02d}-01", "2024-{:02d}", "{:02d}/2024"])
def test_rows_of_customers_and_months_last_their_month(tmp_path, header, form):
    mapping = proposed(a_list(tmp_path / "mrr.csv", header, form=form)).mapping
    assert mapping.table == "subscriptions"
    assert mapping.lasts_month
    assert {"customer_id", "start_date", "cancel_date", "mrr"} <= mapping.roles


def test_each_row_is_loaded_from_its_month_until_the_next(tmp_path):
    path = a_list(tmp_path / "mrr.csv", "customer,month,mrr", form="2024-{:02d}-28")
    store = Store(tmp_path / "store")
    loaded = load_table(proposed(path), store, store.folder / "rows.parquet", Progress())
    store.close()
    rows = pq.read_table(loaded.path).to_pylist()
    assert (rows[0]["start_date"], rows[0]["cancel_date"]) == (date(2024, 1, 1), date(2024, 2, 1))
    assert sum(row["customer_id"] == "C003" for row in rows) == 4
    assert max(row["cancel_date"] for row in rows) == date(2024, 7, 1)


def test_subscriptions_that_customers_have_one_of_do_not_end(tmp_path):
    lines = ["customer,start date,mrr", *(f"{c},2024-{n % 6 + 1:02d}-01,{20 + n}" for n, c in enumerate(CUSTOMERS))]
    path = tmp_path / "subscriptions.csv"
    path.write_text("\n".join(lines))
    assert not proposed(path).mapping.lasts_month


def test_a_start_given_to_another_column_ends_it(tmp_path):
    mapping = proposed(a_list(tmp_path / "mrr.csv", "customer,month,mrr")).mapping
    assert not mapping.with_role(1, None).lasts_month
    assert not mapping.with_table("other").lasts_month


@pytest.mark.parametrize(("header", "day", "takes"), [("month", "01", "month"), ("due", "01", "created_at")])
def test_usage_summed_up_by_the_month_is_of_that_month(tmp_path, header, day, takes):
    lines = [f"usage_id,customer_id,{header},active_users,created_at"]
    lines += [
        f"u{number}{month},{customer},2024-{month:02d}-{day},{number + month},2024-{month:02d}-{number + 3:02d}"
        for month in range(1, 7)
        for number, customer in enumerate(CUSTOMERS)
    ]
    path = tmp_path / "usage_data.csv"
    path.write_text("\n".join(lines))
    mapping = proposed(path).mapping
    assert mapping.table == "events"
    assert mapping.column("event_time").header == takes
