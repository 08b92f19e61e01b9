"""Why a KPI moved: an exact Shapley split of its change over the drivers of its formula."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from kpidesk.analysis.grouped import split_along_tree
from kpidesk.analysis.players import is_of_months, players_of
from kpidesk.analysis.shapley import MOST_PLAYERS, Mask, settled, shapley
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.evaluation import evaluate
from kpidesk.metrics.expr import Expr, references
from kpidesk.metrics.frame import Array

Values = Mapping[MetricName, float]

_DEEPEST = 3
MOVEMENTS: Mapping[str, Mapping[str, int]] = {
    "mrr": {
        "new_mrr": 1, "reactivation_mrr": 1, "expansion_mrr": 1, "contraction_mrr": 1, "churned_mrr": 1, "fx_mrr": 1,
    },
    "active_customers": {"new_customers": 1, "reactivated_customers": 1, "churned_customers": -1},
}  # fmt: skip
"""Flows that lead from one end of a stock to the other, with their signs."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One driver's part of a change; ``parts`` splits it further down the formula tree, and sums to it.

    ``before`` and ``after`` are the driver's values at the two ends. A contribution under the KPI's own name is what
    its parts do not tell: a given value that moved away from its formula, an account that does not close.
    """

    id: MetricName
    before: float | None
    after: float | None
    contribution: float
    parts: tuple["Contribution", ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """The change of one KPI and its exact split; contributions sum to ``change`` to 1e-9.

    ``reason`` is set where there is no split: a value is missing at one end (then there are no drivers), or a driver
    is (then the KPI itself stands for all of the change).
    """

    kpi: MetricName
    before: float | None
    after: float | None
    change: float | None
    drivers: tuple[Contribution, ...] = ()
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Ends:
    """What is known at the two ends of a change; names without a value are left out.

    ``flows`` are sums over all periods after the first end up to the second, of flows known in each of them.
    """

    before: Values
    after: Values
    grain: Grain = Grain.MONTH
    flows: Values = field(default_factory=dict)


def attribute(
    catalogue: Catalogue, values_from: Values, values_to: Values, kpi: MetricName, grain: Grain = Grain.MONTH
) -> Attribution:
    """The change of a KPI between two states, split over its drivers; the largest contribution first."""
    return attribute_between(catalogue, Ends(_finite(values_from), _finite(values_to), grain), kpi)


def attribute_between(catalogue: Catalogue, ends: Ends, kpi: MetricName, depth: int = _DEEPEST) -> Attribution:
    """As ``attribute``; MRR and customers split over the movements between the ends where those are known."""
    before, after = ends.before.get(kpi), ends.after.get(kpi)
    if before is None or after is None:
        return Attribution(kpi, before, after, None, reason=_missing(kpi, before, after))
    change = after - before
    definition = catalogue.definitions[kpi]
    if is_of_months(definition, ends.grain) and definition.expr is not None:
        return Attribution(kpi, before, after, change, tuple(_of_months(definition.expr, ends, kpi)))
    parts = _movements(ends, kpi, change) or _drivers(catalogue, ends, kpi)
    if parts is None:
        reason = Message(
            QT_TRANSLATE_NOOP("analysis", "What {kpi} is computed from is not known at both ends"), kpi=kpi
        )
        return Attribution(kpi, before, after, change, (Contribution(kpi, before, after, change),), reason)
    ranked = sorted(parts, key=lambda part: -abs(part.contribution))
    if depth > 1:
        ranked = [_with_parts(catalogue, ends, part, kpi, depth) for part in ranked]
    return Attribution(kpi, before, after, change, tuple(ranked))


def _drivers(catalogue: Catalogue, ends: Ends, kpi: MetricName) -> list[Contribution] | None:
    """The Shapley split over the formula's drivers; the KPI alone where it has no formula."""
    known = ends.before.keys() | ends.after.keys()
    players = players_of(catalogue, kpi, known, ends.grain)
    change = ends.after[kpi] - ends.before[kpi]
    if not players:
        return [Contribution(kpi, ends.before[kpi], ends.after[kpi], change)]
    start = np.array([ends.before.get(name, math.nan) for name in players])
    end = np.array([ends.after.get(name, math.nan) for name in players])

    def computed(mask: Mask) -> Array:
        mixed = np.where(mask[:, : len(players)], end, start)
        leaves = {name: mixed[:, [i]] for i, name in enumerate(players)}
        found = evaluate(catalogue, leaves, ends.grain, [kpi]).get(kpi)
        return np.full(len(mask), np.nan) if found is None else found[:, 0]

    at_ends = computed(np.array([[False], [True]]) & np.ones(len(players), dtype=np.bool_))
    rest = _Rest.between(ends.before[kpi], ends.after[kpi], at_ends)
    if rest.players and any(each.aggregate == "mean" for each in catalogue.definitions[kpi].measures):
        # A mean of rows is no quotient of the figures that stand in for it where those rows are not known.
        return [Contribution(kpi, ends.before[kpi], ends.after[kpi], change)]
    moved = [i for i in range(len(players)) if not _same(start[i], end[i])]
    if len(moved) + rest.players > MOST_PLAYERS:
        return _grouped(catalogue, ends, kpi)

    def value(mask: Mask) -> Array:
        whole = np.zeros((len(mask), len(players)), dtype=np.bool_)
        whole[:, moved] = mask[:, : len(moved)]
        return rest.applied(computed(whole), mask[:, len(moved) :])

    split = shapley(len(moved) + rest.players, value)
    if split is None:
        return None
    split = settled(split, change)
    parts = dict(zip(moved, split[: len(moved)].tolist(), strict=True))
    found = [
        Contribution(name, ends.before.get(name), ends.after.get(name), parts.get(i, 0.0))
        for i, name in enumerate(players)
    ]
    if rest.players:
        found.append(Contribution(kpi, ends.before[kpi], ends.after[kpi], float(split[-1])))
    return found


