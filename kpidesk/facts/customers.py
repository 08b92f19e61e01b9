"""Customers: one row each, merged from all sheets that describe them, with their paid time and their attributes.

An attribute is what a customers sheet says of the customer; where none knows it, what the latest row of their
subscriptions, invoices or orders says. So it is fixed, and a customer's past is shown under what they are now, but for
what the rows of the ledger themselves say: a change of plan is followed; see segmented_moves.
"""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.as_declared import plain_text
from kpidesk.facts.codes import Codes, customer_column
from kpidesk.facts.expressions import FAR, cents, day_of, ordinal
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

_DESCRIBING: Mapping[str, str] = {"subscriptions": "start_date", "invoices": "invoice_date", "orders": "order_date"}
"""Tables whose latest row describes a customer, and the day of a row."""
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
_ROWS_A_DAY = 2**32


def attribute_sources(making: Making) -> Sequence[tuple[FactTable, tuple[str, ...]]]:
    """The tables that describe customers, and which attributes each is asked for; the best come first.

    Several customers sheets may each know a part of the customers; of other tables only the first one that has an
    attribute is asked.
    """
    sources = [(one, one.attributes) for one in making.of("customers") if customer_column(one) is not None]
    known = {name for one, names in sources for name in names}
    for table in _DESCRIBING:
        for one in making.of(table):
            more = tuple(name for name in one.attributes if name not in known)
            if more and customer_column(one) is not None:
                sources.append((one, more))
                known |= set(more)
    return tuple((one, names) for one, names in sources if names)


def customer_attributes(making: Making) -> tuple[str, ...]:
    """The names of attributes that customers have."""
    return tuple(dict.fromkeys(name for _one, names in attribute_sources(making) for name in names))


def make_attributes(making: Making, codes: Codes) -> ir.Table | None:
    """Columns c and each attribute of customers, null where unknown; None where there is no attribute."""
    sources = attribute_sources(making)
    sheets = [_described(making, codes, one, names) for one, names in sources]
    if len(sheets) < 2:
        return sheets[0] if sheets else None
    known = ibis.union(*(sheet.select("c") for sheet in sheets), distinct=True)
    return _filled_from(known, sheets, dict.fromkeys(customer_attributes(making), "string"))


def note_changes(making: Making, codes: Codes, followed: Sequence[FactTable]) -> None:
    """A finding where customers changed their plan and only the latest is kept; that of ``followed`` tables is not."""
    for one, names in attribute_sources(making):
        if one.table not in ("subscriptions", "invoices") or "plan" not in names or one in followed:
            continue
        rows = codes.coded(
            one.rows.select(customer_id=one.text("customer_id"), plan=plain_text(one.rows["plan"]).hash())
        )
        lives = rows.group_by("c").agg(low=rows.plan.min(), high=rows.plan.max())
        n = int(making.ask(lives.agg(n=(lives.low != lives.high).sum().fill_null(0).cast("float64")))["n"][0])
        if n:
            text = QT_TRANSLATE_NOOP(
                "facts",
                "{n} {n|customer|customers} of {table} changed plan: theirs is that of the latest row throughout",
            )
            message = Message(text, n=n, table=one.input.name)
            making.findings.append(Finding(Level.NOTE, "facts.latest_plan", message, one.input.place(), n))


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
    sheets = [_first(codes.coded(_fields(making, one))) for one in making.of("customers") if one.has("customer_id")]
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


def _described(making: Making, codes: Codes, one: FactTable, names: Sequence[str]) -> ir.Table:
    """Column c and some attributes, one row per customer: of a customers sheet the first, else the latest row."""
    at: ir.IntegerValue = one.row_no
    day = _DESCRIBING.get(one.table)
    if day is not None and one.has(day):
        at = -(ordinal(day_of(one.rows[day])).fill_null(0) * _ROWS_A_DAY + one.row_no)
    texts = {name: plain_text(one.rows[name]) for name in names}
    return _first(codes.coded(one.rows.select(customer_id=one.text("customer_id"), at=at, **texts)))


def _first(rows: ir.Table) -> ir.Table:
    """Of each customer (c) the row with the least ``at``, which no two rows share."""
    coded = rows.filter(rows.c.notnull())
    least = coded.group_by(of=coded.c).agg(least=_.at.min())
    return coded.semi_join(least, [coded.c == least.of, coded["at"] == least.least]).drop("at")


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
