"""The split of a formula with more drivers than an exact split can take: group by group, along its tree."""

from collections.abc import Mapping

import numpy as np

from kpidesk.analysis.shapley import MOST_PLAYERS, Mask, shapley
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Ref, children, references
from kpidesk.metrics.frame import Array

Values = Mapping[MetricName, float]


def split_along_tree(
    expr: Expr, before: Values, after: Values, grain: Grain, *, most: int = MOST_PLAYERS
) -> dict[MetricName, float] | None:
    """The part of every name that the formula reads; they sum to its change. None where some value is missing.

    Up to ``most`` names share exactly. Beyond, the operands of the formula share first, each as one, and what an
    operand gets goes to its names in the proportions in which they moved it.
    """
    names = references(expr)
    if len(names) <= most:
        ends = [(before.get(name, np.nan), after.get(name, np.nan)) for name in names]
        parts = _shared(expr, names, ends, grain)
        return None if parts is None else dict(zip(names, parts, strict=True))
    operands = children(expr)
    ends = [(_value(each, before, grain), _value(each, after, grain)) for each in operands]
    stand_ins = tuple(MetricName(f"@{i}") for i in range(len(operands)))
    shares = _shared(_with_operands(expr, stand_ins), stand_ins, ends, grain)
    if shares is None:
        return None
    found: dict[MetricName, float] = dict.fromkeys(names, 0.0)
    for operand, share, (start, end) in zip(operands, shares, ends, strict=True):
        if not share:
            continue
        below = split_along_tree(operand, before, after, grain, most=most)
        if below is None:
            return None
        for name, part in below.items():
            found[name] += part * share / (end - start)
    return found


def _shared(
    expr: Expr, names: tuple[MetricName, ...], ends: list[tuple[float, float]], grain: Grain
) -> list[float] | None:
    start, end = np.array(ends, dtype=np.float64).reshape(-1, 2).T

    def value(mask: Mask) -> Array:
        mixed = np.where(mask, end, start)
        found = evaluate_expr(expr, {name: mixed[:, [i]] for i, name in enumerate(names)}, grain)
        return np.broadcast_to(found, (len(mask), 1))[:, 0]

    parts = shapley(len(names), value)
    return None if parts is None else [float(part) for part in parts]


def _value(expr: Expr, values: Values, grain: Grain) -> float:
    known = {name: np.asarray(values[name]) for name in references(expr) if name in values}
    return float(evaluate_expr(expr, known, grain))


def _with_operands(expr: Expr, names: tuple[MetricName, ...]) -> Expr:
    """The node above its operands, each replaced by a name."""
    operands = tuple(Ref(name) for name in names)
    match expr:
        case Binary(operator=operator):
            return Binary(operator, operands[0], operands[1])
        case Call(function=function):
            return Call(function, operands)
        case _:
            return Negative(operands[0])
