"""Monte Carlo: a scenario many times over, its drivers drawn from their ranges; what the KPIs come to, and how likely.

The same seed gives the same numbers. Draws are an extra leading axis on the arrays of the one evaluator, taken in
pieces that fit the processor's cache.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.metrics.frame import Array
from kpidesk.scenario.courses import Scaled
from kpidesk.scenario.draws import Draws, draw
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.overrides import Baseline, known_metric, limits_of
from kpidesk.scenario.projection import Projection
from kpidesk.scenario.ranges import Range

DRAWS = 10_000
SHARES = (10.0, 25.0, 50.0, 75.0, 90.0)
"""The percentiles of a fan: its 80% and its 50% band, and the median."""
_PIECE = 1_000
_MOST = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """What the draws came to.

    ``values`` are the target's, one a draw, NaN where it has none; ``fan`` are percentiles (see SHARES) by month of the
    KPIs on the path, of shape (5, months). ``centre`` is the target without ranges; ``correlation`` how the drivers of
    the ranges were made to move together.
    """

    target: MetricName
    values: Array
    centre: float
    periods: tuple[Period, ...]
    fan: Mapping[MetricName, Array]
    ranges: tuple[Range, ...]
    seed: int
    correlation: Array

    def chance(self, goal: float, *, is_at_least: bool = True) -> float:
        """The share of draws that reach a goal; one without a value reaches none."""
        reached = self.values >= goal if is_at_least else self.values <= goal
        return float(np.count_nonzero(reached)) / self.values.size

    def closest(self) -> tuple[DriverName, DriverName, float] | None:
        """The two drivers that moved together most, and their correlation; None with fewer than two that do."""
        pairs = np.abs(np.tril(self.correlation, -1))
        if pairs.size < 2 or not pairs.any():
            return None
        one, other = np.unravel_index(int(pairs.argmax()), pairs.shape)
        return self.ranges[int(other)].driver, self.ranges[int(one)].driver, float(self.correlation[one, other])

    def percentile(self, share: float) -> float:
        """The value that so many percent of the draws with a value stay below."""
        known = self.values[np.isfinite(self.values)]
        return float(np.percentile(known, share)) if known.size else math.nan


@dataclass(frozen=True, slots=True)
class Asked:
    """What is simulated: the target at steady state, KPIs on the path, how often and from which seed."""

    target: str
    paths: tuple[str, ...] = ("mrr",)
    draws: int = DRAWS
    seed: int = 1


def simulate(
    baseline: Baseline,
    projection: Projection | None,
    scenario: Scenario,
    ranges: Sequence[Range],
    asked: Asked,
    correlation: Array | None = None,
    progress: Progress | None = None,
) -> Outcomes:
    """Draw the drivers of the ranges about what the scenario makes of them.

    ``projection`` None leaves the path out. UserError for a driver without a value or a target that is unknown.
    """
    progress = progress or Progress()
    target = known_metric(baseline.catalogue, asked.target)
    now = baseline.supposed(scenario.active).values
    centres = [_centre(baseline, each, now) for each in ranges]
    ranges = [each.about(centre) for each, centre in zip(ranges, centres, strict=True)]
    if not 1 <= asked.draws <= _MOST:
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("scenario", "A simulation has 1 to {most} draws, not {n}"), most=_MOST, n=asked.draws
            )
        )
    months = 12 if projection is None else len(projection.periods)
    fixed = np.eye(len(ranges)) if correlation is None else correlation
    random = np.random.default_rng(asked.seed)
    drawn = draw(ranges, centres, fixed, (asked.draws, months), random)
    values = np.empty(asked.draws)
    names = frozenset(_on_path(projection, asked.paths))
    paths = {name: np.empty((months, asked.draws)) for name in names}
    courses = {} if projection is None else projection.courses(scenario)
    for start in range(0, asked.draws, _PIECE):
        progress.step(start, asked.draws)
        piece = slice(start, min(start + _PIECE, asked.draws))
        amounts = _amounts(baseline, centres, ranges, drawn, piece)
        values[piece] = baseline.respond_to(amounts, (target,), scenario.active)[target] if ranges else now[target]
        if projection is not None and names:
            scaled = {
                name: Scaled(each[piece], most=limits_of(baseline.catalogue.get(name))[1])
                for name, each in drawn.paths.items()
            }
            for name, path in projection.drawn(courses, scaled, names).items():
                paths[name][:, piece] = np.broadcast_to(path, (piece.stop - start, months)).T
    progress.step(asked.draws, asked.draws)
    fan = {name: np.percentile(path, SHARES, axis=1) for name, path in paths.items()}
    periods = () if projection is None else projection.periods
    return Outcomes(target, values, now.get(target, math.nan), periods, fan, tuple(ranges), asked.seed, fixed)


def _centre(baseline: Baseline, each: Range, now: Mapping[MetricName, float]) -> float:
    """What the driver is without its range; UserError where that is nothing or not known."""
    name = known_metric(baseline.catalogue, each.driver)
    centre = now.get(name, math.nan)
    if not math.isfinite(centre) or centre == 0:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "{driver} has no value to vary in a range"), driver=each.driver)
        )
    return centre


def _on_path(projection: Projection | None, asked: Sequence[str]) -> tuple[MetricName, ...]:
    names = map(MetricName, asked)
    return () if projection is None else tuple(name for name in names if name in projection.baseline)


def _amounts(
    baseline: Baseline, centres: Sequence[float], ranges: Sequence[Range], drawn: Draws, piece: slice
) -> dict[DriverName, Array]:
    """The drivers' values in these draws, each within what it can be at all."""
    found = {}
    for each, centre in zip(ranges, centres, strict=True):
        name = MetricName(each.driver)
        low, high = limits_of(baseline.catalogue.get(name))
        found[each.driver] = np.clip(drawn.levels[name][piece] * centre, low, high)
    return found
