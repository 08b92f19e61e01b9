"""The interval of each figure by the way the catalogue names, and where there is none, why.

``Known`` is what an answer holds before its series are complete.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.cells import Cells
from kpidesk.metrics.definitions import Definition, Measure, Spread
from kpidesk.metrics.evaluation import evaluate_expr, re_evaluate
from kpidesk.metrics.expr import Binary, Expr, references
from kpidesk.metrics.frame import Array
from kpidesk.metrics.intervals import fieller, growth, mean_interval, net_promoter, per_count, wilson
from kpidesk.metrics.months import MONTHS_OF
from kpidesk.metrics.planner import Origin, Plan

Bounds = tuple[Array, Array]
_OF_A_TOTAL = QT_TRANSLATE_NOOP(
    "certainty", "A total of all that the data hold: nothing is estimated. Its moves are held against its earlier ones."
)
_REASONS = {
    "total": _OF_A_TOTAL,
    "quantile": QT_TRANSLATE_NOOP(
        "certainty",
        "A median or percentile: its interval needs every single value, and only the figure of each period is kept.",
    ),
    "totals_only": QT_TRANSLATE_NOOP("certainty", "The data give totals, not the single observations."),
    "apart": QT_TRANSLATE_NOOP("certainty", "Its parts come from different tables, which share no observations."),
    "model": QT_TRANSLATE_NOOP("certainty", "It is the outcome of a model, not a count of observations."),
    "assumed": QT_TRANSLATE_NOOP("certainty", "Assumed or entered, not observed."),
    "users_overlap": QT_TRANSLATE_NOOP("certainty", "The same users are counted on many days, so days are no sample."),
    "amounts": QT_TRANSLATE_NOOP("certainty", "A quotient of two totals of money, of which each is complete."),
}
_GIVEN = QT_TRANSLATE_NOOP("certainty", "A monthly sheet gives the figure, not the observations behind it.")
_TOO_FEW = QT_TRANSLATE_NOOP("certainty", "There are too few observations in these data.")
_WITHOUT = {"median": "quantile", "p90": "quantile", "predicted_value": "model"}


@dataclass(slots=True)
class Known:
    """Values and cells by name; ``spreads`` are those chosen for this answer, ``bounds`` what is known of others."""

    values: Mapping[MetricName, Array]
    measured: Mapping[MetricName, Cells]
    spreads: Mapping[MetricName, Spread]
    products: Mapping[Measure, Cells]
    bounds: dict[MetricName, Bounds] = field(default_factory=dict)
    moved: dict[tuple[MetricName, ...], tuple[Mapping[MetricName, Array], Mapping[MetricName, Array]]] = field(
        default_factory=dict
    )


_TIMES = ("months", "days", "hours", "seconds")


def spreads_of(catalogue: Catalogue, plan: Plan, grain: Grain) -> dict[MetricName, Spread]:
    """For each quotient of sums the spread of the tables that its parts come from, where these tell it."""
    found: dict[MetricName, Spread] = {}
    for name in plan.of(Origin.FORMULA):
        definition = catalogue.definitions[name]
        if definition.long_expr is not None and grain in MONTHS_OF:
            continue  # A figure of months added up has no units of its own.
        for spread in definition.spreads:
            sources = {part: plan.sources.get(part) for part in references(spread.above)}
            tables = {each.measure.relation for each in sources.values() if each is not None and each.measure}
            fits = all(each.relation in tables and not plan.lacking(each) for each in spread.measures)
            if fits and all(each is None or each.origin is not Origin.GIVEN for each in sources.values()):
                found[name] = spread
                break
    return found


def interval_of(catalogue: Catalogue, plan: Plan, grain: Grain, known: Known, definition: Definition) -> Bounds | None:
    """Both bounds of every cell, NaN where a cell has none; None for a figure without an interval."""
    way = _WAYS.get(definition.interval)
    bounds = None if way is None else way(_Asked(catalogue, plan, grain, known, definition))
    if bounds is not None and definition.is_bounded:
        bounds = np.maximum(bounds[0], 0.0), np.minimum(bounds[1], 1.0)
    elif bounds is not None and (definition.is_never_negative or definition.unit.kind in _TIMES):
        value = known.values[definition.name]  # refunds may outweigh the orders of a month: what is below 0 stays
        bounds = np.where(value < 0, bounds[0], np.maximum(bounds[0], 0.0)), bounds[1]
    if bounds is not None:
        known.bounds[definition.name] = bounds
    return bounds


def reason_of(definition: Definition, origin: Origin | None = None) -> Message:
    """Why a figure has no interval, at all or (with an origin) in these data."""
    if definition.interval:
        return Message(_GIVEN if origin is Origin.GIVEN else _TOO_FEW)
    if definition.no_interval:
        return Message(_REASONS[definition.no_interval])
    for measure in definition.measures:
        if measure.aggregate in _WITHOUT:
            return Message(_REASONS[_WITHOUT[measure.aggregate]])
    is_only_given = not definition.measures and definition.expr is None
    return Message(_REASONS["assumed"] if is_only_given and definition.kind != "flow" else _OF_A_TOTAL)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One figure whose interval is asked for."""

    catalogue: Catalogue
    plan: Plan
    grain: Grain
    known: Known
    definition: Definition

    @property
    def origin(self) -> Origin:
        return self.plan.sources[self.definition.name].origin

    @property
    def cells(self) -> Cells | None:
        return self.known.measured.get(self.definition.name)

    @property
    def value(self) -> Array:
        return self.known.values[self.definition.name]

    def of(self, expr: Expr) -> Array:
        """A part of a formula."""
        return np.broadcast_to(evaluate_expr(expr, self.known.values, self.grain), self.value.shape)

    def parts(self) -> tuple[Array, Array] | None:
        """Dividend and divisor of the formula, None where it is no quotient or was not what gave the figure."""
        expr = formula_of(self.definition, self.grain)
        if self.origin is not Origin.FORMULA or not isinstance(expr, Binary):
            return None
        if expr.operator == "-" and isinstance(expr.left, Binary):  # now ÷ before − 1
            expr = expr.left
        return (self.of(expr.left), self.of(expr.right)) if expr.operator == "/" else None

    def total(self, signed: tuple[tuple[int, Measure], ...]) -> Array:
        return sum((sign * self.known.products[measure].values for sign, measure in signed), np.zeros(self.value.shape))


