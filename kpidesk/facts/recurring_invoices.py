"""Paid time from invoices that say which period they are for.

The amount, less tax, is spread over the months of the term (30 days are a month, 365 a year). Whether ``period_end``
is the last paid day or the first unpaid one is read off the data. An invoice counts no longer than its subscription,
where a subscriptions sheet knows its end; the last one of a customer, if it reaches the last known day, is open.
"""

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.left_out import Rule
from kpidesk.facts.making import Making
from kpidesk.facts.paid_time import Claims, PaidTime, paid_time
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import words

_MONTH_DAYS = 365.25 / 12
_SLACK_DAYS, _SLACK_A_MONTH = 3.0, 0.5
"""How far a term may be from whole months: a month of 28 days, a year of 360."""

_ENDED = "subscription_ended"


def is_recurring(one: FactTable) -> bool:
    """True where invoices name their customer and period."""
    return one.has("customer_id", "amount", "period_start", "period_end")


def invoice_time(making: Making, one: FactTable) -> PaidTime:
    """One period per invoice."""
    is_inclusive = names_last_day(making, one)
    one = _with_subscription_end(making, one)
    start, last = day_of(one.rows["period_start"]), day_of(one.rows["period_end"])
    until = later_by(last, days=1) if is_inclusive else last
    rules = [_one_off(one), *_status_rules(making, one)]
    end = until
    if making.as_of is not None:
        # A term that ends on the very last known day has its next invoice yet to come.
        end = ibis.ifelse(until >= making.as_of, ibis.null("date"), until)
    if _ENDED in one.rows.columns:
        ended = one.rows[_ENDED]
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: for time after the subscription's end")
        rules.append(Rule("after_end", Level.NOTE, text, ended <= start))
        end = ibis.ifelse((ended < until).fill_null(False), ended, end)
    money = _net(one) / _months(start, until)
    return paid_time(making, one, Claims(one.text("customer_id"), start, end, money), rules)


def names_last_day(making: Making, one: FactTable) -> bool:
    """True where periods end on their last paid day (1–31 January), False where on the first day of the next."""
    key = "subscription_id" if one.has("subscription_id") else "customer_id"
    rows = one.rows.select(k=one.rows[key], s=day_of(one.rows["period_start"]), e=day_of(one.rows["period_end"]))
    rows = rows.filter(rows.s.notnull() & rows.e.notnull())
    following = rows.mutate(gap=rows.s.lead().over(ibis.window(group_by="k", order_by="s")).delta(rows.e, unit="day"))
    tomorrow = later_by(rows.e, days=1)
    votes = making.ask(
        following.agg(
            next_day=(following.gap == 1).sum().fill_null(0).cast("float64"),
            same_day=(following.gap == 0).sum().fill_null(0).cast("float64"),
        ).cross_join(
            rows.agg(
                whole=(tomorrow.day() == rows.s.day()).sum().fill_null(0).cast("float64"),
                over=(rows.e.day() == rows.s.day()).sum().fill_null(0).cast("float64"),
            )
        )
    )
    chained, single = votes["next_day"][0] - votes["same_day"][0], votes["whole"][0] - votes["over"][0]
    return bool(chained > 0 or (chained == 0 and single > 0))


def _months(start: ir.DateColumn, until: ir.DateColumn) -> ir.FloatingValue:
    """The months of a term: whole ones where it is nearly that; null for no time at all."""
    days = until.delta(start, unit="day").cast("float64")
    whole = (days / _MONTH_DAYS).round().cast("float64")
    slack = ibis.greatest(whole * _SLACK_A_MONTH, _SLACK_DAYS)
    near = (whole >= 1) & ((days - whole * _MONTH_DAYS).abs() <= slack)
    return ibis.ifelse(near, whole, days / _MONTH_DAYS).nullif(0.0)


def _net(one: FactTable) -> ir.FloatingValue:
    amount = one.rows["amount"].cast("float64")
    return amount - one.rows["tax"].cast("float64").fill_null(0.0) if one.has("tax") else amount


def _one_off(one: FactTable) -> Rule:
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out of recurring revenue: no period")
    return Rule("one_off", Level.NOTE, text, one.rows["period_start"].isnull() | one.rows["period_end"].isnull())


def _status_rules(making: Making, one: FactTable) -> list[Rule]:
    if not one.has("status"):
        return []
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: void or failed")
    return [Rule("void_term", Level.NOTE, text, making.says(one, "status", words().of("invoice", "void", "failed")))]


def _with_subscription_end(making: Making, one: FactTable) -> FactTable:
    """The invoices with the day on which their subscription ended, where a subscriptions sheet knows."""
    known = [
        other.rows.select(of=other.text("subscription_id"), on=day_of(other.rows["cancel_date"]))
        for other in making.of("subscriptions")
        if other.has("subscription_id", "cancel_date")
    ]
    if not known or not one.has("subscription_id"):
        return one
    rows = ibis.union(*known, distinct=False) if len(known) > 1 else known[0]
    last = ibis.ifelse(rows.on.count() == rows.count(), rows.on.max(), ibis.null("date"))
    ends = rows.group_by("of").agg(**{_ENDED: last})
    return one.over(one.rows.left_join(ends, one.text("subscription_id") == ends.of).drop("of"))
