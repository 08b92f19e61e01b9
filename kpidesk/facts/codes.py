"""Customer codes: every id that any table names, as a small integer, so that joins and groups are cheap.

Where all ids are numbers of one form (``1976``, ``CUS-000001234``) the number is the code, else codes count the
distinct ids in the order in which they are met.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.schema.model import ColumnType

_MOST_DIGITS = 9
_SAMPLE = 1_000
_SPARE = 1_000_000

CUSTOMER_COLUMNS = {"events": ("user_id", "customer_id"), "referrals": ("referrer_id",)}
"""The column that names the customer, where it is not customer_id alone; the first that is there."""


@dataclass(frozen=True)
class Codes:
    """``table`` has customer_id and c; ``prefix`` is set where the code is what follows it."""

    table: ir.Table
    prefix: str | None = None

    def coded(self, rows: ir.Table, column: str = "customer_id") -> ir.Table:
        """The rows with ``c`` in place of the id; null where it is null."""
        if self.prefix is not None:
            return rows.mutate(c=_number(rows[column], self.prefix)).drop(column)
        known = self.table.select(id_=self.table.customer_id, c=self.table.c)
        return rows.left_join(known, rows[column] == known.id_).drop("id_", column)


def customer_column(one: FactTable) -> str | None:
    """The column that says whose a row is."""
    for name in CUSTOMER_COLUMNS.get(one.table, ("customer_id",)):
        if one.has(name):
            return name
    return None


def make_codes(making: Making) -> Codes | None:
    """Codes for all ids; None where no table names a customer."""
    columns = [(one, name) for one in making.tables if (name := customer_column(one)) is not None]
    if not columns:
        return None
    ids = [
        one.rows.select(customer_id=one.text(name), at=one.row_no, src=ibis.literal(one.number, "int32"))
        for one, name in columns
    ]
    prefix = _noted_form(making, columns)
    if prefix is None:
        prefix = _common_form(making, ids)
    if prefix is not None:
        known = _united(rows.select("customer_id") for rows in ids).distinct()
        known = known.filter(known.customer_id.notnull())
        return Codes(known.mutate(c=_number(known.customer_id, prefix)), prefix)
    met = _united(ids).filter(_.customer_id.notnull())
    first = met.group_by("customer_id").agg(src=met.src.min(), at=met.at.min())
    order = ibis.window(order_by=["src", "at", "customer_id"])
    numbered = first.select("customer_id", c=ibis.row_number().over(order).cast("int32"))
    return Codes(making.keep("codes", numbered))


def _noted_form(making: Making, columns: Sequence[tuple[FactTable, str]]) -> str | None:
    """The same as ``_common_form`` where the loading of all tables noticed it; None where that is not known."""
    forms = [making.store.numbered_ids(one.input.dataset).get(name) for one, name in columns if one.has(name)]
    if None in forms or any(one.typed[name].type is not ColumnType.ID for one, name in columns):
        return None
    known = {(prefix, len(last)) for prefix, last in filter(None, forms)}
    if len(known) != 1:
        return None
    prefix = known.pop()[0]
    most = sum(making.store.count(one.input.dataset) for one, _ in columns) + _SPARE
    return prefix if all(int(last[len(prefix) :]) <= most for _, last in filter(None, forms)) else None


def _common_form(making: Making, ids: list[ir.Table]) -> str | None:
    """What stands before the number in every id, "" where ids are bare numbers; None where they are not so."""
    prefix = _prefix_of_some(making, ids)
    if prefix is None:
        return None
    seen = making.ask(_united(_shape(rows, f"^{re.escape(prefix)}[0-9]+$") for rows in ids))
    if seen["strange"].sum() or seen["long"].max() > len(prefix) + _MOST_DIGITS:
        return None
    most = seen["n"].sum() + _SPARE
    if seen["short"].min() == seen["long"].max():
        return prefix if int(max(str(text) for text in seen["last"] if text)[len(prefix) :]) <= most else None
    # Of ids of different lengths none may begin with a nought, so that no two are the same number.
    padded = _united(_shape(rows, f"^{re.escape(prefix)}(0|[1-9][0-9]*)$") for rows in ids)
    largest = _united(rows.agg(top=_number(rows.customer_id, prefix).max()) for rows in ids)
    return None if making.ask(padded)["strange"].sum() or making.ask(largest)["top"].max() > most else prefix


def _prefix_of_some(making: Making, ids: list[ir.Table]) -> str | None:
    """The prefix by the first ids of each table; None where already they have no common form."""
    some = making.ask(_united(rows.select("customer_id").limit(_SAMPLE) for rows in ids))["customer_id"]
    texts = [str(text) for text in some if text is not None]
    if not texts:
        return None
    prefix = _shared_start(min(texts), max(texts)).rstrip("0123456789")
    return prefix if all(text[len(prefix) :].isdecimal() and text.isascii() for text in texts) else None


def _shape(rows: ir.Table, pattern: str) -> ir.Table:
    """How many ids are not of the pattern, their lengths, the last of them."""
    column = rows.customer_id
    return rows.agg(
        strange=(~column.re_search(pattern)).sum().fill_null(0).cast("float64"),
        short=column.length().min().cast("float64"),
        long=column.length().max().cast("float64"),
        last=column.max(),
        n=rows.count(),
    )


def _shared_start(first: str, last: str) -> str:
    """What the smallest and the largest text begin with, and so do all between them."""
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same]


def _rest(text: ir.StringColumn, prefix: str) -> ir.StringColumn:
    return text.substr(len(prefix)) if prefix else text


def _number(text: ir.StringColumn, prefix: str) -> ir.IntegerColumn:
    return _rest(text, prefix).cast("int32")


def _united(parts: Iterable[ir.Table]) -> ir.Table:
    parts = list(parts)
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
