"""Ranges, nice ticks and their texts: three to five hairlines, one unit for all, months thinned to what fits."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kpidesk.charts.figure import Axis, Tick
from kpidesk.core.decimals import even_decimals
from kpidesk.core.formatting import Style, axis_scale, format_period, format_tick, format_value
from kpidesk.core.period import Grain, Period

_LADDER = (1.0, 2.0, 2.5, 5.0)
_STEPS = {
    Grain.DAY: (1, 2, 7, 14, 28, 91, 182, 365),
    Grain.WEEK: (1, 2, 4, 8, 13, 26, 52),
    Grain.MONTH: (1, 2, 3, 6, 12, 24, 60),
    Grain.QUARTER: (1, 2, 4, 8, 20),
    Grain.YEAR: (1, 2, 5, 10, 20),
    Grain.SNAPSHOT: (1,),
}
_SCALED = ("money", "count")
_BOUNDS = {"share": 1.0, "score": 100.0}
"""Where the room above the largest value ends: no axis shows 125% because a share reached 100%."""

_LEAST = {"count": 1.0, "money": 0.01, "score": 0.01}
"""The smallest step that the texts of a kind can tell apart; 0.0001 for the others."""


def value_axis(low: float, high: float, kind: str, style: Style, *, from_zero: bool = True, room: float = 0.0) -> Axis:
    """The axis that shows ``low`` … ``high``, ending on ticks; ``room`` is kept free, a share of the range.

    With ``from_zero`` the zero is part of it. Without, it may begin anywhere, and ``zero`` is None unless in sight.
    """
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if not math.isfinite(low) or not math.isfinite(high):
        low, high = 0.0, 1.0
    if high - low < 1e-12 * max(abs(low), abs(high), 1e-300):
        low, high = (min(low, 0.0), max(high, 0.0)) if low else (0.0, 1.0)
    least = _LEAST.get(kind, 1e-4)
    high = max(high, low + least)
    free = room * (high - low)
    bound = _BOUNDS.get(kind, math.inf)
    low = max(low - free, min(low, -bound)) if low < 0 else low if from_zero else max(0.0, low - free)
    high = min(high + free, max(high, bound)) if high > 0 else high
    ticks = nice_ticks(low, high, least=least)
    bottom, top = min(ticks[0], low), max(ticks[-1], high)
    texts = tick_texts(ticks, kind, style)
    zero = 0.0 if bottom <= 0 <= top else None
    marks = tuple(Tick(at, text) for at, text in zip(ticks, texts, strict=True))
    return Axis(bottom, top, marks, "value", has_grid=True, zero=zero)


def cut_axis(low: float, high: float, kind: str, style: Style) -> Axis:
    """An axis that starts near ``low`` instead of zero; its foot bears no text, so say where it starts.

    It starts at a multiple of its step: Office counts its ticks from there.
    """
    span = (high - low) or abs(high) or 1.0
    bottom, top = low - 0.45 * span, high + 0.16 * span
    step = _step(top - bottom, _LEAST.get(kind, 0.0))
    bottom = max(0.0, math.floor(bottom / step + 1e-9) * step) if low >= 0 else bottom
    ticks = tuple(t for t in _multiples(bottom, top, step) if t > bottom)
    marks = tuple(Tick(at, text) for at, text in zip(ticks, tick_texts(ticks, kind, style), strict=True))
    return Axis(bottom, top, marks, "value", has_grid=True)


def nice_ticks(low: float, high: float, *, least: float = 0.0) -> tuple[float, ...]:
    """Three to six round numbers from at or below ``low`` to at or above ``high``, steps no smaller than ``least``."""
    best: tuple[float, tuple[float, ...]] | None = None
    for step in _candidates(high - low, least):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        count = last - first + 1
        if not 2 <= count <= 6:
            continue
        waste = ((last - first) * step - (high - low)) / (high - low)
        clumsy = {2: 0.5, 3: 0.15, 6: 0.1}.get(count, 0.0) + (0.05 if _is_quarter(step) else 0.0)
        if best is None or waste + clumsy < best[0] - 1e-9:
            best = waste + clumsy, tuple(_rounded(i * step, step) for i in range(first, last + 1))
    return best[1] if best is not None else (low, high)


def tick_texts(ticks: Sequence[float], kind: str, style: Style) -> tuple[str, ...]:
    """The texts of one axis: one unit for all, no two alike, zero without a unit of thousands."""
    largest = max((abs(t) for t in ticks), default=0.0)
    step = min((b - a for a, b in itertools.pairwise(ticks)), default=largest)
    texts: tuple[str, ...] = ()
    for candidate in _styles(largest, step, kind, style):
        texts = tuple("0" if t == 0 and kind == "money" else format_value(t, kind, candidate) for t in ticks)
        if len(set(texts)) == len(texts):
            break
    return tuple(text if t == 0 else even for t, text, even in zip(ticks, texts, even_decimals(texts), strict=True))


def time_axis(
    periods: Sequence[Period], style: Style, width: float, *, before: float = 0.5, after: float = 0.5
) -> Axis:
    """Periods at 0, 1, 2 …: as many labels as fit, the year at the first and wherever it changes."""
    count = len(periods)
    if not count:
        return Axis(-0.5, 0.5, (), "time")
    return Axis(-before, count - 1 + after, tuple(_time_ticks(periods, style, width)), "time")


def zoomed_axis(axis: Axis, periods: Sequence[Period], style: Style, width: float, seen: tuple[float, float]) -> Axis:
    """An axis of periods with as many labels as fit the part of it that is in sight."""
    first, last = max(0, math.ceil(seen[0])), min(len(periods) - 1, math.floor(seen[1]))
    part = time_axis(periods[first : last + 1], style, width)
    return replace(axis, ticks=tuple(replace(tick, at=tick.at + first) for tick in part.ticks))


def category_axis(texts: Iterable[Tick], *, is_reversed: bool = False) -> Axis:
    """Names at 0, 1, 2 …, every one of them written."""
    ticks = tuple(texts)
    return Axis(-0.5, max(len(ticks), 1) - 0.5, ticks, "category", is_reversed=is_reversed)


def _time_ticks(periods: Sequence[Period], style: Style, width: float) -> Iterable[Tick]:
    grain, count = periods[0].grain, len(periods)
    needed = 44.0 if count <= 12 else 56.0
    fitting = max(2.0, width / needed)
    step = next((s for s in _STEPS[grain] if count / s <= fitting), _STEPS[grain][-1])
    shown_year: int | None = periods[0].start.year if count <= 12 and grain is Grain.MONTH else None
    for at, period in enumerate(periods):
        anchor = period.index if grain is not Grain.DAY else at
        if anchor % step and step > 1:
            continue
        year = period.start.year
        has_year = (year != shown_year or step >= 6) and grain is not Grain.YEAR
        yield Tick(float(at), format_tick(period, style) if has_year else format_period(period, style, short=True))
        shown_year = year


def _styles(largest: float, step: float, kind: str, style: Style) -> Iterable[Style]:
    """Ways to write an axis, the shortest first; the last is exact."""
    if kind in _SCALED or (kind == "ratio" and largest >= 1e4):
        scale = axis_scale(largest, style) if largest >= 1e4 else 1.0
        while scale > 1:
            digits = 2 if style.is_chinese and largest / scale < 10 else 1
            share = step / scale
            if abs(round(share, digits) - share) < 1e-9:
                yield replace(style, scale=scale)
            scale = axis_scale(scale / 10, style) if scale > 1e3 else 1.0
        if kind == "count" or (kind == "money" and step >= 1 and step == round(step)):
            yield replace(style, scale=1.0)
    yield style.exact()


def _candidates(span: float, least: float) -> Iterable[float]:
    """Round steps, all multiples of the least one."""
    power = math.floor(math.log10(span)) if span > 0 else 0
    for exponent in range(power - 2, power + 2):
        for factor in _LADDER:
            step = factor * 10.0**exponent
            if not least or (step > 0.99 * least and abs(step / least - round(step / least)) < 1e-6):
                yield step


def _step(span: float, least: float) -> float:
    """The round step that puts three to five ticks into the span."""
    return next((s for s in _candidates(span, least) if span / s <= 4.6), span)


def _multiples(low: float, high: float, step: float) -> tuple[float, ...]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(_rounded(i * step, step) for i in range(first, last + 1))


def _rounded(value: float, step: float) -> float:
    return round(value, max(0, 2 - math.floor(math.log10(step)))) + 0.0


def _is_quarter(step: float) -> bool:
    return abs(step / 10.0 ** math.floor(math.log10(step)) - 2.5) < 1e-6
