"""Goal seek: the value of one driver that brings a KPI to a goal, and an honest word where there is none."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array
from kpidesk.scenario.model import Override
from kpidesk.scenario.overrides import Baseline, Values, known_metric, limits_of
from kpidesk.scenario.parts import reach_of
from kpidesk.scenario.root_search import closest, roots, search_grid

_REACH = 1000.0
_NOTHING_TO_SCALE = 1e6


class Status(Enum):
    """How a search ended; the values are those that the command line prints."""

    SOLVED = "solved"
    UNREACHABLE = "unreachable"
    INDEPENDENT = "independent"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class GoalResult:
    """The answer of a search.

    ``value`` is the driver's value that meets the goal (the one nearest the baseline where ``others`` exist), None
    unless solved or several; ``nearest`` is the value within the bounds that comes closest, only where unreachable;
    ``achieved`` is the target's value at ``value``, at ``nearest``, or as it is where it is independent;
    ``baseline`` is what the driver is now, under the overrides that the search started from.
    """

    target: MetricName
    goal: float
    vary: DriverName
    status: Status
    value: float | None = None
    nearest: float | None = None
    achieved: float | None = None
    others: tuple[float, ...] = ()
    baseline: float | None = None
    low: float | None = None
    high: float | None = None


def seek(
    catalogue: Catalogue,
    values_at: Values,
    target: str,
    goal: float,
    vary: str,
    *,
    bounds: tuple[float, float] | None = None,
    grain: Grain = Grain.MONTH,
) -> GoalResult:
    """The value of ``vary`` that brings ``target`` to ``goal``, all else the same; see seek_from."""
    return seek_from(Baseline.of(catalogue, values_at, grain), target, goal, vary, bounds=bounds)


def seek_from(
    baseline: Baseline,
    target: str,
    goal: float,
    vary: str,
    *,
    overrides: Iterable[Override] = (),
    bounds: tuple[float, float] | None = None,
) -> GoalResult:
    """Search the bounds (by default all that the driver can be) on a fine grid, then to the last digit.

    The other drivers are as ``overrides`` suppose them. Raises UserError for an unknown KPI, and where the target has
    no value whatever the driver is.
    """
    metric, driver = known_metric(baseline.catalogue, target), known_metric(baseline.catalogue, vary)
    low, high = natural_bounds(baseline, driver) if bounds is None else (min(bounds), max(bounds))
    stack = tuple(overrides)
    now = baseline.supposed(stack).values if stack else baseline.values
    start = now.get(driver)
    result = GoalResult(metric, goal, DriverName(driver), Status.INDEPENDENT, baseline=start, low=low, high=high)
    if metric == driver:
        value = min(max(goal, low), high)
        met = replace(result, status=Status.SOLVED, value=goal, achieved=goal)
        return met if value == goal else replace(result, status=Status.UNREACHABLE, nearest=value, achieved=value)
    if metric not in reach_of(baseline.catalogue, driver, baseline.grain):
        return replace(result, achieved=now.get(metric))

    def off(amounts: Array) -> Array:
        return baseline.respond(DriverName(driver), amounts, metric, stack) - goal

    grid = search_grid(low, high, start)
    found = off(grid)
    known = found[np.isfinite(found)] + goal
    if not known.size:
        raise _without_value(metric, driver)
    if float(np.ptp(known)) <= 1e-12 * float(np.abs(known).max()):
        return replace(result, achieved=float(known[0]))
    points = roots(off, grid, found, 1e-9 * max(abs(goal), 1e-3 * float(np.median(np.abs(known)))))
    if not points:
        nearest = closest(off, grid, found)
        return replace(
            result, status=Status.UNREACHABLE, nearest=nearest, achieved=goal + float(off(np.array([nearest]))[0])
        )
    value, *others = sorted(points, key=lambda point: abs(point - (low if start is None else start)))
    achieved = goal + float(off(np.array([value]))[0])
    status = Status.SEVERAL if others else Status.SOLVED
    return replace(result, status=status, value=value, achieved=achieved, others=tuple(others))


def natural_bounds(baseline: Baseline, driver: MetricName) -> tuple[float, float]:
    """All that a driver can sensibly be: a share 0 to 1, an amount 0 to a thousand times what it is."""
    definition = baseline.catalogue.get(driver)
    value = baseline.values.get(driver, 0.0)
    reach = _REACH * abs(value) or _NOTHING_TO_SCALE
    if definition.unit.kind == "share":
        low, high = min(-1.0, 10 * value), max(10.0, 10 * value)
    elif definition.sign < 0:
        low, high = -reach, 0.0
    else:
        low, high = (-reach if value < 0 else 0.0), reach
    least, most = limits_of(definition)
    low = least if math.isfinite(least) else low
    high = max(low, most) if math.isfinite(most) else high
    return low, high


def _without_value(target: MetricName, driver: MetricName) -> UserError:
    return UserError(
        Message(
            QT_TRANSLATE_NOOP("scenario", "{target} has no value, whatever {driver} is"), target=target, driver=driver
        ),
        Message(QT_TRANSLATE_NOOP("scenario", "Something else that it is computed from is missing.")),
    )
