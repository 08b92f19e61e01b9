"""A KPI of all rows of several periods together, by segment: its parts are added up, then its formula is applied."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import evaluate, evaluate_expr
from kpidesk.metrics.expr import Binary
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.intervals import net_promoter, wilson


@dataclass(frozen=True, slots=True)
class Pooled:
    """One segment (None: all) over the pooled periods; the interval is None where it is not known."""

    segment: str | None
    value: float
    n: float
    low: float | None = None
    high: float | None = None


def parts_of(catalogue: Catalogue, kpi: MetricName) -> tuple[MetricName, ...]:
    """What a frame must hold so that the KPI can be pooled."""
    definition = catalogue.get(kpi)
    counts = (definition.n,) if definition.n is not None else ()
    flows = tuple(name for name in below(catalogue, kpi) if catalogue.get(name).kind == "flow")
    return tuple(dict.fromkeys((kpi, *definition.interval_of, *counts, *flows)))


def pooled(catalogue: Catalogue, frame: ResultFrame, kpi: MetricName) -> tuple[Pooled, ...]:
    """The KPI by segment over all periods of the frame, segments without a value left out, the total last.

    A ratio of flows is that of their sums over the periods in which all of them are known; a mean is weighted by its
    observations; a flow is added up.
    """
    definition, series = catalogue.get(kpi), frame.series[kpi]
    if not series.is_computable:
        return ()
    if len(frame.periods) == 1:
        values, n = series.values[:, 0], series.n[:, 0]
        low, high = _column(series.low), _column(series.high)
    else:
        values, n, low, high = _over_periods(catalogue, frame, definition)
    return tuple(
        Pooled(segment, float(values[i]), _count(n[i]), _bound(low, i), _bound(high, i))
        for i, segment in enumerate(frame.segments)
        if np.isfinite(values[i])
    )


Bounds = Array | None


def _over_periods(
    catalogue: Catalogue, frame: ResultFrame, definition: Definition
) -> tuple[Array, Array, Bounds, Bounds]:
    flows = {
        name: each.values
        for name, each in frame.series.items()
        if each.is_computable and catalogue.get(name).kind == "flow"
    }
    own = frame.series[definition.name]
    parts = [flows[name] for name in below(catalogue, definition.name) if name in flows]
    # One that begins later than another would be divided by less than it is of.
    is_known = np.isfinite(own.values) | np.logical_and.reduce([np.isfinite(part) for part in parts], axis=0)
    sums = {
        name: np.sum(each, axis=1, keepdims=True, where=is_known & np.isfinite(each)) for name, each in flows.items()
    }
    n = np.nansum(own.n, axis=1)
    if definition.kind == "flow":
        return sums[definition.name][:, 0], n, None, None
    expr = formula_of(definition, frame.grain)
    if expr is None:
        weight = np.where(np.isfinite(own.values), np.nan_to_num(own.n), 0.0)
        with np.errstate(invalid="ignore"):
            mean = np.nansum(np.nan_to_num(own.values) * weight, axis=1) / weight.sum(axis=1)
        return mean, n, None, None
    with np.errstate(all="ignore"):
        found = evaluate(catalogue, sums, frame.grain, [definition.name]).get(definition.name)
        values = np.full(len(frame.segments), np.nan) if found is None else found[:, 0]
        low, high = _interval(definition, expr if isinstance(expr, Binary) else None, sums, frame)
    return values, n, low, high


def _interval(
    definition: Definition, expr: Binary | None, sums: dict[MetricName, Array], frame: ResultFrame
) -> tuple[Bounds, Bounds]:
    """As the engine makes them, of the sums."""
    if definition.interval == "nps" and all(name in sums for name in definition.interval_of):
        low, high = net_promoter(*(sums[name] for name in definition.interval_of))
        return low[:, 0], high[:, 0]
    if definition.interval == "wilson" and expr is not None and expr.operator == "/":
        low, high = wilson(evaluate_expr(expr.left, sums, frame.grain), evaluate_expr(expr.right, sums, frame.grain))
        return low[:, 0], high[:, 0]
    return None, None


def below(catalogue: Catalogue, kpi: MetricName) -> Sequence[MetricName]:
    """Everything that the KPI is computed from, itself included."""
    found: list[MetricName] = []
    waiting = [kpi]
    while waiting:
        name = waiting.pop()
        if name not in found and name in catalogue:
            found.append(name)
            waiting.extend(catalogue.inputs(name))
    return found


def _column(values: Bounds) -> Bounds:
    return None if values is None else values[:, 0]


def _bound(values: Bounds, at: int) -> float | None:
    return None if values is None or not np.isfinite(values[at]) else float(values[at])


def _count(n: float) -> float:
    return float(n) if np.isfinite(n) else 0.0
