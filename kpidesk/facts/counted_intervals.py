"""Billing intervals that two columns tell: 3 in one beside month in the other is a bill of three months."""

from dataclasses import replace

import ibis
import ibis.expr.types as ir

from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

_UNIT, _COUNT = "billing_period", "interval_count"


def with_counted_intervals(making: Making) -> tuple[FactTable, ...]:
    """The tables; where intervals are counted their names say how many: "3 month"."""
    return tuple(_counted(one) if one.has(_UNIT, _COUNT) else one for one in making.tables)


def _counted(one: FactTable) -> FactTable:
    return replace(one, rows=_named(one.rows), source=_named(one.source))


def _named(rows: ir.Table) -> ir.Table:
    count, unit = rows[_COUNT].cast("float64"), plain_text(rows[_UNIT])
    several = ((count > 1) & (count == count.floor())).fill_null(False)
    return rows.mutate(**{_UNIT: ibis.ifelse(several, count.cast("int64").cast("string") + " " + unit, unit)})
