"""Customers by age: how many are there, and which share of those of an age leaves within a month.

Shares come from the survival curve of the business (Kaplan–Meier by months); ages at which too few were observed, and
all beyond, leave at the mean of the last year that was seen well. They are scaled so that the customers of now leave
at the churn of now: the curve gives the shape, the last month the level.
"""

from dataclasses import dataclass

import numpy as np

from kpidesk.metrics.frame import Array

FEWEST = 30
"""So many must have been at risk at an age for its own share of leavers to count."""
_YEAR = 12


@dataclass(frozen=True, slots=True, eq=False)
class Ages:
    """Customers and MRR by age in months at the end of a month; ``leaving[a]`` leave of those who become ``a`` old.

    ``observed`` is the last age whose share is its own. All arrays are of one length; age 0 leaves nobody.
    """

    customers: Array
    mrr: Array
    leaving: Array
    observed: int

    @classmethod
    def of(cls, customers: Array, mrr: Array, shares: Array, at_risk: Array) -> "Ages | None":
        """From the curve of survival after 0, 1, 2 … months and those at risk; None where it shows nobody leaving."""
        before = np.concatenate(([1.0], shares[:-1]))
        hazard = np.where(before > 0, 1 - shares / np.where(before > 0, before, 1.0), 0.0)
        well = np.flatnonzero(at_risk >= FEWEST)
        observed = int(well[-1]) if well.size else min(_YEAR, shares.size - 1)
        last = slice(max(1, observed - _YEAR + 1), observed + 1)
        risk = float(at_risk[last].sum())
        later = float((hazard[last] * at_risk[last]).sum()) / risk if risk else 0.0
        length = max(customers.size, mrr.size, shares.size)
        leaving = np.full(length, later)
        leaving[: observed + 1] = hazard[: observed + 1]
        leaving[0] = 0.0
        if not leaving.any() or not customers.any():
            return None
        return cls(_padded(customers, length), _padded(mrr, length), leaving, observed)

    def at(self, churn: float) -> Array:
        """The shares that leave by age, scaled so that of the customers of now a share of ``churn`` leaves."""
        usual = float((self.customers * _next(self.leaving)).sum() / self.customers.sum())
        return self.leaving * (churn / usual) if usual > 0 else np.full_like(self.leaving, churn)


@dataclass(frozen=True, slots=True, eq=False)
class Ageing:
    """Those of one kind, customers or their MRR, on a path: who is there by age, and the shares that leave."""

    stock: Array
    leaving: Array

    def churn(self, force: Array, arrivals: Array, growth: Array | None = None) -> Array:
        """The share of all that leaves in each month, where each age leaves ``force`` times as fast as usual.

        ``arrivals`` are those of age 0 at each month's end; ``growth`` the share by which everybody's amount grows.
        """
        return self._walk(force, arrivals, growth)[0]

    def by_age(self, churn: Array, arrivals: Array, growth: Array | None = None) -> Array:
        """Who is there at each month's end, of shape (months, ages), where all together leave at a given rate.

        Ages leave in proportion to their usual shares, so that the ages of a month add up to its total.
        """
        return self._walk(np.ones_like(churn), arrivals, growth, churn)[1]

    def _walk(
        self, force: Array, arrivals: Array, growth: Array | None, churn: Array | None = None
    ) -> tuple[Array, Array]:
        months = force.size
        stock, leaving = _padded(self.stock, self.stock.size + months), self._beyond(months)
        rates, stocks = np.zeros(months), np.zeros((months, stock.size))
        for month in range(months):
            total, lost = float(stock.sum()), stock * leaving * force[month]
            if churn is not None and lost.sum() > 0:
                lost = lost * (churn[month] * total / lost.sum())
            if not (lost <= stock).all():
                lost = _of_those_there(lost, stock)
            rates[month] = float(lost.sum()) / total if total > 0 else 0.0
            kept = stock - lost if growth is None else stock * (1 + growth[month]) - lost
            stocks[month, 0], stocks[month, 1:] = arrivals[month], kept[:-1]
            stock = stocks[month]
        return rates, stocks

    def _beyond(self, months: int) -> Array:
        """What leaves of those who are an age now, which is the share of the age that they reach."""
        later = np.full(self.stock.size + months, self.leaving[-1])
        later[: self.leaving.size - 1] = self.leaving[1:]
        return later


def _of_those_there(lost: Array, stock: Array) -> Array:
    """As many leave, but no more of an age than there are: the others leave in their place."""
    there = np.minimum(lost, stock)
    missing, left = float((lost - there).sum()), stock - there
    return there if missing <= 0 else there + left * min(1.0, missing / max(float(left.sum()), 1e-300))


def _next(values: Array) -> Array:
    """What holds at the age after each."""
    return np.append(values[1:], values[-1])


def _padded(values: Array, length: int) -> Array:
    return np.concatenate([values, np.zeros(max(0, length - values.size))])
