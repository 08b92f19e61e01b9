"""Until when an invoice pays, seen beside the next one of the same subscription.

Terms of 30 days do not fit months: the next one may begin a day or two after the last one ended, or before it ends.
Such a gap is no pause and such an overlap no second subscription: a term lasts until the next one begins. A term that a
later and longer one overtakes ends there too, unless it is renewed at its own end (then the later one comes on top), or
credits of the subscription take back what was paid for already. What is not due to be renewed yet is believed to go on
beside the later one if it began beside another one. Where no subscription is named the customer stands for
it; then terms that overlap by more than days may be of two subscriptions, and both count.
"""

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.expressions import later_by
from kpidesk.facts.tables import FactTable

NEAR_DAYS = 3
"""How far a term may begin from the end of the last one: a month may be billed as 28 days."""

_BESIDE = ("next_from", "next_until", "after_next_from", "before_until", "least_")


@dataclass(frozen=True)
class Lasting:
    """``end`` is the first day not paid, or paid by the next term; ``is_followed`` where such a term is known."""

    table: FactTable
    end: ir.DateValue
    is_followed: ir.BooleanValue


def until_the_next(one: FactTable, start: str, until: str, void: ir.BooleanValue, as_of: date | None) -> Lasting:
    """How long each line of invoices lasts, of columns that hold its first and its first unpaid day."""
    is_named = one.has("subscription_id")
    key = one.text("subscription_id" if is_named else "customer_id")
    rows = one.rows
    amount = rows["amount"].cast("float64")
    lines = rows.select(of=key, begun=rows[start], over=rows[until], amount=amount, void=void)
    lines = lines.filter(lines.of.notnull() & (lines.over > lines.begun) & ~lines.void)
    terms = lines.group_by("of", "begun").agg(over=_.over.max(), least=_.amount.min())
    in_order = ibis.window(group_by="of", order_by="begun")
    values = (terms.begun.lead(1), terms.over.lead(1), terms.begun.lead(2), terms.over.lag(1))
    told = terms.select(
        "of",
        "begun",
        **{name: value.over(in_order) for name, value in zip(_BESIDE, values, strict=False)},
        least_=terms.least.min().over(ibis.window(group_by="of")),
    )
    one = one.over(rows.left_join(told, [key == told.of, rows[start] == told.begun]).drop("of", "begun"))
    begun, ends = one.rows[start], one.rows[until]
    is_due = ibis.literal(True) if as_of is None else ends <= as_of
    is_alone = one.rows["before_until"].isnull() | (one.rows["before_until"] <= later_by(begun, days=NEAR_DAYS))
    return _lasting(one, ends, is_named, is_due | is_alone)


def _lasting(one: FactTable, until: ir.DateValue, is_named: bool, may_be_overtaken: ir.BooleanValue) -> Lasting:
    first, first_until, second, _before, least = (one.rows[name] for name in _BESIDE)
    follows = _is_near(first, until)
    is_renewed = _is_near(second, until)
    overtaken = (first < until) & (first_until > until) & ~is_renewed & (least >= 0) & may_be_overtaken
    if not is_named:
        overtaken &= follows
    bridged = ibis.ifelse(follows, first, second)
    end = ibis.cases(
        (overtaken.fill_null(False), first), ((follows | is_renewed) & (bridged > until), bridged), else_=until
    )
    return Lasting(one, end, follows | is_renewed | overtaken.fill_null(False))


def _is_near(day: ir.DateValue, end: ir.DateValue) -> ir.BooleanValue:
    return (day.delta(end, unit="day").abs() <= NEAR_DAYS).fill_null(False)
