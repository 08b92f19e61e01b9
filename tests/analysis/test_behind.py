"""From an explanation to rows: they add up to what they explain, and each says where it stands."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from kpidesk.analysis.behind import customer_of, rows_of_segment, rows_report
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.customer_moves import CustomerMove, rows_of_moves
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.analysis.test_why import subscriptions
from tests.metrics.real_facts import facts_of

MRR, NPS = MetricName("mrr"), MetricName("nps")
ENDS = Period.parse("2025-11"), Period.parse("2025-12")


@pytest.fixture
def engine(tmp_path):
    tables = {"subscriptions": subscriptions()}
    return Engine(load_catalogue(), facts_of(tmp_path, tables, as_of=date(2025, 12, 31)))


def test_rows_of_a_customer_are_his_movements_with_their_place(engine):
    # C0-1 is of Business, the second row of the sheet, and leaves in December
    rows = rows_of_moves(engine.facts, Query(), ENDS, "C0-1")
    assert rows.total == 1
    found = rows_report(rows, "C0-1", ["subscriptions.csv"])["rows"]
    assert [(each["kind"], each["opening"], each["closing"], each["counted"]) for each in found] == [
        ("churn", 100.0, 0.0, -100.0)
    ]
    assert found[0]["where"] == "subscriptions.csv › 2"


def test_going_back_in_time_turns_the_sign(engine):
    back = rows_of_moves(engine.facts, Query(), ENDS[::-1], "C0-1")
    assert [row[-1] for row in back.rows] == [100.0]


@pytest.mark.parametrize("segment", ["Team", "Business"])
@pytest.mark.parametrize("first", ["2025-03", "2025-11"])
def test_rows_of_a_segment_add_up_to_its_change(engine, segment, first):
    ends = (Period.parse(first), ENDS[1])
    frame = engine.compute(Query((MRR,), by="plan"))
    values = frame.series[MRR].values[frame.segments.index(segment)]
    change = values[frame.column(ends[1])] - values[frame.column(ends[0])]
    rows = rows_of_segment(engine, Query(), MRR, ends, "plan", segment)
    assert rows.total == len(rows.rows)
    assert sum(row[-1] for row in rows.rows) == pytest.approx(change)


def test_quarters_are_told_by_the_movements_of_their_months(engine):
    quarters = Period.parse("2025-Q3"), Period.parse("2025-Q4")
    rows = rows_of_moves(engine.facts, replace(Query(), grain=quarters[0].grain), quarters)
    assert sum(row[-1] for row in rows.rows) == pytest.approx(3000 - 400)


def test_nobody_of_that_name_has_no_rows(engine):
    assert rows_of_moves(engine.facts, Query(), ENDS, "somebody else").total == 0


def test_customers_are_known_by_their_names_too():
    known = [CustomerMove("C-1", 5.0, "Umber Tools")]
    assert customer_of(known, "Umber Tools") == customer_of(known, "C-1") == "C-1"
    assert customer_of(known, "C-9") == "C-9"


def test_what_no_row_brought_about_has_no_place(engine):
    rows = rows_of_moves(engine.facts, Query(), ENDS)
    place = rows.columns.index("src")
    lost = replace(rows, rows=tuple((*row[:place], np.nan, *row[place + 1 :]) for row in rows.rows[:1]))
    assert rows_report(lost, "all", ["subscriptions.csv"])["rows"][0]["where"] is None


def test_a_filter_that_does_not_tell_the_movements_is_said(tmp_path):
    days = [pd.Timestamp("2025-11-03"), pd.Timestamp("2025-12-01")]
    spend = pd.DataFrame({"date": days, "channel": ["Search", "Fairs"], "amount": [500.0, 90.0]})
    facts = facts_of(tmp_path, {"subscriptions": subscriptions(), "spend": spend}, as_of=date(2025, 12, 31))
    assert "channel" in facts.attributes
    with pytest.raises(UserError):
        rows_of_moves(facts, Query(filters=(Filter("channel", ("Search",)),)), ENDS)
