"""Buyers without a contract: how often they will buy again, and for how much.

BG/NBD: P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005).
Gamma-Gamma: P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value (2013).
A buyer is three numbers: repeat purchases (days with an order, the first not counted), the time from the first to the
last of them, and the time from the first to the day on which we look. Times are in weeks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpidesk.metrics.nelder_mead import least

Array = npt.NDArray[np.float64]

_FEWEST_BUYERS = 30
"""With fewer who came back nothing can be fitted that would hold."""
_LARGEST = 12.0
"""The logarithm beyond which a parameter is at the edge: data that the model does not fit."""


class Buyers(NamedTuple):
    """One entry for each buyer; times in weeks, ``value`` the mean amount of the repeat purchases (NaN without any)."""

    repeats: Array
    recency: Array
    age: Array
    value: Array


@dataclass(frozen=True, slots=True)
class Buying:
    """BG/NBD: how often buyers buy (r, α) and how soon they stop (a, b)."""

    r: float
    alpha: float
    a: float
    b: float

    def expected(self, buyers: Buyers, weeks: float) -> Array:
        """How many purchases of each buyer the next weeks are expected to bring, given what he did so far."""
        from scipy.special import hyp2f1

        x, tx, age = buyers.repeats, buyers.recency, buyers.age
        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        reached = alpha + age + weeks
        left = ((alpha + age) / reached) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, weeks / reached)
        gone = np.where(x > 0, a / (b + np.maximum(x, 1) - 1) * ((alpha + age) / (alpha + tx)) ** (r + x), 0.0)
        expected: Array = (a + b + x - 1) / (a - 1) * (1 - left) / (1 + gone)
        return expected

    def alive(self, buyers: Buyers) -> Array:
        """The probability that each buyer has not stopped."""
        x, tx, age = buyers.repeats, buyers.recency, buyers.age
        gone = self.a / (self.b + np.maximum(x, 1) - 1) * ((self.alpha + age) / (self.alpha + tx)) ** (self.r + x)
        alive: Array = np.where(x > 0, 1 / (1 + gone), 1.0)
        return alive


@dataclass(frozen=True, slots=True)
class Spending:
    """Gamma-Gamma: what one purchase of a buyer is worth (p, q, v); the mean of all is p·v / (q − 1)."""

    p: float
    q: float
    v: float

    def expected(self, buyers: Buyers) -> Array:
        """The mean amount of each buyer's purchases, drawn to that of all the less he bought."""
        x = buyers.repeats
        spent = np.where(x > 0, x * np.nan_to_num(buyers.value), 0.0)
        expected: Array = self.p * (self.v + spent) / (self.p * x + self.q - 1)
        return expected


def fit_buying(buyers: Buyers) -> Buying | None:
    """The parameters under which what the buyers did is most likely; None where too few came back, or none fit."""
    if np.count_nonzero(buyers.repeats) < _FEWEST_BUYERS:
        return None
    rows, counts = np.unique(np.stack(buyers[:3]), axis=1, return_counts=True)
    scale = float(rows[2].max()) / 10
    done = _Done(rows[0], rows[1] / scale, rows[2] / scale, counts.astype(np.float64))
    found = _most_likely(lambda logs: -done.likelihood(*np.exp(logs)), 4)
    if found is None:
        return None
    r, alpha, a, b = found
    return Buying(r, alpha * scale, a, b)


def fit_spending(buyers: Buyers) -> Spending | None:
    """Likewise for amounts; from those with repeat purchases of a positive amount."""
    known = (buyers.repeats > 0) & (np.nan_to_num(buyers.value) > 0)
    if np.count_nonzero(known) < _FEWEST_BUYERS:
        return None
    x, value = buyers.repeats[known], buyers.value[known]
    scale = float(np.mean(value))
    spent = _Spent(x, value / scale)
    found = _most_likely(lambda logs: -spent.likelihood(*np.exp(logs)), 3)
    if found is None or found[1] <= 1:
        return None
    p, q, v = found
    return Spending(p, q, v * scale)


def _most_likely(loss: Callable[[Array], float], size: int) -> tuple[float, ...] | None:
    """The positive parameters with the least loss; searched by their logarithms, from 1."""
    found = least(loss, np.zeros(size), farthest=_LARGEST)
    if found is None:
        return None
    return tuple(float(value) for value in np.exp(found))


class _Done:
    """What buyers did, each distinct case with how many did it; what few numbers decide is computed for these alone."""

    def __init__(self, x: Array, tx: Array, age: Array, counts: Array) -> None:
        self._ages, self._age = np.unique(age, return_inverse=True)
        self._is_back = x > 0
        back = self._is_back
        self._x, self._counts, self._aged = x[back], counts[back], self._age[back]
        self._lasts, self._last = np.unique(tx[back], return_inverse=True)
        self._levels, self._level = np.unique(x, return_inverse=True)
        self._by_level = np.bincount(self._level, counts)
        self._back_level = self._level[back]
        self._once = np.bincount(self._age[~back], counts[~back], len(self._ages))

    def likelihood(self, r: float, alpha: float, a: float, b: float) -> float:
        """The logarithm of equation 6 of the paper, of all buyers together."""
        from scipy.special import gammaln

        x = self._levels
        buys = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        stays = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
        to_now, to_last = np.log(alpha + self._ages), np.log(alpha + self._lasts)
        stopped = (np.log(a) - np.log(b + np.maximum(x, 1) - 1))[self._back_level]
        power = r + self._x
        ends = np.logaddexp(-power * to_now[self._aged], stopped - power * to_last[self._last])
        # Not by @: its threads cost more than so short a sum.
        return float(
            (self._by_level * (buys + stays)).sum() + (self._counts * ends).sum() - r * (self._once * to_now).sum()
        )


class _Spent:
    """What buyers paid: repeat purchases ``x`` and their mean ``value``."""

    def __init__(self, x: Array, value: Array) -> None:
        self._x, self._paid = x, x * value
        self._levels, level = np.unique(x, return_inverse=True)
        self._by_level = np.bincount(level).astype(np.float64)
        logs = np.log(value)
        self._steady, self._rising = -float(logs.sum()), float((x * (logs + np.log(x))).sum())

    def likelihood(self, p: float, q: float, v: float) -> float:
        """The logarithm of equation 1a of the note, of all buyers together."""
        from scipy.special import gammaln

        shape = p * self._levels
        of_level = gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * np.log(v)
        rest = ((p * self._x + q) * np.log(self._paid + v)).sum()
        return float((self._by_level * of_level).sum() + self._steady + p * self._rising - rest)
