"""Where events were recorded from some day on, nobody knows what became of who signed up before."""

from datetime import date

import pytest
from kpidesk.charts.builder import build_figure
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.funnel import View, funnel_study
from kpidesk.metrics.query import Query

from tests.facts.companies import Company, found

NAMES = tuple(
    MetricName(name)
    for name in (
        "activation_rate", "time_to_active_days", "signup_to_pql_rate", "retained_signups", "pqls", "signups",
        "active_to_retained_rate",
    )
)  # fmt: skip

LATE = "not known of sign-ups before 11 Mar 2024: events begin on 11 Mar 2024"


@pytest.fixture
def late(company: Company) -> Company:
    """Two sign-ups a month from January to May; the product records what users do from 11 March on.

    a (January) and e (2 March) come back in March; f (20 March) is active the day after and 34 days later;
    g (2 April) is active two days later and 58, h never; i and j (May) are active the same day.
    """
    days = ("01-05", "01-06", "02-05", "02-20", "03-02", "03-20", "04-02", "04-03", "05-01", "05-02")
    company.add("customers", "customer_id signup_date", *zip("abcdefghij", (f"2024-{d}" for d in days), strict=True))
    used = (("a", "03-11"), ("e", "03-12"), ("f", "03-21"), ("f", "04-23"), ("g", "04-04"), ("i", "05-01"),
            ("j", "05-02"), ("g", "05-30"))  # fmt: skip
    events = ((who, f"2024-{day}", "report") for who, day in used)
    return company.add("events", "user_id event_time event_name", *events)


def series(company: Company, grain: Grain) -> dict[str, list[float | None]]:
    found = Engine(load_catalogue(), company.facts()).compute(Query(metrics=NAMES, grain=grain))
    return {
        str(name): [None if value != value else float(value) for value in found.series[name].values[-1]]
        for name in NAMES
    }


def visited(company: Company, early: int, late: int) -> list[float | None]:
    """Visits to sign-up by month: ten sign-ups in each of four months, and a visit on so many days of the first two."""
    months = ("01", "02", "03", "04")
    people = [(f"{month}{n}", f"2024-{month}-{n + 10}") for month in months for n in range(10)]
    company.add("customers", "customer_id signup_date", *people)
    days = [(month, n) for month, count in zip(months, (early, early, late, late), strict=True) for n in range(count)]
    used = (f"2024-{month}-{1 + n % 25:02}" for month, n in days)
    rows = ((f"u{n}", day, "view", f"s{n}") for n, day in enumerate(used))
    company.add("events", "user_id event_time event_name session_id", *rows)
    asked = Query(metrics=(MetricName("visit_to_signup_rate"),), grain=Grain.MONTH)
    rate = Engine(load_catalogue(), company.facts()).compute(asked).series[MetricName("visit_to_signup_rate")]
    return [None if value != value else round(float(value), 2) for value in rate.values[-1]]


def test_a_few_events_before_they_were_recorded_are_no_visits_of_all_who_signed_up(company: Company) -> None:
    """Two visits of January beside ten sign-ups are not 500%."""
    assert visited(company, early=2, late=200) == [None, None, 0.05, 0.05]
    assert found(company.facts(), "usage_strays") == 4


def test_fewer_events_than_later_are_those_of_a_product_that_grows(company: Company) -> None:
    assert visited(company, early=20, late=200) == [0.5, 0.5, 0.05, 0.05]
    assert found(company.facts(), "usage_strays") == 0


def test_sign_ups_before_the_first_event_are_neither_activated_nor_not(late: Company) -> None:
    found = series(late, Grain.MONTH)
    assert found["signups"] == [2, 2, 2, 2, 2]
    # Of e, nine days before the first event, nobody knows; f is one of two sign-ups of March.
    assert found["activation_rate"] == [None, None, 0.5, 0.5, 1.0]
    assert found["time_to_active_days"] == [None, None, 1.0, 2.0, 0.0]
    assert found["signup_to_pql_rate"][:3] == [None, None, 0.0]
    assert found["pqls"][:2] == [None, None]


def test_who_stayed_is_known_of_who_signed_up_a_month_before_the_first_event(late: Company) -> None:
    """From 10 February on: nobody of the 20th; f of March; g of April."""
    assert series(late, Grain.MONTH)["retained_signups"] == [None, 0, 1, 1, 0]


