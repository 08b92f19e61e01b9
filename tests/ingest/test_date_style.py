"""01/02/2024: which comes first is settled on all columns of the file where the cells of one leave it open."""

from datetime import date, timedelta

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import propose
from kpidesk.schema.loader import load_schema
from openpyxl import Workbook


def orders(tmp_path, *rows: str) -> dict[str, str]:
    path = tmp_path / "invoices.csv"
    path.write_text("\n".join(("Invoice,Customer,Period start,Invoice date,Due date,Amount", *rows)), encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    return {column.header: column.format.date_order for column in table.mapping.columns if column.format.date_order}


@pytest.mark.parametrize(("swap", "order"), [(False, "dmy"), (True, "mdy")])
def test_an_open_column_follows_those_that_show_their_order(tmp_path, swap, order):
    def written(day: int, month: int) -> str:
        return f"{month:02}/{day:02}/2024" if swap else f"{day:02}/{month:02}/2024"

    rows = [
        f"I{n},C{n % 3},{written(1, 3 + n % 2)},{written(10 + n, 3 + n % 2)},{written(2 + n, 5)},{10 + n}"
        for n in range(9)
    ]
    assert set(orders(tmp_path, *rows).values()) == {order}


def test_columns_that_contradict_each_other_settle_nothing(tmp_path):
    rows = [f"I{n},C{n % 3},{n:02}/{n + 1:02}/2024,{12 + n}/03/2024,03/{14 + n}/2024,{10 + n}" for n in range(1, 10)]
    found = orders(tmp_path, *rows)
    assert (found["Invoice date"], found["Due date"]) == ("dmy", "mdy")


@pytest.mark.parametrize(("is_swapped", "count"), [(True, 24), (False, 0)])
def test_dates_that_excel_read_in_the_other_order_are_told(tmp_path, is_swapped, count):
    """Days to the twelfth became dates with day and month exchanged, all others are left as texts."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Invoice", "Customer", "Invoice date", "Amount"])
    for n in range(60):
        day = date(2024, 1, 1) + timedelta(days=3 * n)
        exchanged = date(2024, day.day, day.month) if day.day <= 12 else day.strftime("%d/%m/%Y")
        own = day if n % 2 else day.strftime("%d/%m/%Y")
        sheet.append([f"I{n}", f"C{n % 7}", exchanged if is_swapped else own, 10 + n])
    book.save(tmp_path / "invoices.xlsx")
    (table,) = propose([tmp_path / "invoices.xlsx"], load_schema(), Progress()).tables
    found = [finding for finding in table.findings if finding.code == "ingest.swapped_dates"]
    assert sum(finding.count for finding in found) == count
    assert [str(finding.where) for finding in found] == ["Sheet!C2"] * bool(count)
