"""One sheet of a workbook without surprises: texts stay texts, numbers stay numbers, no value is an em dash."""

import math
from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kpidesk.core.formatting import NO_VALUE, Style
from kpidesk.core.messages import Template, Translate
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Cell

Formats = Mapping[str, Format]

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥"}
_NUMBERS = {
    "share": "0.0%",
    "count": "#,##0",
    "months": "0.0",
    "days": "0.0",
    "hours": "0.0",
    "seconds": "0.0",
    "score": "0.0",
    "ratio": "#,##0.00",
    "number": "#,##0.####",
}
_INPUT = {"bg_color": "#FFF8E1", "font_color": "#1D4ED8"}
"""Cells to type into, as analysts colour them."""
_MOST_FOOTER = 190
PAGE_COLUMNS = 18
"""Periods that fit on a page across in a readable size."""


def number_format(kind: str, style: Style) -> str:
    """How Excel and PowerPoint shall show a kind of number."""
    if kind == "money":
        symbol = _SYMBOLS.get(style.currency, f"{style.currency} ")
        return f'"{symbol}"#,##0.00;-"{symbol}"#,##0.00'
    return _NUMBERS.get(kind, "General")


def add_formats(workbook: xlsxwriter.Workbook, style: Style) -> Formats:
    """The cell formats by kind of number, of heads and notes.

    ``input.`` before a kind: to type into; ``narrow.``: written smaller where its column is too narrow for it.
    """
    formats = {}
    for kind in ("money", *_NUMBERS):
        look = {"num_format": number_format(kind, style), "align": "right"}
        formats[kind] = workbook.add_format(look)
        formats[f"input.{kind}"] = workbook.add_format(look | _INPUT)
        formats[f"narrow.{kind}"] = workbook.add_format(look | {"shrink": True})
    formats["head"] = workbook.add_format({"bold": True, "bottom": 1})
    formats["head_right"] = workbook.add_format({"bold": True, "bottom": 1, "align": "right"})
    formats["section"] = workbook.add_format({"bold": True, "font_color": "#59626F"})
    formats["title"] = workbook.add_format({"bold": True, "font_size": 14})
    formats["note"] = workbook.add_format({"font_color": "#59626F"})
    formats["wrapped"] = workbook.add_format({"text_wrap": True, "valign": "top"})
    return formats


class _Stoppable(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet whose rows, which are written only when the workbook is closed, hear the wish to stop."""

    progress: Progress | None = None

    def _write_row(self, *arguments: object, **named: object) -> None:
        if self.progress is not None:
            self.progress.raise_if_cancelled()
        super()._write_row(*arguments, **named)


def stoppable_sheet(workbook: xlsxwriter.Workbook, name: str, progress: Progress) -> Worksheet:
    """A new sheet; closing the workbook raises Cancelled at its next row."""
    sheet = workbook.add_worksheet(name, _Stoppable)
    sheet.progress = progress
    return sheet


def close_book(workbook: xlsxwriter.Workbook) -> None:
    """Write the file; OSError, with the system's own reason, where that cannot be done."""
    try:
        workbook.close()
    except FileCreateError as error:
        reason = error.args[0] if error.args else None
        raise (reason if isinstance(reason, OSError) else OSError(str(error))) from error


class Sheet:
    """A worksheet that takes only what it is told: nothing is guessed from the text of a cell."""

    MOST_ROWS = 1_048_575
    _MOST_TEXT = 32_767

    def __init__(self, worksheet: Worksheet, formats: Formats, translate: Translate) -> None:
        self.worksheet = worksheet
        self._formats = formats
        self.translate = translate

    @property
    def name(self) -> str:
        """The name on its tab."""
        return str(self.worksheet.get_name())

    @property
    def quoted(self) -> str:
        """The name as a formula writes it."""
        return "'" + self.name.replace("'", "''") + "'"

    def say(self, template: Template) -> str:
        """A text in the reader's language."""
        return self.translate(*template)

    def text(self, row: int, column: int, text: str, look: str = "") -> None:
        """A string cell, whatever it begins with."""
        self.worksheet.write_string(row, column, text[: self._MOST_TEXT], self._formats.get(look))

    def number(self, row: int, column: int, value: float, kind: str) -> None:
        """A number, or the em dash where there is none."""
        made = self._formats.get(kind)
        if math.isfinite(value):
            self.worksheet.write_number(row, column, value, made)
        else:
            self.worksheet.write_string(row, column, NO_VALUE, made)

    def formula(self, row: int, column: int, formula: str, value: float, kind: str) -> None:
        """A live formula and the value that it has now."""
        cached = value if math.isfinite(value) else NO_VALUE
        self.worksheet.write_formula(row, column, formula, self._formats.get(kind), cached)

    def blank(self, row: int, column: int, kind: str) -> None:
        """An empty cell with a look."""
        self.worksheet.write_blank(row, column, None, self._formats.get(kind))

    def plain(self, row: int, column: int, value: Cell) -> None:
        """A number or a text as it comes; nothing for no value."""
        if isinstance(value, str):
            self.text(row, column, value)
        elif value is not None and math.isfinite(value):
            self.worksheet.write_number(row, column, value)

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns left in sight."""
        self.worksheet.freeze_panes(row, column)

    def widths(self, *columns: tuple[int, int, float]) -> None:
        """Set widths: first column, last column, characters."""
        for first, last, width in columns:
            self.worksheet.set_column(first, last, width)

    def printed(self, last_row: int, last_column: int, *, heads: tuple[int, int], said: str) -> None:
        """Print down to that cell, fitted to a page's width, heads (rows, columns) again on each, what is said below.

        Long rows of periods go over several pages across rather than into unreadable type.
        """
        rows, columns = heads
        sheet = self.worksheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.print_area(0, 0, last_row, last_column)
        sheet.fit_to_pages(max(1, math.ceil((last_column + 1 - columns) / PAGE_COLUMNS)), 0)
        if rows:
            sheet.repeat_rows(0, rows - 1)
        if columns:
            sheet.repeat_columns(0, columns - 1)
        words = said if len(said) <= _MOST_FOOTER else f"{said[:_MOST_FOOTER]}…"
        gap = " " if words[:1].isdigit() else ""  # a year behind the size of the type would be a part of it
        sheet.set_footer(f"&L&8{gap}{words.replace('&', '&&')}&R&8&P / &N")

    def activate(self) -> None:
        """Show this sheet when the workbook is opened."""
        self.worksheet.activate()
