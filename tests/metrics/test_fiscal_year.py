"""Quarters and years of a fiscal year: which months lie in them, what they are called, and that they add up."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.formatting import Style, format_period, format_tick
from kpidesk.core.period import Grain, Period, PeriodRange
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of


def test_a_fiscal_year_is_named_after_the_year_in_which_it_ends() -> None:
    year = Period.of(date(2024, 4, 1), Grain.YEAR, 4)
    assert (str(year), year.start, year.end) == ("FY2025", date(2024, 4, 1), date(2025, 3, 31))
    quarter = Period.of(date(2025, 1, 15), Grain.QUARTER, 4)
    assert (str(quarter), quarter.start, quarter.end) == ("FY2025 Q4", date(2025, 1, 1), date(2025, 3, 31))
    assert str(quarter.shifted(1)) == "FY2026 Q1"
    assert Period.parse("FY2025 Q4") == quarter
    assert Period.parse("FY2025") == year == Period.parse("2025")
    assert [str(each) for each in PeriodRange(quarter, quarter.shifted(1))] == ["FY2025 Q4", "FY2026 Q1"]
    assert str(Period.of(date(2024, 4, 1), Grain.MONTH, 4)) == "2024-04"


def test_labels_of_fiscal_periods() -> None:
    year, quarter = (Period.of(date(2024, 5, 1), grain, 4) for grain in (Grain.YEAR, Grain.QUARTER))
    english, chinese = Style(), Style(language="zh_Hans")
    assert [format_period(each, english) for each in (year, quarter)] == ["FY2025", "Q1 FY2025"]
    assert [format_period(each, chinese) for each in (year, quarter)] == ["2025财年", "2025财年Q1"]
    assert format_tick(quarter, english) == "Q1 FY25"


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from([Grain.QUARTER, Grain.YEAR]), st.integers(1, 12))
def test_every_day_lies_in_its_period(day: date, grain: Grain, starts: int) -> None:
    period = Period.of(day, grain, starts)
    assert period.start <= day <= period.end
    assert period.start.day == 1
    assert (period.start.month - starts) % (3 if grain is Grain.QUARTER else 12) == 0
    assert period.shifted(1).start.toordinal() == period.end.toordinal() + 1


@pytest.fixture(params=[1, 2, 4, 11])
def engine(request: pytest.FixtureRequest, tmp_path) -> Engine:
    rng = np.random.default_rng(7)
    days = pd.to_datetime("2023-01-05") + pd.to_timedelta(rng.integers(0, 700, 60), unit="D")
    ends = [day + pd.Timedelta(days=int(rng.integers(20, 300))) for day in days]
    subscriptions = pd.DataFrame({
        "customer_id": [f"c{i % 25}" for i in range(60)], "plan": [["A", "B"][i % 2] for i in range(60)],
        "start_date": days, "cancel_date": [end if i % 3 else None for i, end in enumerate(ends)],
        "mrr": rng.integers(1, 90, 60).astype(float),
    })  # fmt: skip
    orders = pd.DataFrame({"order_date": days, "customer_id": [f"c{i % 9}" for i in range(60)], "amount": 10.0})
    given_ = pd.DataFrame(
        [(f"2024-{m:02}-01", name, float(m)) for m in range(1, 13) for name in ("capex", "gross_margin")],
        columns=["month", "metric", "value"],
    )
    tables = {"subscriptions": subscriptions, "orders": orders, "monthly_metrics": given_}
    facts = facts_of(tmp_path, tables, as_of=date(2024, 12, 31), rules=FactRules(starts=request.param))
    return Engine(load_catalogue(), facts)


@pytest.mark.parametrize("grain", [Grain.QUARTER, Grain.YEAR])
def test_figures_of_fiscal_periods_are_made_of_their_months(engine: Engine, grain: Grain) -> None:
    found, months = engine.compute(Query(grain=grain, by="plan")), engine.compute(Query(by="plan"))
    starts = engine.facts.starts
    assert {period.starts for period in found.periods} == {starts}
    for column, period in enumerate(found.periods):
        inside = [i for i, month in enumerate(months.periods) if period.start <= month.start <= period.end]
        for row in range(len(found.segments)):
            mrr = [frame.series["mrr"].values[row] for frame in (found, months)]
            assert mrr[0][column] == pytest.approx(mrr[1][inside[-1]], nan_ok=True)
        for name in ("net_new_mrr", "recurring_revenue", "capex", "order_revenue"):
            whole = found.series[name].values[-1, column]
            parts = months.series[name].values[-1, inside]
            assert np.nan_to_num(whole) == pytest.approx(np.nansum(parts)), (name, str(period))
        assert found.value("mrr", Period(grain, period.index)) == found.value("mrr", period)
        rows = engine.rows("order_revenue", Query(grain=grain), Period(grain, period.index))
        assert sum(row[-1] for row in rows.rows) == pytest.approx(found.value("order_revenue", period) or 0)
        asked = engine.compute(Query(grain=grain, first=period, last=period))
        assert asked.periods == (period,)
