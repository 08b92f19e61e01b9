"""Paid time from invoices that say which period they are for.

The amount, less tax, is spread over the months of the term (30 days are a month, 365 a year). A part of a month counts
by the days of that very month, and a part of a longer term that another line bills to the same end by the days of that
term; negative lines are credits and count like the others: a plan that goes from 100 to 250 in mid-month, billed as -50
and +125 for what is left, is 250. Whether ``period_end`` is the last paid day or the first unpaid one is read off the
data. An invoice counts until the next one of its subscription begins (see following_terms) and no longer than the
subscription, where a subscriptions sheet knows its end; the last one, if it reaches the last known day, is open.
"""

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.core.period import Grain
from kpidesk.facts.expressions import day_of, later_by, period_index
from kpidesk.facts.following_terms import until_the_next
from kpidesk.facts.left_out import Rule
from kpidesk.facts.making import Making
from kpidesk.facts.paid_time import Claims, PaidTime, paid_time
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import words

_MONTH_DAYS = 365.25 / 12
_SLACK_DAYS, _SLACK_A_MONTH = 3.0, 0.5
"""How far a term may be from whole months: a month of 28 days, a year of 360."""

_ENDED, _FROM, _UNTIL = "subscription_ended", "term_from", "term_until"


def is_recurring(one: FactTable) -> bool:
    """True where invoices name their customer and period."""
    return one.has("customer_id", "amount", "period_start", "period_end")


def invoice_time(making: Making, one: FactTable) -> PaidTime:
    """One period per invoice."""
    is_inclusive = names_last_day(making, one)
    one = _with_subscription_end(making, one)
    last = day_of(one.rows["period_end"])
    one = _with_terms(one, later_by(last, days=1) if is_inclusive else last)
    lasting = until_the_next(one, _FROM, _UNTIL, _is_void(making, one), making.as_of)
    one, end = lasting.table, lasting.end
    start, until = one.rows[_FROM], one.rows[_UNTIL]
    rules = [_one_off(one), *_status_rules(making, one)]
    if making.as_of is not None:
        # A term that ends on the very last known day has its next invoice yet to come, if that is not there.
        is_open = (until >= making.as_of) & ~lasting.is_followed
        end = ibis.ifelse(is_open, ibis.null("date"), end)
    if _ENDED in one.rows.columns:
        ended = one.rows[_ENDED]
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: for time after the subscription's end")
        rules.append(Rule("after_end", Level.NOTE, text, ended <= start))
        end = ibis.ifelse((ended < ibis.coalesce(end, until)).fill_null(False), ended, end)
    money = _net(one) / _months_billed(making, one)
    return paid_time(making, one, Claims(one.text("customer_id"), start, end, money, may_be_credit=True), rules)


def names_last_day(making: Making, one: FactTable) -> bool:
    """True where periods end on their last paid day (1–31 January), False where on the first day of the next."""
    key = "subscription_id" if one.has("subscription_id") else "customer_id"
    rows = one.rows.select(k=one.rows[key], s=day_of(one.rows["period_start"]), e=day_of(one.rows["period_end"]))
    rows = rows.filter(rows.s != rows.e)
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


def _with_terms(one: FactTable, until: ir.DateValue) -> FactTable:
    """The invoices with first paid and first unpaid day."""
    return one.over(one.rows.mutate(**{_FROM: day_of(one.rows["period_start"]), _UNTIL: until}))


def _months_billed(making: Making, one: FactTable) -> ir.FloatingValue:
    """The months that a line is for; null for no time at all."""
    start, until = one.rows[_FROM], one.rows[_UNTIL]
    own, is_whole = _months(start, until), _is_whole(start, until)
    partial = (one.rows["amount"].cast("float64") < 0) | ~is_whole
    if not making.ask(one.rows.agg(n=partial.any().fill_null(False)))["n"][0]:
        return own
    keys = ["customer_id", "subscription_id"] if one.has("subscription_id") else ["customer_id"]
    begun = start.min().over(ibis.window(group_by=[*keys, _UNTIL]))
    longer = _months(begun, until)
    share = longer * until.delta(start, unit="day").cast("float64") / until.delta(begun, unit="day").cast("float64")
    is_part = (begun < start) & (~is_whole | (own >= longer))
    return ibis.ifelse(is_part.fill_null(False), share, own).nullif(0.0)


def _is_whole(start: ir.DateValue, until: ir.DateValue) -> ir.BooleanValue:
    """True for terms of nearly whole months."""
    days = until.delta(start, unit="day").cast("float64")
    whole = (days / _MONTH_DAYS).round().cast("float64")
    slack = ibis.greatest(whole * _SLACK_A_MONTH, _SLACK_DAYS)
    return (whole >= 1) & ((days - whole * _MONTH_DAYS).abs() <= slack)


def _months(start: ir.DateValue, until: ir.DateValue) -> ir.FloatingValue:
    """The months of a term: whole ones where it is nearly that, else by the calendar; null for no time at all."""
    days = until.delta(start, unit="day").cast("float64")
    whole = (days / _MONTH_DAYS).round().cast("float64")
    return ibis.ifelse(_is_whole(start, until), whole, _on_calendar(until) - _on_calendar(start)).nullif(0.0)


def _on_calendar(day: ir.DateValue) -> ir.FloatingValue:
    """Months since the year 0, with what part of its month is over when the day begins."""
    first = day.truncate("month")
    length = later_by(first, months=1).delta(first, unit="day").cast("float64")
    return period_index(day, Grain.MONTH).cast("float64") + (day.day() - 1).cast("float64") / length


def _net(one: FactTable) -> ir.FloatingValue:
    amount = one.rows["amount"].cast("float64")
    return amount - one.rows["tax"].cast("float64").fill_null(0.0) if one.has("tax") else amount


def _one_off(one: FactTable) -> Rule:
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out of recurring revenue: no period")
    start, end = day_of(one.rows["period_start"]), day_of(one.rows["period_end"])
    # Billing systems give what is sold once a period that begins and ends with the invoice.
    return Rule("one_off", Level.NOTE, text, start.isnull() | end.isnull() | (start == end))


def _status_rules(making: Making, one: FactTable) -> list[Rule]:
    if not one.has("status"):
        return []
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: void or failed")
    return [Rule("void_term", Level.NOTE, text, _is_void(making, one))]


def _is_void(making: Making, one: FactTable) -> ir.BooleanValue:
    if not one.has("status"):
        return ibis.literal(False)
    return making.says(one, "status", words().of("invoice", "void", "failed"))


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
