"""A KPI on a card: value, change, certainty and source, ready to paint; every state of it."""

from dataclasses import dataclass, replace

import numpy as np

from kpidesk.charts.card_feet import feet_of, interval_text
from kpidesk.charts.change_words import UNKNOWN, USUAL, judgement
from kpidesk.charts.figure import Text
from kpidesk.charts.labels import YEAR, change_text
from kpidesk.charts.needs import need
from kpidesk.charts.traces import total
from kpidesk.core.formatting import Style, format_period, format_range, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.usage import finer_time
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.intervals import is_few, is_wide
from kpidesk.metrics.noise import HISTORY, is_noise, judged, side_of
from kpidesk.metrics.pacing import Target, broken_limit, pace, pace_words

STATES = ("ok", "incomplete", "off_target", "noisy", "needs_data", "scenario", "loading", "failed")
ARROWS = {1: "▲ ", -1: "▼ ", 0: ""}
"""What stands before a change in words: it is never told by its colour alone."""

SPARK = 12
"""Periods in a sparkline, the running one included."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a KPI card shows.

    ``delta_is_good`` None is neither good nor bad (noise, too little to judge by, or a KPI without a good side);
    ``direction`` is 1, 0 or −1.
    ``spark`` ends with the running period where there is one: points after ``spark_complete_until`` are a dotted tail,
    and the dot stands on that index (−1: no dot). ``target`` is in the spark's unit. ``factor_text`` stands behind the
    delta of a scenario ("×2.0", "+14%"). ``state_text`` names the state for tooltips and screen readers; ``foot`` is
    the line below. ``is_touched`` False in state scenario: the scenario does not move this KPI, the value stays in
    normal ink. ``is_noise``: the change could be chance; ``is_uncertain``: the value itself is known only roughly or
    from few observations. ``pace_text`` holds the running period against the target. ``short_foot`` stands for
    ``foot`` on a card that is too narrow for it, ``least_foot`` for both. ``judgement`` says why the delta has its ink.
    """

    name: MetricName
    label: str
    state: str = "ok"
    value_text: str = ""
    exact_text: str = ""
    delta_text: str = ""
    delta_is_good: bool | None = None
    direction: int = 0
    factor_text: str = ""
    comparison_text: Text = ""
    baseline_text: Text = ""
    spark: tuple[float | None, ...] = ()
    spark_complete_until: int = -1
    target: float | None = None
    foot: Text = ""
    state_text: Text = ""
    link_text: Text = ""
    is_touched: bool = True
    is_noise: bool = False
    is_uncertain: bool = False
    missing: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    pace_text: Text = ""
    short_foot: Text = ""
    least_foot: Text = ""
    judgement: Text = ""


def build_card(
    name: MetricName,
    frame: ResultFrame,
    catalogue: Catalogue,
    style: Style,
    comparison: str = "previous",
    *,
    target: Target | None = None,
    segment: str | None = None,
) -> Card:
    """The card of a KPI at the last period that has ended, compared with the one before or a year before.

    Where the data have a hole there, it is of the running period, and says so.
    ``comparison`` target holds it against its target; a KPI without one is compared with the period before.
    """
    definition = catalogue.get(name)
    card = Card(name, definition.label(style.language))
    series = frame.series.get(name)
    row = frame.segments.index(segment) if segment in frame.segments else total(frame)
    at = frame.told_column(name, row)
    if series is None or series.reason is not None or at is None:
        return _needs_data(card, series, style)
    value = float(series.values[row, at])
    if not np.isfinite(value):
        return _needs_data(card, replace(series, reason=series.gap(row, at) or series.gaps or _NOTHING), style)
    kind = definition.unit.kind
    spark, until = _spark(series, row, at)
    foot, short = feet_of(frame, series, (row, at), catalogue, style)
    card = replace(
        card,
        value_text=format_value(value, kind, style),
        exact_text=format_value(value, kind, style.exact()),
        spark=spark,
        spark_complete_until=until,
        target=None if target is None else target.value,
        foot=foot,
        short_foot=short,
        notes=(*series.notes, *_interval(series, kind, (row, at), style)),
    )
    if comparison == "target" and target is not None and target.value is not None and row == total(frame):
        card, before = _beside_target(card, value, target.value, definition, style), -1
        if frame.is_incomplete(name, row, at):
            card = replace(card, delta_is_good=None)
    else:
        lag = YEAR[frame.grain] if comparison == "year_ago" else 1
        before = at - lag if lag else -1  # one snapshot has no year before it
    if before >= 0 and np.isfinite(series.values[row, before]):
        card = _compared(card, series, definition, (row, at, before), style)
        if frame.is_incomplete(name, row, at) or frame.is_incomplete(name, row, before):
            card = replace(card, delta_is_good=None)
        card = replace(card, comparison_text=_versus(frame, before, at, style))
    card = _state(card, frame, series, definition, (row, at, before), style)
    return card if target is None or row != total(frame) else _against(card, target, frame, catalogue, value, style)


