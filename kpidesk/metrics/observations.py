"""How many observations a figure stands on: the n that is shown beside it and its interval."""

from collections.abc import Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import formula_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary
from kpidesk.metrics.frame import Array
from kpidesk.metrics.planner import Origin, Source


def of_formula(definition: Definition, source: Source, values: Mapping[MetricName, Array], grain: Grain) -> Array:
    """What a share of counts divides by, shape of its value; NaN of everything else that a formula makes."""
    expr, shape = formula_of(definition, grain), values[definition.name].shape
    is_share = source.origin is Origin.FORMULA and definition.interval == "wilson"
    if is_share and isinstance(expr, Binary) and expr.operator == "/":
        return np.broadcast_to(evaluate_expr(expr.right, values, grain), shape)
    return np.full(shape, np.nan)
