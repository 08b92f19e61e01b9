"""Σ a·b over units, as Ibis expressions: what the spread of a quotient of sums is known from.

A unit is a row, or all rows of one order, customer or day within a cell: those are not independent of each other.
"""

from collections.abc import Callable, Mapping, Sequence

import ibis.expr.types as ir

from kpidesk.metrics.conditions import Condition
from kpidesk.metrics.definitions import Measure

Passes = Callable[[ir.Table, Sequence[Condition]], ir.BooleanValue | None]


def product_of(table: ir.Table, measure: Measure) -> ir.NumericValue:
    """What one row contributes; as floats, for squares of cents leave the integers."""
    return _number(table, measure.of) * _number(table, measure.times or measure.of)


def unit_products(
    rows: ir.Table, keys: Mapping[str, ir.Value], measures: Sequence[Measure], passes: Passes
) -> ir.Table:
    """By number ``v`` the products of what the rows of each unit come to, and ``n`` how many units there are.

    All measures have one unit; a row without it belongs to none.
    """
    unit = rows[measures[0].per]
    sums: dict[str, ir.Value] = {}
    for number, measure in enumerate(measures):
        where = passes(rows, measure.where)
        if measure.is_counted:
            sums[f"a{number}"] = rows[measure.of].nunique(where=where).cast("float64")
        else:
            sums[f"a{number}"] = _number(rows, measure.of).sum(where=where)
        if measure.times:
            sums[f"b{number}"] = _number(rows, measure.times).sum(where=where)
    each = rows.filter(unit.notnull()).group_by(**keys, unit_=unit).aggregate(**sums)
    columns: dict[str, ir.Value] = {}
    for number, measure in enumerate(measures):
        a = each[f"a{number}"]
        b = each[f"b{number}"] if measure.times else a
        columns |= {f"v{number}": (a * b).sum(), f"n{number}": a.count()}
    return each.group_by(*keys).aggregate(**columns) if keys else each.aggregate(**columns)


def _number(table: ir.Table, column: str) -> ir.NumericValue:
    return table[column].cast("float64")
