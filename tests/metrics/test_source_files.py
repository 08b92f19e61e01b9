"""A figure names every file that went into it."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of

CUSTOMERS = pd.DataFrame(
    {
        "customer_id": ["u", "v"],
        "signup_date": ["2026-01-02", "2026-01-05"],
        "channel": ["Referral", "Search"],
    }
)
EVENTS = pd.DataFrame(
    {
        "user_id": ["u", "u", "v"],
        "event_time": ["2026-01-02 10:00:00", "2026-01-03 10:00:00", "2026-02-20 09:00:00"],
        "event_name": ["signup", "report", "report"],
    }
)
SUBSCRIPTIONS = pd.DataFrame(
    {
        "customer_id": ["u", "v"],
        "start_date": ["2026-01-10", "2026-01-12"],
        "cancel_date": [None, None],
        "mrr": [10.0, 20.0],
    }
)
SPEND = pd.DataFrame({"date": ["2026-01-05"], "channel": ["Search"], "cost": [50.0]})


def files(folder, kpi, **tables):
    facts = facts_of(folder, tables, as_of=date(2026, 2, 28))
    query = Query((kpi,), Grain.MONTH, Period.parse("2026-01"), Period.parse("2026-02"))
    frame = Engine(load_catalogue(), facts, "kpidesk").compute(query)
    assert frame.series[kpi].is_computable, frame.series[kpi].reason
    return set(frame.sources[kpi])


@pytest.mark.parametrize("kpi", ["activated_signups", "activation_rate", "pql_signups"])
def test_what_became_of_sign_ups_is_of_customers_and_events(tmp_path, kpi):
    assert files(tmp_path, kpi, customers=CUSTOMERS, events=EVENTS) == {"customers.csv", "events.csv"}


def test_sign_ups_that_customers_date_are_theirs_alone(tmp_path):
    assert files(tmp_path, "signups", customers=CUSTOMERS, events=EVENTS) == {"customers.csv"}


def test_sign_ups_that_events_tell_are_not_those_of_subscriptions(tmp_path):
    assert files(tmp_path, "signups", subscriptions=SUBSCRIPTIONS, events=EVENTS) == {"events.csv"}


def test_a_channel_that_customers_tell_of_movements_is_named_with_them(tmp_path):
    found = files(tmp_path, "referred_customers", customers=CUSTOMERS, subscriptions=SUBSCRIPTIONS)
    assert found == {"customers.csv", "subscriptions.csv"}
    assert files(tmp_path / "b", "new_customers", customers=CUSTOMERS, subscriptions=SUBSCRIPTIONS) == {
        "subscriptions.csv"
    }


def test_paid_channels_are_told_by_the_spend(tmp_path):
    found = files(
        tmp_path, "paid_channel_recurring_revenue", customers=CUSTOMERS, subscriptions=SUBSCRIPTIONS, spend=SPEND
    )
    assert found == {"customers.csv", "subscriptions.csv", "spend.csv"}


def test_a_choice_that_was_not_needed_is_not_named(tmp_path):
    """Revenue is that of invoices; where there are none yet, or none at all, it is that of subscriptions."""
    whole = pd.DataFrame({"invoice_date": ["2026-01-10", "2026-02-10"], "amount": [10.0, 20.0]})
    others = {"subscriptions": SUBSCRIPTIONS, "events": EVENTS}
    users = files(tmp_path / "users", "users", **others)
    assert users == {"events.csv"}
    assert files(tmp_path / "a", "arpu", invoices=whole, **others) == {"invoices.csv", "events.csv"}
    assert files(tmp_path / "b", "arpu", **others) == {"subscriptions.csv", "events.csv"}
    late = files(tmp_path / "c", "arpu", invoices=whole[1:], **others)
    assert late == {"invoices.csv", "subscriptions.csv", "events.csv"}
