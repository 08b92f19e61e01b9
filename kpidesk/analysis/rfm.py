"""Recency and frequency of buyers, scored 1 to 5, the groups that marketing makes of them, and what each paid.

Recency is the days since a buyer's last order, frequency the days with an order. Scores are fifths of the buyers, each
for itself (A. M. Hughes, Strategic Database Marketing, 1994). Equal buyers have equal scores, so fifths need not be
equal in size. Frequency is 1 and one more for each whole fifth of the buyers who are worse: where most bought once, all
of them score 1. Recency is 5 and one less for each whole fifth who are better: whoever bought last, with however many
others, scores 5. Groups are the usual ones of the square of recency and frequency; money is summed for each.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import within
from kpidesk.metrics.frame import Array
from kpidesk.metrics.predicted_value import buyers_of, predicted
from kpidesk.metrics.query import Query

Scores = npt.NDArray[np.int64]
FIFTHS = 5
GROUPS: dict[str, Message] = {
    "champions": Message(QT_TRANSLATE_NOOP("orders", "Champions")),
    "loyal": Message(QT_TRANSLATE_NOOP("orders", "Loyal")),
    "potential": Message(QT_TRANSLATE_NOOP("orders", "Potentially loyal")),
    "new": Message(QT_TRANSLATE_NOOP("orders", "New")),
    "promising": Message(QT_TRANSLATE_NOOP("orders", "Promising")),
    "attention": Message(QT_TRANSLATE_NOOP("orders", "Need attention")),
    "drowsy": Message(QT_TRANSLATE_NOOP("orders", "About to sleep")),
    "not_lose": Message(QT_TRANSLATE_NOOP("orders", "Cannot lose them")),
    "risk": Message(QT_TRANSLATE_NOOP("orders", "At risk")),
    "asleep": Message(QT_TRANSLATE_NOOP("orders", "Asleep")),
}
"""From the best to those who are gone."""
_SQUARE = {
    1: ("asleep", "asleep", "risk", "risk", "not_lose"),
    2: ("asleep", "asleep", "risk", "risk", "not_lose"),
    3: ("drowsy", "drowsy", "attention", "loyal", "loyal"),
    4: ("promising", "potential", "potential", "loyal", "loyal"),
    5: ("new", "potential", "potential", "champions", "champions"),
}
"""By the score of recency, for frequency 1 to 5."""


@dataclass(frozen=True, slots=True)
class RfmGroup:
    """``days`` is the median since the last order, ``orders`` the mean of days with one; cents in all.

    ``expected`` is what the group is expected to spend in the next twelve months, in cents (BG/NBD with Gamma-Gamma);
    NaN where nothing can be fitted.
    """

    name: str
    buyers: int
    days: float
    orders: float
    cents: float
    expected: float


@dataclass(frozen=True, slots=True, eq=False)
class Rfm:
    """Groups from the best to the last, those without buyers left out; ``square`` counts buyers by recency and
    frequency, both from 1.
    """

    groups: tuple[RfmGroup, ...]
    total: RfmGroup
    square: Array
    as_of: date


def rfm_of(facts: Facts, query: Query, progress: Progress | None = None) -> Rfm | None:
    """Of all who have ordered by the end of the question's range; None where orders name no buyer."""
    attributes = [each.attribute for each in query.filters]
    orders = facts.relation("orders", attributes, progress)
    last = query.as_of or facts.as_of
    if orders is None or last is None or "c" not in orders.columns or "amount" not in orders.columns:
        return None
    if query.last is not None:
        last = min(last, query.last.end)
    rows = within(orders, query.filters, "day", last)
    rows = rows.filter(rows["amount"] >= 0)
    found = facts.run(buyers_of(rows, "amount", last, None), progress)
    if len(found["c"]) < FIFTHS:
        return None
    latest = np.asarray(found["latest"]).astype("datetime64[D]")
    days = (np.datetime64(last) - latest).astype(np.int64).astype(np.float64)
    often, cents = (np.asarray(found[name], dtype=np.float64) for name in ("days", "cents"))
    recency, frequency = FIFTHS + 1 - scored(days), scored(often)
    names = np.array([_SQUARE[int(r)][int(f) - 1] for r, f in zip(recency, frequency, strict=True)], dtype=object)
    expected = predicted(found, last).cents
    square = np.zeros((FIFTHS, FIFTHS))
    np.add.at(square, (recency - 1, frequency - 1), 1)

    def group(name: str, chosen: npt.NDArray[np.bool_]) -> RfmGroup:
        return RfmGroup(
            name,
            int(chosen.sum()),
            float(np.median(days[chosen])),
            float(often[chosen].mean()),
            float(cents[chosen].sum()),
            float(expected[chosen].sum()),
        )

    groups = tuple(group(name, names == name) for name in GROUPS if (names == name).any())
    return Rfm(groups, group("", np.ones(names.size, dtype=np.bool_)), square, last)


def scored(values: Array) -> Scores:
    """1 to 5, the greater the better: one more for each whole fifth of all that is smaller.

    >>> scored(np.array([1.0, 2.0, 3.0, 4.0, 5.0])).tolist(), scored(np.array([1.0, 1.0, 1.0, 2.0, 9.0])).tolist()
    ([1, 2, 3, 4, 5], [1, 1, 1, 4, 5])
    """
    worse = np.searchsorted(np.sort(values), values, side="left")
    return np.asarray(1 + worse * FIFTHS // values.size, dtype=np.int64)
