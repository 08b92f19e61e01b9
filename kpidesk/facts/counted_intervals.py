"""Billing intervals that other columns tell than their own name.

Two columns may count them: 3 in one beside month in the other is a bill of three months. Where no column names them,
the first and the last day of what is paid at present do: from 15 January to 15 April is a bill of three months.
"""

from dataclasses import replace

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.expressions import day_of
from kpidesk.facts.inputs import FactColumn
from kpidesk.facts.making import Making
from kpidesk.facts.tables import MONTHLY_PRICES, FactTable
from kpidesk.schema.model import ColumnType

_UNIT, _COUNT = "billing_period", "interval_count"
_FIRST, _LAST = "period_start", "period_end"
_DAYS_IN_MONTH = 365.25 / 12
_OFF_A_MONTH = 2.5
"""Days by which so many months may differ from as many mean months: February has 2.4 fewer."""


def with_counted_intervals(making: Making) -> tuple[FactTable, ...]:
    """The tables, with the billing interval as other columns tell it: "3 month"."""
    return tuple(_told(making, one) for one in making.tables)


def _told(making: Making, one: FactTable) -> FactTable:
    if one.has(_UNIT, _COUNT):
        return replace(one, rows=_named(one.rows), source=_named(one.source))
    if one.table != "subscriptions" or any(map(one.has, (_UNIT, *MONTHLY_PRICES))) or not one.has(_FIRST, _LAST):
        return one
    if not one.has("amount") and not one.has("unit_price"):
        return one
    text = QT_TRANSLATE_NOOP(
        "facts", "How often {table} is billed is told by the days of each row's paid period: no column names it"
    )
    message = Message(text, table=one.input.name)
    making.findings.append(Finding(Level.NOTE, "facts.interval_of_period", message, one.input.place()))
    typed = {**one.typed, _UNIT: FactColumn(_UNIT, ColumnType.TEXT, is_attribute=False)}
    return replace(one, rows=_measured(one, one.rows), source=_measured(one, one.source), typed=typed)


def _named(rows: ir.Table) -> ir.Table:
    count, unit = rows[_COUNT].cast("float64"), plain_text(rows[_UNIT])
    several = ((count > 1) & (count == count.floor())).fill_null(False)
    return rows.mutate(**{_UNIT: ibis.ifelse(several, count.cast("int64").cast("string") + " " + unit, unit)})


def _measured(one: FactTable, rows: ir.Table) -> ir.Table:
    """The rows with the length of what is paid; the days of a trial are not paid."""
    first, last = day_of(rows[_FIRST]), day_of(rows[_LAST])
    days = last.delta(first, unit="day").cast("float64")
    months = (days / _DAYS_IN_MONTH).round()
    is_months = (months >= 1) & ((days - months * _DAYS_IN_MONTH).abs() <= _OFF_A_MONTH)
    length = ibis.ifelse(is_months, months, days).cast("int64").cast("string") + ibis.ifelse(
        is_months, " month", " day"
    )
    unpaid = days < 1
    if one.has("trial_end"):
        unpaid |= (last <= day_of(rows["trial_end"])).fill_null(False)
    return rows.mutate(**{_UNIT: ibis.ifelse(unpaid.fill_null(True), ibis.null("string"), length)})
