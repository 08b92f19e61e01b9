"""The pace of a business: what moves its customers and its MRR in each month ahead, from its last complete month.

A driver has one baseline, its value in that month: the one that its box and the cards show. So a value typed and a
factor that comes to it are one question with one path, whatever the months before were like.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.scenario.ages import Ageing, Ages
from kpidesk.scenario.carry import CustomerFlow, RevenueFlow, RevenuePace, carry_customers, carry_revenue

WINDOW = 3
"""How many months are looked back for what the last one does not tell."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a path starts from, and what happens in each of its months; arrays (…, months), NaN where not known.

    ``churn`` is a share of the customers at the month's start, ``lost`` are customers who leave besides, ``joined`` and
    ``returned`` those who come. ``arpa_new`` is what one more new customer pays, ``weight`` the share of MRR that goes
    with one more point of churn. ``ageing`` and ``ageing_mrr`` are set where it is known how old customers are.
    """

    customers: float
    mrr: float
    churn: Array
    lost: Array
    joined: Array
    returned: Array
    revenue: RevenuePace
    arpa_new: float
    weight: float
    ageing: Ageing | None = None
    ageing_mrr: Ageing | None = None

    def customer_flow(self) -> CustomerFlow:
        return carry_customers(self.customers, self.churn, self.joined + self.returned, self.lost)

    def revenue_flow(self) -> RevenueFlow:
        return carry_revenue(self.mrr, self.revenue)


def pace_of(frame: ResultFrame, column: int, months: int) -> Pace:
    """How the month of a column went: its flows, and what left as a share of what stood at its start.

    What that month does not tell is the mean of the months shortly before. What a sheet leaves out is taken from what
    it gives: customers won from the change of their number, lost MRR from the revenue churn rate or else from the share
    of customers lost, MRR and that of new customers from ARPA. Movements that nothing tells of count as none.
    """
    usual = Usual(frame, column)
    churn = _first(_churn(usual), 1 - usual.now("retention_rate"))
    joined = _first(usual.now("new_customers"), usual.won("active_customers", churn), 0.0)
    arpa = _first(usual.now("arpa_new"), usual.now("arpa"), usual.last("mrr") / (usual.last("active_customers") or 1))
    new = _first(usual.now("new_mrr"), joined * arpa, 0.0)
    contraction = _first(-usual.share("contraction_mrr", "starting_mrr", "mrr"), 0.0)
    churned = _first(
        -usual.share("churned_mrr", "starting_mrr", "mrr"), usual.now("revenue_churn_rate") - contraction, churn
    )
    moves = (
        new,
        _first(usual.now("reactivation_mrr"), 0.0),
        _first(usual.share("expansion_mrr", "starting_mrr", "mrr"), 0.0),
        contraction,
        churned,
    )
    return Pace(
        customers=usual.last("active_customers"),
        mrr=_first(usual.last("mrr"), usual.last("arpa") * usual.last("active_customers")),
        churn=np.full(months, churn),
        lost=np.zeros(months),
        joined=np.full(months, joined),
        returned=np.full(months, _first(usual.now("reactivated_customers"), 0.0)),
        revenue=RevenuePace(*(np.full(months, move) for move in moves)),
        arpa_new=_first(new / joined if joined else math.nan, arpa, 0.0),
        weight=churned / churn if churn > 0 and math.isfinite(churned) else 1.0,
    )


def in_season(pace: Pace, season: Array) -> Pace:
    """The pace with new customers and their MRR multiplied month by month."""
    revenue = replace(pace.revenue, new=pace.revenue.new * season)
    return replace(pace, joined=pace.joined * season, revenue=revenue)


def aged(pace: Pace, ages: Ages | None) -> Pace:
    """The pace with customers of different ages: churn moves as they grow older and new ones come."""
    if ages is None or not (math.isfinite(pace.customers) and pace.customers > 0 and pace.churn[0] > 0):
        return pace
    always = np.ones(pace.churn.size)
    customers = Ageing(ages.customers * (pace.customers / ages.customers.sum()), ages.at(float(pace.churn[0])))
    found = replace(pace, churn=customers.churn(always, pace.joined + pace.returned), ageing=customers)
    revenue = pace.revenue
    if not (math.isfinite(pace.mrr) and ages.mrr.sum() > 0 and revenue.churn[0] > 0):
        return found
    usual = float((ages.mrr * np.append(ages.leaving[1:], ages.leaving[-1])).sum() / ages.mrr.sum())
    if usual <= 0:
        return found
    mrr = Ageing(ages.mrr * (pace.mrr / ages.mrr.sum()), ages.leaving * (float(revenue.churn[0]) / usual))
    churn = mrr.churn(always, revenue.new + revenue.reactivation, revenue.expansion - revenue.contraction)
    return replace(found, revenue=replace(revenue, churn=churn), ageing_mrr=mrr)


def _churn(usual: "Usual") -> float:
    """The share of customers lost: as given, or Σ over Σ; none where the data do not show who left."""
    rate = usual.now("customer_churn_rate")
    if usual.knows("customer_churn_rate") and (math.isnan(rate) or usual.is_given("customer_churn_rate")):
        return rate
    return _first(usual.share("churned_customers", "starting_customers", "active_customers"), rate)


class Usual:
    """Recent values of a frame's totals up to a column; NaN for what is not there."""

    def __init__(self, frame: ResultFrame, column: int) -> None:
        self._series = frame.series
        self._row = frame.segments.index(None)
        self._from, self._to = max(0, column - WINDOW + 1), column + 1

    def knows(self, name: str) -> bool:
        """True where the KPI was asked for, with or without values."""
        return MetricName(name) in self._series

    def is_given(self, name: str) -> bool:
        return self._series[MetricName(name)].given

    def values(self, name: str) -> Array:
        """The values of the window, NaN where there are none."""
        return self._between(name, self._from, self._to)

    def now(self, name: str) -> float:
        """The value at the column; where there is none, the mean of those shortly before it."""
        values = self.values(name)
        known = values[-1:] if math.isfinite(values[-1]) else values[np.isfinite(values)]
        return float(known.mean()) if known.size else math.nan

    def last(self, name: str) -> float:
        return float(self.values(name)[-1])

    def share(self, part: str, opening: str, closing: str) -> float:
        """A flow over what stood at its start: ``opening``, or the ``closing`` one before; Σ over Σ if older."""
        base, flow = self.values(opening), self.values(part)
        if self._from > 0:
            base = np.where(np.isnan(base), self._between(closing, self._from - 1, self._to - 1), base)
        known = np.isfinite(flow) & np.isfinite(base)
        if known[-1]:
            base, flow, known = base[-1:], flow[-1:], known[-1:]
        total = float(base[known].sum())
        return float(flow[known].sum()) / total if total > 0 else math.nan

    def won(self, stock: str, churn: float) -> float:
        """Customers gained in a month of late, on average, told from how many there are and the share that left."""
        levels = self._between(stock, max(0, self._from - 1), self._to)
        if levels.size < 2:
            return math.nan
        gained = levels[1:] - levels[:-1] * (1 - churn)
        gained = gained[np.isfinite(gained)]
        return max(0.0, float(gained.mean())) if gained.size else math.nan

    def _between(self, name: str, first: int, last: int) -> Array:
        series = self._series.get(MetricName(name))
        if series is None or not series.is_computable:
            return np.full(last - first, np.nan)
        return series.values[self._row, first:last]


def _first(*values: float) -> float:
    """The first known value."""
    return next((value for value in values if math.isfinite(value)), math.nan)
