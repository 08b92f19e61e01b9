"""Unit economics, what-if and attribution: examples that give the parts and print the result."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import numpy as np

from kpidesk.analysis.shapley import Mask, shapley
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.evaluation import evaluate
from kpidesk.metrics.frame import Array
from kpidesk.metrics.intervals import growth, per_count
from kpidesk.session.selfchecks.case import Answer, Bench, Case, Files
from kpidesk.session.selfchecks.recurring import ledger, monthly


def sheet(**values: object) -> Files:
    """A monthly sheet that gives these KPIs for two months."""
    head = ",".join(("month", *values))
    body = ",".join(str(value) for value in values.values())
    return {"monthly.csv": f"{head}\n2024-01,{body}\n2024-02,{body}\n"}


SKOK = sheet(arpa=100, gross_margin=0.8, cac=600, customer_churn_rate=0.05)
ACQUIRED: Files = {
    **ledger(monthly(range(10), "2024-01-05", 50)),
    "ad_spend.csv": "date,channel,cost\n2024-01-10,Search,12000\n2024-01-20,Social,8000\n",
}
HALVED = ("ltv", "ltv_cac", "cac", "cac_payback_months")
FIVE_OF_HUNDRED = ledger(
    [*monthly(range(95), "2024-01-01", 100), *monthly(range(95, 100), "2024-01-01", 100, "2024-02-10")]
)


def _formula(kpi: str, grain: Grain = Grain.MONTH, **known: float) -> float | None:
    """One formula of the catalogue on given parts."""
    leaves = {MetricName(name): np.array([value]) for name, value in known.items()}
    found = evaluate(load_catalogue(), leaves, grain, [MetricName(kpi)]).get(MetricName(kpi))
    return None if found is None or np.isnan(found[0]) else float(found[0])


def _halved(bench: Bench) -> Answer:
    """What is left of LTV, LTV/CAC, CAC and payback, as factors, when churn is halved."""
    after = bench.supposing(SKOK, "customer_churn_rate=x0.5", HALVED)
    before = (bench.value(SKOK, kpi) for kpi in HALVED)
    return tuple(None if not old or new is None else new / old for old, new in zip(before, after, strict=True))


def _product(low: Array, high: Array) -> Callable[[Mask], Array]:
    """What a product of parts is for each mixture of earlier and later ones."""

    def value(mask: Mask) -> Array:
        return np.asarray(np.prod(np.where(mask, high, low), axis=1))

    return value


def _bookings(_: Bench) -> Answer:
    """1,000 × 200 → 1,000 × 220 → 1,500 × 220: what volume and price made of each change."""
    states = (np.array([1000.0, 200.0]), np.array([1000.0, 220.0]), np.array([1500.0, 220.0]))
    parts: list[float | None] = []
    for low, high in pairwise(states):
        found = shapley(2, _product(low, high))
        parts += [None, None] if found is None else [float(part) for part in found]
    return tuple(parts)


def _closes(bench: Bench) -> Answer:
    """Random products of four parts, one unmoved: the widest gap between contributions and change."""
    del bench
    random = np.random.default_rng(42)
    widest = 0.0
    for _ in range(200):
        low, high = random.uniform(0.01, 10, 4), random.uniform(0.01, 10, 4)
        high[2] = low[2]
        parts = shapley(4, _product(low, high))
        if parts is None:
            return None
        change = float(np.prod(high) - np.prod(low))
        widest = max(widest, abs(float(parts.sum()) - change), abs(float(parts[2])))
    return widest


CASES: tuple[Case, ...] = (
    Case("score-interval-count", "statsmodels 0.15, confint_poisson(25, 1, score)", (16.9345, 36.9070),
         lambda _: tuple(25.0 / float(end) for end in reversed(per_count(np.array(1.0), np.array(25.0)))), 0.00005),
    Case("score-interval-growth", "statsmodels 0.15, confint_poisson_2indep(60, 1, 50, 1, score)", (-0.1737, 0.7427),
         lambda _: tuple(float(end) for end in growth(np.array(60.0), np.array(50.0))), 0.00005),
    Case("acceptance-18", "Skok", (20.0, 33.3),
         lambda _: (_formula("customer_lifetime_months", customer_churn_rate=0.05),
                    _formula("customer_lifetime_months", customer_churn_rate=0.03)), 0.05),
    Case("acceptance-18-year", "derived", (20.0, 33.3),
         lambda _: (_formula("ltv", Grain.YEAR, arpa=1, gross_margin=1, customer_churn_rate=0.4596),
                    _formula("ltv", Grain.YEAR, arpa=1, gross_margin=1, customer_churn_rate=0.3062)), 0.05),
    Case("acceptance-18-annual", "derived", (0.4596, 0.3062),
         lambda _: (_formula("annualised_churn_rate", customer_churn_rate=0.05),
                    _formula("annualised_churn_rate", customer_churn_rate=0.03)), 0.00005),
    Case("acceptance-23", "ChartMogul help 203359061", (2000.0, None),
         lambda b: (b.value(sheet(arpa=100, customer_churn_rate=0.05), "ltv"),
                    b.value(sheet(arpa=100, customer_churn_rate=0), "ltv"))),
    Case("acceptance-24", "common definition", 2000.0, lambda b: b.value(ACQUIRED, "cac", "2024-01")),
    Case("acceptance-25", "common definition", 7000.0,
         lambda b: b.value(sheet(arpa=500, customer_churn_rate=0.05, gross_margin=0.7), "ltv")),
    Case("acceptance-28", "Skok (derived)", (1600.0, 2.67, 7.5, 3200.0, 5.33, 7.5),
         lambda b: (b.value(SKOK, "ltv"), b.value(SKOK, "ltv_cac"), b.value(SKOK, "cac_payback_months"),
                    *b.supposing(SKOK, "customer_churn_rate=x0.5", ("ltv", "ltv_cac", "cac_payback_months"))), 0.005),
    Case("acceptance-29", "derived", 0.0444444, lambda b: b.goal(SKOK, "ltv_cac", 3, "customer_churn_rate"),
         1e-6),
    Case("acceptance-32", "Finmark 5525177, corrected", 7.5,
         lambda b: b.value(sheet(arpa=100, gross_margin=0.8, cac=600), "cac_payback_months")),
    Case("acceptance-34", "Wilson (derived)", (2000.0, 895.0, 4642.0),
         lambda b: b.interval(FIVE_OF_HUNDRED, "ltv", "2024-02", date(2024, 2, 29)), 0.5),
    Case("acceptance-40", "carbonfact/icanexplain", (0.0, 20_000.0, 110_000.0, 0.0), _bookings, 1e-6),
    Case("acceptance-42", "property", 0.0, _closes, 1e-9),
    Case("kpis-lifetime", "founding documents", 20.0,
         lambda _: _formula("customer_lifetime_months", customer_churn_rate=0.05)),
    Case("kpis-lifetime-year", "founding documents", 48.0,
         lambda _: _formula("customer_lifetime_months", Grain.YEAR, customer_churn_rate=0.25)),
    Case("kpis-halve-churn", "founding documents", (2.0, 2.0, 1.0, 1.0), _halved),
)  # fmt: skip
