"""Sums of what is known that lack a part: one sheet ends before another, and what is left is no smaller cost.

A part is missed where it was known before. Before its first value it is not: nobody had it then, or it was never told,
and to call all of a history incomplete because sales people are listed since last month would help nobody. Nor is it
missed where it has been silent for long: who stopped to advertise has a CAC of sales alone.
"""

from collections.abc import Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Call, Expr, walk
from kpidesk.metrics.frame import Array
from kpidesk.metrics.months import Flags

_OVER_MONTHS = 6
"""A part that was not told for longer, up to the end of the data, is over."""


def lacks_part(expr: Expr, values: Mapping[MetricName, Array], grain: Grain, shape: tuple[int, int]) -> Flags | None:
    """The cells (segments, periods) in which such a sum within a formula lacks a part; None where it has no sum."""
    sums = [node for node in walk(expr) if isinstance(node, Call) and node.function == "sum_known"]
    if not sums:
        return None
    result = np.zeros(shape, dtype=np.bool_)
    for part in (argument for each in sums for argument in each.arguments):
        known = np.broadcast_to(~np.isnan(evaluate_expr(part, values, grain)), shape)
        silent = np.logical_and.accumulate(~known[:, ::-1], axis=1)[:, ::-1]
        is_over = silent.sum(axis=1, keepdims=True) * grain.months > _OVER_MONTHS
        result |= np.logical_or.accumulate(known, axis=1) & ~known & ~(silent & is_over)
    return result
