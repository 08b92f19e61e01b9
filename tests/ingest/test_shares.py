"""Shares: points or fractions by the sign in the header, and a discount that is a share of the price."""

import openpyxl
import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.parsing import parse_cell
from kpidesk.ingest.pipeline import load, propose
from kpidesk.ingest.proposal import TableProposal
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType
from kpidesk.store.store import Store


def read(tmp_path, text: str) -> TableProposal:
    path = tmp_path / "data.csv"
    path.write_text(text, encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    return table


def value(table: TableProposal, role: str, text: str) -> object:
    column = table.mapping.column(role)
    assert column is not None
    return parse_cell(text, column.format)


def codes(table: TableProposal) -> list[str]:
    return [finding.code for finding in table.findings]


def test_the_sign_in_the_header_says_points(tmp_path):
    table = read(tmp_path, "Month,Churn (%),Gross margin %\n2023-01,0.7,71\n2023-02,0.4,74\n")
    assert value(table, "customer_churn_rate", "0.7") == pytest.approx(0.007)
    assert value(table, "gross_margin", "71") == pytest.approx(0.71)
    assert "ingest.percent_points" not in codes(table)


def test_small_points_alone_are_told(tmp_path):
    table = read(tmp_path, "Month,Churn rate (%),Active customers\n2023-01,0.7,71\n2023-02,0.4,74\n")
    assert value(table, "customer_churn_rate", "0.7") == pytest.approx(0.007)
    assert "ingest.percent_points" in codes(table)


def test_without_the_sign_small_numbers_are_fractions(tmp_path):
    table = read(tmp_path, "Month,Churn rate,Active customers\n2023-01,0.07,71\n2023-02,0.04,74\n")
    assert value(table, "customer_churn_rate", "0.07") == pytest.approx(0.07)


def test_cells_shown_as_percent_stay_fractions_below_such_a_header(tmp_path):
    book = openpyxl.Workbook()
    rows = [
        ["Month", "Churn rate %", "Active customers"],
        *(["2023-0" + str(n), 0.01 * n, 70 + n] for n in range(1, 9)),
    ]
    for row in rows:
        book.active.append(row)
    for cell in book.active["B"][1:]:
        cell.number_format = "0%"
    book.save(tmp_path / "book.xlsx")
    (table,) = propose([tmp_path / "book.xlsx"], load_schema(), Progress()).tables
    assert value(table, "customer_churn_rate", "0.07") == pytest.approx(0.07)


def test_rows_of_months_across_with_the_sign_are_points(tmp_path):
    table = read(tmp_path, "KPI,2023-01,2023-02,2023-03\nChurn rate (%),0.7,0.4,0.9\nActive customers,70,72,75\n")
    store = Store(tmp_path / "store")
    loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
    store.close()
    rows = pq.read_table(loaded.path).to_pylist()
    shares = [row["value"] for row in rows if row["metric"] == "customer_churn_rate"]
    assert shares == pytest.approx([0.007, 0.004, 0.009])


@pytest.mark.parametrize(
    ("header", "cells", "kind", "one"),
    [
        ("Discount", ("15%", "0%"), ColumnType.PERCENT, 0.15),
        ("Discount (%)", ("15", "0"), ColumnType.PERCENT, 0.15),
        ("Rabatt", ("15.00", "0.00"), ColumnType.MONEY, 15.0),
    ],
)
def test_a_discount_is_a_share_or_money(tmp_path, header, cells, kind, one):
    rows = "".join(f"k{n},2023-01-0{n + 1},2,30,{cell},monthly\n" for n, cell in enumerate(cells))
    table = read(tmp_path, f"customer,start_date,quantity,unit_price,{header},billing_period\n{rows}")
    column = table.mapping.column("discount")
    assert column is not None
    assert column.type is kind
    assert value(table, "discount", cells[0]) == pytest.approx(one)


def discounted(tmp_path, header: str, *cells: str) -> TableProposal:
    rows = "".join(f"k{n},2023-01-0{n + 1},500,{cell},monthly\n" for n, cell in enumerate(cells))
    return read(tmp_path, f"customer,start_date,amount,{header},billing_period\n{rows}")


@pytest.mark.parametrize("header", ["discount_percent", "Discount rate", "discount pct", "折扣率"])
def test_a_discount_that_is_called_a_percentage_or_rate_is_a_share(tmp_path, header):
    table = discounted(tmp_path, header, "10", "20", "")
    assert value(table, "discount", "10") == pytest.approx(0.10)
    assert "ingest.discount_as_money" not in codes(table)
    fractions = discounted(tmp_path, header, "0.1", "0.25", "")
    assert value(fractions, "discount", "0.25") == pytest.approx(0.25)


def test_no_percentage_is_above_100(tmp_path):
    table = discounted(tmp_path, "discount rate", "10", "250")
    assert value(table, "discount", "250") == 250


@pytest.mark.parametrize(
    ("header", "cells", "is_open"),
    [
        ("discount", ("10", "20", "0"), True),
        ("discount", ("10.00", "20.00", "0.00"), False),
        ("discount", ("10", "150", "0"), False),
        ("discount", ("$10", "$20", "$5"), False),
        ("discount amount", ("10", "20", "0"), False),
        ("折扣金额", ("10", "20", "0"), False),
    ],
)
def test_a_discount_that_could_be_percent_is_said_to_be_taken_for_money(tmp_path, header, cells, is_open):
    table = discounted(tmp_path, header, *cells)
    assert table.mapping.column("discount").type is ColumnType.MONEY
    assert ("ingest.discount_as_money" in codes(table)) == is_open


SHARES = [
    ("nrr", "1.04 1.12 1.55 1.31", 1.0),
    ("nrr", "104 112 155 131", 0.01),
    ("nrr", "1.04 1.12 4.5 1.31", 1.0),
    ("customer_churn_rate", "0.9 1.2 1.8 0.7", 1.0 / 100),
    ("customer_churn_rate", "1.9 1.2 1.8 0.7", 0.01),
    ("customer_churn_rate", "0.02 0.03 2.5 0.04", 1.0),
    ("refund_rate", "0 0 2 0", 0.01),
    ("net_revenue_churn_rate", "-2.5 -1.8 -3 -1.1", 0.01),
]


@pytest.mark.parametrize(("metric", "cells", "factor"), SHARES)
def test_shares_are_points_by_their_size_whether_months_run_down_or_across(tmp_path, metric, cells, factor):
    numbers = cells.split()
    expected = pytest.approx([factor * float(number) for number in numbers])
    months = [f"2024-0{n + 1}" for n in range(len(numbers))]
    down = "\n".join(f"{month},{number},7{n}" for n, (month, number) in enumerate(zip(months, numbers, strict=True)))
    table = read(tmp_path, f"month,{metric},active_customers\n{down}\n")
    assert [value(table, metric, number) for number in numbers] == expected
    across = read(tmp_path, f"KPI,{','.join(months)}\nActive customers,70,72,75,80\n{metric},{','.join(numbers)}\n")
    store = Store(tmp_path / "store")
    loaded = load(across, store, store.folder / "tables" / "one.parquet", Progress())
    store.close()
    assert [row["value"] for row in pq.read_table(loaded.path).to_pylist() if row["metric"] == metric] == expected


@pytest.mark.parametrize(
    ("header", "cells", "is_money"),
    [
        ("VAT %", ("20", "10"), False),
        ("vat percent", ("20", "10"), False),
        ("VAT", ("20%", "10%"), False),
        ("VAT", ("20", "24"), True),
        ("VAT 20%", ("20", "24"), True),
        ("VAT amount", ("20", "240"), True),
    ],
)
def test_the_rate_of_a_tax_is_no_money_to_take_off(tmp_path, header, cells, is_money):
    rows = "".join(f"{n},Acme {n},2025-01-0{n},{120 + 24 * (n % 2)},{cells[n % 2]}\n" for n in range(1, 9))
    table = read(tmp_path, f"invoice_id,customer,invoice_date,amount,{header}\n{rows}")
    assert (table.mapping.column("tax") is not None) == is_money
