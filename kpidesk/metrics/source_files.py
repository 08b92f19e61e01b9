"""Which files go into a measure, and which parts into a formula."""

from collections.abc import Iterator, Mapping

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import SPENDERS
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Call, Expr, Ref, children, references
from kpidesk.metrics.frame import Array
from kpidesk.metrics.measure_columns import columns_read
from kpidesk.metrics.movement_names import relation_name


def files_behind(measure: Measure, facts: Facts, grain: Grain) -> tuple[str, ...]:
    """Those of its relation, of what it reads of other sheets, and of the spend that tells which channels are paid."""
    found = facts.files(relation_name(measure.relation, grain), columns_read(measure, grain))
    spends = any(condition.operator == SPENDERS for condition in (*measure.where, *measure.less))
    paid = facts.sources.get("spend", ()) if spends and SPENDERS not in facts.words else ()
    return tuple(dict.fromkeys((*found, *paid)))


def used_parts(
    catalogue: Catalogue, name: MetricName, grain: Grain, values: Mapping[MetricName, Array]
) -> tuple[MetricName, ...]:
    """What a formula is computed from; a choice of ``first(a, b)`` that gave no value anywhere is not."""
    expr, parts = formula_of(catalogue.definitions[name], grain), catalogue.inputs(name, grain)
    if expr is None:
        return parts
    used = frozenset(_used(expr, values, grain))
    unused = frozenset(references(expr)) - used
    return tuple(part for part in parts if part not in unused)


def _used(expr: Expr, values: Mapping[MetricName, Array], grain: Grain) -> Iterator[MetricName]:
    if isinstance(expr, Ref):
        yield expr.name
    elif isinstance(expr, Call) and expr.function == "first":
        lacking = np.asarray(True)
        for choice in expr.arguments:
            known = np.isfinite(evaluate_expr(choice, values, grain))
            if (lacking & known).any():
                yield from _used(choice, values, grain)
            lacking = lacking & ~known
    else:
        for part in children(expr):
            yield from _used(part, values, grain)
