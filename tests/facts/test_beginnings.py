"""A table that begins in the midst of a month tells too little of it; one that begins slowly does not."""

from datetime import date, timedelta

import pytest
from kpidesk.core.period import Grain
from kpidesk.facts.beginnings import Beginning
from kpidesk.facts.facts import Facts
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.schema.model import ColumnType

from tests.facts.companies import Company, found

NUMBERS = {"sessions": ColumnType.NUMBER}
DECEMBER = date(2023, 12, 31)


def run(first: date, last: date, step: int = 1) -> list[date]:
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]


def orders(company: Company, days: list[date]) -> Facts:
    rows = ((day, f"c{n % 7}", 10.0) for n, day in enumerate(days))
    return company.add("orders", "order_date customer_id amount", *rows).facts()


def traffic(company: Company, days: list[date]) -> Company:
    return company.add("web_traffic", "date sessions", *((day, 4) for day in days), types=NUMBERS)


def asked(facts: Facts, grain: Grain, *names: str) -> ResultFrame:
    return Engine(load_catalogue(), facts).compute(Query(metrics=names, grain=grain))


def told(facts: Facts, grain: Grain, name: str) -> list[tuple[float | None, bool]]:
    """Each period's value, None where it has none, and whether it is marked as incomplete."""
    frame = asked(facts, grain, name)
    values = [None if value != value else round(float(value), 4) for value in frame.series[name].values[-1]]
    return [(value, frame.is_incomplete(name, -1, at)) for at, value in enumerate(values)]


def test_the_month_in_which_daily_orders_begin_is_marked_with_the_growth_after_it(company: Company) -> None:
    """15 of January's 31 days: 150, then 29 days: 290. The growth of 93% is of days, not of sales."""
    facts = orders(company, run(date(2024, 1, 17), date(2024, 4, 30)))
    assert told(facts, Grain.MONTH, "revenue") == [(150, True), (290, False), (310, False), (300, False)]
    growth = told(facts, Grain.MONTH, "revenue_growth_mom")
    assert growth[1] == (0.9333, True)
    assert growth[2] == (0.069, False)
    assert facts.begins["revenue"] == Beginning(date(2024, 1, 17), 0)
    assert found(facts, "begins_midway") == 1


def test_weeks_quarters_and_years_are_marked_alike(company: Company) -> None:
    """17 January 2024 is a Wednesday; 76 days of the first quarter and 352 of 366 of the year are told."""
    facts = orders(company, run(date(2024, 1, 17), date(2024, 12, 31)))
    assert told(facts, Grain.WEEK, "revenue")[:2] == [(50, True), (70, False)]
    assert told(facts, Grain.QUARTER, "revenue")[:2] == [(750, True), (910, False)]
    assert told(facts, Grain.YEAR, "revenue") == [(3500, True)]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(run(date(2024, 1, 1), date(2024, 6, 30)), id="from the first on"),
        pytest.param(run(date(2024, 1, 3), date(2024, 6, 30)), id="two days late"),
        pytest.param(run(date(2024, 1, 17), date(2024, 2, 4)), id="nineteen days in all"),
        pytest.param(
            [*run(date(2024, 1, 17), date(2024, 3, 31), 17), *run(date(2024, 4, 1), date(2024, 6, 30))],
            id="a young shop: one in 17 days, then one a day",
        ),
        pytest.param(
            [*run(date(2024, 1, 17), date(2024, 2, 13), 3), *run(date(2024, 2, 14), date(2024, 6, 30))],
            id="a shop that opens on the 17th: one in three days, then one a day",
        ),
        pytest.param(
            [day for day in run(date(2024, 1, 9), date(2024, 6, 30)) if not date(2024, 5, 1) <= day < date(2024, 5, 9)],
            id="closed as long in May",
        ),
    ],
)
def test_a_month_that_may_be_whole_is_not_marked(company: Company, days: list[date]) -> None:
    facts = orders(company, days)
    assert not told(facts, Grain.MONTH, "revenue")[0][1]
    assert not found(facts, "begins_midway")


def test_rows_of_weeks_or_months_stand_for_all_of_them(company: Company) -> None:
    """A row each Sunday from the 7th on, and one on the last day of each month."""
    weeks = traffic(company, run(date(2024, 1, 7), date(2024, 12, 29), 7)).facts()
    assert not told(weeks, Grain.MONTH, "sessions")[0][1]
    ends = [date(2024 + n // 12, n % 12 + 1, 1) - timedelta(days=1) for n in range(1, 30)]
    company.inputs.clear()
    assert not told(traffic(company, ends).facts(), Grain.MONTH, "sessions")[0][1]


def test_a_hole_later_on_does_not_hide_that_orders_begin_midway(company: Company) -> None:
    days = run(date(2024, 1, 17), date(2024, 3, 31)) + run(date(2024, 6, 1), date(2024, 7, 31))
    assert told(orders(company, days), Grain.MONTH, "revenue")[0] == (150, True)


@pytest.fixture
def late(company: Company) -> Company:
    """One sign-up a day all year; visits, four a day, are counted from 17 October on."""
    days = run(date(2023, 1, 1), date(2023, 12, 31))
    company.add("customers", "customer_id signup_date", *((f"c{n}", day) for n, day in enumerate(days)))
    return traffic(company, run(date(2023, 10, 17), date(2023, 12, 31)))


def test_visits_before_the_first_that_was_counted_are_unknown(late: Company) -> None:
    """In October 15 of 31 days are told: 31 sign-ups are no 52% of 60 visits. Of the year 76 days are."""
    rate = told(late.facts(), Grain.MONTH, "visit_to_signup_rate")
    assert rate[-3:] == [(None, False), (0.25, False), (0.25, False)]
    assert told(late.facts(), Grain.YEAR, "visit_to_signup_rate") == [(None, False)]
    frame = asked(late.facts(), Grain.YEAR, "sessions")
    assert "visits begin on 17 Oct 2023" in str(frame.series["sessions"].gap(-1, 0))


def test_a_quarter_of_which_most_is_told_keeps_all_its_visits_and_is_marked(late: Company) -> None:
    """76 days of four visits and 92 sign-ups."""
    assert told(late.facts(), Grain.QUARTER, "sessions")[-1] == (304, True)
    assert told(late.facts(), Grain.QUARTER, "visit_to_signup_rate")[-1] == (0.3026, True)


def test_monthly_visits_are_known_from_their_first_month_on(company: Company) -> None:
    """Three rows, each of a whole month, dated by its last day: October is told, the year is not."""
    days = run(date(2023, 1, 1), date(2023, 12, 31))
    company.add("customers", "customer_id signup_date", *((f"c{n}", day) for n, day in enumerate(days)))
    rows = ((day, 124) for day in (date(2023, 10, 31), date(2023, 11, 30), date(2023, 12, 31)))
    facts = company.add("web_traffic", "date sessions", *rows, types=NUMBERS).facts()
    assert told(facts, Grain.MONTH, "visit_to_signup_rate")[-3:] == [(0.25, False), (0.2419, False), (0.25, False)]
    assert told(facts, Grain.YEAR, "visit_to_signup_rate") == [(None, False)]


def test_a_test_account_of_long_ago_makes_no_visits_unknown(company: Company) -> None:
    rows = [("test", date(2019, 1, 1)), *((f"c{n}", day) for n, day in enumerate(run(date(2023, 10, 17), DECEMBER)))]
    company.add("customers", "customer_id signup_date", *rows)
    facts = traffic(company, run(date(2023, 10, 17), DECEMBER)).facts()
    assert told(facts, Grain.YEAR, "sessions")[-1] == (304, True)
