"""Columns as their roles declare them, whatever an import typed them as.

A user may say that a column of words is the amount. Then its cells are read where they are plain (``12.5``,
``1,234``, ``2024-03-09``, ``yes``); what cannot be read becomes null and is counted. After this no other maker of facts
need ask what type a column has: numbers are numeric, dates are dates or points in time, flags are booleans, texts and
ids are strings.
"""

from collections.abc import Mapping
from typing import NamedTuple

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.inputs import FactColumn, FactInput
from kpidesk.schema.business_rules import satisfaction_words
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType
from kpidesk.store.database import Database

NUMBERS = frozenset({ColumnType.NUMBER, ColumnType.MONEY, ColumnType.PERCENT})
_TEXTS = frozenset({ColumnType.TEXT, ColumnType.ID})
_BEYOND_SCHEMA: Mapping[str, ColumnType] = {
    "metric": ColumnType.TEXT,
    "value": ColumnType.NUMBER,
    "months": ColumnType.NUMBER,
    "is_won": ColumnType.FLAG,
    "is_fiscal": ColumnType.FLAG,
    "converted_amount": ColumnType.MONEY,
    "converted_currency": ColumnType.TEXT,
}
"""Columns that facts know and no sheet is mapped to."""
_SCORES = ("csat_score",)
_YES = ("yes", "true", "y", "t", "1", "是", "da", "ja", "oui", "si", "sí", "sim")
_NO = ("no", "false", "n", "f", "0", "否", "nu", "nein", "non", "não", "nao")
_PLAIN = r"^[-+]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]*)?$"
_ISO = r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ T][0-9:.]+)?$"


class _Reading(NamedTuple):
    name: str
    cells: ir.Value
    read: ir.Value


def declared(one: FactInput, column: FactColumn) -> FactColumn:
    """The column with the type of its role; one without a role as it is. A discount may be a share or money."""
    table = load_schema().tables.get(one.table)
    role = None if table is None else table.roles.get(column.name)
    kind = role.type if role is not None else _BEYOND_SCHEMA.get(column.name)
    if kind is None or (column.name == "discount" and column.type is ColumnType.PERCENT):
        return column
    return column._replace(type=kind)


def as_declared(
    store: Database, one: FactInput, rows: ir.Table, typed: Mapping[str, FactColumn]
) -> tuple[ir.Table, dict[str, FactColumn], list[Finding]]:
    """The rows with columns as declared, the columns that then have any value, and what could not be read."""
    columns = {name: declared(one, column) for name, column in typed.items()}
    known = load_schema().tables.get(one.table)
    roles = frozenset(_BEYOND_SCHEMA) | (frozenset() if known is None else frozenset(known.roles))
    readings = [
        _Reading(name, rows[name], _scored(name, rows[name], column.type))
        for name, column in columns.items()
        if name in roles and not _is(rows[name], column.type)
    ]
    if not readings:
        return rows, columns, []
    read = rows.mutate(**{reading.name: reading.read for reading in readings})
    empty, findings = _judge(store, one, rows, readings, columns)
    return read, {name: column for name, column in columns.items() if name not in empty}, findings


def plain_text(column: ir.Value) -> ir.StringColumn:
    """A value as text; whole numbers without a point."""
    kind = column.type()
    if kind.is_string():
        return column
    if kind.is_floating():
        whole = column.try_cast("int64")
        return ibis.ifelse((whole == column).fill_null(False), whole.cast("string"), column.cast("string"))
    if kind.is_boolean():
        return ibis.cases((column, "true"), (~column, "false"))
    return column.cast("string")


def _is(column: ir.Value, kind: ColumnType) -> bool:
    found = column.type()
    if kind in NUMBERS:
        return bool(found.is_numeric())
    if kind is ColumnType.DATE:
        return bool(found.is_date() or found.is_timestamp())
    return bool(found.is_boolean() if kind is ColumnType.FLAG else found.is_string())


def _read(column: ir.Value, kind: ColumnType) -> ir.Value:
    """The cells as that type; null where they cannot be read as such."""
    if kind in _TEXTS:
        return plain_text(column)
    found = column.type()
    if kind is ColumnType.FLAG:
        if found.is_numeric():
            return column > 0
        word = _words(column).lower()
        return ibis.cases((word.isin(_YES), True), (word.isin(_NO), False))
    if kind is ColumnType.DATE:
        day = _words(column)
        return ibis.ifelse(day.re_search(_ISO), day, ibis.null("string")).try_cast("timestamp")
    if found.is_boolean():
        return column.cast("int8").cast("float64")
    number = _words(column)
    plain = ibis.ifelse(number.re_search(_PLAIN), number.replace(",", ""), ibis.null("string"))
    return plain.try_cast("float64")


def _scored(name: str, column: ir.Value, kind: ColumnType) -> ir.Value:
    """The cells as their type; satisfaction may be said in words instead of 1 to 5."""
    read = _read(column, kind)
    if name not in _SCORES or not column.type().is_string():
        return read
    plain = column.strip().lower().replace("_", " ").replace("-", " ")
    points = [(plain.isin(list(words)), float(point)) for point, words in satisfaction_words().items()]
    return ibis.coalesce(read, ibis.cases(*points, else_=ibis.null("float64")))


def _words(column: ir.Value) -> ir.StringColumn:
    """The cells of a column of texts, trimmed; nothing of any other."""
    if column.type().is_string():
        return column.strip()
    text = column.cast("string")
    return text.nullif(text)


def _judge(
    store: Database, one: FactInput, rows: ir.Table, readings: list[_Reading], columns: Mapping[str, FactColumn]
) -> tuple[frozenset[str], list[Finding]]:
    """Which columns have no value left, and a finding for each that lost some."""
    asked: dict[str, ir.Value] = {}
    number = rows["row_no"].cast("float64") if "row_no" in rows.columns else ibis.null("float64")
    for i, (_name, cells, read) in enumerate(readings):
        lost = cells.notnull() & read.isnull()
        if cells.type().is_string():
            lost &= cells.strip() != ""
        asked[f"n{i}"] = lost.sum().fill_null(0).cast("float64")
        asked[f"first{i}"] = ibis.ifelse(lost, number, ibis.null("float64")).min()
        asked[f"left{i}"] = read.count().cast("float64")
    told = store.run(rows.agg(**asked))
    findings = []
    for i, reading in enumerate(readings):
        n, first = int(told[f"n{i}"][0]), told[f"first{i}"][0]
        if n:
            place = one.place(int(first) if first == first else None)
            findings.append(_unreadable(one, columns[reading.name], n, place))
    return frozenset(reading.name for i, reading in enumerate(readings) if not told[f"left{i}"][0]), findings


def _unreadable(one: FactInput, column: FactColumn, n: int, place: Location) -> Finding:
    texts = {
        ColumnType.DATE: QT_TRANSLATE_NOOP("facts", "{n} {n|cell|cells} of {column} in {table} {n|is|are} no date"),
        ColumnType.FLAG: QT_TRANSLATE_NOOP(
            "facts", "{n} {n|cell|cells} of {column} in {table} {n|is|are} no yes or no"
        ),
    }
    number = QT_TRANSLATE_NOOP("facts", "{n} {n|cell|cells} of {column} in {table} {n|is|are} no number")
    message = Message(texts.get(column.type, number), n=n, column=column.name, table=one.name)
    return Finding(Level.WARNING, "facts.unreadable", message, place, n)
