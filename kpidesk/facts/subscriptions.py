"""Paid time from subscription rows.

Trials and free plans are out; after a trial the paid time starts at its end. ``cancel_date`` is the first day that is
no longer paid (in some sheets the last one that is), or, if the rules say so, the day of the request: then the row
counts to the end of its paid period. The price is ``mrr``, else quantity × ``unit_mrr``, else ``amount`` (for all units
together) or quantity × unit price over the months of its interval; a discount is taken off amounts and prices, not off
``mrr``, unless it holds for the first bill only.
"""

from dataclasses import replace

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.left_out import Rule
from kpidesk.facts.making import Making
from kpidesk.facts.month_lists import until_known
from kpidesk.facts.paid_period import months_by_text, until_paid_period
from kpidesk.facts.paid_time import Claims, PaidTime, no_end, paid_time
from kpidesk.facts.standing import standing
from kpidesk.facts.tables import MONTHLY_PRICES, FactTable
from kpidesk.facts.words import words
from kpidesk.schema.model import ColumnType

_MONTH_DAYS = 31
_SOME_IDS_END = {2_000_000: "77", 200_000: "7"}
_ENOUGH_GAPS = 500
"""In a table of more rows the customers whose id ends so tell enough, if they show so many gaps."""


def is_log(one: FactTable) -> bool:
    """True for a sheet of changes in MRR instead of subscriptions."""
    return one.has("customer_id", "start_date", "mrr_change")


def is_priced(one: FactTable) -> bool:
    """True where the rows can say what they are worth a month."""
    is_billed = one.has("billing_period") and (one.has("amount") or one.has("unit_price"))
    return is_billed or any(map(one.has, MONTHLY_PRICES))


def subscription_time(making: Making, one: FactTable, *, priced: bool) -> PaidTime:
    """The paid time of a subscriptions table."""
    start = day_of(one.rows["start_date"])
    end = until_known(making, one, _first_unpaid_day(making, one)) if one.has("cancel_date") else no_end()
    rules = _trial_rules(making, one, end)
    if one.has("trial_end"):
        over = day_of(one.rows["trial_end"])
        start = ibis.ifelse((over > start).fill_null(False), over, start)
    rules += _status_rules(making, one, end)
    if making.rules.until_paid_period:
        one, end = until_paid_period(making, one, start, end)
    end, paused = standing(making, one, end)
    money = None
    if priced:
        intervals = months_by_text(making, one)
        money = _monthly(making, one, intervals)
        rules += [] if intervals is None else _interval_rules(making, one, intervals)
    claims = Claims(one.text("customer_id"), start, end, money)
    return replace(paid_time(making, one, claims, rules), paused=paused)


def _first_unpaid_day(making: Making, one: FactTable) -> ir.DateValue:
    """The end of each row; a day later where the sheet names the last paid day, as the next rows of customers show.

    They do if more of them start on the day after an end than on the day itself, and no fewer than all the others that
    start within a month.
    """
    end = day_of(one.rows["cancel_date"])
    rows = one.rows.select(k=one.text("customer_id"), s=day_of(one.rows["start_date"]), e=end)
    votes, known = None, making.store.count(one.input.dataset)
    some = next((ending for many, ending in _SOME_IDS_END.items() if known > many), None)
    if some is not None:
        votes = _gaps(making, rows.filter(rows.k.endswith(some)))
    if votes is None or sum(votes) < _ENOUGH_GAPS:
        votes = _gaps(making, rows)
    same_day, next_day, later = votes
    return later_by(end, days=1) if next_day > same_day and next_day >= same_day + later else end


def _gaps(making: Making, rows: ir.Table) -> tuple[float, float, float]:
    """How many next rows (of k, by s) start on the day of an end (e), on the day after, later within a month."""
    next_start = rows.s.lead().over(ibis.window(group_by="k", order_by=["s", "e"]))
    gaps = rows.mutate(gap=next_start.delta(rows.e, unit="day"))
    among = {"same_day": gaps.gap == 0, "next_day": gaps.gap == 1, "later": gaps.gap.between(2, _MONTH_DAYS)}
    found = making.ask(gaps.agg(**{name: each.sum().fill_null(0).cast("float64") for name, each in among.items()}))
    return float(found["same_day"][0]), float(found["next_day"][0]), float(found["later"][0])


def note_unpriced(making: Making, one: FactTable) -> None:
    """Say which column would give prices."""
    if one.has("amount") or one.has("unit_price"):
        text = QT_TRANSLATE_NOOP("facts", "{table} has amounts but no billing period: what they are a month is unknown")
        making.findings.append(
            Finding(
                Level.WARNING,
                "facts.no_billing_period",
                Message(text, table=one.input.name),
                one.input.place(),
            )
        )


