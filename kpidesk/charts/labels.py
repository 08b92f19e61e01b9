"""Words around the marks: names, footnotes, sentences, and how close two labels may stand."""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from kpidesk.charts.figure import Text
from kpidesk.core.currencies import money_name
from kpidesk.core.decimals import even_decimals
from kpidesk.core.formatting import (
    Precision,
    Style,
    format_change,
    format_date,
    format_period,
    format_value,
)
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array, ResultFrame

STANDARD = QT_TRANSLATE_NOOP("charts", "Standard profile")
DATA_TO = QT_TRANSLATE_NOOP("charts", "Data to {day}")
SOURCE = QT_TRANSLATE_NOOP("charts", "Source: {files}")
"""Parts of a foot that a window may leave out where there is little room for it."""
MONEY_IN = QT_TRANSLATE_NOOP("charts", "Money in {currency}")
AXIS_STARTS = QT_TRANSLATE_NOOP("charts", "Axis starts at {value}")
AXIS_CUT = QT_TRANSLATE_NOOP("charts", "The axis does not start at zero")
"""Parts of a foot that are true of a chart and not of its table."""

LABEL_GAP = 14.0
"""Pixels between the baselines of two labels, at least."""

RELATIVE = ("money", "count")
"""Kinds whose changes are shares of what was before."""
_LAST_DIGITS = {"share": ((0.01, 0.001),), "ratio": ((1.0, 0.1), (0.05, 0.001))}
"""From which size on a short figure has which digit as its last; smaller ones have more."""

YEAR = {Grain.DAY: 365, Grain.WEEK: 52, Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1, Grain.SNAPSHOT: 0}


def extent(periods: Sequence[Period], style: Style) -> Text:
    """The range that a chart shows, ``Jul 2025 – Jun 2026``."""
    if not periods:
        return ""
    first, last = format_period(periods[0], style), format_period(periods[-1], style)
    return first if first == last else f"{first} – {last}"


def segment_text(segment: str) -> Text:
    """The name of a segment; that of those of whom nobody says which is in words."""
    return Message(QT_TRANSLATE_NOOP("charts", "not said")) if segment == NO_ATTRIBUTE_VALUE else segment


def profile_words(profile: str) -> Message:
    """The definition profile as it is printed on everything."""
    if profile == "kpidesk":
        return Message(STANDARD)
    return Message(QT_TRANSLATE_NOOP("charts", "Profile {profile}"), profile=profile)


def footnote(
    frame: ResultFrame, definitions: Sequence[Definition], style: Style, *, scenario: Text = "", n: float | None = None
) -> tuple[Text, ...]:
    """Definition, profile, period, n, notes, source and scenario, each only where there is something to say."""
    parts: list[Text] = []
    if len(definitions) == 1 and definitions[0].help_text(style.language):
        parts.append(_first_sentence(definitions[0].help_text(style.language)))
    parts.append(profile_words(frame.profile))
    if frame.incomplete.any() and frame.as_of is not None:
        parts.append(data_to(frame.as_of, style))
    if n is not None and np.isfinite(n):
        parts.append(Message(QT_TRANSLATE_NOOP("charts", "based on {n}"), n=format_value(n, "count", style.exact())))
    if money_is_unsaid(definitions, style) and style.currency:
        parts.append(money_in(style))
    for definition in definitions:
        series = frame.series.get(definition.name)
        parts.extend(series.notes if series is not None else ())
    sources = dict.fromkeys(file for d in definitions for file in frame.sources.get(d.name, ()))
    if sources:
        parts.append(Message(SOURCE, files=", ".join(sources)))
    if scenario:
        parts.append(Message(QT_TRANSLATE_NOOP("charts", "Scenario: {scenario}"), scenario=scenario))
    return tuple(dict.fromkeys(parts))


def money_in(style: Style) -> Message:
    """Of which currency the amounts are."""
    return Message(MONEY_IN, currency=money_name(style.currency, style.language))


def data_to(day: date, style: Style) -> Message:
    """The last day of which the data tell."""
    return Message(DATA_TO, day=format_date(day, style))


def _first_sentence(text: str) -> str:
    """What a definition begins with; the whole of it is one click away."""
    return re.split(r"(?<=[a-z0-9)])\.\s|[。；;]", text, maxsplit=1)[0].rstrip(".。")


