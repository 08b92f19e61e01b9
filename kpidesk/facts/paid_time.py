"""Rows of any table as paid time: who, from when, until when, how much a month, and whether the row counts at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.facts.exchange import MONEY, MONEY_OF
from kpidesk.facts.expressions import cents
from kpidesk.facts.left_out import NO_RATE, Rule, why
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

UNPRICED_CENTS = 100
"""What a running subscription counts where no price is known."""


@dataclass(frozen=True)
class PaidTime:
    """``rows``: customer_id, start, end, cents, src, row_no, why (see left_out); ``rules`` explain ``why``.

    Where a rate changes from month to month also what is paid and in which currency; see exchange.

    ``paused`` is how many rows were taken to end today, for nobody knows since when they are paused.
    """

    table: FactTable
    rows: ir.Table
    rules: tuple[Rule, ...]
    paused: int = 0


@dataclass(frozen=True)
class Claims:
    """What a row says, before anybody judges it; ``money`` is per month in the row's currency, None where unknown.

    ``is_signed``: rows are changes, not prices. ``may_be_credit``: prices, of which some are taken back.
    """

    customer: ir.StringColumn
    start: ir.DateColumn
    end: ir.DateValue
    money: ir.FloatingValue | None
    is_signed: bool = False
    may_be_credit: bool = False


def paid_time(making: Making, one: FactTable, claims: Claims, special: Sequence[Rule]) -> PaidTime:
    """Judge the rows: the rules that every source shares, and between them its own."""
    customer = claims.customer
    rules = [*_beginning(making, customer, claims.start), *special, *_lasting(claims.start, claims.end)]
    amount: ir.IntegerValue = ibis.literal(UNPRICED_CENTS, "int64")
    if claims.money is not None:
        rate = None if making.currencies.is_plain(one) else making.currencies.rate(one, claims.start)
        amount = cents(claims.money if rate is None else claims.money * rate)
        rules += money_rules(making, one, claims.money, rate)
        rules += [] if claims.is_signed else _price(amount)
        rules += [] if claims.is_signed or claims.may_be_credit else [_negative(amount)]
    end = claims.end
    if making.as_of is not None:
        end = ibis.ifelse(end > making.as_of, ibis.null("date"), end)
    rows = one.rows.select(
        customer_id=customer,
        start=claims.start,
        end=end,
        cents=amount,
        src=ibis.literal(one.number, "int32"),
        row_no=one.row_no,
        why=why(rules),
        **_as_paid(making, one, claims, amount),
    )
    return PaidTime(one, rows, tuple(rules))


def _as_paid(making: Making, one: FactTable, claims: Claims, amount: ir.IntegerValue) -> dict[str, ir.Value]:
    """What is paid in a currency whose rate changes, where there is such."""
    if not making.currencies.is_moving:
        return {}
    moving = ibis.literal(0, "int16") if claims.money is None else making.currencies.moving(one)
    money = amount / 100.0 if claims.money is None else claims.money
    return {MONEY: money.cast("float64"), MONEY_OF: moving.cast("int16")}


def no_end() -> ir.DateValue:
    """An end that nobody knows."""
    return ibis.null("date")


def after(day: ir.DateColumn, as_of: date | None) -> ir.BooleanValue:
    """True where the day is later than what is known."""
    return ibis.literal(False) if as_of is None else day > as_of


def money_rules(making: Making, one: FactTable, money: ir.FloatingValue, rate: ir.FloatingValue | None) -> list[Rule]:
    """Rows in a currency without a rate are left out."""
    if rate is None:
        return []
    others = ", ".join(making.currencies.strangers(one))
    params = {"currencies": others, "base": making.currencies.base}
    return [
        Rule(
            NO_RATE,
            Level.WARNING,
            QT_TRANSLATE_NOOP(
                "facts",
                "{n} {n|row|rows} of {table} in {currencies} left out: no rate to {base} is set",
            ),
            rate.isnull() & money.notnull(),
            params,
        )
    ]


def _beginning(making: Making, customer: ir.StringColumn, start: ir.DateColumn) -> list[Rule]:
    return [
        Rule(
            "no_customer",
            Level.WARNING,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no customer"),
            customer.isnull(),
        ),
        Rule(
            "no_start",
            Level.WARNING,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no start date"),
            start.isnull(),
        ),
        Rule(
            "starts_later",
            Level.NOTE,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: starts after the last known day"),
            after(start, making.as_of),
        ),
    ]


def _lasting(start: ir.DateColumn, end: ir.DateValue) -> list[Rule]:
    return [
        Rule(
            "reversed_period",
            Level.WARNING,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: ends before it starts"),
            end < start,
        ),
        Rule(
            "empty_period",
            Level.NOTE,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: ends on the day it starts"),
            end == start,
        ),
    ]


def _price(amount: ir.IntegerValue) -> list[Rule]:
    return [
        Rule(
            "no_price",
            Level.WARNING,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no price"),
            amount.isnull(),
        ),
        Rule(
            "free",
            Level.NOTE,
            QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: free, or paid once only"),
            amount == 0,
        ),
    ]


def _negative(amount: ir.IntegerValue) -> Rule:
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: negative price")
    return Rule("negative_price", Level.WARNING, text, amount < 0)
