"""Sensitivity: how far each driver, moved alone, moves a KPI."""

from dataclasses import dataclass

from kpidesk.core.ids import DriverName, MetricName


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


@dataclass(frozen=True, slots=True)
class Tornado:
    """All swings of one target, widest first."""

    target: MetricName
    baseline: float
    swings: tuple[Swing, ...]
