"""A workbook that can be audited: Data, Inputs, KPIs as live formulas with their values cached, Definitions.

Column and row of a KPI are the same for all periods, so that a formula reads like the definition. A cell whose formula
would not give the engine's number (computed from a ledger, or reaching before the first period shown) links to Inputs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_rowcol_to_cell

from kpidesk.charts.traces import total
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import replacing
from kpidesk.export.deck import Book, Deck
from kpidesk.export.excel_formula import to_excel
from kpidesk.export.options import ExportOptions
from kpidesk.export.xlsx_sheets import Formats, Sheet, add_formats, write_data, write_definitions
from kpidesk.metrics.catalogue import formula_of
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Expr
from kpidesk.metrics.frame import Array

FIRST_COLUMN = 3
"""Name, id and unit stand before the periods."""

_HEADER_ROW = 1
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """Which KPIs the workbook holds, in order, their values, and which of their cells are live."""

    names: tuple[MetricName, ...]
    values: Mapping[MetricName, Array]
    live: Mapping[MetricName, np.ndarray]
    inputs: tuple[MetricName, ...]


class XlsxWriter:
    """Writes the book of a deck."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Raises UserError where the deck has no numbers or the file cannot be written."""
        if deck.book is None or not deck.book.frame.periods:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "There are no numbers to export")))
        with replacing(path) as temporary:
            workbook = xlsxwriter.Workbook(str(temporary), _OPTIONS)
            if deck.made is not None:
                workbook.set_properties({"created": deck.made})
            formats = add_formats(workbook, deck.style)
            grid = _grid(deck.book)
            # KPIs are written before Data, which may be long, but the order of sheets is that of reading.
            data, inputs, kpis, definitions = (
                Sheet(workbook.add_worksheet(options.translate(*name)), formats, options.translate) for name in _SHEETS
            )
            names = inputs.name
            write_data(data, deck.book, progress)
            progress.step(1, 4)
            _write_grid(inputs, deck.book, grid.inputs, grid, deck.style, source=None)
            progress.step(2, 4)
            _write_grid(kpis, deck.book, grid.names, grid, deck.style, source=names)
            progress.step(3, 4)
            write_definitions(definitions, deck.book, deck.style)
            kpis.activate()
            _write_tables(workbook, formats, deck.book, options, progress)
            try:
                workbook.close()
            except FileCreateError as error:
                raise OSError(str(error)) from error
        return (path,)


_SHEETS = (
    QT_TRANSLATE_NOOP("export", "Data"),
    QT_TRANSLATE_NOOP("export", "Inputs"),
    QT_TRANSLATE_NOOP("export", "KPIs"),
    QT_TRANSLATE_NOOP("export", "Definitions"),
)
_INCOMPLETE = QT_TRANSLATE_NOOP("export", "{period} (incomplete)")


def _grid(book: Book) -> _Grid:
    """Find out cell by cell whether the formula of a KPI gives its number from the numbers beside it."""
    frame, row = book.frame, total(book.frame)
    computable = {name: s.values[row] for name, s in frame.series.items() if s.is_computable and name in book.catalogue}
    names = tuple(name for name in book.catalogue.order if name in computable)
    live: dict[MetricName, np.ndarray] = {}
    for name in names:
        expr = formula_of(book.catalogue.definitions[name], frame.grain)
        live[name] = np.zeros(len(frame.periods), dtype=bool)
        if expr is not None:
            again = np.broadcast_to(evaluate_expr(expr, computable, frame.grain), computable[name].shape)
            live[name] = np.isclose(again, computable[name], rtol=1e-9, atol=1e-12, equal_nan=True)
            if not (live[name] & np.isfinite(computable[name])).any():
                live[name] = np.zeros(len(frame.periods), dtype=bool)
    inputs = tuple(name for name in names if not live[name].all())
    shown = tuple(name for name in book.catalogue.definitions if name in computable)
    return _Grid(shown, computable, live, tuple(name for name in shown if name in inputs))


