"""Suppositions for a part of the business: the whole follows from its parts, not the other way.

A part has values, formulas and a path of its own. What it comes to differently is counted and added up, customers and
money alone; every ratio of the whole is then computed from the sums. What holds for the whole business holds for each
part in proportion. Customers who stand in several parts count in the whole once: there, the change of a part weighs as
much less as the parts together are more than the whole.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.evaluation import re_evaluate
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.scenario.courses import Move
from kpidesk.scenario.model import Kind, Override, Part, Scenario
from kpidesk.scenario.overrides import Baseline, Supposed, as_arrays, column_of
from kpidesk.scenario.parts import reach_of
from kpidesk.scenario.projection import MonthPath, Projection

_COUNTED = ("flow", "stock")


@dataclass(frozen=True, slots=True)
class PartSupposed:
    """One part under a scenario: every KPI before and after, and the drivers that were changed in it alone."""

    part: Part
    baseline: Mapping[MetricName, float]
    scenario: Mapping[MetricName, float]
    alone: Mapping[MetricName, Move]


class Segmented:
    """The whole business and its parts: ``frames`` by attribute, each split by it, of the periods of the whole."""

    def __init__(
        self, catalogue: Catalogue, whole: Baseline, frames: Mapping[str, ResultFrame], at: Period | None = None
    ) -> None:
        self._catalogue, self._frames, self._at = catalogue, frames, at
        self._whole = whole
        self._parts: dict[Part, _Segment] = {}

    def supposed(self, overrides: Iterable[Override]) -> Supposed:
        """The whole under overrides of itself and of its parts."""
        overrides = tuple(overrides)
        total = self._whole.supposed(overrides)
        parts = parts_in(overrides)
        if not parts:
            return total
        found = [self.part(part, overrides, total) for part in parts]
        for each in found:
            self._check(each)
        state = as_arrays(total.values)
        added = {
            name: state[name]
            + sum(
                (each.scenario[name] - each.baseline[name]) * self._weight(each.part, name)
                for each in found
                if _moves(each, name)
            )
            for name in self._counted(total.values)
            if any(_moves(each, name) for each in found)
        }
        values = re_evaluate(self._whole.catalogue, state, added, self._whole.grain)
        return replace(total, values={name: float(value) for name, value in values.items()})

    def part(self, part: Part, overrides: Iterable[Override], total: Supposed | None = None) -> PartSupposed:
        """One part of the business, changed in itself or not."""
        overrides = tuple(overrides)
        total = total or self._whole.supposed(overrides)
        segment = self._segment(part)
        common = self._common(segment, total)
        own = tuple(replace(each, part=None) for each in overrides if each.part == part)
        everywhere, both = segment.baseline.supposed(common), segment.baseline.supposed((*common, *own))
        alone = {MetricName(each.driver): both.moves[MetricName(each.driver)] for each in own}
        return PartSupposed(part, everywhere.values, both.values, alone)

    def every_part(self, attribute: str, overrides: Iterable[Override]) -> tuple[PartSupposed, ...]:
        """All parts by one attribute, before any change and under all of them; together they are the whole."""
        overrides = tuple(overrides)
        values = (value for value in self._frames[attribute].segments if value is not None)
        return tuple(self.seen(Part(attribute, value), overrides) for value in values)

    def seen(self, part: Part, overrides: Iterable[Override]) -> PartSupposed:
        """One part before any change and under all of them."""
        return replace(self.part(part, overrides), baseline=self._segment(part).baseline.values)

    def as_whole(self, scenario: Scenario) -> Scenario:
        """The scenario with changes in parts as the factors on the drivers of the whole that they come to.

        For questions that ask many values of the whole at once: goals, sensitivities, simulations.
        """
        parts = tuple(each for each in scenario.active if each.part is not None)
        if not parts:
            return scenario
        everywhere = tuple(each for each in scenario.active if each.part is None)
        before, after = self._whole.supposed(everywhere).values, self.supposed(scenario.active).values
        factors: dict[DriverName, Override] = {}
        for each in parts:
            base, value = before.get(MetricName(each.driver), 0.0), after.get(MetricName(each.driver), math.nan)
            if base and math.isfinite(value / base):
                factors[each.driver] = replace(each, kind=Kind.FACTOR, amount=value / base, part=None)
        return replace(scenario, overrides=(*everywhere, *factors.values()))

    def path(self, projection: Projection, scenario: Scenario, names: frozenset[MetricName] | None = None) -> MonthPath:
        """The path of the whole, with what its parts come to differently in each month.

        Where nothing is changed in a part, ``names`` may say which KPIs of the scenario are looked at.
        """
        parts = parts_in(scenario.active)
        if not parts:
            return projection.under(scenario, names=names)
        total = self._whole.supposed(scenario.active)
        added: dict[MetricName, Array] = {}
        for part in parts:
            segment = self._segment(part)
            common = self._common(segment, total)
            own = tuple(replace(each, part=None) for each in scenario.active if each.part == part)
            ahead = segment.ahead(projection)
            before = ahead.under(replace(scenario, overrides=common)).scenario
            after = ahead.under(replace(scenario, overrides=(*common, *own))).scenario
            for name in self._counted(after):
                change = (after[name] - before.get(name, after[name])) * self._weight(part, name)
                if np.isfinite(change).all() and change.any():
                    added[name] = added[name] + change if name in added else change
        return projection.under(scenario, added)

    def _segment(self, part: Part) -> "_Segment":
        if part not in self._parts:
            self._parts[part] = _Segment(self._catalogue, frame_of(part, self._frames), self._at)
        return self._parts[part]

    @staticmethod
    def _common(segment: "_Segment", total: Supposed) -> tuple[Override, ...]:
        """What changes in the whole business as it changes a part: in proportion."""
        return tuple(
            Override(DriverName(name), Kind.FACTOR, stage.move.ratio, start=stage.start, ramp=stage.ramp)
            for name, stages in total.stages.items()
            for stage in stages
            if name in segment.baseline.values and math.isfinite(stage.move.ratio)
        )

    def _counted(self, names: Iterable[MetricName]) -> list[MetricName]:
        """What parts have of their own and the whole is the sum of."""
        definitions = self._catalogue.definitions
        return [
            name
            for name in names
            if definitions[name].kind in _COUNTED
            and not any(measure.is_overall for measure in definitions[name].measures)
        ]

    def _weight(self, part: Part, name: MetricName) -> float:
        """How much of a part's change is one of the whole: less than all where a customer stands in several parts."""
        frame, total = self._frames[part.attribute], self._whole.values.get(name, math.nan)
        series = frame.series.get(name)
        if series is None or not series.is_computable:
            return 1.0
        rows = [row for row, segment in enumerate(frame.segments) if segment is not None]
        together = float(np.nansum(series.values[rows, column_of(frame, self._at)]))
        weight = total / together if together else 1.0
        return weight if math.isfinite(weight) and weight > 0 and not math.isclose(weight, 1.0, rel_tol=1e-9) else 1.0

    def _check(self, found: PartSupposed) -> None:
        """UserError for a change in a part that cannot be told from anything that is counted."""
        for name in found.alone:
            reach = {name, *reach_of(self._catalogue, name, self._whole.grain)}
            if reach.isdisjoint(self._counted(found.scenario)):
                raise UserError(
                    Message(
                        QT_TRANSLATE_NOOP("scenario", "{driver} of {value} moves nothing that parts add up to"),
                        driver=name,
                        value=found.part.value,
                    ),
                    Message(QT_TRANSLATE_NOOP("scenario", "Change it for the whole business.")),
                )