def _grouped(catalogue: Catalogue, ends: Ends, kpi: MetricName) -> list[Contribution] | None:
    """Too many drivers at once: along the formula's tree, and under the own name what it does not tell."""
    expr = formula_of(catalogue.definitions[kpi], ends.grain)
    parts = None if expr is None else split_along_tree(expr, ends.before, ends.after, ends.grain)
    if parts is None:
        return None
    found = [Contribution(name, ends.before.get(name), ends.after.get(name), part) for name, part in parts.items()]
    before, after = ends.before[kpi], ends.after[kpi]
    rest = (after - before) - sum(parts.values())
    if abs(rest) > 1e-9 * max(1.0, abs(before), abs(after)):
        found.append(Contribution(kpi, before, after, rest))
    return found


@dataclass(frozen=True, slots=True)
class _Rest:
    """What a given value has beyond its formula at each end: a factor, or an amount where a factor cannot tell."""

    before: float
    after: float
    is_factor: bool

    @classmethod
    def between(cls, before: float, after: float, computed: Array) -> "_Rest":
        first, last = computed.tolist()
        if first * before > 0 and last * after > 0:
            return cls(before / first, after / last, True)
        return cls(before - first, after - last, False)

    @property
    def players(self) -> int:
        """1 where it moved by more than rounding."""
        return int(not math.isclose(self.before, self.after, rel_tol=1e-9, abs_tol=1e-12))

    def applied(self, computed: Array, mask: Mask) -> Array:
        rest = np.where(mask[:, 0], self.after, self.before) if self.players else np.full(len(computed), self.before)
        if not math.isfinite(self.before + self.after):
            return np.full(len(computed), np.nan)
        return computed * rest if self.is_factor else computed + rest


def _movements(ends: Ends, kpi: MetricName, change: float) -> list[Contribution] | None:
    """The movements that lead from one stock to the other, and what does not close; None where they are not known."""
    signs = {MetricName(name): sign for name, sign in MOVEMENTS.get(kpi, {}).items()}
    if not any(name in ends.flows for name in signs):
        return None
    found = [
        Contribution(name, ends.before.get(name), ends.after.get(name), sign * ends.flows[name])
        for name, sign in signs.items()
        if name in ends.flows
    ]
    rest = change - sum(part.contribution for part in found)
    if abs(rest) > 1e-9 * max(1.0, abs(ends.before[kpi]), abs(ends.after[kpi])):
        return [*found, Contribution(kpi, ends.before[kpi], ends.after[kpi], rest)]
    exact = settled(np.array([part.contribution for part in found]), change).tolist()
    return [replace(part, contribution=amount) for part, amount in zip(found, exact, strict=True)]


def _of_months(expr: Expr, ends: Ends, kpi: MetricName) -> list[Contribution]:
    """Of a sum of months: all of it is the stock whose mean over the months moved; the period's length did not."""
    stock = next(name for name in references(expr) if not name.startswith("period_"))
    first, last, months = ends.before[kpi], ends.after[kpi], ends.grain.months
    return [Contribution(stock, first / months, last / months, last - first)]


def _with_parts(catalogue: Catalogue, ends: Ends, part: Contribution, kpi: MetricName, depth: int) -> Contribution:
    """The contribution with its own drivers below it, in the proportions in which they moved it."""
    if part.id == kpi or not part.contribution or part.before is None or part.after is None:
        return part
    below = attribute_between(catalogue, ends, part.id, depth - 1)
    is_leaf = len(below.drivers) == 1 and below.drivers[0].id == part.id
    if not below.drivers or is_leaf or not below.change:
        return part
    return replace(part, parts=tuple(scaled(each, part.contribution / below.change) for each in below.drivers))


def scaled(part: Contribution, factor: float) -> Contribution:
    """The contribution and all its parts times a factor."""
    parts = tuple(scaled(each, factor) for each in part.parts)
    return replace(part, contribution=part.contribution * factor + 0.0, parts=parts)


def _finite(values: Values) -> dict[MetricName, float]:
    return {name: float(value) for name, value in values.items() if math.isfinite(value)}


def _same(start: float, end: float) -> bool:
    return bool(start == end or (math.isnan(start) and math.isnan(end)))


def _missing(kpi: MetricName, before: float | None, after: float | None) -> Message:
    if before is None and after is None:
        return Message(QT_TRANSLATE_NOOP("analysis", "{kpi} has no value at either end"), kpi=kpi)
    if before is None:
        return Message(QT_TRANSLATE_NOOP("analysis", "{kpi} has no value at the first end"), kpi=kpi)
    return Message(QT_TRANSLATE_NOOP("analysis", "{kpi} has no value at the second end"), kpi=kpi)