def _trial_rules(making: Making, one: FactTable, end: ir.DateValue) -> list[Rule]:
    """Rows that never came to be paid."""
    never: list[ir.BooleanValue] = []
    if one.has("trial_end"):
        over = day_of(one.rows["trial_end"])
        begun = day_of(one.rows["trial_start"]) if one.has("trial_start") else day_of(one.rows["start_date"])
        never.append((end <= over) & (over > begun))
    if one.has("trial_flag"):
        unknown_end = day_of(one.rows["trial_end"]).isnull() if one.has("trial_end") else ibis.literal(True)
        never.append(one.rows["trial_flag"] & unknown_end)
    if one.has("status"):
        in_trial = making.says(one, "status", words().of("subscription", "trial"))
        # With a trial's end in the past the status is merely old; one in the future starts after as_of anyway.
        never.append(in_trial & (day_of(one.rows["trial_end"]).isnull() if one.has("trial_end") else True))
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: a trial that was never paid")
    return [Rule("trial", Level.NOTE, text, ibis.or_(*never).fill_null(False))] if never else []


def _status_rules(making: Making, one: FactTable, end: ir.DateValue) -> list[Rule]:
    """Rows whose status says that they are over, or not begun, while no date says since when."""
    ended: list[ir.BooleanValue] = []
    rules = []
    if one.has("churn_flag"):
        ended.append(one.rows["churn_flag"])
    if one.has("status"):
        ended.append(making.says(one, "status", words().of("subscription", "ended")))
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: not begun yet, or free")
        rules.append(
            Rule(
                "not_begun",
                Level.NOTE,
                text,
                making.says(one, "status", words().of("subscription", "not_begun", "free")),
            )
        )
    if ended:
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: cancelled, and no date says when")
        rules.insert(0, Rule("cancelled_undated", Level.WARNING, text, ibis.or_(*ended) & end.isnull()))
    return rules


def _interval_rules(making: Making, one: FactTable, intervals: dict[str, float | None]) -> list[Rule]:
    unknown = [text for text, months in intervals.items() if months is None]
    column = one.text("billing_period")
    by_month = [one.rows[name].notnull() for name in MONTHLY_PRICES if one.has(name)]
    priced_otherwise = ibis.or_(*by_month) if by_month else ibis.literal(False)
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: billing interval not known ({values})")
    params = {"values": ", ".join(unknown[:8])}
    condition = column.isin(unknown) & ~priced_otherwise
    return [Rule("unknown_interval", Level.BLOCKER, text, condition, params)] if unknown else []


def _monthly(making: Making, one: FactTable, intervals: dict[str, float | None] | None) -> ir.FloatingValue:
    """What the row is worth a month, in its own currency."""
    offers: list[ir.FloatingValue] = []
    if one.has("mrr"):
        mrr = one.rows["mrr"].cast("float64")
        is_billed = intervals is not None and (one.has("amount") or one.has("unit_price"))
        is_otherwise_told = is_billed or one.has("unit_mrr")
        # What is over is worth nothing today; what it was worth its price says.
        offers.append(ibis.ifelse(_is_over(making, one) & (mrr == 0), ibis.null(), mrr) if is_otherwise_told else mrr)
    if one.has("unit_mrr"):
        offers.append(_discounted(making, one, _of_all_units(one, "unit_mrr")))
    if intervals is not None:
        if one.has("amount"):
            offers.append(_per_month(one, _discounted(making, one, one.rows["amount"].cast("float64")), intervals))
        if one.has("unit_price"):
            offers.append(_per_month(one, _discounted(making, one, _of_all_units(one, "unit_price")), intervals))
    return offers[0] if len(offers) == 1 else ibis.coalesce(*offers)


def _of_all_units(one: FactTable, price: str) -> ir.FloatingValue:
    """The price of one unit times the quantity; a row that names no quantity is of one."""
    units = one.rows["quantity"].cast("float64").fill_null(1.0) if one.has("quantity") else 1.0
    return one.rows[price].cast("float64") * units


def _is_over(making: Making, one: FactTable) -> ir.BooleanValue:
    """Rows with an end, or with a status that says so."""
    over = one.rows["cancel_date"].notnull() if one.has("cancel_date") else ibis.literal(False)
    return over | making.says(one, "status", words().of("subscription", "ended")) if one.has("status") else over


def _per_month(one: FactTable, amount: ir.FloatingValue, intervals: dict[str, float | None]) -> ir.FloatingValue:
    """Amount over months; nothing for what never recurs, null for an interval that we do not know."""
    column = one.text("billing_period")
    lengths = {text: months for text, months in intervals.items() if months}
    never = [text for text, months in intervals.items() if months == 0]
    months = ibis.null("float64")
    if lengths:
        months = ibis.cases(*((column == text, length) for text, length in lengths.items()), else_=months)
    return ibis.ifelse(column.isin(never), 0.0, amount / months) if never else amount / months


def _discounted(making: Making, one: FactTable, amount: ir.FloatingValue) -> ir.FloatingValue:
    if not one.has("discount") or making.rules.discounts == "none":
        return amount
    given = one.rows["discount"].cast("float64").fill_null(0.0)
    for name in ("discount_duration", "coupon_duration"):
        if one.has(name) and making.rules.discounts == "recurring":
            once = making.says(one, name, words().of("discount", "one_off"))
            given = ibis.ifelse(once, 0.0, given)
        if one.has(name) and making.rules.discounts == "forever":
            ends = one.rows[name].notnull() & ~making.says(one, name, words().of("discount", "forever"))
            given = ibis.ifelse(ends, 0.0, given)
    if one.typed["discount"].type is ColumnType.PERCENT:
        return amount * (1.0 - given)
    return amount - given
