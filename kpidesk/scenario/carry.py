"""The two recurrences of a subscription business: customers and recurring revenue from month to month.

All arrays end in the axis of months; leading axes (draws of a simulation) pass through.
"""

from dataclasses import dataclass, field

import numpy as np

from kpidesk.metrics.frame import Array


def _nothing() -> Array:
    return np.asarray(0.0)


@dataclass(frozen=True, slots=True)
class CustomerFlow:
    """Customers by month: ``active`` is ``opening`` − ``churned`` + those who came."""

    opening: Array
    churned: Array
    active: Array


@dataclass(frozen=True, slots=True)
class RevenuePace:
    """What moves MRR in each month, nothing negative.

    Money that comes; shares of the opening MRR that grow, shrink or leave; and money that does so besides.
    """

    new: Array
    reactivation: Array
    expansion: Array
    contraction: Array
    churn: Array
    more_expansion: Array = field(default_factory=_nothing)
    more_contraction: Array = field(default_factory=_nothing)
    more_churn: Array = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True)
class RevenueFlow:
    """MRR by month with its movements, losses negative: ``closing`` is ``opening`` plus all five."""

    opening: Array
    new: Array
    reactivation: Array
    expansion: Array
    contraction: Array
    churn: Array
    closing: Array


def quotient(above: Array, below: Array, otherwise: Array | float) -> Array:
    """The one over the other where that is more than nothing, else something else; arrays of any one shape."""
    is_more = below > 0
    return np.where(is_more, above / np.where(is_more, below, 1.0), otherwise)


def carry(start: float, kept: Array, added: Array) -> Array:
    """The stock at each month's end: what was there times ``kept``, plus ``added``; never below nothing.

    >>> carry(1000.0, np.full(12, 0.975), np.full(12, 50.0))[-1].round(1)
    np.float64(1262.0)
    """
    kept, added = np.broadcast_arrays(kept, added)
    stock = np.empty(kept.shape)
    level: Array = np.full(kept.shape[:-1], start)
    for month in range(kept.shape[-1]):
        level = np.maximum(level * kept[..., month] + added[..., month], 0.0)
        stock[..., month] = level
    return stock


def opening_of(start: float, closing: Array) -> Array:
    """What stands at each month's start."""
    opening = np.empty_like(closing)
    opening[..., 0] = start
    opening[..., 1:] = closing[..., :-1]
    return opening


def carry_customers(start: float, churn: Array, added: Array, lost: Array) -> CustomerFlow:
    """Customers from ``start``: each month a share of those at its start leaves, and ``lost`` more; ``added`` come.

    Nobody leaves who is not there.
    """
    active = carry(start, 1 - churn, added - lost)
    opening = opening_of(start, active)
    return CustomerFlow(opening, np.where(active > 0, churn * opening + lost, opening + added), active)


def carry_revenue(start: float, pace: RevenuePace) -> RevenueFlow:
    """MRR from ``start`` at a pace."""
    kept = 1 + pace.expansion - pace.contraction - pace.churn
    more = pace.more_expansion - pace.more_contraction - pace.more_churn
    closing = carry(start, kept, pace.new + pace.reactivation + more)
    opening = opening_of(start, closing)
    expansion = pace.expansion * opening + pace.more_expansion
    contraction = -(pace.contraction * opening + pace.more_contraction)
    churn = -(pace.churn * opening + pace.more_churn)
    return RevenueFlow(
        opening,
        np.broadcast_to(pace.new, closing.shape),
        np.broadcast_to(pace.reactivation, closing.shape),
        expansion,
        contraction,
        np.where(closing > 0, churn, -(opening + pace.new + pace.reactivation + expansion + contraction)),
        closing,
    )


def at_prices(flow: RevenueFlow, level: Array) -> RevenueFlow:
    """The same customers paying ``level`` times as much; a rise or fall of the level is expansion or contraction."""
    level, _ = np.broadcast_arrays(level, flow.closing)
    before = opening_of(1.0, level)
    jump = (level - before) * flow.opening
    return RevenueFlow(
        flow.opening * before,
        flow.new * level,
        flow.reactivation * level,
        flow.expansion * level + np.maximum(jump, 0.0),
        flow.contraction * level + np.minimum(jump, 0.0),
        flow.churn * level,
        flow.closing * level,
    )
