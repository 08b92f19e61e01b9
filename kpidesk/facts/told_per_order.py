"""Amounts of whole orders that stand on each of their lines: they count on the first line alone.

Exports of shops that write a row for each product repeat there what the order came to. It shows where the lines of an
order say the same amount whatever their own quantity and price: their sum is then nearer to the amount itself than to
the amount as often as there are lines.
"""

import ibis
from ibis import _

from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

_REPEATED = ("amount", "converted_amount", "refund_amount", "tax")
_LEAST_ORDERS, _LEAST_AMOUNTS = 5, 3
_MOST = 0.95
_CENT = 0.005


def told_once(making: Making, one: FactTable, key: str) -> FactTable:
    """The table; where its amounts are those of whole orders (by key) they are null on all lines but the first."""
    if key in one.different or not one.has(key, "amount") or not _is_told_per_order(making, one, key):
        return one
    rows = one.rows.mutate(told_row=one.row_no)
    first = rows.told_row == rows.told_row.min().over(ibis.window(group_by=key))
    kept = {
        name: ibis.ifelse(first | rows[key].isnull(), rows[name], ibis.null()) for name in _REPEATED if one.has(name)
    }
    return one.over(rows.mutate(**kept).drop("told_row"))


def _is_told_per_order(making: Making, one: FactTable, key: str) -> bool:
    stated = one.rows["amount"].cast("float64")
    priced = _counts(one, "quantity") and _counts(one, "unit_price")
    if not priced and not _counts(one, "quantity"):
        return False
    quantity = one.rows["quantity"].cast("float64")
    line = quantity * one.rows["unit_price"].cast("float64") if priced else quantity
    lines = one.rows.select(key=one.rows[key], stated=stated, line=line).filter(_.key.notnull() & _.stated.notnull())
    orders = lines.group_by("key").agg(
        n=_.count(), low=_.stated.min(), high=_.stated.max(), own=_.line.sum(), least=_.line.min(), most=_.line.max()
    )
    several = orders.filter((orders.n > 1) & (orders.high > 0))
    is_same = (several.high - several.low) < _CENT
    if priced:
        is_whole = (several.high - several.own).abs() < (several.n * several.high - several.own).abs()
        is_open = several.own > 0
    else:
        is_whole, is_open = ibis.literal(True), several.least < several.most
    told = making.ask(
        several.filter(is_open).agg(
            n=_.count(),
            same=(is_same & is_whole).sum().fill_null(0).cast("float64"),
            amounts=several.high.nunique(),
        )
    )
    n = int(told["n"][0])
    return n >= _LEAST_ORDERS and int(told["amounts"][0]) >= _LEAST_AMOUNTS and float(told["same"][0]) >= _MOST * n


def _counts(one: FactTable, name: str) -> bool:
    """Whether there is a column of numbers of that name; in invoices it has no role, and may be anything."""
    return one.has(name) and one.rows[name].type().is_numeric()
