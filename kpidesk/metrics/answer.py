"""Values made into series: observations, intervals, notes, and the reason wherever there is no value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from kpidesk.core.courtesy import make_way
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.cells import Cells
from kpidesk.metrics.certainty import Known, interval_of
from kpidesk.metrics.definitions import Definition, Measure, Spread
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Expr, references
from kpidesk.metrics.frame import Array, Series
from kpidesk.metrics.functions import lag_periods
from kpidesk.metrics.gaps import Gaps, catalogue_message
from kpidesk.metrics.given import Given
from kpidesk.metrics.impossible import NOTE as ABOVE_ALL
from kpidesk.metrics.impossible import is_above_all
from kpidesk.metrics.months import Flags
from kpidesk.metrics.movement_names import relation_name
from kpidesk.metrics.observations import of_formula, of_measure
from kpidesk.metrics.parts_ended import lacks_part
from kpidesk.metrics.planner import Origin, Plan

_LACKING = QT_TRANSLATE_NOOP(
    "metrics", "some periods lack days or months, or one of several parts: they are marked as incomplete"
)
_TOO_YOUNG = QT_TRANSLATE_NOOP("metrics", "incomplete where the latest have not had the time yet")


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything known before completion: all values, and what measures and sheets say beside them.

    ``partial`` marks sums of months that are not made of months here; ``notes`` are those of the facts by relation;
    ``by`` is the attribute that segments; ``spreads`` are those chosen for this answer, ``products`` their cells.
    ``unripe`` marks the periods (size,) whose counts are not final; ``lags`` say from how many months before dividends
    are.
    """

    values: Mapping[MetricName, Array]
    measured: Mapping[MetricName, Cells]
    given: Mapping[MetricName, Given]
    shape: tuple[int, int]
    partial: Mapping[MetricName, Flags] = field(default_factory=dict)
    notes: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)
    by: str | None = None
    spreads: Mapping[MetricName, Spread] = field(default_factory=dict)
    products: Mapping[Measure, Cells] = field(default_factory=dict)
    unripe: Mapping[MetricName, Flags] = field(default_factory=dict)
    lags: Mapping[MetricName, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A series for each name of a plan, over all segments and the whole axis."""

    series: Mapping[MetricName, Series]
    values: Mapping[MetricName, Array]


def complete(catalogue: Catalogue, plan: Plan, grain: Grain, parts: Parts) -> Answer:
    """The series of all names that were planned."""
    known = Known(parts.values, parts.measured, parts.spreads, parts.products)
    unrecorded = {name: cells.unrecorded for name, cells in parts.measured.items() if cells.unrecorded is not None}
    gaps = Gaps(catalogue, plan, grain, parts.values, parts.by, unrecorded)
    work = _Completion(catalogue, plan, grain, parts, gaps, known)
    for name in plan.sources:
        make_way()
        work.series[name] = work.build(name)
    texts = tuple(work.gaps.texts)
    return Answer({name: replace(series, gap_texts=texts) for name, series in work.series.items()}, parts.values)


@dataclass(slots=True)
class _Completion:
    catalogue: Catalogue
    plan: Plan
    grain: Grain
    parts: Parts
    gaps: Gaps
    known: Known
    series: dict[MetricName, Series] = field(default_factory=dict)
    unripe: dict[MetricName, Flags] = field(default_factory=dict)

    def build(self, name: MetricName) -> Series:
        definition, source = self.catalogue.definitions[name], self.plan.sources[name]
        values = self.parts.values.get(name)
        if source.origin is Origin.NOTHING or values is None:
            empty = np.full(self.parts.shape, np.nan)
            return Series(name, empty, empty, reason=source.reason, missing=source.missing)
        bounds = interval_of(self.catalogue, self.plan, self.grain, self.known, definition)
        partial, unripe = self._partial(definition, values), self._unripe(definition, values)
        is_missing = partial is not None and bool((partial if unripe is None else partial & ~unripe).any())
        return Series(
            name,
            values + 0.0,
            self._observations(definition),
            low=None if bounds is None else bounds[0],
            high=None if bounds is None else bounds[1],
            notes=(*self._notes(definition, values), *([Message(_LACKING)] if is_missing else [])),
            given=source.origin is Origin.GIVEN,
            gap_codes=self.gaps.codes(name),
            partial=unripe if partial is None else partial if unripe is None else partial | unripe,
            lag=self._lag(definition),
        )

    def _lag(self, definition: Definition) -> int:
        """From how many months before its dividend is, or that of a figure that it is made of."""
        lag = self.parts.lags.get(definition.name, 0)
        if self.plan.sources[definition.name].origin is Origin.FORMULA:
            parts = self.catalogue.inputs(definition.name, self.grain)
            used = (self.series[part].lag for part in parts if part in self.series and self._is_used(definition, part))
            lag = max((lag, *used))
        return lag

    def _unripe(self, definition: Definition, values: Array) -> Flags | None:
        """The cells whose count is not final, or that rest on such a one."""
        name, result = definition.name, self.parts.unripe.get(definition.name)
        if result is None and self.plan.sources[name].origin is Origin.FORMULA:
            parts = self.catalogue.inputs(name, self.grain)
            found = [self.unripe[part] for part in parts if part in self.unripe and self._is_used(definition, part)]
            result = np.logical_or.reduce(found) if found else None
        if result is None or not (result & ~np.isnan(values)).any():
            return None
        self.unripe[name] = result & ~np.isnan(values)
        return self.unripe[name]

    def _partial(self, definition: Definition, values: Array) -> Flags | None:
        """The cells that lack a part of their period, or rest on one that does."""
        name = definition.name
        result: Flags | None = self.parts.partial.get(name)
        if name in self.parts.measured:
            result = self.parts.measured[name].partial
        elif name in self.parts.given:
            result = self.parts.given[name].partial
        elif result is None and self.plan.sources[name].origin is Origin.FORMULA:
            result = self._inherited(definition)
        if result is None or not (result & ~np.isnan(values)).any():
            return None
        return result & ~np.isnan(values)

    def _inherited(self, definition: Definition) -> Flags | None:
        expr = formula_of(definition, self.grain)
        if expr is None:
            return None
        by, above = lag_periods(expr, self.grain), self._of_months_before(definition, expr)
        result = lacks_part(expr, self.parts.values, self.grain, self.parts.shape)
        for part in self.catalogue.inputs(definition.name, self.grain):
            flags = self.series[part].partial if part in self.series else None
            if flags is None or not (by or self._is_used(definition, part)):
                continue
            back = by or above.get(part, 0)
            if back:
                flags = np.concatenate([np.zeros_like(flags[:, :back]), flags[:, :-back]], axis=1)[:, : flags.shape[1]]
            result = flags if result is None else result | flags
        return result

    def _of_months_before(self, definition: Definition, expr: Expr) -> Mapping[MetricName, int]:
        """The parts of a dividend that is taken from some months before, and from how many."""
        lag = self.parts.lags.get(definition.name, 0) if self.grain is Grain.MONTH else 0
        return dict.fromkeys(references(expr.left), lag) if lag and isinstance(expr, Binary) else {}

    def _observations(self, definition: Definition) -> Array:
        """What ``n`` names, or what the measure saw, or, of a share of counts, what it divides by."""
        if definition.n is not None and definition.n in self.parts.values:
            return self.parts.values[definition.n]
        source, cells = self.plan.sources[definition.name], self.parts.measured.get(definition.name)
        if cells is not None:
            return of_measure(definition, source.measure, cells)
        return of_formula(definition, source, self.parts.values, self.grain)

    def _notes(self, definition: Definition, values: Array) -> tuple[Message, ...]:
        source = self.plan.sources[definition.name]
        notes = list(self.parts.notes.get(f"kpi.{definition.name}", ()))
        if definition.name in self.unripe:
            notes.append(Message(_TOO_YOUNG))
        if is_above_all(definition, values):
            notes.append(Message(ABOVE_ALL))
        if source.measure is not None and source.measure.note:
            notes.append(catalogue_message(source.measure.note))
        unrecorded = self.gaps.unrecorded.get(definition.name)
        if source.reason is not None and unrecorded is not None and unrecorded.any():
            notes.append(source.reason)
        if source.measure is not None:
            notes.extend(self.parts.notes.get(relation_name(source.measure.relation, self.grain), ()))
        if definition.fallback is not None and bool(np.all(values == definition.fallback)):
            notes.append(catalogue_message(definition.fallback_note))
        if source.origin is Origin.GIVEN:
            notes.extend(self.parts.given[definition.name].notes)
        if source.origin is Origin.FORMULA:
            if self.grain is Grain.SNAPSHOT and definition.snapshot_note:
                notes.append(catalogue_message(definition.snapshot_note))
            for part in self.catalogue.inputs(definition.name, self.grain):
                if part in self.series and self.series[part].notes and self._is_used(definition, part):
                    notes.extend(note for note in self.series[part].notes if note.template.text != _LACKING.text)
        return tuple(dict.fromkeys(notes))

    def _is_used(self, definition: Definition, part: MetricName) -> bool:
        """False for the second choice of ``first(a, b)`` where the first is there."""
        if not self.series[part].is_computable:
            return False
        expr = formula_of(definition, self.grain)
        without = {name: array for name, array in self.parts.values.items() if name != part}
        if expr is None:
            return False
        changed = evaluate_expr(expr, without, self.grain)
        values = self.parts.values[definition.name]
        return not np.array_equal(np.broadcast_to(changed, values.shape), values, equal_nan=True)
