"""Which drivers share a change: the frontier of a formula tree at which rates, prices, costs and volumes stand."""

from collections.abc import Collection

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import is_satisfied
from kpidesk.metrics.months import MONTHS_OF

MOST_DRIVERS = 11
"""One place is kept for what a formula does not tell."""


def players_of(
    catalogue: Catalogue, kpi: MetricName, known: Collection[MetricName], grain: Grain
) -> tuple[MetricName, ...]:
    """The drivers of a KPI: its formula's inputs, derived ones (LTV) replaced by theirs; none without a formula.

    A formula with one input only is looked through (retention is 1 − churn, so what moves churn moves it). Inputs that
    are not known are no drivers. The tree is opened no further than the exact split can go.
    """
    frontier = list(opened(catalogue, kpi, known, grain))
    while True:
        for place, name in enumerate(frontier):
            inputs = opened(catalogue, name, known, grain)
            is_derived = catalogue.definitions[name].kind == "derived"
            if not inputs or not (is_derived or len(frontier) == 1):
                continue
            wider = list(dict.fromkeys([*frontier[:place], *inputs, *frontier[place + 1 :]]))
            if len(wider) <= MOST_DRIVERS:
                frontier = wider
                break
        else:
            return tuple(frontier)


def is_of_months(definition: Definition, grain: Grain) -> bool:
    """True where the figure is the sum of its months', which its formula over the parts at the end does not give."""
    return definition.is_sum_of_months and grain in MONTHS_OF


def opened(
    catalogue: Catalogue, name: MetricName, known: Collection[MetricName], grain: Grain
) -> tuple[MetricName, ...]:
    """The known inputs of a formula that can be computed from them; none where there is none, or it looks back.

    A formula that settles the account of a counted flow (customers lost, from those before, won, left) tells nothing.
    """
    definition = catalogue.definitions[name]
    expr = formula_of(definition, grain)
    if expr is None or lag_of(expr) is not None or is_of_months(definition, grain):
        return ()
    inputs = tuple(ref for ref in catalogue.inputs(name, grain) if ref in known)
    if not is_satisfied(expr, frozenset(inputs)):
        return ()
    if definition.measures and any(catalogue.definitions[ref].is_opening for ref in inputs):
        return ()
    return inputs
