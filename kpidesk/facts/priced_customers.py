"""Paid time from a customers sheet: from sign-up to cancellation, at the price that stands beside the customer."""

import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.facts.expressions import day_of
from kpidesk.facts.left_out import Rule
from kpidesk.facts.making import Making
from kpidesk.facts.paid_time import Claims, PaidTime, no_end, paid_time
from kpidesk.facts.tables import FactTable


def has_price(one: FactTable) -> bool:
    """True where customers have a start and a monthly price."""
    return one.has("customer_id", "signup_date", "mrr")


def has_end(one: FactTable) -> bool:
    """True where customers at least have a start and an end."""
    return one.has("customer_id", "signup_date", "cancel_date")


def customer_time(making: Making, one: FactTable, *, priced: bool) -> PaidTime:
    """One period per row."""
    start = day_of(one.rows["signup_date"])
    end = day_of(one.rows["cancel_date"]) if one.has("cancel_date") else no_end()
    money = one.rows["mrr"].cast("float64") if priced else None
    return paid_time(making, one, Claims(one.text("customer_id"), start, end, money), _left_undated(one, end))


def _left_undated(one: FactTable, end: ir.DateValue) -> list[Rule]:
    if not one.has("churn_flag"):
        return []
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: gone, and no date says since when")
    return [Rule("cancelled_undated", Level.WARNING, text, one.rows["churn_flag"] & end.isnull())]
