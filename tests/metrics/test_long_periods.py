"""Quarters and years: flows are the sums of their months, rates compare the period's end with its start."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from kpidesk.core.period import Grain, Period
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.bridge import bridge_rows, bridge_study
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.months import adds_up
from kpidesk.metrics.query import Query

from tests.golden import small_companies
from tests.metrics.real_facts import facts_of
from tests.metrics.test_identities import LAST, PLANS, Row, a_ledger, check_bridge, engine_of

CATALOGUE = load_catalogue()
FLOWS = tuple(
    name
    for name, one in CATALOGUE.definitions.items()
    if one.measure is not None and one.measure.relation == "moves" and adds_up(one.measure)
)
BY_HAND: Mapping[str, float | None] = {
    "new_customers": 5, "churned_customers": 2, "reactivated_customers": 1, "new_mrr": 240, "churned_mrr": -60,
    "expansion_mrr": 50, "contraction_mrr": -15, "reactivation_mrr": 10, "net_new_mrr": 225, "mrr": 235,
    "starting_mrr": 10, "active_customers": 5, "starting_customers": 1, "quick_ratio": 4, "arpa_new": 48,
    "ad_spend": 700, "cac": 140, "new_customers_start_to_end": 4, "new_mrr_start_to_end": 225,
    "churned_customers_start_to_end": 0, "churned_mrr_start_to_end": 0, "reactivation_mrr_start_to_end": 0,
    "expansion_mrr_start_to_end": 0, "contraction_mrr_start_to_end": 0, "customer_churn_rate": 0, "retention_rate": 1,
    "revenue_churn_rate": 0, "net_revenue_churn_rate": 0, "grr": 1, "nrr": 1, "arpa_existing": 10, "ltv": None,
}  # fmt: skip
"""Of the small ledger: one customer with 10 a month before the quarter, who leaves in it and is back at its end."""


@pytest.mark.parametrize("grain", [Grain.QUARTER, Grain.YEAR])
def test_a_quarter_by_hand(tmp_path, grain):
    tables = small_companies.ledger()
    found = Engine(CATALOGUE, facts_of(tmp_path, tables, as_of=date(2024, 3, 31))).compute(Query(grain=grain))
    at = Period.of(date(2024, 3, 1), grain)
    for name, value in BY_HAND.items():
        assert found.value(name, at) == (value if value is None else pytest.approx(value)), name


def closings(rows: list[Row], period: Period) -> tuple[dict[str, float], dict[str, float], set[str]]:
    """What each customer pays at the period's start and end, and who paid before it; row by row."""

    def held(day: date) -> dict[str, float]:
        found: dict[str, float] = {}
        for name, _plan, start, end, mrr, currency in rows:
            if start <= day and (end is None or end > day):
                found[name] = found.get(name, 0) + round(mrr * 100 * (1.25 if currency == "EUR" else 1) + 1e-9) / 100
        return found

    before = {row[0] for row in rows if row[2] < period.start}
    return held(period.shifted(-1).end), held(min(period.end, LAST)), before


def rates(rows: list[Row], period: Period) -> dict[str, float]:
    start, end, _ = closings(rows, period)
    base = sum(start.values())
    kept = sum(min(end.get(name, 0), paid) for name, paid in start.items())
    more = sum(max(end.get(name, 0) - paid, 0) for name, paid in start.items() if name in end)
    return {
        "customer_churn_rate": len(start.keys() - end.keys()) / len(start),
        "grr": kept / base,
        "nrr": (kept + more) / base,
    }


def value(frame: ResultFrame, name: str, period: Period, segment: str | None = None) -> float:
    found = frame.value(name, period, segment)
    assert found is not None, (name, period)
    return found


def check_sums(months: ResultFrame, longer: ResultFrame) -> None:
    for name in (each for each in FLOWS if longer.series[each].is_computable):
        for segment in longer.segments:
            for period in longer.periods:
                within = [
                    value(months, name, each, segment)
                    for each in months.periods
                    if period.start <= each.start <= period.end
                ]
                assert value(longer, name, period, segment) == pytest.approx(sum(within), abs=1e-6), (name, period)


