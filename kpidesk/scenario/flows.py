"""The carried part of a path: customers and MRR under a pace, as KPIs by name."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array
from kpidesk.scenario.carry import CustomerFlow, RevenueFlow, at_prices, quotient
from kpidesk.scenario.courses import Courses, Scaled, moved
from kpidesk.scenario.pace import Pace
from kpidesk.scenario.pace_changes import CUSTOMER_DRIVERS, REVENUE_DRIVERS, changed_pace

_MRR, _ARPA = MetricName("mrr"), MetricName("arpa")


class Flows:
    """Carries what the data give a start and a churn for; ``drivers`` are the KPIs whose overrides it takes in.

    An override of MRR, or of ARPA where customers are known, is a change of price for all customers.
    """

    def __init__(self, catalogue: Catalogue, pace: Pace) -> None:
        self._catalogue = catalogue
        self._pace = pace
        has_churn = math.isfinite(pace.churn[0])
        self._has_customers = has_churn and math.isfinite(pace.customers)
        self._has_mrr = math.isfinite(pace.mrr) and math.isfinite(pace.revenue.churn[0])
        drivers: list[str] = []
        if self._has_customers or (self._has_mrr and has_churn):
            drivers += CUSTOMER_DRIVERS
        if self._has_mrr:
            drivers += [*REVENUE_DRIVERS, _MRR]
        if self._has_mrr and self._has_customers:
            drivers.append(_ARPA)
        self.drivers = frozenset(MetricName(name) for name in drivers)

    def paths(self, courses: Courses, drawn: Mapping[MetricName, Scaled] | None = None) -> dict[MetricName, Array]:
        """Every carried KPI that the catalogue knows, one array of months each, or of (draws, months) where drawn.

        The ages of customers are those of the path without draws.
        """
        pace = changed_pace(self._pace, courses) if courses else self._pace
        if drawn:
            pace = changed_pace(replace(pace, ageing=None, ageing_mrr=None), drawn)
            prices = {name: replace(drawn[name], inner=courses.get(name)) for name in (_MRR, _ARPA) if name in drawn}
            courses = {**courses, **prices}
        found: dict[str, Array] = {}
        if self._has_customers or self._has_mrr:
            found["customer_churn_rate"] = pace.churn
        customers = pace.customer_flow()
        if self._has_customers:
            found |= _customer_paths(pace, customers)
        if self._has_mrr:
            revenue = pace.revenue_flow()
            paid = at_prices(revenue, self._level(revenue, customers, courses))
            found |= _revenue_paths(paid)
            if self._has_customers:
                # Carried, not left to its formula: a sheet that gives ARPA without MRR has no baseline for that.
                found["arpa"] = quotient(paid.closing, customers.active, math.nan)
        return {
            MetricName(name): path
            for name, path in found.items()
            if name in self._catalogue and np.isfinite(path).all()
        }

    def by_age(self, courses: Courses) -> tuple[Array, Array] | None:
        """Customers and MRR at each month's end by age, of shape (months, ages); None where ages are not known."""
        pace = changed_pace(self._pace, courses) if courses else self._pace
        if pace.ageing is None or pace.ageing_mrr is None:
            return None
        customers, revenue = pace.customer_flow(), pace.revenue_flow()
        paid = at_prices(revenue, self._level(revenue, customers, courses))
        left, gone = quotient(customers.churned, customers.opening, 0.0), quotient(-paid.churn, paid.opening, 0.0)
        growth = quotient(paid.expansion + paid.contraction, paid.opening, 0.0)
        return (
            pace.ageing.by_age(left, pace.joined + pace.returned),
            pace.ageing_mrr.by_age(gone, paid.new + paid.reactivation, growth),
        )

    def _level(self, revenue: RevenueFlow, customers: CustomerFlow, courses: Courses) -> Array:
        """What customers pay, against what they would pay without overrides of ARPA and MRR."""
        level = np.ones_like(revenue.closing)
        if self._has_customers and _ARPA in courses:
            arpa = revenue.closing / np.where(customers.active > 0, customers.active, np.nan)
            level = _ratio(moved(courses[_ARPA], arpa), arpa)
        if _MRR in courses:
            level = _ratio(moved(courses[_MRR], revenue.closing * level), revenue.closing)
        return level


def _customer_paths(pace: Pace, flow: CustomerFlow) -> dict[str, Array]:
    rate = quotient(flow.churned, flow.opening, pace.churn)
    return {
        "active_customers": flow.active,
        "starting_customers": flow.opening,
        "churned_customers": flow.churned,
        "customer_churn_rate": rate if pace.lost.any() else pace.churn,
        "new_customers": pace.joined,
        "reactivated_customers": pace.returned,
    }


def _revenue_paths(flow: RevenueFlow) -> dict[str, Array]:
    return {
        "mrr": flow.closing,
        "starting_mrr": flow.opening,
        "new_mrr": flow.new,
        "reactivation_mrr": flow.reactivation,
        "expansion_mrr": flow.expansion,
        "contraction_mrr": flow.contraction,
        "churned_mrr": flow.churn,
    }


def _ratio(path: Array, reference: Array) -> Array:
    found = quotient(path, reference, 1.0)
    return np.where(np.isfinite(found), found, 1.0)
