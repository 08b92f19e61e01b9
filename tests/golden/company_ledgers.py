"""The figures of the real companies, worked out from their files by plain pandas and nothing of the product."""

from pathlib import Path

import pandas as pd

FAR = pd.Timestamp("2200-01-01")
Figures = dict[str, dict[str, float]]
"""KPI -> month (2024-05) -> value."""


def months(first: str, last: str) -> pd.PeriodIndex:
    return pd.period_range(first, last, freq="M")


def present(rows: pd.DataFrame, month: pd.Period) -> pd.DataFrame:
    """Rows that run at the end of the month's last day: begun, and not ended on or before it."""
    last = month.end_time.normalize()
    return rows[(rows.start <= last) & (rows.end.isna() | (rows.end > last))]


def bridged(rows: pd.DataFrame) -> pd.DataFrame:
    """Who comes back within a month of the day they were paid to never left: the old line lasts until the new one."""
    rows = rows.sort_values(["customer", "start"]).copy()
    ends = rows.end.copy()
    paid_to: dict[object, pd.Timestamp] = {}
    for (customer, start), group in rows.groupby(["customer", "start"], sort=False):
        until = paid_to.get(customer)
        if until is not None and until < start < until + pd.DateOffset(months=1):
            ends[(rows.customer == customer) & (rows.end == until)] = start
        last = group.end.fillna(FAR).max()
        paid_to[customer] = last if until is None else max(last, until)
    rows["end"] = ends
    return rows


def ledger(rows: pd.DataFrame, first: str, last: str) -> Figures:
    """Customers, churn and, where there are prices, MRR with its movements; rows: customer, start, end, mrr."""
    figures: Figures = {}
    rows = bridged(rows)
    priced = "mrr" in rows
    before: pd.Series = pd.Series(dtype=float)
    known: set[object] = set()
    for month in months(first, last):
        rest = present(rows, month)
        now = rest.groupby("customer").mrr.sum().round(2) if priced else rest.groupby("customer").size().astype(float)
        now = now[now > 0]
        both = before.index.intersection(now.index)
        gained, lost = now.index.difference(before.index), before.index.difference(now.index)
        back = [customer for customer in gained if customer in known]
        fresh = [customer for customer in gained if customer not in known]
        change = now[both] - before[both]
        values: dict[str, float] = {
            "active_customers": len(now),
            "new_customers": len(fresh),
            "churned_customers": len(lost),
        }
        if len(before):
            values["customer_churn_rate"] = len(lost) / len(before)
        if priced:
            values |= {
                "mrr": now.sum(),
                "new_mrr": now[fresh].sum(),
                "reactivation_mrr": now[back].sum(),
                "expansion_mrr": change[change > 0].sum(),
                "contraction_mrr": change[change < 0].sum(),
                "churned_mrr": -before[lost].sum(),
            }
        for name, value in values.items():
            figures.setdefault(name, {})[str(month)] = float(value)
        known |= set(now.index)
        before = now
    return figures


def by_month(days: pd.Series, values: pd.Series) -> dict[str, float]:
    sums = values.groupby(days.dt.to_period("M")).sum()
    return {str(month): float(value) for month, value in sums.items()}


def mini_report(real: Path) -> Figures:
    """Romanian exercise: subscriptions without prices, orders with three statuses, spend by day."""
    rows = pd.read_csv(real / "b-minireport" / "subscriptions.csv")
    rows = rows.rename(columns={"user_id": "customer", "started_at": "start", "canceled_at": "end"})
    rows["start"] = pd.to_datetime(rows.start).dt.normalize()
    rows["end"] = pd.to_datetime(
        rows.end, errors="coerce", format="%Y-%m-%d %H:%M:%S"
    ).dt.normalize()  # "inca nu" means: not yet
    figures = ledger(rows, "2024-01", "2025-10")
    orders = pd.read_csv(real / "b-minireport" / "orders.csv", parse_dates=["order_date"])
    paid = orders[orders.status == "paid"]
    figures["revenue"] = by_month(paid.order_date, paid.amount)
    count = by_month(paid.order_date, paid.amount * 0 + 1)
    figures["aov"] = {month: value / count[month] for month, value in figures["revenue"].items()}
    spend = pd.read_csv(real / "c-minireport" / "marketing_spend.csv", parse_dates=["day"])
    figures["ad_spend"] = by_month(spend.day, spend.spend)
    gained = figures["new_customers"]
    figures["cac"] = {m: figures["ad_spend"][m] / gained[m] for m in gained if gained[m] and m in figures["ad_spend"]}
    return figures


