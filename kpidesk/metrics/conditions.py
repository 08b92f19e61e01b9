"""Conditions on rows, as the catalogue writes them: ``kind in (1, 2) and nps_score >= 9``; no more than that."""

import re
from dataclasses import dataclass

Literal = float | str | bool

_ONE = re.compile(
    r"\s*(?P<column>[a-z_][a-z0-9_]*)\s*"
    r"(?:(?P<known>is known|is not known)|(?P<op><=|>=|!=|=|<|>)\s*(?P<value>'[^']*'|[-+]?\d+(?:\.\d+)?|true|false)"
    r"|in\s*\((?P<values>[^()]*)\))\s*"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison: a column, one of ``= != < <= > >= in known unknown``, and the values it is compared with."""

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
    if match["known"]:
        return Condition(column, "known" if match["known"] == "is known" else "unknown")
    if match["values"] is not None:
        return Condition(column, "in", tuple(_literal(value.strip()) for value in match["values"].split(",")))
    return Condition(column, match["op"], (_literal(match["value"]),))


def _literal(text: str) -> Literal:
    if text in ("true", "false"):
        return text == "true"
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1]
    return float(text)
