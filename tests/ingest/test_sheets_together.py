"""Sheets of one workbook: months of one table, copies, pivots, single figures, and the rows that all come from."""

from datetime import date, timedelta

import openpyxl
import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

ADS = ["Campaign", "Cost", "Clicks", "Impressions"]
ORDERS = ["order_id", "order_date", "customer_id", "product", "country", "quantity", "unit_price", "amount"]


def a_book(path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def ads(month):
    return [ADS, *([f"camp {i}", 10.5 * month + i, i + month, 100 * (i + 1)] for i in range(12))]


def orders():
    return [ORDERS] + [
        [f"O{i:04}", date(2024, 1, 1) + timedelta(i), f"C{i % 9:03}", "AB"[i % 2], "US", 2, 5 + i, 2 * (5 + i)]
        for i in range(40)
    ]


def proposed(path):
    return propose([path], load_schema(), Progress())


def codes(proposal):
    return [finding.code for file in proposal for finding in file.findings]


@pytest.mark.parametrize(
    ("names", "months"),
    [
        (("Jan 2024", "Feb 2024", "Mar 2024"), ("2024-01", "2024-02", "2024-03")),
        (("2024年1月", "2024年2月", "2024年3月"), ("2024-01", "2024-02", "2024-03")),
        (("2023-11", "2023-12", "2024-01"), ("2023-11", "2023-12", "2024-01")),
        (("Ads Jan", "Ads Feb", "Ads Mar"), ("2022-01", "2022-02", "2022-03")),
        (("Q1 2024", "Q2 2024", "Q3 2024"), ("2024-03", "2024-06", "2024-09")),
    ],
)
def test_months_of_one_table_take_their_month_from_the_sheets_name(tmp_path, names, months):
    book = {name: ads(number) for number, name in enumerate(names, 1)}
    proposal = proposed(a_book(tmp_path / "marketing 2022.xlsx", **book))
    assert [table.mapping.table for table in proposal.tables] == ["spend"] * 3
    assert codes(proposal) == ["ingest.sheets_of_one_table", *["ingest.period_from_name"] * 3]
    for number, (table, month) in enumerate(zip(proposal.tables, months, strict=True), 1):
        column = table.mapping.column("date")
        assert column is not None
        rows = table.region.sheet.head[1:]
        assert {row[column.index] for row in rows} == {month}
        assert [row[: column.index] for row in rows] == [tuple(f"{cell:g}" if not isinstance(cell, str) else cell
                                                               for cell in row) for row in ads(number)[1:]]  # fmt: skip


def test_rows_of_a_month_are_loaded_with_it(tmp_path):
    book = {"Jan 2024": ads(1), "Feb 2024": ads(2)}
    proposal = proposed(a_book(tmp_path / "ads.xlsx", **book))
    store = Store(tmp_path / "store")
    found = set()
    for n, table in enumerate(proposal.tables):
        loaded = load(table, store, tmp_path / "store" / f"{n}.parquet", Progress())
        assert loaded.rows == 12
        found |= set(pq.read_table(loaded.path)["date"].to_pylist())
    store.close()
    assert {(day.year, day.month) for day in found} == {(2024, 1), (2024, 2)}


def test_months_that_have_dates_are_told_and_left_as_they_are(tmp_path):
    rows = orders()
    book = {"Jan": [ORDERS, *rows[1:20]], "Feb": [ORDERS, *rows[20:]]}
    proposal = proposed(a_book(tmp_path / "orders.xlsx", **book))
    assert codes(proposal) == ["ingest.sheets_of_one_table"]
    assert [len(table.mapping.columns) for table in proposal.tables] == [len(ORDERS)] * 2


def test_sheets_with_other_columns_are_no_months_of_one_table(tmp_path):
    book = {"Jan 2024": ads(1), "Feb 2024": orders()}
    assert codes(proposed(a_book(tmp_path / "x.xlsx", **book))) == []


def test_a_sheet_that_repeats_another_is_left_out(tmp_path):
    proposal = proposed(a_book(tmp_path / "x.xlsx", Orders=orders(), Copy=orders()))
    first, second = proposal.tables
    assert (first.copy_of, second.copy_of) == (None, first.id)
    assert "ingest.same_rows" in [finding.code for finding in second.findings]


def test_the_raw_sheet_is_found_among_pivots_and_single_figures(tmp_path):
    book = {
        "Board": [[], ["", "Revenue", "", "Orders"], ["", 1230, "", 40], [], [], ["", "AOV"], ["", 30.75]],
        "Pivot": [["Sum of amount", "Column Labels"], ["Row Labels", "US", "DE", "Grand Total"],
                  ["A", 1, 2, 3], ["B", 3, 4, 7], ["Grand Total", 4, 6, 10]],
        "Chinese": [["行标签", "求和项:amount"], ["A", 3], ["B", 7], ["总计", 10]],
        "Raw": orders(),
    }  # fmt: skip
    proposal = proposed(a_book(tmp_path / "x.xlsx", **book))
    assert [table.name for table in proposal.tables if table.is_loaded_by_default] == ["Raw"]
    why = {table.name: table.findings[0].code for table in proposal.tables if table.findings}
    assert why["Pivot"] == why["Chinese"] == "ingest.pivot"
    assert why["Board"] == "ingest.dashboard"


def test_a_sheet_without_a_table_is_told(tmp_path):
    proposal = proposed(a_book(tmp_path / "x.xlsx", Notes=[["remember the milk"]], Raw=orders()))
    (finding,) = [finding for file in proposal for finding in file.findings]
    assert (finding.code, finding.where.sheet, finding.count) == ("ingest.no_table", "Notes", 1)


def test_a_sheet_that_describes_customers_is_joined_not_added(tmp_path):
    customers = [["customer_id", "signup_date", "plan", "country"]]
    customers += [[f"C{n:03}", date(2023, 1 + n, 1), "AB"[n % 2], "US"] for n in range(9)]
    proposal = proposed(a_book(tmp_path / "x.xlsx", Orders=orders(), Customers=customers))
    found = [(table.name, f.code, str(f.message)) for table in proposal.tables for f in table.findings]
    assert ("Customers", "ingest.lookup",
            "Each “customer_id” stands here once: it is joined to “Orders”, not added to them.") in found  # fmt: skip