def test_the_month_in_which_events_begin_is_marked_and_the_others_say_why(late: Company) -> None:
    frame = Engine(load_catalogue(), late.facts()).compute(Query(metrics=NAMES, grain=Grain.MONTH))
    assert [frame.is_incomplete("activation_rate", -1, at) for at in (2, 3)] == [True, False]
    assert not frame.is_incomplete("signups", -1, 2)
    rate = frame.series[MetricName("activation_rate")]
    assert rate.gap_codes is not None
    why = [rate.gap_texts[int(code) - 1] for code in rate.gap_codes[-1][:2]]
    assert [str(each) for each in why] == [LATE] * 2
    assert LATE in [str(note) for note in rate.notes]
    assert not frame.series[MetricName("signups")].notes
    still = frame.series[MetricName("active_to_retained_rate")]
    assert still.gap_codes is not None
    assert str(still.gap_texts[int(still.gap_codes[-1][0]) - 1]) == LATE


def test_a_quarter_of_which_most_days_were_not_recorded_is_not_known(late: Company) -> None:
    """From 5 January to 10 March nobody wrote down what users did: 66 of the 91 days."""
    assert series(late, Grain.QUARTER)["activation_rate"] == [None, 0.75]


def test_the_month_in_which_events_begin_is_no_whole_month_of_use(late: Company) -> None:
    frame = Engine(load_catalogue(), late.facts()).compute(Query(metrics=(MetricName("mau"),), grain=Grain.MONTH))
    assert [float(value) for value in frame.series[MetricName("mau")].values[-1][2:5]] == [3, 2, 3]
    assert [frame.is_incomplete("mau", -1, at) for at in (2, 3)] == [True, False]


def test_a_few_days_of_use_stand_for_no_month(company: Company) -> None:
    company.add("customers", "customer_id signup_date", ("a", "2024-01-05"), ("b", "2024-02-05"))
    company.add("events", "user_id event_time", ("a", "2024-03-25"), ("b", "2024-03-26"), ("a", "2024-04-02"))
    frame = Engine(load_catalogue(), company.facts()).compute(Query(metrics=(MetricName("mau"),), grain=Grain.MONTH))
    mau = frame.series[MetricName("mau")]
    assert [None if value != value else float(value) for value in mau.values[-1]] == [None, None, None, 1]
    assert mau.gap_codes is not None
    assert "events begin on 25 Mar 2024" in str(mau.gap_texts[int(mau.gap_codes[-1][2]) - 1])


def test_only_what_shows_a_period_that_is_not_known_says_so(late: Company) -> None:
    frame = Engine(load_catalogue(), late.facts()).compute(Query(metrics=NAMES, grain=Grain.MONTH))
    rate = MetricName("activation_rate")
    later = frame.spanning(frame.periods[2:])
    assert [str(period) for period in later.periods] == [str(period) for period in frame.periods[2:]]
    assert LATE not in [str(note) for note in later.series[rate].notes]
    assert LATE in [str(note) for note in frame.spanning(frame.periods[1:4]).series[rate].notes]
    feet = [
        build_figure(ChartSpec("line", (rate,), periods=count), frame, load_catalogue(), Style()).footnote
        for count in (3, 4)
    ]
    assert [LATE in [str(part) for part in foot] for foot in feet] == [False, True]


def test_events_that_begin_with_the_company_know_all_of_it(company: Company) -> None:
    """The first sign-up has a week to become active: who is silent for six days is not active, not unknown."""
    company.add("customers", "customer_id signup_date", ("a", "2024-01-01"), ("b", "2024-02-01"))
    company.add("events", "user_id event_time", ("b", "2024-01-08"), ("b", "2024-02-01"), ("b", "2024-03-20"))
    assert series(company, Grain.MONTH)["activation_rate"][:2] == [0.0, 1.0]


def test_the_funnel_leaves_out_the_stage_that_was_not_written_down(late: Company) -> None:
    late.add("subscriptions", "customer_id start_date mrr", *((who, "2024-05-10", 10) for who in "afg"))
    facts = late.facts()
    whole = funnel_study(facts, Query(grain=Grain.MONTH), View.COHORT)
    assert (whole.stages, whole.unrecorded, whole.since) == (("signup", "customer"), ("activated",), date(2024, 3, 11))
    assert list(whole.reached[-1]) == [10, 3]
    first = Period.of(date(2024, 4, 1), Grain.MONTH)
    april = funnel_study(facts, Query(grain=Grain.MONTH, first=first), View.COHORT)
    assert (april.stages, april.unrecorded) == (("signup", "activated", "customer"), ())
    assert list(april.reached[-1]) == [4, 3, 1]
