"""The tables of cohorts, survival, funnel and bridge as the command line prints them."""

import csv
import io

import pytest
from companies import company

LEDGER = """Customer ID,Plan,Start date,Cancel date,MRR
A,Gold,2024-01-10,,100
B,Basic,2024-01-20,2024-02-20,50
C,Gold,2024-02-01,2024-04-15,80
D,Basic,2024-03-01,,40
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return company(tmp_path_factory.mktemp("small"), subscriptions=LEDGER)


def test_cohorts_by_plan(run, small):
    told = run.json("table", "cohorts", small, "--by", "plan", "--as-of", "2024-04-30")
    whole = next(each for each in told["segments"] if each["segment"] is None)
    assert [(each["start"], each["size"], each["values"]) for each in whole["cohorts"]] == [
        ("2024-01", 2, [2, 1, 1, 1]),
        ("2024-02", 1, [1, 1, 0, None]),
        ("2024-03", 1, [1, 1, None, None]),
    ]
    assert {each["segment"] for each in told["segments"]} == {"Gold", "Basic", None}


def test_the_bridge_of_each_month_closes(run, small):
    told = run.json("table", "bridge", small, "--from", "2024-02", "--as-of", "2024-04-30")
    (whole,) = told["segments"]
    assert [(each["opening"], each["new"], each["churn"], each["closing"]) for each in whole["periods"]] == [
        (150, 80, -50, 180),
        (180, 40, 0, 220),
        (220, 0, -80, 140),
    ]
    assert (whole["total"]["opening"], whole["total"]["closing"]) == (150, 140)


def test_survival_as_csv(run, small):
    run("table", "survival", small, "--as-of", "2024-04-30", "--csv")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    # B is gone in month 1 of 4 at risk, C in month 2 of the two still observed (D was seen for month 1 only)
    assert [(row["month"], float(row["share"]), row["at_risk"]) for row in rows] == [
        ("0", 1.0, "4"),
        ("1", 0.75, "4"),
        ("2", 0.375, "2"),
        ("3", 0.375, "1"),
    ]


def test_what_is_missing_is_said(run, small):
    assert run("table", "funnel", small) == 2
    assert run.err == "kpidesk-cli: Needs leads or deals with a date for each stage, or users with their sign-up.\n"
