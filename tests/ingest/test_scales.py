"""Amounts counted in thousands or 万: by the title, the line of units or the header."""

import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.parsing import parse_cell
from kpidesk.ingest.pipeline import load, propose
from kpidesk.ingest.recipe import SetFormat
from kpidesk.ingest.recipe_table import take_step
from kpidesk.ingest.scales import scale_in
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store


@pytest.mark.parametrize(
    ("text", "factor", "currency"),
    [
        ("2022年度报表（单位：万元）", 10_000, ""),
        ("單位：新台幣千元", 1_000, "TWD"),
        ("单位：百万元", 1_000_000, ""),
        ("收入(千元)", 1_000, ""),
        ("Profit & loss (USD thousands)", 1_000, "USD"),
        ("all figures in thousands of EUR", 1_000, "EUR"),
        ("MRR in K", 1_000, ""),
        ("Umsatz in Mio. €", 1_000_000, "EUR"),
        ("Umsatz (Tsd. EUR)", 1_000, "EUR"),
        ("Revenue US$'000", 1_000, "USD"),
        ("MRR (€k)", 1_000, "EUR"),
        ("Revenue ($M)", 1_000_000, ""),
        ("Umsatz T€", 1_000, "EUR"),
    ],
)
def test_a_text_names_a_scale(text, factor, currency):
    scale = scale_in(text)
    assert scale is not None
    assert (scale.factor, scale.currency) == (factor, currency)


@pytest.mark.parametrize(
    "text",
    [
        "MRR",
        "Revenue (USD)",
        "Report for 2024",
        "单位：元",
        "Kunden in München",
        "Marketing",
        "US market",
        "百万用户",
        "EUR",
        "Top 1000",
    ],
)
def test_a_text_that_names_none(text):
    assert scale_in(text) is None


def proposed(tmp_path, text):
    path = tmp_path / "report.csv"
    path.write_text(text, encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    return table


def figures(tmp_path, table):
    store = Store(tmp_path / "store")
    loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
    store.close()
    rows = pq.read_table(loaded.path).to_pylist()
    return {(row["metric"], row["month"].month): row["value"] for row in rows}


ACROSS = "Report (EUR thousands),,,\nKPI,2022-01,2022-02,2022-03\nMRR,5,6,7\nActive customers,50,56,63\n"


def test_the_title_counts_for_rows_of_money_alone(tmp_path):
    table = proposed(tmp_path, ACROSS)
    assert "ingest.scale" in [finding.code for finding in table.findings]
    found = figures(tmp_path, table)
    assert (found["mrr", 3], found["active_customers", 3]) == (7_000, 63)


def test_the_title_counts_for_columns_of_money_alone_and_can_be_taken_back(tmp_path):
    rows = "".join(f"2022-0{n},{n}.5,{n * 10}\n" for n in range(1, 8))
    table = proposed(tmp_path, f"单位：万元,,\nMonth,MRR,Active customers\n{rows}")
    mrr, customers = (table.mapping.column(role) for role in ("mrr", "active_customers"))
    assert mrr is not None
    assert customers is not None
    assert parse_cell("3.5", mrr.format) == 35_000
    assert parse_cell("30", customers.format) == 30
    plain = mrr.format.__class__(mrr.type)
    back = take_step(table, SetFormat("MRR", plain), load_schema()).table
    assert "ingest.scale" not in [finding.code for finding in back.findings]


def test_a_header_names_its_own_scale(tmp_path):
    table = proposed(tmp_path, "Month,MRR (€k),Active customers\n2022-01,5,50\n2022-02,6,56\n2022-03,7,63\n")
    column = table.mapping.column("mrr")
    assert column is not None
    assert (parse_cell("7", column.format), column.format.currency) == (7_000, "EUR")
