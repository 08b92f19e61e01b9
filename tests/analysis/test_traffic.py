"""Pages whose bounce rates are known, the worst first."""

from datetime import date

import pandas as pd
import pytest
from kpidesk.analysis.traffic import traffic_splits, traffic_study
from kpidesk.core.errors import UserError
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.metrics.real_facts import facts_of


def traffic():
    """Two months of four pages: /a loses 60 of 100, /b 840 engaged of 1,000, /c all of its ten, /d is never seen."""
    rows = []
    for month in (1, 2):
        for page, sessions, engaged in (("/a", 100, 40), ("/b", 1000, 840), ("/c", 5, 0), ("/d", 0, 0)):
            rows.append((date(2025, month, 3), page, sessions, engaged, sessions * 2))
    table = pd.DataFrame(rows, columns=["date", "page", "sessions", "engaged_sessions", "pageviews"])
    return table.assign(date=pd.to_datetime(table["date"]))


@pytest.fixture
def engine(tmp_path):
    return Engine(load_catalogue(), facts_of(tmp_path, {"web_traffic": traffic()}, as_of=date(2025, 2, 28)))


def test_worst_bounce_first_and_few_sessions_last(engine):
    assert traffic_splits(engine) == ("page",)
    found = traffic_study(engine, engine.compute, Query(by="page"))
    assert [row.name for row in found.rows] == ["/a", "/b", "/c", None]
    worst, best, few, total = found.rows
    assert worst.bounce.value == pytest.approx(0.6)
    assert best.bounce.value == pytest.approx(0.16)  # GA4: 840 engaged of 1,000
    assert worst.bounce.low < 0.6 < worst.bounce.high
    assert few.bounce.value == 1
    assert total.bounce.value == pytest.approx((120 + 320 + 10) / 2210)
    assert sum(row.share for row in found.rows[:-1]) == pytest.approx(1)
    assert worst.values["pages_per_session"] == 2


def test_sign_ups_before_visits_were_counted_are_not_divided_by_later_visits(tmp_path):
    """8 persons sign up in January, 2 in February and 2 in March; 100 sessions in each of the last two: 4 of 200.

    Half of all are of either channel.
    """
    days = [date(2025, 1, 10)] * 8 + [date(2025, 2, 10)] * 2 + [date(2025, 3, 10)] * 2
    people = pd.DataFrame({"customer_id": [str(at) for at in range(12)], "signup_date": pd.to_datetime(days)})
    visits = pd.DataFrame({"date": pd.to_datetime(["2025-02-03", "2025-03-03"] * 2), "sessions": [50] * 4})
    visits["channel"] = ["ads", "ads", "mail", "mail"]
    tables = {"customers": people.assign(channel=["ads", "mail"] * 6), "web_traffic": visits}
    engine = Engine(load_catalogue(), facts_of(tmp_path, tables, as_of=date(2025, 3, 31)))
    found = traffic_study(engine, engine.compute, Query(by="channel"))
    assert [row.values["visit_to_signup_rate"] for row in found.rows] == pytest.approx([0.02, 0.02, 0.02])


def test_the_chart_has_no_page_that_was_never_seen(engine):
    found = traffic_study(engine, engine.compute, Query(by="page"))
    assert found.parts.segments == ("/a", "/b", "/c", None)


def test_no_visits(tmp_path):
    spend = pd.DataFrame({"date": pd.to_datetime(["2025-01-02", "2025-02-02"]), "cost": [1.0, 2.0]})
    engine = Engine(load_catalogue(), facts_of(tmp_path, {"spend": spend}))
    with pytest.raises(UserError):
        traffic_study(engine, engine.compute, Query())
