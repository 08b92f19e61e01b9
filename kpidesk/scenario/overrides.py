"""Steady state: the KPIs of one period as they would be under a scenario, all else the same."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import groupby

import numpy as np

from kpidesk.core.courtesy import make_way
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition, DriverBounds
from kpidesk.metrics.evaluation import re_evaluate
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.scenario.calibration import calibrated
from kpidesk.scenario.courses import Move
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.scenario.parts import parts_of

Values = Mapping[MetricName, float]

_UNKNOWN: Array = np.asarray(math.nan)


@dataclass(frozen=True, eq=False)
class Baseline:
    """What is known at one period, and the catalogue calibrated to it: build it once, ask it many times.

    ``values`` leaves out what has no value. A KPI that a sheet gives keeps its given value as long as nothing that its
    formula reads changes, then moves in proportion (see calibration).
    """

    catalogue: Catalogue
    values: Values
    grain: Grain
    at: Period | None = None

    @classmethod
    def of(
        cls, catalogue: Catalogue, values: Values, grain: Grain = Grain.MONTH, at: Period | None = None
    ) -> "Baseline":
        known = {name: float(value) for name, value in values.items() if math.isfinite(value) and name in catalogue}
        return cls(calibrated(catalogue, known, grain), known, grain, at)

    @classmethod
    def of_frame(
        cls, catalogue: Catalogue, frame: ResultFrame, at: Period | None = None, segment: str | None = None
    ) -> "Baseline":
        """All values of a frame at a period, by default the last complete one; UserError where it is not there."""
        column = column_of(frame, at)
        row = frame.segments.index(segment)
        found = {
            name: float(series.values[row, column]) for name, series in frame.series.items() if series.is_computable
        }
        return cls.of(catalogue, found, frame.grain, frame.periods[column])

    def changed(self, overrides: Iterable[Override]) -> dict[MetricName, float]:
        """The value that each overridden driver takes; raises UserError for one that cannot be overridden so."""
        return {name: move.after for name, move in self.supposed(overrides).moves.items()}

    def under(self, scenario: Scenario) -> dict[MetricName, float]:
        """Every KPI under the scenario; NaN where it loses its value (a churn of 0 leaves no LTV)."""
        return dict(self.supposed(scenario.active).values)

    def supposed(self, overrides: Iterable[Override]) -> "Supposed":
        """What the overridden drivers become, and every KPI with them; UserError for what cannot be supposed."""
        stacks = by_driver(self.catalogue, (each for each in overrides if each.part is None))
        state, steps = self._walk(stacks)
        for name, (_, after) in steps.items():
            check_value(self.catalogue, name, float(after), self.at)
        return Supposed(
            {name: Move(float(before), float(after)) for name, (before, after) in steps.items()},
            {name: float(value) for name, value in state.items()},
            {name: _stages(stacks[name], float(before)) for name, (before, _) in steps.items()},
        )

    def respond(
        self, driver: DriverName, amounts: Array, target: MetricName, overrides: Iterable[Override] = ()
    ) -> Array:
        """The target for each of many values of one driver, the other overrides as they are; one vectorised walk."""
        return self.respond_to({driver: amounts}, (target,), overrides)[target]

    def respond_to(
        self,
        amounts: Mapping[DriverName, Array],
        targets: Iterable[MetricName],
        overrides: Iterable[Override] = (),
    ) -> dict[MetricName, Array]:
        """Targets for many values of several drivers at once, all arrays as long as one another; NaN: no value."""
        varied = {MetricName(name): np.asarray(each, dtype=np.float64)[:, None] for name, each in amounts.items()}
        others = (each for each in overrides if each.driver not in amounts and each.part is None)
        result, _ = self._walk(by_driver(self.catalogue, others), varied)
        shape = next(iter(varied.values())).shape
        found = {name: np.broadcast_to(result.get(name, _UNKNOWN), shape)[:, 0] for name in targets}
        return {name: np.where(np.isfinite(each), each, np.nan) for name, each in found.items()}

    def _walk(
        self, stacks: Mapping[MetricName, Sequence[Override]], varied: Mapping[MetricName, Array] | None = None
    ) -> tuple[dict[MetricName, Array], dict[MetricName, tuple[Array, Array]]]:
        """Overrides in evaluation order, so that a relative one acts on what those before it made of its driver.

        What stands above the line of a ratio moves with it (see parts); a driver that is set stays set, whatever later
        ones make of its formula. With the state, each driver before and after its own step.
        """
        make_way()
        varied = varied or {}
        state: dict[MetricName, Array] = as_arrays(self.values)
        held: dict[MetricName, Array] = {}
        steps: dict[MetricName, tuple[Array, Array]] = {}
        for name in _ordered(self.catalogue, {*stacks, *varied}):
            before = state.get(name, _UNKNOWN)
            after = varied[name] if name in varied else stacked(stacks[name], before)
            parts = self._parts(name, before, after, state)
            held |= {part: amount for part, amount in parts.items() if part in held}
            held[name] = after
            state = re_evaluate(self.catalogue, state, {**parts, **held}, self.grain)
            steps[name] = (before, after)
        return state, steps

    def _parts(
        self, name: MetricName, before: Array, after: Array, state: Mapping[MetricName, Array]
    ) -> dict[MetricName, Array]:
        """The amounts above a ratio's line, in proportion to it; none where it was nothing or is not known."""
        known = [part for part in parts_of(self.catalogue, name, self.grain) if part in state]
        if not known or not np.all(np.isfinite(before) & (before != 0)):
            return {}
        return {part: state[part] * (after / before) for part in known}


