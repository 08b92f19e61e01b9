"""Kaplan–Meier by months: the share of customers who are still there so long after they started, and the median life.

Months are counted as in a cohort table: month 0 is that of the start. Who is still there on the last known day was
observed until then and no longer; who is at risk in a month is who was still there when it began.
"""

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.period import Grain, period_index
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.frame import Array
from kpidesk.metrics.intervals import Z

Months = npt.NDArray[np.int64]
NEVER = 10**6
"""The month in which those left who are still there."""


@dataclass(frozen=True, slots=True)
class Money:
    """What those of one start and end paid at the start, all together, and the squares of it."""

    paid: Array
    squares: Array


@dataclass(frozen=True, slots=True)
class Lives:
    """How many customers started in a month and left in another; ``money`` is what they paid at the start."""

    starts: Months
    ends: Months
    counts: Array
    money: "Money | None" = None

    def until(self, month: int) -> tuple[Array, Array]:
        """The shares that are still there after month 0, 1, 2 … of their lives, and how many were at risk in each."""
        known = self.starts <= month
        starts, ends, counts = self.starts[known], self.ends[known], self.counts[known]
        ages = np.minimum(ends, month) - starts
        size = int(ages.max()) + 1 if ages.size else 0
        seen = np.bincount(ages, weights=counts, minlength=size)
        lost = np.bincount(ages[ends <= month], weights=counts[ends <= month], minlength=size)
        at_risk = np.cumsum(seen[::-1])[::-1]
        return np.cumprod(1.0 - lost / at_risk).astype(np.float64), at_risk.astype(np.float64)

    def paid_until(self, month: int) -> tuple[Array, Array]:
        """The shares of the money of the start that are still there, and how many equal payers would tell as much.

        That number is (Σ w)² / Σ w² of those at risk (Xie and Liu, Statistics in Medicine 24, 2005): where all paid the
        same, it is how many there are.
        """
        if self.money is None:
            return np.empty(0), np.empty(0)
        known = self.starts <= month
        starts, ends = self.starts[known], self.ends[known]
        ages = np.minimum(ends, month) - starts
        size = int(ages.max()) + 1 if ages.size else 0
        paid, squares = (
            np.cumsum(np.bincount(ages, weights=each[known], minlength=size)[::-1])[::-1]
            for each in (self.money.paid, self.money.squares)
        )
        gone = ends <= month
        lost = np.bincount(ages[gone], weights=self.money.paid[known][gone], minlength=size)
        with np.errstate(all="ignore"):
            shares = np.cumprod(1.0 - np.where(paid > 0, lost / paid, 0.0))
            alike = np.where(squares > 0, paid * paid / squares, 0.0)
        return shares.astype(np.float64), alike.astype(np.float64)


def lives_of(customers: ir.Table, attribute: str | None) -> ir.Table:
    """Columns start, end (months; NEVER), n; where split, s; where customers have ``paid``, its sum and its squares."""
    known = customers.filter(customers.first_start.notnull())
    keys: dict[str, ir.Value] = {
        "start": _month(known.first_start),
        "end": ibis.ifelse(known.last_end.isnull(), NEVER, _month(known.last_end)),
    }
    if attribute is not None:
        keys["s"] = known[f"a_{attribute}"]
    paid = known["paid"].cast("float64") if "paid" in known.columns else None
    told = {} if paid is None else {"paid": paid.sum(), "squares": (paid * paid).sum()}
    return known.group_by(**keys).aggregate(n=known.count(), **told)


def bounds(shares: Array, at_risk: Array) -> tuple[Array, Array]:
    """Greenwood's 95% interval of a curve on the log-minus-log scale; at all and nothing it has no width."""
    before = np.concatenate(([1.0], shares[:-1])) if shares.size else shares
    with np.errstate(all="ignore"):
        lost = at_risk * (1 - shares / np.where(before > 0, before, np.nan))
        terms = np.where(at_risk > lost, lost / (at_risk * np.where(at_risk > lost, at_risk - lost, 1.0)), np.nan)
        spread = np.sqrt(np.cumsum(terms)) / np.abs(np.log(shares))
        low = np.exp(-np.exp(np.log(-np.log(shares)) + Z * spread))
        high = np.exp(-np.exp(np.log(-np.log(shares)) - Z * spread))
    inner = (shares > 0) & (shares < 1)
    return np.where(inner, low, shares), np.where(inner, high, shares)


def median_of(shares: Array) -> float:
    """The first month after which no more than half are still there; NaN where that is not reached."""
    below = np.flatnonzero(shares <= 0.5 + 1e-12)
    return float(below[0]) if below.size else np.nan


def survival(lives: Lives, axis: Axis, months: int) -> Array:
    """For each period the share still there after so many months, as known at its end, n at risk, and its 95% bounds.

    In four rows. ``months`` 0 asks for the median instead: the first month after which no more than half are still
    there; its bounds are where those of the curve reach a half (Brookmeyer and Crowley 1982), NaN where one never does.
    No value where nobody was observed for so long.
    """
    found = np.full((4, axis.size), np.nan)
    last_days = [period.end for period in axis.periods] if axis.grain is not Grain.SNAPSHOT else [axis.as_of]
    known: dict[int, tuple[float, float, float, float]] = {}
    for column, last in enumerate(last_days):
        if last is None:
            continue
        month = period_index(_earlier(last, axis.as_of), Grain.MONTH)
        if month not in known:
            known[month] = _one(lives, month, months)
        found[:, column] = known[month]
    return found


def _one(lives: Lives, month: int, months: int) -> tuple[float, float, float, float]:
    shares, at_risk = lives.until(month)
    low, high = bounds(shares, at_risk)
    if not months:
        n = float(at_risk[0]) if at_risk.size else 0.0
        return median_of(shares), n, median_of(low), median_of(high)
    if shares.size <= months:
        return np.nan, 0.0, np.nan, np.nan
    return float(shares[months]), float(at_risk[months]), float(low[months]), float(high[months])


def _month(day: ir.DateValue) -> ir.IntegerValue:
    return (day.year() * 12 + day.month() - 1).cast("int64")


def _earlier(day: date, other: date | None) -> date:
    return day if other is None else min(day, other)
