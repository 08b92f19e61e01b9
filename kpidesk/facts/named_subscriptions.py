"""What the subscription that a row names says of the row: an invoice counts under the plan that it bills.

A customer may have had several plans; an invoice, an order or a ticket that names one of their subscriptions is about
that one. So its plan and all else that describes the subscription are those of the subscription, as of the day of the
row where several rows tell its history. What describes the customer (country, channel …) stays the customer's, and a
row that has the column itself is believed. Where no subscription of the customer is named, nothing is added here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.attribute_sets import OUTCOME_ATTRIBUTES
from kpidesk.facts.expressions import day_of
from kpidesk.facts.inputs import FactColumn
from kpidesk.facts.making import Making
from kpidesk.facts.tables import ATTRIBUTE_ROLES, FactTable
from kpidesk.schema.model import ColumnType

_DAYS = {
    "invoices": ("period_start", "invoice_date", "paid_date"),
    "orders": ("order_date",),
    "tickets": ("created_date",),
    "surveys": ("response_date",),
    "deals": ("closed_date", "created_date"),
}
"""The tables whose rows may name a subscription, and the first day of what a row is about."""
_OF_SUBSCRIPTIONS = frozenset({"plan", "billing_period", "product_name", "category"})
"""The roles that describe what was bought, not who bought it."""
_ID, _WHOSE = "subscription_id", "customer_id"
_FIRST, _LAST, _AFTER = date(1, 1, 1), date(9999, 12, 30), date(9999, 12, 31)


def with_named_subscriptions(making: Making) -> tuple[FactTable, ...]:
    """The tables; rows that name a subscription of their customer with the attributes of it, see ``borrowed``."""
    listed = [one for one in making.of("subscriptions") if one.has(_ID, _WHOSE)]
    return tuple(_told(making, one, listed) if one.table in _DAYS else one for one in making.tables)


def _told(making: Making, one: FactTable, listed: Sequence[FactTable]) -> FactTable:
    if not one.has(_ID, _WHOSE):
        return one
    rows, offers = one.rows, dict[str, list[str]]()
    for other in listed:
        names = _borrowed(making, one, other)
        if not names:
            continue
        said = {name: f"{name}__of{other.number}" for name in names}
        rows = _joined(rows, one, other, said)
        for name, column in said.items():
            offers.setdefault(name, []).append(column)
    if not offers:
        return one
    values = {name: ibis.coalesce(*(rows[column] for column in columns)) for name, columns in offers.items()}
    rows = rows.mutate(**values).drop(*(column for columns in offers.values() for column in columns))
    typed = one.typed | {name: FactColumn(name, ColumnType.TEXT, is_attribute=True) for name in values}
    return replace(
        one, rows=rows, typed=typed, attributes=(*one.attributes, *values), borrowed=frozenset(values) | one.borrowed
    )


def _borrowed(making: Making, one: FactTable, other: FactTable) -> list[str]:
    """The attributes that describe a subscription, of those that the rows lack."""
    of_customers = {name for sheet in making.of("customers") for name in sheet.attributes}
    others = (ATTRIBUTE_ROLES - _OF_SUBSCRIPTIONS) | OUTCOME_ATTRIBUTES | (of_customers - _OF_SUBSCRIPTIONS)
    return [name for name in other.attributes if name not in others and not one.has(name)]


def _joined(rows: ir.Table, one: FactTable, other: FactTable, said: dict[str, str]) -> ir.Table:
    """The rows with what a subscriptions sheet says of each, under the names given; no row twice."""
    terms = _terms(other, said)
    same = [plain_text(rows[_ID]) == terms.of_, plain_text(rows[_WHOSE]) == terms.whose_]
    if "from_" in terms.columns:
        days = [day_of(rows[name]) for name in _DAYS[one.table] if one.has(name)]
        day = ibis.coalesce(*days, ibis.literal(_LAST)) if days else ibis.literal(_LAST)
        same += [terms.from_ <= day, terms.until_ > day]
    joined = rows.left_join(terms, same)
    return joined.drop(*(name for name in ("of_", "whose_", "from_", "until_") if name in terms.columns))


def _terms(other: FactTable, said: dict[str, str]) -> ir.Table:
    """Columns of_, whose_ and the attributes; where a subscription may have several rows, from_ and until_ of each."""
    rows = other.rows
    names = {column: plain_text(rows[name]) for name, column in said.items()}
    terms = rows.select(of_=other.text(_ID), whose_=other.text(_WHOSE), **names)
    if _ID in other.different:
        return terms
    day = day_of(rows["start_date"]).fill_null(_FIRST) if other.has("start_date") else ibis.literal(_FIRST)
    terms = rows.select(of_=other.text(_ID), whose_=other.text(_WHOSE), from_=day, at_=other.row_no, **names)
    in_order = ibis.window(group_by=["of_", "whose_"], order_by=["from_", "at_"])
    terms = terms.mutate(until_=_.from_.lead().over(in_order).fill_null(_AFTER))
    # Of rows of one day the last one holds, and before the first of all that one does.
    terms = terms.filter(terms.until_ > terms.from_)
    return terms.mutate(from_=ibis.ifelse(ibis.row_number().over(in_order) == 0, _FIRST, terms.from_)).drop("at_")
