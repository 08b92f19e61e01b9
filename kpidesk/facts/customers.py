"""Customers: one row each, merged from all sheets that name them, with their paid time; see descriptions for more."""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir

from kpidesk.facts.attribute_sets import first_of_each
from kpidesk.facts.codes import Codes
from kpidesk.facts.expressions import FAR, cents, day_of
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

_FIELDS = {
    "signup_day": "date",
    "churn_flag": "boolean",
    "tenure_months": "float64",
    "mrr": "int64",
    "total_revenue": "int64",
    "customer_name": "string",
    "src": "int32",
    "row_no": "int64",
}
_KEYS = ("c", "customer_id", "first_start", "last_end")
_PLACE = ("src", "row_no")
_WRITTEN_AS = {"signup_day": "signup_date"}


def customer_columns(making: Making) -> tuple[str, ...]:
    """The columns of the relation; money only where a customers sheet gives it, for the sum of nothing is not 0."""
    return (*_KEYS, *_given_fields(making))


def _given_fields(making: Making) -> Mapping[str, str]:
    sheets = [one for one in making.of("customers") if one.has("customer_id")]
    given = {name for name in _FIELDS for one in sheets if one.has(_WRITTEN_AS.get(name, name))}
    return {name: kind for name, kind in _FIELDS.items() if name in given or name in _PLACE}


def make_customers(making: Making, codes: Codes, periods: ir.Table | None) -> ir.Table:
    """Columns c, customer_id, first_start, last_end and the fields of customers sheets, without attributes."""
    known = _known(making, codes, periods)
    names = codes.table.select(id_c=codes.table.c, customer_id=codes.table.customer_id)
    rows = _with_periods(known.left_join(names, known.c == names.id_c).drop("id_c"), periods)
    sheets = [
        first_of_each(codes.coded(_fields(making, one))) for one in making.of("customers") if one.has("customer_id")
    ]
    return _filled_from(rows, sheets, _given_fields(making))


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


def _fields(making: Making, one: FactTable) -> ir.Table:
    """What a customers sheet says, in the types of the relation."""
    rate = None if making.currencies.is_plain(one) else making.currencies.rate(one)
    columns: dict[str, ir.Value] = {
        "customer_id": one.text("customer_id"),
        "at": one.row_no,
        "row_no": one.row_no,
        "src": ibis.literal(one.number, "int32"),
    }
    if one.has("customer_name"):
        columns["customer_name"] = one.text("customer_name")
    if one.has("signup_date"):
        columns["signup_day"] = day_of(one.rows["signup_date"])
    if one.has("churn_flag"):
        columns["churn_flag"] = one.rows["churn_flag"]
    if one.has("tenure_months"):
        columns["tenure_months"] = one.rows["tenure_months"].cast("float64")
    for name in ("mrr", "total_revenue"):
        if one.has(name):
            money = one.rows[name].cast("float64")
            columns[name] = cents(money if rate is None else money * rate)
    return one.rows.select(**columns)


def _filled_from(rows: ir.Table, sheets: Sequence[ir.Table], fields: Mapping[str, str]) -> ir.Table:
    """The rows with these fields, each from the first sheet that says something."""
    joined = rows
    offers: dict[str, list[str]] = {name: [] for name in fields}
    for number, sheet in enumerate(sheets):
        here = [name for name in fields if name in sheet.columns]
        key = f"c__{number}"
        renamed = sheet.select(**{key: sheet["c"]}, **{f"{name}__{number}": sheet[name] for name in here})
        joined = joined.left_join(renamed, joined.c == renamed[key]).drop(key)
        for name in here:
            offers[name].append(f"{name}__{number}")
    values = {
        name: ibis.coalesce(*(joined[offer] for offer in offers[name])) if offers[name] else ibis.null(kind)
        for name, kind in fields.items()
    }
    return joined.select(*rows.columns, **values)