@dataclass(frozen=True, slots=True)
class Stage:
    """What some of a driver's overrides, which begin and grow together, make of it."""

    start: Period | None
    ramp: int | None
    move: Move


@dataclass(frozen=True, slots=True)
class Supposed:
    """One period under overrides: how each of their drivers moves, in stages where not at once, and every KPI."""

    moves: Mapping[MetricName, Move]
    values: Mapping[MetricName, float]
    stages: Mapping[MetricName, tuple[Stage, ...]] = field(default_factory=dict)


def stacked(stack: Iterable[Override], base: Array) -> Array:
    """Values of a driver under overrides, one acting after the other."""
    value = base
    for override in stack:
        match override.kind:
            case Kind.FACTOR:
                value = value * override.amount
            case Kind.PERCENT:
                value = value * (1 + override.amount)
            case Kind.POINTS:
                value = value + override.amount
            case _:
                value = np.full_like(value, override.amount)
    return value


def _stages(stack: Iterable[Override], before: float) -> tuple[Stage, ...]:
    """The overrides of one driver, those that follow one another with the same timing as one."""
    found: list[Stage] = []
    for (start, ramp), together in groupby(stack, key=lambda each: (each.start, each.ramp)):
        after = float(stacked(together, np.asarray(before)))
        found.append(Stage(start, ramp, Move(before, after)))
        before = after
    return tuple(found)


def steady_state(
    catalogue: Catalogue, values_at: Values, scenario: Scenario, grain: Grain = Grain.MONTH
) -> dict[MetricName, float]:
    """Every KPI of one period under a scenario; see Baseline, which is cheaper to ask repeatedly."""
    return Baseline.of(catalogue, values_at, grain).under(scenario)


def by_driver(catalogue: Catalogue, overrides: Iterable[Override]) -> dict[MetricName, list[Override]]:
    """The overrides of each driver, drivers in evaluation order; UserError for an unknown driver."""
    stacks: dict[MetricName, list[Override]] = {}
    for override in overrides:
        stacks.setdefault(known_metric(catalogue, override.driver), []).append(override)
    return {name: stacks[name] for name in _ordered(catalogue, stacks)}


def _ordered(catalogue: Catalogue, names: Collection[MetricName]) -> tuple[MetricName, ...]:
    """The names in evaluation order."""
    return tuple(names) if len(names) < 2 else tuple(name for name in catalogue.order if name in names)


def known_metric(catalogue: Catalogue, name: str) -> MetricName:
    """The name, if the catalogue has it; else a UserError that offers the nearest."""
    if name in catalogue:
        return MetricName(name)
    ids = [str(each) for each in catalogue.definitions]
    word = name.casefold().strip().replace(" ", "_").replace("-", "_")
    near = [each for each in ids if word and word in each] + get_close_matches(word, ids, n=5, cutoff=0.6)
    offered = ", ".join(list(dict.fromkeys(near))[:5])
    raise UserError(
        Message(QT_TRANSLATE_NOOP("scenario", "There is no KPI called “{name}”"), name=name),
        Message(QT_TRANSLATE_NOOP("scenario", "Did you mean {names}?"), names=offered)
        if offered
        else Message(QT_TRANSLATE_NOOP("scenario", "The catalogue lists all names.")),
    )


def check_value(catalogue: Catalogue, name: MetricName, value: float, at: Period | None) -> None:
    """UserError where a driver cannot have that value."""
    definition = catalogue.get(name)
    if not math.isfinite(value):
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP(
                    "scenario", "{driver} has no value at {period}, so it cannot be changed relative to it"
                ),
                driver=name,
                period=at or Message(QT_TRANSLATE_NOOP("scenario", "that period")),
            ),
            Message(QT_TRANSLATE_NOOP("scenario", "Give the value itself, e.g. {driver}=500."), driver=name),
        )
    low, high = limits_of(definition)
    slack = 1e-12 * max(1.0, abs(value))
    if not low - slack <= value <= high + slack:
        kind, style = definition.unit.kind, Style()
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("scenario", "{driver} would be {value}; it lies between {low} and {high}"),
                driver=name,
                value=format_value(value, kind, style),
                low=format_value(low, kind, style) if math.isfinite(low) else "−∞",
                high=format_value(high, kind, style) if math.isfinite(high) else "∞",
            ),
            Message(QT_TRANSLATE_NOOP("scenario", "Five percent is written 5% or 0.05.")) if kind == "share" else None,
        )


def limits_of(definition: Definition) -> tuple[float, float]:
    """What a driver can be at all: its declared limits, 0 to 1 for a bounded share, else anything."""
    declared = definition.driver or DriverBounds()
    low, high = (0.0, 1.0) if definition.is_bounded else (-math.inf, math.inf)
    return (low if declared.low is None else declared.low), (high if declared.high is None else declared.high)


def column_of(frame: ResultFrame, at: Period | None) -> int:
    """The column of a period, by default of the last complete one; UserError where the frame has no such period."""
    column = frame.last_complete if at is None else frame.column(at)
    if column is None:
        if not frame.periods:
            raise UserError(Message(QT_TRANSLATE_NOOP("scenario", "The data have no period to start from")))
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "{period} is not among the periods of the data"), period=at),
            Message(
                QT_TRANSLATE_NOOP("scenario", "They reach from {first} to {last}."),
                first=frame.periods[0],
                last=frame.periods[-1],
            ),
        )
    return column


def as_arrays(values: Values) -> dict[MetricName, Array]:
    return {name: np.asarray(value) for name, value in values.items()}
