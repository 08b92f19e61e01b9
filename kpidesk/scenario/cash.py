"""Cash for one new customer: what winning it cost, and what it has brought back month by month, while it stays."""

import math
from collections.abc import Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import Array
from kpidesk.scenario.ages import Ages

_NEEDED = tuple(map(MetricName, ("cac", "arpa", "customer_churn_rate")))
_MARGIN = MetricName("gross_margin")


def payback_curve(values: Mapping[MetricName, float], months: int, ages: Ages | None = None) -> Array | None:
    """Cumulative contribution less CAC after 0, 1, 2 … months; None where CAC, ARPA or churn are not known.

    Each month brings ARPA × margin of those who stay: all in the first, then as they leave, by age where that is known
    and at the churn of all otherwise. A margin that is not known counts as 100%.
    """
    known = [values.get(name, math.nan) for name in _NEEDED]
    if not all(map(math.isfinite, known)):
        return None
    cac, arpa, churn = known
    margin = values.get(_MARGIN, math.nan)
    leaving = np.full(months, churn)
    if ages is not None:
        by_age = np.minimum(ages.at(churn), 1.0)[1:]
        leaving = np.concatenate([by_age, np.full(months, by_age[-1] if by_age.size else churn)])[:months]
    staying = np.concatenate(([1.0], np.cumprod(1 - leaving)))[:months]
    monthly = arpa * (margin if math.isfinite(margin) else 1.0)
    return np.asarray(np.concatenate(([-cac], -cac + np.cumsum(monthly * staying))))


def months_to_pay_back(curve: Array) -> int | None:
    """After how many months it is no longer below nothing; None where that is beyond the curve."""
    paid = np.flatnonzero(curve >= 0)
    return int(paid[0]) if paid.size else None
