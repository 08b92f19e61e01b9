"""Real companies, imported together without a hand on them: the product's figures against pandas by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from kpidesk.cli.main import main
from tests.golden import company_ledgers

pytestmark = pytest.mark.realdata

COMPANIES: dict[str, tuple[Callable[[Path], company_ledgers.Figures], tuple[str, ...]]] = {
    "mini report": (company_ledgers.mini_report, ("b-minireport", "c-minireport", "h-events")),
    "tailnet": (
        company_ledgers.tailnet,
        ("a-subs-dbt-customers", "a-subs-dbt-invoices", "a-subs-dbt-payments", "a-subs-dbt-subscriptions",
         "a-subs-dbt-usage"),
    ),
    "personio": (company_ledgers.personio, ("a-personio-customers", "a-personio-mrr", "f-nps-personio")),
    "saas dashboard": (company_ledgers.saas_dashboard, ("a-saas-dashboard",)),
    "stripe payments": (company_ledgers.stripe_payments, ("a-stripe-payments",)),
}  # fmt: skip


def computed(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    status = main(["compute", *words, "--json"])
    captured = capsys.readouterr()
    assert status in (0, 1), captured.err
    return json.loads(captured.out)


@pytest.mark.parametrize("company", COMPANIES)
def test_figures_equal_those_by_hand(company: str, real_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_hand, folders = COMPANIES[company]
    expected = by_hand(real_data / "real")
    files = [str(real_data / "real" / folder) for folder in folders]
    report = computed(capsys, *files, "--kpi", ",".join(expected))
    wrong = []
    for name, values in expected.items():
        kpi = report["kpis"][name]
        got = {row["period"]: row["value"] for row in kpi["values"]}
        if kpi["status"] != "ok":
            wrong.append(f"{name}: {kpi.get('reason')}")
            continue
        for month, value in values.items():
            have = got.get(month)
            if have is None and value == 0:
                continue
            if have is None or abs(have - value) > 1e-6 * max(1.0, abs(value)) + (0.02 if "mrr" in name else 1e-9):
                wrong.append(f"{name} {month}: {have} instead of {value}")
    assert not wrong, "\n".join(wrong[:40])


def test_snapshot_without_dates(real_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """7,043 customers, 1,869 of whom left; 227,990 months of exposure; charges of those who stay."""
    report = computed(
        capsys,
        str(real_data / "real" / "a-telco-csv"),
        "--kpi",
        "churned_share,customer_churn_rate,mrr,active_customers",
    )
    rows = {name: kpi["values"] for name, kpi in report["kpis"].items()}
    assert [row["period"] for row in rows["churned_share"]] == ["snapshot"]
    assert rows["churned_share"][0]["value"] == pytest.approx(1869 / 7043)
    assert rows["churned_share"][0]["n"] == 7043
    assert rows["customer_churn_rate"][0]["value"] == pytest.approx(1869 / 227990)
    assert rows["active_customers"][0]["value"] == 5174
    assert rows["mrr"][0]["value"] == pytest.approx(316985.75, abs=0.01)