def tailnet(real: Path) -> Figures:
    """Subscriptions carry no price: invoices do, for 30 days or a year, net of their discount."""
    lines = pd.read_csv(real / "a-subs-dbt-subscriptions" / "subscriptions.csv", parse_dates=["end_date"])
    bills = pd.read_csv(
        real / "a-subs-dbt-invoices" / "invoices.csv",
        parse_dates=["billing_period_start", "billing_period_end", "invoice_date"],
    )
    bills = bills.merge(lines[["subscription_id", "end_date"]], on="subscription_id", how="left")
    days = (bills.billing_period_end - bills.billing_period_start).dt.days + 1
    bills["mrr"] = bills.final_amount / days.map({30: 1, 365: 12})
    bills["end"] = bills.billing_period_end + pd.Timedelta(days=1)  # periods name their last day
    bills["end"] = bills.end.where(bills.end_date.isna() | (bills.end_date > bills.end), bills.end_date)
    bills = bills.rename(columns={"customer_id": "customer", "billing_period_start": "start"})
    figures = ledger(bills[bills.start < bills.end], "2024-01", "2024-11")
    figures["revenue"] = by_month(bills.invoice_date, bills.final_amount)
    return figures


def personio(real: Path) -> Figures:
    """Customers with their first MRR, then a sheet of upgrades and downgrades without signs."""
    rows = pd.read_csv(real / "a-personio-customers" / "customer - customer.csv")
    rows["start"] = pd.to_datetime(rows.Activation_Date, dayfirst=True)
    rows["end"] = pd.to_datetime(rows.Churn_Date, dayfirst=True)
    rows = rows.rename(columns={"Company_ID": "customer", "Initial_MRR": "mrr"})[["customer", "start", "end", "mrr"]]
    moves = pd.read_csv(real / "a-personio-mrr" / "mrr new - mrrnew.csv").dropna(subset="Company_ID")
    moves["start"] = pd.to_datetime(moves.Movement_Date, dayfirst=True)
    moves["mrr"] = moves.Movement_Amount * moves.Movement_Type.map({"Upgrade": 1, "Downgrade": -1})
    moves = moves.merge(rows[["customer", "end"]], left_on="Company_ID", right_on="customer")
    figures = ledger(pd.concat([rows, moves[["customer", "start", "end", "mrr"]]]), "2023-01", "2023-06")
    answers = pd.read_csv(real / "f-nps-personio" / "nps.csv")
    day = pd.to_datetime(answers.Data_Received, dayfirst=True).dt.to_period("M")
    zone = answers.NPS_Score.ge(9).astype(int) - answers.NPS_Score.le(6).astype(int)
    figures["nps"] = {str(month): float(value) * 100 for month, value in zone.groupby(day).mean().items()}
    return figures


def saas_dashboard(real: Path) -> Figures:
    """Raw sheets among pivots and joined copies; free plans are no customers, failed charges no revenue."""
    path = real / "a-saas-dashboard" / "SaaS Dashboard.xlsx"
    sheets = pd.read_excel(path, sheet_name=["Subscription", "Charge"], engine="calamine")
    rows = sheets["Subscription"].iloc[:, :7]
    rows.columns = pd.Index(["id", "customer", "plan", "mrr", "start", "status", "end"])
    rows["start"], rows["end"] = pd.to_datetime(rows.start), pd.to_datetime(rows.end)
    figures = ledger(rows[rows.mrr > 0], "2024-01", "2024-08")
    charges = sheets["Charge"]
    paid = charges[charges.Status == "Paid"]
    figures["revenue"] = by_month(pd.to_datetime(paid["Charge Date"]), paid.Amount)
    return figures


def stripe_payments(real: Path) -> Figures:
    """Payments in three currencies, each with its amount in baht beside it."""
    rows = pd.read_csv(real / "a-stripe-payments" / "payments.csv", sep=";", parse_dates=["Created date (UTC)"])
    return {"revenue": by_month(rows["Created date (UTC)"], rows["Converted Amount"])}
