"""Stand-ins for the names of customers in what leaves the desk: the same name always has the same one."""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from html import escape, unescape
from itertools import count
from typing import TypeVar, cast

from kpidesk.charts.figure import Column, Table
from kpidesk.core.identifying import is_identifying
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.export.deck import DataTable, Deck
from kpidesk.export.pasted import Pasted
from kpidesk.metrics.frame import ResultFrame

T = TypeVar("T")
C = TypeVar("C")
Change = Callable[[str, bool], str]
"""A text in its new form; True where it is a cell that says who a customer is."""

_CELL = re.compile(r"(<t[dh]\b[^>]*>)([^<]*)")
_LEFT_ALONE = ("catalogue", "style", "definitions", "changes", "values")
"""What holds numbers by the names of KPIs only."""


def stand_in(name: str) -> str:
    """``Customer 7F3A2C`` for a name.

    >>> stand_in("Acme") == stand_in("Acme") != stand_in("Bolt")
    True
    """
    return f"Customer {hashlib.sha256(name.encode()).hexdigest()[:6].upper()}"


def with_names_hidden(shown: T, names: Collection[str], cells: Collection[str] = ()) -> T:
    """A deck or figure with every one of these names replaced wherever it is said; numbers stay what they are.

    ``cells`` are names that could mean something else within a sentence, such as ids that are bare numbers: they are
    replaced where a cell of a table about customers is nothing else.
    """
    known = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not known and not cells:
        return shown
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)" if known else r"(?!)")
    alone = frozenset(cells)

    def change(text: str, is_who: bool) -> str:
        if is_who and text in alone:
            return stand_in(text)
        return pattern.sub(lambda found: stand_in(found[0]), text)

    return cast(T, _changed(shown, change))


def texts_of(shown: object) -> frozenset[str]:
    """Every text in which a name can stand."""
    found: set[str] = set()

    def read(text: str, is_who: bool) -> str:
        found.add(text)
        return text

    _changed(shown, read)
    return frozenset(found)


def _changed(value: object, change: Change, is_who: bool = False) -> object:
    """The same tree of frozen values with its texts changed; what holds none is not touched."""
    match value:
        case str():
            return change(value, is_who)
        case Message():
            return Message(value.template, **{key: _changed(each, change) for key, each in value.params.items()})
        case tuple():
            return tuple(_changed(each, change, is_who) for each in value)
        case Mapping():
            return {key: _changed(each, change) for key, each in value.items()}
        case Table():
            return _cells_changed(value, change)
        case Pasted():
            return _lines_changed(value, change)
    if isinstance(value, ResultFrame):
        return replace(value, sources=cast(Mapping[MetricName, tuple[str, ...]], _changed(value.sources, change)))
    if isinstance(value, DataTable):
        who = [is_identifying(head) for head in value.headers]
        return replace(value, rows=tuple(_row(row, who, change) for row in value.rows))
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__.startswith("kpidesk.charts"):
        return _parts_changed(value, change)
    if isinstance(value, Deck) or type(value).__module__ == "kpidesk.export.deck":
        return _parts_changed(value, change)
    return value


def _cells_changed(table: Table, change: Change) -> Table:
    who = [is_identifying(str(column.header)) for column in table.columns]
    columns = cast(tuple[Column, ...], _changed(table.columns, change))
    return replace(table, columns=columns, rows=tuple(_row(row, who, change) for row in table.rows))


def _row(row: tuple[C, ...], who: Sequence[bool], change: Change) -> tuple[C, ...]:
    """A row of a table; ``who`` says of each of its cells whether it names a customer."""
    return tuple(cast(C, _changed(cell, change, is_who)) for cell, is_who in zip(row, who, strict=True))


def _lines_changed(pasted: Pasted, change: Change) -> Pasted:
    """Of the lines and of the table every cell that is no number."""
    who = [is_identifying(head) for head in pasted.heads]
    lines = (_line(line, who, change) for line in pasted.text.split("\n"))
    rows = (_tagged(row, who, change) for row in pasted.html.split("</tr>"))
    return replace(pasted, text="\n".join(lines), html="</tr>".join(rows))


def _line(line: str, who: Sequence[bool], change: Change) -> str:
    cells = line.split("\t")
    return "\t".join(change(cell, at < len(who) and who[at]) for at, cell in enumerate(cells))


def _tagged(row: str, who: Sequence[bool], change: Change) -> str:
    """A row of a table in HTML."""
    places = count()

    def cell(found: re.Match[str]) -> str:
        at = next(places)
        is_who = at < len(who) and who[at]
        return found[0] if "x:num" in found[1] else found[1] + escape(change(unescape(found[2]), is_who))

    return _CELL.sub(cell, row)


def _parts_changed(value: T, change: Change) -> T:
    moved = {}
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass, as its caller made sure
        old = getattr(value, field.name)
        new = old if field.name in _LEFT_ALONE else _changed(old, change)
        if new is not old and new != old:
            moved[field.name] = new
    return replace(value, **moved) if moved else value  # type: ignore[type-var]  # as above
