"""One namespace of KPIs, and the graph of who is computed from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from graphlib import TopologicalSorter

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.expr import Call, Expr, Ref, references, walk
from kpidesk.metrics.functions import FUNCTIONS


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All definitions by name, in evaluation order: what a formula reads stands before it.

    Compared by identity, so that compiled programs can be cached by it. Built by ``Catalogue.of``; names that no
    definition has and circles are for catalogue_rules to report (graphlib.CycleError is raised by ``of``).
    """

    definitions: Mapping[MetricName, Definition]
    order: tuple[MetricName, ...]
    _users: Mapping[MetricName, tuple[MetricName, ...]] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, definitions: Iterable[Definition]) -> "Catalogue":
        """Sort definitions by dependency, otherwise in the order given."""
        by_name = {definition.name: definition for definition in definitions}
        graph = {name: [ref for ref in _all_references(d) if ref in by_name] for name, d in by_name.items()}
        order = tuple(TopologicalSorter(graph).static_order())
        users: dict[MetricName, list[MetricName]] = {name: [] for name in by_name}
        for name in order:
            for ref in graph[name]:
                users[ref].append(name)
        ordered = {name: by_name[name] for name in by_name}
        return cls(ordered, order, {name: tuple(found) for name, found in users.items()})

    def __contains__(self, name: object) -> bool:
        return name in self.definitions

    def get(self, name: str) -> Definition:
        """One definition; KeyError where the catalogue has none of that name."""
        return self.definitions[MetricName(name)]

    def inputs(self, name: str, grain: Grain = Grain.MONTH) -> tuple[MetricName, ...]:
        """The names that its formula reads directly; none for a measure."""
        expr = formula_of(self.get(name), grain)
        return () if expr is None else references(expr)

    def dependents(self, name: str) -> tuple[MetricName, ...]:
        """Everything whose formula reads it, directly or through others, in evaluation order."""
        found: set[MetricName] = set()
        waiting = [MetricName(name)]
        while waiting:
            for user in self._users.get(waiting.pop(), ()):
                if user not in found:
                    found.add(user)
                    waiting.append(user)
        return tuple(each for each in self.order if each in found)

    def leaves(self, name: str) -> tuple[MetricName, ...]:
        """The names without a formula that it finally rests on; itself where it has none."""
        inputs = self.inputs(name)
        if not inputs:
            return (MetricName(name),)
        found: dict[MetricName, None] = {}
        for ref in inputs:
            found.update(dict.fromkeys(self.leaves(ref)))
        return tuple(found)

    def closure(self, names: Iterable[MetricName]) -> tuple[MetricName, ...]:
        """The names and everything that they may be computed from, in evaluation order."""
        found: set[MetricName] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in found or name not in self.definitions:
                continue
            found.add(name)
            definition = self.definitions[name]
            waiting.extend(_all_references(definition))
            waiting.extend(definition.interval_of)
            if definition.n is not None:
                waiting.append(definition.n)
        return tuple(each for each in self.order if each in found)


def formula_of(definition: Definition, grain: Grain) -> Expr | None:
    """The formula that holds at a grain: data without dates, and quarters and years, may have one of their own."""
    if grain is Grain.SNAPSHOT and definition.snapshot_expr is not None:
        return definition.snapshot_expr
    if grain in (Grain.QUARTER, Grain.YEAR) and definition.long_expr is not None:
        return definition.long_expr
    return definition.expr


def formula_text(definition: Definition, grain: Grain) -> str:
    """The same as the catalogue writes it."""
    expr = formula_of(definition, grain)
    if expr is not None and expr is definition.snapshot_expr:
        return definition.snapshot_formula
    return definition.long_formula if expr is not None and expr is definition.long_expr else definition.formula


def lag_of(expr: Expr | None) -> MetricName | None:
    """The name that a formula reads in an earlier period, None for a formula that stays within its own."""
    if isinstance(expr, Call) and FUNCTIONS[expr.function].is_lag and isinstance(expr.arguments[0], Ref):
        return expr.arguments[0].name
    return None


def _all_references(definition: Definition) -> tuple[MetricName, ...]:
    found: dict[MetricName, None] = {}
    for expr in definition.exprs:
        found.update(dict.fromkeys(node.name for node in walk(expr) if isinstance(node, Ref)))
    return tuple(found)
