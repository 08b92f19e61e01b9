"""Names of figures with one value beside each: a state without a date, or of the month that the sheet tells."""

from datetime import date

import pyarrow.parquet as pq
import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import load, propose
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

FIGURES = (("MRR", '"$120,000"'), ("Active customers", "400"), ("Monthly churn rate", "3.5%"), ("客单价", "300"))


@pytest.fixture
def read(tmp_path):
    """The table that a text gives, its figures by metric, the months, the codes of the findings."""
    store = Store(tmp_path / "store")

    def reading(head: str, name: str = "figures.csv"):
        path = tmp_path / name
        path.write_text("\n".join((head, *map(",".join, FIGURES))), encoding="utf-8")
        (table,) = propose([path], load_schema(), Progress()).tables
        loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
        rows = pq.read_table(loaded.path).to_pylist()
        codes = {finding.code for finding in loaded.findings}
        return table.mapping, {row["metric"]: row["value"] for row in rows}, {row["month"] for row in rows}, codes

    yield reading
    store.close()


def test_figures_without_a_date_are_kept_and_said_to_have_none(read):
    mapping, values, months, codes = read("Metric,Value")
    assert mapping.table == "monthly_metrics"
    assert values == {"mrr": 120_000, "active_customers": 400, "customer_churn_rate": 0.035, "aov": 300}
    assert months == {None}
    assert "ingest.undated_figures" in codes


@pytest.mark.parametrize(("head", "name"), [("Metric,Mar 2024", "figures.csv"), ("Metric,Value", "2024-03.csv")])
def test_month_is_that_of_the_value_or_of_the_file(read, head, name):
    _, _, months, codes = read(head, name)
    assert months == {date(2024, 3, 1)}
    assert "ingest.undated_figures" not in codes


def test_names_that_are_no_figures_make_no_list(tmp_path):
    path = tmp_path / "plans.csv"
    path.write_text("Plan,Price\nBasic,10\nPro,30\nTeam,90\nMRR,1\n", encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    assert table.mapping.orientation == "down"
