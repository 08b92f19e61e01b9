"""What is worth knowing first: which figures moved by more than they always do, the furthest first."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpidesk.analysis.attribution import MOVEMENTS, Contribution
from kpidesk.analysis.changes import explain_change, telling
from kpidesk.core.decimals import even_decimals, in_one_precision
from kpidesk.core.formatting import Style, format_change, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array, ResultFrame
from kpidesk.metrics.noise import good_side, judged, side_of
from kpidesk.metrics.restated import source_of

LEAST_RECORD = 6
"""From so many periods on, the highest or lowest of all of them is worth a word."""
NAMED = 2
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class News:
    """A figure that moved from one ended period to another.

    ``z`` says by how many usual moves (see metrics.noise); ``is_good`` is None where the figure has no good side;
    ``record`` counts the periods of which the last value is the highest or lowest, 0 where it is neither.
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
    """Whether of one of these KPIs it is known how it usually moves, so that it can be said that it did no more."""
    ends = _ends(frame, since)
    if ends is None:
        return False
    start, stop = ends
    row = frame.segments.index(None)
    found = (judged(frame.series[name], row, stop, start) for name in names if name in frame.series)
    return any(change is not None and change.is_news is not None for change in found)


def furthest_usual(frame: ResultFrame, names: Iterable[MetricName], since: Period | None = None) -> News | None:
    """Of these KPIs that which moved most for what it usually does, and still within it; None where none is known."""
    ends = _ends(frame, since)
    if ends is None:
        return None
    start, stop = ends
    row = frame.segments.index(None)
    furthest: News | None = None
    for name in dict.fromkeys(names):
        series = frame.series.get(name)
        if series is None or not series.is_computable or frame.is_incomplete(name, row, stop):
            continue
        change = judged(series, row, stop, start)
        if change is None or not change.value or change.move is None or not change.move.is_noise:
            continue
        z = change.move.z or 0.0
        if furthest is None or abs(z) > abs(furthest.z):
            values = float(series.values[row, start]), float(series.values[row, stop])
            record = _record(series.values[row], stop)
            furthest = News(name, frame.periods[start], frame.periods[stop], *values, z, None, record)
    return furthest


def is_any_signal(
    frame: ResultFrame, catalogue: Catalogue, names: Iterable[MetricName], since: Period | None = None
) -> bool:
    """Whether any of these KPIs changed by more than chance and for better or worse: its card is coloured."""
    ends = _ends(frame, since)
    row = frame.segments.index(None)
    if ends is None:
        return False
    known = [frame.series[name] for name in names if name in frame.series and frame.series[name].is_computable]
    whole = [each for each in known if not frame.is_incomplete(each.name, row, ends[1])]
    changes = ((each.name, judged(each, row, ends[1], ends[0])) for each in whole)
    return any(side_of(change, catalogue.get(name)) is not None for name, change in changes)


def compared_since(frame: ResultFrame, since: Period | None) -> Period:
    """The period that the last ended one is compared with; there must be two."""
    ends = _ends(frame, since)
    return frame.periods[ends[0] if ends is not None else 0]


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
    if change is None or not change.is_news or change.z is None:
        return None  # what stands in grey on a card is no news
    is_good = side_of(change, catalogue.get(name))
    ends = float(values[start]), float(values[stop])
    return News(name, frame.periods[start], frame.periods[stop], *ends, change.z, is_good, _record(values, stop))


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
    is_good = good_side(after - before, catalogue.get(name))
    periods = frame.periods[stop - 1], frame.periods[stop]
    return News(name, *periods, before, after, 0.0, is_good, _record(series.values[row], stop))


def headline(news: News, catalogue: Catalogue, style: Style) -> Message:
    """What moved, from what to what, when."""
    definition = catalogue.get(news.kpi)
    kind = definition.unit.kind
    before, after = even_decimals([format_value(each, kind, style) for each in (news.before, news.after)])
    said = {
        "name": definition.label(style.language),
        "before": before,
        "after": after,
        "first": format_period(news.first, style),
        "last": format_period(news.last, style),
    }
    is_next = news.last.index - news.first.index == 1
    if said["before"] == said["after"]:
        return Message(QT_TRANSLATE_NOOP("news", "{name} is {after} in {last}, nearly as before."), **said)
    if max(news.before, news.after) < 0:  # a loss that "falls" would read as good
        went = QT_TRANSLATE_NOOP("news", "{name} went from {before} to {after} in {last}.")
        long = QT_TRANSLATE_NOOP("news", "{name} went from {before} in {first} to {after} in {last}.")
        return Message(went if is_next else long, **said)
    if news.change > 0:
        rose = QT_TRANSLATE_NOOP("news", "{name} rose from {before} to {after} in {last}.")
        long = QT_TRANSLATE_NOOP("news", "{name} rose from {before} in {first} to {after} in {last}.")
        return Message(rose if is_next else long, **said)
    fell = QT_TRANSLATE_NOOP("news", "{name} fell from {before} to {after} in {last}.")
    long = QT_TRANSLATE_NOOP("news", "{name} fell from {before} in {first} to {after} in {last}.")
    return Message(fell if is_next else long, **said)


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
    parts = _said(drivers, catalogue, catalogue.get(news.kpi).unit.kind, style)
    if parts:
        said = ("，" if style.is_chinese else ", ").join(parts)
        source = _told_by(news.kpi, frame, catalogue)
        text = QT_TRANSLATE_NOOP("news", "Mostly from changes in: {drivers_said}.")
        if _is_moved(source, drivers):
            text = QT_TRANSLATE_NOOP("news", "Mostly: {drivers_said}.")
        if source != news.kpi:
            text = QT_TRANSLATE_NOOP("news", "Mostly, in {source}: {drivers_said}.")
        name = catalogue.get(source).label(style.language)
        found.append(Message(text, drivers_said=said, source=name))
    return tuple(found)


def _is_moved(kpi: MetricName, drivers: list[Contribution]) -> bool:
    """Whether what is said are movements, as of MRR: how much they are, not what the change of each did to the KPI.

    More sessions lower a bounce rate: "Sessions −1.3 pt" by itself would read as if they had become fewer.
    """
    return all(part.id in MOVEMENTS.get(kpi, ()) for part in drivers)


def _said(drivers: list[Contribution], catalogue: Catalogue, kind: str, style: Style) -> list[str]:
    """Each with its signed part, all with as many decimals; a part that is nothing so is left out."""
    alike = in_one_precision((part.contribution for part in drivers), kind, style)
    texts = [format_change(part.contribution, kind, alike) for part in drivers]
    kept = [place for place, text in enumerate(texts) if any(digit in text for digit in "123456789")]
    texts = [text.replace(" ", _NO_BREAK) for text in texts]  # a unit stays on the line of its number
    return [f"{catalogue.get(drivers[place].id).label(style.language)} {texts[place]}" for place in kept]


def _drivers(news: News, frame: ResultFrame, catalogue: Catalogue) -> list[Contribution]:
    found = explain_change(catalogue, frame, _told_by(news.kpi, frame, catalogue), news.first, news.last)
    return list(telling(catalogue, found, frame.grain)[:NAMED])


def _told_by(kpi: MetricName, frame: ResultFrame, catalogue: Catalogue) -> MetricName:
    """Of an amount that is another one times a factor, that one: its parts read as on their own cards."""
    source = source_of(catalogue, kpi, frame.grain)
    is_amount = all(catalogue.get(each).unit.kind == "money" for each in (kpi, source))
    return source if is_amount and source in frame.series else kpi
