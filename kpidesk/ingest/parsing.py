"""Reading one cell: text to number, date, money or flag. The one definition; the fast SQL path agrees with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from kpidesk.core.courtesy import make_way
from kpidesk.ingest.dates import parse_date
from kpidesk.ingest.durations import HOURS_FIRST, parse_duration
from kpidesk.ingest.numbers import parse_number
from kpidesk.ingest.words import FALSE, TRUE, fold, is_missing, tidy
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_format import CellFormat
from kpidesk.store.cell_value import CellValue, Unreadable
from kpidesk.store.missing import MISSING_VALUE


@dataclass(frozen=True, slots=True)
class ColumnFormat:
    """How the cells of one column are written; decided once for the whole column, never per cell.

    ``date_order``: "ymd", "dmy", "mdy", "ym" or "my" (a month), "year", "month" (a name alone; ``year`` says which),
    "day" (day and month without a year), "serial" or "serial1904" (days counted by a spreadsheet), "epoch" (seconds),
    '' when no date. ISO dates are read in every order. ``multiplier`` turns the printed number into the value: 0.01 for
    percents printed as points. ``currency`` is the ISO code where every cell that names one names the same.
    ``true_words`` and ``false_words`` are those found, folded; the common ones of several languages are known anyway.
    A number whose ``date_order`` begins with "duration" is a length of time, read as seconds: see ingest.durations.
    """

    type: ColumnType = ColumnType.TEXT
    date_order: str = ""
    has_time: bool = False
    decimal: str = "."
    multiplier: float = 1.0
    currency: str = ""
    true_words: frozenset[str] = frozenset()
    false_words: frozenset[str] = frozenset()
    year: int | None = None


def parse_cell(text: str, format: CellFormat) -> CellValue:
    """The value of a cell, None for a blank one or a marker of a missing value.

    Dates come as datetime where the column has times of day, else as date; percents as fractions. ValueError where the
    text cannot be read in this format: the cell is then counted and reported, never guessed at.
    """
    if is_missing(text):
        return None
    match format.type:
        case ColumnType.TEXT:
            return text.strip()
        case ColumnType.ID:
            return _parse_id(text)
        case ColumnType.FLAG:
            return _parse_flag(text, format)
    if fold(text) in MISSING_VALUE:
        return None
    if format.type is ColumnType.DATE:
        moment = parse_date(text, format.date_order, format.year)
        return moment if format.has_time else moment.date()
    if format.date_order.startswith(HOURS_FIRST):
        return parse_duration(text, format.date_order) * format.multiplier
    return parse_number(text, format.decimal, bare=format.multiplier)


def _parse_id(text: str) -> str | None:
    """An id stays text; only the ``.0`` that a table of floats adds to whole numbers goes."""
    tidied = tidy(text)
    if tidied.casefold() in ("none", "nat", "<na>"):
        return None
    return tidied[:-2] if tidied.endswith(".0") and tidied[:-2].isdigit() else tidied


def _parse_flag(text: str, format: CellFormat) -> bool | None:
    word = fold(text)
    if word in format.true_words:
        return True
    if word in format.false_words:
        return False
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    if word in MISSING_VALUE:
        return None
    raise ValueError(text)


def read_cells(texts: Sequence[str], format: CellFormat) -> list[CellValue | Unreadable]:
    """Every text through parse_cell; what cannot be read comes as Unreadable."""
    make_way()
    return [_read(text, format) for text in texts]


def _read(text: str, format: CellFormat) -> CellValue | Unreadable:
    try:
        return parse_cell(text, format)
    except (ValueError, OverflowError):
        return Unreadable.UNREADABLE


def number_in(text: str, format: CellFormat) -> float | None:
    """The number in a cell, None where it holds none that can be read."""
    try:
        value = parse_cell(text, format)
    except (ValueError, OverflowError):
        return None
    return float(value) if isinstance(value, int | float) else None


def has_time_of_day(value: CellValue) -> bool:
    """Whether a parsed date carries a time other than midnight."""
    return isinstance(value, datetime) and value.time() != time()


def as_day(value: date) -> date:
    """The day of a date or of a moment."""
    return value.date() if isinstance(value, datetime) else value
