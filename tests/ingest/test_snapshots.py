"""A list of customers for each month: the months come from the names, and each row lasts its month."""

from datetime import date

import openpyxl
import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

HEADER = ["Client", "Tier", "MRR"]
MONTHS = {
    "2023-11": [["k1", "Gold", 40], ["k2", "Tin", 10]],
    "2023-12": [["k1", "Gold", 40], ["k3", "Tin", 10]],
    "2024-01": [["k1", "Gold", 60], ["k3", "Tin", 10]],
}


def files(folder, months, header=HEADER):
    for name, rows in months.items():
        lines = [header, *rows]
        (folder / f"clients {name}.csv").write_text("\n".join(",".join(map(str, row)) for row in lines))
    return [folder]


def spans(proposal):
    return [table.mapping.lasts for table in proposal.tables]


EXPECTED = [
    (date(2023, 11, 1), date(2023, 12, 1)),
    (date(2023, 12, 1), date(2024, 1, 1)),
    (date(2024, 1, 1), date(2024, 2, 1)),
]


def test_files_of_one_month_each_are_a_history(tmp_path):
    proposal = propose(files(tmp_path, MONTHS), load_schema(), Progress())
    assert spans(proposal) == EXPECTED
    assert {table.mapping.table for table in proposal.tables} == {"subscriptions"}
    assert all("ingest.history" in {f.code for f in table.findings} for table in proposal.tables)
    assert not any("ingest.missing_roles" in {f.code for f in table.findings} for table in proposal.tables)
    store = Store(tmp_path / "store")
    loaded = load(proposal.tables[1], store, store.folder / "tables" / "one.parquet", Progress())
    store.close()
    rows = pq.read_table(loaded.path).to_pylist()
    assert [(row["customer_id"], row["start_date"], row["cancel_date"]) for row in rows] == [
        (name, date(2023, 12, 1), date(2024, 1, 1)) for name in ("k1", "k3")
    ]
    assert {"start_date", "cancel_date"} <= {column.name for column in loaded.columns}


def test_sheets_of_one_month_each_are_a_history(tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in MONTHS.items():
        sheet = book.create_sheet(name)
        for row in (HEADER, *rows):
            sheet.append(row)
    book.save(tmp_path / "clients.xlsx")
    proposal = propose([tmp_path / "clients.xlsx"], load_schema(), Progress())
    assert spans(proposal) == EXPECTED
    assert all(table.copy_of is None for table in proposal.tables)


@pytest.mark.parametrize(
    ("months", "header"),
    [
        ({"2023-11": [["k1", "Gold", 40]], "2023-12": [["k2", "Gold", 40]]}, HEADER),
        ({"north": MONTHS["2023-11"], "south": MONTHS["2023-12"]}, HEADER),
        ({"2023-11": MONTHS["2023-11"]}, HEADER),
        (
            {m: [[*row, "2023-02-03"] for row in rows] for m, rows in MONTHS.items()},
            [*HEADER, "Start date"],
        ),
        (MONTHS, ["Client", "Tier", "Seats"]),
    ],
    ids=["new ones each month", "no months", "one list", "days of their own", "no price"],
)
def test_other_lists_are_none(tmp_path, months, header):
    assert set(spans(propose(files(tmp_path, months, header), load_schema(), Progress()))) == {None}


def test_a_start_that_the_user_names_ends_the_month_of_the_list(tmp_path):
    table = propose(files(tmp_path, MONTHS), load_schema(), Progress()).tables[0]
    assert table.mapping.with_role(1, "start_date").lasts is None
    assert table.mapping.with_table("customers").lasts is None
