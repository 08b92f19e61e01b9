"""Months across beside units, plans, owners and segments: each row is read in its own unit."""

import openpyxl
import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store


def a_text(path, rows, separator=","):
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    return path


def a_book(path, rows, formats=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, form in (formats or {}).items():
        book.active[cell].number_format = form
    book.save(path)
    return path


@pytest.fixture
def figures(tmp_path):
    """What a file gives: the metrics with their figures in the order of the months, and codes of findings."""
    store = Store(tmp_path / "store")

    def read(path):
        (table,) = propose([path], load_schema(), Progress()).tables
        loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
        found: dict[str, list[float]] = {}
        for row in sorted(pq.read_table(loaded.path).to_pylist(), key=lambda row: row["month"]):
            found.setdefault(row["metric"], []).append(round(row["value"], 6))
        return found, [finding.code for finding in (*table.findings, *loaded.findings)]

    yield read
    store.close()


@pytest.mark.parametrize("is_across", [True, False])
def test_rows_of_monthly_figures_are_those_of_the_sheet(tmp_path, is_across):
    costs = [("Cost of revenue", "9000", "9500", "9900"), ("Sales cost", "1200", "1500", "1100")]
    across = [("Month", "2024-01", "2024-02", "2024-03"), *costs]
    rows = across if is_across else list(zip(*across, strict=True))
    (table,) = propose([a_text(tmp_path / "kpis.csv", rows, ",")], load_schema(), Progress()).tables
    store = Store(tmp_path / "store")
    loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
    assert pq.read_metadata(loaded.path).num_rows == 6
    assert loaded.rows == table.region.size == (2 if is_across else 3)
    store.close()


def test_a_column_of_units_says_how_each_row_is_counted(tmp_path, figures):
    rows = [
        ("Kennzahl", "Einheit", "Jan 24", "Feb 24", "Mrz 24"),
        ("Umsatz", "T€", "10,5", "11,2", "12,1"),
        ("Kündigungsrate", "%", "2,1", "1,9", "0,8"),
        ("Neukunden", "Anzahl", "12", "15", "11"),
        ("MRR", "€", "9.000,50", "9.500,00", "9.900,00"),
    ]
    found, _ = figures(a_text(tmp_path / "kennzahlen.csv", rows, ";"))
    assert found == {
        "revenue": [10_500, 11_200, 12_100],
        "customer_churn_rate": [0.021, 0.019, 0.008],
        "new_customers": [12, 15, 11],
        "mrr": [9_000.5, 9_500, 9_900],
    }


def test_points_and_shares_of_a_workbook_are_told_apart_row_by_row(tmp_path, figures):
    rows = [
        ["2024年经营指标"],
        ["指标", "单位", "1月", "2月", "3月"],
        ["营业收入", "万元", 105.2, 111, 121],
        ["客户流失率", "%", 2.1, 1.9, 2.0],
        ["毛利率", "", 0.61, 0.62, 0.63],
    ]
    found, _ = figures(a_book(tmp_path / "report.xlsx", rows, {"C5": "0.0%", "D5": "0.0%", "E5": "0.0%"}))
    assert found["revenue"] == [1_052_000, 1_110_000, 1_210_000]
    assert found["customer_churn_rate"] == [0.021, 0.019, 0.02]
    assert found["gross_margin"] == [0.61, 0.62, 0.63]


def test_of_actual_and_planned_figures_the_actual_ones_count(tmp_path, figures):
    rows = [
        ["KPI", "Jan 2024", None, "Feb 2024", None, "Mar 2024", None],
        [None, "Actual", "Plan", "Actual", "Plan", "Actual", "Plan"],
        ["Revenue", 100, 110, 120, 115, 130, 140],
        ["New customers", 10, 12, 11, 13, 14, 15],
    ]
    found, _ = figures(a_book(tmp_path / "plan.xlsx", rows))
    assert found == {"revenue": [100, 120, 130], "new_customers": [10, 11, 14]}


def test_months_among_more_other_columns_are_found_by_the_rows(tmp_path, figures):
    rows = [
        ["Objective", "Key Result", "Owner", "Baseline", "Target", "Jan 2024", "Feb 2024", "Mar 2024", "Status"],
        ["Grow", "MRR", "Ann", 8000, 12000, 9000, 9500, 9900, "On track"],
        ["Grow", "New customers", "Ann", 10, 20, 12, 15, 11, "At risk"],
        ["Keep", "Churn rate", "Bob", 0.03, 0.015, 0.021, 0.019, 0.02, "On track"],
    ]
    found, _ = figures(a_book(tmp_path / "okr.xlsx", rows))
    assert found["mrr"] == [9000, 9500, 9900]
    assert found["customer_churn_rate"] == [0.021, 0.019, 0.02]


def test_a_kpi_that_segments_repeat_counts_once(tmp_path, figures):
    rows = [
        ["Metric", "Segment", "Jan 2024", "Feb 2024", "Mar 2024"],
        ["MRR", "SMB", 400, 450, 500],
        ["MRR", "Enterprise", 600, 650, 700],
        ["MRR", "Total", 1000, 1100, 1200],
        ["New customers", "SMB", 8, 8, 9],
        ["New customers", "Total", 10, 11, 12],
    ]
    found, codes = figures(a_book(tmp_path / "segments.xlsx", rows))
    assert found == {"mrr": [1000, 1100, 1200], "new_customers": [10, 11, 12]}
    assert "ingest.row_again" in codes


def test_headings_name_no_figures_and_money_is_no_share(tmp_path, figures):
    rows = [
        ["Months", "Jan 2024", "Feb 2024", "Mar 2024"],
        ["Revenue"],
        ["Active Customers", 10, 12, 13],
        ["Net Revenue (MRR)", 1000, 1200, 1300],
        ["Gross Margin", 900, 1100, 1200],
        ["GM %", 0.9, 0.917, 0.923],
    ]
    found, _ = figures(a_book(tmp_path / "model.xlsx", rows))
    assert found == {
        "active_customers": [10, 12, 13],
        "mrr": [1000, 1200, 1300],
        "gross_margin": [0.9, 0.917, 0.923],
    }


def test_numbered_months_of_no_year_are_those_of_year_one(tmp_path, figures):
    rows = [["Months", "M1", "M2", "M3"], ["MRR", 100, 200, 300], ["New customers", 5, 6, 7]]
    found, codes = figures(a_book(tmp_path / "model.xlsx", rows))
    assert found == {"mrr": [100, 200, 300], "new_customers": [5, 6, 7]}
    assert "ingest.month_without_year" in codes


def test_costs_shown_with_a_minus_count_by_their_size(tmp_path, figures):
    rows = [("", "2024-01", "2024-02", "2024-03"), ("Revenue", "100", "110", "120"), ("Ad spend", "(50)", "-40", "0")]
    found, _ = figures(a_text(tmp_path / "pnl.csv", rows))
    assert found == {"revenue": [100, 110, 120], "ad_spend": [50, 40, 0]}
    down = [("Month", "Revenue", "Ad spend"), ("2024-01", "100", "-50"), ("2024-02", "110", "-40")]
    found, _ = figures(a_text(tmp_path / "down.csv", down))
    assert found["ad_spend"] == [50, 40]


def test_a_row_of_units_below_the_header_scales_its_columns(tmp_path, figures):
    rows = [
        ("Month", "Revenue", "Churn rate", "CAC"),
        ("", "USD k", "%", "USD"),
        ("2024-01", "10.5", "2.1", "500"),
        ("2024-02", "11.2", "1.9", "520"),
    ]
    found, _ = figures(a_text(tmp_path / "units.csv", rows))
    assert found == {"revenue": [10_500, 11_200], "customer_churn_rate": [0.021, 0.019], "cac": [500, 520]}
