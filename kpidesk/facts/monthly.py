"""Values that a monthly sheet gives for KPIs, each told once."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.period import Grain
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.expressions import day_of, period_index
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

GIVEN_COLUMNS = ("t", "metric", "value", "months", "src", "row_no")


def given_tables(making: Making) -> tuple[FactTable, ...]:
    """The sheets that give values for months; where nothing has dates, those that give them for none."""
    sheets = [one for one in making.of("monthly_metrics") if one.has("metric", "value")]
    return tuple(one for one in sheets if one.has("month") or making.as_of is None)


def given_values(tables: Sequence[FactTable], attributes: Sequence[str]) -> ir.Table:
    """The given columns and each attribute; of several values for one period and KPI the first sheet's counts.

    ``t`` is the last month of the period, ``months`` says how many it is long.
    """
    parts = [
        one.rows.select(
            t=period_index(day_of(one.rows["month"]), Grain.MONTH) if one.has("month") else ibis.literal(0, "int32"),
            metric=one.text("metric"),
            value=one.rows["value"].cast("float64"),
            months=(one.rows["months"] if one.has("months") else ibis.literal(1)).cast("int32"),
            src=ibis.literal(one.number, "int32"),
            row_no=one.row_no,
            **{
                name: plain_text(one.rows[name]) if name in one.attributes else ibis.null("string")
                for name in attributes
            },
        )
        for one in tables
    ]
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    rows = rows.filter(rows.t.notnull() & rows.metric.notnull() & rows.value.notnull())
    first = ibis.window(group_by=["t", "metric", "months", *attributes], order_by=["src", "row_no"])
    return rows.mutate(nth_=ibis.row_number().over(first)).filter(_.nth_ == 0).drop("nth_")
