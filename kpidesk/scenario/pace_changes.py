"""Moved drivers on the month path: how a changed driver changes the pace of customers and MRR."""

from dataclasses import replace

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import Array
from kpidesk.scenario.carry import RevenuePace, quotient
from kpidesk.scenario.courses import Courses, moved
from kpidesk.scenario.pace import Pace

CUSTOMER_DRIVERS: tuple[str, ...] = (
    "customer_churn_rate", "retention_rate", "churned_customers", "new_customers", "reactivated_customers",
)  # fmt: skip
REVENUE_DRIVERS: tuple[str, ...] = (
    "arpa_new", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr",
    "revenue_churn_rate", "grr", "net_revenue_churn_rate", "nrr",
)  # fmt: skip


def changed_pace(pace: Pace, courses: Courses) -> Pace:
    """The pace under courses of the drivers above; others are not looked at.

    Fewer customers lost is less MRR lost, more customers won is more new MRR, in proportion. A flow that is changed is
    changed as a share of what is there, by whatever words; one that was nothing becomes the amount itself.
    """
    change = _Change(courses)
    after = _changed_customers(pace, change)
    return replace(after, revenue=_changed_revenue(pace, after, change))


class _Change:
    def __init__(self, courses: Courses) -> None:
        self._courses = courses

    def has(self, *names: str) -> bool:
        return any(name in self._courses for name in names)

    def of(self, name: str, base: Array) -> Array:
        return moved(self._courses.get(MetricName(name)), base)

    def only(self, after: Array, before: Array, *names: str) -> Array:
        """The one in the months where any of these drivers is moved at all, the other, to the last bit, elsewhere."""
        months = [self._courses[MetricName(name)].months for name in names if name in self._courses]
        return np.where(np.max(months, axis=0) > 0, after, before) if months else before

    def of_flow(self, name: str, share: Array, more: Array) -> tuple[Array, Array]:
        """Share and amount besides, neither negative, of a flow that moves; losses are negative flows."""
        course = self._courses.get(MetricName(name))
        return (share, more) if course is None else course.on_flow(share, more)


def _changed_customers(pace: Pace, change: _Change) -> Pace:
    churn = change.of("customer_churn_rate", pace.churn)
    churn = np.clip(change.only(1 - change.of("retention_rate", 1 - churn), churn, "retention_rate"), 0.0, 1.0)
    lost = pace.lost
    if change.has("churned_customers"):
        churn, lost = change.of_flow("churned_customers", churn, lost)
    joined = change.of("new_customers", pace.joined)
    returned = change.of("reactivated_customers", pace.returned)
    if pace.ageing is not None and change.has(*CUSTOMER_DRIVERS):
        churn = pace.ageing.churn(quotient(churn, pace.churn, 1.0), joined + returned)
    return replace(pace, churn=churn, lost=lost, joined=joined, returned=returned)


def _changed_revenue(before: Pace, after: Pace, change: _Change) -> RevenuePace:
    old = before.revenue
    contraction, more_contraction = change.of_flow("contraction_mrr", old.contraction, old.more_contraction)
    expansion, more_expansion = change.of_flow("expansion_mrr", old.expansion, old.more_expansion)
    new = old.new + (after.joined - before.joined) * before.arpa_new
    if change.has("arpa_new"):
        new = new + after.joined * (change.of("arpa_new", np.full_like(new, before.arpa_new)) - before.arpa_new)
    new = change.of("new_mrr", new)
    returned = quotient(after.returned, before.returned, 1.0)
    reactivation = change.of("reactivation_mrr", old.reactivation * returned)
    churn = _changed_churn(before, after, change, new + reactivation, expansion - contraction)
    churn, more_churn = change.of_flow("churned_mrr", churn, old.more_churn)
    churn, contraction = _changed_losses(churn, contraction, change)
    expansion, contraction = _changed_net(expansion, contraction, churn, change)
    return RevenuePace(
        new=new,
        reactivation=reactivation,
        expansion=expansion,
        contraction=contraction,
        churn=churn,
        more_expansion=more_expansion,
        more_contraction=more_contraction,
        more_churn=more_churn,
    )


def _changed_churn(before: Pace, after: Pace, change: _Change, arrivals: Array, growth: Array) -> Array:
    """The share of MRR that leaves, as customers leave; where their ages are known, by the ages of what they pay."""
    churn, names = before.revenue.churn, ("customer_churn_rate", "retention_rate", "churned_customers")
    if before.ageing_mrr is not None and not after.lost.any():
        if not change.has(*CUSTOMER_DRIVERS, *REVENUE_DRIVERS):
            return churn
        rate = change.of("customer_churn_rate", before.churn)
        rate = change.only(1 - change.of("retention_rate", 1 - rate), rate, "retention_rate")
        rate, _ = change.of_flow("churned_customers", rate, after.lost)
        return before.ageing_mrr.churn(quotient(np.clip(rate, 0.0, 1.0), before.churn, 1.0), arrivals, growth)
    if not change.has(*names):
        return churn
    customers = after.customer_flow()
    rate = quotient(customers.churned, customers.opening, after.churn)
    moved = churn + (rate - before.churn) * before.weight
    return np.where(np.isfinite(moved), np.maximum(moved, 0.0), churn)


def _changed_losses(churn: Array, contraction: Array, change: _Change) -> tuple[Array, Array]:
    """MRR churn and contraction under a gross rate, in their old proportion."""
    if not change.has("revenue_churn_rate", "grr"):
        return churn, contraction
    gross = churn + contraction
    names = ("grr", "revenue_churn_rate")
    wanted = change.only(1 - change.of("grr", 1 - change.of("revenue_churn_rate", gross)), gross, *names)
    part = quotient(churn, gross, 1.0)
    return wanted * part, wanted * (1 - part)


def _changed_net(expansion: Array, contraction: Array, churn: Array, change: _Change) -> tuple[Array, Array]:
    """Expansion, and contraction where that does not suffice, under a net rate."""
    if not change.has("nrr", "net_revenue_churn_rate"):
        return expansion, contraction
    net = 1 + expansion - contraction - churn
    names = ("nrr", "net_revenue_churn_rate")
    wanted = change.only(change.of("nrr", 1 - change.of("net_revenue_churn_rate", 1 - net)), net, *names)
    expansion = expansion + wanted - net
    return np.maximum(expansion, 0.0), contraction + np.maximum(-expansion, 0.0)
