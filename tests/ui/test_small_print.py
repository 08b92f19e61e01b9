"""What small texts say beside each other: periods of numbers, jobs that run, sheets with long names, sources."""

import re
from datetime import date

import pytest
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.explanation import NumberTree
from kpidesk.metrics.planner import Origin
from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.job_area import JobArea, JobView
from kpidesk.qt.widgets.labels import ElidedLabel, Label
from kpidesk.session.selfcheck import CASES
from kpidesk.ui.importing.sheet_list import SheetList, SheetView
from kpidesk.ui.metrics.definition_panel import DefinitionPanel
from kpidesk.ui.proof.check_table import source_text
from PySide6.QtWidgets import QApplication

MAY = Period.of(date(2026, 5, 1), Grain.MONTH)


def test_a_number_of_another_period_in_the_tree_says_of_which(qtbot, qapp):
    panel = DefinitionPanel()
    qtbot.addWidget(panel)

    def node(name: str, value: float, *parts: NumberTree) -> NumberTree:
        origin = Origin.FORMULA if parts else Origin.MEASURE
        return NumberTree(MetricName(name), value, Unit.parse("customer"), origin, parts=parts)

    start = node("starting_customers", 1523, node("active_customers", 1523))
    tree = node("customer_churn_rate", 0.0512, node("churned_customers", 78), start)
    panel.show_tree(tree, load_catalogue(), Style(), MAY)
    told = [label.text() for label in panel.findChildren(ElidedLabel) if not label.isHidden()]
    lines = [each for each in told if "ustomer" in each]
    assert lines == ["Customer churn", "Churned customers", "Customers at start", "Active customers · Apr 2026"]


def test_a_benchmark_of_a_year_is_not_shown_beside_months(qtbot, qapp):
    panel, catalogue = DefinitionPanel(), load_catalogue()
    qtbot.addWidget(panel)

    def shown(grain: Grain) -> str:
        panel.show_definition(catalogue, catalogue.get("customer_churn_rate"), Style(), grain)
        return " ".join(label.text() for label in panel.findChildren(Label) if not label.isHidden())

    assert ["enterprise SaaS" in shown(grain) for grain in (Grain.MONTH, Grain.YEAR, Grain.MONTH)] == [
        False,
        True,
        False,
    ]


def test_two_links_beside_a_job_stand_apart(qtbot, qapp):
    area = JobArea()
    qtbot.addWidget(area)
    area.resize(600, 28)
    area.show()
    area.set_jobs((JobView(1, "Reading orders.csv"), JobView(2, "Importing 5 tables")))
    area.on_slow()
    QApplication.processEvents()
    cancel, several = (button for button in area.findChildren(Button) if button.isVisible())
    dots = [label for label in area.findChildren(Label) if label.text() == "·" and label.isVisible()]
    assert [cancel.geometry().right() < dot.x() < several.x() for dot in dots] == [True]
    area.set_jobs((JobView(2, "Importing 5 tables"),))
    assert not dots[0].isVisible()


@pytest.mark.parametrize("kind", ["Advertising and other spend", "Customers"])
def test_what_a_sheet_is_stands_whole_in_the_list_beside_a_review(qtbot, qapp, kind):
    sheets = SheetList(folds=True)
    qtbot.addWidget(sheets)
    sheets.resize(sheets.maximumWidth(), 600)
    sheets.set_sheets(
        [SheetView("a", "spend.csv", f"{kind} · 12,775 rows"), SheetView("b", "deals.csv", "Deals · 9 rows")]
    )
    sheets.show()
    QApplication.processEvents()
    long, short = (sheets._items[key] for key in "ab")
    room = long.width() - 38
    lines = (long.height() - short.height()) // 18 + 1
    needed = text_width(f"{kind} · 12,775", Role.LABEL)
    assert text_width(kind, Role.LABEL) <= room
    assert lines == (2 if needed > room else 1)


def test_words_about_a_source_are_said_in_chinese_and_names_as_they_are(qapp):
    plain = {case.source for case in CASES if re.fullmatch("[a-z ,]+", case.source)} - {"bigdelta"}  # a name
    assert len(plain) > 10
    apply_look(qapp, Look(language="zh_Hans"))
    try:
        assert [source for source in plain if not re.search("[\u4e00-\u9fff]", source_text(source))] == []
        assert source_text("ChartMogul help 203299812") == "ChartMogul 帮助文档 203299812"
        assert source_text("Google Analytics help") == "Google Analytics 帮助文档"
        assert source_text("Newcombe 1998") == "Newcombe 1998"
        assert source_text("Skok (derived)") == "Skok（推导）"
    finally:
        apply_look(qapp, Look())
