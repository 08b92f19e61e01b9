"""The typed tree of a formula: what evaluation, dependencies, attribution, help and Excel formulas all walk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kpidesk.core.ids import MetricName
from kpidesk.core.units import NUMBER, Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A literal. ``unit`` is set for the few named constants (months_per_year is 12 month / year)."""

    value: float
    unit: Unit = NUMBER
    position: int = 0


@dataclass(frozen=True, slots=True)
class Ref:
    """Another KPI by name."""

    name: MetricName
    position: int = 0


@dataclass(frozen=True, slots=True)
class Negative:
    """The operand with its sign turned."""

    operand: "Expr"
    position: int = 0


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands under ``+``, ``-``, ``*`` or ``/``; a zero divisor gives no value."""

    operator: str
    left: "Expr"
    right: "Expr"
    position: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A declared function (see functions.FUNCTIONS) applied to its arguments."""

    function: str
    arguments: tuple["Expr", ...]
    position: int = 0


Expr = Number | Ref | Negative | Binary | Call


def children(expr: Expr) -> tuple[Expr, ...]:
    """The parts directly below a node."""
    match expr:
        case Negative(operand=operand):
            return (operand,)
        case Binary(left=left, right=right):
            return (left, right)
        case Call(arguments=arguments):
            return arguments
        case _:
            return ()


def walk(expr: Expr) -> Iterator[Expr]:
    """The node and everything below it, parents first, from left to right."""
    yield expr
    for child in children(expr):
        yield from walk(child)


@lru_cache(maxsize=4096)
def references(expr: Expr) -> tuple[MetricName, ...]:
    """The names that the formula reads, each once, in order of first use."""
    return tuple(dict.fromkeys(node.name for node in walk(expr) if isinstance(node, Ref)))
