"""What customers ask: tickets over time, by tag and by hour, surges, how fast they are answered, who that takes."""

from dataclasses import dataclass, replace

import numpy as np

from kpidesk.analysis.joined_segments import Compute
from kpidesk.analysis.pooled import Pooled, pooled
from kpidesk.analysis.surges import Surge, find_surges
from kpidesk.core.errors import NoData
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.metrics.tickets import TicketHours, Within, answered_within, ticket_hours

VOLUME = MetricName("ticket_volume")
FIGURES = (
    VOLUME,
    *(
        MetricName(name)
        for name in (
            "feedback_growth_rate", "unanswered_share", "avg_first_response_hours", "median_first_response_hours",
            "p90_first_response_hours", "avg_first_response_business_hours", "avg_resolution_hours",
            "median_resolution_hours", "p90_resolution_hours", "avg_resolution_business_hours", "support_staff_needed",
        )
    ),
)  # fmt: skip
TAG = "category"
_HANDLING = MetricName("handling_hours")
_BUSY = 4.0
"""From so many tickets a day (a week) on, days (weeks) are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Volume:
    """Tickets by the finest period that holds enough of them, and where there were far more than usual."""

    frame: ResultFrame
    surges: tuple[Surge, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Staffing:
    """People busy with the tickets of one hour of the day: tickets of such an hour × hours of work per ticket.

    ``mean`` is over all days, ``peak`` that of the weekday with most tickets in that hour. This is the load that comes
    in (in Erlang), not a schedule: breaks, shifts and waiting are not in it.
    """

    handling_hours: float
    mean: Array
    peak: Array


@dataclass(frozen=True, slots=True)
class Support:
    """Figures over time; ``tags`` are tickets by category; None and nothing where the data do not tell."""

    frame: ResultFrame
    volume: Volume
    tags: tuple[Pooled, ...] = ()
    within: tuple[Within, ...] = ()
    hours: TicketHours | None = None
    staffing: Staffing | None = None


def support_of(engine: Engine, compute: Compute, query: Query, progress: Progress | None = None) -> Support:
    """All that is known of tickets in the question's range and filters; UserError where there are none."""
    progress, query = progress or Progress(), replace(query, by=None)
    volume = _volume(compute, query)
    if volume is None:
        raise NoData(Message(QT_TRANSLATE_NOOP("voice", "There are no tickets here.")))
    frame = compute(replace(query, metrics=(*FIGURES, _HANDLING)))
    progress.raise_if_cancelled()
    hours = ticket_hours(engine.facts, query, progress)
    handling = frame.value(_HANDLING)
    staffing = None if hours is None or handling is None else staffing_of(hours, handling)
    return Support(
        frame, volume, _tags(engine, compute, query), answered_within(engine.facts, query, progress), hours, staffing
    )


def staffing_of(hours: TicketHours, handling_hours: float) -> Staffing:
    """The load of each hour of the day."""
    with np.errstate(all="ignore"):
        mean = hours.counts.sum(axis=0) / hours.days.sum()
    return Staffing(handling_hours, mean * handling_hours, np.nanmax(hours.rates, axis=0) * handling_hours)


def _tags(engine: Engine, compute: Compute, query: Query) -> tuple[Pooled, ...]:
    if TAG not in engine.attributes:
        return ()
    split = compute(replace(query, metrics=(VOLUME,), by=TAG))
    found = [each for each in pooled(engine.catalogue, split, VOLUME) if each.value]
    named = sorted((each for each in found if each.segment is not None), key=lambda each: -each.value)
    return tuple(named) if len(named) > 1 else ()


def _volume(compute: Compute, query: Query) -> Volume | None:
    """Days where there are enough tickets in one, else weeks, else months; days where no month has ended."""
    days: ResultFrame | None = None
    for grain, least in ((Grain.DAY, _BUSY), (Grain.WEEK, _BUSY), (Grain.MONTH, 0.0)):
        frame = compute(replace(query, metrics=(VOLUME,), by=None, grain=grain))
        series = frame.series[VOLUME]
        if not series.is_computable or frame.grain is Grain.SNAPSHOT:
            return None
        days = days or frame
        counts = np.where(frame.incomplete, np.nan, series.values[-1])
        known = counts[np.isfinite(counts)]
        if known.any() and np.median(known) >= least:
            return Volume(frame, find_surges(counts, grain))
    return Volume(days) if days is not None and np.nansum(days.series[VOLUME].values[-1]) else None
