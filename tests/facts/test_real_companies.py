"""Real companies: facts of their files against figures worked out by plain pandas."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from kpidesk.facts.facts import Facts
from kpidesk.schema.model import ColumnType

from tests.facts.companies import Company, bridge, codes, found, frame
from tests.golden import company_ledgers

pytestmark = [pytest.mark.realdata, pytest.mark.filterwarnings("ignore:.*is not supported as a fill value.*")]
KINDS = {
    "new_mrr": "new",
    "reactivation_mrr": "reactivation",
    "expansion_mrr": "expansion",
    "contraction_mrr": "contraction",
    "churned_mrr": "churn",
}


def differences(facts: Facts, figures: company_ledgers.Figures) -> list[str]:
    """Where customers, their coming and going, and MRR with its movements differ from the figures by hand."""
    moves = frame(facts, "moves_month", ())
    wrong = []
    for month, customers in figures["active_customers"].items():
        t = pd.Period(month, "M").year * 12 + pd.Period(month, "M").month - 1
        until, now = moves[moves.t <= t], moves[moves.t == t]
        got = {
            "active_customers": until.kind.isin([1, 2]).sum() - (until.kind == 5).sum(),
            "new_customers": (now.kind == 1).sum(),
            "churned_customers": (now.kind == 5).sum(),
        }
        if facts.priced:
            sums = bridge(facts, month)
            got |= {"mrr": until.delta.sum()} | {name: sums.get(kind, 0.0) for name, kind in KINDS.items()}
        assert customers == figures["active_customers"][month]
        wrong += [
            f"{name} {month}: {value} instead of {figures[name][month]}"
            for name, value in got.items()
            if abs(float(value) - figures[name][month]) > 1e-6 * abs(figures[name][month]) + 0.02
        ]
    return wrong


def by_month(rows: pd.DataFrame) -> dict[str, float]:
    sums = rows.groupby(rows.day.dt.to_period("M")).amount.sum()
    return {str(month): value for month, value in sums.items()}


def test_mini_report(real_data: Path, company: Company) -> None:
    folder = real_data / "real"
    rows = pd.read_csv(folder / "b-minireport" / "subscriptions.csv")
    rows = rows.rename(columns={"user_id": "customer_id", "started_at": "start_date", "canceled_at": "cancel_date"})
    for name in ("start_date", "cancel_date"):
        rows[name] = pd.to_datetime(rows[name], errors="coerce", format="%Y-%m-%d %H:%M:%S")
    company.add_frame("subscriptions", rows.drop(columns="auto_renew"))
    orders = pd.read_csv(folder / "b-minireport" / "orders.csv", parse_dates=["order_date"])
    company.add_frame("orders", orders.rename(columns={"user_id": "customer_id"}))
    users = pd.read_csv(folder / "b-minireport" / "users.csv", parse_dates=["signup_date"])
    company.add_frame("customers", users.rename(columns={"user_id": "customer_id"}))
    facts = company.facts()
    assert not facts.priced
    assert facts.churn_is_visible
    figures = company_ledgers.mini_report(folder)
    assert differences(facts, figures) == []
    assert by_month(frame(facts, "revenue", ())) == pytest.approx(figures["revenue"])
    assert set(facts.attributes) == {"plan", "country", "channel"}
    assert len(frame(facts, "customers", ())) == 6000


def test_tailnet(real_data: Path, company: Company) -> None:
    folder = real_data / "real"
    lines = pd.read_csv(
        folder / "a-subs-dbt-subscriptions" / "subscriptions.csv", parse_dates=["start_date", "end_date"]
    )
    lines = lines.rename(
        columns={
            "plan_id": "plan",
            "billing_cycle": "billing_period",
            "user_count": "quantity",
            "end_date": "cancel_date",
        }
    )
    company.add_frame("subscriptions", lines.drop(columns=["created_at", "updated_at"]))
    dates = ["invoice_date", "due_date", "paid_date", "billing_period_start", "billing_period_end"]
    bills = pd.read_csv(folder / "a-subs-dbt-invoices" / "invoices.csv", parse_dates=dates)
    bills = bills.rename(
        columns={
            "amount": "gross_amount",
            "final_amount": "amount",
            "billing_period_start": "period_start",
            "billing_period_end": "period_end",
        }
    )
    money = {"gross_amount": ColumnType.MONEY}
    company.add_frame("invoices", bills.drop(columns=["discount_amount", "created_at"]), types=money)
    customers = pd.read_csv(folder / "a-subs-dbt-customers" / "customers.csv", parse_dates=["created_at"])
    company.add_frame("customers", customers.rename(columns={"created_at": "signup_date"}).drop(columns="is_active"))
    facts = company.facts()
    assert facts.priced
    figures = company_ledgers.tailnet(folder)
    assert differences(facts, figures) == []
    assert by_month(frame(facts, "revenue", ())) == pytest.approx(figures["revenue"])


def test_personio(real_data: Path, company: Company) -> None:
    folder = real_data / "real"
    rows = pd.read_csv(folder / "a-personio-customers" / "customer - customer.csv")
    rows = rows.rename(
        columns={
            "Company_ID": "customer_id",
            "Initial_MRR": "mrr",
            "Activation_Date": "signup_date",
            "Churn_Date": "cancel_date",
            "Industry": "industry",
            "Region": "region",
        }
    )
    for name in ("signup_date", "cancel_date"):
        rows[name] = pd.to_datetime(rows[name], format="%d/%m/%Y")
    company.add_frame("customers", rows[["customer_id", "mrr", "signup_date", "cancel_date", "industry", "region"]])
    log = pd.read_csv(folder / "a-personio-mrr" / "mrr new - mrrnew.csv")
    log.columns = pd.Index(["start_date", "customer_id", "movement_type", "mrr_change", "plan"])
    log["start_date"] = pd.to_datetime(log.start_date, format="%d/%m/%Y")
    log["customer_id"] = log.customer_id.astype("Int64")
    company.add_frame("subscriptions", log)
    facts = company.facts()
    wrong = differences(facts, company_ledgers.personio(folder))
    assert not wrong, "\n".join(wrong)
    assert codes(facts) == {"no_customer", "latest_plan"}
    assert found(facts, "no_customer") == 1
    assert facts.as_of is not None
    assert str(facts.as_of) == "2023-06-30"


def test_telco_is_a_snapshot(real_data: Path, company: Company) -> None:
    rows = pd.read_csv(real_data / "real" / "a-telco-csv" / "WA_Fn-UseC_-Telco-Customer-Churn.csv")
    rows = rows.rename(
        columns={
            "customerID": "customer_id",
            "tenure": "tenure_months",
            "Contract": "contract",
            "MonthlyCharges": "mrr",
            "Churn": "churn_flag",
        }
    )
    rows["churn_flag"] = rows.churn_flag == "Yes"
    company.add_frame("customers", rows[["customer_id", "tenure_months", "contract", "mrr", "churn_flag"]])
    facts = company.facts()
    assert facts.is_snapshot
    assert facts.as_of is None
    customers = frame(facts, "customers")
    assert len(customers) == 7043
    assert int(customers.churn_flag.sum()) == 1869
    assert customers.tenure_months.sum() == 227_990
    assert np.round(customers[~customers.churn_flag.astype(bool)].mrr.sum(), 2) == 316_985.75
    assert facts.attributes["contract"] == ("Month-to-month", "Two year", "One year")
