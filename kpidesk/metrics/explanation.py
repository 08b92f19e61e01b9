"""Why is it 3.2? The tree of numbers behind one value, down to the measures."""

from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain
from kpidesk.core.units import Unit
from kpidesk.metrics.answer import Answer
from kpidesk.metrics.catalogue import Catalogue, formula_of, formula_text
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import references
from kpidesk.metrics.functions import lag_periods
from kpidesk.metrics.planner import Origin, Plan


@dataclass(frozen=True, slots=True)
class NumberTree:
    """One number and the numbers that its formula reads; ``origin`` says how it was come by.

    ``value`` is None where there is none, then ``why`` says the reason. A part of several formulas stands below each.
    """

    name: MetricName
    value: float | None
    unit: Unit
    origin: Origin
    formula: str = ""
    n: float | None = None
    low: float | None = None
    high: float | None = None
    notes: tuple[Message, ...] = ()
    why: Message | None = None
    parts: tuple["NumberTree", ...] = ()


def explain(
    catalogue: Catalogue, answer: Answer, plan: Plan, name: MetricName, cell: tuple[int, int], grain: Grain
) -> NumberTree:
    """The tree below a name for one cell (segment row, period column) of an answer."""
    definition, source, series = catalogue.definitions[name], plan.sources[name], answer.series[name]
    if not series.is_computable:
        return NumberTree(name, None, definition.unit, source.origin, why=series.reason)
    value = _number(series.values[cell])
    parts: tuple[NumberTree, ...] = ()
    formula = ""
    if source.origin is Origin.FORMULA and not _is_of_the_whole(definition, answer, cell, grain):
        formula = formula_text(definition, grain)
        parts = _parts(catalogue, answer, plan, name, cell, grain)
    return NumberTree(
        name=name,
        value=value,
        unit=definition.unit,
        origin=source.origin,
        formula=formula,
        n=_number(series.n[cell]),
        low=None if series.low is None else _number(series.low[cell]),
        high=None if series.high is None else _number(series.high[cell]),
        notes=series.notes,
        why=series.gap(*cell) if value is None else None,
        parts=parts,
    )


def _is_of_the_whole(definition: Definition, answer: Answer, cell: tuple[int, int], grain: Grain) -> bool:
    """Whether a part has the figure of the whole business, so that its own numbers do not lead to it."""
    expr = formula_of(definition, grain)
    if not definition.is_everywhere or expr is None:
        return False
    own = {ref: answer.values[ref][cell] for ref in references(expr) if ref in answer.values}
    return not np.isclose(evaluate_expr(expr, own, grain), answer.values[definition.name][cell], equal_nan=True)


def _parts(
    catalogue: Catalogue, answer: Answer, plan: Plan, name: MetricName, cell: tuple[int, int], grain: Grain
) -> tuple[NumberTree, ...]:
    expr = formula_of(catalogue.definitions[name], grain)
    row, column = cell
    column -= 0 if expr is None else lag_periods(expr, grain)
    if column < 0:
        return ()
    inputs = [ref for ref in catalogue.inputs(name, grain) if ref in plan.sources]
    return tuple(explain(catalogue, answer, plan, ref, (row, column), grain) for ref in inputs)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