def loading_card(name: MetricName, catalogue: Catalogue, style: Style) -> Card:
    """The card of a KPI whose answer is under way."""
    words = Message(QT_TRANSLATE_NOOP("cards", "is being computed"))
    return Card(name, catalogue.get(name).label(style.language), "loading", state_text=words)


def failed_card(card: Card) -> Card:
    """The card whose last answer could not be renewed: the old value stays, in a paler ink."""
    words = Message(QT_TRANSLATE_NOOP("cards", "could not be computed"))
    details = Message(QT_TRANSLATE_NOOP("cards", "Details"))
    return replace(card, state="failed", state_text=words, foot=words, link_text=details, delta_is_good=None)


_NOTHING = Message(QT_TRANSLATE_NOOP("cards", "No value in this period"))


def _needs_data(card: Card, series: Series | None, style: Style) -> Card:
    """No number, but the reason, and what would give one."""
    reason = series.reason if series is not None and series.reason is not None else _NOTHING
    missing = series.missing if series is not None else ()
    link: Text = Message(QT_TRANSLATE_NOOP("cards", "Add data")) if missing else ""
    finer = finer_time(reason, missing)
    foot = need(missing, style.language) or reason
    if finer is not None:
        foot = Message(QT_TRANSLATE_NOOP("cards", "Needs {what}."), what=finer)
    return replace(card, state="needs_data", state_text=reason, foot=foot, link_text=link, missing=missing)


def _spark(series: Series, row: int, at: int) -> tuple[tuple[float | None, ...], int]:
    """The last periods and the place of the last that has ended among them."""
    first = max(0, min(series.values.shape[1] - SPARK, at))
    values = tuple(float(v) if np.isfinite(v) else None for v in series.values[row, first:])
    return values, at - first


def _compared(card: Card, series: Series, definition: Definition, at: tuple[int, int, int], style: Style) -> Card:
    """The change, its direction, and whether that is good; neither where it is within noise or cannot be judged."""
    row, now, before = at
    value, old = float(series.values[row, now]), float(series.values[row, before])
    direction = int(np.sign(value - old))
    text = change_text(value, old, definition.unit.kind, style)
    if not any(digit in text for digit in "123456789"):
        direction = 0
    found = judged(series, row, now, before)
    could_be_noise = bool(direction and found is not None and found.is_noise)
    is_good = side_of(found, definition) if direction else None
    if could_be_noise and found is not None and found.judged_by == HISTORY:
        card = replace(card, notes=(*card.notes, USUAL))
    elif direction and found is not None and found.is_noise is None:
        card = replace(card, notes=(*card.notes, UNKNOWN))
    card = replace(card, judgement=judgement(found, definition) if direction else "")
    return replace(card, delta_text=text, direction=direction, delta_is_good=is_good, is_noise=could_be_noise)


def _beside_target(card: Card, value: float, target: float, definition: Definition, style: Style) -> Card:
    """How far the value is from its target."""
    kind = definition.unit.kind
    said = change_text(value, target, kind, style)
    direction = int(np.sign(value - target)) if any(digit in said for digit in "123456789") else 0
    is_good = not misses(value, target, definition) if definition.good != "none" and direction else None
    words = Message(QT_TRANSLATE_NOOP("cards", "vs target {target}"), target=format_value(target, kind, style))
    return replace(card, delta_text=said, direction=direction, delta_is_good=is_good, comparison_text=words)


def _interval(series: Series, kind: str, at: tuple[int, int], style: Style) -> tuple[Message, ...]:
    """The interval in words, none where there is none."""
    span = interval_text(series, kind, at, style)
    return (Message(QT_TRANSLATE_NOOP("cards", "95% interval: {span}"), span=span),) if span else ()


def _versus(frame: ResultFrame, before: int, at: int, style: Style) -> Message:
    """``vs Apr``; with its year where that is another one."""
    then, now = frame.periods[before], frame.periods[at]
    words = format_period(then, style, short=then.start.year == now.start.year)
    return Message(QT_TRANSLATE_NOOP("cards", "vs {period}"), period=words)


