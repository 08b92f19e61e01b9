"""The month path: customers and recurring revenue carried forward, baseline against scenario."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array


@dataclass(frozen=True, slots=True)
class MonthPath:
    """Months after ``at``, one array of ``len(periods)`` per KPI for the baseline and for the scenario.

    ``notes`` say what was assumed (recent averages, a rate that the data do not show).
    """

    at: Period
    periods: tuple[Period, ...]
    baseline: Mapping[MetricName, Array]
    scenario: Mapping[MetricName, Array]
    notes: tuple[Message, ...] = ()
