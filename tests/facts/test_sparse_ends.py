"""In a ledger of three rows the ends months after the last start are known, not planned."""

import json
from pathlib import Path

import pytest
from kpidesk.cli.main import main

SHEET = """subscription_id,customer_id,mrr,start_date,cancel_date
1,a,100,2024-01-01,
2,b,50,2024-01-10,2024-03-15
3,c,50,2024-01-10,2024-06-15
"""


def test_ends_of_a_small_ledger_are_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "subscriptions.csv"
    path.write_text(SHEET, encoding="utf-8")
    assert main(["compute", str(path), "--kpi", "mrr,churned_customers", "--json"]) == 0
    kpis = json.loads(capsys.readouterr().out)["kpis"]
    assert [row["value"] for row in kpis["mrr"]["values"]] == [200, 200, 150, 150, 150, 100]
    assert [row["value"] for row in kpis["churned_customers"]["values"]] == [0, 0, 1, 0, 0, 1]


def test_growth_without_known_joiners_is_no_negative_churn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "monthly.csv"
    path.write_text("month,active_customers\n2024-01,100\n2024-02,110\n2024-03,120\n", encoding="utf-8")
    assert main(["compute", str(path), "--kpi", "churned_customers,customer_churn_rate", "--json"]) in (0, 1)
    kpis = json.loads(capsys.readouterr().out)["kpis"]
    assert [row["value"] for kpi in kpis.values() for row in kpi["values"]] == [None] * 6
