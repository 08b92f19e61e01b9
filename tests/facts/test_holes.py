"""A long time without rows between many is not known; a quiet month of a small shop is a month of nought."""

from datetime import date, timedelta

import pandas as pd
import pyarrow as pa
import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.facts.holes import Hole
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.cohorts import Kept, cohort_table
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.lifetimes import survival_study
from kpidesk.metrics.query import Query
from kpidesk.schema.model import ColumnType

from tests.facts.companies import Company, found

ORDERS = {"order_date": ColumnType.DATE, "customer_id": ColumnType.ID, "amount": ColumnType.MONEY}


def orders(company: Company, days: list[date]) -> Facts:
    frame = pd.DataFrame(
        {"order_date": days, "customer_id": [f"c{n % 7}" for n in range(len(days))], "amount": [10.0] * len(days)}
    )
    return company.add_columns("orders", {name: list(frame[name]) for name in frame}).facts()


def run(first: date, last: date, step: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]


def revenue(facts: Facts, grain: Grain) -> dict[str, float]:
    frame = Engine(load_catalogue(), facts).compute(Query(metrics=("revenue",), grain=grain))
    values = frame.series["revenue"].values[-1]
    return {str(period): float(value) for period, value in zip(frame.periods, values, strict=True)}


def test_a_hole_between_daily_orders_is_a_gap_and_not_nought(company: Company) -> None:
    days = run(date(2024, 1, 1), date(2024, 2, 29), 1) + run(date(2024, 6, 1), date(2024, 6, 30), 1)
    facts = orders(company, days)
    assert facts.holes["revenue"] == Hole(date(2024, 3, 1), date(2024, 5, 31))
    assert found(facts, "hole") == 1
    monthly = revenue(facts, Grain.MONTH)
    assert {month: value for month, value in monthly.items() if value == value} == {
        "2024-01": 310, "2024-02": 290, "2024-06": 300,
    }  # fmt: skip


def test_what_closes_in_a_hole_of_beginnings_is_known(company: Company) -> None:
    days = run(date(2024, 1, 1), date(2024, 2, 29), 1) + run(date(2024, 6, 1), date(2024, 6, 30), 1)
    rows = [(f"d{n}", day, day if day.month > 5 else date(2024, 4, 9), "won") for n, day in enumerate(days)]
    facts = company.add("deals", "deal_id created_date closed_date stage", *rows).facts()
    found = Engine(load_catalogue(), facts).compute(Query(metrics=("deals_won",), grain=Grain.MONTH))
    april = [str(period) for period in found.periods].index("2024-04")
    assert found.series["deals_won"].values[-1][april] == 60


def test_a_quiet_month_of_a_small_shop_is_nought(company: Company) -> None:
    days = run(date(2024, 1, 1), date(2024, 2, 25), 8) + run(date(2024, 4, 2), date(2024, 6, 30), 8)
    facts = orders(company, days)
    assert not facts.holes
    assert revenue(facts, Grain.MONTH)["2024-03"] == 0


def test_a_season_that_recurs_is_no_hole(company: Company) -> None:
    days = [day for year in (2022, 2023, 2024) for day in run(date(year, 4, 1), date(year, 10, 31), 1)]
    assert not orders(company, days).holes


def test_rows_with_times_of_day_stand_for_their_day(company: Company) -> None:
    moments = [pd.Timestamp("2009-12-01 07:45"), pd.Timestamp("2009-12-01 11:45")]
    moments += [moment.replace(year=2010) for moment in moments]
    rows = pa.table(
        {
            "order_date": pa.array(moments * 15, pa.timestamp("us")),
            "customer_id": pa.array(["a", "b", "a", "b"] * 15),
            "order_id": pa.array([str(n) for n in range(60)]),
            "amount": pa.array([5.0] * 60),
            "row_no": pa.array(range(60), pa.int64()),
        }
    )
    kinds = {**ORDERS, "order_id": ColumnType.ID}
    facts = company.add_arrow("orders", rows, kinds).facts()
    assert facts.as_of == date(2010, 12, 1)
    assert facts.holes["orders"] == Hole(date(2009, 12, 2), date(2010, 11, 30))
    assert {year: value for year, value in revenue(facts, Grain.MONTH).items() if value == value} == {
        "2009-12": 150, "2010-12": 150,
    }  # fmt: skip


