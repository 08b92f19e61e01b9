"""A catalogue small enough to check by hand, and values to put in it."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from kpidesk.core.ids import DriverName, MetricName, ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition, DriverBounds
from kpidesk.metrics.formula import parse_formula
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.scenario.model import Scenario, parse_override

_ROWS: tuple[tuple[str, str, str, str, str], ...] = (
    ("mrr", "", "money / month", "stock", "up"),
    ("active_customers", "", "customer", "stock", "up"),
    ("starting_customers", "previous(active_customers)", "customer", "stock", "none"),
    ("churned_customers", "", "customer", "flow", "down"),
    ("new_customers", "", "customer", "flow", "up"),
    ("acquisition_cost", "", "money", "flow", "down"),
    ("revenue", "", "money", "flow", "up"),
    ("previous_revenue", "previous(revenue)", "money", "flow", "none"),
    ("revenue_growth_mom", "revenue / previous_revenue - 1", "share", "derived", "up"),
    ("gross_margin", "", "share", "ratio", "up"),
    ("arpa", "mrr / active_customers", "money / month / customer", "ratio", "up"),
    ("customer_churn_rate", "churned_customers / starting_customers", "share", "ratio", "down"),
    ("retention_rate", "1 - customer_churn_rate", "share", "ratio", "up"),
    ("ltv", "arpa * gross_margin / monthly(customer_churn_rate)", "money / customer", "derived", "up"),
    ("cac", "acquisition_cost / new_customers", "money / customer", "ratio", "down"),
    ("ltv_cac", "ltv / cac", "ratio", "derived", "up"),
    ("cac_payback_months", "cac / (arpa * gross_margin)", "month", "derived", "down"),
)
_LEVERS = ("arpa", "customer_churn_rate", "gross_margin", "cac", "new_customers")


def a_definition(name: str, formula: str, unit: str, kind: str, good: str) -> Definition:
    return Definition(
        name=MetricName(name),
        labels={"en": name},
        help={"en": ""},
        unit=Unit.parse(unit),
        kind=kind,  # type: ignore[arg-type]
        good=good,  # type: ignore[arg-type]
        stage="revenue",
        source="+",
        formula=formula,
        expr=parse_formula(formula) if formula else None,
        is_opening=name.startswith("starting_"),
        driver=DriverBounds() if name in _LEVERS else None,
        is_bounded=unit == "share" and name in ("gross_margin", "customer_churn_rate", "retention_rate"),
    )


def a_catalogue(*extra: tuple[str, str, str, str, str]) -> Catalogue:
    return Catalogue.of(a_definition(*row) for row in (*_ROWS, *extra))


def values(**numbers: float) -> dict[MetricName, float]:
    return {MetricName(name): float(number) for name, number in numbers.items()}


def example_28() -> dict[MetricName, float]:
    """acceptance 28, from its parts: ARPA 100, margin 0.8, CAC 600, churn 5%."""
    return values(
        mrr=100_000, active_customers=1000, arpa=100, gross_margin=0.8, starting_customers=1000, churned_customers=50,
        customer_churn_rate=0.05, retention_rate=0.95, new_customers=50, acquisition_cost=30_000, cac=600, ltv=1600,
        ltv_cac=1600 / 600, cac_payback_months=7.5, revenue=100_000, previous_revenue=80_000, revenue_growth_mom=0.25,
    )  # fmt: skip


def a_scenario(**changes: str) -> Scenario:
    return Scenario(ScenarioId("s"), "Supposed", tuple(parse_override(name, text) for name, text in changes.items()))


def a_frame(series: Mapping[str, Sequence[float]], first: str = "2024-01", incomplete: int = 0) -> ResultFrame:
    """Monthly values without segments; the last ``incomplete`` months have not ended."""
    length = max(len(column) for column in series.values())
    start = Period.parse(first)
    periods = tuple(start.shifted(i) for i in range(length))
    flags = np.zeros(length, dtype=np.bool_)
    if incomplete:
        flags[-incomplete:] = True
    return ResultFrame(
        grain=Grain.MONTH,
        periods=periods,
        segments=(None,),
        series={MetricName(n): a_series(n, [column]) for n, column in series.items()},
        incomplete=flags,
        as_of=date(2024, 12, 31),
        currency="USD",
    )


def a_series(name: str, rows: Sequence[Sequence[float]]) -> Series:
    array = np.array(rows, dtype=float)
    return Series(MetricName(name), array, np.ones_like(array))


CHURN = DriverName("customer_churn_rate")
