"""The one formatter: every number, date and amount that anybody sees is written here.

Compact figures carry 3 to 4 significant digits (cards, axes, sentences); exact ones are for tables and tooltips.
"""

import math
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache

from kpidesk.core.currencies import CHINESE_MONEY, SYMBOLS
from kpidesk.core.dates import MONTHS_EN, date_text
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain, Period

NO_VALUE = "—"
MINUS = "−"


class Precision(Enum):
    """How much of a number is shown."""

    COMPACT = "compact"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Style:
    """The reader's language (en, zh_Hans, zh_Hant), the money of the data, and how much to show.

    ``scale`` fixes the unit of large numbers for a whole axis, e.g. 1000 for K; 0 lets each number choose. ``decimals``
    fixes those of rates, ratios and times that are read together; None lets each choose.
    """

    language: str = "en"
    currency: str = "USD"
    precision: Precision = Precision.COMPACT
    signed: bool = False
    scale: float = 0
    decimals: int | None = None

    def exact(self) -> "Style":
        return replace(self, precision=Precision.EXACT)

    def with_sign(self) -> "Style":
        return self if self.signed else _signed(self)

    @property
    def is_chinese(self) -> bool:
        return self.language.startswith("zh")


@lru_cache(maxsize=16)
def _signed(style: Style) -> Style:
    """The style that writes a sign; a table of changes asks for it in every cell."""
    return replace(style, signed=True)


_LATIN_STEPS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"))
_CHINESE_STEPS = {"zh_Hans": ((1e8, "亿"), (1e4, "万")), "zh_Hant": ((1e8, "億"), (1e4, "萬"))}
_TIME_WORDS = {
    "months": {"en": " mo", "zh_Hans": "个月", "zh_Hant": "個月"},
    "days": {"en": " d", "zh_Hans": "天", "zh_Hant": "天"},
    "hours": {"en": " h", "zh_Hans": "小时", "zh_Hant": "小時"},
    "minutes": {"en": " min", "zh_Hans": "分钟", "zh_Hant": "分鐘"},
    "seconds": {"en": " s", "zh_Hans": "秒", "zh_Hant": "秒"},
}
_LONGER = (("hours", 3600.0, 10_000.0), ("minutes", 60.0, 600.0))
"""Unit, its seconds, and from how many seconds on a card speaks in it."""
_FULL_SCORE, _PER_CENT, _WHOLE, _FOUR_DIGITS = 10, 0.01, 100 - 1e-9, 1000
"""From here on a score has no decimals and a share one; less per cent are not all of them, more have no decimal."""
_POINTS = {"en": " pt", "zh_Hans": "个百分点", "zh_Hant": "個百分點"}


def format_value(value: float | None, kind: str, style: Style) -> str:
    """One number as text, by kind of unit (see Unit.kind); an em dash where there is none.

    >>> format_value(238100, "money", Style()), format_value(0.039, "share", Style())
    ('$238.1K', '3.9%')
    """
    if value is None or not math.isfinite(value):
        return NO_VALUE
    match kind:
        case "money":
            text = _money(abs(value), style)
        case "share":
            text = f"{_share_digits(abs(value) * 100, style)}%"
        case "months" | "days" | "hours" | "seconds":
            text = _time(abs(value), kind, style)
        case "count":
            text = _large(abs(value), style, 0)
        case "score":
            text = _decimal(abs(value), style, 0 if abs(value) >= _FULL_SCORE or value == 0 else 1)
        case _:
            text = _ratio(abs(value), style, 1.0 if style.signed else abs(value))
    return _sign(value, text, style)


def format_change(change: float | None, kind: str, style: Style, *, beside: float = 0.0) -> str:
    """A signed difference; of a share in points: ``+1.6 pt``.

    Of a time it is in the unit of one that stands ``beside``, of a ratio it has as many decimals.
    """
    if change is None or not math.isfinite(change):
        return NO_VALUE
    signed = style.with_sign()
    if kind == "seconds":
        return _sign(change, _time(abs(change), kind, signed, max(abs(change), abs(beside))), signed)
    if kind == "ratio" and beside:
        return _sign(change, _ratio(abs(change), signed, max(abs(change), abs(beside))), signed)
    if kind != "share":
        return format_value(change, kind, signed)
    digits = _share_digits(abs(change) * 100, signed)
    space = " " if style.is_chinese else ""
    return _sign(change, f"{digits}{space}{_POINTS[style.language]}", signed)


_FISCAL, _WEEK = {"zh_Hans": "财年", "zh_Hant": "財年"}, {"zh_Hans": "周", "zh_Hant": "週"}