def _state(
    card: Card, frame: ResultFrame, series: Series, definition: Definition, at: tuple[int, int, int], style: Style
) -> Card:
    """Which state the card is in; the one that asks for most attention wins."""
    row, now, before = at
    value, kind = float(series.values[row, now]), definition.unit.kind
    is_running = bool(frame.incomplete[now])
    if frame.is_incomplete(series.name, row, now) and not is_running:
        period = format_period(frame.periods[now], style)
        words = Message(_LACKS, period=period)
        return replace(card, state="incomplete", state_text=words, foot=_LACKING, short_foot="")
    is_judged = definition.good != "none" and not is_running
    if is_judged and card.target is not None and misses(value, card.target, definition):
        words = _off(card.target, definition, style)
        return replace(card, state="off_target", state_text=words, foot=words, short_foot="")
    if before >= 0 and card.direction and is_noise(series, at):
        assert series.low is not None
        assert series.high is not None
        low, high, n = float(series.low[row, now]), float(series.high[row, now]), float(series.n[row, now])
        span = format_range(low, high, kind, style)
        short = Message(_NOISY, span=span)
        foot = short
        if np.isfinite(n) and n > 0:
            based = format_value(n, "count", style.exact())
            foot = Message(QT_TRANSLATE_NOOP("cards", "noisy: {span}, based on {n}"), n=based, span=span)
        rough = is_few(n) or is_wide(low, value, high)
        words = Message(_NOISE, span=span)
        bare = format_range(low, high, "count", style) if kind == "money" else span  # the value says which money
        said = replace(card, foot=foot, short_foot=short, least_foot=Message(_NOISY, span=bare))
        return replace(said, state="noisy", state_text=words, is_uncertain=rough)
    if is_running:
        period = format_period(frame.periods[now], style)
        foot, words = Message(_OF_RUNNING, period=period), Message(_RUNNING, period=period)
        return replace(card, state="incomplete", state_text=words, foot=foot, short_foot=_SO_FAR)
    if now + 1 < len(frame.periods) and bool(frame.incomplete[now + 1 :].any()):
        running = format_period(frame.periods[-1], style)
        last = format_period(frame.periods[now], style)
        return replace(card, notes=(*card.notes, Message(_TAIL, period=running, last=last)))
    return card


def _against(card: Card, target: Target, frame: ResultFrame, catalogue: Catalogue, value: float, style: Style) -> Card:
    """The limits that a whole value breaks, and how the running period stands to the target."""
    limit = None if card.state == "incomplete" else broken_limit(target, value)
    if limit is not None:
        text = QT_TRANSLATE_NOOP("cards", "alert: below {limit}")
        text = text if value < limit else QT_TRANSLATE_NOOP("cards", "alert: above {limit}")
        words = Message(text, limit=format_value(limit, catalogue.get(card.name).unit.kind, style))
        card = replace(card, state="off_target", state_text=words, foot=words, short_foot="")
    told = None if target.value is None else pace(frame, catalogue, card.name, target.value)
    if told is None or told.elapsed >= 1.0 or catalogue.get(card.name).good == "none":
        return card
    words = pace_words(told, catalogue, style)
    card = replace(card, pace_text=words, notes=(*card.notes, words))
    if told.is_off and card.state == "ok":
        return replace(card, state="off_target", state_text=words, foot=words, short_foot="")
    return card


_RUNNING = QT_TRANSLATE_NOOP("cards", "{period} has not ended: the value is that of the days so far")
_LACKS = QT_TRANSLATE_NOOP("cards", "{period} is incomplete: the value is of what is known so far")
_LACKING = Message(QT_TRANSLATE_NOOP("cards", "incomplete"))
_OF_RUNNING = QT_TRANSLATE_NOOP("cards", "{period}, not ended yet")
_SO_FAR = Message(QT_TRANSLATE_NOOP("cards", "not ended yet"))
_TAIL = QT_TRANSLATE_NOOP("cards", "{period} has not ended; the value is of {last}")
_NOISY = QT_TRANSLATE_NOOP("cards", "noisy: {span}")
_NOISE = QT_TRANSLATE_NOOP("cards", "The move is within month-to-month noise: the 95% interval is {span} now")


def misses(value: float, target: float, definition: Definition) -> bool:
    """True where the value is on the wrong side of its target."""
    return value > target if definition.good == "down" else value < target


def _off(target: float, definition: Definition, style: Style) -> Message:
    text = format_value(target, definition.unit.kind, style)
    if definition.good == "down":
        return Message(QT_TRANSLATE_NOOP("cards", "off target: at most {target}"), target=text)
    return Message(QT_TRANSLATE_NOOP("cards", "off target: at least {target}"), target=text)
