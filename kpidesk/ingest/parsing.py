"""Reading one cell: text to number, date, money or flag. The one definition; the fast SQL path agrees with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpidesk.schema.model import ColumnType
from kpidesk.store.text_load import CellFormat, CellValue, Unreadable


@dataclass(frozen=True, slots=True)
class ColumnFormat:
    """How the cells of one column are written; decided once for the whole column, never per cell.

    ``date_order``: "ymd", "dmy", "mdy", "ym" or "my" (a month), "year", "month" (a name alone; ``year`` says which),
    "serial" or "serial1904" (days counted by a spreadsheet), "epoch" (seconds), '' when no date. ISO dates are read in
    every order. ``multiplier`` turns the printed number into the value: 0.01 for percents printed as points.
    ``currency`` is the ISO code where every cell that names one names the same. ``true_words`` and ``false_words`` are
    those found, folded; the common ones of several languages are known anyway.
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


def parse_cell(text: str, format: ColumnFormat) -> CellValue:
    """The value of a cell, None for a blank one or a marker of a missing value; ValueError where it cannot be read."""
    raise NotImplementedError


def read_cells(texts: Sequence[str], format: CellFormat) -> list[CellValue | Unreadable]:
    """Every text through parse_cell; what cannot be read comes as Unreadable."""
    raise NotImplementedError
