"""One sheet of a workbook without surprises: texts stay texts, numbers stay numbers, no value is an em dash."""

import math
from collections.abc import Mapping

import numpy as np
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kpidesk.core.formatting import NO_VALUE, Style, format_period
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Template, Translate
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Book, Cell

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


def number_format(kind: str, style: Style) -> str:
    """How Excel and PowerPoint shall show a kind of number."""
    if kind == "money":
        symbol = _SYMBOLS.get(style.currency, f"{style.currency} ")
        return f'"{symbol}"#,##0.00;-"{symbol}"#,##0.00'
    return _NUMBERS.get(kind, "General")


def add_formats(workbook: xlsxwriter.Workbook, style: Style) -> Formats:
    """The cell formats by kind of number, and those of heads and notes."""
    formats = {
        kind: workbook.add_format({"num_format": number_format(kind, style), "align": "right"})
        for kind in ("money", *_NUMBERS)
    }
    formats["head"] = workbook.add_format({"bold": True, "bottom": 1})
    formats["head_right"] = workbook.add_format({"bold": True, "bottom": 1, "align": "right"})
    formats["note"] = workbook.add_format({"font_color": "#59626F"})
    formats["wrapped"] = workbook.add_format({"text_wrap": True, "valign": "top"})
    return formats


class Sheet:
    """A worksheet that takes only what it is told: nothing is guessed from the text of a cell."""

    MOST_ROWS = 1_048_575
    _MOST_TEXT = 32_767

    def __init__(self, worksheet: Worksheet, formats: Formats, translate: Translate) -> None:
        self._worksheet = worksheet
        self._formats = formats
        self.translate = translate

    @property
    def name(self) -> str:
        """The name on its tab."""
        return str(self._worksheet.get_name())

    def say(self, template: Template) -> str:
        """A text in the reader's language."""
        return self.translate(*template)

    def text(self, row: int, column: int, text: str, look: str = "") -> None:
        """A string cell, whatever it begins with."""
        self._worksheet.write_string(row, column, text[: self._MOST_TEXT], self._formats.get(look))

    def number(self, row: int, column: int, value: float, kind: str) -> None:
        """A number, or the em dash where there is none."""
        made = self._formats.get(kind)
        if math.isfinite(value):
            self._worksheet.write_number(row, column, value, made)
        else:
            self._worksheet.write_string(row, column, NO_VALUE, made)

    def formula(self, row: int, column: int, formula: str, value: float, kind: str) -> None:
        """A live formula and the value that it has now."""
        cached = value if math.isfinite(value) else NO_VALUE
        self._worksheet.write_formula(row, column, formula, self._formats.get(kind), cached)

    def plain(self, row: int, column: int, value: Cell) -> None:
        """A number or a text as it comes; nothing for no value."""
        if isinstance(value, str):
            self.text(row, column, value)
        elif value is not None and math.isfinite(value):
            self._worksheet.write_number(row, column, value)

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns left in sight."""
        self._worksheet.freeze_panes(row, column)

    def widths(self, *columns: tuple[int, int, float]) -> None:
        """Set widths: first column, last column, characters."""
        for first, last, width in columns:
            self._worksheet.set_column(first, last, width)

    def activate(self) -> None:
        """Show this sheet when the workbook is opened."""
        self._worksheet.activate()


def write_data(sheet: Sheet, book: Book, progress: Progress) -> None:
    """Every number of the answer as a row of its own: period, KPI, segment, value, n, interval."""
    frame = book.frame
    heads = ("period", "kpi", "segment", "value", "n", "low", "high", "incomplete")
    for column, head in enumerate(heads):
        sheet.text(0, column, head, "head")
    at = 1
    for name, series in frame.series.items():
        progress.raise_if_cancelled()
        if not series.is_computable or name not in book.catalogue:
            continue
        kind = book.catalogue.definitions[name].unit.kind
        arrays = (series.values, series.n, series.low, series.high)
        for row, segment in enumerate(frame.segments):
            for i, period in enumerate(frame.periods):
                if at >= Sheet.MOST_ROWS:
                    return
                sheet.text(at, 0, str(period))
                sheet.text(at, 1, name)
                sheet.text(at, 2, segment or "")
                for column, array in enumerate(arrays, start=3):
                    if array is not None and (column == 3 or np.isfinite(array[row, i])):
                        sheet.number(at, column, float(array[row, i]), "count" if column == 4 else kind)
                if frame.is_incomplete(name, row, i):
                    sheet.text(at, 7, "yes")
                at += 1
    sheet.freeze(1, 0)
    sheet.widths((0, 0, 12), (1, 1, 28), (2, 2, 18), (3, 6, 14))


def write_definitions(sheet: Sheet, book: Book, style: Style) -> None:
    """What each KPI means, how it is computed, what it is computed from, and why it may have no value."""
    frame = book.frame
    heads = (
        "ID",
        "KPI",
        sheet.say(QT_TRANSLATE_NOOP("export", "Unit")),
        sheet.say(QT_TRANSLATE_NOOP("export", "Formula")),
        sheet.say(QT_TRANSLATE_NOOP("export", "Meaning")),
        sheet.say(QT_TRANSLATE_NOOP("export", "Files")),
        sheet.say(QT_TRANSLATE_NOOP("export", "Notes")),
    )
    as_of = format_period(frame.periods[-1], style) if frame.as_of is None else frame.as_of.isoformat()
    sheet.text(0, 0, f"{frame.profile} · {frame.currency} · {as_of}", "note")
    for column, head in enumerate(heads):
        sheet.text(1, column, head, "head")
    for at, (name, series) in enumerate(frame.series.items(), start=2):
        if name not in book.catalogue:
            continue
        definition = book.catalogue.definitions[name]
        notes = [*series.notes, *([series.reason] if series.reason is not None else [])]
        said = "; ".join(note.render(sheet.translate) for note in notes)
        cells = (
            name,
            definition.label(style.language),
            str(definition.unit),
            definition.formula,
            definition.help_text(style.language),
            ", ".join(frame.sources.get(name, ())),
            said,
        )
        for column, text in enumerate(cells):
            sheet.text(at, column, text, "wrapped")
    sheet.freeze(2, 2)
    sheet.widths((0, 1, 28), (2, 2, 16), (3, 4, 48), (5, 6, 32))
