"""The long sheets of a workbook: every number of the answer, what the KPIs mean, and the rows behind them."""

import numpy as np

from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Book, DataTable
from kpidesk.export.xlsx_sheets import Sheet

PRINTED_ROWS = 40
"""Of lists that nobody prints whole: what a page holds; the print area can be widened."""


def write_data(sheet: Sheet, book: Book, said: str, progress: Progress) -> None:
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
    sheet.worksheet.autofilter(0, 0, at - 1, len(heads) - 1)
    sheet.printed(min(at - 1, PRINTED_ROWS), len(heads) - 1, heads=(1, 0), said=said)


def write_definitions(sheet: Sheet, book: Book, style: Style, said: str) -> None:
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
    sheet.text(0, 0, said, "note")
    for column, head in enumerate(heads):
        sheet.text(1, column, head, "head")
    at = 1
    for name, series in frame.series.items():
        if name not in book.catalogue:
            continue
        at += 1
        definition = book.catalogue.definitions[name]
        notes = [*series.notes, *([series.reason] if series.reason is not None else [])]
        noted = "; ".join(note.render(sheet.translate) for note in notes)
        cells = (
            name,
            definition.label(style.language),
            str(definition.unit),
            definition.formula,
            definition.help_text(style.language),
            ", ".join(frame.sources.get(name, ())),
            noted,
        )
        for column, text in enumerate(cells):
            sheet.text(at, column, text, "wrapped")
    sheet.freeze(2, 2)
    sheet.widths((0, 1, 28), (2, 2, 16), (3, 4, 48), (5, 6, 32))
    sheet.printed(at, len(heads) - 1, heads=(2, 0), said=said)


def write_table(sheet: Sheet, table: DataTable, said: str, progress: Progress) -> None:
    """The rows behind the KPIs, as many as a sheet holds."""
    for column, header in enumerate(table.headers):
        sheet.text(0, column, header, "head")
    at = 0
    for at, cells in enumerate(table.rows, start=1):
        if at % 1000 == 0:
            progress.raise_if_cancelled()
        if at >= Sheet.MOST_ROWS:
            sheet.text(at, 0, sheet.say(QT_TRANSLATE_NOOP("export", "More rows than a sheet holds were left out")))
            break
        for column, value in enumerate(cells):
            sheet.plain(at, column, value)
    sheet.freeze(1, 0)
    sheet.printed(min(at, PRINTED_ROWS), max(0, len(table.headers) - 1), heads=(1, 0), said=said)