@pytest.mark.thorough
@settings(
    max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6))
def test_months_make_quarters_and_quarters_make_years(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    rows = a_ledger(seed)
    engine = engine_of(tmp_path_factory.mktemp("ledger"), rows)
    split = "plan" if "plan" in engine.attributes else None
    months = engine.compute(Query(by=split))
    for grain in (Grain.QUARTER, Grain.YEAR):
        longer = engine.compute(Query(grain=grain, by=split))
        check_sums(months, longer)
        check_bridge(longer)
        for period in longer.periods[1:]:
            if engine.facts.churn_is_visible and value(longer, "starting_customers", period):
                for name, wanted in rates(rows, period).items():
                    assert value(longer, name, period) == pytest.approx(wanted), (name, period)
        if engine.facts.churn_is_visible:
            check_bridges(engine, grain, longer)


def check_bridges(engine: Engine, grain: Grain, frame: ResultFrame) -> None:
    """The bridge of a quarter is that of its months, its counts are the KPIs', and its rows add up to its bars."""
    study, months = (bridge_study(engine.facts, Query(grain=each)) for each in (grain, Grain.MONTH))
    for at, period in enumerate(study.periods):
        within = [i for i, each in enumerate(months.periods) if period.start <= each.start <= period.end]
        one, whole = study.over(at, at), months.over(within[0], within[-1])
        assert one == whole
        assert one.opening + sum(one.moved.values()) == one.closing
        assert one.counts["new"] == value(frame, "new_customers", period)
        assert one.counts["churn"] == value(frame, "churned_customers", period)
        for kind in study.kinds:
            rows = bridge_rows(engine.facts, Query(grain=grain), kind, (period, period))
            assert round(sum(float(str(row[-1])) for row in rows.rows) * 100) == one.moved[kind]
            assert rows.total == one.counts[kind]
            assert all(row[rows.columns.index("row_no")] is not None for row in rows.rows)


def test_who_comes_and_goes_in_a_year_is_new_and_lost_and_no_part_of_its_rates(tmp_path):
    """917 customers that came in their months are 917 in the year, however many of them are gone at its end."""
    rows = [(f"k{i}", PLANS[0], date(2024, 1 + i % 6, 1), date(2024, 8, 1), 10.0, "USD") for i in range(12)]
    rows += [("old", PLANS[0], date(2023, 5, 1), None, 10.0, "USD")]
    engine = engine_of(tmp_path, rows)
    year = engine.compute(Query(grain=Grain.YEAR))
    assert [value(year, name, Period(Grain.YEAR, 2024)) for name in ("new_customers", "churned_customers")] == [12, 12]
    assert value(year, "customer_churn_rate", Period(Grain.YEAR, 2024)) == 0
    assert value(year, "grr", Period(Grain.YEAR, 2024)) == 1


@pytest.mark.parametrize("day", [date(2024, 2, 20), date(2024, 2, 29)])
def test_a_quarter_seen_from_within_is_the_sum_of_what_its_months_knew_then(tmp_path, day):
    facts = facts_of(tmp_path, small_companies.ledger(), as_of=date(2024, 3, 31), rules=FactRules(gap_months=0))
    engine = Engine(CATALOGUE, facts)
    months, quarter = (engine.compute(Query(grain=grain, as_of=day)) for grain in (Grain.MONTH, Grain.QUARTER))
    last = quarter.periods[-1]
    for name in ("new_mrr", "churned_mrr", "expansion_mrr"):
        series = months.series[name].values[-1][-2:]
        assert value(quarter, name, last) == pytest.approx(np.nansum(series)), name
        behind = engine.rows(name, Query(grain=Grain.QUARTER, as_of=day), last)
        assert sum(float(str(row[-1])) for row in behind.rows) == pytest.approx(value(quarter, name, last))
