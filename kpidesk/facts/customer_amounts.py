"""What each customer pays a month, at the ends of some months: where two sources are held against each other."""

from collections.abc import Mapping, Sequence

import ibis
from ibis import _

from kpidesk.core.period import Grain, Period
from kpidesk.facts.facts import Facts

Amounts = Mapping[str, int]
"""Cents by customer id; who pays nothing is left out."""


def customer_amounts(facts: Facts, months: Sequence[Period]) -> Mapping[Period, Amounts]:
    """The amounts at the end of each month; empty where no ledger knows prices. ValueError for other periods."""
    if any(month.grain is not Grain.MONTH for month in months):
        raise ValueError(months)
    moves, customers = facts.relation("moves_month", ()), facts.relation("customers", ())
    if moves is None or customers is None or not facts.priced or not months:
        return {month: {} for month in months}
    sums = {f"m{month.index}": moves["delta"].sum(where=moves["t"] <= month.index) for month in months}
    found = facts.run(
        moves.group_by("c")
        .aggregate(**sums)
        .join(customers.select("c", "customer_id"), "c")
        .filter(ibis.or_(*(_[name].fill_null(0) != 0 for name in sums)))
        .order_by("customer_id")
    )
    ids = [str(each) for each in found["customer_id"]]
    return {
        month: {
            who: int(cents)
            for who, cents in zip(ids, found[f"m{month.index}"], strict=True)
            if cents == cents and cents
        }
        for month in months
    }
