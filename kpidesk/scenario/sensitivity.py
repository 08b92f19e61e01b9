"""Sensitivity: how far each driver, moved alone, moves a KPI."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpidesk.core.ids import DriverName, MetricName
from kpidesk.scenario.goal_seek import natural_bounds
from kpidesk.scenario.overrides import Baseline, known_metric
from kpidesk.scenario.parts import reach_of

_NUDGE = 1e-4


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


def tornado(baseline: Baseline, target: str, drivers: Iterable[str], *, effort: float = 0.2) -> Tornado | None:
    """Each driver moved down and up by ``effort`` of itself, the others held; None where the target has no value.

    A share stops at 0 and at 1. Drivers without a value, or on which the target does not depend, are left out.
    """
    metric = known_metric(baseline.catalogue, target)
    value = baseline.values.get(metric)
    if value is None:
        return None
    swings = []
    for name in drivers:
        driver = known_metric(baseline.catalogue, name)
        if driver in baseline.values and metric in reach_of(baseline.catalogue, driver, baseline.grain):
            swings.append(_swing(baseline, metric, value, driver, effort))
    return Tornado(metric, value, tuple(sorted(swings, key=lambda swing: -swing.width)))


def _swing(baseline: Baseline, target: MetricName, value: float, driver: MetricName, effort: float) -> Swing:
    start = baseline.values[driver]
    low, high = natural_bounds(baseline, driver)
    ends = np.clip(sorted((start * (1 - effort), start * (1 + effort))), min(low, start), max(high, start))
    near = start * np.array([1 - _NUDGE, 1 + _NUDGE])
    at_low, at_high, below, above = baseline.respond(DriverName(driver), np.concatenate([ends, near]), target).tolist()
    slope = (above - below) / (2 * _NUDGE * value) if value and start else math.nan
    return Swing(
        DriverName(driver),
        float(ends[0]),
        float(ends[1]),
        at_low if math.isfinite(at_low) else None,
        at_high if math.isfinite(at_high) else None,
        slope if math.isfinite(slope) else None,
    )
