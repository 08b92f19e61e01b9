"""What a customer without a contract is expected to spend in the next twelve months, from all orders known so far."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.metrics.frame import Array
from kpidesk.metrics.purchases import Buyers, Buying, Spending, fit_buying, fit_spending
from kpidesk.store.database import Columns

_EPOCH = date(1970, 1, 1)
WEEKS = 365.25 / 7
"""How far ahead: twelve months."""
MOST_FITTED = 20_000
"""With more buyers every so-manieth is enough to find the parameters; what each will spend is predicted for all."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """For each buyer the cents expected, NaN for all where nothing can be fitted, and his part of the business."""

    cents: Array
    parts: npt.NDArray[np.object_] | None

    def mean(self, part: str | None) -> tuple[float, int]:
        """The mean of the buyers of a part, None for all, and how many they are."""
        chosen = self.cents if part is None or self.parts is None else self.cents[self.parts == part]
        return (float(np.mean(chosen)) if chosen.size else np.nan), int(chosen.size)


def buyers_of(orders: ir.Table, amount: str, as_of: date, attribute: str | None) -> ir.Table:
    """One row a buyer: c, days with an order, first and last of them, cents in all and on the first day, perhaps s.

    Several orders of a day are one purchase, as in the paper; a buyer belongs to the part of his first order.
    """
    known = orders.filter(orders["c"].notnull() & orders["day"].notnull() & (orders["day"] <= ibis.literal(as_of)))
    parts = {} if attribute is None else {"s": known[f"a_{attribute}"].min()}
    days = known.group_by("c", "day").aggregate(cents=known[amount].sum(), **parts)
    first = days["day"] == days["day"].min().over(ibis.window(group_by="c"))
    marked = days.mutate(first=first)
    told = {} if attribute is None else {"s": marked["s"].min(where=marked["first"])}
    return (
        marked.group_by("c")
        .aggregate(
            days=marked.count(),
            begun=marked["day"].min(),
            latest=marked["day"].max(),
            cents=marked["cents"].sum().cast("float64"),
            at_first=marked["cents"].sum(where=marked["first"]).cast("float64"),
            **told,
        )
        .order_by("c")
    )


def predicted(found: Columns, as_of: date) -> Predicted:
    """The prediction for the buyers of ``buyers_of``."""
    parts = np.array([str(each) for each in found["s"]], dtype=object) if "s" in found else None
    buyers = _buyers(found, as_of)
    fitted = Buyers(*(each[:: 1 + buyers.repeats.size // MOST_FITTED] for each in buyers))
    buying, spending = _models(np.stack(fitted).tobytes())
    if buying is None or spending is None:
        return Predicted(np.full_like(buyers.repeats, np.nan), parts)
    return Predicted(buying.expected(buyers, WEEKS) * spending.expected(buyers), parts)


@lru_cache(maxsize=4)
def _models(fitted: bytes) -> tuple[Buying | None, Spending | None]:
    """The models of these buyers: fitted once, for every split of the business asks for the same."""
    buyers = Buyers(*np.frombuffer(fitted, dtype=np.float64).reshape(len(Buyers._fields), -1))
    return fit_buying(buyers), fit_spending(buyers)


def _buyers(found: Columns, as_of: date) -> Buyers:
    begun, latest = (_days(found[name]) for name in ("begun", "latest"))
    repeats = np.asarray(found["days"], dtype=np.float64) - 1.0
    rest = np.asarray(found["cents"], dtype=np.float64) - np.asarray(found["at_first"], dtype=np.float64)
    value = np.where(repeats > 0, rest / np.maximum(repeats, 1.0), np.nan)
    age = (as_of - _EPOCH).days - begun
    return Buyers(repeats, (latest - begun) / 7.0, age / 7.0, value)


def _days(column: npt.NDArray[np.generic]) -> Array:
    return column.astype("datetime64[D]").astype(np.int64).astype(np.float64)
