"""What customers answer: scores with their spread, by release and by segment, and comments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kpidesk.analysis.joined_segments import Compute
from kpidesk.analysis.pooled import Pooled, parts_of, pooled
from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.metrics.survey_answers import SCALES, Comments, comments, score_counts

SCORES = tuple(MetricName(name) for name in ("nps", "csat", "ces", "cxi"))
RELEASE = "version"
_SEGMENTS = ("segment", "plan", "region", "country", "channel")


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything that was answered: figures over time, spreads of single scores, one score by group, comments.

    ``groups`` are by attribute, the most frequent value first, the total last.
    """

    frame: ResultFrame
    spreads: Mapping[MetricName, Mapping[int, int]]
    comments: Comments
    groups: Mapping[tuple[MetricName, str], tuple[Pooled, ...]] = field(default_factory=dict)

    @property
    def scores(self) -> tuple[MetricName, ...]:
        """The scores that the data give."""
        return tuple(name for name in SCORES if self.frame.series[name].is_computable)

    @property
    def is_empty(self) -> bool:
        return not self.scores


def voice_of(engine: Engine, compute: Compute, query: Query, progress: Progress | None = None) -> Voice:
    """All that is known of the customers' voice in the question's range and filters."""
    progress = progress or Progress()
    catalogue = engine.catalogue
    parts = tuple(dict.fromkeys(part for score in SCORES for part in parts_of(catalogue, score)))
    frame = compute(replace(query, metrics=tuple(dict.fromkeys((*SCORES, *parts))), by=None))
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
    )


def _known(found: tuple[Pooled, ...]) -> tuple[Pooled, ...]:
    """Groups in which anybody answered; who belongs to none stands last but for the total."""
    named = [each for each in found if each.segment not in (None, NO_ATTRIBUTE_VALUE) and each.n > 0]
    rest = [each for each in found if each.segment == NO_ATTRIBUTE_VALUE and each.n > 0]
    return (*named, *rest, *(each for each in found if each.segment is None))
