"""MRR, its movements, churn and retention: ledgers of a few customers, answered as their sources print it."""

from collections.abc import Iterable
from datetime import date

from kpidesk.session.selfchecks.case import Case, Files

Row = tuple[object, ...]

_HEADER = "customer_id,plan,start_date,cancel_date,amount,billing_period\n"
_FEBRUARY = date(2024, 2, 29)


def ledger(rows: Iterable[Row]) -> Files:
    """A sheet of subscriptions: customer, plan, start, cancel or "", amount, billing period."""
    return {"subscriptions.csv": _HEADER + "".join(",".join(map(str, row)) + "\n" for row in rows)}


def monthly(customers: range, start: str, amount: object, cancel: str = "") -> list[Row]:
    """As many customers on one monthly price."""
    return [(f"C{number:04}", "Pro", start, cancel, amount, "monthly") for number in customers]


FIVE_AND_TWO = ledger([*monthly(range(5), "2024-01-10", 5), *monthly(range(5, 7), "2024-02-10", 30)])
GOLD_AND_SILVER: Files = {
    "subscriptions.csv": "customer_id,plan,start_date,cancel_date,quantity,unit_price,billing_period\n"
    "A,Gold,2024-01-05,,4,500,yearly\nA,Silver,2024-02-05,2024-03-05,2,30,monthly\n"
}
UPGRADE = ledger(
    [("A", "Basic", "2024-03-01", "2024-04-16", 100, "monthly"), ("A", "Pro", "2024-04-16", "", 250, "monthly")]
)
PRORATED: Files = {
    "invoices.csv": "invoice_id,customer_id,invoice_date,period_start,period_end,amount\n"
    "I1,A,2024-03-01,2024-03-01,2024-04-01,100\nI2,A,2024-04-01,2024-04-01,2024-05-01,100\n"
    "I3,A,2024-04-16,2024-04-16,2024-05-01,-50\nI4,A,2024-04-16,2024-04-16,2024-05-01,125\n"
    "I5,A,2024-05-01,2024-05-01,2024-06-01,250\n"
}
INTERVALS = ledger(
    [("A", "P", "2024-01-01", "", 10, "daily"), ("B", "P", "2024-01-01", "", 20, "weekly"),
     ("C", "P", "2024-01-01", "", 30, "monthly"), ("D", "P", "2024-01-01", "", 120, "yearly")]
)  # fmt: skip
FIRST_MONTH_OFF: Files = {
    "subscriptions.csv": "customer_id,plan,start_date,cancel_date,amount,billing_period,discount,discount_duration\n"
    + "".join(f"C{number:04},Pro,2024-01-10,,15,monthly,14,once\n" for number in range(77))
}
LEAVERS = ledger(
    [*monthly(range(90), "2024-01-01", 10), *monthly(range(90, 100), "2024-01-01", 10, "2024-02-20"),
     *monthly(range(100, 119), "2024-02-05", 10), *monthly(range(119, 120), "2024-02-05", 10, "2024-02-25"),
     *monthly(range(120, 121), "2024-03-05", 10)]
)  # fmt: skip
GROSS = ledger(
    [("A", "P", "2024-01-01", "2024-02-10", 10, "monthly"), ("B", "P", "2024-01-01", "2024-02-10", 20, "monthly"),
     ("B", "P", "2024-02-10", "", 10, "monthly"), ("C", "P", "2024-01-01", "", 70, "monthly")]
)  # fmt: skip
QUICK = ledger(
    [("A", "P", "2024-02-05", "", 20, "monthly"), ("B", "P", "2024-01-05", "2024-02-05", 10, "monthly"),
     ("B", "Q", "2024-02-05", "", 18, "monthly"), ("C", "P", "2024-01-05", "2024-02-05", 10, "monthly"),
     ("C", "Q", "2024-02-05", "", 7, "monthly"), ("D", "P", "2024-01-05", "2024-02-05", 5, "monthly"),
     ("E", "P", "2024-01-05", "", 40, "monthly")]
)  # fmt: skip
THREE_OF_TWENTY = ledger(
    [("A", "P", "2024-01-01", "2024-02-10", 16, "monthly"), ("B", "P", "2024-01-01", "2024-02-10", 20, "monthly"),
     ("C", "P", "2024-01-01", "2024-02-10", 20, "monthly"), *monthly(range(17), "2024-01-01", 32)]
)  # fmt: skip
SURVIVORS = ledger(
    (f"C{month:02}{number}", "Pro", f"2024-{month:02}-10", "", 20, "monthly")
    for month in range(1, 13)
    for number in "ab"
)
SEED = ledger(
    [
        *monthly(range(3), "2024-01-05", 100),
        *monthly(range(3, 4), "2024-01-05", 200),
        ("Y", "Pro", "2024-01-05", "", 960, "yearly"),
    ]
)
RETAINED = ledger([*monthly(range(170), "2024-01-01", 10), *monthly(range(170, 200), "2024-01-01", 10, "2024-02-15")])
NEGATIVE_CHURN = ledger(
    [("A", "P", "2024-01-01", "2024-02-10", 5, "monthly"), ("B", "P", "2024-01-01", "2024-02-10", 95, "monthly"),
     ("B", "Q", "2024-02-10", "", 110, "monthly")]
)  # fmt: skip


