"""Where a KPI moved: its change split over segments, with rate and mix apart."""

from dataclasses import dataclass

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message


@dataclass(frozen=True, slots=True)
class SegmentPart:
    """One segment's part of a change: ``contribution`` = ``rate`` + ``mix``.

    ``rate`` is what its own value moved, ``mix`` what its share of the whole moved; an additive KPI has no mix.
    """

    segment: str
    before: float | None
    after: float | None
    rate: float
    mix: float
    weight_before: float | None = None
    weight_after: float | None = None

    @property
    def contribution(self) -> float:
        return self.rate + self.mix


@dataclass(frozen=True, slots=True)
class SegmentSplit:
    """The change of one KPI by segment; contributions plus ``rest`` sum to ``change`` to 1e-9."""

    kpi: MetricName
    by: str
    change: float | None
    segments: tuple[SegmentPart, ...] = ()
    rest: float = 0.0
    reason: Message | None = None
