"""Deals without a stage: a date of winning says which are won, and nothing says that one is lost."""

from datetime import date

import pytest
from kpidesk.core.ids import DatasetId
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.inputs import FactColumn, FactInput, FactRules
from kpidesk.ingest.pipeline import load, propose
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

ROWS = """D1,Acme,1000,2024-01-03,2024-02-10
D2,Beta,2000,2024-01-09,
D3,Gamma,1500,2024-02-02,2024-03-15
D4,Delta,900,2024-02-11,
D5,Eps,700,2024-03-01,2024-03-20
"""
KPIS = ("deals_won", "won_amount", "win_rate", "deals_lost")


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "store")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "head", ["Deal ID,Account,Amount,Created date,Won date", "商机编号,客户名称,金额,创建日期,赢单日期"]
)
def test_deals_with_a_date_of_winning_are_won(tmp_path, store, head):
    path = tmp_path / "deals.csv"
    path.write_text(f"{head}\n{ROWS}", encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    codes = {finding.code for finding in table.findings}
    assert "ingest.won_by_date" in codes
    assert "ingest.missing_roles" not in codes
    loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
    store.add(DatasetId("one"), loaded.path)
    columns = tuple(FactColumn(c.name, c.type, c.is_attribute) for c in loaded.columns)
    deals = FactInput(DatasetId("one"), "deals", columns, "deals", "deals.csv")
    facts = build_facts(store, [deals], FactRules(), None, Progress())
    frame = Engine(load_catalogue(), facts).compute(Query(KPIS, Grain.YEAR))
    assert (facts.as_of, frame.value("deals_won"), frame.value("won_amount")) == (date(2024, 3, 31), 3, 3200)
    assert frame.value("win_rate") is frame.value("deals_lost") is None


@pytest.mark.parametrize("head", ["Close date", "Expected close date", "预计成交日期"])
def test_a_date_that_may_be_of_anything_wins_nothing(tmp_path, head):
    path = tmp_path / "deals.csv"
    path.write_text(f"Deal ID,Account,Amount,Created date,{head}\n{ROWS}", encoding="utf-8")
    (table,) = propose([path], load_schema(), Progress()).tables
    assert table.mapping.table == "deals"
    assert "ingest.won_by_date" not in {finding.code for finding in table.findings}
