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
    rows, counts = np.unique(np.stack([buyers.repeats, buyers.recency, buyers.age]), axis=1, return_counts=True)
    scale = float(rows[2].max()) / 10
    x, tx, age = rows[0], rows[1] / scale, rows[2] / scale
    found = _most_likely(lambda logs: -float(np.sum(counts * _buying_likelihood(np.exp(logs), x, tx, age))), 4)
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
    found = _most_likely(lambda logs: -float(np.sum(_spending_likelihood(np.exp(logs), x, value / scale))), 3)
    if found is None or found[1] <= 1:
        return None
    p, q, v = found
    return Spending(p, q, v * scale)


def _most_likely(loss: Callable[[Array], float], size: int) -> tuple[float, ...] | None:
    """The positive parameters with the least loss; searched by their logarithms, from 1."""
    found = least(loss, np.zeros(size))
    if found is None or np.any(np.abs(found) > _LARGEST):
        return None
    return tuple(float(value) for value in np.exp(found))


def _buying_likelihood(parameters: Array, x: Array, tx: Array, age: Array) -> Array:
    """The logarithm of equation 6 of the paper, for each buyer."""
    from scipy.special import gammaln

    r, alpha, a, b = parameters
    buys = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stays = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    active = -(r + x) * np.log(alpha + age)
    left = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx)
    likelihood: Array = buys + stays + np.where(x > 0, np.logaddexp(active, left), active)
    return likelihood


def _spending_likelihood(parameters: Array, x: Array, value: Array) -> Array:
    """The logarithm of equation 1a of the note, for each buyer."""
    from scipy.special import gammaln

    p, q, v = parameters
    shape = p * x
    likelihood: Array = (
        gammaln(shape + q)
        - gammaln(shape)
        - gammaln(q)
        + q * np.log(v)
        + (shape - 1) * np.log(value)
        + shape * np.log(x)
        - (shape + q) * np.log(x * value + v)
    )
    return likelihood
