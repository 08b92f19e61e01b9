"""What customers answer and ask: scores with their spread, by release and by segment, comments, tickets and surges."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from kpidesk.analysis.joined_segments import Compute
from kpidesk.analysis.pooled import Pooled, parts_of, pooled
from kpidesk.analysis.surges import Surge, find_surges
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.metrics.survey_answers import SCALES, Comments, comments, score_counts

SCORES = tuple(MetricName(name) for name in ("nps", "csat", "ces", "cxi"))
SUPPORT = tuple(
    MetricName(name)
    for name in (
        "ticket_volume", "feedback_growth_rate", "unanswered_share", "avg_first_response_hours",
        "median_first_response_hours", "p90_first_response_hours", "avg_resolution_hours", "median_resolution_hours",
        "p90_resolution_hours", "support_staff_needed",
    )
)  # fmt: skip
VOLUME = MetricName("ticket_volume")
RELEASE, TAG = "version", "category"
_SEGMENTS = ("segment", "plan", "region", "country", "channel")
_BUSY = 4.0
"""From so many tickets a day (a week) on, days (weeks) are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Volume:
    """Tickets by the finest period that holds enough of them, and where there were far more than usual."""

    frame: ResultFrame
    surges: tuple[Surge, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything of the page: figures over time, spreads of single scores, one score by group, comments, tickets.

    ``groups`` are by attribute, the most frequent value first, the total last. ``tags`` are tickets by category.
    """

    frame: ResultFrame
    spreads: Mapping[MetricName, Mapping[int, int]]
    comments: Comments
    groups: Mapping[tuple[MetricName, str], tuple[Pooled, ...]] = field(default_factory=dict)
    tags: tuple[Pooled, ...] = ()
    volume: Volume | None = None

    @property
    def scores(self) -> tuple[MetricName, ...]:
        """The scores that the data give."""
        return tuple(name for name in SCORES if self.frame.series[name].is_computable)

    @property
    def is_empty(self) -> bool:
        return not self.scores and self.volume is None


def voice_of(engine: Engine, compute: Compute, query: Query, progress: Progress | None = None) -> Voice:
    """All that is known of the customers' voice in the question's range and filters."""
    progress = progress or Progress()
    catalogue = engine.catalogue
    parts = tuple(dict.fromkeys(part for score in SCORES for part in parts_of(catalogue, score)))
    frame = compute(replace(query, metrics=tuple(dict.fromkeys((*SCORES, *SUPPORT, *parts))), by=None))
    spreads = {kpi: score_counts(engine.facts, kpi, query, progress) for kpi in SCALES}
    attributes = engine.attributes
    groups: dict[tuple[MetricName, str], tuple[Pooled, ...]] = {}
    for attribute in (name for name in (RELEASE, *_SEGMENTS) if name in attributes):
        progress.raise_if_cancelled()
        split = compute(replace(query, metrics=parts, by=attribute))
        for score in SCORES:
            found = _known(pooled(catalogue, split, score))
            if len(found) > 2:
                groups[score, attribute] = found
    return Voice(
        frame,
        {kpi: counts for kpi, counts in spreads.items() if counts is not None},
        comments(engine.facts, query, progress=progress),
        groups,
        _tags(engine, compute, query),
        _volume(compute, query),
    )


def _known(found: tuple[Pooled, ...]) -> tuple[Pooled, ...]:
    """Groups in which anybody answered; who belongs to none stands last but for the total."""
    named = [each for each in found if each.segment not in (None, NO_ATTRIBUTE_VALUE) and each.n > 0]
    rest = [each for each in found if each.segment == NO_ATTRIBUTE_VALUE and each.n > 0]
    return (*named, *rest, *(each for each in found if each.segment is None))


def _tags(engine: Engine, compute: Compute, query: Query) -> tuple[Pooled, ...]:
    if TAG not in engine.attributes:
        return ()
    split = compute(replace(query, metrics=(VOLUME,), by=TAG))
    found = [each for each in pooled(engine.catalogue, split, VOLUME) if each.value]
    named = sorted((each for each in found if each.segment is not None), key=lambda each: -each.value)
    return tuple(named) if len(named) > 1 else ()


def _volume(compute: Compute, query: Query) -> Volume | None:
    """Days where there are enough tickets in one, else weeks, else months."""
    for grain, least in ((Grain.DAY, _BUSY), (Grain.WEEK, _BUSY), (Grain.MONTH, 0.0)):
        frame = compute(replace(query, metrics=(VOLUME,), by=None, grain=grain))
        series = frame.series[VOLUME]
        if not series.is_computable or frame.grain is Grain.SNAPSHOT:
            return None
        counts = np.where(frame.incomplete, np.nan, series.values[-1])
        known = counts[np.isfinite(counts)]
        if known.size and (np.median(known) >= least or grain is Grain.MONTH):
            return Volume(frame, find_surges(counts, grain)) if known.any() else None
    return None
