"""Formulas over arrays: the one evaluator of engine, scenario and analysis.

Each formula is compiled once into nested closures over an environment of arrays; a program is the list of those to run,
in order, for a given set of known names. Nothing is parsed, looked up in TOML or allocated per call beyond the results.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.frame import Array
from kpidesk.metrics.functions import FUNCTIONS, divide

Environment = dict[MetricName, Array]
Step = tuple[MetricName, Callable[[Environment], Array]]

_UNKNOWN: Array = np.asarray(np.nan)


def evaluate(
    catalogue: Catalogue, leaves: Mapping[MetricName, Array], grain: Grain, names: Iterable[MetricName] | None = None
) -> dict[MetricName, Array]:
    """The leaves, and every formula that can be computed from them (of ``names`` and what they need, or of all).

    Arrays are of one shape (…, periods), NaN where there is no value. A name among the leaves keeps its value even if
    it has a formula. Names that cannot be computed are left out; a declared fallback (margin 100%) counts as known.
    """
    wanted = None if names is None else frozenset(names)
    environment: Environment = dict(leaves)
    shape = np.broadcast_shapes(*(np.shape(array) for array in leaves.values())) if leaves else ()
    with np.errstate(all="ignore"):
        for name, step in _program(catalogue, grain, frozenset(leaves), wanted):
            environment[name] = step(environment)
    for name, array in environment.items():
        if np.shape(array) != shape:
            environment[name] = np.broadcast_to(array, shape).copy()
    return environment


def re_evaluate(
    catalogue: Catalogue,
    values: Mapping[MetricName, Array],
    overrides: Mapping[MetricName, Array],
    grain: Grain,
    names: frozenset[MetricName] | None = None,
) -> dict[MetricName, Array]:
    """The values with the overrides in place and everything that follows from them computed again.

    What does not depend on an override keeps its array (not copied), as does what tables count or sum: its formula only
    stands in for the tables. ``values`` leaves out what has no value at all.
    With a single period nothing reaches across periods: ``previous`` and ``year_ago`` keep what they were.
    With ``names`` only these follow, and what they need.
    """
    environment: Environment = {**values, **overrides}
    across = any(np.ndim(array) and np.shape(array)[-1] > 1 for array in overrides.values())
    with np.errstate(all="ignore"):
        for name, step in _consequences(catalogue, grain, frozenset(values), frozenset(overrides), across, names):
            environment[name] = step(environment)
    return environment


def evaluate_only(
    catalogue: Catalogue, values: Mapping[MetricName, Array], grain: Grain, names: Sequence[MetricName]
) -> dict[MetricName, Array]:
    """The values and the formulas of these names, in this order; unknown parts are NaN; all of one shape."""
    environment: Environment = dict(values)
    shape = np.broadcast_shapes(*(np.shape(array) for array in values.values())) if values else ()
    with np.errstate(all="ignore"):
        for name, step in _steps(catalogue, grain, tuple(names)):
            array = step(environment)
            environment[name] = array if np.shape(array) == shape else np.broadcast_to(array, shape).copy()
    return environment


def evaluate_expr(expr: Expr, values: Mapping[MetricName, Array], grain: Grain) -> Array:
    """One formula, or a part of one, over known values; an unknown name is NaN."""
    with np.errstate(all="ignore"):
        return _closure(expr, grain)(dict(values))


def is_satisfied(expr: Expr, known: frozenset[MetricName]) -> bool:
    """True where the formula can be computed from the known names; ``default(a, 1)`` does not insist on ``a``."""
    match expr:
        case Ref(name=name):
            return name in known
        case Negative(operand=operand):
            return is_satisfied(operand, known)
        case Binary(left=left, right=right):
            return is_satisfied(left, known) and is_satisfied(right, known)
        case Call(function=function, arguments=arguments):
            found = [is_satisfied(argument, known) for argument in arguments]
            return any(found) if FUNCTIONS[function].needs_any else all(found)
        case _:
            return True


@lru_cache(maxsize=256)
def _program(
    catalogue: Catalogue, grain: Grain, known: frozenset[MetricName], wanted: frozenset[MetricName] | None
) -> tuple[Step, ...]:
    names = catalogue.order if wanted is None else catalogue.closure(wanted)
    have = set(known)
    steps: list[Step] = []
    for name in names:
        if name in known:
            continue
        definition = catalogue.definitions[name]
        expr = formula_of(definition, grain)
        if expr is not None and is_satisfied(expr, frozenset(have)):
            steps.append((name, _closure(expr, grain)))
        elif definition.fallback is not None:
            steps.append((name, _constant(definition.fallback)))
        else:
            continue
        have.add(name)
    return tuple(steps)


@lru_cache(maxsize=256)
def _steps(catalogue: Catalogue, grain: Grain, names: tuple[MetricName, ...]) -> tuple[Step, ...]:
    formulas = ((name, formula_of(catalogue.definitions[name], grain)) for name in names)
    return tuple((name, _closure(expr, grain)) for name, expr in formulas if expr is not None)


@lru_cache(maxsize=1024)
def _consequences(
    catalogue: Catalogue,
    grain: Grain,
    known: frozenset[MetricName],
    overridden: frozenset[MetricName],
    across: bool,
    names: frozenset[MetricName] | None = None,
) -> tuple[Step, ...]:
    touched = set(overridden)
    have = known | overridden
    steps: list[Step] = []
    for name in catalogue.order if names is None else catalogue.closure(names):
        definition = catalogue.definitions[name]
        expr = formula_of(definition, grain)
        if (
            expr is None
            or definition.measures
            or name in overridden
            or touched.isdisjoint(catalogue.inputs(name, grain))
        ):
            continue
        if (not across and lag_of(expr) is not None) or not is_satisfied(expr, have):
            continue
        touched.add(name)
        have |= {name}
        steps.append((name, _closure(expr, grain)))
    return tuple(steps)


def _constant(value: float) -> Callable[[Environment], Array]:
    array: Array = np.asarray(value)
    return lambda _: array


def _closure(expr: Expr, grain: Grain) -> Callable[[Environment], Array]:
    match expr:
        case Number(value=value):
            return _constant(value)
        case Ref(name=name):
            return lambda environment: environment.get(name, _UNKNOWN)
        case Negative(operand=operand):
            inner = _closure(operand, grain)
            return lambda environment: -inner(environment)
        case Binary():
            return _binary(expr, grain)
        case Call(function=function, arguments=arguments):
            apply = FUNCTIONS[function].apply
            parts = tuple(_closure(argument, grain) for argument in arguments)
            return lambda environment: apply([part(environment) for part in parts], grain)


def _binary(expr: Binary, grain: Grain) -> Callable[[Environment], Array]:
    left, right = _closure(expr.left, grain), _closure(expr.right, grain)
    match expr.operator:
        case "+":
            return lambda environment: left(environment) + right(environment)
        case "-":
            return lambda environment: left(environment) - right(environment)
        case "*":
            return lambda environment: left(environment) * right(environment)
        case _:
            return lambda environment: divide(left(environment), right(environment))
