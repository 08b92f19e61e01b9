"""The shapes that the command line prints."""

import json
from datetime import date

import pytest
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.metrics.report import compute_report

from tests.metrics.fake_facts import ledger


def report(**asked):
    rows = [("a", "2024-01-05", None, 100), ("b", "2024-01-10", "2024-02-10", 50)]
    facts = ledger(rows, {"a": "Pro", "b": "Basic"}, as_of=date(2024, 3, 12))
    frame = Engine(load_catalogue(), facts).compute(Query(**asked))
    return json.loads(json.dumps(compute_report(frame, load_catalogue())))


def test_values_carry_period_segment_n_interval_and_incompleteness():
    found = report(metrics=("mrr", "customer_churn_rate"))
    assert (found["grain"], found["currency"], found["as_of"], found["profile"]) == (
        "month",
        "USD",
        "2024-03-12",
        "kpidesk",
    )
    mrr = found["kpis"]["mrr"]
    assert (mrr["unit"], mrr["status"]) == ("money", "ok")
    first = {
        "period": "2024-01",
        "segment": None,
        "value": 150.0,
        "n": 2,
        "low": None,
        "high": None,
        "incomplete": False,
    }
    assert mrr["values"][0] == first
    assert mrr["values"][-1]["incomplete"] is True
    churn = found["kpis"]["customer_churn_rate"]["values"]
    assert churn[0]["value"] is None
    assert churn[0]["reason"]
    assert churn[1]["value"] == pytest.approx(0.5)
    assert churn[1]["low"] < 0.5 < churn[1]["high"]


def test_what_cannot_be_computed_says_why_and_what_is_missing():
    aov = report(metrics=("aov",))["kpis"]["aov"]
    assert aov["status"] == "not_computable"
    assert aov["reason"]
    assert aov["missing"] == ["orders.order_date", "orders.amount", "orders.order_id"]
    assert aov["values"] == []


def test_a_split_names_its_segments_and_the_total_is_null():
    values = report(metrics=("mrr",), by="plan")["kpis"]["mrr"]["values"]
    assert {each["segment"] for each in values} == {"Pro", "Basic", None}


def test_the_lengths_of_the_calendar_are_no_kpis():
    assert "period_days" not in report()["kpis"]
