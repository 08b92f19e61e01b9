"""Bar 2: a workbook recomputed by LibreOffice says what the engine says, and moves as the what-if does."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from kpidesk.core.formatting import Style
from kpidesk.core.ids import ScenarioId
from kpidesk.core.resources import resource
from kpidesk.export.deck import Deck
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.metrics.query import Query
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.setting import parse_setting
from kpidesk.session.desk import open_desk
from kpidesk.session.report import Supposed
from kpidesk.session.report_deck import Sources, build_deck
from kpidesk.session.studies import Studies

from tests.export.books import a_book
from tests.export.excel import same
from tests.export.office import needs_office, recomputed, recomputed_all

pytestmark = needs_office


def formulas(path: Path):
    """Sheet, cell and cached value of every formula."""
    live, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in live:
        for row in sheet:
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    yield sheet.title, cell.coordinate, cached[sheet.title][cell.coordinate].value


def wrong(path, computed):
    found = list(formulas(path))
    assert found
    return [(s, at) for s, at, value in found if not same(computed[s][at].value, value)]


def row_of(sheet, name):
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 2).value == name)


def test_every_formula_recomputes_to_its_cached_value(tmp_path):
    path = tmp_path / "book.xlsx"
    export(Deck("t", book=a_book()), path, ExportOptions())
    book = recomputed(path, tmp_path / "lo")
    assert wrong(path, book) == []
    assert book["KPIs"].cell(row_of(book["KPIs"], "ltv"), 5).value == 3200


@pytest.mark.thorough
@pytest.mark.timeout(600)
def test_sample_recomputes_and_a_changed_input_moves_what_the_what_if_moves(tmp_path):
    path = tmp_path / "sample.xlsx"
    drivers = ("customer_churn_rate", "arpa", "cac", "gross_margin", "churned_customers", "aov")
    with open_desk([resource("samples", "tideline")]) as desk:
        frame = desk.compute(Studies.question(Query()))
        scenario = Scenario(
            ScenarioId("s"), "Better", tuple(map(parse_setting, ("customer_churn_rate=x0.5", "arpa=+10%")))
        )
        studies = desk.services.studies
        supposed = Supposed(scenario, studies.compare(frame, scenario), None, frame)
        deck = build_deck("Tideline", (), Sources(frame, desk.catalogue, _style(frame), supposed=supposed))
        export(replace(deck, slides=()), path, ExportOptions())
        column = 4 + frame.last_complete
        inputs = openpyxl.load_workbook(path, data_only=True)["Inputs"]
        cells = {driver: inputs.cell(row_of(inputs, driver), column) for driver in drivers}
        changes = [{}, *({("Inputs", cell.coordinate): cell.value * 0.8} for cell in cells.values())]
        untouched, *changed = recomputed_all(path, tmp_path / "lo", changes)
        assert wrong(path, untouched) == []
        for driver, book in zip(drivers, changed, strict=True):
            setting = Scenario(ScenarioId("s"), "", (parse_setting(f"{driver}=x0.8"),))
            expected = studies.compare(frame, setting).scenario
            kpis = book["KPIs"]
            for row in range(3, kpis.max_row + 1):
                name = kpis.cell(row, 2).value
                value = expected.get(name, float("nan"))
                assert same(kpis.cell(row, column).value, "—" if value != value else value), (driver, name)


def _style(frame):

    return Style(currency=frame.currency)
