"""Rows of business tables as facts: the day, the customer's code, money in cents, every column that has a role.

Orders and invoices that do not count by their status are left out. Their ``amount`` is net of tax and refunds, their
``gross`` what stands in the sheet. Tax is taken off unless amounts are seen to be quantity × price without it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.facts import left_out
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.codes import Codes, customer_column
from kpidesk.facts.expressions import cents, day_of
from kpidesk.facts.left_out import Rule
from kpidesk.facts.making import Making
from kpidesk.facts.paid_time import after, money_rules
from kpidesk.facts.sale_amounts import SaleAmounts, sale_amounts
from kpidesk.facts.survey_scores import SATISFIED, satisfied
from kpidesk.facts.tables import MONEY_ROLES, FactTable
from kpidesk.facts.words import words
from kpidesk.schema.model import ColumnType

DAY_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "orders": ("order_date",),
    "invoices": ("invoice_date", "paid_date"),
    "spend": ("date",),
    "web_traffic": ("date",),
    "leads": ("created_date",),
    "deals": ("closed_date", "created_date"),
    "surveys": ("response_date",),
    "tickets": ("created_date",),
    "events": ("event_time",),
    "social": ("date",),
    "email": ("send_date",),
    "referrals": ("invited_date",),
}
"""The row tables and the columns that give their day: the first that is filled."""

_UNDATED = ("web_traffic", "surveys")
"""Tables that are of use without any date."""

_AMOUNTS = (("amount",), ("gross_amount",), ("converted_amount",), ("quantity", "unit_price"))
"""What gives a row its amount."""


@dataclass(frozen=True)
class RowPart:
    """The rows of one input with ``why``; see left_out. ``has_returns``: some of them take back what was sold."""

    table: FactTable
    rows: ir.Table
    rules: tuple[Rule, ...]
    has_returns: bool = False


def row_part(making: Making, one: FactTable) -> RowPart:
    """Select and judge the rows of one table."""
    sale = sale_amounts(making, one) if one.table in ("orders", "invoices") else None
    one = one if sale is None else sale.table
    days = [day_of(one.rows[name]) for name in DAY_COLUMNS[one.table] if one.has(name)]
    day = ibis.coalesce(*days) if days else ibis.null("date")
    rate = None if making.currencies.is_plain(one) else making.currencies.rate(one, day)
    columns: dict[str, ir.Value] = {"day": day, "src": ibis.literal(one.number, "int32"), "row_no": one.row_no}
    name = customer_column(one)
    if name is not None:
        columns["customer_id"] = one.text(name)
    for role, column in one.typed.items():
        if role not in columns and role != name:
            columns[role] = _cell(one, role, column.type, rate)
    if (is_satisfied := satisfied(making, one)) is not None:
        columns[SATISFIED] = is_satisfied
    rules = _day_rules(making, one, day)
    if sale is not None:
        rules += _amount_rules(making, one, sale)
    if sale is not None and _is_priced(one):
        columns["gross"] = _in_cents(sale.gross, rate)
        columns["refund_amount"] = _in_cents(sale.refund, rate)
        columns["amount"] = _in_cents(sale.net, rate)
        rules += money_rules(making, one, sale.stated, rate)
    elif rate is not None and one.has("cost"):
        rules += money_rules(making, one, one.rows["cost"].cast("float64"), rate)
    rows = one.rows.select(**columns, why=left_out.why(rules))
    return RowPart(one, rows, tuple(rules), has_returns=sale is not None and sale.has_returns)


def note_left_out(making: Making, parts: Sequence[RowPart]) -> None:
    """Findings for the rows that do not count."""
    for part in parts:
        if part.rules:
            counted = part.rows.group_by("why").agg(n=_.count(), first=_.row_no.min())
            found = making.ask(counted)
            tallies = {
                int(number): left_out.Tally(int(n), int(first) if first == first else None)
                for number, n, first in zip(found["why"], found["n"], found["first"], strict=True)
            }
            making.notice(part.table.table, left_out.findings(part.table.input, part.rules, tallies))


def united(parts: Sequence[RowPart], codes: Codes | None) -> ir.Table:
    """The rows that count of all parts, with ``c`` for the customer; columns that a part lacks are null in it."""
    tables = [part.rows.filter(part.rows.why == left_out.COUNTS).drop("why") for part in parts]
    types: dict[str, str] = {}
    for table in tables:
        for name, kind in table.schema().items():
            types[name] = _common(types.get(name), kind)
    aligned = [
        table.select(
            **{
                name: table[name].cast(kind) if name in table.columns else ibis.null(kind)
                for name, kind in types.items()
            }
        )
        for table in tables
    ]
    rows = ibis.union(*aligned, distinct=False) if len(aligned) > 1 else aligned[0]
    if "customer_id" not in types or codes is None:
        return rows
    return codes.coded(rows)


def _common(known: str | None, kind: object) -> str:
    """The type that holds both: numbers as float64, dates and times as times, anything else as text."""
    name = str(kind).removeprefix("!")
    if known is None or known == name:
        return name
    numbers = ("int", "float", "uint")
    if known.startswith(numbers) and name.startswith(numbers):
        return "float64"
    if known.startswith(("date", "timestamp")) and name.startswith(("date", "timestamp")):
        return "timestamp(6)"
    return "string"


def _cell(one: FactTable, role: str, kind: ColumnType, rate: ir.FloatingValue | None) -> ir.Value:
    column = one.rows[role]
    is_money = kind is ColumnType.MONEY or (role in MONEY_ROLES and kind is ColumnType.NUMBER)
    if is_money and column.type().is_numeric():
        return _in_cents(column.cast("float64"), rate)
    if role in one.attributes:
        return plain_text(column)
    return column


def _in_cents(money: ir.FloatingValue, rate: ir.FloatingValue | None) -> ir.IntegerValue:
    return cents(money if rate is None else money * rate)


def _day_rules(making: Making, one: FactTable, day: ir.DateValue) -> list[Rule]:
    rules = []
    is_timeless = making.as_of is None and not any(one.has(name) for name in DAY_COLUMNS[one.table])
    if one.table not in _UNDATED and not is_timeless:
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no date")
        rules.append(Rule("no_date", Level.WARNING, text, day.isnull()))
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: after the last known day")
    # What closes in the future is no mistake: it is open.
    if one.table != "deals":
        rules.append(Rule("later", Level.NOTE, text, after(day, making.as_of)))
    return rules


def _amount_rules(making: Making, one: FactTable, sale: SaleAmounts) -> list[Rule]:
    rules = []
    if one.has("status"):
        listed = words().of("invoice", "void", "failed")
        if one.table == "orders":
            listed = words().of("order", "cancelled", "unpaid", "failed")
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: cancelled, unpaid or failed")
        rules.append(Rule("not_counted", Level.NOTE, text, making.says(one, "status", listed)))
    kinds = next((name for name in ("entry_type", "status") if one.has(name)), None)
    if kinds is not None:
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: payouts and fees, no sales")
        rules.append(Rule("moved", Level.NOTE, text, making.says(one, kinds, words().of("entry", "moved"))))
    if sale.is_further_line is not None:
        text = QT_TRANSLATE_NOOP(
            "facts",
            "{n} {n|row|rows} of {table} counted with the line on which the amount of the order stands: by product, all"
            " of it is that line's",
        )
        rules.append(Rule("further_lines", Level.NOTE, text, sale.is_further_line))
    if _is_priced(one):
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: no amount")
        rules.append(Rule("no_amount", Level.WARNING, text, sale.stated.isnull()))
    return rules


def _is_priced(one: FactTable) -> bool:
    """Whether any column gives the rows an amount; the rows of other lists can still be counted."""
    return any(one.has(*names) for names in _AMOUNTS)


def is_whole_refund(rows: ir.Table) -> ir.BooleanValue:
    """Rows whose whole amount went back: they are refunds, not sales any more."""
    if "gross" not in rows.columns:
        return ibis.literal(False)
    return (rows.gross != 0) & (rows.refund_amount == rows.gross)


def is_purchase(rows: ir.Table) -> ir.BooleanValue:
    """Rows by which somebody bought: neither refunded as a whole nor returns."""
    return ~is_whole_refund(rows) & (rows.amount >= 0) if "amount" in rows.columns else ibis.literal(True)


def purchases(rows: ir.Table) -> ir.Table:
    """The rows by which somebody bought."""
    return rows.filter(is_purchase(rows)) if "amount" in rows.columns else rows
