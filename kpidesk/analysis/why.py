"""Why a figure moved: whether at all and when, by which drivers, in which segments, by which customers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.analysis.attribution import Attribution
from kpidesk.analysis.behind import MOVEMENTS, is_recurring
from kpidesk.analysis.causes import Cause, find_causes
from kpidesk.analysis.changes import column_at, explain_change
from kpidesk.analysis.dating import dated
from kpidesk.analysis.drills import Drill, drills
from kpidesk.analysis.joined_segments import Compute
from kpidesk.analysis.pooled import below
from kpidesk.analysis.segments import SegmentSplit, by_segment
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.customer_moves import CustomerMove, largest_moves
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.noise import Change, judged
from kpidesk.metrics.query import Query
from kpidesk.metrics.usual_moves import Move

USUAL = tuple(
    MetricName(name)
    for name in (
        "ltv_cac",
        "mrr",
        "revenue",
        "order_revenue",
        "active_customers",
        "nps",
        "csat",
        "ad_spend",
        "sessions",
    )
)
"""What is asked for first, where the data give it."""

_ATTRIBUTES = ("segment", "plan", "channel", "region", "country", "product_name", "industry")
_MOST_SPLITS = 4
_NEAR = 1
"""A step of a driver a period before or after a change of the figure belongs to it."""

_TOO_FINE = (Grain.DAY, Grain.SNAPSHOT)
_STARTS = ("starting_mrr", "starting_customers")
_COUNTS = ("new_customers", "reactivated_customers", "churned_customers", "active_customers")


@dataclass(frozen=True, slots=True)
class Why:
    """The change of one figure, explained. ``frame`` holds all KPIs over all periods.

    ``noise`` says whether the change could be chance, by the rule of cards (metrics.noise). ``splits`` are by
    attribute, that which tells most first; ``drills`` split each driver. ``causes`` are steps of drivers at any time of
    the data. ``customers`` is empty for figures that recurring revenue does not make.
    """

    kpi: MetricName
    first: Period
    last: Period
    frame: ResultFrame
    attribution: Attribution
    move: Move | None = None
    noise: Change | None = None
    splits: tuple[SegmentSplit, ...] = ()
    customers: tuple[CustomerMove, ...] = ()
    causes: tuple[Cause, ...] = ()
    drills: tuple[Drill, ...] = ()

    @property
    def own_causes(self) -> tuple[Cause, ...]:
        """Those that fall between the two periods, or next to them."""
        low, high = sorted((self.first.index, self.last.index))
        return tuple(cause for cause in self.causes if low < cause.period.index + _NEAR <= high + 2 * _NEAR)

    def drill(self, driver: MetricName) -> Drill | None:
        """A driver's part by segment; None where that tells nothing."""
        return next((each for each in self.drills if each.driver == driver), None)

    @property
    def change(self) -> float | None:
        return self.attribution.change


def usual_kpi(frame: ResultFrame) -> MetricName | None:
    """What to explain where nobody said what: the first usual figure with two values; None where there is none."""
    for name in (*USUAL, *frame.series):
        series = frame.series.get(name)
        if series is not None and series.is_computable and np.isfinite(series.values[-1]).sum() > 1:
            return name
    return None


def last_change(frame: ResultFrame, kpi: MetricName) -> tuple[Period, Period] | None:
    """The last two ended periods in which the figure has a value."""
    values = np.where(frame.incomplete, np.nan, frame.series[kpi].values[-1])
    values = np.where(np.cumsum(np.nan_to_num(values) != 0) > 0, values, np.nan)  # noughts before are no history
    known = np.flatnonzero(np.isfinite(values))
    return (frame.periods[known[-2]], frame.periods[known[-1]]) if known.size > 1 else None


