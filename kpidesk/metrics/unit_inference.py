"""The unit of a formula from those of what it reads: money over customers is fine, money plus customers is refused."""

from collections.abc import Mapping

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.units import NUMBER, Unit
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.formula import FormulaError
from kpidesk.metrics.functions import FUNCTIONS, UnitMismatch


def infer_unit(expr: Expr, units: Mapping[MetricName, Unit]) -> Unit:
    """The unit that a formula has; raises FormulaError at the place where units do not go together.

    A literal 0 goes with any unit (``default(x, 0)``); any other literal is a plain number.
    """
    match expr:
        case Number(unit=unit):
            return unit
        case Ref(name=name):
            if name not in units:
                unknown = QT_TRANSLATE_NOOP("formula", "There is no KPI called {name}.")
                raise FormulaError(Message(unknown, name=name), expr.position)
            return units[name]
        case Negative(operand=operand):
            return infer_unit(operand, units)
        case Binary():
            return _binary(expr, units)
        case Call():
            return _call(expr, units)


def _binary(expr: Binary, units: Mapping[MetricName, Unit]) -> Unit:
    left, right = infer_unit(expr.left, units), infer_unit(expr.right, units)
    if expr.operator == "*":
        return _keeping(left, right, left * right)
    if expr.operator == "/":
        return _keeping(left, right, left / right) if right.is_plain else left / right
    if _is_zero(expr.left) or _is_zero(expr.right):
        return right if _is_zero(expr.left) else left
    if not left.agrees_with(right):
        mixed = QT_TRANSLATE_NOOP("formula", "{left} and {right} cannot be added or subtracted.")
        raise FormulaError(Message(mixed, left=str(left), right=str(right)), expr.position)
    return left if left.reading or left.dimensions else right


def _keeping(left: Unit, right: Unit, result: Unit) -> Unit:
    """A share times a plain number still reads as a share."""
    if result.dimensions or (left.reading and right.reading and left.reading != right.reading):
        return result
    return Unit((), left.reading or right.reading) if NUMBER in (left, right) else result


def _call(expr: Call, units: Mapping[MetricName, Unit]) -> Unit:
    known = [infer_unit(argument, units) for argument in expr.arguments if not _is_zero(argument)]
    function = FUNCTIONS[expr.function]
    try:
        return function.unit(known) if known else NUMBER
    except UnitMismatch as error:
        mixed = QT_TRANSLATE_NOOP("formula", "{function} cannot take values of these units together: {units}.")
        raise FormulaError(Message(mixed, function=function.name, units=str(error)), expr.position) from error


def _is_zero(expr: Expr) -> bool:
    return isinstance(expr, Number) and expr.value == 0 and expr.unit == NUMBER
