"""Labels of the fiscal year (FY2025 Q1): their figures come back in the quarters that the workspace calls so."""

from datetime import date

import pytest
from kpidesk.core.ids import DatasetId
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.inputs import FactColumn, FactInput, FactRules
from kpidesk.ingest.pipeline import load, propose
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.schema.loader import load_schema
from kpidesk.store.store import Store

DOWN = "{head},Revenue,Active customers\n" + "".join(f"{{p[{n}]}},{100 * n + 100},{n + 40}\n" for n in range(4))
ACROSS = "KPI,{p[0]},{p[1]},{p[2]},{p[3]}\nRevenue,100,200,300,400\nActive customers,40,41,42,43\n"
YEARS = "KPI,{p[0]},{p[1]},{p[2]}\nRevenue,100,200,300\nActive customers,40,41,42\n"
APART = "Fiscal year,Quarter,Revenue,Active customers\n" + "".join(
    f"2025,Q{n + 1},{100 * n + 100},{n + 40}\n" for n in range(4)
)
QUARTERS = {f"FY2025 Q{n + 1}": 100.0 * n + 100 for n in range(4)}
CALENDAR = {f"2025-Q{n + 1}": 100.0 * n + 100 for n in range(4)}
NAMED = {
    "plain": [f"FY2025 Q{n}" for n in range(1, 5)],
    "ours": [f"Q{n} FY2025" for n in range(1, 5)],
    "short": [f"Q{n} FY25" for n in range(1, 5)],
    "chinese": [f"2025财年Q{n}" for n in range(1, 5)],
}


@pytest.fixture
def revenue(tmp_path):
    stores = []

    def read(text: str, starts: int, grain: Grain = Grain.QUARTER) -> tuple[dict[str, float], set[str]]:
        path = tmp_path / "board.csv"
        path.write_text(text, encoding="utf-8")
        (table,) = propose([path], load_schema(), Progress()).tables
        store = Store(tmp_path / f"store{len(stores)}")
        stores.append(store)
        loaded = load(table, store, store.folder / "tables" / "one.parquet", Progress())
        store.add(DatasetId("one"), loaded.path)
        columns = tuple(FactColumn(c.name, c.type, c.is_attribute) for c in loaded.columns)
        given = FactInput(DatasetId("one"), loaded.table, columns, "board", "board.csv")
        facts = build_facts(store, [given], FactRules(starts=starts), None, Progress())
        frame = Engine(load_catalogue(), facts).compute(Query(("revenue",), grain))
        values = zip(frame.periods, frame.series["revenue"].values[-1], strict=True)
        return {str(period): float(value) for period, value in values}, {finding.code for finding in facts.findings}

    yield read
    for store in stores:
        store.close()


@pytest.mark.parametrize("shape", [DOWN, ACROSS])
@pytest.mark.parametrize("names", NAMED.values(), ids=list(NAMED))
def test_quarters_of_the_fiscal_year_come_back_as_they_were_called(revenue, shape, names):
    values, codes = revenue(shape.format(head="Period", p=names), 4)
    assert values == QUARTERS
    assert "facts.fiscal_calendar" not in codes


def test_years_and_quarters_beside_their_year_are_fiscal_too(revenue):
    years = revenue(YEARS.format(p=["FY2023", "FY2024", "FY2025"]), 4, Grain.YEAR)
    assert years[0] == {"FY2023": 100, "FY2024": 200, "FY2025": 300}
    assert revenue(APART, 7)[0] == QUARTERS
    assert revenue(DOWN.format(head="Fiscal quarter", p=[f"2025 Q{n}" for n in range(1, 5)]), 7)[0] == QUARTERS


def test_labels_of_the_calendar_and_of_months_stay_where_they_are(revenue):
    months = [f"2024-0{n}" for n in range(4, 8)]
    values, _ = revenue(DOWN.format(head="Period", p=months), 4, Grain.MONTH)
    assert values == {month: 100.0 * n + 100 for n, month in enumerate(months)}
    calendar = ACROSS.format(p=[f"2025-Q{n}" for n in range(1, 5)])
    quarter = str(Period.of(date(2025, 1, 1), Grain.QUARTER, 4))
    assert revenue(calendar, 4)[0][quarter] == 100


def test_where_the_fiscal_year_is_the_calendars_that_is_said(revenue):
    assert revenue(DOWN.format(head="Period", p=NAMED["plain"]), 1) == (CALENDAR, {"facts.fiscal_calendar"})
    assert revenue(DOWN.format(head="Period", p=list(CALENDAR)), 1) == (CALENDAR, set())
