"""Tickets whose hours, delays and surges are counted by hand."""

from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from kpidesk.analysis.support import staffing_of, support_of
from kpidesk.core.errors import UserError
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.tickets import answered_within, ticket_hours

from tests.metrics.real_facts import facts_of


def moment(day, hour, minute=0):
    return datetime(2025, 1, day, hour, minute)


@pytest.fixture
def facts(tmp_path):
    """Monday 6 January to Tuesday 14: two Mondays and two Tuesdays, one of each other day; known to the 14th."""
    created = [moment(6, 9, 10), moment(6, 9, 50), moment(7, 17), moment(13, 9), moment(14, 20)]
    replied = [moment(6, 9, 40), moment(6, 13, 50), moment(8, 17), None, None]
    solved = [moment(6, 10, 10), None, moment(9, 17), None, None]
    table = {
        "created_date": pd.to_datetime(created),
        "first_response_date": pd.to_datetime(replied),
        "resolved_date": pd.to_datetime(solved),
        "category": ["bug", "bug", "ask", "ask", "bug"],
    }
    return facts_of(tmp_path, {"tickets": pd.DataFrame(table)}, as_of=date(2025, 1, 14))


def test_tickets_are_counted_by_weekday_and_hour(facts):
    hours = ticket_hours(facts, Query())
    assert hours.days.tolist() == [2, 2, 1, 1, 1, 1, 1]
    assert (hours.counts[0, 9], hours.counts[1, 17], hours.counts[1, 20], hours.counts.sum()) == (3, 1, 1, 5)
    assert hours.rates[0, 9] == 1.5


def test_people_busy_are_tickets_times_work(facts):
    staffing = staffing_of(ticket_hours(facts, Query()), 0.5)
    # at nine o'clock: three tickets on nine days, all of them on the two Mondays
    assert staffing.mean[9] == pytest.approx(3 / 9 * 0.5)
    assert staffing.peak[9] == pytest.approx(1.5 * 0.5)
    assert staffing.mean[3] == staffing.peak[3] == 0


def test_who_still_waits_counts_only_after_the_limit(facts):
    found = {(each.step, each.hours): (each.done, each.n) for each in answered_within(facts, Query())}
    # replied after 0.5, 4 and 24 hours; one waits since 39 hours, one since 4 (until midnight)
    assert found["first_response", 1.0] == (1, 5)
    assert found["first_response", 4.0] == (2, 5)
    assert found["first_response", 8.0] == (2, 4)
    assert found["first_response", 24.0] == (3, 4)
    assert found["first_response", 72.0] == (3, 3)
    # resolved after 1 and 48 hours; of the three others one waits since nearly nine days
    assert found["resolution", 1.0] == (1, 5)
    assert found["resolution", 72.0] == (2, 3)


def test_filters_and_range_hold_for_single_tickets(facts):
    bugs = Query(filters=(Filter("category", ("bug",)),))
    assert ticket_hours(facts, bugs).counts.sum() == 3
    late = Query(first=Period.parse("2025-W03"))
    assert ticket_hours(facts, late).counts.sum() == 2


def test_hours_given_in_a_column_are_taken(tmp_path):
    days = pd.to_datetime([date(2025, 1, 6)] * 4)
    table = pd.DataFrame({"created_date": days, "first_response_hours": [0.5, 3.0, 30.0, np.nan]})
    facts = facts_of(tmp_path, {"tickets": table}, as_of=date(2025, 2, 1))
    found = {each.hours: (each.done, each.n) for each in answered_within(facts, Query())}
    assert (found[1.0], found[4.0], found[72.0]) == ((1, 4), (2, 4), (3, 4))
    assert ticket_hours(facts, Query()) is None


def weeks_of_tickets():
    """Each week 3 on every working day, in the last week 33 on its Thursday."""
    monday = date(2025, 1, 6)
    days = [monday + timedelta(days=7 * week + day) for week in range(12) for day in range(5) for _ in range(3)]
    days += [monday + timedelta(days=7 * 11 + 3)] * 30
    kinds = ["bug" if i % 3 else "question" for i in range(len(days))]
    return pd.DataFrame({"created_date": pd.to_datetime(days), "category": kinds})


def test_tags_add_up_and_a_surge_is_found_in_its_week(tmp_path):
    tickets = weeks_of_tickets()
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"tickets": tickets}, as_of=date(2025, 3, 30)))
    support = support_of(engine, engine.compute, Query())
    assert sum(each.value for each in support.tags) == len(tickets)
    assert [each.segment for each in support.tags] == ["bug", "question"]
    (surge,) = support.volume.surges
    assert support.volume.frame.periods[surge.peak] == Period.parse("2025-W13")
    assert surge.value == 45


def test_tickets_of_a_month_that_has_not_ended_are_shown_by_day(facts):
    engine = Engine(load_catalogue(), facts)
    support = support_of(engine, engine.compute, Query())
    assert support.volume.frame.grain is Grain.DAY
    assert np.nansum(support.volume.frame.series["ticket_volume"].values[-1]) == 5


def test_nothing_was_asked(tmp_path):
    spend = pd.DataFrame({"date": pd.to_datetime(["2025-01-02", "2025-02-02"]), "cost": [1.0, 2.0]})
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"spend": spend}))
    with pytest.raises(UserError):
        support_of(engine, engine.compute, Query())
