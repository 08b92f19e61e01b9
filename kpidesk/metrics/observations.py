"""How many observations a figure stands on: the n that is shown beside it and its interval."""

from collections.abc import Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import formula_of
from kpidesk.metrics.cells import Cells
from kpidesk.metrics.definitions import Definition, Measure
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary
from kpidesk.metrics.frame import Array
from kpidesk.metrics.planner import Origin, Source

_TOLD_BY_DAY = frozenset({"spend", "web_traffic", "social", "email"})
"""Tables whose rows are days, channels, pages or campaigns: how many there are is no sample of anything."""


def of_measure(definition: Definition, measure: Measure | None, cells: Cells) -> Array:
    """What a measure saw, shape of its value.

    Of things that a sheet counts by the day, and of different ones, it is these things; of money and time told by the
    day there are none (NaN); of everything else it is the rows, which are its orders, answers, customers …
    """
    if measure is None or measure.aggregate not in ("sum", "count_distinct"):
        return cells.n
    is_count = definition.kind == "flow" and definition.unit.kind == "count"
    if measure.aggregate == "count_distinct" or is_count:
        return cells.values
    return np.full_like(cells.n, np.nan) if measure.relation in _TOLD_BY_DAY else cells.n


def of_formula(definition: Definition, source: Source, values: Mapping[MetricName, Array], grain: Grain) -> Array:
    """What a share of counts divides by, shape of its value; NaN of everything else that a formula makes."""
    expr, shape = formula_of(definition, grain), values[definition.name].shape
    is_share = source.origin is Origin.FORMULA and definition.interval == "wilson"
    if is_share and isinstance(expr, Binary) and expr.operator == "/":
        return np.broadcast_to(evaluate_expr(expr.right, values, grain), shape)
    return np.full(shape, np.nan)
