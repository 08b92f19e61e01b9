"""A KPI of the user's own, made in the window: typed, checked, completed, kept, changed, taken away."""

import pytest
from kpidesk.core.ids import MetricName
from kpidesk.core.typed_numbers import number_to_type, typed_number
from kpidesk.metrics.custom import CustomKpi
from kpidesk.metrics.pacing import Target
from kpidesk.session.custom_kpis import DefineKpi
from kpidesk.session.results import ResultsState
from kpidesk.ui.metrics.custom_editor import CustomEditor
from kpidesk.ui.metrics.target_editor import TargetEditor
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import delete
from tests.ui.desk import a_window, take_in


@pytest.fixture
def desk(qtbot, qapp, tmp_path):
    binding = a_window(qapp, tmp_path)
    take_in(binding, tmp_path)
    binding.window.show_page("kpis")
    yield binding
    binding.window.close()
    delete(binding.window)
    binding.services.close()


def an_editor(desk) -> CustomEditor:
    desk.window.stack.page.on_new()
    return desk.window.stack.page._editor


def test_a_new_kpi_is_kept_computed_and_shown(desk):
    editor = an_editor(desk)
    QTest.keyClicks(editor._name, "MRR a head")
    editor._formula.setText("mrr / active_customers")
    editor._target.setText("120")
    assert editor._save.isEnabled()
    editor.on_save()
    (kpi,) = desk.services.session.document.rules.custom
    assert (kpi.name, kpi.formula, kpi.target) == ("mrr_a_head", "mrr / active_customers", 120.0)
    assert desk.services.session.document.targets["mrr_a_head"].value == 120.0
    assert desk.services.results.state is ResultsState.READY
    assert desk.window.stack.page.subject == "mrr_a_head"
    assert desk.services.results.engine.catalogue.get("mrr_a_head").unit.kind == "money"


def test_an_error_is_shown_at_its_place_and_cannot_be_saved(desk):
    editor = an_editor(desk)
    QTest.keyClicks(editor._name, "Mine")
    editor._formula.setText("mrr / actve_customers")
    assert "7" in editor._verdict.text()
    assert "active_customers" in editor._verdict.text()
    assert not editor._save.isEnabled()
    editor.on_save()
    assert desk.services.session.document.rules.custom == ()


def test_what_is_typed_is_completed(desk):
    editor = an_editor(desk)
    QTest.keyClicks(editor._formula, "mrr / active_cust")
    assert editor._formula.offers[0] == "active_customers"
    QTest.keyClick(editor._formula, Qt.Key.Key_Tab)
    assert editor._formula.text() == "mrr / active_customers"
    assert editor._formula.offers == ()
    editor._formula.clear()
    QTest.keyClicks(editor._formula, "ar")
    second = editor._formula.offers[1]
    QTest.keyClick(editor._formula, Qt.Key.Key_Down)
    QTest.keyClick(editor._formula, Qt.Key.Key_Return)
    assert editor._formula.text() == second


def test_changed_and_taken_away_in_steps_that_can_be_undone(desk):
    editor = an_editor(desk)
    editor._name.setText("Growth")
    editor._formula.setText("mrr / previous(mrr) - 1")
    editor._shown.set_current("share")
    editor.on_save()
    page, session = desk.window.stack.page, desk.services.session
    assert desk.services.results.engine.catalogue.get("growth").unit.kind == "share"
    page.on_edit()
    assert editor._name.text() == "Growth"
    editor._formula.setText("mrr * 2")
    editor._shown.set_current("")
    editor.on_save()
    assert [kpi.formula for kpi in session.document.rules.custom] == ["mrr * 2"]
    page.on_edit()
    editor.on_remove()
    assert session.document.rules.custom == ()
    desk.registry.run("edit.undo")
    assert [kpi.formula for kpi in session.document.rules.custom] == ["mrr * 2"]


@pytest.mark.parametrize("is_shown", [True, False])
@pytest.mark.parametrize("way", ["undone", "another workspace"])
def test_a_kpi_that_is_no_more_leaves_its_page_for_the_list(desk, tmp_path, way, is_shown):
    files, page = desk.services.persistence, desk.window.stack.page
    files.save(tmp_path / "without.kpidesk")
    editor = an_editor(desk)
    editor._name.setText("Growth")
    editor._formula.setText("mrr / previous(mrr) - 1")
    editor.on_save()
    assert page.subject == "growth"
    if not is_shown:
        desk.window.show_page("movements")
    if way == "undone":
        desk.registry.run("edit.undo")
    else:
        files.open(tmp_path / "without.kpidesk")
    desk.window.show_page("kpis")
    assert page.subject == ""
    assert page._stack.currentWidget() is page._browser
    page.open_with("mrr")
    assert page.subject == "mrr"


