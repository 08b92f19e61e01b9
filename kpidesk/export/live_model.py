"""A workbook's formulas before they are text: which cells are typed, which are computed, and what moves with a driver.

Cells are named by references: a KPI by its own name, ``in:`` what was read or counted, ``rate:`` a driver that may be
typed over, ``pre:`` that driver as the amounts give it, ``set:`` what a scenario changes (``typed:`` the same, an error
where nothing is) and ``base:`` what it starts from. The formulas are those of the what-if (see scenario.overrides), so
that a changed cell moves what a slider moves.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from graphlib import CycleError, TopologicalSorter

import numpy as np

from kpidesk.charts.traces import total
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.export.deck import Book
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Call, Expr, Number, Ref, references
from kpidesk.metrics.frame import Array
from kpidesk.metrics.rewriting import substituted
from kpidesk.scenario.calibration import calibrated, causal
from kpidesk.scenario.parts import parts_of

_CLOSE, _TINY = 1e-9, 1e-12


def named(kind: str, name: str) -> Ref:
    """A cell beside that of the KPI: its input, rate, change or baseline."""
    return Ref(MetricName(f"{kind}:{name}"))


@dataclass(frozen=True, eq=False)
class LiveModel:
    """The KPIs of a workbook in its order, their values, and how each of their cells comes about.

    ``rates`` are drivers with a formula, which may be typed over; ``inputs`` have at least one cell that no formula of
    the others gives. ``columns`` has for each period the formulas of the KPIs that are live there.
    """

    names: tuple[MetricName, ...]
    values: Mapping[MetricName, Array]
    grain: Grain
    rates: tuple[MetricName, ...]
    inputs: tuple[MetricName, ...]
    columns: tuple[Mapping[MetricName, Expr], ...]
    catalogues: tuple[Catalogue, ...]
    loose: frozenset[MetricName] = frozenset()

    def kpi(self, name: MetricName, at: int) -> Expr:
        """The cell of a KPI in a period."""
        if name in self.rates:
            return named("rate", name)
        formula = self.columns[at].get(name)
        if formula is not None:
            return formula
        factors = [
            _factor(named("rate", r), named("pre", r)) for r in self.rates if name in self.parts(r, at) and r != name
        ]
        return _product(named("in", name), factors)

    def before(self, rate: MetricName, at: int) -> Expr:
        """A driver as the amounts give it, had nobody typed it over."""
        formula = self.columns[at].get(rate)
        if formula is None:
            return named("in", rate)
        earlier = self.rates[: self.rates.index(rate)]

        def untouched(name: MetricName) -> Expr:
            factors = [_factor(named("rate", r), named("pre", r)) for r in earlier if name in self.parts(r, at)]
            return _product(named("in", name), factors)

        return self._without(formula, self.parts(rate, at), at, untouched)

    def parts(self, rate: MetricName, at: int) -> tuple[MetricName, ...]:
        """What moves along with a driver; see scenario.parts."""
        if rate in self.loose or rate not in self.columns[at]:
            return ()
        return tuple(p for p in parts_of(self.catalogues[at], rate, self.grain) if p in self.values)

    def supposed(self, at: int, changed: Sequence[MetricName]) -> dict[MetricName, Expr]:
        """The cells of a scenario at a period: each driver's own value, else what follows from those of the others."""
        rates = [name for name in self.catalogues[at].order if name in {*self.rates, *changed} and name in self.values]
        found: dict[MetricName, Expr] = {}
        for name in self.names:
            formula = self.columns[at].get(name)
            if formula is None or lag_of(formula) is not None:
                formula = self._base(name, rates=rates, at=at)
            is_driver = name in rates or name in self.inputs
            found[name] = Call("default", (named("set", name), formula)) if is_driver else formula
        return found

    def _base(self, name: MetricName, *, rates: Sequence[MetricName], at: int) -> Expr:
        """What a scenario starts from, in proportion to the drivers that it stands above the line of."""
        factors = []
        for place, rate in enumerate(rates):
            if name not in self.parts(rate, at):
                continue
            formula = self.columns[at][rate]
            leaf = partial(self._base, rates=rates[:place], at=at)
            untouched = self._without(formula, self.parts(rate, at), at, leaf)
            factors.append(_factor(named("typed", rate), untouched))
        return _product(named("base", name), factors)

    def _without(self, formula: Expr, parts: Sequence[MetricName], at: int, leaf: Callable[[MetricName], Expr]) -> Expr:
        """The formula with its parts as they are before the driver moves them."""
        swapped: dict[MetricName, Expr] = {}
        for part in set(parts).intersection(references(formula)):
            own = self.columns[at].get(part)
            swapped[part] = leaf(part) if own is None else self._without(own, parts, at, leaf)
        return substituted(formula, swapped)