def _wilson(asked: _Asked) -> Bounds | None:
    parts = asked.parts()
    measure = asked.plan.sources[asked.definition.name].measure
    if parts is None and measure is not None and measure.aggregate == "mean" and asked.cells is not None:
        parts = asked.value * asked.cells.n, asked.cells.n
    return None if parts is None else wilson(*parts)


def _growth(asked: _Asked) -> Bounds | None:
    parts = asked.parts()
    return None if parts is None else growth(*parts)


def _per_count(asked: _Asked) -> Bounds | None:
    parts = asked.parts()
    return None if parts is None else per_count(asked.value, parts[1])


def _net_promoter(asked: _Asked) -> Bounds | None:
    of = [asked.known.values[name] for name in asked.definition.interval_of if name in asked.known.values]
    return net_promoter(of[0], of[1], of[2]) if len(of) == 3 and asked.origin is Origin.FORMULA else None


def _mean(asked: _Asked) -> Bounds | None:
    cells = asked.cells
    return None if cells is None or cells.variance is None else mean_interval(cells.values, cells.variance, cells.n)


def _survival(asked: _Asked) -> Bounds | None:
    cells = asked.cells
    return None if cells is None or cells.low is None or cells.high is None else (cells.low, cells.high)


def _inverted(asked: _Asked) -> Bounds | None:
    """The KPI at either end of its rates' intervals, which move together; an end without a value is open."""
    rates, known = asked.definition.interval_of, asked.known
    if asked.origin is not Origin.FORMULA or any(rate not in known.bounds for rate in rates):
        return None
    if rates not in known.moved:
        ends = ({rate: known.bounds[rate][end] for rate in rates} for end in (0, 1))
        low, high = (re_evaluate(asked.catalogue, known.values, moved, asked.grain) for moved in ends)
        known.moved[rates] = low, high
    one, other = (moved[asked.definition.name] for moved in known.moved[rates])
    none = np.isnan(asked.value)
    return np.where(none, np.nan, np.fmin(one, other)), np.where(none, np.nan, np.maximum(one, other))


def _ratio(asked: _Asked) -> Bounds | None:
    spread = asked.known.spreads.get(asked.definition.name)
    if spread is None or any(measure not in asked.known.products for measure in spread.measures):
        return None
    above, below = asked.of(spread.above), asked.of(spread.below)
    units = asked.known.products[spread.squares[0][1]].n
    if spread.units is not None:
        units = asked.known.values.get(spread.units, np.full_like(above, np.nan))
    squares = asked.total(spread.squares)
    cross = asked.total(spread.cross) if spread.cross or spread.base else above
    base = asked.total(spread.base) if spread.base else below
    low, high = fieller((above, below), (squares, cross, base), units)
    with np.errstate(all="ignore"):
        scale = (asked.value - spread.offset) / (above / below)
    ends = spread.offset + scale * low, spread.offset + scale * high
    return np.fmin(*ends), np.fmax(*ends)


_WAYS: Mapping[str, Callable[[_Asked], Bounds | None]] = {
    "wilson": _wilson,
    "growth": _growth,
    "per_count": _per_count,
    "nps": _net_promoter,
    "mean": _mean,
    "survival": _survival,
    "quotient": _inverted,
    "ratio": _ratio,
}
