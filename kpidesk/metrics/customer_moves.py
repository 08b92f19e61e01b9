"""Which customers moved recurring revenue most between two periods, and the rows behind one of them or a segment."""

from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import pooled, within
from kpidesk.metrics.months import last_within
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import Scope, demand_attributes, named, row_set
from kpidesk.metrics.trace import COUNTED, RowSet, with_origin

Ends = tuple[Period, Period]
_NAME, _SHOWN = "moves", 1000


@dataclass(frozen=True, slots=True)
class CustomerMove:
    """A customer, by id, and by how much its recurring revenue a month changed; ``name`` where a sheet tells it."""

    customer: str
    change: float
    name: str = ""

    @property
    def said(self) -> str:
        """What a reader calls the customer."""
        return self.name or self.customer


def largest_moves(
    facts: Facts, query: Query, first: Period, last: Period, most: int = 6, progress: Progress | None = None
) -> tuple[CustomerMove, ...]:
    """The largest changes after the first period up to the second, by size; none where the data have no prices.

    Going back in time turns every sign.
    """
    rows = _moves_between(facts, query, (first, last), progress)
    customers = facts.relation("customers", (), progress)
    if rows is None or customers is None or "customer_id" not in customers.columns:
        return ()
    summed = rows.group_by("c").aggregate(cents=rows["delta"].sum())
    told = named(facts, summed.filter(summed["cents"] != 0))
    ordered = told.order_by([ibis.desc(told["cents"].abs()), "customer_id"]).limit(most)
    names = [name for name in ("customer_id", "customer_name") if name in ordered.columns]
    found = facts.run(ordered.select(*names, "cents"), progress)
    sign = 1.0 if first <= last else -1.0
    said = found.get("customer_name", [None] * len(found["cents"]))
    return tuple(
        CustomerMove(str(customer), sign * int(cents) / 100.0, str(name) if isinstance(name, str) else "")
        for customer, cents, name in zip(found["customer_id"], found["cents"], said, strict=True)
    )


def rows_of_moves(facts: Facts, query: Query, ends: Ends, customer: str | None = None, limit: int = _SHOWN) -> RowSet:
    """The movements of recurring revenue after the first period up to the second, of one customer or of all.

    The largest first; ``counted`` adds up to the change. Each comes with the row of the ledger whose start or end
    brought it about. The question's filters say of which part; empty where the data have no prices.
    """
    rows = _moves_between(facts, query, ends, None)
    if rows is None:
        return RowSet(MetricName(_NAME))
    first, last = sorted(ends)
    grain = Scope.of(facts, _plain(query)).monthly()[1]
    sign = 1.0 if ends[0] <= ends[1] else -1.0
    rows = rows.select("c", "t", "kind", "opening", "delta", "closing", **{COUNTED: rows["delta"] * sign / 100.0})
    days = (first.shifted(1).start, last.end)
    told = named(facts, with_origin(facts, rows, query.filters, days, grain).drop("delta"))
    if customer is not None:
        told = told.filter(told["customer_id"].cast("string") == customer)
    return row_set(facts, _NAME, told, limit, facts.sources.get("periods", ()))


def _moves_between(facts: Facts, query: Query, ends: Ends, progress: Progress | None) -> ir.Table | None:
    """Every movement after the earlier period up to the later one; UserError where they are not told by a filter."""
    if not facts.priced or facts.extent is None:
        return None
    scope, (first, last) = Scope.of(facts, _plain(query)), sorted(ends)
    relation, grain = scope.monthly()
    demand_attributes(facts, scope.attributes, relation, "periods")
    moves = facts.relation(relation, scope.attributes, progress, pooled(query.filters, None))
    if moves is None:
        return None
    rows = within(moves, query.filters, "t", None)
    return rows.filter((rows["t"] > last_within(first, grain)) & (rows["t"] <= last_within(last, grain)))


def _plain(query: Query) -> Query:
    """The question over all periods, not split."""
    return replace(query, by=None, first=None, last=None)
