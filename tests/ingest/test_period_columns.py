"""Years in a column of their own: alone they are periods, beside months or quarters they date these."""

from datetime import date

import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.ingest.reader import Reader
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

MONTHS = [date(2024, month, 1) for month in (11, 12)] + [date(2025, month, 1) for month in (1, 2, 3)]


@pytest.fixture
def read(tmp_path):
    """The mapping of a text of figures, their months, and of how many months each is."""
    store = Store(tmp_path / "store")

    def reading(head: str, periods: list[str]):
        path = tmp_path / "figures.csv"
        rows = [f"{period},{1000 + n},{40 + n},{300 + n}" for n, period in enumerate(periods)]
        path.write_text("\n".join((head, *rows)), encoding="utf-8")
        (table,) = propose([path], load_schema(), Progress()).tables
        loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
        figures = pq.read_table(loaded.path).to_pylist()
        months = sorted({figure["month"] for figure in figures})
        return table.mapping, months, {figure.get("months", 1) for figure in figures}

    yield reading
    store.close()


@pytest.mark.parametrize("head", ["Year,Revenue,New customers,Active customers", "年份,营业收入,新增客户数,活跃客户数"])
def test_bare_years_are_periods_of_twelve_months(read, head):
    mapping, months, lengths = read(head, ["2019", "2020", "2021", "2022"])
    assert mapping.table == "monthly_metrics"
    assert months == [date(year, 12, 1) for year in range(2019, 2023)]
    assert lengths == {12}


@pytest.mark.parametrize(
    ("head", "periods"),
    [
        ("Year,Month,Revenue,New customers,Active customers", ["2024,11", "2024,12", "2025,1", "2025,2", "2025,3"]),
        ("Year,Month,Revenue,New customers,Active customers", ["2024,Nov", ",Dec", "2025,Jan", ",Feb", ",Mar"]),
        ("Month,Year,Revenue,New customers,Active customers", ["November,2024", "December,2024", "January,2025",
                                                               "February,2025", "March,2025"]),
        ("年,月,营业收入,新增客户数,活跃客户数", ["2024,11", "2024,12", "2025,1", "2025,2", "2025,3"]),
        ("年度,月份,营业收入,新增客户数,活跃客户数", ["2024年,11月", "2024年,12月", "2025年,1月", "2025年,2月",
                                                      "2025年,3月"]),
    ],
)  # fmt: skip
def test_months_take_the_year_beside_them(read, head, periods):
    mapping, months, lengths = read(head, periods)
    assert mapping.column("month").header in ("Month", "月", "月份")
    assert (months, lengths) == (MONTHS, {1})


@pytest.mark.parametrize(
    ("head", "quarters"),
    [
        ("Year,Quarter,Revenue,New customers,Active customers", ["2023,Q3", "2023,Q4", "2024,Q1"]),
        ("FY,Qtr,Revenue,New customers,Active customers", ["2023,3", "2023,4", "2024,1"]),
        ("年份,季度,营业收入,新增客户数,活跃客户数", ["2023,三季度", "2023,四季度", "2024,一季度"]),
    ],
)
def test_quarters_take_the_year_beside_them(read, head, quarters):
    _, months, lengths = read(head, quarters)
    assert (months, lengths) == ([date(2023, 9, 1), date(2023, 12, 1), date(2024, 3, 1)], {3})


def test_cells_stay_as_found_where_dates_stand_beside_or_where_that_is_asked_for(tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("Order date,Year,Month,Amount\n2024-01-05,2024,1,10\n2024-02-06,2024,2,20\n", encoding="utf-8")
    plain = tmp_path / "figures.csv"
    plain.write_text("Year,Month,Revenue\n2024,1,10\n2024,2,20\n", encoding="utf-8")
    with Reader(tmp_path / "scratch") as reader:
        assert reader.read(path)[0].head[1] == ("2024-01-05", "2024", "1", "10")
        assert reader.read(plain, as_found=True)[0].head[1] == ("2024", "1", "10")
        assert reader.read(plain)[0].head[1] == ("2024", "2024-01", "10")


def test_rows_beyond_those_kept_in_memory_are_dated_too(tmp_path):
    path = tmp_path / "long.csv"
    rows = [f"{2000 + n // 1200},{n % 12 + 1},R{n},{n}" for n in range(2500)]
    path.write_text("\n".join(("Year,Month,Region,Revenue", *rows)), encoding="utf-8")
    with Reader(tmp_path / "scratch") as reader:
        (sheet,) = reader.read(path)
    lines = sheet.source.path.read_text(encoding="utf-8").splitlines()
    assert (len(lines), lines[-1]) == (2501, "2002,2002-04,R2499,2499")
    assert sheet.further[-1].cells[1] == "2002-04"
