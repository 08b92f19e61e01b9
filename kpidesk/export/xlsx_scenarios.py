"""The sheet of scenarios: baseline, each scenario, and one of the reader's own, all live."""

import math

from xlsxwriter.utility import xl_rowcol_to_cell

from kpidesk.charts.figure import text_of
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.export.deck import Book, Supposal
from kpidesk.export.excel_formula import to_excel
from kpidesk.export.live_model import LiveModel, named, solve
from kpidesk.export.xlsx_grids import FIRST_COLUMN, Places, known_in
from kpidesk.export.xlsx_sheets import Sheet

_FIRST_ROW = 3
_BASE = FIRST_COLUMN
_OWN = Message(QT_TRANSLATE_NOOP("export", "Your own"))
_HINT = QT_TRANSLATE_NOOP(
    "export", "Type the value that a driver shall take into a cell of a Change column; the Value column follows."
)
_CLOSE = 1e-9


def write_scenarios(
    sheet: Sheet, book: Book, model: LiveModel, places: Places, kpis: Sheet, style: Style, said: str
) -> None:
    """KPIs down in the rows that they have on their own sheet, one below; two columns a scenario: change and value."""
    at = book.frame.last_complete
    if at is None:
        return
    mine = tuple(s for s in book.scenarios if s.at == book.frame.periods[at])
    baseline = {name: float(model.values[name][at]) for name in model.names}
    own = Supposal(_OWN, book.frame.periods[at], {}, baseline)
    sheet.text(0, 0, said, "note")
    sheet.text(1, 0, sheet.say(_HINT), "note")
    heads = ("KPI", "ID", sheet.say(QT_TRANSLATE_NOOP("export", "Unit")))
    for column, words in enumerate(heads):
        sheet.text(2, column, words, "head")
    period = format_period(book.frame.periods[at], style)
    starts = Message(QT_TRANSLATE_NOOP("export", "Baseline, {period}"), period=period)
    sheet.text(2, _BASE, text_of(starts, sheet.translate), "head_right")
    for name in model.names:
        definition = book.catalogue.definitions[name]
        row = _row(places, name)
        for column, text in enumerate((definition.label(style.language), name, str(definition.unit))):
            sheet.text(row, column, text)
        link = f"={kpis.quoted}!{xl_rowcol_to_cell(row - 1, FIRST_COLUMN + at)}"
        sheet.formula(row, _BASE, link, baseline[name], definition.unit.kind)
    for number, scenario in enumerate((*mine, own)):
        _write_scenario(sheet, book, model, places, scenario, at, _BASE + 1 + 2 * number)
    last = _BASE + 2 * (len(mine) + 1)
    sheet.freeze(_FIRST_ROW, FIRST_COLUMN)
    sheet.widths((0, 0, 34), (1, 1, 26), (2, 2, 16), (_BASE, last, 16))
    sheet.printed(_row(places, model.names[-1]), last, heads=(_FIRST_ROW, FIRST_COLUMN), said=said)


def _write_scenario(
    sheet: Sheet, book: Book, model: LiveModel, places: Places, scenario: Supposal, at: int, column: int
) -> None:
    """One scenario; where the cells cannot follow it (drivers that hang on one another) its number stands as it is."""
    name = text_of(scenario.name, sheet.translate)
    sheet.text(2, column, _headed(sheet, QT_TRANSLATE_NOOP("export", "Change: {name}"), name), "head_right")
    sheet.text(2, column + 1, _headed(sheet, QT_TRANSLATE_NOOP("export", "Value: {name}"), name), "head_right")
    cells = model.supposed(at, tuple(scenario.changes))
    typed = {named(kind, n).name: v for n, v in scenario.changes.items() for kind in ("set", "typed")}
    base = {named("base", n).name: float(model.values[n][at]) for n in model.names}
    solved = solve(cells, typed | base, model.grain)
    is_known = known_in(model)

    def cell_of(ref: MetricName, lag: int) -> str | None:
        kind, _, bare = ref.rpartition(":")
        if lag or MetricName(bare) not in places.rows[""]:
            return None
        shift = {"set": column, "typed": column, "base": _BASE, "": column + 1}[kind]
        cell = xl_rowcol_to_cell(_row(places, MetricName(bare)), shift)
        return f"IF(ISNUMBER({cell}),{cell},NA())" if kind == "typed" else cell

    for kpi in model.names:
        kind, row = book.catalogue.definitions[kpi].unit.kind, _row(places, kpi)
        change = scenario.changes.get(kpi)
        if change is not None:
            sheet.number(row, column, change, f"input.{kind}")
        elif kpi in model.rates or kpi in model.inputs:
            sheet.blank(row, column, f"input.{kind}")
        value = scenario.values.get(kpi, math.nan)
        if _same(solved[kpi], value):
            sheet.formula(row, column + 1, to_excel(cells[kpi], cell_of, model.grain, is_known), value, kind)
        else:
            sheet.number(row, column + 1, value, kind)


def _headed(sheet: Sheet, template: Template, name: str) -> str:
    return sheet.translate(*template).replace("{name}", name)


def _row(places: Places, name: MetricName) -> int:
    """One below that on the sheet of KPIs, for the line that says how to use this one."""
    return places.rows[""][name] + 1


def _same(one: float, other: float) -> bool:
    if math.isnan(one) or math.isnan(other):
        return math.isnan(one) and math.isnan(other)
    return math.isclose(one, other, rel_tol=_CLOSE, abs_tol=1e-12)
