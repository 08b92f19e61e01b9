"""Which customers moved recurring revenue most between two periods."""

from dataclasses import dataclass

import ibis

from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import within
from kpidesk.metrics.query import Query


@dataclass(frozen=True, slots=True)
class CustomerMove:
    """A customer and by how much its recurring revenue a month changed."""

    customer: str
    change: float


def largest_moves(
    facts: Facts, query: Query, first: Period, last: Period, most: int = 6, progress: Progress | None = None
) -> tuple[CustomerMove, ...]:
    """The largest changes after the first period up to the second, by size; none where the data have no prices.

    Going back in time turns every sign.
    """
    sign = 1.0 if first <= last else -1.0
    first, last = min(first, last), max(first, last)
    attributes = [each.attribute for each in query.filters]
    moves = facts.relation(f"moves_{first.grain.value}", attributes, progress) if facts.priced else None
    customers = facts.relation("customers", (), progress)
    if moves is None or customers is None or "customer_id" not in customers.columns:
        return ()
    rows = within(moves, query.filters, "t", None)
    rows = rows.filter((rows["t"] > first.index) & (rows["t"] <= last.index))
    summed = rows.group_by("c").aggregate(cents=rows["delta"].sum())
    summed = summed.filter(summed["cents"] != 0)
    named = summed.left_join(customers.select("c", "customer_id"), "c")
    ordered = named.order_by([ibis.desc(named["cents"].abs()), "customer_id"]).limit(most)
    found = facts.run(ordered.select("customer_id", "cents"), progress)
    pairs = zip(found["customer_id"], found["cents"], strict=True)
    return tuple(CustomerMove(str(name), sign * int(cents) / 100.0) for name, cents in pairs)
