"""Survival curves: how long customers stay, of all and by segment, with how many were at risk (Kaplan–Meier).

Intervals are Greenwood's on the log-minus-log scale, which keeps them between nothing and everybody. Of revenue, each
customer counts by the MRR of the month in which he started; what he adds or cuts later plays no part.
"""

from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, on_day
from kpidesk.core.period import Grain, period_index
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NEW, Facts
from kpidesk.metrics.aggregation import within
from kpidesk.metrics.attributes import check_attributes
from kpidesk.metrics.frame import Array
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import demand_attributes, segments_of
from kpidesk.metrics.survival import Lives, Money, bounds, lives_of, median_of
from kpidesk.store.database import Columns


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One segment (None: everybody): after month 0, 1, 2 … the share still there, its 95% bounds, and n at risk.

    ``median`` is the first month after which no more than half are still there; None where that is not reached.
    ``customers`` were observed, ``left`` of them were seen leaving.
    """

    segment: str | None
    shares: Array
    low: Array
    high: Array
    at_risk: Array
    median: int | None
    customers: int
    left: int


@dataclass(frozen=True, slots=True, eq=False)
class SurvivalStudy:
    """Curves by size of segment, that of everybody last; ``by`` is the attribute.

    With ``is_revenue`` shares and median are of the MRR of the start; at risk are customers all the same.
    """

    by: str | None
    curves: tuple[Curve, ...]
    as_of: date | None
    files: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()
    is_revenue: bool = False

    @property
    def total(self) -> Curve:
        return self.curves[-1]


def survival_study(
    facts: Facts, query: Query, progress: Progress | None = None, *, is_revenue: bool = False
) -> SurvivalStudy:
    """Of all customers who pass the filters and started in the question's range, as known on its day.

    UserError, with what is missing, where nobody's start is known or nobody was seen leaving, or no price is known.
    """
    check_attributes(facts.attributes, query)
    attributes = (*(each.attribute for each in query.filters), *(() if query.by is None else (query.by,)))
    demand_attributes(facts, attributes, "customers")
    customers = facts.relation("customers", tuple(dict.fromkeys(attributes)), progress)
    as_of = query.as_of or facts.as_of
    if customers is None or as_of is None or not facts.columns("periods"):
        raise UserError(Message(_MISSING))
    if not facts.churn_is_visible:
        raise UserError(facts.survivor_reason or Message(_MISSING))
    hole = facts.holes.get("moves")
    if hole is not None and hole.first <= as_of:
        raise UserError(Message(_DARK, first=on_day(hole.first), last=on_day(hole.last)))
    rows = _in_range(within(customers, query.filters, "first_start", as_of), query)
    if is_revenue:
        rows = _with_first_mrr(facts, rows, progress)
    month = period_index(as_of, Grain.MONTH)
    everybody = lives_from(facts, rows, None, progress)[None]
    if not everybody.counts.size:
        raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "Nobody started in this range.")))
    found = lives_from(facts, rows, query.by, progress) if query.by is not None else {}
    shown = [segment for segment in segments_of(facts, query.by) if segment in found]
    curves = (*(curve_of(found[each], month, each) for each in shown), curve_of(everybody, month, None))
    return SurvivalStudy(
        query.by, curves, as_of, tuple(facts.sources.get("periods", ())), facts.notes.get("periods", ()), is_revenue
    )


def _with_first_mrr(facts: Facts, customers: ir.Table, progress: Progress | None) -> ir.Table:
    """Customers with ``paid``, the cents of the month in which they started; nothing where none was left at its end."""
    moves = facts.relation("moves_month", (), progress) if facts.priced else None
    if moves is None:
        raise UserError(Message(QT_TRANSLATE_NOOP("metrics", "Needs subscriptions or invoices with amounts.")))
    new = moves.filter(moves["kind"] == NEW)
    first = new.group_by(payer=new["c"]).aggregate(first_mrr=new["delta"].sum())
    joined = customers.left_join(first, customers["c"] == first["payer"])
    return joined.mutate(paid=joined["first_mrr"].fill_null(0)).drop("payer", "first_mrr")


def lives_from(facts: Facts, rows: ir.Table, by: str | None, progress: Progress | None) -> dict[str | None, Lives]:
    """The lives of customers, by segment where split, else under None."""
    told = facts.run(lives_of(rows, by), progress)
    if by is None:
        return {None: _lives(told, np.ones(told["n"].size, dtype=np.bool_))}
    return {segment: _lives(told, told["s"] == segment) for segment in dict.fromkeys(told["s"].tolist())}


def _lives(told: Columns, rows: npt.NDArray[np.bool_]) -> Lives:
    starts, ends = (told[name][rows].astype(np.int64) for name in ("start", "end"))
    paid, squares = (told[name][rows].astype(np.float64) if name in told else None for name in ("paid", "squares"))
    money = None if paid is None or squares is None else Money(paid, squares)
    return Lives(starts, ends, told["n"][rows].astype(np.float64), money)


def curve_of(lives: Lives, month: int, segment: str | None) -> Curve:
    """The curve of these lives as known in a month, of their money where that is known."""
    shares, at_risk = lives.until(month)
    alike = at_risk
    if lives.money is not None:
        shares, alike = lives.paid_until(month)
    low, high = bounds(shares, alike)
    median = median_of(shares)
    left = lives.counts[lives.ends <= month].sum()
    return Curve(
        segment,
        shares,
        low,
        high,
        at_risk,
        None if np.isnan(median) else int(median),
        int(lives.counts[lives.starts <= month].sum()),
        int(left),
    )


def _in_range(rows: ir.Table, query: Query) -> ir.Table:
    if query.first is not None:
        rows = rows.filter(rows.first_start >= query.first.start)
    if query.last is not None:
        rows = rows.filter(rows.first_start <= query.last.end)
    return rows


_DARK = QT_TRANSLATE_NOOP(
    "metrics", "Who stayed is not known: no rows tell of {first} to {last}, nor who of those before left in that time."
)
_MISSING = QT_TRANSLATE_NOOP("metrics", "Needs customers or subscriptions with a start and an end.")
