"""Exports of one source that overlap: January to June in one file, April to September in the next.

What both tell counts once, as the file has it that reaches further. With ids, rows are the same that share id, day and
customer; most of those have to agree in all their other cells too, for two shops may number their orders alike, and two
sheets may each tell a part of one contract. Without ids, rows are the same that agree in every cell, and nearly all of
the days that both files know have to; of ads and visits also those for the same day and names of which some figure
stayed as it was, for advertisers' reports tell conversions of past days anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.facts.as_of import EVENT_COLUMNS
from kpidesk.facts.expressions import day_of
from kpidesk.facts.making import Making
from kpidesk.facts.same_tables import ID_COLUMNS
from kpidesk.facts.tables import FactTable
from kpidesk.schema.model import ColumnType

_MERGED = ("customers", "monthly_metrics")
_ROW, _DAY = "row_no", "day_"
_LEAST_ROWS = 5
_AGREEING, _NEARLY_ALL = 0.5, 0.9
_PERSON = "customer_id"
_RESTATED = ("spend", "web_traffic", "social", "email")
_FIGURES = (ColumnType.NUMBER, ColumnType.MONEY, ColumnType.PERCENT)
_DROPPED = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: {other} tells {n|it|them} too")
_UNLIKE = QT_TRANSLATE_NOOP(
    "facts",
    "{n} {n|row|rows} of {table} {n|has|have} an id, a day and a customer that {other} has too, with other cells: both"
    " are counted. Leave one of them out if they tell the same",
)


class _Reach(NamedTuple):
    """The days that a table tells of, and the last day of anything in it."""

    first: str
    last: str
    latest: str


@dataclass(frozen=True)
class _Known:
    table: FactTable
    reach: _Reach


def without_overlaps(making: Making, tables: Sequence[FactTable]) -> tuple[FactTable, ...]:
    """The tables, each without the rows that one reaching further tells as well."""
    changed: dict[int, FactTable] = {}
    for kind in sorted({one.table for one in tables} - set(_MERGED)):
        alike = [one for one in tables if one.table == kind and _day_column(one) and _ROW in one.rows.columns]
        if len(alike) < 2:
            continue
        known = [_Known(one, _reach(making, one)) for one in alike]
        known.sort(key=lambda each: each.table.number)
        known.sort(key=lambda each: each.reach.latest, reverse=True)
        for place, each in enumerate(known):
            for other in known[:place]:
                if each.reach.first <= other.reach.last and other.reach.first <= each.reach.last:
                    each = _Known(_apart(making, each, other), each.reach)
            known[place] = each
            changed[each.table.number] = each.table
    return tuple(changed.get(one.number, one) for one in tables)


def _day_column(one: FactTable) -> str | None:
    return next((name for name in EVENT_COLUMNS.get(one.table, ()) if one.has(name)), None)


def _reach(making: Making, one: FactTable) -> _Reach:
    days = [one.rows[name] for name in (*EVENT_COLUMNS[one.table], "cancel_date", "closed_date") if one.has(name)]
    ends = {f"d{i}": day_of(day).max().cast("string") for i, day in enumerate(days)}
    own = day_of(days[0])
    told = making.ask(one.rows.agg(first=own.min().cast("string"), last=own.max().cast("string"), **ends))
    texts = {name: str(column[0] or "") for name, column in told.items()}
    return _Reach(texts["first"], texts["last"], max(texts[name] for name in ends))


def _apart(making: Making, each: _Known, other: _Known) -> FactTable:
    """The table without what the other tells too."""
    own, theirs = each.table, other.table
    shared = [name for name in own.typed if theirs.has(name) and own.typed[name].type is theirs.typed[name].type]
    key, day = ID_COLUMNS.get(own.table), _day_column(own)
    if day is None or day not in shared:
        return own
    if key is not None and key in shared:
        same = [key, day, *([_PERSON] if _PERSON in shared else [])]
        return _with_ids(making, own, theirs, (same, shared))
    if (key is not None and (own.has(key) or theirs.has(key))) or len(shared) < len(own.typed) or len(shared) < 2:
        return own
    span = max(each.reach.first, other.reach.first), min(each.reach.last, other.reach.last)
    return _without_ids(making, own, theirs, (shared, day, span))


def _with_ids(making: Making, own: FactTable, theirs: FactTable, by: tuple[list[str], list[str]]) -> FactTable:
    same, shared = by
    mine, other = _texts(own, same), _texts(theirs, same)
    told = mine.filter(mine.k0 != "").semi_join(other.drop(_ROW).distinct(), _keys(same))
    equal = _texts(own, shared).semi_join(_texts(theirs, shared).drop(_ROW).distinct(), _keys(shared))
    n, agreeing = _count(making, told), _count(making, equal)
    if not n:
        return own
    if agreeing < _AGREEING * n:
        _note(making, own, theirs, told, _UNLIKE, "facts.same_ids_apart")
        return own
    return _dropped(making, own, theirs, told)


def _without_ids(
    making: Making, own: FactTable, theirs: FactTable, by: tuple[list[str], str, tuple[str, str]]
) -> FactTable:
    shared, day, (first, last) = by
    mine, other = _texts(own, shared), _texts(theirs, shared)
    told = mine.semi_join(other.drop(_ROW).distinct(), _keys(shared))
    back = other.semi_join(mine.drop(_ROW).distinct(), _keys(shared))
    n, again = _count(making, told), _count(making, back)
    least = [_count(making, _within(one, day, first, last)) * _NEARLY_ALL for one in (own, theirs)]
    if n < _LEAST_ROWS or n < least[0] or again < least[1]:
        restated = _restated(making, own, theirs, by) if own.table in _RESTATED else None
        return own if restated is None else _dropped(making, own, theirs, restated)
    return _dropped(making, own, theirs, told)


def _restated(
    making: Making, own: FactTable, theirs: FactTable, by: tuple[list[str], str, tuple[str, str]]
) -> ir.Table | None:
    """The rows that the other tells with newer figures; None where nothing shows that they are the same.

    Two accounts may have campaigns of one name: of some figure that differs from row to row, most must have stayed.
    """
    shared, day, (first, last) = by
    figures = [name for name in shared if own.typed[name].type in _FIGURES]
    names = [name for name in shared if name not in figures]
    keys, values = _keys(names), _keys(shared)[len(names) :]
    both = [_texts(one.over(_within(one, day, first, last)), [*names, *figures]) for one in (own, theirs)]
    told = both[0].semi_join(both[1], keys)
    n, again = _count(making, told), _count(making, both[1].semi_join(both[0], keys))
    for rows, found in zip(both, (n, again), strict=True):
        is_named = _count(making, rows.select(*keys).distinct()) == _count(making, rows)
        if not is_named or found < max(_LEAST_ROWS, _NEARLY_ALL * _count(making, rows)):
            return None
    for value in values:
        stayed = _count(making, both[0].semi_join(both[1], [*keys, value]))
        if stayed >= _AGREEING * n and _count(making, told.select(value).distinct()) >= _LEAST_ROWS:
            return told
    return None


def _within(one: FactTable, day: str, first: str, last: str) -> ir.Table:
    days = day_of(one.rows[day]).cast("string")
    return one.rows.filter(days.between(first, last))


def _keys(columns: Sequence[str]) -> list[str]:
    return [f"k{i}" for i in range(len(columns))]


def _texts(one: FactTable, columns: Sequence[str]) -> ir.Table:
    """These cells as texts, days without their time, beside the number of the row."""
    days = {_day_column(one)}
    cells = {
        key: (day_of(one.rows[name]).cast("string") if name in days else one.text(name)).fill_null("")
        for key, name in zip(_keys(columns), columns, strict=True)
    }
    return one.rows.select(**{_ROW: one.rows[_ROW]}, **cells)


def _count(making: Making, rows: ir.Table) -> int:
    return int(making.ask(rows.agg(n=rows.count().cast("float64")))["n"][0])


def _dropped(making: Making, own: FactTable, theirs: FactTable, told: ir.Table) -> FactTable:
    _note(making, own, theirs, told, _DROPPED, "facts.rows_told_twice")
    rest = own.rows.anti_join(told.select(_ROW).distinct(), _ROW)
    return own.over(making.keep(f"once_{own.number}_{theirs.number}", rest.select(*own.rows.columns)))


def _note(making: Making, own: FactTable, theirs: FactTable, told: ir.Table, text: Template, code: str) -> None:
    found = making.ask(told.agg(n=told.count().cast("float64"), row=told[_ROW].min().cast("float64")))
    n, place = int(found["n"][0]), own.input.place(int(found["row"][0]))
    message = Message(text, table=own.input.name, other=theirs.input.name, n=n)
    making.findings.append(Finding(Level.WARNING, code, message, place, n))
