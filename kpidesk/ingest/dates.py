"""Dates as people write them, read in the one order that was settled for the column."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from kpidesk.ingest.words import MONTHS, TEXT_MARKS, tidy

_TIME = re.compile(
    r"(?:^|[T,\s]+)(?:at\s+)?(上午|下午|午前|午後|오전|오후)?\s*(\d{1,2})[:時时h点點시](\d{1,2})(?:[分분](?!\d)|[:分분](\d{1,2})[秒초]?(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?"
    r"\s*(?:Z|UTC|GMT|[A-Z]{1,3}[DS]?T)?\s*(?:[+-]\d{2}:?\d{2}(?::\d{2})?|[+-]\d{2})?"
    r"\s*(?:\[[\w/]+\]|\([\w ]+\))?$",
    re.I,
)
_CLOCK_SIGNS = re.compile("[時时点點시]")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I)
_CJK_WEEKDAY = re.compile(
    r"\s*[(（\[]?\s*(?:(?:星期|礼拜|禮拜|[周週])[一二三四五六日天]|[月火水木金土日](?:曜日?)?(?=\s*[)）\]])|[월화수목금토일](?:요일|(?=\s*[)）\]])))\s*[)）\]]?"
)
_ERA = re.compile(r"(令和|平成|昭和)\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each reign."""
_YMD = re.compile(r"(\d{4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})")
_PARTS = re.compile(r"(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{2}|\d{4})")
_ROC_YEAR = re.compile(r"(1\d\d)[/.](\d{1,2})[/.](\d{1,2})")
"""The year of the Republic of China, 113 for 2024, as Taiwan writes it."""
_YEAR_MONTH = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
_CJK = re.compile(
    r"(?:民[国國])?\s*(\d{2,4})\s*[财財]?[年년]\s*(?:(\d{1,2})\s*[月월]\s*份?(?:\s*(\d{1,2})\s*[日号號일]?)?)?"
)
_CJK_DAY = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]")
_NAMED = re.compile(
    r"(?P<a>\d{1,4})?(?:st|nd|rd|th|er|º)?[\s.,/_-]*(?:de\s+)?(?P<m>[^\W\d_]{3,})[\s.,/_'’-]*(?:de\s+)?(?P<b>\d{1,4})?(?:st|nd|rd|th)?(?:[\s.,/-]+'?(?P<c>\d{2,4}))?",
    re.I,
)
_QUARTER = re.compile(
    r"(?:FY\s*)?(\d{4})\s*[-/ ]?\s*[QT]([1-4])|[QT]([1-4])\s*[-/' ]?\s*(?:FY\s*)?(\d{4}|\d{2})"
    r"|(\d{4})\s*[财財]?年\s*(?:第\s*)?Q?([1-4一二三四])\s*(?:季度?)?",
    re.I,
)
_HALF = re.compile(
    r"(?:FY\s*)?(\d{4})\s*[-/ ]?\s*[HS]([12])|[HS]([12])\s*[-/' ]?\s*(?:FY\s*)?(\d{4})"
    r"|(\d{4})\s*年\s*([上下])半年?",
    re.I,
)
_WEEK = re.compile(
    r"(\d{4})\s*[-/]?\s*(?:KW|CW|W|Wk|Week|第)\s*(\d{1,2})\s*[周週]?|(?:KW|CW|W|Wk|Week)\s*(\d{1,2})\s*[-/,]?\s*(\d{4})"
    r"|(\d{4})\s*年\s*第?\s*(\d{1,2})\s*[周週]",
    re.I,
)
_COMMON = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?", re.ASCII)
_FISCAL = re.compile(r"^(?:FY|CY)\s*(?=\d)", re.I)
_EPOCH = datetime(1970, 1, 1)
_LONGEST = 60

ORDERS = ("ymd", "dmy", "mdy")


YEARLESS = ("month", "day")
"""The orders of dates that name no year of their own."""


def parse_date(text: str, order: str, year: int | None = None) -> datetime:
    """The moment a text names, midnight where it gives no time; a zone is dropped, the clock stays as printed.

    ``order`` as in ColumnFormat. ValueError where it cannot be read in that order.
    """
    if len(text) > _LONGEST:
        raise ValueError(text)
    if text[4:5] == "-" and (moment := _iso(text)) is not None:
        return moment
    if (match := _COMMON.fullmatch(text)) is not None and order in ("dmy", "mdy"):
        return _common(match, order)
    tidied = tidy(text).lstrip(TEXT_MARKS)
    if order in ("serial", "serial1904", "epoch"):
        try:
            return _from_count(float(tidied), order)
        except ValueError:
            pass
    day, clock = _split_time(tidied)
    if (found := _day(day, order, year)) is None:
        raise ValueError(text)
    return datetime.combine(found, clock)