def _write_grid(
    sheet: Sheet, book: Book, names: tuple[MetricName, ...], grid: _Grid, style: Style, *, source: str | None
) -> None:
    """KPIs down, periods across; with ``source`` (the name of the sheet of inputs) as formulas, else as numbers."""
    rows = {name: _HEADER_ROW + 1 + i for i, name in enumerate(grid.names)}
    input_rows = {name: _HEADER_ROW + 1 + i for i, name in enumerate(grid.inputs)}
    _head(sheet, book, style)

    def is_known(part: Expr) -> bool:
        return bool(np.isfinite(evaluate_expr(part, grid.values, book.frame.grain)).any())

    for at, name in enumerate(names, start=_HEADER_ROW + 1):
        definition = book.catalogue.definitions[name]
        kind = definition.unit.kind
        sheet.text(at, 0, definition.label(style.language))
        sheet.text(at, 1, name)
        sheet.text(at, 2, str(definition.unit))
        expr = formula_of(definition, book.frame.grain)
        for i, value in enumerate(grid.values[name]):
            column = FIRST_COLUMN + i
            if source is None:
                sheet.number(at, column, float(value), kind)
                continue
            if grid.live[name][i] and expr is not None:

                def cell_of(ref: MetricName, lag: int, column: int = column) -> str | None:
                    is_there = ref in rows and column + lag >= FIRST_COLUMN
                    return xl_rowcol_to_cell(rows[ref], column + lag) if is_there else None

                formula = to_excel(expr, cell_of, book.frame.grain, is_known)
            else:
                formula = f"='{source}'!{xl_rowcol_to_cell(input_rows[name], column)}"
            sheet.formula(at, column, formula, float(value), kind)


def _head(sheet: Sheet, book: Book, style: Style) -> None:
    """Title line, then the periods; those that have not ended say so."""
    frame = book.frame
    sheet.text(0, 0, f"{frame.profile} · {frame.currency}", "note")
    for column, words in enumerate(("KPI", "ID", sheet.say(QT_TRANSLATE_NOOP("export", "Unit")))):
        sheet.text(_HEADER_ROW, column, words, "head")
    for i, period in enumerate(frame.periods):
        text = format_period(period, style)
        if frame.incomplete[i]:
            text = sheet.say(_INCOMPLETE).replace("{period}", text)
        sheet.text(_HEADER_ROW, FIRST_COLUMN + i, text, "head_right")
    sheet.freeze(_HEADER_ROW + 1, FIRST_COLUMN)
    sheet.widths((0, 0, 34), (1, 1, 26), (2, 2, 16), (FIRST_COLUMN, FIRST_COLUMN + len(frame.periods), 14))


def _write_tables(
    workbook: xlsxwriter.Workbook, formats: Formats, book: Book, options: ExportOptions, progress: Progress
) -> None:
    """The rows behind the KPIs, a sheet a table."""
    used: set[str] = {options.translate(*name).casefold() for name in _SHEETS}
    for table in book.tables:
        sheet = Sheet(workbook.add_worksheet(sheet_name(table.name, used)), formats, options.translate)
        for column, header in enumerate(table.headers):
            sheet.text(0, column, header, "head")
        for at, cells in enumerate(table.rows, start=1):
            if at % 1000 == 0:
                progress.raise_if_cancelled()
            if at >= Sheet.MOST_ROWS:
                sheet.text(at, 0, sheet.say(QT_TRANSLATE_NOOP("export", "More rows than a sheet holds were left out")))
                break
            for column, value in enumerate(cells):
                sheet.plain(at, column, value)
        sheet.freeze(1, 0)


def sheet_name(wanted: str, used: set[str]) -> str:
    """A name that Excel takes and that is not used yet; adds it to ``used``."""
    clean = "".join("_" if c in "[]:*?/\\" else c for c in wanted).strip("'")[:31] or "Sheet"
    name, number = clean, 2
    while name.casefold() in used or name.casefold() == "history":
        tail = f" {number}"
        name, number = clean[: 31 - len(tail)] + tail, number + 1
    used.add(name.casefold())
    return name
