"""Customers: one row each, merged from all sheets that describe them, with their paid time and their attributes.

An attribute is what a customers sheet says of the customer; where none knows it, what the latest row of their
subscriptions, invoices or orders says. So it is fixed: a customer's past is shown under what they are now.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.codes import Codes, customer_column
from kpidesk.facts.expressions import FAR, cents, day_of
from kpidesk.facts.making import Making
from kpidesk.facts.rows import DAY_COLUMNS
from kpidesk.facts.tables import FactTable, attribute_text

_DESCRIBING = ("subscriptions", "invoices", "orders")
_START_COLUMNS = {"subscriptions": ("start_date",)}
_FIELDS = {
    "signup_day": "date",
    "churn_flag": "boolean",
    "tenure_months": "float64",
    "mrr": "int64",
    "total_revenue": "int64",
    "row_no": "int64",
    "src": "int32",
}


def make_customers(making: Making, codes: Codes, periods: ir.Table | None) -> ir.Table:
    """Columns c, customer_id, first_start, last_end, the fields of a customers sheet, raw attributes; unnamed."""
    described = making.of("customers")
    known = _known(making, codes, periods)
    names = codes.table.select(id_c=codes.table.c, customer_id=codes.table.customer_id)
    rows = known.left_join(names, known.c == names.id_c).drop("id_c")
    rows = _with_periods(rows, periods)
    sheets = [_latest(_of_sheet(making, one), codes, newest=False) for one in described]
    rows = _filled_from(rows, sheets, _FIELDS)
    names_known = {name for one in described for name in one.attributes}
    rows = _filled_from(rows, sheets, dict.fromkeys(sorted(names_known), "string"))
    for one in making.of(*_DESCRIBING):
        more = sorted(set(one.attributes) - names_known)
        if more and customer_column(one) is not None:
            rows = _filled_from(rows, [_latest(_of_rows(one, more), codes, newest=True)], dict.fromkeys(more, "string"))
            names_known |= set(more)
    return rows


def customer_attributes(making: Making) -> tuple[str, ...]:
    """The names of attributes that customers have."""
    tables = [*making.of("customers"), *making.of(*_DESCRIBING)]
    named = (one for one in tables if customer_column(one) is not None)
    return tuple(dict.fromkeys(name for one in named for name in one.attributes))


def _known(making: Making, codes: Codes, periods: ir.Table | None) -> ir.Table:
    """The codes of everybody who is a customer: described, paying or buying; else everybody who is named."""
    named = [
        codes.coded(one.rows.select(customer_id=one.text("customer_id"))).select("c")
        for one in making.of("customers", "orders", "invoices")
        if one.has("customer_id")
    ]
    if periods is not None:
        named.append(periods.select("c"))
    if not named:
        return codes.table.select("c")
    rows = ibis.union(*named, distinct=True) if len(named) > 1 else named[0].distinct()
    return rows.filter(rows.c.notnull())


def _with_periods(rows: ir.Table, periods: ir.Table | None) -> ir.Table:
    if periods is None:
        return rows.mutate(first_start=ibis.null("date"), last_end=ibis.null("date"))
    last = periods.end.fill_null(ibis.date(FAR)).max().nullif(ibis.date(FAR))
    lives = periods.group_by(of=periods.c).agg(first_start=periods.start.min(), last_end=last)
    return rows.left_join(lives, rows.c == lives.of).drop("of")


def _of_sheet(making: Making, one: FactTable) -> ir.Table:
    """What a customers sheet says, in the types of the relation."""
    rate = None if making.currencies.is_plain(one) else making.currencies.rate(one)
    columns: dict[str, ir.Value] = {
        "customer_id": one.text("customer_id"),
        "at": one.row_no,
        "row_no": one.row_no,
        "src": ibis.literal(one.number, "int32"),
    }
    if one.has("signup_date"):
        columns["signup_day"] = day_of(one.rows["signup_date"])
    if one.has("churn_flag"):
        flag = one.rows["churn_flag"]
        columns["churn_flag"] = flag if flag.type().is_boolean() else flag.cast("float64") > 0
    if one.has("tenure_months"):
        columns["tenure_months"] = one.rows["tenure_months"].cast("float64")
    for name in ("mrr", "total_revenue"):
        if one.has(name):
            money = one.rows[name].cast("float64")
            columns[name] = cents(money if rate is None else money * rate)
    for name in one.attributes:
        columns[name] = attribute_text(one.rows[name])
    return one.rows.select(**columns)


def _of_rows(one: FactTable, names: Sequence[str]) -> ir.Table:
    """Some attributes of each row and when it was."""
    days = [day_of(one.rows[name]) for name in _day_columns(one.table) if one.has(name)]
    return one.rows.select(
        customer_id=one.text("customer_id"),
        on=ibis.coalesce(*days) if days else ibis.null("date"),
        at=one.row_no,
        **{name: attribute_text(one.rows[name]) for name in names},
    )


def _day_columns(table: str) -> tuple[str, ...]:
    return _START_COLUMNS.get(table) or DAY_COLUMNS[table]


def _latest(rows: ir.Table, codes: Codes, *, newest: bool) -> ir.Table:
    """One row per customer: the first of the sheet, or the newest by day."""
    coded = codes.coded(rows).filter(_.c.notnull())
    order = [ibis.desc("on", nulls_first=False), ibis.desc("at")] if newest else [ibis.asc("at")]
    nth = ibis.row_number().over(ibis.window(group_by="c", order_by=order))
    one = coded.mutate(nth_=nth).filter(_.nth_ == 0).drop("nth_", "at")
    return one.drop("on") if newest else one


def _filled_from(rows: ir.Table, sheets: Sequence[ir.Table], fields: dict[str, str]) -> ir.Table:
    """The rows with these fields, each from the first sheet that says something."""
    joined = rows
    offers: dict[str, list[str]] = {name: [] for name in fields}
    for number, sheet in enumerate(sheets):
        here = [name for name in fields if name in sheet.columns]
        renamed = sheet.select(f"{_KEY}", **{f"{name}__{number}": sheet[name] for name in here})
        renamed = renamed.rename(**{f"c__{number}": _KEY})
        joined = joined.left_join(renamed, joined.c == renamed[f"c__{number}"]).drop(f"c__{number}")
        for name in here:
            offers[name].append(f"{name}__{number}")
    values = {
        name: ibis.coalesce(*(joined[offer] for offer in offers[name])) if offers[name] else ibis.null(kind)
        for name, kind in fields.items()
    }
    return joined.select(*rows.columns, **values)


_KEY = "c"
