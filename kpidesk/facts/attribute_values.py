"""The attributes that can segment, with their values."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import ibis
import ibis.expr.types as ir

from kpidesk.facts.attribute_sets import SIZE
from kpidesk.facts.expressions import exact
from kpidesk.facts.making import Making
from kpidesk.facts.tables import MAX_VALUES

PREFIX = "a_"
"""What stands before the name of an attribute where it is a column."""


NONE = "(none)"


def as_columns(rows: ir.Table, attributes: Iterable[str]) -> dict[str, ir.StringValue]:
    """The ``a_*`` columns of these attributes."""
    return {f"{PREFIX}{name}": rows[name].fill_null(NONE) for name in sorted(attributes)}


def attribute_values(
    making: Making,
    described: ir.Table | None,
    tables: Iterable[tuple[ir.Table | None, tuple[str, ...], Collection[str]]],
    more: Iterable[tuple[str, str]],
) -> Mapping[str, tuple[str, ...]]:
    """Each attribute with its 2 to 200 values, most frequent first; the attributes as the tables have them.

    ``described`` are sets of attributes with ``SIZE``, how many customers have each; ``tables`` are rows with
    attributes of their own, of which those named last count by the row; ``more`` are values seldom seen.
    """
    counts: dict[str, Counter[str]] = {}
    for attribute, value in more:
        counts.setdefault(attribute, Counter())[value] += 0
    asked = []
    if described is not None:
        names = [name for name in described.columns if name != SIZE]
        values = {name: described[name].fill_null(NONE) for name in names}
        asked.append((described, values, described[SIZE].sum(), frozenset(names)))
    asked += [
        (rows, {name: rows[f"{PREFIX}{name}"] for name in own}, rows.count(), frozenset(counting))
        for rows, own, counting in tables
        if rows is not None
    ]
    for rows, values, n, counting in asked:
        for attribute in values:  # before the answer, whose rows come in any order
            counts.setdefault(attribute, Counter())
        for attribute, value, times in _value_counts(making, rows, values, n):
            counts[attribute][value] += times if attribute in counting else 0
    return {
        attribute: tuple(sorted(values, key=lambda value: (-values[value], value)))
        for attribute, values in counts.items()
        if 2 <= len(values) <= MAX_VALUES
    }


def _value_counts(
    making: Making, rows: ir.Table, values: Mapping[str, ir.Value], n: ir.IntegerScalar
) -> Iterable[tuple[str, str, int]]:
    """How often each value of each attribute occurs."""
    parts = [
        rows.group_by(value=value).agg(n=exact(n)).mutate(attribute=ibis.literal(name))
        for name, value in values.items()
    ]
    found = making.ask(ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0])
    for attribute, value, times in zip(found["attribute"], found["value"], found["n"], strict=True):
        yield str(attribute), str(value), int(times)
