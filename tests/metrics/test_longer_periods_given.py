"""Sheets of quarters and years: whole there, and said to be no figures of months."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.given import given_lengths, longer_grains
from kpidesk.metrics.planner import Origin
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of

NAMES = tuple(map(MetricName, ("revenue", "active_customers", "starting_customers", "customer_churn_rate")))
QUARTERS = [date(2024, month, 1) for month in (3, 6, 9, 12)]


def told(figures: dict[str, list[float]], months: list[date], length: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "month": [month for _ in figures for month in months],
            "metric": [name for name in figures for _ in months],
            "value": [value for values in figures.values() for value in values],
            "months": length,
        }
    )


def engine_of(folder, *sheets: pd.DataFrame) -> Engine:
    return Engine(load_catalogue(), facts_of(folder, {"monthly_metrics": pd.concat(sheets)}))


def shown(engine: Engine, grain: Grain, name: str) -> list[float | None]:
    series = engine.compute(Query(NAMES, grain)).series[MetricName(name)]
    return [None if np.isnan(value) else round(float(value), 6) for value in series.values[-1]]


@pytest.fixture
def quarterly(tmp_path) -> Engine:
    return engine_of(
        tmp_path,
        told(
            {
                "revenue": [100.0, 110.0, 120.0, 130.0],
                "active_customers": [30.0, 32.0, 34.0, 36.0],
                "starting_customers": [28.0, 30.0, 32.0, 34.0],
                "customer_churn_rate": [0.05, 0.06, 0.04, 0.05],
            },
            QUARTERS,
            3,
        ),
    )


def test_quarters_of_a_quarterly_sheet_are_whole(quarterly):
    frame = quarterly.compute(Query(NAMES, Grain.QUARTER))
    assert shown(quarterly, Grain.QUARTER, "revenue") == [100, 110, 120, 130]
    assert shown(quarterly, Grain.QUARTER, "customer_churn_rate") == [0.05, 0.06, 0.04, 0.05]
    assert all(frame.series[name].partial is None for name in NAMES)


def test_years_of_a_quarterly_sheet_are_sums_and_ends_and_whole(quarterly):
    frame = quarterly.compute(Query(NAMES, Grain.YEAR))
    assert shown(quarterly, Grain.YEAR, "revenue") == [460]
    assert shown(quarterly, Grain.YEAR, "active_customers") == [36]
    assert shown(quarterly, Grain.YEAR, "starting_customers") == [28]
    assert frame.series[NAMES[0]].partial is None


def test_a_quarter_is_no_figure_of_its_last_month_but_its_end_is(quarterly):
    frame = quarterly.compute(Query(NAMES, Grain.MONTH))
    revenue, active = frame.series[NAMES[0]], frame.series[NAMES[1]]
    assert not revenue.is_computable
    assert "by the quarter" in str(revenue.reason)
    assert shown(quarterly, Grain.MONTH, "active_customers")[:4] == [30, None, None, 32]
    assert "end of each quarter" in str(active.gap_texts[active.gap_codes[-1][1] - 1])


def test_what_quarters_give_can_be_computed(quarterly):
    plan = quarterly.plan(Query())
    assert plan.sources[NAMES[0]].origin is Origin.NOTHING
    (grain,) = longer_grains(given_lengths(quarterly.facts))
    assert plan.widened(quarterly.plan(Query(grain=grain))).sources[NAMES[0]].origin is Origin.GIVEN


def test_a_year_is_no_figure_of_quarters(tmp_path):
    yearly = engine_of(tmp_path, told({"revenue": [400.0, 500.0]}, [date(2023, 12, 1), date(2024, 12, 1)], 12))
    assert shown(yearly, Grain.YEAR, "revenue") == [400, 500]
    reason = yearly.compute(Query(NAMES, Grain.QUARTER)).series[NAMES[0]].reason
    assert "by the year" in str(reason)


def test_months_count_where_they_cover_as_much_as_the_quarter_beside_them(tmp_path):
    months = [date(2024, month, 1) for month in range(1, 5)]
    both = engine_of(
        tmp_path,
        told({"revenue": [1.0, 2.0, 3.0, 4.0]}, months, 1),
        told({"revenue": [7.0, 70.0]}, QUARTERS[:2], 3),
    )
    assert shown(both, Grain.QUARTER, "revenue") == [6, 70]
    assert shown(both, Grain.MONTH, "revenue") == [1, 2, 3, 4, None, None]
    rows = both.rows("revenue", Query(NAMES, Grain.QUARTER), both.compute(Query(NAMES, Grain.QUARTER)).periods[0])
    assert rows.total == 3


def test_calendar_quarters_do_not_fill_those_of_another_fiscal_year(tmp_path):
    sheet = told({"revenue": [100.0, 110.0, 120.0, 130.0]}, QUARTERS, 3)
    facts = facts_of(tmp_path, {"monthly_metrics": sheet}, rules=FactRules(starts=2))
    frame = Engine(load_catalogue(), facts).compute(Query(NAMES, Grain.QUARTER))
    assert frame.series[NAMES[0]].partial.any()
