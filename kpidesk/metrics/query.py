"""What may be asked of the engine: which KPIs, over which periods, for which part of the business."""

from dataclasses import dataclass, replace
from datetime import date

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period


@dataclass(frozen=True, slots=True)
class Filter:
    """Only rows whose attribute has one of these values."""

    attribute: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question; equal questions have equal answers as long as the data stay the same.

    ``metrics`` empty means all of the catalogue; ``first`` and ``last`` default to the extent of the data; ``as_of`` is
    the day up to which the data are known, by default found from the data. ``profile`` is by which definitions the
    answer is to be counted, '' for those of the workspace.
    """

    metrics: tuple[MetricName, ...] = ()
    grain: Grain = Grain.MONTH
    first: Period | None = None
    last: Period | None = None
    by: str | None = None
    filters: tuple[Filter, ...] = ()
    as_of: date | None = None
    profile: str = ""

    def split_by(self, attribute: str) -> "Query":
        """By all segments of an attribute, also where the desk is narrowed to some of them."""
        return replace(self, by=attribute, filters=tuple(kept for kept in self.filters if kept.attribute != attribute))
