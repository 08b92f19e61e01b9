"""A workbook that can be audited: Data, Inputs, KPIs as live formulas with their values cached, Scenarios, Definitions.

A period has the same column on Inputs and KPIs, so that a formula reads like the definition. A cell whose formula would
not give the engine's number (counted from a ledger, or reaching before the first period shown) links to Inputs.
"""

import math
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from kpidesk.charts.figure import text_of
from kpidesk.charts.traces import total
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import replacing
from kpidesk.export.deck import Book, Deck
from kpidesk.export.live_model import LiveModel, build_model
from kpidesk.export.options import ExportOptions
from kpidesk.export.xlsx_charts import LinkOf, link_in, write_charts
from kpidesk.export.xlsx_grids import FIRST_COLUMN, Places, places_of, write_heads, write_inputs, write_kpis
from kpidesk.export.xlsx_lists import write_data, write_definitions, write_table
from kpidesk.export.xlsx_scenarios import write_scenarios
from kpidesk.export.xlsx_sheets import Formats, Sheet, add_formats, close_book, stoppable_sheet

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_CHARTS = QT_TRANSLATE_NOOP("export", "Charts")
_SHEETS = (
    QT_TRANSLATE_NOOP("export", "Data"),
    QT_TRANSLATE_NOOP("export", "Inputs"),
    QT_TRANSLATE_NOOP("export", "KPIs"),
    QT_TRANSLATE_NOOP("export", "Scenarios"),
    _CHARTS,
    QT_TRANSLATE_NOOP("export", "Definitions"),
)
_STEPS = 6


class XlsxWriter:
    """Writes the book of a deck, and its figures as native charts."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Of a deck without a book the charts alone; UserError where there are none or the file cannot be written."""
        is_empty = not deck.figures if deck.book is None else not deck.book.frame.periods
        if is_empty:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "There are no numbers to export")))
        with replacing(path) as temporary:
            workbook = xlsxwriter.Workbook(str(temporary), _OPTIONS)
            workbook.set_calc_mode("auto")
            properties = {"title": text_of(deck.title, options.translate), "author": "KPI Desk"}
            workbook.set_properties(properties | ({"created": deck.made} if deck.made is not None else {}))
            if deck.book is None:
                _write_charts_alone(workbook, deck, options, progress)
            else:
                _write_sheets(workbook, deck, deck.book, options, progress)
            progress.step(_STEPS, _STEPS)
            close_book(workbook)
        return (path,)


def _write_sheets(
    workbook: xlsxwriter.Workbook, deck: Deck, book: Book, options: ExportOptions, progress: Progress
) -> None:
    """Every sheet in the order of reading."""
    style = deck.style
    said = said_of(deck, options)
    formats = add_formats(workbook, style)
    progress.step(0, _STEPS)
    model = build_model(book)
    names = [name for name in _SHEETS if deck.figures or name is not _CHARTS]
    tabs = [stoppable_sheet(workbook, options.translate(*name), progress) for name in names]
    sheets = [Sheet(tab, formats, options.translate) for tab in tabs]
    data, inputs, kpis, scenarios, *charts, definitions = sheets
    places = places_of(model, tuple(book.catalogue.definitions), inputs)
    write_data(data, book, said, progress)
    progress.step(1, _STEPS)
    write_heads(
        inputs, book, style, said, max((row for rows in places.rows.values() for row in rows.values()), default=2)
    )
    write_inputs(inputs, book, model, places, kpis, style)
    progress.step(2, _STEPS)
    write_heads(kpis, book, style, said, max(places.rows[""].values(), default=2))
    write_kpis(kpis, book, model, places, style, progress)
    progress.step(3, _STEPS)
    write_scenarios(scenarios, book, model, places, kpis, style, said)
    _name_rows(workbook, kpis, inputs, model, places)
    progress.step(4, _STEPS)
    for sheet in charts:
        write_charts(workbook, sheet, deck, said, _links(book, kpis, places))
    progress.step(5, _STEPS)
    write_definitions(definitions, book, style, said)
    _write_tables(workbook, formats, book, said, options, progress)
    kpis.activate()


def _write_charts_alone(workbook: xlsxwriter.Workbook, deck: Deck, options: ExportOptions, progress: Progress) -> None:
    """One sheet: each figure as a native chart beside its numbers, and what is said under it."""
    formats = add_formats(workbook, deck.style)
    tab = stoppable_sheet(workbook, options.translate(*_CHARTS), progress)
    said = " · ".join(foot for slide in deck.slides if (foot := deck.foot_line(slide, options.translate)))
    write_charts(workbook, Sheet(tab, formats, options.translate), deck, said, lambda _name, _period, _value: None)


def _links(book: Book, kpis: Sheet, places: Places) -> LinkOf:
    """From a KPI and a period to its cell, where that holds the number that the chart shows."""

    def link_of(name: MetricName, period: Period, value: float) -> str | None:
        row, column = places.rows[""].get(name), book.frame.column(period)
        if row is None or column is None:
            return None
        own = float(book.frame.series[name].values[total(book.frame), column])
        return link_in(kpis, row, FIRST_COLUMN + column) if math.isclose(own, value, rel_tol=1e-9) else None

    return link_of


def said_of(deck: Deck, options: ExportOptions) -> str:
    """What all of a deck shows, in a line: scenario, period, filter, profile, currency."""
    frame = deck.book.frame if deck.book is not None else None
    parts = [text_of(part, options.translate) for part in deck.shows]
    if not parts and frame is not None:
        parts = [frame.profile, frame.currency]
    return " · ".join(part for part in parts if part)


def _name_rows(workbook: xlsxwriter.Workbook, kpis: Sheet, inputs: Sheet, model: LiveModel, places: Places) -> None:
    """``kpi_ltv`` and ``in_churned_customers`` for formulas of the reader's own."""
    last = FIRST_COLUMN + len(model.columns) - 1
    rows = (
        ("kpi", kpis, places.rows[""]),
        ("in", inputs, places.rows["in"]),
        ("driver", inputs, places.rows["rate"]),
    )
    for prefix, sheet, found in rows:
        for name, row in found.items():
            if name.isascii() and name.isidentifier():
                cells = xl_range_abs(row, FIRST_COLUMN, row, last)
                workbook.define_name(f"{prefix}_{name}", f"={sheet.quoted}!{cells}")


def _write_tables(
    workbook: xlsxwriter.Workbook, formats: Formats, book: Book, said: str, options: ExportOptions, progress: Progress
) -> None:
    """The rows behind the KPIs, a sheet a table."""
    used: set[str] = {options.translate(*name).casefold() for name in _SHEETS}
    for table in book.tables:
        sheet = Sheet(stoppable_sheet(workbook, sheet_name(table.name, used), progress), formats, options.translate)
        write_table(sheet, table, said, progress)


def sheet_name(wanted: str, used: set[str]) -> str:
    """A name that Excel takes and that is not used yet; adds it to ``used``."""
    clean = "".join("_" if c in "[]:*?/\\" else c for c in wanted).strip("'")[:31].rstrip("'") or "Sheet"
    name, number = clean, 2
    while name.casefold() in used or name.casefold() == "history":
        tail = f" {number}"
        name, number = clean[: 31 - len(tail)] + tail, number + 1
    used.add(name.casefold())
    return name
