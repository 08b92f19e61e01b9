"""Subscriptions that were cancelled and still count until the end of what was paid for."""

import ibis
import ibis.expr.types as ir

from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import words

_CANCELLED, _PAID = "cancelled_on", "paid_until"


def months_by_text(making: Making, one: FactTable) -> dict[str, float | None] | None:
    """What each interval text found means in months; None where there is no such column."""
    if not one.has("billing_period"):
        return None
    return {text: words().months(text, making.rules) for text in making.cells(one, "billing_period")}


def until_paid_period(
    making: Making, one: FactTable, start: ir.DateValue, end: ir.DateValue
) -> tuple[FactTable, ir.DateValue]:
    """The table with, and the end as, the first day after the period in which it was cancelled.

    Where the same customer goes on with another row on the day of the cancellation it is a change of plan, which counts
    at once; so does a row whose billing period is not known.
    """
    months = months_by_text(making, one)
    if months is None or not one.has("cancel_date"):
        return one, end
    column = one.text("billing_period")
    ends = [
        (column == text, _paid_until(start, end, int(length)))
        for text, length in months.items()
        if length and length >= 1 and float(length).is_integer()
    ]
    if not ends:
        return one, end
    paid = ibis.cases(*ends, else_=end)
    rows = one.rows.mutate(**{_CANCELLED: end, _PAID: paid})
    begun = one.rows.select(who=one.text("customer_id"), on=start).distinct()
    joined = rows.left_join(begun, [one.text("customer_id") == begun.who, rows[_CANCELLED] == begun.on])
    until = ibis.ifelse(joined["on"].notnull(), joined[_CANCELLED], joined[_PAID])
    dressed = joined.mutate(**{_PAID: until}).drop("who", "on", _CANCELLED)
    return one.over(dressed), dressed[_PAID]


def _paid_until(start: ir.DateValue, end: ir.DateValue, months: int) -> ir.DateValue:
    """The first anniversary of the start, so many months apart, that is not before the end."""
    passed = (end.year() - start.year()) * 12 + end.month() - start.month()
    terms = (passed // months).cast("int32")
    offers = [_months_after(start, (terms + more) * months) for more in (0, 1)]
    return ibis.ifelse(end.isnull(), ibis.null("date"), ibis.ifelse(offers[0] >= end, offers[0], offers[1]))


def _months_after(day: ir.DateValue, months: ir.IntegerValue) -> ir.DateValue:
    """The same day so many months later, the last of a shorter month."""
    return (day + months.as_interval("M")).cast("timestamp").cast("date")
