"""Lists with one figure in each row and its name beside it: columns of figures, none lost, none invented."""

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store
from pyarrow import parquet

ENGLISH = [("MRR", '"$120,000"', 120_000), ("Active customers", "400", 400), ("Churn rate", "3.5%", 0.035)]
CHINESE = [("营业收入", "120000", 120_000), ("活跃客户数", "400", 400), ("客户流失率", "3.5%", 0.035)]


@pytest.fixture
def proposed(tmp_path):
    def propose_text(text: str):
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        (table,) = propose([path], load_schema(), Progress()).tables
        return table

    return propose_text


@pytest.mark.parametrize(
    ("head", "order", "figures"),
    [
        ("Metric,Value,Date", "{name},{value},{month}", ENGLISH),
        ("Date,KPI,Value", "{month},{name},{value}", ENGLISH),
        ("日期,指标,数值", "{month},{name},{value}", CHINESE),
    ],
)
def test_each_metric_becomes_a_column(tmp_path, proposed, head, order, figures):
    months = ("2024-01", "2024-02", "2024-03")
    rows = [order.format(name=name, value=value, month=month) for month in months for name, value, _ in figures]
    table = proposed("\n".join((head, *rows)))
    assert table.mapping.table == "monthly_metrics"
    store = Store(tmp_path / "store")
    try:
        loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
        found = parquet.read_table(loaded.path).to_pylist()
    finally:
        store.close()
    assert len(found) == 9
    assert sorted({row["value"] for row in found}) == sorted(value for _, _, value in figures)


def test_figures_of_regions_stay_apart_and_units_go_with_their_figures(proposed):
    rows = [
        f"2024 Q{quarter},{name},{region},{unit},{value}"
        for quarter in (1, 2)
        for region in ("EMEA", "APAC")
        for name, unit, value in (("Revenue", "k$", 120), ("New customers", "customers", 40))
    ]
    mapping = proposed("\n".join(("Date,KPI,Region,Unit,Value", *rows))).mapping
    assert mapping.table == "monthly_metrics"
    assert {column.header: column.role for column in mapping.columns} == {
        "Date": "month",
        "Region": None,
        "Revenue (k$)": "revenue",
        "New customers (customers)": "new_customers",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Metric,Value,Date\nMRR,100,2024-01\nMRR,120,2024-01\nChurn rate,3%,2024-01\nARR,100,2024-02\nMRR,1,2024-02\n",
        "Date,Description,Amount\n2024-01-05,Invoice 17,100\n2024-01-05,Invoice 18,40\n2024-02-05,Refund,-10\n",
        "Date,Channel,Cost\n2024-01-05,Google,100\n2024-01-05,Meta,40\n2024-02-05,Google,10\n2024-02-05,Meta,10\n",
    ],
)
def test_rows_that_would_be_lost_and_lists_of_other_things_stay_as_they_are(proposed, text):
    table = proposed(text)
    assert "ingest.long_figures" not in {finding.code for finding in table.region.sheet.findings}
    assert len(table.mapping.columns) == 3