@pytest.mark.parametrize("way", ["undone", "another workspace"])
def test_why_of_a_kpi_that_is_no_more_is_of_another(desk, tmp_path, way):
    files = desk.services.persistence
    files.save(tmp_path / "without.kpidesk")
    editor = an_editor(desk)
    editor._name.setText("Growth")
    editor._formula.setText("mrr / previous(mrr) - 1")
    editor.on_save()
    desk.window.show_page("why", "growth")
    page = desk.window.stack.page
    assert page.found.why.kpi == "growth"
    if way == "undone":
        desk.registry.run("edit.undo")
    else:
        files.open(tmp_path / "without.kpidesk")
        desk.window.show_page("why")
    page.retranslate()
    assert page.found.why.kpi != "growth"
    assert page.found.why.kpi in desk.services.catalogue


def test_the_profile_of_the_bar_is_that_of_the_numbers(desk):
    desk.bar.on_profile("stripe")
    assert desk.services.session.document.rules.profile == "stripe"
    assert desk.services.results.engine.profile == "stripe"
    desk.registry.run("edit.undo")
    assert desk.services.results.engine.profile == "kpidesk"


def test_a_target_is_set_at_the_head_of_any_kpi_and_undone(desk):
    page, session = desk.window.stack.page, desk.services.session
    page.open_with("customer_churn_rate")
    head = page._detail.head
    head.on_target()
    editor = head.target_button.window().findChild(TargetEditor)
    for box, text in zip(editor.boxes, ("2", "", "nonsense"), strict=True):
        box.setText(text)
    editor.on_done()
    assert session.document.targets == {}
    editor.boxes[2].setText("0.5%")
    editor.on_done()
    assert session.document.targets == {"customer_churn_rate": Target("customer_churn_rate", 0.02, None, 0.005)}
    session.undo()
    assert session.document.targets == {}


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        ("1,200", "money", 1200.0),
        ("1.2M", "money", 1.2e6),
        ("120万", "count", 1.2e6),
        ("5", "share", 0.05),
        ("-5%", "share", -0.05),
        ("/2", "money", None),
        ("", "money", None),
    ],
)
def test_amounts_are_read_as_people_type_them(typed, kind, meant):
    assert typed_number(typed, kind) == meant
    assert meant is None or typed_number(number_to_type(meant, kind), kind) == meant


def test_a_kpi_with_several_names_keeps_those_that_were_not_edited(desk):
    session, page = desk.services.session, desk.window.stack.page
    names = {"zh_Hans": "每位客户", "en": "MRR a head"}
    session.execute(DefineKpi(CustomKpi(MetricName("mine"), names, "mrr / active_customers")))
    page.open_with("mine")
    page.on_edit()
    editor = page._editor
    assert editor._name.text() == "MRR a head"
    editor._name.setText("MRR each")
    editor.on_save()
    (kpi,) = session.document.rules.custom
    assert kpi.labels == {"zh_Hans": "每位客户", "en": "MRR each"}


def test_the_target_of_a_share_by_its_formula_is_typed_in_percent(desk):
    editor = an_editor(desk)
    QTest.keyClicks(editor._name, "Twice the churn")
    editor._formula.setText("customer_churn_rate * 2")
    editor._target.setText("5")
    editor.on_save()
    assert desk.services.session.document.targets["twice_the_churn"].value == 0.05
    desk.window.stack.page.on_edit()
    assert editor._target.text() == "5%"


def test_a_target_set_before_the_figures_are_there_is_that_of_the_kpi_on_show(desk):
    page = desk.window.stack.page
    page.open_with("mrr")
    detail = page._detail
    detail.open_kpi(MetricName("cac"))
    detail.show_waiting()
    detail.head.on_target()
    (editor,) = [each for each in desk.window.findChildren(TargetEditor) if each.isVisible()]
    editor.boxes[0].setText("300")
    editor.on_done()
    assert list(desk.services.session.document.targets) == ["cac"]
