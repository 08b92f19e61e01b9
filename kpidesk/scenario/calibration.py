"""Calibration: formulas bent so that they give, at the baseline, exactly what the data say there.

A sheet may give an LTV of 1,500 where its own ARPA, margin and churn make 1,600. Under a scenario that LTV must neither
jump to the formula's value nor stand still: it moves in proportion, given × formula(scenario) ÷ formula(baseline).
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Expr, Number, references
from kpidesk.metrics.rewriting import substituted

_EQUAL = 1e-9


def calibrated(catalogue: Catalogue, values: Mapping[MetricName, float], grain: Grain) -> Catalogue:
    """The causal catalogue whose formulas reproduce ``values`` from one another.

    A formula that misses by a factor is multiplied by it, one that misses zero or a sign is shifted. Where inputs are
    unknown but only scale the result (LTV is given, margin is not), they are left out and the factor stands for them;
    otherwise the formula is dropped and the given value holds.
    """
    catalogue = causal(catalogue)
    bent: dict[MetricName, Definition] = {}
    for name, given in values.items():
        definition = catalogue.definitions[name]
        expr = formula_of(definition, grain)
        if expr is None or lag_of(expr) is not None:
            continue
        fitted = _fitted(expr, given, values, grain)
        if fitted is not expr:
            bent[name] = replace(definition, expr=fitted, snapshot_expr=None, long_expr=None)
    if not bent:
        return catalogue
    return Catalogue.of(bent.get(name, definition) for name, definition in catalogue.definitions.items())


@lru_cache(maxsize=16)
def causal(catalogue: Catalogue) -> Catalogue:
    """The catalogue without formulas that merely settle an account, and with one formula for all grains.

    Customers lost can be told from customers before, gained and left; yet customers gained do not cause losses. Such a
    formula belongs to a flow that can also be counted, and reads what stood at the period's start. A quarter's rate
    follows its flows in proportion, though it counts by its ends: so a lever on a flow moves it.
    """
    settling = [
        name
        for name, definition in catalogue.definitions.items()
        if definition.measures
        and definition.expr is not None
        and any(catalogue.definitions[ref].is_opening for ref in references(definition.expr) if ref in catalogue)
    ]
    long = {name for name, definition in catalogue.definitions.items() if definition.long_expr is not None}
    if not settling and not long:
        return catalogue
    return Catalogue.of(
        replace(definition, expr=None if name in settling else definition.expr, long_expr=None)
        for name, definition in catalogue.definitions.items()
    )


def _fitted(expr: Expr, given: float, values: Mapping[MetricName, float], grain: Grain) -> Expr | None:
    """The formula bent to give ``given``; itself where it does, None where it cannot be told."""
    computed = _value(expr, values, grain)
    if math.isnan(computed):
        return _scaled_without_unknown(expr, given, values, grain)
    if abs(computed - given) <= _EQUAL * max(abs(computed), abs(given)):
        return expr
    return _bent(expr, computed, given)


def _bent(expr: Expr, computed: float, given: float) -> Expr:
    if computed * given > 0:
        return Binary("*", expr, Number(given / computed))
    return Binary("+", expr, Number(given - computed))


def _scaled_without_unknown(expr: Expr, given: float, values: Mapping[MetricName, float], grain: Grain) -> Expr | None:
    """The formula with its unknown inputs as a constant, if what they are makes no difference to its proportions.

    Tried, not proved: at two choices of the unknown and two of each known input the proportions must agree.
    """
    unknown = [name for name in references(expr) if name not in values]
    known = [name for name in references(expr) if name in values]
    if not unknown or not known or not given:
        return None
    trial = substituted(expr, dict.fromkeys(unknown, Number(1.0)))
    base = _value(trial, values, grain)
    if not base * given > 0:
        return None
    other = substituted(expr, {name: Number(2.0 + i) for i, name in enumerate(unknown)})
    other_base = _value(other, values, grain)
    for name in known:
        moved = {**values, name: values[name] * 0.75}
        ratio, other_ratio = _value(trial, moved, grain) / base, _value(other, moved, grain) / other_base
        if not math.isclose(ratio, other_ratio, rel_tol=1e-9):
            return None
    return _bent(trial, base, given)


def _value(expr: Expr, values: Mapping[MetricName, float], grain: Grain) -> float:
    known = {name: np.asarray(values[name]) for name in references(expr) if name in values}
    found = float(evaluate_expr(expr, known, grain))
    return found if math.isfinite(found) else math.nan