def _iso(text: str) -> datetime | None:
    """What is written as the ISO standard has it, quickly."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _common(match: re.Match[str], order: str) -> datetime:
    """The commonest form with day, month and year, quickly."""
    day, month = (int(match[1]), int(match[2])) if order == "dmy" else (int(match[2]), int(match[1]))
    return datetime(_full_year(match[3]), month, day, int(match[4] or 0), int(match[5] or 0), int(match[6] or 0))


def _from_count(count: float, order: str) -> datetime:
    """Days of a spreadsheet, or seconds or milliseconds since 1970."""
    if order == "epoch":
        count = count / 1000 if 1e14 <= count < 1e17 else count
        if not 1e8 <= count < 1e14:
            raise ValueError(count)
        return _EPOCH + timedelta(seconds=count / 1000 if count >= 1e11 else count)
    if not 0 < count < 2_958_466:
        raise ValueError(count)
    start = (
        datetime(1904, 1, 1)
        if order == "serial1904"
        else datetime(1899, 12, 31)
        if count < 60
        else datetime(1899, 12, 30)
    )
    return start + timedelta(seconds=round(count * 86_400))


def _split_time(text: str) -> tuple[str, time]:
    """The text before a time of day, and the time."""
    if ":" not in text and not _CLOCK_SIGNS.search(text):
        if text.endswith(("Z", "z")) and text[:1].isdigit():
            return text[:-1], time()
        return (text.rstrip(","), time())
    match = _TIME.search(text)
    if match is None or match.start() == 0:
        raise ValueError(text)
    half, hour_text, minute, second, fraction, english = match.groups()
    hour = int(hour_text)
    late = half in ("下午", "午後", "오후") or (english or "").casefold().startswith("p")
    if (half or english) and hour > 12 and not late:
        raise ValueError(text)
    if late and hour < 12:
        hour += 12
    elif (half in ("上午", "午前", "오전") or (english or "").casefold().startswith("a")) and hour == 12:
        hour = 0
    return text[: match.start()].rstrip(" ,"), time(
        hour, int(minute), int(second or 0), int((fraction or "0")[:6].ljust(6, "0"))
    )


def _day(text: str, order: str, year: int | None) -> date | None:
    text = _FISCAL.sub("", _WEEKDAY.sub("", text))
    if not text.isascii():
        text = _CJK_WEEKDAY.sub("", text).strip()
    if text.isdigit():
        return _digits(text, order, year)
    for read in _READERS:
        if (found := read(text, order, year)) is not None:
            return found
    return None


def _digits(text: str, order: str, year: int | None) -> date | None:
    match len(text):
        case 8 if order not in ("year", "month"):
            return date(int(text[:4]), int(text[4:6]), int(text[6:]))
        case 14:
            return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
        case 6 if order in ("ym", "ymd", "my"):
            return date(int(text[:4]), int(text[4:]), 1) if order != "my" else date(int(text[2:]), int(text[:2]), 1)
        case 4 if order in ("year", "ym", "my"):
            return date(int(text), 1, 1)
        case 1 | 2 if order == "month" and year is not None:
            return date(year, int(text), 1)
    return None


def _numeric(text: str, order: str, year: int | None) -> date | None:
    text = text[:-1] if text.endswith(".") else text
    if match := _YMD.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if (match := _PARTS.fullmatch(text)) and len(match[1]) != 3:
        if order not in ORDERS:
            return None
        parts = dict(zip(order, match.groups(), strict=True))
        if len(parts["d"]) > 2 or len(parts["m"]) > 2:
            return None
        return date(_full_year(parts["y"]), int(parts["m"]), int(parts["d"]))
    if match := _ROC_YEAR.fullmatch(text):
        return date(int(match[1]) + 1911, int(match[2]), int(match[3]))
    if match := _YEAR_MONTH.fullmatch(text):
        return date(int(match[1]), int(match[2]), 1)
    if match := _MONTH_YEAR.fullmatch(text):
        return date(int(match[2]), int(match[1]), 1)
    return None


def _cjk(text: str, order: str, year: int | None) -> date | None:
    if match := _ERA.fullmatch(text):
        return date(_ERAS[match[1]] + (1 if match[2] == "元" else int(match[2])), int(match[3]), int(match[4]))
    if match := _CJK.fullmatch(text):
        full = int(match[1])
        if "民" in text or (full < 1000 and len(match[1]) == 3):
            full += 1911
        return date(_full_year(match[1]) if full < 100 else full, int(match[2] or 1), int(match[3] or 1))
    if (match := _CJK_DAY.fullmatch(text)) and year is not None:
        return date(year, int(match[1]), int(match[2]))
    return None


def _named(text: str, order: str, year: int | None) -> date | None:
    """A month by its name with a day, a year, both or neither around it."""
    match = _NAMED.fullmatch(text)
    name = match and match["m"].casefold()
    month = MONTHS.get(name) if name else MONTHS.get(text.casefold())
    if month is None:
        return None
    if match is None or not (match["a"] or match["b"] or match["c"]):
        return date(year, month, 1) if year is not None else None
    before, after, last = match["a"], match["b"], match["c"]
    if last:
        return None if before else date(_full_year(last), month, int(after))
    if before and after:
        if len(before) == 4:
            return date(int(before), month, int(after))
        return date(_full_year(after), month, int(before)) if len(after) != 3 and len(before) < 3 else None
    alone = before or after
    if len(alone) == 4:
        return date(int(alone), month, 1)
    if len(alone) == 2 and order in ("ym", "my", "month"):
        return date(_full_year(alone), month, 1)
    return date(year, month, int(alone)) if year is not None and len(alone) < 3 else None


def _calendar(text: str, order: str, year: int | None) -> date | None:
    if match := _QUARTER.fullmatch(text):
        number = match[2] or match[3] or match[6]
        quarter = int(number) if number.isdigit() else "一二三四".index(number) + 1
        return date(_full_year(match[1] or match[4] or match[5]), quarter * 3 - 2, 1)
    if match := _HALF.fullmatch(text):
        is_second = (match[2] or match[3] or match[6]) in ("2", "下")
        return date(int(match[1] or match[4] or match[5]), 7 if is_second else 1, 1)
    if match := _WEEK.fullmatch(text):
        year_text, week = match[1] or match[4] or match[5], match[2] or match[3] or match[6]
        return date.fromisocalendar(int(year_text), int(week), 1)
    return None


_READERS: tuple[Callable[[str, str, int | None], date | None], ...] = (_numeric, _cjk, _named, _calendar)


def _full_year(text: str) -> int:
    """Two digits are 1969 to 2068, as strptime has it."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 69 else 1900)
