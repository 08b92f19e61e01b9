"""Tables as CSV: UTF-8 with a byte order mark for Excel, plain numbers, and no text that a spreadsheet would run."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from kpidesk.charts.figure import Datum, Table, text_of
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Translate
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes
from kpidesk.export.deck import Cell, Deck
from kpidesk.export.options import ExportOptions

_BLANK = ("Cc", "Cf", "Zs", "Zl", "Zp")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = "".join(chr(sign) for sign in range(0x3001) if unicodedata.category(chr(sign)) in _BLANK) + "\ufeff"
"""Blanks and signs of no width that a spreadsheet may skip before it looks for a formula."""


class CsvWriter:
    """The first table of a deck: its pivot, else that behind its figure."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Raises UserError where the deck has no table."""
        for slide in deck.slides:
            progress.raise_if_cancelled()
            if slide.pivot is not None:
                write_table(path, slide.pivot.table(), options.translate)
                return (path,)
            if slide.figure is not None and slide.figure.table.columns:
                write_table(path, slide.figure.table, options.translate)
                return (path,)
        raise UserError(Message(QT_TRANSLATE_NOOP("export", "There is no table to export")))


def write_table(path: Path, table: Table, translate: Translate) -> None:
    """A chart's or pivot's table; periods as 2024-01, shares as fractions, no value as nothing."""
    headers = [text_of(column.header, translate) for column in table.columns]
    write_rows(path, headers, ([_cell(value, translate) for value in row] for row in table.rows))


def write_rows(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Any rows; raises UserError where the file cannot be written."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_text(header) for header in headers])
    for row in rows:
        writer.writerow([_plain(value) for value in row])
    write_bytes(path, text.getvalue().encode("utf-8-sig"))


def safe_text(text: str) -> str:
    """The text, led by an apostrophe where a spreadsheet would take it for a formula.

    >>> safe_text("=1+1"), safe_text("Team")
    ("'=1+1", 'Team')
    """
    seen = text.lstrip(_UNSEEN)
    return f"'{text}" if text.startswith(_DANGEROUS) or seen.startswith(_DANGEROUS) else text


def _cell(value: Datum, translate: Translate) -> Cell:
    if isinstance(value, Message):
        return text_of(value, translate)
    return str(value) if isinstance(value, Period) else value


def _plain(value: Cell) -> str:
    """A number in full and without grouping; a text made safe."""
    if isinstance(value, str):
        return safe_text(value)
    if value is None or value - value != 0:
        return ""
    return f"{value:.15g}"
