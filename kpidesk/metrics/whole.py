"""Figures of the whole business that its parts share: a gross margin where cost is known for all customers together.

A part is told in the way in which the whole is: where the whole's margin comes from the cost of a month, that of a
region is not the margin of its few orders. A part that cannot be told in that way has the whole's figure.
"""

from collections.abc import Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Call, Expr
from kpidesk.metrics.frame import Array

Values = Mapping[MetricName, Array]

NOTE = Message(
    QT_TRANSLATE_NOOP(
        "metrics",
        "what is shared, such as a gross margin, is that of the whole business where a part has none of its own",
    )
)
_FIRST_KNOWN = "first"


def told_alike(expr: Expr, values: Values, whole: Values, like: Array, grain: Grain) -> Array:
    """A formula over ``values``, in each period by the alternative that gives the whole's; of the shape of ``like``.

    The last row of each array of ``whole`` is that of the whole business. NaN where that alternative gives nothing.
    """
    result = np.full_like(like, np.nan)
    known = np.zeros(like.shape[1], dtype=bool)
    for way in expr.arguments if isinstance(expr, Call) and expr.function == _FIRST_KNOWN else (expr,):
        gives = np.isfinite(np.atleast_2d(evaluate_expr(way, whole, grain))[-1]) & ~known
        result = np.where(gives, evaluate_expr(way, values, grain), result)
        known |= gives
    return result


def filled_from(own: Array, whole: Array, fallback: float | None) -> Array:
    """Rows without any value have the last one of ``whole``; where nothing is known at all, the fallback."""
    filled = np.where(np.isnan(own).all(axis=1, keepdims=True), whole[-1:], own)
    return np.full_like(own, fallback) if fallback is not None and np.isnan(filled).all() else filled
