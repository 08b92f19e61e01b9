"""Moved drivers on the month path: how a changed driver changes the pace of customers and MRR."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import Array
from kpidesk.scenario.carry import RevenuePace
from kpidesk.scenario.overrides import Move
from kpidesk.scenario.pace import Pace

Moves = Mapping[MetricName, Move]
Months = npt.NDArray[np.float64]
"""How far the moves hold in each month: 0 not yet, 1 wholly, between them on the way."""

CUSTOMER_DRIVERS: tuple[str, ...] = (
    "customer_churn_rate", "retention_rate", "churned_customers", "new_customers", "reactivated_customers",
)  # fmt: skip
REVENUE_DRIVERS: tuple[str, ...] = (
    "arpa_new", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr",
    "revenue_churn_rate", "grr", "net_revenue_churn_rate", "nrr",
)  # fmt: skip


def moved(move: Move | None, base: Array, months: Months) -> Array:
    """The base with its driver moved, as far as the months say; itself where nothing moves it."""
    return base if move is None else blended(months, move.on(base), base)


def blended(months: Months, after: Array, before: Array) -> Array:
    """The one where the months are 1, the other where they are 0, to the last bit; between them on the way."""
    between = before + months * (after - before)
    return np.where(months == 1, after, np.where(months == 0, before, between))


def changed_pace(pace: Pace, moves: Moves, months: Months) -> Pace:
    """The pace under moves of the drivers above; others are not looked at.

    Fewer customers lost is less MRR lost, more customers won is more new MRR, in proportion. A flow that is changed is
    changed as a share of what is there, by whatever words; one that was nothing becomes the amount itself.
    """
    change = _Change(moves, months)
    after = _changed_customers(pace, change)
    return replace(after, revenue=_changed_revenue(pace, after, change))


class _Change:
    def __init__(self, moves: Moves, months: Months) -> None:
        self._moves, self._months = moves, months

    def has(self, *names: str) -> bool:
        return any(name in self._moves for name in names)

    def of(self, name: str, base: Array) -> Array:
        return moved(self._moves.get(MetricName(name)), base, self._months)

    def only(self, after: Array, before: Array) -> Array:
        """The one in the months where moves hold at all, the other, to the last bit, elsewhere."""
        return np.where(self._months > 0, after, before)

    def of_flow(self, name: str, share: Array, more: Array) -> tuple[Array, Array]:
        """Share and amount besides, neither negative, of a flow that moves; losses are negative flows."""
        move = self._moves.get(MetricName(name))
        if move is None:
            return share, more
        if math.isnan(move.ratio):
            return self._on_the_way(np.zeros_like(share), share), self._on_the_way(
                np.full_like(share, abs(move.after)), more
            )
        return self._on_the_way(share * move.ratio, share), self._on_the_way(more * move.ratio, more)

    def _on_the_way(self, after: Array, before: Array) -> Array:
        return blended(self._months, after, before)


def _changed_customers(pace: Pace, change: _Change) -> Pace:
    churn = change.of("customer_churn_rate", pace.churn)
    churn = np.clip(change.only(1 - change.of("retention_rate", 1 - churn), churn), 0.0, 1.0)
    lost = pace.lost
    if change.has("churned_customers"):
        churn, lost = change.of_flow("churned_customers", churn, lost)
    return replace(
        pace,
        churn=churn,
        lost=lost,
        joined=change.of("new_customers", pace.joined),
        returned=change.of("reactivated_customers", pace.returned),
    )


def _changed_revenue(before: Pace, after: Pace, change: _Change) -> RevenuePace:
    old = before.revenue
    churn, more_churn = old.churn, old.more_churn
    if change.has("customer_churn_rate", "retention_rate", "churned_customers"):
        customers = after.customer_flow()
        rate = np.divide(customers.churned, customers.opening, out=after.churn + 0.0, where=customers.opening > 0)
        moved = churn + (rate - before.churn) * before.weight
        churn = np.where(np.isfinite(moved), np.maximum(moved, 0.0), churn)
    churn, more_churn = change.of_flow("churned_mrr", churn, more_churn)
    contraction, more_contraction = change.of_flow("contraction_mrr", old.contraction, old.more_contraction)
    expansion, more_expansion = change.of_flow("expansion_mrr", old.expansion, old.more_expansion)
    churn, contraction = _changed_losses(churn, contraction, change)
    expansion, contraction = _changed_net(expansion, contraction, churn, change)
    new = old.new + (after.joined - before.joined) * before.arpa_new
    if change.has("arpa_new"):
        new = new + after.joined * (change.of("arpa_new", np.full_like(new, before.arpa_new)) - before.arpa_new)
    returned = np.divide(after.returned, before.returned, out=np.ones_like(new), where=before.returned > 0)
    return RevenuePace(
        new=change.of("new_mrr", new),
        reactivation=change.of("reactivation_mrr", old.reactivation * returned),
        expansion=expansion,
        contraction=contraction,
        churn=churn,
        more_expansion=more_expansion,
        more_contraction=more_contraction,
        more_churn=more_churn,
    )


def _changed_losses(churn: Array, contraction: Array, change: _Change) -> tuple[Array, Array]:
    """MRR churn and contraction under a gross rate, in their old proportion."""
    if not change.has("revenue_churn_rate", "grr"):
        return churn, contraction
    gross = churn + contraction
    wanted = change.only(1 - change.of("grr", 1 - change.of("revenue_churn_rate", gross)), gross)
    part = np.divide(churn, gross, out=np.ones_like(gross), where=gross > 0)
    return wanted * part, wanted * (1 - part)


def _changed_net(expansion: Array, contraction: Array, churn: Array, change: _Change) -> tuple[Array, Array]:
    """Expansion, and contraction where that does not suffice, under a net rate."""
    if not change.has("nrr", "net_revenue_churn_rate"):
        return expansion, contraction
    net = 1 + expansion - contraction - churn
    wanted = change.only(change.of("nrr", 1 - change.of("net_revenue_churn_rate", 1 - net)), net)
    expansion = expansion + wanted - net
    return np.maximum(expansion, 0.0), contraction + np.maximum(-expansion, 0.0)
