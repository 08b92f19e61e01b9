"""What is worth knowing first: which figures moved by more than they always do, the furthest first."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpidesk.analysis.attribution import Contribution
from kpidesk.analysis.changes import explain_change
from kpidesk.core.decimals import even_decimals
from kpidesk.core.formatting import Style, format_change, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.noise import judged
from kpidesk.metrics.usual_moves import usual_move

LEAST_RECORD = 6
"""From so many periods on, the highest or lowest of all of them is worth a word."""
NAMED = 2


@dataclass(frozen=True, slots=True)
class News:
    """A figure that moved from one ended period to another.

    ``z`` says by how many usual moves; ``is_good`` is None where the figure has no good side; ``record`` counts the
    periods of which the last value is the highest or lowest, 0 where it is neither.
    """

    kpi: MetricName
    first: Period
    last: Period
    before: float
    after: float
    z: float
    is_good: bool | None
    record: int = 0

    @property
    def change(self) -> float:
        return self.after - self.before


def news_of(
    frame: ResultFrame, catalogue: Catalogue, names: Iterable[MetricName], since: Period | None = None
) -> tuple[News, ...]:
    """Of these KPIs those that moved beyond their usual moves since a period (the one before the last by default)."""
    ends = _ends(frame, since)
    if ends is None:
        return ()
    found = (_moved(frame, catalogue, name, *ends) for name in dict.fromkeys(names) if name in frame.series)
    known = sorted((each for each in found if each is not None), key=lambda each: -round(abs(each.z), 6))
    same = {round(each.z, 6): each for each in reversed(known)}  # a figure and its multiples are one piece of news
    return tuple(each for each in known if same[round(each.z, 6)] is each)


def can_compare(frame: ResultFrame, names: Iterable[MetricName], since: Period | None = None) -> bool:
    """Whether one of these KPIs has a value at both ends, so that it can be said that it did not move."""
    ends = _ends(frame, since)
    row = frame.segments.index(None)
    known = [frame.series[name].values[row] for name in names if name in frame.series]
    return ends is not None and any(bool(np.isfinite(values[list(ends)]).all()) for values in known)


def _ends(frame: ResultFrame, since: Period | None) -> tuple[int, int] | None:
    """The columns that are compared."""
    stop = frame.last_complete
    start = None if since is None else frame.column(since)
    if stop is None or stop < 1:
        return None
    return (stop - 1 if start is None or start >= stop else start), stop


def _moved(frame: ResultFrame, catalogue: Catalogue, name: MetricName, start: int, stop: int) -> News | None:
    series = frame.series[name]
    row = frame.segments.index(None)
    if not series.is_computable or frame.is_incomplete(name, row, stop):
        return None
    values = series.values[row]
    change = judged(series, row, stop, start)
    if change is not None and change.is_noise:
        return None  # what stands in grey on a card is no news
    move = usual_move(values, start, stop)
    if move is None or move.z is None or move.is_noise or not move.change:
        return None
    is_good = _is_good(catalogue, name, move.change)
    ends = float(values[start]), float(values[stop])
    return News(name, frame.periods[start], frame.periods[stop], *ends, move.z, is_good, _record(values, stop))


def _record(values: Array, stop: int) -> int:
    known = values[: stop + 1][np.isfinite(values[: stop + 1])]
    before = known[:-1]
    if len(known) < LEAST_RECORD or before.min() <= known[-1] <= before.max():
        return 0
    return len(known)


def last_move(frame: ResultFrame, catalogue: Catalogue, name: MetricName) -> News | None:
    """How a KPI moved between the last two ended periods, be it usual or not; None where it did not."""
    stop, series = frame.last_complete, frame.series.get(name)
    if stop is None or stop < 1 or series is None or not series.is_computable:
        return None
    row = frame.segments.index(None)
    before, after = (float(value) for value in series.values[row, stop - 1 : stop + 1])
    if frame.is_incomplete(name, row, stop) or not np.isfinite(before) or not np.isfinite(after) or before == after:
        return None
    is_good = _is_good(catalogue, name, after - before)
    periods = frame.periods[stop - 1], frame.periods[stop]
    return News(name, *periods, before, after, 0.0, is_good, _record(series.values[row], stop))


def _is_good(catalogue: Catalogue, name: MetricName, change: float) -> bool | None:
    good = catalogue.get(name).good
    return None if good not in ("up", "down") else (change > 0) == (good == "up")


def headline(news: News, catalogue: Catalogue, style: Style) -> Message:
    """What moved, from what to what, when."""
    definition = catalogue.get(news.kpi)
    kind = definition.unit.kind
    before, after = even_decimals([format_value(each, kind, style) for each in (news.before, news.after)])
    said = {
        "name": definition.label(style.language),
        "before": before,
        "after": after,
        "last": format_period(news.last, style),
    }
    if said["before"] == said["after"]:
        return Message(QT_TRANSLATE_NOOP("news", "{name} is {after} in {last}, nearly as before."), **said)
    if max(news.before, news.after) < 0:  # a loss that "falls" would read as good
        return Message(QT_TRANSLATE_NOOP("news", "{name} went from {before} to {after} in {last}."), **said)
    if news.change > 0:
        return Message(QT_TRANSLATE_NOOP("news", "{name} rose from {before} to {after} in {last}."), **said)
    return Message(QT_TRANSLATE_NOOP("news", "{name} fell from {before} to {after} in {last}."), **said)


def remarks(news: News, frame: ResultFrame, catalogue: Catalogue, style: Style) -> tuple[Message, ...]:
    """What stands beside it: a record, and the largest drivers of the change with their signed parts."""
    found: list[Message] = []
    if news.record:
        high = QT_TRANSLATE_NOOP("news", "The highest in {n} periods.")
        low = QT_TRANSLATE_NOOP("news", "The lowest in {n} periods.")
        if max(news.before, news.after) < 0:  # of losses nobody calls the greatest the lowest
            high = QT_TRANSLATE_NOOP("news", "The smallest in {n} periods.")
            low = QT_TRANSLATE_NOOP("news", "The largest in {n} periods.")
        found.append(Message(high if news.change > 0 else low, n=news.record))
    drivers = _drivers(news, frame, catalogue)
    if drivers:
        kind = catalogue.get(news.kpi).unit.kind
        said = ("，" if style.is_chinese else ", ").join(
            f"{catalogue.get(part.id).label(style.language)} {format_change(part.contribution, kind, style)}"
            for part in drivers
        )
        found.append(Message(QT_TRANSLATE_NOOP("news", "Mostly: {drivers_said}."), drivers_said=said))
    return tuple(found)


def _drivers(news: News, frame: ResultFrame, catalogue: Catalogue) -> list[Contribution]:
    parts = explain_change(catalogue, frame, news.kpi, news.first, news.last).drivers
    return [part for part in parts if part.contribution and part.id != news.kpi and not _is_the_same(part, news)][
        :NAMED
    ]


def _is_the_same(part: Contribution, news: News) -> bool:
    """A driver with the values of the figure itself explains nothing: the users of a month are its user months."""
    return (part.before, part.after) == (news.before, news.after)
