"""Drivers: what may be moved to move the KPIs in view, each with sensible bounds and what hangs on it."""

from dataclasses import dataclass
from enum import Enum

from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.units import Unit


class Role(Enum):
    """What kind of lever a driver is; the groups of the what-if page."""

    RATE = "rate"
    PRICE = "price"
    COST = "cost"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class Driver:
    """One lever at one period.

    ``low`` ≤ ``baseline`` ≤ ``high`` are round numbers in the driver's unit, ``step`` divides the way between them;
    ``affects`` lists the KPIs that depend on it, in evaluation order; ``history`` its values up to the period.
    """

    name: DriverName
    baseline: float
    unit: Unit
    low: float
    high: float
    step: float
    role: Role
    good: str
    affects: tuple[MetricName, ...]
    history: tuple[float, ...] = ()
