"""Stand-ins for the names of customers in what leaves the desk: the same name always has the same one."""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.export.deck import Cell, DataTable, Deck
from kpidesk.metrics.frame import ResultFrame

T = TypeVar("T")
_LEFT_ALONE = ("catalogue", "style", "definitions", "changes", "values")
"""What holds numbers by the names of KPIs only."""


def stand_in(name: str) -> str:
    """``Customer 7F3A2C`` for a name.

    >>> stand_in("Acme") == stand_in("Acme") != stand_in("Bolt")
    True
    """
    return f"Customer {hashlib.sha256(name.encode()).hexdigest()[:6].upper()}"


def with_names_hidden(shown: T, names: Collection[str]) -> T:
    """A deck or figure with every one of these names replaced wherever it is said; numbers stay what they are."""
    known = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not known:
        return shown
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known))
    return cast(T, _hidden(shown, pattern))


def _hidden(value: object, pattern: re.Pattern[str]) -> object:
    """The same tree of frozen values with its texts changed; what holds none is not touched."""
    match value:
        case str():
            return pattern.sub(lambda found: stand_in(found[0]), value)
        case Message():
            return Message(value.template, **{key: _hidden(each, pattern) for key, each in value.params.items()})
        case tuple():
            return tuple(_hidden(each, pattern) for each in value)
        case Mapping():
            return {key: _hidden(each, pattern) for key, each in value.items()}
    if isinstance(value, ResultFrame):
        return replace(value, sources=cast(Mapping[MetricName, tuple[str, ...]], _hidden(value.sources, pattern)))
    if isinstance(value, DataTable):
        rows = tuple(cast(tuple[Cell, ...], _hidden(tuple(row), pattern)) for row in value.rows)
        return replace(value, rows=rows)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__.startswith("kpidesk.charts"):
        return _parts_hidden(value, pattern)
    if isinstance(value, Deck) or type(value).__module__ == "kpidesk.export.deck":
        return _parts_hidden(value, pattern)
    return value


def _parts_hidden(value: T, pattern: re.Pattern[str]) -> T:
    moved = {}
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass, as its caller made sure
        old = getattr(value, field.name)
        new = old if field.name in _LEFT_ALONE else _hidden(old, pattern)
        if new is not old and new != old:
            moved[field.name] = new
    return replace(value, **moved) if moved else value  # type: ignore[type-var]  # as above
