"""What a single cell looks like without its column: blank, a number, a date, a month, or words."""

import re
from collections.abc import Callable
from functools import lru_cache

from kpidesk.ingest.dates import ORDERS, parse_date
from kpidesk.ingest.numbers import is_numeric
from kpidesk.ingest.words import MONTHS, fold, is_missing, tidy

_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DATE_HINT = re.compile(
    r"\d.*[-/.:年月 ]|[年月]|\d[-\s]?[a-zà-ӿ]{3}|[a-zà-ӿ]{3}.*\d|\d{4}[qw]\d|q[1-4]\D*\d\d|\b(?:kw|w|week|第)\s?\d",
    re.I,
)
_SEQUENCE = re.compile(r"(?:M|Month|Mo|Mth|第)\s*[-_ ]?(\d{1,3})\s*(?:个月|個月)?", re.I)
_FISCAL_MONTH = re.compile(r"(?:FY|CY)?\s*'?(\d{4})\s*[-_/ ]\s*(?:P|M)?(\d{1,2})", re.I)
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(?:(?<![A-Z])Q\s*([1-4])(?!\d)|(?<!\d)([1-4])\s*Q|第?\s*([1-4一二三四])\s*季度?)", re.I)
_YEAR_IN = re.compile(r"(?:FY|CY)?\s*'?((?:19|20)\d\d|\d\d(?!\d))\s*(?:[财財]?年度?)?", re.I)
_WHOLE_YEAR = re.compile(
    r"(?:FY|CY|F|年度)?\s*'?((?:19|20)\d\d)\s*(?:[财財]?年度?|[AEFB])?|(?:FY|CY)\s*'?(\d\d)\s*[AEFB]?", re.I
)
_HAPPENED = re.compile(
    r"[\s(（\[/-]*(?:\b(?:actuals?|act|ist|réel|réalisé|real|effettivo|realizado)\b|实际|實際|実績)[\s)）\]]*", re.I
)
_INTENDED = re.compile(
    r"\b(?:plan(?:ned)?|budget|forecast|fcst|target|goal|soll|py|prior year|prev(?:ious)?|variance|var|diff|delta|"
    r"objectif|objetivo|presupuesto|prévu|piano)\b|Δ|计划|計劃|预算|預算|预测|預測|目标|目標|予算|計画|差异|差異|同比|环比",
    re.I,
)
_FISCAL = re.compile(r"(?<![A-Z])FY(?![A-Z])|\bfiscal\b|[财財]年|[会會][计計]年度", re.I)
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4}
_LETTERS = re.compile("[A-Za-z]{3,}")
_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_LONGEST = 60
_LEAST_PERIODS = 3


@lru_cache(maxsize=100_000)
def kind_of(text: str) -> str:
    """One letter: '' blank, 'x' a marker of something missing, 'n' number, 'd' date, 't' text."""
    if not text or text.isspace():
        return ""
    if len(text) > _LONGEST:
        return "t"
    if _PLAIN_NUMBER.fullmatch(text):
        return "n"
    if is_missing(text):
        return "x"
    if is_date(text):
        return "d"
    return "n" if any(c.isdigit() for c in text) and is_numeric(text) else "t"


def is_date(text: str) -> bool:
    """Whether a text names a day or a month in any order; a bare number does not."""
    if len(text) > _LONGEST or not _DATE_HINT.search(text) or _PLAIN_NUMBER.fullmatch(text.strip()):
        return False
    if ":" not in text and text.isascii() and any(map(_is_no_part_of_dates, _LETTERS.findall(text))):
        return False
    return any(_reads(text, order) for order in (*ORDERS, "my"))


@lru_cache(maxsize=10_000)
def _is_no_part_of_dates(letters: str) -> bool:
    """Whether three letters or more in a row name neither month nor weekday, with ``rd`` before them or not."""
    word = letters.casefold()
    return word not in MONTHS and word[2:] not in MONTHS and word[:3] not in _WEEKDAYS


