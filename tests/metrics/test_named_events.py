"""What counts events of a name is unknown where no event has such a name, and 0 only where some period has some."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of

COUNTED = ("invites_sent", "invites_accepted", "content_downloads", "signups", "sessions_to_conversion")
NAMES = {
    "invites_sent": "Invite-sent",
    "invites_accepted": "invitation_accepted",
    "content_downloads": "Download",
}


def asked(folder, names, kpis=COUNTED):
    """Two months of logins, and events of these names on 3 February 2026."""
    rows = [("u1", "2026-01-05 10:00:00", "login"), ("u2", "2026-02-07 11:00:00", "login")]
    rows += [("u1", "2026-02-03 09:00:00", name) for name in names]
    events = pd.DataFrame(rows, columns=["user_id", "event_time", "event_name"])
    facts = facts_of(folder, {"events": events}, as_of=date(2026, 2, 28))
    query = Query(kpis, Grain.MONTH, Period.parse("2026-01"), Period.parse("2026-02"))
    return Engine(load_catalogue(), facts, "kpidesk").compute(query).series


@pytest.mark.parametrize("kpi", COUNTED)
def test_events_that_nobody_records_are_unknown_and_it_says_so(tmp_path, kpi):
    series = asked(tmp_path, ())[kpi]
    assert not series.is_computable
    assert str(series.reason).startswith("No event in the data is called ")


@pytest.mark.parametrize("kpi", ["invites_sent", "invites_accepted", "content_downloads"])
def test_where_some_are_recorded_a_month_without_has_none(tmp_path, kpi):
    values = asked(tmp_path, (NAMES[kpi],))[kpi].values[-1]
    assert values.tolist() == [0.0, 1.0]


def test_a_conversion_is_counted_where_one_is_recorded(tmp_path):
    values = asked(tmp_path, ("paid",))["sessions_to_conversion"].values[-1]
    assert np.isnan(values[0])
    assert values[1] == 2.0


def test_a_rate_of_what_is_unknown_says_the_same(tmp_path):
    series = asked(tmp_path, ("invite",), ("invite_conversion_rate",))["invite_conversion_rate"]
    assert str(series.reason) == "No event in the data is called invite accepted or alike."


def test_invites_of_a_sheet_of_their_own_need_no_events(tmp_path):
    events = pd.DataFrame({"user_id": ["u1"], "event_time": ["2026-01-05 10:00:00"], "event_name": ["login"]})
    invites = pd.DataFrame(
        {
            "referrer_id": ["u1", "u1"],
            "invited_date": ["2026-01-06", "2026-02-08"],
            "accepted_date": [None, "2026-02-09"],
        }
    )
    facts = facts_of(tmp_path, {"events": events, "referrals": invites}, as_of=date(2026, 2, 28))
    query = Query(("invites_sent", "invites_accepted"), Grain.MONTH, Period.parse("2026-01"), Period.parse("2026-02"))
    series = Engine(load_catalogue(), facts, "kpidesk").compute(query).series
    assert series["invites_sent"].values[-1].tolist() == [1.0, 1.0]
    assert series["invites_accepted"].values[-1].tolist() == [0.0, 1.0]


def qualified(folder, events, leads=None):
    """Product qualified leads of January and February: two sign-ups, and what they are seen to do."""
    users = {"customer_id": ["u1", "u2"], "signup_date": ["2026-01-04", "2026-02-02"]}
    rows = pd.DataFrame(events, columns=["user_id", "event_time", "event_name"][: len(events[0])])
    tables = {"customers": pd.DataFrame(users), "events": rows}
    if leads is not None:
        tables["leads"] = pd.DataFrame(leads, columns=["lead_id", "created_date", "status"])
    facts = facts_of(folder, tables, as_of=date(2026, 2, 28))
    query = Query(("pqls",), Grain.MONTH, Period.parse("2026-01"), Period.parse("2026-02"))
    return Engine(load_catalogue(), facts, "kpidesk").compute(query).series["pqls"]


LOGINS = [("u1", "2026-01-05", "login"), ("u2", "2026-02-07", "report")]
"""The rule asks for three features on two days: each used one."""


def test_that_nobody_met_the_rule_is_none_and_not_unknown(tmp_path):
    assert qualified(tmp_path, LOGINS).values[-1].tolist() == [0.0, 0.0]


def test_events_without_names_say_of_nobody_whether_the_rule_was_met(tmp_path):
    series = qualified(tmp_path, [row[:2] for row in LOGINS])
    assert not series.is_computable
    assert "event_name" in str(series.reason)


def test_where_nobody_met_the_rule_leads_that_say_so_count(tmp_path):
    leads = [("l1", "2026-01-09", "PQL"), ("l2", "2026-02-09", "New")]
    assert qualified(tmp_path, LOGINS, leads).values[-1].tolist() == [1.0, 0.0]
