"""What-if on the live numbers: drivers, scenario against baseline, month path, goal seek, tornado.

All of it runs on a frame that is already there and takes milliseconds, so nothing here is a job: a slider move is one
call of ``compare`` and one of ``path``. Baselines are calibrated once per frame and period and kept.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from kpidesk.core.ids import DriverName, MetricName, ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.scenario.ages import Ages
from kpidesk.scenario.calibration import causal
from kpidesk.scenario.drivers import Driver, find_drivers
from kpidesk.scenario.goal_seek import GoalResult, seek_from
from kpidesk.scenario.model import Kind, Override, Part, Scenario
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.parts import reach_of
from kpidesk.scenario.projection import MonthPath, Projection
from kpidesk.scenario.segments import PartSupposed, Segmented, parts_in
from kpidesk.scenario.sensitivity import Tornado, own_reach, tornado
from kpidesk.scenario.two_drivers import Grid, Line, contour, two_way
from kpidesk.session.backend import LazyBackend
from kpidesk.session.beside import ALONE, Beside
from kpidesk.session.remembered import Remembered

_FRAMES = 8
_ANY = ScenarioId("")
_SCENARIOS = 24
"""So many answers are kept: while a slider moves one scenario, those beside it are not reckoned again."""
_CELLS, _GROUND = 21, 121
"""Values of a driver that are written, and those by which the ground is coloured."""
_HAIR = 1e-4
"""The part of a driver's range that is not a tenth of a pixel of a chart."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One period under a scenario: every KPI before and after, and what the overridden drivers became.

    ``in_parts`` are the drivers that were changed in a part of the business alone, as they are in that part.
    """

    at: Period
    changes: Mapping[MetricName, tuple[float | None, float]]
    baseline: Mapping[MetricName, float]
    scenario: Mapping[MetricName, float]
    in_parts: Mapping[tuple[MetricName, Part], tuple[float, float]] = field(default_factory=dict)


class Studies:
    """Questions to a frame, which must hold every KPI that may be moved or looked at: see ``question``."""

    def __init__(self, backend: LazyBackend) -> None:
        self._backend = backend
        self._baselines: Remembered[tuple[int, Period | None], tuple[ResultFrame, Baseline]] = Remembered(_FRAMES)
        self._compared: Remembered[tuple[Segmented, tuple[Override, ...]], Comparison] = Remembered(_SCENARIOS)
        self._paths: Remembered[tuple[Projection, Segmented, Scenario, frozenset[MetricName] | None], MonthPath] = (
            Remembered(_SCENARIOS)
        )
        self._projection: tuple[ResultFrame, Period | None, int, Ages | None, Projection] | None = None
        self._segmented: tuple[ResultFrame, Period | None, Beside, Segmented] | None = None

    @staticmethod
    def question(query: Query, grain: Grain | None = None) -> Query:
        """The question whose frame serves what-if: every KPI over all periods of months, or of ``grain``, no split."""
        return replace(query, metrics=(), by=None, grain=grain or Grain.MONTH, first=None, last=None)

    def baseline(self, frame: ResultFrame, at: Period | None = None) -> Baseline:
        """What is known at a period, by default the last complete one; UserError where the frame has no such period."""

        def made() -> tuple[ResultFrame, Baseline]:
            return frame, Baseline.of_frame(self._backend.get().catalogue, frame, at)

        return self._baselines.get((id(frame), at), made)[1]

    def compare(
        self, frame: ResultFrame, scenario: Scenario, at: Period | None = None, beside: Beside = ALONE
    ) -> Comparison:
        """Every KPI of one period before and under the scenario; UserError for what cannot be supposed."""
        baseline, parts = self.baseline(frame, at), self._parts(frame, at, beside)

        def made() -> Comparison:
            supposed = parts.supposed(scenario.active)
            return Comparison(
                baseline.at or Period(Grain.SNAPSHOT, 0),
                {name: (baseline.values.get(name), move.after) for name, move in supposed.moves.items()},
                baseline.values,
                supposed.values,
                _changed_parts(parts, scenario),
            )

        return self._compared.get((parts, scenario.active), made)

    def parts(
        self, frame: ResultFrame, scenario: Scenario, attribute: str, beside: Beside, at: Period | None = None
    ) -> tuple[PartSupposed, ...]:
        """Every part by an attribute before and under the scenario; what is counted adds up to the whole."""
        return self._parts(frame, at, beside).every_part(attribute, scenario.active)

    def part(self, frame: ResultFrame, scenario: Scenario, part: Part, beside: Beside) -> Comparison:
        """One part of the business before and under the scenario; its changes are those made in it alone."""
        found = self._parts(frame, None, beside).seen(part, scenario.active)
        changes = {
            name: (found.baseline.get(name, math.nan), found.scenario.get(name, math.nan)) for name in found.alone
        }
        at = self.baseline(frame).at or Period(Grain.SNAPSHOT, 0)
        return Comparison(at, changes, found.baseline, found.scenario)

    def path(
        self,
        frame: ResultFrame,
        scenario: Scenario,
        months: int,
        at: Period | None = None,
        beside: Beside = ALONE,
        names: frozenset[MetricName] | None = None,
    ) -> MonthPath:
        """The months after ``at``, baseline against scenario; the baseline's path is kept while a slider moves.

        ``names`` are the KPIs of the scenario that are looked at; None: all.
        """
        parts, projection = self._parts(frame, at, beside), self.projection(frame, months, at, beside)
        asked = replace(scenario, overrides=scenario.active, id=_ANY, name="", note="")
        return self._paths.get((projection, parts, asked, names), lambda: parts.path(projection, asked, names))

    def projection(
        self, frame: ResultFrame, months: int, at: Period | None = None, beside: Beside = ALONE
    ) -> Projection:
        """The months after ``at`` without changes."""
        kept = self._projection
        if kept is None or kept[0] is not frame or kept[1:3] != (at, months) or kept[3] is not beside.ages:
            found = Projection(self._backend.get().catalogue, frame, at, months, beside.ages)
            self._projection = kept = (frame, at, months, beside.ages, found)
        return kept[4]

    def two_drivers(
        self, frame: ResultFrame, target: str, goal: float, pair: tuple[Driver, Driver], overrides: Sequence[Override]
    ) -> tuple[Grid, Grid, tuple[Line, ...]]:
        """The target over two drivers from bound to bound, over more values, and the lines on which it is the goal.

        The last two begin and end a hair within the bounds: at a churn of nought, say, there is no value.
        """
        baseline = self.baseline(frame)
        across, down = ((each.name, np.linspace(each.low, each.high, _CELLS)) for each in pair)
        one, other = ((each.name, *_just_within(each.low, each.high)) for each in pair)
        fine_across, fine_down = ((name, np.linspace(low, high, _GROUND)) for name, low, high in (one, other))
        lines = contour(baseline, target, goal, one, other, overrides)
        grid = two_way(baseline, target, across, down, overrides)
        return grid, two_way(baseline, target, fine_across, fine_down, overrides), lines

    def _parts(self, frame: ResultFrame, at: Period | None, beside: Beside) -> Segmented:
        kept = self._segmented
        if kept is None or kept[0] is not frame or kept[1] != at or kept[2] is not beside:
            catalogue = self._backend.get().catalogue
            found = Segmented(catalogue, self.baseline(frame, at), beside.split, at)
            self._segmented = kept = (frame, at, beside, found)
        return kept[3]

    def drivers(self, frame: ResultFrame, targets: Sequence[str] = (), at: Period | None = None) -> tuple[Driver, ...]:
        """What may be moved to move the targets (all KPIs by default), by role, those that move most first."""
        return find_drivers(self._backend.get().catalogue, frame, at, targets)

    def seek(
        self,
        frame: ResultFrame,
        target: str,
        goal: float,
        vary: str,
        at: Period | None = None,
        *,
        scenario: Scenario | None = None,
        beside: Beside = ALONE,
    ) -> GoalResult:
        """The value of a driver that brings the target to the goal, or why there is none; from a scenario if given."""
        overrides = self.overrides(frame, scenario, at, beside)
        return seek_from(self.baseline(frame, at), target, goal, vary, overrides=overrides)

    def leaders(self, name: str, changed: Iterable[str]) -> tuple[MetricName, ...]:
        """Those of the changed drivers that move this KPI."""
        catalogue = causal(self._backend.get().catalogue)
        return tuple(MetricName(other) for other in changed if name in reach_of(catalogue, MetricName(other)))

    def tornado(
        self,
        frame: ResultFrame,
        target: str,
        at: Period | None = None,
        *,
        scenario: Scenario | None = None,
        beside: Beside = ALONE,
        effort: float = 0.2,
        by_history: bool = False,
    ) -> Tornado | None:
        """How far each driver, moved alone, moves the target; None where the target has no value.

        Each by the same effort, or as far as it was of late by itself.
        """
        drivers = self.drivers(frame, (target,), at)
        overrides = self.overrides(frame, scenario, at, beside)
        own = {str(each.name): own_reach(each.history) for each in drivers}
        reaches = {name: reach for name, reach in own.items() if reach is not None}
        names = tuple(driver.name for driver in drivers)
        return tornado(
            self.baseline(frame, at),
            target,
            names,
            overrides=overrides,
            effort=effort,
            reaches=reaches if by_history else None,
        )

    def overrides(
        self, frame: ResultFrame, scenario: Scenario | None, at: Period | None = None, beside: Beside = ALONE
    ) -> tuple[Override, ...]:
        """What a scenario changes in the whole business, changes in parts as what they come to."""
        return () if scenario is None else self.whole(frame, scenario, at, beside).active

    def whole(
        self, frame: ResultFrame, scenario: Scenario, at: Period | None = None, beside: Beside = ALONE
    ) -> Scenario:
        """The scenario with changes in parts of the business as what they come to in the whole."""
        return self._parts(frame, at, beside).as_whole(scenario) if parts_in(scenario.active) else scenario


def _changed_parts(parts: Segmented, scenario: Scenario) -> Mapping[tuple[MetricName, Part], tuple[float, float]]:
    """What drivers that are changed in a part alone were and become there."""
    found = (parts.part(part, scenario.active) for part in parts_in(scenario.active))
    return {(name, each.part): (move.before, move.after) for each in found for name, move in each.alone.items()}


def _just_within(low: float, high: float) -> tuple[float, float]:
    hair = _HAIR * (high - low)
    return low + hair, high - hair


def halved(driver: str) -> Override:
    """The one-click question: half of a driver."""
    return Override(DriverName(driver), Kind.FACTOR, 0.5)