def _reads(text: str, order: str) -> bool:
    try:
        parse_date(text, order)
    except (ValueError, OverflowError):
        return False
    return True


@lru_cache(maxsize=20_000)
def month_number(text: str) -> int | None:
    """A header cell as a count of months, so that consecutive months differ by one: 2024-01, Jan-24, dec20, Jan, M1.

    Months without a year count from 1, M1 … from 1 too. None where the cell names no month.
    """
    tidied = tidy(text)
    if not tidied or len(tidied) > 24:
        return None
    if (named := MONTHS.get(fold(tidied).rstrip("."))) is not None:
        return named
    if match := _SEQUENCE.fullmatch(tidied):
        return int(match[1])
    if (match := _FISCAL_MONTH.fullmatch(tidied)) and 1 <= int(match[2]) <= 12:
        return int(match[1]) * 12 + int(match[2]) - 1
    if match := _YEAR_MONTH.fullmatch(tidied):
        return int(match[1]) * 12 + int(match[2]) - 1
    if not _DATE_HINT.search(tidied) or quarter_number(tidied) is not None:
        return None
    for order in ("my", "dmy"):
        try:
            day = parse_date(tidied, order)
        except (ValueError, OverflowError):
            continue
        return day.year * 12 + day.month - 1
    return None


@lru_cache(maxsize=5_000)
def quarter_number(text: str) -> int | None:
    """A header cell as a count of quarters: Q1 2024, 2024-Q1, 1Q24, 2024年第1季度; bare ones count from 1."""
    tidied = tidy(text)
    if len(tidied) > 16 or (match := _QUARTER.search(tidied)) is None:
        return None
    sign = match[1] or match[2] or match[3]
    quarter = _CHINESE.get(sign) or int(sign)
    rest = (tidied[: match.start()] + tidied[match.end() :]).strip(" -_/.'")
    if not rest:
        return quarter
    year = _YEAR_IN.fullmatch(rest)
    return None if year is None else _full_year(year[1]) * 4 + quarter - 1


@lru_cache(maxsize=5_000)
def year_number(text: str) -> int | None:
    """A header cell as a year: 2024, FY24, FY2024, 2024年, 2024E."""
    match = _WHOLE_YEAR.fullmatch(tidy(text)) if len(text) <= 10 else None
    return _full_year(match[1] or match[2]) if match else None


def says_fiscal(text: str) -> bool:
    """Whether a text speaks of the fiscal year: FY2025 Q1, Fiscal quarter, 2025财年."""
    return bool(_FISCAL.search(text))


def _full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def happened(text: str) -> str:
    """A header of a period without a word that says that its figures are actual; '' where they are planned ones."""
    if len(text) > _LONGEST or _INTENDED.search(text):
        return ""
    return _HAPPENED.sub(" ", text).strip() or text


def month_columns(cells: tuple[str, ...]) -> tuple[int, ...]:
    """The places of a row's cells that name consecutive months, quarters or years; () unless three or more do."""
    months = _consecutive(cells, month_number, 12)
    if len(months) >= _LEAST_PERIODS:
        return months
    others = [_consecutive(cells, quarter_number, 4), _consecutive(cells, year_number, 0)]
    best = max(others, key=len)
    return best if len(best) >= _LEAST_PERIODS else ()


def _consecutive(cells: tuple[str, ...], number: Callable[[str], int | None], wrap: int) -> tuple[int, ...]:
    """The longest run of cells whose numbers follow each other; after ``wrap`` comes 1 where no year is named."""
    places: list[int] = []
    best: list[int] = []
    last: int | None = None
    for at, text in enumerate(cells):
        period = number(text) if text else None
        if period is None:
            continue
        if last is not None and period not in (last + 1, 1 if last == wrap else last + 1):
            best = max(best, places, key=len)
            places = []
        places.append(at)
        last = period
    return tuple(best if len(best) >= len(places) else places)
