"""The attributes that can segment, with their values."""

from collections import Counter
from collections.abc import Iterable, Mapping

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.making import Making
from kpidesk.facts.tables import MAX_VALUES

PREFIX = "a_"
"""What stands before the name of an attribute where it is a column."""


def attribute_values(
    making: Making, tables: Iterable[tuple[ir.Table | None, tuple[str, ...]]], more: Iterable[tuple[str, str]]
) -> Mapping[str, tuple[str, ...]]:
    """Each attribute of these tables with its 2 to 200 values, most frequent first; ``more`` are values seldom seen."""
    counts: dict[str, Counter[str]] = {}
    for attribute, value in more:
        counts.setdefault(attribute, Counter())[value] += 0
    for rows, own in tables:
        if rows is not None:
            for attribute, value, n in _value_counts(making, rows, own):
                counts.setdefault(attribute, Counter())[value] += n
    return {
        attribute: tuple(sorted(values, key=lambda value: (-values[value], value)))
        for attribute, values in counts.items()
        if 2 <= len(values) <= MAX_VALUES
    }


def _value_counts(making: Making, rows: ir.Table, names: Iterable[str]) -> Iterable[tuple[str, str, int]]:
    """How often each value of each attribute occurs."""
    parts = [
        rows.group_by(value=rows[f"{PREFIX}{name}"]).agg(n=_.count()).mutate(attribute=ibis.literal(name))
        for name in names
    ]
    found = making.ask(ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0])
    for attribute, value, n in zip(found["attribute"], found["value"], found["n"], strict=True):
        yield str(attribute), str(value), int(n)
