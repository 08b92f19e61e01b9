"""Conditions on rows, as the catalogue writes them: ``kind in (1, 2) and nps_score >= 9``; no more than that."""

import re
from dataclasses import dataclass

Literal = float | str | bool

_ONE = re.compile(
    r"\s*(?P<column>[a-z_][a-z0-9_]*)\s*"
    r"(?:(?P<word>is known|is column|is spent on|is ours)"
    r"|says\s+(?P<says>[a-z_]+(?:\s*/\s*[a-z_]+)*)"
    r"|(?P<op><=|>=|!=|=|<|>)\s*(?P<value>'[^']*'|[-+]?\d+(?:\.\d+)?|true|false)"
    r"|(?P<list>(?:not\s+)?in)\s*\((?P<values>[^()]*)\))\s*"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison of a column with values. Texts are compared without regard to case.

    ``operator`` is one of ``= != < <= > >= in``, ``not in``, ``known``, ``column`` (the table has it, every row
    passes), ``spent on`` (the value is a channel on which money was spent), ``ours`` (a brand of our own; every one
    where none is named) or ``says`` (the cell is a word of one of these groups: ``stage says won``). ``!=`` and
    ``not in`` hold also where the cell is empty or the table has no such column.
    """

    column: str
    operator: str
    values: tuple[Literal, ...] = ()


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Read conditions joined by ``and``; the empty text has none; ValueError names what is not understood."""
    if not text.strip():
        return ()
    return tuple(_parse_one(part) for part in re.split(r"\s+and\s+", text.strip()))


def _parse_one(text: str) -> Condition:
    match = _ONE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    column = match["column"]
    if match["word"]:
        return Condition(column, match["word"].removeprefix("is "))
    if match["says"] is not None:
        return Condition(column, "says", tuple(group.strip() for group in match["says"].split("/")))
    if match["values"] is not None:
        operator = " ".join(match["list"].split())
        return Condition(column, operator, tuple(_literal(value.strip()) for value in match["values"].split(",")))
    return Condition(column, match["op"], (_literal(match["value"]),))


def _literal(text: str) -> Literal:
    if text in ("true", "false"):
        return text == "true"
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1]
    return float(text)
