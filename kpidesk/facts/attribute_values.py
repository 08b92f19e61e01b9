"""The attributes that can segment, with their values."""

from collections import Counter
from collections.abc import Iterable, Mapping

import ibis
import ibis.expr.types as ir

from kpidesk.facts.attribute_sets import SIZE
from kpidesk.facts.expressions import exact
from kpidesk.facts.making import Making
from kpidesk.facts.tables import MAX_VALUES

PREFIX = "a_"
"""What stands before the name of an attribute where it is a column."""


NONE = "(none)"


def attribute_values(
    making: Making,
    described: ir.Table | None,
    tables: Iterable[tuple[ir.Table | None, tuple[str, ...]]],
    more: Iterable[tuple[str, str]],
) -> Mapping[str, tuple[str, ...]]:
    """Each attribute with its 2 to 200 values, most frequent first; the attributes as the tables have them.

    ``described`` are sets of attributes with ``SIZE``, how many customers have each; ``tables`` are rows with
    attributes of their own, ``more`` values seldom seen.
    """
    counts: dict[str, Counter[str]] = {}
    for attribute, value in more:
        counts.setdefault(attribute, Counter())[value] += 0
    asked = []
    if described is not None:
        names = [name for name in described.columns if name != SIZE]
        asked.append((described, {name: described[name].fill_null(NONE) for name in names}, described[SIZE].sum()))
    asked += [
        (rows, {name: rows[f"{PREFIX}{name}"] for name in own}, rows.count())
        for rows, own in tables
        if rows is not None
    ]
    for rows, values, n in asked:
        for attribute in values:  # before the answer, whose rows come in any order
            counts.setdefault(attribute, Counter())
        for attribute, value, times in _value_counts(making, rows, values, n):
            counts[attribute][value] += times
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