def why_of(
    engine: Engine, compute: Compute, query: Query, kpi: MetricName, ends: tuple[Period, Period] | None = None,
    progress: Progress | None = None,
) -> Why:  # fmt: skip
    """All that is to be said of the change between two periods of the question; UserError where there is no such.

    Where the question names an attribute, segments are told by that one, else by that which tells most.
    Without ``ends`` it is the change around the last cause of the last two years, else that of the last two periods.
    """
    progress = progress or Progress()
    catalogue = engine.catalogue
    frame = compute(replace(query, metrics=(), by=None, first=None, last=None))
    frames = _frames(engine, compute, query, kpi, progress)
    causes = () if frame.grain in _TOO_FINE else find_causes(catalogue, frame, frames, kpi, progress=progress)
    causes = dated(catalogue, compute, query, frame, causes, progress)
    ends = ends or changed_last(causes, frame.periods) or last_change(frame, kpi)
    if ends is None:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("why", "{kpi} has no values in two periods that have ended"), kpi=kpi)
        )
    first, last = ends
    found = explain_change(catalogue, frame, kpi, first, last)
    start, stop = column_at(frame, first), column_at(frame, last)
    series = frame.series[kpi]
    asked = frames if query.by is None else {query.by: frames[query.by]}
    splits = _splits(engine.catalogue, asked, kpi, ends) if found.change else ()
    told = drills(catalogue, tuple(asked.values()), found, first, last) if found.change else ()
    tells = is_recurring(catalogue, kpi)
    customers = largest_moves(engine.facts, query, first, last, progress=progress) if tells else ()
    noise = judged(series, len(frame.segments) - 1, stop, start)
    move = None if noise is None else noise.move
    return Why(kpi, first, last, frame, found, move, noise, splits, customers, causes, told)


def notes_of(why: Why, notes: Iterable[tuple[Period, str]]) -> list[tuple[Period, str]]:
    """What the user wrote of the time of the change: after the first period up to one past the last, and by causes."""
    low, high = sorted((why.first.index, why.last.index))
    at = {cause.period.index + near for cause in why.own_causes for near in (-_NEAR, 0, _NEAR)}
    at |= set(range(low + 1, high + _NEAR + 1))
    return [
        (period, text)
        for period, text in notes
        if Period.of(period.start, why.first.grain, why.first.starts).index in at
    ]


def changed_last(causes: Sequence[Cause], periods: Sequence[Period]) -> tuple[Period, Period] | None:
    """The two periods around the last cause of the last two years; None where there is none."""
    recent = periods[-round(24 / periods[-1].grain.months) - 1 :] if periods else ()
    latest = max((cause.period for cause in causes if cause.period in recent), default=None)
    return None if latest is None else (latest.shifted(-1), latest)


def _frames(
    engine: Engine, compute: Compute, query: Query, kpi: MetricName, progress: Progress
) -> dict[str, ResultFrame]:
    """The figures that matter by the attribute of the question and by each usual one."""
    names = tuple(dict.fromkeys((*below(engine.catalogue, kpi), *_present(engine.catalogue))))
    found = {}
    usual = [name for name in _ATTRIBUTES if name in engine.attributes][:_MOST_SPLITS]
    for attribute in dict.fromkeys([query.by, *usual] if query.by is not None else usual):
        progress.raise_if_cancelled()
        found[attribute] = compute(replace(query, metrics=names, by=attribute, first=None, last=None))
    return found


def _splits(
    catalogue: Catalogue, frames: Mapping[str, ResultFrame], kpi: MetricName, ends: tuple[Period, Period]
) -> tuple[SegmentSplit, ...]:
    """The change over the values of each usual attribute, most telling first."""
    splits = [by_segment(catalogue, frame, kpi, *ends) for frame in frames.values()]
    found = [split for split in splits if sum(bool(part.contribution) for part in split.segments) > 1]
    return tuple(sorted(found, key=lambda split: -telling(split)))


def telling(split: SegmentSplit) -> float:
    """How much more than an equal share of the movement its first segment has: what stands out explains.

    Where most moved among those of whom the attribute is not known, it tells nothing.
    """
    if split.segments and split.segments[0].segment == NO_ATTRIBUTE_VALUE:
        return -1.0
    sizes: Sequence[float] = [abs(part.contribution) for part in split.segments]
    total = sum(sizes) + abs(split.rest)
    return max(sizes) / total - 1 / len(sizes) if total else 0.0


def _present(catalogue: Catalogue) -> tuple[MetricName, ...]:
    return tuple(MetricName(name) for name in (*MOVEMENTS, *_COUNTS, *_STARTS) if name in catalogue)
