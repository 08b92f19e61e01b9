"""Ranges: how a driver may turn out, as a distribution that a user states or that its own history shows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array
from kpidesk.scenario.forecast import Drift

_LAMBDA = 4.0
"""Weight of the most likely value in a PERT distribution (Malcolm, Roseboom, Clark, Fazar 1959)."""
WITHOUT_HISTORY = 0.2
"""The share each way that a driver is supposed to vary by whose own history does not tell."""


class Shape(Enum):
    """Families of distributions; the values are what the command line reads."""

    TRIANGULAR = "triangular"
    NORMAL = "normal"
    LOGNORMAL = "lognormal"
    PERT = "pert"
    AROUND = "around"  # so much below and above what the driver would be
    OWN = "own"  # as its own history drifts


@dataclass(frozen=True, slots=True)
class Range:
    """How one driver may turn out, in its own unit.

    ``first`` and ``second`` are least and most for TRIANGULAR and PERT, with ``likely`` between them; mean and standard
    deviation for NORMAL; median and standard deviation of the logarithm for LOGNORMAL; the share each way for AROUND,
    which 0 makes fixed. OWN has a ``drift``.
    """

    driver: DriverName
    shape: Shape
    first: float = 0.0
    second: float = 0.0
    likely: float | None = None
    drift: Drift | None = None

    def about(self, value: float) -> "Range":
        """The same in the driver's own unit where it would be ``value``: AROUND is PERT with that in its middle."""
        if self.shape is not Shape.AROUND:
            return self
        low, high = sorted((value * (1 - self.first), value * (1 + self.first)))
        return Range(self.driver, Shape.PERT, low, high, value)

    def values(self, shares: Array) -> Array:
        """The values below which these shares of all outcomes lie; not for OWN and AROUND, which have no one value."""
        match self.shape:
            case Shape.TRIANGULAR:
                return _triangular(shares, self.first, self._mode, self.second)
            case Shape.PERT:
                return _pert(shares, self.first, self._mode, self.second)
            case Shape.NORMAL:
                return self.first + self.second * _normal(shares)
            case _:
                return np.asarray(self.first * np.exp(self.second * _normal(shares)))

    @property
    def _mode(self) -> float:
        return (self.first + self.second) / 2 if self.likely is None else self.likely


def parse_range(driver: str, text: str) -> Range:
    """Read ``triangular:2%,5%,9%``, ``pert:…``, ``normal:mean,sd``, ``lognormal:median,sd``, ``around:20%`` or ``own``.

    UserError for what is none.
    """
    name, _, rest = text.strip().casefold().partition(":")
    numbers = [_number(part) for part in rest.split(",")] if rest else []
    try:
        shape = Shape(name)
    except ValueError:
        raise _refusal(driver, text) from None
    match shape, numbers:
        case Shape.OWN, []:
            return Range(DriverName(driver), shape)
        case Shape.AROUND, [share] if 0 <= share < math.inf:
            return Range(DriverName(driver), shape, share)
        case ((Shape.TRIANGULAR | Shape.PERT), [low, likely, high]) if low <= likely <= high and low < high:
            return Range(DriverName(driver), shape, low, high, likely)
        case ((Shape.NORMAL | Shape.LOGNORMAL), [first, second]) if second >= 0 and (
            first > 0 or shape is Shape.NORMAL
        ):
            return Range(DriverName(driver), shape, first, second)
        case _:
            raise _refusal(driver, text)


def _refusal(driver: str, text: str) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("scenario", "{driver}: “{text}” is not a range"), driver=driver, text=text),
        Message(
            QT_TRANSLATE_NOOP("scenario", "Write {examples}."),
            examples="triangular:2%,5%,9%, pert:2%,5%,9%, normal:500,40, lognormal:500,0.1, around:20%, own",
        ),
    )


def _number(text: str) -> float:
    bare = text.strip()
    try:
        return float(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)
    except ValueError:
        return math.nan


def _normal(shares: Array) -> Array:
    from scipy.special import ndtri

    return np.asarray(ndtri(shares))


def _triangular(shares: Array, low: float, mode: float, high: float) -> Array:
    if high <= low:
        return np.full_like(shares, low)
    turn = (mode - low) / (high - low)
    rising = low + np.sqrt(shares * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - shares) * (high - low) * (high - mode))
    return np.where(shares < turn, rising, falling)


def _pert(shares: Array, low: float, mode: float, high: float) -> Array:
    """A beta distribution from least to most whose mean is (least + 4 likely + most) ÷ 6."""
    if high <= low:
        return np.full_like(shares, low)
    from scipy.special import betaincinv

    a = 1 + _LAMBDA * (mode - low) / (high - low)
    b = 1 + _LAMBDA * (high - mode) / (high - low)
    # The inverse is slow and smooth: read off a fine table of it.
    grid = np.linspace(0.0, 1.0, 2001)
    return np.asarray(low + (high - low) * np.interp(shares, grid, betaincinv(a, b, grid)))


def rank_correlation(histories: Sequence[Sequence[float]], fewest: int = 12) -> Array:
    """Spearman's correlation of how drivers moved from month to month together; 0 where too few months are known."""
    size = len(histories)
    found = np.eye(size)
    length = min((len(each) for each in histories), default=0)
    if length < 2:
        return found
    steps = np.diff(np.array([list(each)[-length:] for each in histories], dtype=float), axis=1)
    for one in range(size):
        for other in range(one):
            known = np.isfinite(steps[one]) & np.isfinite(steps[other])
            if known.sum() >= fewest:
                ranks = _ranks(steps[one][known]), _ranks(steps[other][known])
                if all(np.ptp(each) > 0 for each in ranks):  # what moved by the same step each month goes with nothing
                    found[one, other] = found[other, one] = np.corrcoef(*ranks)[0, 1]
    return found


def _ranks(values: Array) -> Array:
    """Places in order, the mean place for equals."""
    _, where, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[where].astype(np.float64)
