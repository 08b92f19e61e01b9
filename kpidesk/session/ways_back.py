"""What to do: by how little each driver would have to move to bring a figure where it should be."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.restated import source_of
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


def goal_of(
    definition: Definition, value: float, before: float | None, target: float | None, *, grain: Grain
) -> Goal | None:
    """The target where it is missed, else the nearest good band above, else what it was before it got worse.

    A figure that reads as it did before is no worse. A band of a year says nothing about a month.
    """
    is_up = definition.good == "up"
    if definition.good == "none":
        return None
    if target is not None and (value < target if is_up else value > target):
        return Goal(target, Message(QT_TRANSLATE_NOOP("why", "its target")))
    bands = definition.bands_of(grain)
    edges = {edge for band in bands if band.is_good for edge in (band.low if is_up else band.high,)} - {None}
    ahead = {edge for edge in edges if edge is not None and (value < edge if is_up else value > edge)}
    if ahead:
        good = QT_TRANSLATE_NOOP("why", "what the field calls good")
        better = QT_TRANSLATE_NOOP("why", "the next step of the field's scale")
        return Goal(min(ahead) if is_up else max(ahead), Message(good if ahead == edges else better))
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

    That a figure would be there if it were there is no way, nor is what only says it in another unit (ARR in MRR,
    retention in churn): its parts are. Nor does one mend a figure by a driver that gets worse by it (fewer sign-ups for
    a higher share of them), or by the length of a month.
    """
    baseline = studies.baseline(frame, at)
    catalogue = baseline.catalogue
    is_better = _is_better(catalogue.get(kpi), goal, baseline.values.get(kpi))
    found = [_way(studies, frame, kpi, goal, each, at) for each in _levers(studies, frame, catalogue, kpi, at)]
    ways = [_in_whole(catalogue, way) for way in found if way is not None]
    source = catalogue.get(source_of(catalogue, kpi, frame.grain))
    ways = [way for way in ways if not _reads_alike(catalogue, way) and _is_possible(source, baseline.values, way)]
    return tuple(sorted((way for way in ways if not (is_better and _worsens(catalogue, way))), key=_rank)[:_MOST])


def _levers(
    studies: Studies, frame: ResultFrame, catalogue: Catalogue, kpi: MetricName, at: Period | None
) -> tuple[Driver, ...]:
    """What is looked at: the levers of the figure, of one that is a lever itself or another's double those below."""
    source = source_of(catalogue, kpi, frame.grain)
    is_own = source != kpi or catalogue.get(kpi).driver is not None
    targets = catalogue.inputs(source, frame.grain) if is_own else (kpi,)
    if not targets:
        return ()
    found = studies.drivers(frame, targets, at)
    known = tuple(each for each in found if str(each.name) not in (kpi, source) and not _is_no_lever(catalogue, each))
    return tuple(each for each in known if not each.is_part) or known


def _is_no_lever(catalogue: Catalogue, driver: Driver) -> bool:
    """What has no good side (the length of a period, how many answered) nobody moves to mend something."""
    return catalogue.get(driver.name).good == "none"


def _is_better(definition: Definition, goal: float, now: float | None) -> bool:
    return now is not None and (goal > now if definition.good == "up" else goal < now)


def _worsens(catalogue: Catalogue, way: WayBack) -> bool:
    good = catalogue.get(way.driver).good
    return (good == "up" and way.needed < way.now) or (good == "down" and way.needed > way.now)


def _in_whole(catalogue: Catalogue, way: WayBack) -> WayBack:
    """Nobody wins half a customer: of what is counted the next whole number that does it."""
    if catalogue.get(way.driver).unit.kind != "count":
        return way
    needed = round(way.needed, 6)  # what a search comes to as 63.0000001 is 63
    return replace(way, needed=float(math.ceil(needed) if way.needed > way.now else math.floor(needed)))


def _is_possible(definition: Definition, values: Mapping[MetricName, float], way: WayBack) -> bool:
    """Whether the parts of a whole fit into it: of 83 answers, 21 of them detractors, at most 62 are promoters."""
    parts, whole, moved = definition.interval_of[:-1], definition.n, MetricName(way.driver)
    if definition.interval == "wilson":
        parts = (moved,)
    elif definition.interval != "nps":
        return True
    known = values.get(whole) if whole is not None else None
    if known is None or moved == whole or moved not in parts or way.needed <= way.now:
        return True
    return way.needed + sum(values.get(part, 0.0) for part in parts if part != moved) <= known


def _reads_alike(catalogue: Catalogue, way: WayBack) -> bool:
    """As on the page: ``0.5 h → 0.5 h`` tells nobody what to do."""
    kind = catalogue.get(way.driver).unit.kind
    return format_value(way.now, kind, Style()) == format_value(way.needed, kind, Style())


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