def format_period(period: Period, style: Style, *, short: bool = False) -> str:
    """A period as the reader writes it: ``May 2026``, ``5月``; short drops the year of a month or quarter."""
    start, grain = period.start, period.grain
    if grain is Grain.SNAPSHOT:
        return {"en": "Snapshot", "zh_Hans": "快照", "zh_Hant": "快照"}[style.language]
    if grain is Grain.YEAR:
        if period.starts != 1:
            return f"{period.index}{_FISCAL[style.language]}" if style.is_chinese else f"FY{period.index}"
        return f"{start.year}年" if style.is_chinese else str(start.year)
    if grain is Grain.QUARTER:
        quarter = f"Q{period.index % 4 + 1}"
        if short:
            return quarter
        if period.starts != 1:
            year = period.index // 4
            return f"{year}{_FISCAL[style.language]}{quarter}" if style.is_chinese else f"{quarter} FY{year}"
        return f"{start.year}年{quarter}" if style.is_chinese else f"{quarter} {start.year}"
    if grain is Grain.MONTH:
        if style.is_chinese:
            return f"{start.month}月" if short else f"{start.year}年{start.month}月"
        return MONTHS_EN[start.month - 1] if short else f"{MONTHS_EN[start.month - 1]} {start.year}"
    if grain is Grain.WEEK:
        year, week, _ = start.isocalendar()
        if style.is_chinese:
            name = f"第{week}{_WEEK[style.language]}"
            return name if short else f"{year}年{name}"
        return f"W{week}" if short else f"W{week} {year}"
    return format_date(start, style, short=short)


def format_tick(period: Period, style: Style) -> str:
    """A period with its year in little room, for axes: ``Jul 23``, ``Q3 23``, ``18 Jun 26``, ``23年7月``."""
    short = format_period(period, style, short=True)
    if period.grain in (Grain.YEAR, Grain.SNAPSHOT):
        return short
    year = period.start.isocalendar().year if period.grain is Grain.WEEK else period.start.year
    year = period.index // 4 if period.grain is Grain.QUARTER else year
    fiscal = "" if period.starts == 1 or period.grain is not Grain.QUARTER else "FY"
    return f"{year % 100:02}年{short}" if style.is_chinese else f"{short} {fiscal}{year % 100:02}"


def format_date(day: date, style: Style, *, short: bool = False) -> str:
    """A day as the reader writes it: ``18 Jun 2026``, ``2026年6月18日``."""
    return date_text(day, style.language, short=short)


def with_periods(message: Message, style: Style) -> Message:
    """The message with its periods as the reader writes them."""
    said = {name: format_period(value, style) for name, value in message.params.items() if isinstance(value, Period)}
    return Message(message.template, **{**message.params, **said}) if said else message


def format_range(low: float, high: float, kind: str, style: Style) -> str:
    """An interval, unit said once where it stands behind: ``3.2–4.7%``, ``7.8–12.1 mo``; ``−61 to 61`` beside signs."""
    first, last = (format_value(value, kind, _of_range(low, high, kind, style)) for value in (low, high))
    if first == last:
        return last
    unit = next((unit for unit in _units_behind(style) if first.endswith(unit) and last.endswith(unit)), "")
    if not (first + last).count(MINUS):
        return f"{first.removesuffix(unit)}–{last}"
    return (
        f"{first if unit == '%' else first.removesuffix(unit)} 至 {last}" if style.is_chinese else f"{first} to {last}"
    )


def _of_range(low: float, high: float, kind: str, style: Style) -> Style:
    """Both ends of an interval of scores or shares have as many decimals."""
    ends = abs(low), abs(high)
    if style.precision is Precision.EXACT or style.decimals is not None:
        return style
    if kind == "score" and max(ends) >= _FULL_SCORE:
        return replace(style, decimals=0)
    if kind == "share" and min(ends) >= _PER_CENT and any("." in format_value(end, kind, style) for end in ends):
        return replace(style, decimals=1)
    return style


@lru_cache(maxsize=16)
def _units_behind(style: Style) -> tuple[str, ...]:
    """What can stand behind a number as its unit, in the reader's language."""
    money = CHINESE_MONEY[style.language].values() if style.is_chinese else ()
    return ("%", *(words[style.language] for words in _TIME_WORDS.values()), *money)