def _price(amount: object, period: str) -> Files:
    return ledger([("A", "Pro", "2024-01-05", "", amount, period), ("B", "Free", "2024-01-05", "", 0, "monthly")])


CASES: tuple[Case, ...] = (
    Case("acceptance-1", "ChartMogul help 203299812", (25.0, 85.0),
         lambda b: (b.value(FIVE_AND_TWO, "mrr", "2024-01", _FEBRUARY),
                    b.value(FIVE_AND_TWO, "mrr", "2024-02", _FEBRUARY))),
    Case("acceptance-2", "ChartMogul help 201244842", 166.67,
         lambda b: b.value(GOLD_AND_SILVER, "new_mrr", "2024-01", date(2024, 3, 31)), 0.005),
    Case("acceptance-3", "ChartMogul help 201244842", (60.0, 0.0),
         lambda b: b.values(GOLD_AND_SILVER, "2024-02", "expansion_mrr", "new_mrr", as_of=date(2024, 3, 31))),
    Case("acceptance-4", "ChartMogul help 201244842", (-60.0, 0.0),
         lambda b: b.values(GOLD_AND_SILVER, "2024-03", "contraction_mrr", "churned_mrr", as_of=date(2024, 3, 31))),
    Case("acceptance-6", "ChartMogul help 360012519560", (250.0, 150.0),
         lambda b: b.values(UPGRADE, "2024-04", "mrr", "expansion_mrr", as_of=date(2024, 4, 30))),
    Case("acceptance-6-prorated", "ChartMogul help 360012519560", 250.0,
         lambda b: b.value(PRORATED, "mrr", "2024-04", date(2024, 5, 31))),
    Case("acceptance-7", "ChartMogul developer page on proration", 30.0,
         lambda b: b.value(_price(90, "3 months"), "mrr", "2024-01", _FEBRUARY)),
    Case("acceptance-8", "Stripe, billing analytics", 100.0,
         lambda b: b.value(_price(1200, "yearly"), "mrr", "2024-01", _FEBRUARY)),
    Case("acceptance-11", "Kaching 12281658", 304.37 + 86.90 + 30 + 10,
         lambda b: b.under_profile(INTERVALS, "kaching", "mrr", "2024-01", _FEBRUARY), 0.01),
    Case("acceptance-11-paddle", "Paddle Billing (derived)", 300 + 86.60 + 30 + 10,
         lambda b: b.under_profile(INTERVALS, "paddle", "mrr", "2024-01", _FEBRUARY), 0.005),
    Case("acceptance-13", "derived", 100.0,
         lambda b: b.value(_price(2400, "24 months"), "mrr", "2024-01", _FEBRUARY)),
    Case("acceptance-14", "polarsource/polar#8222", 1155.0,
         lambda b: b.value(FIRST_MONTH_OFF, "mrr", "2024-01", _FEBRUARY)),
    Case("acceptance-14-in", "polarsource/polar#8222", 77.0,
         lambda b: b.under_profile(FIRST_MONTH_OFF, "profitwell", "mrr", "2024-01", date(2024, 1, 31))),
    Case("acceptance-15", "ChartMogul help 203359321", 0.10,
         lambda b: b.value(LEAVERS, "customer_churn_rate", "2024-02")),
    Case("acceptance-15-stripe", "support.stripe.com (derived)", 0.0917,
         lambda b: b.under_profile(LEAVERS, "stripe", "customer_churn_rate", "2024-02", _FEBRUARY), 0.00005),
    Case("acceptance-15-baremetrics", "derived", 0.11,
         lambda b: b.under_profile(LEAVERS, "baremetrics", "customer_churn_rate", "2024-02", _FEBRUARY)),
    Case("acceptance-16", "ChartMogul help 203359341", (0.20, 0.80),
         lambda b: b.values(GROSS, "2024-02", "revenue_churn_rate", "grr", as_of=_FEBRUARY)),
    Case("acceptance-19", "ChartMogul", 3.5, lambda b: b.value(QUICK, "quick_ratio", "2024-02", _FEBRUARY)),
    Case("acceptance-20b", "odoo/documentation PR#721", (0.15, 0.0933),
         lambda b: b.values(THREE_OF_TWENTY, "2024-02", "customer_churn_rate", "revenue_churn_rate", as_of=_FEBRUARY),
         0.00005),
    Case("acceptance-20d", "airbytehq/airbyte#4374 (derived)", "not_computable",
         lambda b: b.status(SURVIVORS, "customer_churn_rate")),
    Case("kpis-mrr", "founding documents", 580.0, lambda b: b.value(SEED, "mrr", "2024-01", _FEBRUARY)),
    Case("kpis-retention", "founding documents", 0.85,
         lambda b: b.value(RETAINED, "retention_rate", "2024-02", _FEBRUARY)),
    Case("kpis-net-churn", "founding documents", (-0.10, 110.0),
         lambda b: b.values(NEGATIVE_CHURN, "2024-02", "net_revenue_churn_rate", "mrr", as_of=_FEBRUARY)),
)  # fmt: skip
