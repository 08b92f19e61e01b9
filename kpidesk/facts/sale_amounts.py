"""What a row of orders or invoices is about: its gross amount, the tax in it, and what of it went back.

An order may stand on several lines. Where its amount stands on one of them, as in exports of shops, or the same on each
(see told_per_order), the others say only what it consists of and add nothing. A negative row is a return: it sold
nothing and took back what it says, unless it is a discount among the lines of an order, or a credit for a period in the
same bill.
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kpidesk.facts.currency import uses_converted
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.told_per_order import told_once
from kpidesk.facts.words import words
from kpidesk.schema.model import ColumnType

_SALE_KEYS = {"orders": "order_id", "invoices": "invoice_id"}
_GROSS, _STATED, _TAKES_BACK, _SELLS = "sale_gross", "sale_stated", "sale_takes_back", "sale_sells"


@dataclass(frozen=True, slots=True, eq=False)
class SaleAmounts:
    """Amounts of each row in its own currency: ``gross`` is null where unknown, 0 for a return.

    ``stated`` is what stands in the sheet, ``net`` what is left of it; ``is_further_line`` is None where no order has
    its amount on another line. ``has_returns``: some rows are negative.
    """

    table: FactTable
    stated: ir.FloatingValue
    gross: ir.FloatingValue
    refund: ir.FloatingValue
    net: ir.FloatingValue
    is_further_line: ir.BooleanValue | None
    has_returns: bool


def sale_amounts(making: Making, one: FactTable) -> SaleAmounts:
    """The amounts of a table of orders or invoices; ``table`` has the columns that they are made of."""
    once = told_once(making, one, _SALE_KEYS[one.table])
    one, further = _with_gross(making, once, is_repeated=once is not one)
    stated = one.rows[_GROSS]
    negative = making.ask(one.rows.agg(n=(stated < 0).any().fill_null(False)))["n"][0]
    one = _with_neighbours(one) if negative else one
    stated = one.rows[_GROSS]
    if further:
        further_line = stated.isnull() & one.rows[_STATED]
    tax, refund = _tax(making, one, stated), _refund(making, one, stated)
    net = stated - tax - _without_tax(making, one, refund, tax)
    gross = stated
    if negative:
        returned = _is_return(making, one, stated)
        gross = ibis.ifelse(returned, 0.0, stated)
        refund = ibis.ifelse(returned, -stated, refund)
        net = ibis.ifelse(returned, stated - tax, net)
    return SaleAmounts(one, stated, gross, refund, net, further_line if further else None, bool(negative))


def _with_gross(making: Making, one: FactTable, *, is_repeated: bool) -> tuple[FactTable, bool]:
    """The rows with what they are about, and whether some of them are further lines of an order with an amount."""
    stated = _stated(one)
    listed = _listed(one) if one.has("quantity", "unit_price") else None
    key = _SALE_KEYS[one.table]
    if stated is not None and (listed is not None or is_repeated) and one.has(key):
        blanks = (stated.isnull() & one.rows[key].notnull()).any().fill_null(False)
        if making.ask(one.rows.agg(n=blanks))["n"][0]:
            on_some_line = stated.notnull().any().over(ibis.window(group_by=key))
            one = one.over(one.rows.mutate(**{_STATED: on_some_line & one.rows[key].notnull()}))
            stated, rows = _stated(one), one.rows
            otherwise = ibis.null("float64") if listed is None else _listed(one)
            gross = ibis.ifelse(rows[_STATED], stated, otherwise)
            return one.over(rows.mutate(**{_GROSS: gross})), True
    offers = [offer for offer in (stated, listed) if offer is not None]
    gross = ibis.coalesce(*offers) if offers else ibis.null("float64")
    return one.over(one.rows.mutate(**{_GROSS: gross})), False


def _stated(one: FactTable) -> ir.FloatingValue | None:
    """The amount that stands in the row, before tax and refunds are taken off; None where no column gives one."""
    offers: list[ir.FloatingValue] = []
    if uses_converted(one):
        offers.append(one.rows["converted_amount"].cast("float64"))
    if one.has("amount"):
        offers.append(_less_promotion(one, one.rows["amount"].cast("float64")))
    if not offers:
        return None
    return offers[0] if len(offers) == 1 else ibis.coalesce(*offers)


def _less_promotion(one: FactTable, amount: ir.FloatingValue) -> ir.FloatingValue:
    """What a promotion left of an amount; reports of shipments tell it below nought."""
    if not one.has("promotion"):
        return amount
    return amount - one.rows["promotion"].cast("float64").fill_null(0.0).abs()


def _listed(one: FactTable) -> ir.FloatingValue:
    """Quantity × price less discount."""
    value = one.rows["quantity"].cast("float64") * one.rows["unit_price"].cast("float64")
    if not one.has("discount"):
        return value
    discount = one.rows["discount"].cast("float64").fill_null(0.0)
    return value * (1.0 - discount) if one.typed["discount"].type is ColumnType.PERCENT else value - discount


def _with_neighbours(one: FactTable) -> FactTable:
    """The rows with what else their order or invoice has: a line that sells on the same day, a line that takes back."""
    key, gross = _SALE_KEYS[one.table], one.rows[_GROSS]
    if not one.has(key):
        return one.over(one.rows.mutate(**{_SELLS: ibis.literal(False), _TAKES_BACK: ibis.literal(False)}))
    day = {"orders": "order_date", "invoices": "invoice_date"}[one.table]
    same_day = [key, day] if one.has(day) else [key]
    known = one.rows[key].notnull()
    sells = (gross > 0).any().over(ibis.window(group_by=same_day)) & known
    takes_back = (gross < 0).any().over(ibis.window(group_by=key)) & known
    return one.over(one.rows.mutate(**{_SELLS: sells, _TAKES_BACK: takes_back}))


def _is_return(making: Making, one: FactTable, stated: ir.FloatingValue) -> ir.BooleanValue:
    """Negative rows that take back; where the status says so they do in any case."""
    part_of_sale = one.rows[_SELLS].fill_null(False)
    if one.has("period_start", "period_end"):
        part_of_sale |= one.rows["period_start"].notnull() & one.rows["period_end"].notnull()
    told = _says_refunded(making, one)
    returned = ~part_of_sale if told is None else told | ~part_of_sale
    return ((stated < 0) & returned).fill_null(False)


def _says_refunded(making: Making, one: FactTable) -> ir.BooleanValue | None:
    if not one.has("status"):
        return None
    family = "order" if one.table == "orders" else "invoice"
    return making.says(one, "status", words().of(family, "refunded"))


def _tax(making: Making, one: FactTable, gross: ir.FloatingValue) -> ir.FloatingValue:
    """The tax that amounts include."""
    if not one.has("tax"):
        return ibis.literal(0.0)
    tax = one.rows["tax"].cast("float64").fill_null(0.0)
    if one.has("quantity", "unit_price"):
        listed = _listed(one)
        without, including = (gross - listed).abs() < 0.01, (gross - tax - listed).abs() < 0.01
        votes = making.ask(
            one.rows.agg(
                without=(without & (tax != 0)).sum().fill_null(0).cast("float64"),
                including=(including & (tax != 0)).sum().fill_null(0).cast("float64"),
            )
        )
        if votes["without"][0] > votes["including"][0]:
            return ibis.literal(0.0)
    return tax


def _without_tax(making: Making, one: FactTable, refund: ir.FloatingValue, tax: ir.FloatingValue) -> ir.FloatingValue:
    """What went back less the tax in it: refunds include tax as amounts do, unless whole ones are seen to lack it.

    Shops, marketplaces and billing systems (Shopify's Refunded Amount, Stripe's amount refunded) tell what was paid
    back, which is tax and all.
    """
    if not one.has("tax"):
        return refund
    stated = one.rows[_GROSS]
    taxed = (tax != 0) & (refund != 0)
    whole, short = (refund - stated).abs() < 0.01, (refund - (stated - tax)).abs() < 0.01
    votes = making.ask(
        one.rows.agg(
            whole=(whole & taxed).sum().fill_null(0).cast("float64"),
            short=(short & taxed).sum().fill_null(0).cast("float64"),
        )
    )
    if votes["short"][0] > votes["whole"][0]:
        return refund
    return refund * (1.0 - ibis.ifelse((tax >= 0) & (tax < stated), tax / stated, 0.0))


def _refund(making: Making, one: FactTable, gross: ir.FloatingValue) -> ir.FloatingValue:
    """What went back; all of it where the status says refunded and neither a column nor a negative line how much."""
    given = one.rows["refund_amount"].cast("float64").abs().fill_null(0.0) if one.has("refund_amount") else None
    whole = _says_refunded(making, one)
    if whole is None:
        return ibis.literal(0.0) if given is None else given
    if _TAKES_BACK in one.rows.columns:
        whole &= ~one.rows[_TAKES_BACK].fill_null(False)
    if given is None:
        return ibis.ifelse(whole, gross, 0.0)
    return ibis.ifelse(whole & (given == 0), gross, given)
