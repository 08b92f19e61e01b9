"""What a chart shall show, as the workspace saves it, and what a builder may be told besides."""

from dataclasses import dataclass, field

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.core.period import Period
from kpidesk.metrics.pacing import Target

KINDS = ("line", "bar", "stacked_bar", "waterfall", "path", "tornado", "heatmap", "bubble", "intervals")
"""Kinds of charts; path and tornado are built from the answers of a scenario, bubble and intervals from a table of a
page, the others from a ResultFrame."""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """One chart: which KPIs, drawn how. ``by`` splits by the frame's attribute; ``periods`` are trailing (0: all).

    ``starts_at_zero`` False fits the axis to the values (lines only; the foot says so). ``interval`` None shows it
    where it matters (few observations), True and False always and never. ``title`` is the user's own, else the name.
    """

    kind: str
    metrics: tuple[MetricName, ...]
    by: str | None = None
    comparison: str = ""  # "", previous, year_ago
    interval: bool | None = None
    starts_at_zero: bool = True
    periods: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note of the user at a period."""

    period: Period
    text: str


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """What belongs on charts beside the numbers."""

    targets: tuple[Target, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    scenario: Message | str = ""
    at: Period | None = None  # the period of charts that show one; None: the last that has ended
    segment_inks: tuple[tuple[str, str], ...] = ()  # a segment keeps its colour on every page
    size: tuple[int, int] = field(default=(720, 320))

    def target(self, metric: str) -> float | None:
        """The target of a KPI, None where it has none."""
        return next((target.value for target in self.targets if target.metric == metric), None)
