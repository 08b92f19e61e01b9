"""Paid time from a sheet of changes in MRR: each one is a signed amount from its day until the customer leaves.

Signs: a downgrade or churn takes away however it is written; anything else is what the cell says. Where customers come
with a first price, a ``new`` row says the same once more and is left out, as is the churn of a customer whose end is
known.
"""

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.facts.expressions import FAR, day_of
from kpidesk.facts.left_out import Rule
from kpidesk.facts.making import Making
from kpidesk.facts.paid_time import Claims, PaidTime, no_end, paid_time
from kpidesk.facts.tables import FactTable
from kpidesk.facts.words import words


def log_time(making: Making, one: FactTable, base: ir.Table | None) -> PaidTime:
    """One signed period per change; ``base`` are the rows of the ledger that the changes come on top of."""
    if base is not None:
        lives = _lives(base)
        one = one.over(one.rows.left_join(lives, one.text("customer_id") == lives.of).drop("of"))
    change = one.rows["mrr_change"].cast("float64")
    start, end = day_of(one.rows["start_date"]), no_end()
    rules: list[Rule] = []
    if base is not None:
        end = one.rows["gone"].nullif(ibis.date(FAR))
        rules += _rules_on_top(making, one, start)
    rules.append(_nothing(change))
    signed = change
    if one.has("movement_type"):
        takes = making.says(one, "movement_type", words().of("movement", "down", "churn"))
        signed = ibis.ifelse(takes, -change.abs(), change)
    claims = Claims(one.text("customer_id"), start, end, signed, is_signed=True)
    return paid_time(making, one, claims, rules)


def _lives(base: ir.Table) -> ir.Table:
    """First and last day of each customer of the ledger; FAR while open."""
    counted = base.filter(base.why == 0)
    until = counted.end.fill_null(ibis.date(FAR))
    return counted.group_by(of=counted.customer_id).agg(came=counted.start.min(), gone=until.max())


def _rules_on_top(making: Making, one: FactTable, start: ir.DateColumn) -> list[Rule]:
    joined = one.rows
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no such customer")
    rules = [Rule("unknown_customer", Level.WARNING, text, joined["came"].isnull())]
    if one.has("movement_type"):
        known = making.says(one, "movement_type", words().of("movement", "new"))
        gone = making.says(one, "movement_type", words().of("movement", "churn")) & (joined["gone"] < ibis.date(FAR))
        text = QT_TRANSLATE_NOOP(
            "facts", "{n} {n|row|rows} of {table} left out: the customer's own row says it already"
        )
        rules.append(Rule("said_already", Level.NOTE, text, known | gone))
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: outside the customer's time")
    rules.append(Rule("outside", Level.WARNING, text, (start < joined["came"]) | (start >= joined["gone"])))
    return rules


def _nothing(change: ir.FloatingValue) -> Rule:
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no amount")
    return Rule("no_change", Level.WARNING, text, change.isnull() | (change == 0))