def build_model(book: Book) -> LiveModel:
    """Find out cell by cell which formula of the catalogue gives the engine's number from the cells beside it."""
    frame, row, grain = book.frame, total(book.frame), book.frame.grain
    catalogue = causal(book.catalogue)
    values = {name: s.values[row] for name, s in frame.series.items() if s.is_computable and name in catalogue}
    fitting = {name: _fits(catalogue, name, values, grain) for name in values}
    catalogues, columns = [], []
    for at in range(len(frame.periods)):
        here, formulas = _column(catalogue, values, fitting, at, grain)
        catalogues.append(here)
        columns.append(formulas)
    names = tuple(name for name in catalogue.definitions if name in values)
    live = {name for at, column in enumerate(columns) for name in column if math.isfinite(values[name][at])}
    columns = [{name: formula for name, formula in column.items() if name in live} for column in columns]
    ordered = [name for name in catalogue.order if name in live]
    rates = tuple(name for name in ordered if catalogue.definitions[name].driver is not None)
    inputs = tuple(name for name in names if any(name not in column for column in columns))
    model = LiveModel(names, values, grain, rates, inputs, tuple(columns), tuple(catalogues))
    return _without_circles(model)


def _fits(
    catalogue: Catalogue, name: MetricName, values: Mapping[MetricName, Array], grain: Grain
) -> np.ndarray | None:
    """In which periods the formula gives the value; None where there is no formula to go by."""
    definition = catalogue.definitions[name]
    expr = formula_of(definition, grain)
    if expr is None or definition.measures:
        return None
    again = np.broadcast_to(evaluate_expr(expr, values, grain), values[name].shape)
    return np.isclose(again, values[name], rtol=_CLOSE, atol=_TINY, equal_nan=True)


def _column(
    catalogue: Catalogue,
    values: Mapping[MetricName, Array],
    fitting: Mapping[MetricName, np.ndarray | None],
    at: int,
    grain: Grain,
) -> tuple[Catalogue, dict[MetricName, Expr]]:
    """The catalogue that gives this period's numbers from one another, and the formulas of it that hold."""
    here, found = catalogue, {}
    if any(fits is not None and not fits[at] for fits in fitting.values()):
        known = {name: float(v[at]) for name, v in values.items() if math.isfinite(v[at])}
        here = calibrated(catalogue, known, grain)
    for name, fits in fitting.items():
        expr = formula_of(here.definitions[name], grain)
        if fits is None or expr is None:
            continue
        is_bent = not fits[at] and lag_of(expr) is None and math.isfinite(values[name][at])
        if fits[at] or is_bent:
            found[name] = expr
    return here, found


def _without_circles(model: LiveModel) -> LiveModel:
    """The model in which no driver waits for itself: one that would moves nothing but what is computed from it."""
    loose: set[MetricName] = set()
    for count, rate in enumerate(model.rates, start=1):
        if not _is_sound(replace(model, rates=model.rates[:count], loose=frozenset(loose))):
            loose.add(rate)
    return replace(model, loose=frozenset(loose))


def _is_sound(model: LiveModel) -> bool:
    at = len(model.columns) - 1
    graph: dict[str, Iterable[str]] = {}
    for name in model.names:
        expr = model.kpi(name, at)
        graph[name] = () if lag_of(expr) is not None else references(expr)
    for rate in model.rates:
        graph[f"pre:{rate}"] = references(model.before(rate, at))
        graph[f"rate:{rate}"] = (f"pre:{rate}",)
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError:
        return False
    return True


def solve(cells: Mapping[MetricName, Expr], given: Mapping[MetricName, float], grain: Grain) -> dict[MetricName, float]:
    """Every cell of one column, computed as a spreadsheet does: each after those that it reads."""
    known = {name: np.asarray(value) for name, value in given.items()}

    def value_of(name: MetricName) -> None:
        if name in known or name not in cells:
            return
        known[name] = np.asarray(math.nan)
        for ref in references(cells[name]):
            value_of(ref)
        known[name] = np.asarray(float(evaluate_expr(cells[name], known, grain)))

    for name in cells:
        value_of(name)
    return {name: float(known[name]) for name in cells}


def _factor(after: Expr, before: Expr) -> Expr:
    """How far a driver is from what the amounts give; 1 where it is not moved."""
    return Call("default", (Binary("/", after, before), Number(1.0)))


def _product(base: Expr, factors: Sequence[Expr]) -> Expr:
    return reduce(lambda product, factor: Binary("*", product, factor), factors, base)
