"""Day and month in each other's place: dates that could be read so, and dates that Excel has read so.

A day-first text is opened where months come first: 05/03 becomes the third of May, a true date; 25/03 stays text, for
no month has that number. What is left of it: texts of which each shows its order, and true dates of which none is after
the 12th.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.date_style import shown_orders
from kpidesk.ingest.dates import parse_date
from kpidesk.ingest.decimal_style import is_typed
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.ingest.words import is_missing
from kpidesk.schema.model import ColumnType

_LEAST_TEXTS, _LEAST_DATES, _LEAST_DAYS = 4, 8, 4
"""Fewer could be so by chance: of true days two in five are in the first twelve of a month."""
_LAST_MONTH = 12


def swapped_dates(region: Region, mapping: Mapping) -> Iterator[Finding]:
    """A warning for each column whose true dates have changed day and month."""
    if not is_typed(region.sheet):
        return
    for column in mapping.columns:
        if column.type is not ColumnType.DATE or column.format.date_order not in ("dmy", "mdy"):
            continue
        if rows := _swapped(region, column):
            text = QT_TRANSLATE_NOOP(
                "checks",
                "{count} dates in “{column}” seem to have day and month exchanged by Excel: the others, left as text, "
                "are in another order. Mend them in the workbook.",
            )
            message = Message(text, count=len(rows), column=column.header)
            where = Location(region.sheet.file.name, region.sheet.sheet, row=rows[0], column=column.index)
            yield Finding(Level.WARNING, "ingest.swapped_dates", message, where, len(rows))


def reads_otherwise(region: Region, column: ColumnMapping, order: str) -> bool:
    """Whether every date of a column reads in another order too, and some as another day."""
    differ = False
    for _, cells in body_rows(region):
        text = cells[column.index] if column.index < len(cells) else ""
        if is_missing(text):
            continue
        try:
            other = parse_date(text, order)
            differ = differ or other != parse_date(text, column.format.date_order)
        except (ValueError, OverflowError):
            return False
    return differ


def _swapped(region: Region, column: ColumnMapping) -> Sequence[int]:
    """The rows with a true date, where they are what Excel makes of a column written in the other order."""
    rows: list[int] = []
    days: list[int] = []
    texts: dict[str, int] = {}
    for row, cells in body_rows(region):
        text = cells[column.index] if column.index < len(cells) else ""
        try:
            day = datetime.fromisoformat(text).day
        except ValueError:
            texts[text] = texts.get(text, 0) + 1
            continue
        rows.append(row)
        days.append(day)
    shown = shown_orders(texts)
    is_plain = shown[column.format.date_order] >= _LEAST_TEXTS and shown.total() == shown[column.format.date_order]
    if not is_plain or len(rows) < _LEAST_DATES or len(set(days)) < _LEAST_DAYS or max(days) > _LAST_MONTH:
        return ()
    return rows