def axis_scale(largest: float, style: Style) -> float:
    """The one step of thousands that suits an axis reaching to ``largest``; of 万 from 2万 on: not 0.25万 … 1万."""
    steps = _CHINESE_STEPS[style.language] if style.is_chinese else _LATIN_STEPS
    return next((step for step, _ in steps if abs(largest) >= (2e4 if step == 1e4 else step)), 1.0)


def _sign(value: float, text: str, style: Style) -> str:
    if not any(digit in text for digit in "123456789"):
        return text
    if value < 0:
        return MINUS + text
    return f"+{text}" if style.signed else text


def _money(value: float, style: Style) -> str:
    exact = style.precision is Precision.EXACT
    cents = style.decimals if style.decimals in (0, 2) else 2 if value < 100 and value != round(value) else 0
    number = f"{value:,.2f}" if exact else _large(value, style, cents)
    if style.is_chinese and not (style.currency == "CNY" and style.language == "zh_Hans"):
        name = CHINESE_MONEY[style.language].get(style.currency, f" {style.currency}" if style.currency else "")
        return f"{number}{name}"
    symbol = SYMBOLS.get(style.currency, f"{style.currency} " if style.currency else "")
    return f"{symbol}{number}"


def _time(value: float, kind: str, style: Style, longest: float = 0.0) -> str:
    """A duration; long seconds (or what they stand beside) become minutes or hours on cards, not along an axis."""
    if kind == "seconds" and style.precision is Precision.COMPACT and not style.scale:
        kind, size = next(((name, size) for name, size, least in _LONGER if max(value, longest) >= least), (kind, 1.0))
        value /= size
    is_large = value >= 1e4 and style.precision is Precision.COMPACT
    number = _large(value, style, 1) if is_large else _decimal(value, style, 1)
    return number + _TIME_WORDS[kind][style.language]


def _large(value: float, style: Style, decimals: int) -> str:
    """A magnitude with K, M, B or 万, 亿; whole below the first step unless ``decimals`` asks for more."""
    if style.precision is Precision.EXACT:
        return _trimmed(value, max(decimals, 2))
    steps = _CHINESE_STEPS[style.language] if style.is_chinese else _LATIN_STEPS
    floor = 1e4
    for step, word in steps:
        if (style.scale == step and value) or (not style.scale and value >= max(step, floor)):
            scaled = value / step
            if style.scale and style.decimals is not None:
                return f"{scaled:,.{style.decimals}f}{word}"
            text = _trimmed(scaled, 2 if scaled < 10 else 1)
            if style.is_chinese and scaled < 100 and "." not in text:
                text = _trimmed(scaled, 2)  # 23.97万, not 24万: a step of 万 leaves few digits before the point
            return text + word
    return f"{value:,.{decimals if value or style.scale <= 1 else 0}f}"  # $0 among millions


def _decimal(value: float, style: Style, digits: int) -> str:
    if style.precision is Precision.EXACT:
        return _trimmed(value, 4 if value < 100 else 2)
    if style.decimals is not None:
        return f"{value:,.{style.decimals}f}"
    if 0 < value < 0.1**digits / 2:
        return f"{value:.3f}" if style.signed and value >= 0.0005 else f"{value:.2g}"
    return f"{value:,.{digits}f}"


def _ratio(value: float, style: Style, beside: float) -> str:
    """A ratio; one that is less than 1, or stands beside such a one, with three digits: 0.125, not 0.1."""
    if value >= _FOUR_DIGITS:
        return _large(value, style, 1)
    if style.precision is Precision.EXACT or style.decimals is not None or value < 0.01 or round(beside, 3) >= 1:
        return _decimal(value, style, 1)
    return f"{value:.3f}".removesuffix("0")


def _share_digits(percent: float, style: Style) -> str:
    is_exact = style.precision is Precision.EXACT
    if style.decimals is not None and not is_exact:
        return f"{percent:,.{style.decimals}f}"
    is_small = percent < 1 and not style.signed  # 0.88% of clicks, but a change of +0.8 pt
    least = 0.005 if is_exact else 0.1 if is_small else 0.05
    if 0 < percent < least:
        return f"{percent:.2g}"
    text = _trimmed(percent, 2 if is_exact or is_small else 1)
    if text == "100" and percent < _WHOLE:  # 2,547 of 2,548 are not all of them
        return f"{min(percent, 99.99):.2f}"
    is_read_alone = is_exact or "." in text or text in ("0", "100") or percent >= _FOUR_DIGITS
    return text if is_read_alone else f"{text}.0"  # 36.0% beside 39.4%


def _trimmed(value: float, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_a_sentence(label: str) -> str:
    """A label after other words: “Plan” becomes “plan”, “NPS group” stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
