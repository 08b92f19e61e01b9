"""How segments make up the whole of a ratio: by what it is divided by."""

import numpy as np

from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.frame import Array, ResultFrame


def weights_of(catalogue: Catalogue, frame: ResultFrame, definition: Definition) -> Array | None:
    """The weight of every segment and period in the whole's ratio, shape of the frame; None where none is known.

    It is the formula's divisor; for a ratio of another ratio (1 − churn) that of the other; without a formula the count
    of observations. Weights do not yet sum to 1.
    """
    divisor = _divisor(formula_of(definition, frame.grain), catalogue, frame.grain)
    if divisor is None and definition.n is not None:
        divisor = Ref(definition.n)
    if divisor is None:
        return None
    known = {name: series.values for name, series in frame.series.items() if series.is_computable}
    found = evaluate_expr(divisor, known, frame.grain)
    shape = (len(frame.segments), len(frame.periods))
    return np.broadcast_to(found, shape) if np.isfinite(found).any() else None


def _divisor(expr: Expr | None, catalogue: Catalogue, grain: Grain) -> Expr | None:
    match expr:
        case Binary(operator="/", right=right):
            return right
        case Call(function="share", arguments=(_, whole)):
            return whole
        case Negative(operand=operand):
            return _divisor(operand, catalogue, grain)
        case (
            Binary(operator="*" | "+" | "-", left=Number(), right=inner)
            | Binary(operator="*" | "+" | "-", left=inner, right=Number())
        ):
            return _divisor(inner, catalogue, grain)
        case Binary(operator="+" | "-", left=left, right=right):
            first, second = _divisor(left, catalogue, grain), _divisor(right, catalogue, grain)
            return first if first is not None and _alike(first, second) else None
        case Ref(name=name) if name in catalogue and catalogue.definitions[name].kind == "ratio":
            return _divisor(formula_of(catalogue.definitions[name], grain), catalogue, grain)
        case _:
            return None


def _alike(first: Expr, second: Expr | None) -> bool:
    """True for two references to one KPI; positions in the text do not count."""
    return isinstance(first, Ref) and isinstance(second, Ref) and first.name == second.name
