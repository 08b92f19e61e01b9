"""Sensitivity: how far each driver, moved alone, moves a KPI."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from kpidesk.core.ids import DriverName, MetricName
from kpidesk.metrics.frame import Array
from kpidesk.scenario.goal_seek import natural_bounds
from kpidesk.scenario.model import Override
from kpidesk.scenario.overrides import Baseline, known_metric
from kpidesk.scenario.parts import reach_of

_NUDGE = 1e-4
_MONTHS, _FEWEST = 24, 6

Respond = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Swing:
    """One bar of a tornado: the target when the driver alone goes down, and when it goes up.

    A result is None where the target has no value there; ``elasticity`` is the target's relative change per relative
    change of the driver, None where either is zero.
    """

    driver: DriverName
    driver_low: float
    driver_high: float
    low: float | None
    high: float | None
    elasticity: float | None

    @property
    def width(self) -> float:
        """How far apart its two ends are; 0 where one of them is missing."""
        return 0.0 if self.low is None or self.high is None else abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """All swings of one target, widest first."""

    target: MetricName
    baseline: float
    swings: tuple[Swing, ...]


def tornado(
    baseline: Baseline,
    target: str,
    drivers: Iterable[str],
    *,
    overrides: Iterable[Override] = (),
    effort: float = 0.2,
    reaches: Mapping[str, tuple[float, float]] | None = None,
) -> Tornado | None:
    """Each driver moved down and up by ``effort`` of itself, the others held; None where the target has no value.

    They start from the baseline, or from what ``overrides`` suppose. A share stops at 0 and at 1. Drivers without a
    value, or on which the target does not depend, are left out. With ``reaches``, factors down and up by driver (see
    own_reach), each moves as far as those say, and drivers without one are left out.
    """
    metric = known_metric(baseline.catalogue, target)
    stack = tuple(overrides)
    now = baseline.supposed(stack).values if stack else baseline.values
    value = now.get(metric, math.nan)
    if not math.isfinite(value):
        return None
    swings = []
    for name in drivers:
        driver = known_metric(baseline.catalogue, name)
        reach = (1 - effort, 1 + effort) if reaches is None else reaches.get(name)
        if reach is None:
            continue
        if math.isfinite(now.get(driver, math.nan)) and metric in reach_of(baseline.catalogue, driver, baseline.grain):
            respond = partial(baseline.respond, DriverName(driver), target=metric, overrides=stack)
            swings.append(_swing(respond, driver, now[driver], value, natural_bounds(baseline, driver), reach))
    return Tornado(metric, value, tuple(sorted(swings, key=lambda swing: -swing.width)))


def usual_range(history: Sequence[float]) -> tuple[float, float] | None:
    """Between which values a driver was in 8 of 10 months of the last two years; None where too few are known."""
    known = np.array([value for value in history[-_MONTHS:] if math.isfinite(value)])
    if known.size < _FEWEST:
        return None
    low, high = np.percentile(known, (10, 90)).tolist()
    return low, high


def own_reach(history: Sequence[float]) -> tuple[float, float] | None:
    """The same as factors of its latest value, which lies among them; None where that is none or 0."""
    usual = usual_range(history)
    if usual is None or not math.isfinite(history[-1]) or history[-1] == 0:
        return None
    low, high = sorted(value / history[-1] for value in usual)
    return min(low, 1.0), max(high, 1.0)


def _swing(
    respond: Respond,
    driver: MetricName,
    start: float,
    value: float,
    bounds: tuple[float, float],
    reach: tuple[float, float],
) -> Swing:
    low, high = bounds
    ends = np.clip(sorted((start * reach[0], start * reach[1])), min(low, start), max(high, start))
    near = start * np.array([1 - _NUDGE, 1 + _NUDGE])
    at_low, at_high, below, above = respond(np.concatenate([ends, near])).tolist()
    slope = (above - below) / (2 * _NUDGE * value) if value and start else math.nan
    return Swing(
        DriverName(driver),
        float(ends[0]),
        float(ends[1]),
        at_low if math.isfinite(at_low) else None,
        at_high if math.isfinite(at_high) else None,
        slope if math.isfinite(slope) else None,
    )