class _Segment:
    """One part: what is known of it, and its months ahead."""

    def __init__(self, catalogue: Catalogue, frame: ResultFrame, at: Period | None) -> None:
        self._catalogue, self._frame, self._at = catalogue, frame, at
        self._ahead: Projection | None = None

    @cached_property
    def baseline(self) -> Baseline:
        return Baseline.of_frame(self._catalogue, self._frame, self._at)

    def ahead(self, whole: Projection) -> Projection:
        """Its path without changes, kept while a slider moves."""
        months = len(whole.periods)
        if self._ahead is None or len(self._ahead.periods) != months:
            self._ahead = Projection(self._catalogue, self._frame, self._at, months, whole=whole)
        return self._ahead


def frame_of(part: Part, frames: Mapping[str, ResultFrame]) -> ResultFrame:
    """The figures of one part as if it were the whole; UserError where there is no such part."""
    frame = frames.get(part.attribute)
    if frame is None or part.value not in frame.segments:
        values = () if frame is None else tuple(value for value in frame.segments if value is not None)
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("scenario", "There is no part {attribute} = {value} in the data"),
                attribute=part.attribute,
                value=part.value,
            ),
            Message(QT_TRANSLATE_NOOP("scenario", "There is: {values}."), values=", ".join(values[:8]))
            if values
            else None,
        )
    rows = np.array([frame.segments.index(part.value)], dtype=np.intp)
    series = {name: each.cut(rows, slice(None)) for name, each in frame.series.items()}
    return replace(frame, segments=(None,), series=series, by=None)


def parts_in(overrides: Iterable[Override]) -> tuple[Part, ...]:
    """The parts of the business that are changed by themselves."""
    return tuple(dict.fromkeys(each.part for each in overrides if each.part is not None))


def _moves(found: PartSupposed, name: MetricName) -> bool:
    before, after = found.baseline.get(name), found.scenario.get(name)
    return before is not None and after is not None and math.isfinite(after) and before != after
