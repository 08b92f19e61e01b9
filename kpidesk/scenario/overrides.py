"""Steady state: the KPIs of one period as they would be under a scenario, all else the same."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

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
from kpidesk.scenario.model import Override, Scenario

Values = Mapping[MetricName, float]


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
        stack = tuple(overrides)
        state = self._under(stack)
        return {MetricName(o.driver): float(state[MetricName(o.driver)]) for o in stack}

    def under(self, scenario: Scenario) -> dict[MetricName, float]:
        """Every KPI under the scenario; NaN where it loses its value (a churn of 0 leaves no LTV)."""
        return {name: float(value) for name, value in self._under(scenario.active).items()}

    def respond(self, driver: DriverName, amounts: Array, target: MetricName) -> Array:
        """The target for each of many values of one driver, all else at the baseline; one vectorised evaluation."""
        column = np.asarray(amounts, dtype=np.float64)[:, None]
        result = re_evaluate(self.catalogue, as_arrays(self.values), {MetricName(driver): column}, self.grain)
        found = np.broadcast_to(result.get(target, np.asarray(np.nan)), column.shape)[:, 0]
        return np.where(np.isfinite(found), found, np.nan)

    def _under(self, overrides: tuple[Override, ...]) -> dict[MetricName, Array]:
        """Overrides in evaluation order, so that a relative one acts on what those before it made of its driver."""
        state: dict[MetricName, Array] = as_arrays(self.values)
        for name, stack in by_driver(self.catalogue, overrides).items():
            value = float(state.get(name, math.nan))
            for override in stack:
                value = override.applied(value)
            check_value(self.catalogue, name, value, self.at)
            state = re_evaluate(self.catalogue, state, {name: np.asarray(value)}, self.grain)
        return state


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
    if len(stacks) < 2:
        return stacks
    return {name: stacks[name] for name in catalogue.order if name in stacks}


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
