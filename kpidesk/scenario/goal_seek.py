"""Goal seek: the value of one driver that brings a KPI to a goal, and an honest word where there is none."""

from dataclasses import dataclass
from enum import Enum

from kpidesk.core.ids import DriverName, MetricName


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
    ``achieved`` is the target's value at ``value``, at ``nearest``, or at the baseline where it is independent.
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
