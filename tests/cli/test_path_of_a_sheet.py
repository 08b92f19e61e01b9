"""The month path of a sheet that gives ARPA and customers but no MRR: what nobody touched stays where it is."""

import json
from pathlib import Path

import pytest
from kpidesk.cli.main import main

SHEET = """Month,ARPA,Gross margin,CAC,Customer churn rate,Active customers
2024-11,100,80%,600,5%,1000
2024-12,100,80%,600,5%,1000
"""


def test_halving_churn_moves_neither_arpa_nor_payback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "monthly.csv"
    path.write_text(SHEET, encoding="utf-8")
    assert main(["whatif", str(path), "--set", "customer_churn_rate=x0.5", "--horizon", "12", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert len(report["path"]) == 12
    for month in report["path"]:
        assert month["scenario"]["arpa"] == pytest.approx(100)
        assert month["scenario"]["cac_payback_months"] == pytest.approx(7.5)
        assert month["scenario"]["ltv"] == pytest.approx(3200)
        assert month["baseline"]["ltv"] == pytest.approx(1600)
