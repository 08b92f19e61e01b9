"""Inputs and KPIs of a workbook: periods across in the same columns, and formulas that lead from one to the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Book
from kpidesk.export.excel_formula import CellOf, to_excel
from kpidesk.export.live_model import LiveModel
from kpidesk.export.xlsx_sheets import Sheet
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Expr, Ref

FIRST_COLUMN = 3
"""Name, id and unit stand before the periods."""
FIRST_ROW = 2
"""The line that says what is shown and the heads stand above."""

_INCOMPLETE = QT_TRANSLATE_NOOP("export", "{period} (incomplete)")
_DRIVERS = QT_TRANSLATE_NOOP("export", "Drivers: type over one, and everything that follows from it moves")
_AMOUNTS = QT_TRANSLATE_NOOP("export", "What was read and counted")
_COMPUTED = QT_TRANSLATE_NOOP("export", "The drivers as these amounts give them")


@dataclass(frozen=True, slots=True)
class Places:
    """In which row of which sheet each kind of cell stands, by the prefix of its reference (see live_model)."""

    inputs: str
    rows: Mapping[str, Mapping[MetricName, int]]

    def cell(self, name: MetricName, column: int) -> str | None:
        """The reference to a cell from the sheet of KPIs; None where there is none."""
        kind, _, bare = name.rpartition(":")
        row = self.rows[kind].get(MetricName(bare))
        if row is None or column < FIRST_COLUMN:
            return None
        cell = xl_rowcol_to_cell(row, column)
        return f"{self.inputs}!{cell}" if kind else cell

    @property
    def last_input(self) -> int:
        """The lowest row of Inputs."""
        return max((row for kind in ("rate", "in", "pre") for row in self.rows[kind].values()), default=FIRST_ROW)


def places_of(model: LiveModel, catalogue_order: tuple[MetricName, ...], inputs: Sheet) -> Places:
    """Where everything stands: drivers first on Inputs, then amounts, then the drivers as computed."""
    drivers = [name for name in catalogue_order if name in model.rates]
    row = FIRST_ROW + 1
    rates = {name: row + i for i, name in enumerate(drivers)}
    row += len(rates) + 1
    amounts = {name: row + i for i, name in enumerate(model.inputs)}
    row += len(amounts) + 1
    computed = {name: row + i for i, name in enumerate(drivers)}
    kpis = {name: FIRST_ROW + i for i, name in enumerate(model.names)}
    return Places(inputs.quoted, {"": kpis, "rate": rates, "in": amounts, "pre": computed})


def known_in(model: LiveModel) -> Callable[[Expr], bool]:
    """Whether a part of a formula has a value in any period."""

    def is_known(part: Expr) -> bool:
        return bool(np.isfinite(evaluate_expr(part, model.values, model.grain)).any())

    return is_known


def write_inputs(sheet: Sheet, book: Book, model: LiveModel, places: Places, kpis: Sheet, style: Style) -> None:
    """Amounts as numbers; drivers as formulas to type over; and what they were computed as."""
    sections = ((_DRIVERS, places.rows["rate"]), (_AMOUNTS, places.rows["in"]), (_COMPUTED, places.rows["pre"]))
    for words, rows in sections:
        if rows:
            sheet.text(min(rows.values()) - 1, 0, sheet.say(words), "section")
    for name, row in places.rows["in"].items():
        _names(sheet, book, name, row, style)
        for at, value in enumerate(model.values[name]):
            sheet.number(row, FIRST_COLUMN + at, float(value), f"input.{_kind(book, name)}")
    is_known = known_in(model)
    for name, row in places.rows["rate"].items():
        computed = places.rows["pre"][name]
        kind = _kind(book, name)
        _names(sheet, book, name, row, style)
        _names(sheet, book, name, computed, style, with_id=False)
        for at, value in enumerate(model.values[name]):
            column = FIRST_COLUMN + at
            link = f"={xl_rowcol_to_cell(computed, column)}"
            sheet.formula(row, column, link, float(value), f"input.{kind}")

            def cell_of(ref: MetricName, lag: int, column: int = column) -> str | None:
                cell = places.cell(ref, column + lag)
                return cell if cell is None or ":" in ref else f"{kpis.quoted}!{cell}"

            formula = _formula(model.before(name, at), cell_of, model, is_known)
            sheet.formula(computed, column, formula, float(value), kind)


def write_kpis(sheet: Sheet, book: Book, model: LiveModel, places: Places, style: Style, progress: Progress) -> None:
    """Every KPI as a formula over the others and the inputs, with the value that it has now."""
    is_known = known_in(model)
    for name, row in places.rows[""].items():
        progress.raise_if_cancelled()
        kind = _kind(book, name)
        _names(sheet, book, name, row, style)
        for at, value in enumerate(model.values[name]):
            column = FIRST_COLUMN + at

            def cell_of(ref: MetricName, lag: int, column: int = column) -> str | None:
                return places.cell(ref, column + lag)

            sheet.formula(row, column, _formula(model.kpi(name, at), cell_of, model, is_known), float(value), kind)


def write_heads(sheet: Sheet, book: Book, style: Style, said: str, last_row: int) -> None:
    """What is shown, then the periods; those that have not ended say so."""
    frame = book.frame
    sheet.text(0, 0, said, "note")
    for column, words in enumerate(("KPI", "ID", sheet.say(QT_TRANSLATE_NOOP("export", "Unit")))):
        sheet.text(1, column, words, "head")
    for i, period in enumerate(frame.periods):
        text = format_period(period, style)
        if frame.incomplete[i]:
            text = sheet.say(_INCOMPLETE).replace("{period}", text)
        sheet.text(1, FIRST_COLUMN + i, text, "head_right")
    last = FIRST_COLUMN + len(frame.periods) - 1
    sheet.freeze(FIRST_ROW, FIRST_COLUMN)
    sheet.widths((0, 0, 34), (1, 1, 26), (2, 2, 16), (FIRST_COLUMN, last + 1, 14))
    sheet.printed(last_row, last, heads=(FIRST_ROW, FIRST_COLUMN), said=said)


def _formula(expr: Expr, cell_of: CellOf, model: LiveModel, is_known: Callable[[Expr], bool]) -> str:
    """As Excel reads it; a mere link needs no guard, for it passes the em dash on."""
    if isinstance(expr, Ref):
        return f"={cell_of(expr.name, 0)}"
    return to_excel(expr, cell_of, model.grain, is_known)


def _names(sheet: Sheet, book: Book, name: MetricName, row: int, style: Style, *, with_id: bool = True) -> None:
    definition = book.catalogue.definitions[name]
    sheet.text(row, 0, definition.label(style.language))
    if with_id:
        sheet.text(row, 1, name)
    sheet.text(row, 2, str(definition.unit))


def _kind(book: Book, name: MetricName) -> str:
    return book.catalogue.definitions[name].unit.kind