def money_is_unsaid(definitions: Sequence[Definition], style: Style) -> bool:
    """True where axis texts leave the currency out (Chinese, and no symbol of its own)."""
    return any(axis_kind(d.unit.kind, style) != d.unit.kind for d in definitions)


def axis_kind(kind: str, style: Style) -> str:
    """How the numbers of an axis are written: Chinese names of currencies are left to the foot."""
    if kind == "money" and style.is_chinese and not (style.currency == "CNY" and style.language == "zh_Hans"):
        return "count"
    return kind


def change_text(value: float, before: float, kind: str, style: Style) -> str:
    """The change between two values: relative for amounts, in points for shares, else the difference.

    A share of an amount that is none or negative, or that turned negative, says nothing: the difference does. What is
    less than a tenth of the last digit that the value shows is none.
    """
    if kind in RELATIVE and before > 0 <= value:
        return format_value((value - before) / before, "share", style.with_sign())
    change = value - before
    digit = next((digit for least, digit in _LAST_DIGITS.get(kind, ()) if abs(value) >= least), 0.0)
    is_none = style.precision is Precision.COMPACT and abs(change) < digit / 10
    return format_change(0.0 if is_none else change, kind, style, beside=value)


def sentence(
    name: Text,
    periods: Sequence[Period],
    values: Array,
    last: int,
    *,
    kind: str,
    style: Style,
    running: npt.NDArray[np.bool_] | None = None,
) -> Message:
    """One sentence that says what a chart over time shows, for those who cannot see it.

    A period that is still ``running`` is neither the lowest nor the highest: its value is not yet what it will be.
    """
    known = np.flatnonzero(np.isfinite(values) & (True if running is None else ~running))
    if not known.size:
        return _of_running(name, periods, values, kind, style)
    last = last if np.isfinite(values[last]) else int(known[-1])
    low, high = known[np.argmin(values[known])], known[np.argmax(values[known])]
    numbers = even_decimals([format_value(float(values[at]), kind, style) for at in (last, low, high)])
    said = {
        "name": name,
        "value": numbers[0],
        "period": format_period(periods[last], style),
        "low": numbers[1],
        "low_period": format_period(periods[low], style),
        "high": numbers[2],
        "high_period": format_period(periods[high], style),
    }
    if known.size < 3:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: {value} in {period}."), **said)
    words = QT_TRANSLATE_NOOP(
        "charts", "{name}: {value} in {period}; lowest {low} in {low_period}, highest {high} in {high_period}."
    )
    if low != high and last == low:
        words = QT_TRANSLATE_NOOP("charts", "{name}: {value} in {period}, the lowest; highest {high} in {high_period}.")
    elif low != high and last == high:
        words = QT_TRANSLATE_NOOP("charts", "{name}: {value} in {period}, the highest; lowest {low} in {low_period}.")
    return Message(words, **said)


def _of_running(name: Text, periods: Sequence[Period], values: Array, kind: str, style: Style) -> Message:
    """What is said where no period is whole: the last value, if any, and that it is not that of a whole one."""
    known = np.flatnonzero(np.isfinite(values))
    if not known.size:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=name)
    value, period = format_value(float(values[known[-1]]), kind, style), format_period(periods[known[-1]], style)
    words = QT_TRANSLATE_NOOP("charts", "{name}: {value} in {period}, which is incomplete.")
    return Message(words, name=name, value=value, period=period)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places of labels moved apart to at least ``gap``, as little as possible, inside ``low`` … ``high``.

    The order of the places is kept. Where they cannot all fit, they share the room evenly. Least squares by pooling
    neighbours (isotonic regression of the wishes less their offsets).
    """
    count = len(places)
    if not count:
        return ()
    gap = min(gap, max(0.0, high - low) / max(1, count - 1))
    order = sorted(range(count), key=lambda i: places[i])
    pools: list[tuple[float, int]] = []  # mean of wish − gap × rank, and how many share it
    for rank, i in enumerate(order):
        mean, size = places[i] - gap * rank, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, size = (mean * size + other * others) / (size + others), size + others
        pools.append((mean, size))
    starts = [min(max(mean, low), high - gap * (count - 1)) for mean, size in pools for _ in range(size)]
    result = [0.0] * count
    for rank, i in enumerate(order):
        result[i] = starts[rank] + gap * rank
    return tuple(result)