def test_dates_alone_on_the_first_are_stamps_of_their_months(company: Company) -> None:
    facts = orders(company, [date(2024, month, 1) for month in (1, 2, 3)])
    assert facts.as_of == date(2024, 3, 31)


def test_who_bought_in_a_hole_and_who_stayed_through_it_is_not_known(company: Company) -> None:
    """Seven customers of January and February, all there in June again."""
    days = run(date(2024, 1, 1), date(2024, 2, 29), 1) + run(date(2024, 6, 1), date(2024, 6, 30), 1)
    facts = orders(company, days)
    kept = cohort_table(facts, Query(grain=Grain.MONTH), Kept.CUSTOMERS)
    assert [str(month) for month in kept.starts] == ["2024-01"]
    assert [None if value != value else value for value in kept.values[0]] == [7, 7, None, None, None, 7]
    assert str(kept.notes[-1]) == "no rows from 1 Mar 2024 to 31 May 2024"
    with pytest.raises(UserError, match="Who stayed is not known"):
        survival_study(facts, Query(grain=Grain.MONTH))
    names = ("survival", "median_lifetime_months")
    frame = Engine(load_catalogue(), facts).compute(Query(metrics=names, grain=Grain.MONTH))
    for name in names:
        assert not any(value == value for value in frame.series[name].values[-1][2:])


def test_a_month_and_a_year_that_a_hole_begins_in_are_incomplete(company: Company) -> None:
    """Orders on each day but from 6 March to 31 May: five days of March tell nothing of its 31; February is whole."""
    days = run(date(2024, 1, 1), date(2024, 3, 5), 1) + run(date(2024, 6, 1), date(2025, 1, 31), 1)
    facts = orders(company, days)
    assert facts.holes["revenue"] == Hole(date(2024, 3, 6), date(2024, 5, 31))
    for grain, lacking in ((Grain.MONTH, ["2024-03"]), (Grain.YEAR, ["2024"])):
        frame = Engine(load_catalogue(), facts).compute(Query(metrics=("revenue", "aov"), grain=grain))
        for name in ("revenue", "aov"):
            flags = frame.series[name].partial[-1]
            assert [str(period) for period, flag in zip(frame.periods, flags, strict=True) if flag] == lacking
    assert "some periods lack days or months" in str(frame.series["revenue"].notes[-1])


def test_nobody_is_known_to_have_started_or_not_in_a_hole(company: Company) -> None:
    """Seven buyers start in the first week of January; from March to May nobody knows, in June nobody does."""
    days = run(date(2024, 1, 1), date(2024, 2, 29), 1) + run(date(2024, 6, 1), date(2024, 6, 30), 1)
    names = ("cohort_size", "cohort_kept", "new_customers", "buyers", "first_purchases")
    frame = Engine(load_catalogue(), orders(company, days)).compute(Query(metrics=names, grain=Grain.MONTH))
    for name in ("cohort_size", "new_customers"):
        started = frame.series[name].values[-1]
        assert [None if value != value else value for value in started] == [7, 0, None, None, None, 0], name
    april = [str(period) for period in frame.periods].index("2024-04")
    assert str(frame.series["cohort_size"].gap(-1, april)) == "no rows from 1 Mar 2024 to 31 May 2024"
    kept = frame.series["cohort_kept"]
    assert not kept.is_computable or kept.values[-1][april] != kept.values[-1][april]


def test_the_latest_cohorts_say_how_many_they_are_of_and_nothing_of_the_first(company: Company) -> None:
    days = run(date(2024, 1, 1), date(2024, 6, 30), 1)
    frame = {"order_date": days, "customer_id": [f"c{n // 9}" for n in range(len(days))], "amount": [10.0] * len(days)}
    table = cohort_table(company.add_columns("orders", frame).facts(), Query(grain=Grain.MONTH), Kept.CUSTOMERS)
    first = "the first cohort holds everybody who was there before the data begin"
    assert [str(note) for note in table.notes] == [str(note) for note in table.latest(6, 6).notes] == [first]
    assert [str(note) for note in table.latest(4, 6).notes] == ["the latest 4 of 6 cohorts"]
