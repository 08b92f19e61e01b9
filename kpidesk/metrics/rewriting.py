"""Formulas changed and written down again: what stands for what, and the text of a tree."""

from collections.abc import Mapping
from dataclasses import replace

from kpidesk.core.ids import MetricName
from kpidesk.core.units import NUMBER
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.functions import CONSTANTS

_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}
_HIGHEST = 3


def substituted(expr: Expr, others: Mapping[MetricName, Expr]) -> Expr:
    """The formula with other things in the place of some names; factors and divisors of 1 are left out."""
    match expr:
        case Ref(name=name):
            return others.get(name, expr)
        case Negative(operand=operand):
            return replace(expr, operand=substituted(operand, others))
        case Call(arguments=arguments):
            return replace(expr, arguments=tuple(substituted(each, others) for each in arguments))
        case Binary(left=left, right=right):
            return _without_ones(replace(expr, left=substituted(left, others), right=substituted(right, others)))
        case _:
            return expr


def as_text(expr: Expr) -> str:
    """The formula as it would be typed; reading it again gives the same tree."""
    return _text(expr, 0)


def _text(expr: Expr, rank: int) -> str:
    match expr:
        case Number(value=value, unit=unit):
            return _number(value, unit is not NUMBER and unit != NUMBER)
        case Ref(name=name):
            return name
        case Negative(operand=operand):
            return f"-{_text(operand, _HIGHEST)}"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(_text(each, 0) for each in arguments)})"
        case Binary(operator=operator, left=left, right=right):
            own = _RANK[operator]
            text = f"{_text(left, own)} {operator} {_text(right, own + 1)}"
            return f"({text})" if own < rank else text


def _number(value: float, is_named: bool) -> str:
    if is_named:
        return next(name for name, (constant, _) in CONSTANTS.items() if constant == value)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _without_ones(expr: Binary) -> Expr:
    if expr.operator in "*/" and _is_one(expr.right):
        return expr.left
    return expr.right if expr.operator == "*" and _is_one(expr.left) else expr


def _is_one(expr: Expr) -> bool:
    return isinstance(expr, Number) and expr.value == 1 and expr.unit == NUMBER
