"""The same rows must not count twice: joined copies of a sheet in one workbook, one file dropped twice."""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

ID_COLUMNS = {
    "subscriptions": "subscription_id",
    "invoices": "invoice_id",
    "orders": "order_id",
    "leads": "lead_id",
    "deals": "deal_id",
    "surveys": "response_id",
    "tickets": "ticket_id",
    "events": "event_id",
}
_MERGED = ("customers", "monthly_metrics")
"""Tables whose rows are joined by their key, so that a second copy adds columns, not rows."""


@dataclass(frozen=True)
class _Copy:
    table: FactTable
    rows: int
    ids: int


def without_copies(making: Making) -> tuple[FactTable, ...]:
    """The tables without those whose rows another table of the kind holds already."""
    left_out: set[int] = set()
    for name in sorted({one.table for one in making.tables} - set(_MERGED)):
        left_out |= _contained(making, list(making.of(name)))
    return tuple(one for one in making.tables if one.number not in left_out)


def _contained(making: Making, tables: list[FactTable]) -> set[int]:
    """The numbers of tables that the others contain; of equals, the one with the fewest rows stays, then the first."""
    if len(tables) < 2:
        return set()
    sizes = [_size(making, one) for one in tables]
    sizes.sort(key=lambda size: (-size.ids, size.rows, size.table.number))
    kept: list[FactTable] = []
    left_out: set[int] = set()
    for size in sizes:
        holder = next((other for other in kept if _holds(making, other, size.table)), None)
        if holder is None:
            kept.append(size.table)
            continue
        left_out.add(size.table.number)
        text = QT_TRANSLATE_NOOP("facts", "{table} left out: {other} already has all of its {n} {n|row|rows}")
        message = Message(text, table=size.table.input.name, other=holder.input.name, n=size.rows)
        making.findings.append(
            Finding(Level.WARNING, "facts.same_rows_twice", message, size.table.input.place(), size.rows)
        )
    return left_out


def _size(making: Making, one: FactTable) -> _Copy:
    name = ID_COLUMNS.get(one.table)
    ids = one.rows[name].nunique() if name is not None and one.has(name) else one.rows.count()
    counted = making.ask(one.rows.agg(rows=one.rows.count(), ids=ids))
    return _Copy(one, int(counted["rows"][0]), int(counted["ids"][0]))


def _holds(making: Making, whole: FactTable, part: FactTable) -> bool:
    """True where each row of ``part`` is found in ``whole``, by its id or, without one, by all columns both have."""
    name = ID_COLUMNS.get(part.table)
    by_id = name is not None and whole.has(name) and part.has(name)
    shared = [name] if by_id and name is not None else [column for column in part.typed if whole.has(column)]
    if not by_id and len(shared) < 2:
        return False
    keys = [f"k{i}" for i in range(len(shared))]
    inner = _texts(part, shared, keys)
    strange = inner.anti_join(_texts(whole, shared, keys), keys).limit(1)
    empty = inner.filter(ibis.and_(*(inner[key] == "" for key in keys))).limit(1)
    return not len(making.ask(strange)["k0"]) and not (by_id and len(making.ask(empty)["k0"]))


def _texts(one: FactTable, columns: list[str], names: list[str]) -> ir.Table:
    cells = {key: one.text(column).fill_null("") for key, column in zip(names, columns, strict=True)}
    return one.rows.select(**cells).distinct()


def drop_duplicates(making: Making, one: FactTable) -> FactTable:
    """The table without rows that repeat another one in every column; only where rows carry an id of their own."""
    name = ID_COLUMNS.get(one.table)
    if name is None or one.table == "events" or not one.has(name) or "row_no" not in one.rows.columns or one.different:
        return one
    column = one.rows[name]
    counted = making.ask(one.rows.agg(n=column.count(), ids=column.nunique()))
    if counted["n"][0] == counted["ids"][0]:
        return one
    first = one.rows.group_by(*one.typed).agg(row_no=_.row_no.min(), times_=_.count())
    repeated = making.ask(
        first.filter(first.times_ > 1).agg(n=(_.times_ - 1).sum().cast("float64"), row=_.row_no.min())
    )
    n = int(repeated["n"][0]) if repeated["n"][0] == repeated["n"][0] else 0
    if not n:
        return one
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: {n|it repeats|they repeat} another row")
    message = Message(text, n=n, table=one.input.name)
    place = one.input.place(int(repeated["row"][0]))
    making.findings.append(Finding(Level.WARNING, "facts.duplicate_rows", message, place, n))
    return one.over(making.keep(f"unique{one.number}", first.drop("times_")))
