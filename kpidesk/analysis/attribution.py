"""Why a KPI moved: an exact Shapley split of its change over the drivers of its formula."""

from dataclasses import dataclass

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message


@dataclass(frozen=True, slots=True)
class Contribution:
    """One driver's part of a change; ``parts`` splits it further down the formula tree, and sums to it."""

    id: MetricName
    before: float | None
    after: float | None
    contribution: float
    parts: tuple["Contribution", ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """The change of one KPI and its exact split; contributions sum to ``change`` to 1e-9.

    ``reason`` is set, and the split empty, where the change cannot be told (a value is missing at one end).
    """

    kpi: MetricName
    before: float | None
    after: float | None
    change: float | None
    drivers: tuple[Contribution, ...] = ()
    reason: Message | None = None
