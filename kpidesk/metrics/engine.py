"""The engine: a question about facts becomes a frame of numbers with what is known of their certainty."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE, Facts
from kpidesk.metrics.answer import Answer, Parts, complete
from kpidesk.metrics.attributes import check_attributes
from kpidesk.metrics.axis import Axis, lengths
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.cells import Cells, View
from kpidesk.metrics.certainty import spreads_of
from kpidesk.metrics.evaluation import evaluate_expr, evaluate_only
from kpidesk.metrics.explanation import NumberTree, explain
from kpidesk.metrics.expr import Binary, references
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.functions import lagged
from kpidesk.metrics.given import Given, Lengths, given_lengths, read_given
from kpidesk.metrics.measure_cache import MeasureCache
from kpidesk.metrics.months import MONTHS_OF, Flags, added_up
from kpidesk.metrics.planner import Origin, Plan, Slice, plan
from kpidesk.metrics.profile_names import DEFAULT
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.second_word import with_second_word
from kpidesk.metrics.source_files import files_behind, used_parts
from kpidesk.metrics.time_apart import lag_months, lag_notes, lags, unripe
from kpidesk.metrics.trace import RowSet, rows_behind
from kpidesk.metrics.whole import NOTE, filled_from, told_alike


@dataclass(slots=True)
class _Asked:
    """One question made definite: its names, axis and segments."""

    query: Query
    names: tuple[MetricName, ...]
    axis: Axis
    segments: tuple[str, ...]
    plan: Plan
    taken_over: set[MetricName] = field(default_factory=set)
    """Figures of the whole that stand in parts which have none of their own; known when it was evaluated."""


class Engine:
    """Answers questions about one set of facts. For one thread at a time, that which owns the store.

    ``profile`` is the name of the definitions by which facts and catalogue count.
    """

    def __init__(self, catalogue: Catalogue, facts: Facts, profile: str = DEFAULT) -> None:
        self.catalogue = catalogue
        self.facts = facts
        self.profile = profile
        self._cache = MeasureCache(facts)
        self._given: Lengths | None = None
        self._plans: dict[tuple[tuple[MetricName, ...], Grain, tuple[str, ...]], Plan] = {}

    def over(self, catalogue: Catalogue, profile: str) -> "Engine":
        """The same facts under another catalogue; what was read of them stays known."""
        other = Engine(catalogue, self.facts, profile)
        other._cache, other._given = self._cache, self._given
        return other

    @property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        """Each attribute that can segment, with its values, most frequent first."""
        return self.facts.attributes

    def compute(self, query: Query, progress: Progress | None = None) -> ResultFrame:
        """The answer; raises UserError for a KPI, attribute or value that does not exist, Cancelled when told to."""
        progress = progress or Progress()
        asked = self._ask(query, progress)
        answer = self._answer(asked, progress)
        part = asked.axis.part(query.first, query.last)
        segments = self._shown_segments(asked, answer)
        rows = np.array([*segments, len(asked.segments)], dtype=np.intp)
        series = {name: answer.series[name].cut(rows, part) for name in asked.names}
        return ResultFrame(
            grain=asked.axis.grain,
            periods=asked.axis.periods[part],
            segments=(*(asked.segments[row] for row in segments), None),
            series=series,
            incomplete=asked.axis.incomplete[part],
            as_of=asked.axis.as_of,
            currency=self.facts.currency,
            profile=self.profile,
            by=query.by,
            findings=self.facts.findings,
            sources=self._files(asked, answer),
        )

    def explain(self, name: str, query: Query, period: Period, segment: str | None = None) -> NumberTree:
        """The tree of numbers behind one value; LookupError where the question does not hold the period or segment."""
        asked = self._ask(replace(query, metrics=(MetricName(name),), first=None, last=None))
        answer = self._answer(asked, Progress())
        column = period.index - asked.axis.first
        if period.grain is not asked.axis.grain or not 0 <= column < asked.axis.size:
            raise LookupError(str(period))
        row = len(asked.segments) if segment is None else asked.segments.index(segment)
        return explain(self.catalogue, answer, asked.plan, MetricName(name), (row, column), asked.axis.grain)

    def rows(self, name: str, query: Query, period: Period, segment: str | None = None, limit: int = 1000) -> RowSet:
        """The rows behind one value; those of a formula lie in its parts."""
        asked = self._ask(replace(query, metrics=(MetricName(name),), first=None, last=None))
        filters = query.filters
        if segment is not None and query.by is not None:
            filters = (*filters, Filter(query.by, (segment,)))
        measures = [source.measure for source in asked.plan.sources.values() if source.measure is not None]
        lists = self._cache.lists(measures, Progress())
        place = (replace(period, starts=asked.axis.starts), filters, asked.axis)
        return rows_behind(self.catalogue, self.facts, asked.plan, MetricName(name), place, limit, lists)

    def plan(self, query: Query, progress: Progress | None = None) -> Plan:
        """Where each KPI of a question comes from, and why those that do not come cannot; reads no rows."""
        return self._ask(query, progress).plan

    def _ask(self, query: Query, progress: Progress | None = None) -> _Asked:
        if query.profile not in ("", self.profile):
            other = QT_TRANSLATE_NOOP("metrics", "These numbers are counted by {profile}, not by {other}.")
            hint = QT_TRANSLATE_NOOP("metrics", "Choose the profile for the whole workspace.")
            raise UserError(Message(other, profile=self.profile, other=query.profile), Message(hint))
        for name in query.metrics:
            if name not in self.catalogue:
                unknown = QT_TRANSLATE_NOOP("metrics", "There is no KPI called {name}.")
                hint = QT_TRANSLATE_NOOP("metrics", "The catalogue lists all of them.")
                raise UserError(Message(unknown, name=name), Message(hint))
        if query.by is not None or query.filters:  # to know all attributes costs a look at all rows
            check_attributes(self.facts.attributes, query)
        names = query.metrics or tuple(self.catalogue.definitions)
        grain = Grain.SNAPSHOT if self.facts.extent is None else query.grain
        axis = Axis.over(grain, self.facts.extent, query.as_of or self.facts.as_of, self.facts.as_of, self.facts.starts)
        segments = () if query.by is None else self.facts.attributes[query.by]
        if query.by is not None and NO_ATTRIBUTE_VALUE not in segments:
            segments = (*segments, NO_ATTRIBUTE_VALUE)
        key = names, grain, tuple(each.attribute for each in query.filters)
        if key not in self._plans:  # which values a filter lets through moves no source
            part = Slice(grain, query.filters, lambda one, time: self._cache.span(one, progress, time) is not None)
            self._plans[key] = plan(self.catalogue, self.facts, self._lengths_given(), names, part)
        return _Asked(query, names, axis, segments, self._plans[key])

    def _lengths_given(self) -> Lengths:
        if self._given is None:
            self._given = given_lengths(self.facts)
        return self._given

    def _answer(self, asked: _Asked, progress: Progress) -> Answer:
        query, axis = asked.query, asked.axis
        view = View(axis.grain, query.by, query.filters, axis.as_of)
        measures = {name: asked.plan.sources[name].measure for name in asked.plan.of(Origin.MEASURE)}
        wanted = [measure for measure in measures.values() if measure is not None]
        spreads = spreads_of(self.catalogue, asked.plan, axis.grain)
        products = [measure for spread in spreads.values() for measure in spread.measures]
        cells = self._cache.read([*wanted, *products], view, axis, asked.segments, progress)
        measured: dict[MetricName, Cells] = {name: cells[one] for name, one in measures.items() if one is not None}
        definitions = [self.catalogue.definitions[name] for name in asked.plan.of(Origin.GIVEN)]
        given = read_given(self.facts, definitions, axis, query.by, query.filters, asked.segments, progress)
        months = self._sums_of_months(asked, progress)
        values = self._evaluated(asked, measured, given, {name: found[0] for name, found in months.items()})
        parts = Parts(
            values,
            measured,
            given,
            (len(asked.segments) + 1, axis.size),
            {name: found[1] for name, found in months.items()},
            {
                **self.facts.notes,
                **lag_notes(self.catalogue, self.facts.assumptions),
                **{f"kpi.{name}": (NOTE,) for name in asked.taken_over},
            },
            query.by,
            spreads,
            {measure: cells[measure] for measure in products},
            unripe(self.catalogue, measured, self.facts.assumptions, axis),
            lags(self.catalogue, self.facts.assumptions),
        )
        answer, place = complete(self.catalogue, asked.plan, axis.grain, parts), (query, axis, self._lengths_given())
        return with_second_word(answer, self.facts, self.catalogue, asked.plan, place, progress)

    def _sums_of_months(self, asked: _Asked, progress: Progress) -> Mapping[MetricName, tuple[Array, Flags]]:
        """What is no figure of a longer period but the sum of its months, or is taken from earlier months."""
        axis = asked.axis
        formulas = asked.plan.of(Origin.FORMULA) if axis.grain in MONTHS_OF else ()
        names = [name for name in formulas if self.catalogue.definitions[name].is_sum_of_months]
        if not names:
            return {}
        month = replace(asked.query, metrics=tuple(names), grain=Grain.MONTH, first=None, last=None)
        monthly = self._ask(month, progress)
        values = self._answer(monthly, progress).values
        return {name: added_up(values[name], monthly.axis, axis) for name in names if name in values}

    def _with_earlier_dividend(self, asked: _Asked, name: MetricName, values: Mapping[MetricName, Array]) -> Array:
        """A quotient whose dividend is that of some months before; no value for days and weeks."""
        axis, lag = asked.axis, lag_months(self.catalogue.definitions[name], self.facts.assumptions)
        expr = self.catalogue.definitions[name].expr
        if not isinstance(expr, Binary):
            return values[name]
        earlier: dict[MetricName, Array] = {}
        above = [ref for ref in references(expr.left) if ref in values]
        if axis.grain is Grain.MONTH:
            earlier = {ref: lagged(values[ref], lag) for ref in above}
        elif axis.grain in MONTHS_OF:
            month = replace(asked.query, metrics=tuple(above), grain=Grain.MONTH, first=None, last=None)
            monthly = self._ask(month)
            found = self._answer(monthly, Progress()).values
            earlier = {ref: added_up(lagged(found[ref], lag), monthly.axis, axis)[0] for ref in above}
        else:
            return np.full_like(values[name], np.nan)
        return evaluate_expr(expr, {**values, **earlier}, axis.grain)

    def _evaluated(
        self,
        asked: _Asked,
        measured: Mapping[MetricName, Cells],
        given: Mapping[MetricName, Given],
        months: Mapping[MetricName, Array],
    ) -> dict[MetricName, Array]:
        shape = (len(asked.segments) + 1, asked.axis.size)
        leaves: dict[MetricName, Array] = {name: cells.values for name, cells in measured.items()}
        leaves |= {name: each.values for name, each in given.items()}
        is_used = any(str(name).startswith("usage_") for name in asked.plan.of(Origin.CALENDAR))
        used = self._cache.span("active_events") if is_used else None
        leaves |= {**lengths(asked.axis, asked.plan.of(Origin.CALENDAR), shape[0], used), **months}
        for name in asked.plan.of(Origin.FALLBACK):
            assumed = self.facts.assumptions.get(name, self.catalogue.definitions[name].fallback)
            leaves[name] = np.full(shape, assumed, dtype=np.float64)
        for name in asked.plan.of(Origin.FALLBACK, Origin.GIVEN):
            if self.catalogue.definitions[name].is_everywhere:
                leaves[name] = self._shared(asked, name, leaves)
        formulas = tuple(name for name in asked.plan.of(Origin.FORMULA) if name not in months)
        values: dict[MetricName, Array] = dict(leaves)
        start = 0
        for at, name in enumerate(formulas):
            definition = self.catalogue.definitions[name]
            lag = lag_months(definition, self.facts.assumptions)
            if definition.is_everywhere or definition.fallback is not None or lag:
                values = evaluate_only(self.catalogue, values, asked.axis.grain, formulas[start : at + 1])
                if lag:
                    values[name] = self._with_earlier_dividend(asked, name, values)
                else:
                    values[name] = self._shared(asked, name, values)
                start = at + 1
        return evaluate_only(self.catalogue, values, asked.axis.grain, formulas[start:])

    def _shared(self, asked: _Asked, name: MetricName, values: Mapping[MetricName, Array]) -> Array:
        """A figure that parts share with the whole business, which is that without a filter; see ``whole``."""
        definition, grain, own = self.catalogue.definitions[name], asked.axis.grain, values[name]
        expr, origin = formula_of(definition, grain), asked.plan.sources[name].origin
        above, whole = origin, values
        if asked.query.filters and expr is not None:
            other = self._ask(replace(asked.query, metrics=(name,), by=None, filters=(), first=None, last=None))
            above, whole = other.plan.sources[name].origin, self._answer(other, Progress()).values
        if expr is not None and above is Origin.FORMULA:
            own = told_alike(expr, values, whole, own, grain)
        elif above is not origin:
            own = np.full_like(own, np.nan)
        if name in whole and (np.isnan(own).all(axis=1) & np.isfinite(whole[name][-1]).any()).any():
            asked.taken_over.add(name)
        return filled_from(own, whole.get(name, own), definition.fallback)

    def _shown_segments(self, asked: _Asked, answer: Answer) -> list[int]:
        """All values of the attribute; the unnamed rest only where something is in it."""
        shown = list(range(len(asked.segments)))
        if asked.segments and asked.segments[-1] == NO_ATTRIBUTE_VALUE:
            known = (answer.series[name] for name in asked.names if not self._is_assumed(asked, name))
            rest = [series.values[-2] for series in known if series.is_computable]
            measured = [values for values in rest if np.any(np.nan_to_num(values) != 0)]
            if not measured:
                shown.pop()
        return shown

    def _is_assumed(self, asked: _Asked, name: MetricName) -> bool:
        """Whether its value holds for every segment alike, so that it says nothing of who is in one."""
        definition, source = self.catalogue.definitions[name], asked.plan.sources[name]
        is_overall = source.measure is not None and source.measure.is_overall
        is_assumed = source.origin in (Origin.CALENDAR, Origin.FALLBACK) or definition.fallback is not None
        return is_overall or is_assumed or definition.is_everywhere

    def _files(self, asked: _Asked, answer: Answer) -> Mapping[MetricName, tuple[str, ...]]:
        files: dict[MetricName, tuple[str, ...]] = {}
        for name, source in asked.plan.sources.items():
            if source.origin is Origin.MEASURE and source.measure is not None:
                files[name] = files_behind(source.measure, self.facts, asked.axis.grain)
            elif source.origin is Origin.GIVEN:
                files[name] = tuple(self.facts.sources.get("monthly", ()))
            else:
                parts = used_parts(self.catalogue, name, asked.axis.grain, answer.values)
                files[name] = tuple(dict.fromkeys(file for part in parts for file in files.get(part, ())))
        return {name: files.get(name, ()) for name in asked.names}
