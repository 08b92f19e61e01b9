"""Paid periods with the attributes of the rows that they come from."""

from collections.abc import Collection, Iterable

import ibis
import ibis.expr.types as ir

from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.attribute_sets import Described
from kpidesk.facts.tables import FactTable


def told_periods(
    periods: ir.Table, tables: Iterable[FactTable], own: Collection[str], described: Described | None
) -> ir.Table:
    """Each period with what its own row says; where that is silent, with what is known of its customer."""
    parts = [
        one.rows.select(
            src_=ibis.literal(one.number, "int32"),
            row_=one.row_no,
            **{
                name: plain_text(one.rows[name]) if name in one.attributes else ibis.null("string")
                for name in sorted(own)
            },
        )
        for one in tables
    ]
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    joined = periods.left_join(rows, [periods.src == rows.src_, periods.row_no == rows.row_]).drop("src_", "row_")
    return or_of_customers(joined, own, described)


def or_of_customers(rows: ir.Table, names: Collection[str], described: Described | None) -> ir.Table:
    """The rows, of customers (c); where one of these attributes is silent, with what is known of the customer."""
    both = [] if described is None else sorted(frozenset(names) & frozenset(described.sets.columns))
    if described is None or not both:
        return rows
    wide = described.told(rows, {name: f"{name}_" for name in both})
    return wide.mutate(**{name: wide[name].coalesce(wide[f"{name}_"]) for name in both}).drop(
        *(f"{name}_" for name in both)
    )
