"""A step of a funnel is a part of the step before: no stage without evidence, rates of those who passed."""

import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.funnel_stages import flow_of
from kpidesk.metrics.query import Query

from tests.facts.companies import Company, found, frame

LEADS = "lead_id created_date status mql_date converted_date"


def stages(company: Company) -> list[str]:
    flow = flow_of(company.facts())
    return [] if flow is None else [stage.name for stage in flow.stages]


def test_a_stage_that_no_status_names_is_not_filled_from_the_next(company: Company) -> None:
    company.add(
        "leads",
        LEADS,
        ("1", "2024-01-05", "new", None, None),
        ("2", "2024-01-06", "mql", "2024-01-09", None),
        ("3", "2024-01-07", "customer", "2024-01-09", "2024-01-20"),
    )
    assert stages(company) == ["lead", "mql", "customer"]


def test_deals_that_name_no_lead_are_told_to_be_apart(company: Company) -> None:
    company.add("leads", LEADS, ("1", "2024-01-05", "new", None, None))
    company.add("deals", "deal_id created_date closed_date stage", ("d", "2024-01-06", "2024-01-20", "won"))
    assert found(company.facts(), "deals_apart") == 1


def test_a_stage_that_a_status_names_is_reached_by_who_came_further(company: Company) -> None:
    company.add(
        "leads",
        LEADS,
        ("1", "2024-01-05", "new", None, None),
        ("2", "2024-01-06", "opportunity", "2024-01-09", None),
        ("3", "2024-01-07", "customer", "2024-01-09", "2024-01-20"),
    )
    assert stages(company) == ["lead", "mql", "opportunity", "customer"]
    assert int(frame(company.facts(), "leads", ()).reached_opportunity.sum()) == 2


def test_rates_of_sign_ups_count_who_passed_the_step_before(company: Company) -> None:
    """Of a to e: a, b active in the first week, a, c a month later, all but e pay, a and d invite.

    Retained of the activated 1 of 2; paying of the retained 2 of 2; referring of the paying 2 of 4.
    """
    company.add("customers", "customer_id signup_date", *((who, "2024-01-01") for who in "abcde"))
    company.add(
        "events",
        "user_id event_time",
        ("a", "2024-01-02"), ("b", "2024-01-03"), ("a", "2024-02-20"), ("c", "2024-02-21"), ("d", "2024-01-20"),
    )  # fmt: skip
    company.add("subscriptions", "customer_id start_date mrr", *((who, "2024-01-15", 10) for who in "abcd"))
    company.add("referrals", "referrer_id invited_date", ("a", "2024-02-01"), ("d", "2024-02-02"))
    names = ("active_to_retained_rate", "retained_to_paying_rate", "paying_to_referring_rate")
    found = Engine(load_catalogue(), company.facts()).compute(Query(metrics=names, grain=Grain.MONTH)).series
    assert [found[name].values[-1][0] for name in names] == [0.5, 1.0, 0.5]
    low, high = found[names[0]].low, found[names[0]].high
    assert low is not None
    assert high is not None
    assert (low[-1][0], high[-1][0]) == pytest.approx((0.0945, 0.9055), abs=1e-4)


def test_who_signed_up_last_has_not_had_the_time(company: Company) -> None:
    """Known to 10 March: a week after February's last sign-up is over, 30 days are over for January's alone."""
    company.add("customers", "customer_id signup_date", ("a", "2024-01-05"), ("b", "2024-02-20"), ("c", "2024-03-09"))
    company.add(
        "events",
        "user_id event_time",
        ("a", "2024-01-06"),
        ("a", "2024-02-20"),
        ("b", "2024-02-21"),
        ("c", "2024-03-10"),
    )
    names = ("activation_rate", "active_to_retained_rate", "signups")
    frame_ = Engine(load_catalogue(), company.facts()).compute(Query(metrics=names, grain=Grain.MONTH))
    unripe = {name: [frame_.is_incomplete(name, -1, at) for at in range(3)] for name in names}
    assert unripe["activation_rate"] == [False, False, True]
    assert unripe["active_to_retained_rate"] == [False, True, True]
    assert unripe["signups"] == [False, False, True]
    assert any("not had the time yet" in str(note) for note in frame_.series[names[1]].notes)
    assert not frame_.series["signups"].notes
