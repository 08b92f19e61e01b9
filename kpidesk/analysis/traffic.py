"""Who visits: figures of the site over time, and its sources or pages, those that lose most of their visitors first."""

from dataclasses import dataclass, replace

from kpidesk.analysis.joined_segments import Compute, joined_by, with_segments
from kpidesk.analysis.pooled import Pooled, parts_of, pooled
from kpidesk.core.errors import NoData
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import splits_of

SESSIONS, VIEWS, BOUNCE = (MetricName(name) for name in ("sessions", "pageviews", "bounce_rate"))
CONVERSIONS = tuple(MetricName(name) for name in ("visit_to_lead_rate", "visit_to_signup_rate"))
FIGURES = (
    SESSIONS,
    *(
        MetricName(name)
        for name in (
            "unique_visitors", "pageviews", "bounce_rate", "pages_per_session", "avg_session_duration",
            "avg_time_on_page", "new_visitor_share", "paid_traffic_share",
        )
    ),
    *CONVERSIONS,
)  # fmt: skip
COLUMNS = (
    SESSIONS,
    VIEWS,
    *(MetricName(name) for name in ("bounce_rate", "pages_per_session", "avg_session_duration")),
)
"""What is said of each source or page; conversions too where anybody who converts tells his."""
FEW = 30
"""With fewer sessions a share says little: such a source stands below the others."""
_USUAL = ("page", "channel", "device", "country", "region")


@dataclass(frozen=True, slots=True)
class TrafficRow:
    """One source or page over the whole range; None: all. ``bounce`` has its interval."""

    name: str | None
    values: dict[MetricName, float]
    bounce: Pooled | None
    share: float


@dataclass(frozen=True, slots=True)
class TrafficStudy:
    """``rows``: worst bounce first, then those with few sessions, the total last. ``parts`` has them over time.

    ``groups`` are the names with several spellings.
    """

    frame: ResultFrame
    by: str | None
    columns: tuple[MetricName, ...]
    rows: tuple[TrafficRow, ...]
    parts: ResultFrame | None
    groups: tuple[tuple[str, ...], ...] = ()


def traffic_splits(engine: Engine) -> tuple[str, ...]:
    """By what visits can be told apart: pages before sources."""
    told = splits_of(engine.facts, "web_traffic") or splits_of(engine.facts, "visits")
    return (*(name for name in _USUAL if name in told), *(name for name in told if name not in _USUAL))


def traffic_study(engine: Engine, compute: Compute, query: Query, progress: Progress | None = None) -> TrafficStudy:
    """Of the question's range and filters; UserError where nothing tells of visits."""
    progress = progress or Progress()
    frame = compute(replace(query, metrics=FIGURES, by=None))
    if not any(frame.series[name].is_computable for name in (SESSIONS, *FIGURES[1:3])):
        raise NoData(Message(QT_TRANSLATE_NOOP("traffic", "There are no visits here.")))
    if query.by is None:
        return TrafficStudy(frame, None, (), (), None)
    progress.raise_if_cancelled()
    asked = (*COLUMNS, *(name for name in CONVERSIONS if frame.series[name].is_computable))
    parts = tuple(dict.fromkeys(part for name in asked for part in parts_of(engine.catalogue, name)))
    joined = joined_by(compute, replace(query, metrics=parts))
    split = joined.frame
    told = {name: {each.segment: each for each in pooled(engine.catalogue, split, name)} for name in asked}
    columns = tuple(name for name in asked if any(part is not None and e.value for part, e in told[name].items()))
    rows = _rows(told, columns)
    visited = {row.name for row in rows if row.values.get(SESSIONS) or row.values.get(VIEWS)}
    split = with_segments(split, [each for each in split.segments if each in visited or each is None])
    return TrafficStudy(frame, query.by, columns, rows, split, joined.groups)


def _rows(told: dict[MetricName, dict[str | None, Pooled]], columns: tuple[MetricName, ...]) -> tuple[TrafficRow, ...]:
    sessions, nothing = told[SESSIONS], float("nan")
    whole = sessions[None].value if None in sessions else nothing
    segments = dict.fromkeys(segment for name in columns for segment in told[name])
    rows = [
        TrafficRow(
            segment,
            {name: told[name][segment].value for name in columns if segment in told[name]},
            told[BOUNCE].get(segment),
            sessions[segment].value / whole if segment in sessions and whole else nothing,
        )
        for segment in segments
        if segment is None or any(told[name][segment].value for name in columns if segment in told[name])
    ]
    return tuple(sorted(rows, key=_rank))


def _rank(row: TrafficRow) -> tuple[bool, bool, bool, float, float, float, str]:
    sessions = row.values.get(SESSIONS, 0.0)
    worst = 0.0 if row.bounce is None else row.bounce.value
    views = row.values.get(VIEWS, 0.0)
    is_unknown = row.name == NO_ATTRIBUTE_VALUE
    return row.name is None, is_unknown, sessions < FEW, -worst, -sessions, -views, row.name or ""
