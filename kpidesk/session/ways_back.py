"""What to do: by how little each driver would have to move to bring a figure where it should be."""

import math
from dataclasses import dataclass

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.goal_seek import Status
from kpidesk.session.studies import Studies

_MOST = 6
_LEAST_HISTORY = 4
_SENSIBLE = 20.0
"""A driver that would have to become so many times what it is, is no way."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where the figure should be, and why there: a target, a band, or where it was."""

    value: float
    reason: Message


@dataclass(frozen=True, slots=True)
class WayBack:
    """A driver and the value that alone would do; ``effort`` is the move in deviations of its own history.

    None where it has none to speak of.
    """

    driver: DriverName
    now: float
    needed: float
    effort: float | None = None


def goal_of(definition: Definition, value: float, before: float | None, target: float | None) -> Goal | None:
    """The target where it is missed, else the nearest good band, else what it was before it got worse.

    A figure that reads as it did before is no worse.
    """
    is_up = definition.good == "up"
    if definition.good == "none":
        return None
    if target is not None and (value < target if is_up else value > target):
        return Goal(target, Message(QT_TRANSLATE_NOOP("why", "its target")))
    edges = [
        edge
        for band in definition.bands
        if band.is_good
        for edge in (band.low if is_up else band.high,)
        if edge is not None and (value < edge if is_up else value > edge)
    ]
    if edges:
        edge = min(edges) if is_up else max(edges)
        return Goal(edge, Message(QT_TRANSLATE_NOOP("why", "what the field calls good")))
    kind = definition.unit.kind
    if before is None or format_value(before, kind, Style()) == format_value(value, kind, Style()):
        return None
    if value < before if is_up else value > before:
        return Goal(before, Message(QT_TRANSLATE_NOOP("why", "what it was before")))
    return None


def ways_back(
    studies: Studies, frame: ResultFrame, kpi: MetricName, goal: float, at: Period | None = None
) -> tuple[WayBack, ...]:
    """The drivers that can do it alone, the least effort first.

    A figure that is itself a lever (churn), and so has none above its parts, is its own way, besides them. That an
    amount would be there if it were there is no way.
    """
    drivers = studies.drivers(frame, (kpi,), at)
    above = [driver for driver in drivers if not driver.is_part and str(driver.name) != str(kpi)]
    ways = [way for each in above or drivers if (way := _way(studies, frame, kpi, goal, each, at)) is not None]
    is_itself = [str(way.driver) for way in ways] == [str(kpi)]
    if is_itself and studies.baseline(frame, at).catalogue.get(kpi).unit.kind != "share":
        return ()
    return tuple(sorted(ways, key=_rank)[:_MOST])


def _way(
    studies: Studies, frame: ResultFrame, kpi: MetricName, goal: float, driver: Driver, at: Period | None
) -> WayBack | None:
    try:
        answer = studies.seek(frame, kpi, goal, driver.name, at)
    except UserError:  # whatever the driver is, the figure has no value
        return None
    value = answer.value
    if answer.status not in (Status.SOLVED, Status.SEVERAL) or value is None or value == driver.baseline:
        return None
    if driver.baseline and abs(value) > _SENSIBLE * abs(driver.baseline):
        return None
    return WayBack(driver.name, driver.baseline, value, _effort(driver, value))


def _effort(driver: Driver, value: float) -> float | None:
    history = np.array([each for each in driver.history if math.isfinite(each)])
    if len(history) < _LEAST_HISTORY:
        return None
    spread = float(np.std(history[-24:], ddof=1))
    return abs(value - driver.baseline) / spread if spread > 1e-12 * max(1.0, abs(driver.baseline)) else None


def _rank(way: WayBack) -> tuple[bool, float]:
    """By effort; without a history by how large the relative move is."""
    relative = abs(way.needed - way.now) / abs(way.now) if way.now else math.inf
    return (way.effort is None, way.effort if way.effort is not None else relative)
