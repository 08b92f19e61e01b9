"""Fiscal quarters and years, currencies and rates by the command line, and what the bar of the window says of them."""

from datetime import date

import pytest
from kpidesk.core.formatting import Style
from kpidesk.core.period import Grain, Period
from kpidesk.ui.window.query_words import in_fiscal_year, period_text, spans, with_grain
from kpidesk.workspace.document import ViewQuery

LEDGER = """customer_id,start_date,cancel_date,plan,mrr,currency
a,2024-02-05,,Pro,100,USD
b,2024-03-05,2024-04-20,Pro,50,EUR
c,2024-04-10,,Pro,40,USD
d,2025-01-10,,Pro,30,USD
"""


@pytest.fixture(scope="module")
def firm(tmp_path_factory):
    folder = tmp_path_factory.mktemp("firm")
    (folder / "subscriptions.csv").write_text(LEDGER)
    return folder / "subscriptions.csv"


def by_period(report: dict, kpi: str) -> dict:
    return {row["period"]: row["value"] for row in report["kpis"][kpi]["values"]}


def test_years_from_april(run, firm):
    rules = ("--fiscal-year-start", "4", "--currency", "USD", "--rates", "EUR 1", "--as-of", "2025-02-28")
    report = run.json("compute", firm, "--kpi", "new_customers,churned_mrr", "--grain", "year", *rules)
    assert by_period(report, "new_customers") == {"FY2024": 2, "FY2025": 2}
    assert by_period(report, "churned_mrr") == {"FY2024": 0, "FY2025": -50}
    report = run.json(
        "compute", firm, "--kpi", "mrr", "--grain", "quarter", "--from", "FY2025-Q1", "--to", "2025-01", *rules
    )
    assert by_period(report, "mrr") == {"FY2025 Q1": 140, "FY2025 Q2": 140, "FY2025 Q3": 140, "FY2025 Q4": 170}
    months = run.json("compute", firm, "--kpi", "mrr", "--from", "FY2024", "--to", "FY2024", *rules)
    assert list(by_period(months, "mrr")) == ["2024-02", "2024-03"]
    why = run.json("explain", firm, "--kpi", "mrr", "--from", "FY2025-Q1", "--to", "FY2025-Q4", *rules)
    assert tuple(why["periods"]) == ("FY2025 Q1", "FY2025 Q4")


def test_rates_by_month(run, firm):
    rules = ("--currency", "USD", "--rates", "EUR 1.0, EUR 2024-04 1.2", "--as-of", "2024-04-30")
    report = run.json("compute", firm, "--kpi", "mrr,fx_mrr,churned_mrr", *rules)
    assert by_period(report, "fx_mrr") == {"2024-02": 0, "2024-03": 0, "2024-04": 10}
    assert by_period(report, "churned_mrr")["2024-04"] == -60
    assert by_period(report, "mrr")["2024-03"] == 150


@pytest.mark.parametrize("rule", [("--fiscal-year-start", "13"), ("--rates", "EUR"), ("--currency", "euros")])
def test_rules_that_make_no_sense(run, firm, rule):
    assert run("compute", firm, *rule) == 2
    assert "wanted" in run.err


def test_the_bar_of_the_window_speaks_of_fiscal_quarters():
    (_, first, last), *_ = spans(Grain.QUARTER, date(2026, 5, 20), 4)
    asked = ViewQuery(Grain.QUARTER, first, last)
    assert period_text(asked, Style()) == "Q2 FY2026 – Q1 FY2027"
    kept = ViewQuery(Grain.QUARTER, Period.parse("FY2027 Q1"), Period.parse("FY2027 Q1"))
    assert period_text(in_fiscal_year(kept, 4), Style()) == "Q1 FY2027"
    months = with_grain(kept, Grain.MONTH, 4)
    assert (str(months.first), str(months.last)) == ("2026-04", "2026-06")
    assert with_grain(months, Grain.QUARTER, 4) == kept
