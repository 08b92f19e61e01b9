"""The what-if page: parts of the business, the stack of changes, scenarios, and the views under the cards."""

from dataclasses import replace

import pytest
from kpidesk.charts.figure import Area
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import verbatim
from kpidesk.scenario.model import Kind, Override, Part, Scenario
from kpidesk.scenario.ranges import Range, Shape
from kpidesk.session.commands.scenarios import Suppose
from kpidesk.session.settings import LANGUAGE
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from tests.ui.desk import a_window, close, take_in

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]

BUSINESS = Part("plan", "Business")


@pytest.fixture
def page(qapp, tmp_path):
    binding = a_window(qapp, tmp_path)
    take_in(binding, tmp_path)
    binding.window.show_page("whatif")
    yield binding.window.stack.page
    close(binding)


def card(page, name):
    page.on_frame()
    return next(each.card for each in page._cards if each.card is not None and each.card.name == name)


def changes(page):
    page.on_frame()
    return [(row.words, row.is_on) for row in page._panel.changes._shown]


def test_change_in_a_part_moves_the_whole_by_what_the_part_comes_to(page):
    """47 customers in December, one in Team leaves: of Business nobody does."""
    page.on_part(Part("plan", "Team"))
    churn = page._panel.row("customer_churn_rate")._view
    assert churn.baseline > page._state.whole_driver("customer_churn_rate").baseline
    page.on_driver_typed("customer_churn_rate", "x0.5")
    assert changes(page) == [("×0.5 · Team", True)]
    assert card(page, "ltv_cac").value_text == "94.0"
    assert page._panel.part.text() == "Team"
    page.on_part(None)
    assert (
        page._panel.row("customer_churn_rate")._view.follows or page._panel.row("customer_churn_rate")._view.is_changed
    )


def test_a_driver_can_be_moved_beside_a_supposition_that_finds_nothing_here(page):
    nowhere = Override(DriverName("customer_churn_rate"), Kind.FACTOR, 0.5, part=Part("plan", "Nowhere"))
    scenario = Scenario(ScenarioId("part"), "Part", (nowhere,))
    page._services.session.execute(Suppose(scenario, verbatim("Suppose")))
    page._supposing.slide("cac", 50.0)
    assert [(each.driver, each.amount) for each in page._supposing.scenario.overrides] == [
        ("customer_churn_rate", 0.5), ("cac", 50.0),
    ]  # fmt: skip
    page.on_frame()
    assert any("Nowhere" in str(notice.message.params) for notice in page._services.notices.standing)


@pytest.mark.parametrize("is_known", [False, True])
def test_a_part_of_which_the_figures_know_nothing_is_told_and_leaves_everybody(page, qtbot, is_known):
    """Customers without a plan, of whom nobody pays: first asked for, or once other plans are looked up."""
    if is_known:
        page.on_part(Part("plan", "Team"))
        qtbot.waitUntil(lambda: page._state.beside.split != {})
    page.on_part(Part("plan", "(none)"))
    qtbot.waitUntil(lambda: page._state.part is None and page._state.beside.split != {})
    assert page._state.drivers == page._state.whole_drivers
    assert any("(none)" in str(notice.message.params) for notice in page._services.notices.standing)


def test_a_part_that_cannot_be_as_the_whole_is_supposed_is_told_and_leaves_everybody(page, qtbot):
    """40 times the churn of all, 1 of 47, may be; 40 times that of Team would be more than all of its customers."""
    page.on_driver_typed("customer_churn_rate", "x40")
    page.on_part(Part("plan", "Team"))
    qtbot.waitUntil(lambda: page._state.part is None and page._state.beside.split != {})
    assert page._state.drivers == page._state.whole_drivers
    assert any("100%" in str(notice.message.params) for notice in page._services.notices.standing)
    assert changes(page) == [("×40", True)]


def test_another_language_shows_the_same_figures_of_the_same_part(page, qtbot):
    page.on_part(Part("plan", "Team"))
    qtbot.waitUntil(lambda: page._state.part is not None and page._state.beside.split != {})
    before, settings = page._state, page._services.settings
    path = before.answer(page._supposing.scenario, 12).comparison
    try:
        settings.set(LANGUAGE, "zh_Hant")
        qtbot.waitUntil(lambda: page._state is not before)
        after = page._state
        assert after.part == Part("plan", "Team")
        assert after.beside is before.beside
        assert after.answer(page._supposing.scenario, 12).comparison == path
    finally:
        settings.set(LANGUAGE, "en")


def test_a_question_of_a_churn_that_is_not_known_is_answered_in_words(page):
    state = page._state
    state.whole_drivers = tuple(each for each in state.whole_drivers if "churn" not in each.name)
    before, notices = page._supposing.all, page._services.notices
    assert "halve_churn" not in page._supposing.presets()[0]
    page.open_with("halve_churn")
    assert page._supposing.all == before
    assert str(notices.standing[-1].message) == "“Halve churn” is no question for these data."
    assert str(notices.standing[-1].hint) == "There is no such figure, or it is 0."
    notices.dismiss(notices.standing[-1])


def test_no_figure_stands_before_what_it_depends_on(page, qtbot):
    """How old customers are bends the path: without it MRR in 12 months would move by itself a moment later."""
    looker, frame = page._beside, page._state.frame
    qtbot.waitUntil(lambda: looker.knows(frame))
    looker._there = looker._asked = looker._beside = None
    page._show_part(has_data=True)
    assert page._view.isHidden()
    page.on_frame()
    qtbot.waitUntil(lambda: looker.knows(frame))
    assert not page._view.isHidden()


def test_no_slider_leaves_the_pointer_when_the_first_change_is_made(page, qapp):
    place = page._panel.row("customer_churn_rate").mapTo(page, QPoint())
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page.on_driver_typed("arpa", "+10%")
    page.on_frame()
    qapp.processEvents()
    assert len(page._panel.changes._shown) == 2
    assert page._panel.row("customer_churn_rate").mapTo(page, QPoint()) == place


def test_a_slider_that_a_part_cannot_suppose_is_told_and_changes_nothing(page):
    page.on_part(Part("plan", "Team"))
    page._supposing.slide("gross_margin", 0.5)
    told = page._services.notices.standing[-1].message.template.text
    assert told == "{driver} of {value} moves nothing that parts add up to"
    assert not page._services.session.document.scenarios


def test_changes_are_switched_off_and_on_again_and_forgotten(page, qtbot):
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page.on_driver_typed("cac", "-20%")
    assert [words for words, _ in changes(page)] == ["×0.5", "−20%"]
    first = page._panel.changes._rows[0]
    first.box.click()
    assert changes(page)[0] == ("×0.5", False)
    assert card(page, "ltv").state != "scenario" or not card(page, "ltv").is_touched
    first.box.click()
    assert card(page, "ltv").is_touched
    qtbot.mouseClick(page._panel.changes._rows[1].cross, Qt.MouseButton.LeftButton)
    assert [words for words, _ in changes(page)] == ["×0.5"]


def test_scenarios_are_named_copied_noted_and_removed(page):
    session = page._services.session
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page._panel.bar.named.emit("Plan B")
    page._panel.bar.noted.emit("for the board")
    page._panel.bar.copied.emit()
    names = [each.name for each in session.document.scenarios.values()]
    assert names == ["Plan B", "Copy of Plan B"]
    assert {each.note for each in session.document.scenarios.values()} == {"for the board"}
    page.on_driver_typed("cac", "-20%")
    first, second = session.document.scenarios.values()
    assert (len(first.overrides), len(second.overrides)) == (1, 2)
    page._panel.bar.removed.emit()
    assert [each.name for each in session.document.scenarios.values()] == ["Plan B"]
    assert session.document.query.scenario is None
    session.undo()
    assert len(session.document.scenarios) == 2


def test_a_row_that_is_still_drawn_after_a_reset_does_nothing(page):
    page.on_driver_typed("customer_churn_rate", "x0.5")
    assert changes(page) == [("×0.5", True)]
    page._supposing.reset_all()
    page._panel.changes.switched.emit(0, False)
    page._panel.changes.removed.emit(0)
    assert page._supposing.scenario.overrides == ()


def test_ramp_and_start_bend_the_path(page):
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page.on_frame()
    at_once = page._path.figure.table.rows[-1]
    page._panel.timing.ramped.emit(12)
    page._panel.timing.begun.emit(2)
    page.on_frame()
    later = page._path.figure.table.rows[-1]
    assert later[2] == at_once[2]
    assert later[2] < later[3] < at_once[3]
    assert page._supposing.scenario.ramp == 12


def test_price_has_an_elasticity_that_can_be_edited(page):
    page._supposing.toggle("price")
    assert not page._panel._elastic.isHidden()
    page._panel._elasticity.setText("0.5")
    page._panel._elasticity.editingFinished.emit()
    stack = page._supposing.scenario.overrides
    assert [each.driver for each in stack] == ["arpa", "new_customers"]
    assert stack[1].amount == pytest.approx(1.1**-0.5)
    assert "price" in page._supposing.presets()[1]


def test_two_drivers_show_the_line_of_the_goal_and_the_scenario(page):
    page.on_driver_typed("cac", "-20%")
    page._view.views.set_current("two")
    page._view.on_view("two")
    figure = page._view.two.tile.figure
    assert figure.kind == "two_drivers"
    assert "CAC" in str(figure.footnote[0])
    assert not page._view.two.isHidden()
    assert page._view.path.isHidden()


def test_two_drivers_are_at_first_those_that_move_the_kpi_most(page):
    page._view.views.set_current("two")
    page._view.on_view("two")
    asked = page._view.two._question
    for target in (asked.target, "cac_payback_months", "ltv"):
        if target != asked.target:
            asked.on_target(target)
        moving = [swing.driver for swing in asked._state.tornado(target).swings if swing.width]
        assert set(asked.drivers) <= set(moving) or len(moving) < 2
    asked.drivers = []
    asked.on_target("ltv")
    assert asked.drivers == [swing.driver for swing in asked._state.tornado("ltv").swings[:2]]


def test_two_drivers_are_two_where_a_kpi_has_but_one(page, monkeypatch):
    page._view.views.set_current("two")
    page._view.on_view("two")
    asked = page._view.two._question
    found = asked._state.tornado(asked.target)
    only = found.swings[0].driver
    monkeypatch.setattr(asked._state, "tornado", lambda target: replace(found, swings=found.swings[:1]))
    monkeypatch.setattr(asked, "_moves", lambda state, name: name == only)
    asked.drivers = []
    asked.on_target(asked.target)
    assert asked.drivers[0] == only
    assert len(set(asked.drivers)) == 2
    assert page._view.two.tile.figure.kind == "two_drivers"


def test_ranges_are_drawn_and_say_how_likely_the_goal_is(page):
    page._view.views.set_current("ranges")
    page._view.on_view("ranges")
    fan, histogram = page._view.ranges.fan.figure, page._view.ranges.histogram.figure
    assert fan.kind == "fan"
    assert "%" in str(histogram.title)
    before = str(histogram.title)
    chips = page._view.ranges.chips
    chips._driver = "customer_churn_rate"
    chips.on_width(0.0)
    page._studies.draw()
    assert page._services.session.document.ranges == (Range("customer_churn_rate", Shape.AROUND, 0.0),)
    assert chips._buttons["customer_churn_rate"].text().endswith("fixed")
    page._view.ranges._question.on_target("ltv")
    assert str(page._view.ranges.histogram.figure.title) != before


def test_ranges_of_what_cannot_be_supposed_any_more_are_not_drawn(page):
    """Another sheet, profile or period may leave a driver without a value that it could be changed by."""
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page._view.views.set_current("ranges")
    page._view.on_view("ranges")
    ranges = page._view.ranges
    state, scenario, months = ranges._shown
    assert not ranges.histogram.isHidden()
    (override,) = scenario.overrides
    ranges._shown = state, replace(scenario, overrides=(replace(override, driver="csat"),)), months
    QApplication.sendEvent(ranges, QEvent(QEvent.Type.LanguageChange))
    assert ranges.histogram.isHidden()
    assert ranges.fan.isHidden()


def test_ranges_are_stated_in_the_readers_own_numbers(page):
    page._view.views.set_current("ranges")
    page._view.on_view("ranges")
    chips = page._view.ranges.chips
    chips._driver = "customer_churn_rate"
    chips.on_width(Shape.TRIANGULAR)
    assert not chips._box.isHidden()
    chips._box.setText("1; 2; 4")
    chips._box.returnPressed.emit()
    page._studies.draw()
    session = page._services.session
    (found,) = session.document.ranges
    assert (found.shape, found.first, found.likely, found.second) == (Shape.TRIANGULAR, 0.01, 0.02, 0.04)
    assert chips._buttons["customer_churn_rate"].text().endswith("triangular 1%, 2%, 4%")
    drawn = page._view.ranges._found.ranges
    assert next(each for each in drawn if each.driver == "customer_churn_rate") == found
    chips.on_width(Shape.NORMAL)
    chips._box.setText("no number")
    chips._box.returnPressed.emit()
    assert not chips._box.isHidden()
    assert session.document.ranges == (found,)
    session.undo()
    page._studies.draw()
    assert session.document.ranges == ()
    assert chips._buttons["customer_churn_rate"].text().endswith("±20%")


def test_path_follows_another_kpi_or_cash_with_the_band_of_the_baseline(page):
    page._choice.ask_band()
    figure = page._path.figure
    assert any(isinstance(mark, Area) and mark.ink == "baseline" for mark in figure.marks)
    page._choice.on_chosen("new_customers")
    assert "New customers" in str(page._path.figure.title)
    page.on_driver_typed("cac", "-20%")
    page._choice.on_chosen("cash")
    page.on_frame()
    cash = page._path.figure
    assert cash.kind == "payback"
    assert cash.table.rows[0][1:] == pytest.approx((-100, -80))  # €500 for five customers


def test_scenarios_side_by_side(page):
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page._supposing.name("Stay")
    page._supposing.duplicate("Stay, cheaper")
    page.on_driver_typed("cac", "-20%")
    page._view.views.set_current("compare")
    page._view.on_view("compare")
    compare = page._view.compare
    assert [column.title for column in compare.table.table.columns] == [
        "KPI", "Baseline", "Stay", "Change", "Stay, cheaper", "Change",
    ]  # fmt: skip
    lines = {row[0].text: [cell.text for cell in row] for row in compare.table.table.rows}
    assert lines["LTV/CAC"][2] == "94.0"
    assert lines["LTV/CAC"][4] == "117.5"
    compare._boxes[0].click()
    assert "Stay" not in [column.title for column in compare.table.table.columns]
    assert len(compare.tile.figure.table.columns) == 4


def test_scenarios_side_by_side_follow_a_slider_at_once(page):
    page.on_driver_typed("cac", "-20%")
    page._supposing.begin_new()
    page.on_driver_typed("customer_churn_rate", "x0.5")
    page._view.views.set_current("compare")
    page._view.on_view("compare")
    compare = page._view.compare
    beside = {row[0].text: row[2] for row in compare.table.table.rows}
    page._still.stop()
    page._pace._frame.stop()  # else it would be drawn at the end of the frame
    page._panel.row("customer_churn_rate").moved.emit(0.25)
    lines = {row[0].text: row for row in compare.table.table.rows}
    assert lines["Customer churn"][4].text == "25.0%"
    assert lines["LTV/CAC"][2] is beside["LTV/CAC"]  # what stands still is not written again
    assert compare.tile.figure.table.rows[-1][-1] == pytest.approx(
        page._state.path(page._supposing.scenario, 12).scenario["mrr"][-1]
    )


def test_how_drivers_move_together_is_stated_kept_and_undone(page, qtbot):
    page._view.views.set_current("ranges")
    page._view.on_view("ranges")
    ranges, session = page._view.ranges, page._services.session
    row = ranges.together

    def state(one, other, text):
        row._pair = [one, other]
        row._box.setText(text)
        qtbot.keyClick(row._box, Qt.Key.Key_Return)
        page._studies.draw()

    state("arpa", "customer_churn_rate", "-0.7")
    assert [each.strength for each in session.document.correlations] == [-0.7]
    assert [chip.text() for chip in row._chips if not chip.isHidden()] == ["ARPA with Customer churn −0.7"]
    drivers = [each.driver for each in ranges._found.ranges]
    at = drivers.index("arpa"), drivers.index("customer_churn_rate")
    assert ranges._found.correlation[at] == pytest.approx(-0.7)
    state("arpa", "customer_churn_rate", "2")
    assert [each.strength for each in session.document.correlations] == [-0.7]
    state("arpa", "customer_churn_rate", "")
    assert session.document.correlations == ()
    session.undo()
    assert len(session.document.correlations) == 1
    state("arpa", "cac", "0.9")
    state("cac", "customer_churn_rate", "0.9")  # cannot be with the two others
    assert [each.strength for each in session.document.correlations] == [-0.7, 0.9]


def test_what_the_data_cannot_suppose_any_more_leaves_the_baseline_and_its_change_to_take_back(page):
    """A KPI of one's own was dropped, or a sheet taken out: no figure of other data stands there."""
    gone = Override(DriverName("my_own"), Kind.ABSOLUTE, 0.5)
    page.on_driver_typed("customer_churn_rate", "x0.5")
    assert card(page, "ltv_cac").state == "scenario"
    both = replace(page._supposing.scenario, overrides=(*page._supposing.scenario.overrides, gone))
    page._services.session.execute(Suppose(both, verbatim("Suppose")))
    assert changes(page)[1] == ("→ 0.50", True)
    assert card(page, "ltv_cac").state != "scenario"
    notices = page._services.notices
    assert any("my_own" in str(each.message.params) for each in notices.standing)
    page._panel.changes.removed.emit(1)
    assert card(page, "ltv_cac").state == "scenario"
    assert not any("my_own" in str(each.message.params) for each in notices.standing)


def test_the_answer_of_goal_seek_is_one_for_everybody(page):
    page.on_part(Part("plan", "Team"))
    page._goal.used.emit("customer_churn_rate", 0.01)
    (override,) = page._supposing.scenario.overrides
    assert (override.part, override.amount) == (None, 0.01)
    assert page._state.check(page._supposing.scenario) is None
    assert page._state.values(page._supposing.scenario, None)["customer_churn_rate"] == pytest.approx(0.01)


def test_a_reset_is_a_step_of_its_own(page):
    session = page._services.session
    page._supposing.slide("cac", 50.0)
    page._supposing.end_step()
    page._supposing.reset("cac")
    page._supposing.slide("cac", 60.0)
    page._supposing.end_step()
    session.undo()
    assert page._supposing.scenario.overrides == ()
    session.undo()
    assert page._supposing.scenario.overrides[0].amount == 50.0


def test_a_drag_over_the_baseline_keeps_what_else_the_scenario_says(page):
    page._supposing.slide("cac", 50.0)
    page._supposing.end_step()
    page._panel.timing.ramped.emit(6)
    page._panel.bar.noted.emit("for the board")
    before = page._supposing.scenario
    for value in (80.0, page._state.whole_driver("cac").baseline, 120.0):
        page._supposing.slide("cac", value)
    page._supposing.end_step()
    after = page._supposing.scenario
    assert (after.id, after.ramp, after.note, after.overrides[0].amount) == (before.id, 6, "for the board", 120.0)
    page._services.session.undo()
    assert page._supposing.scenario == before


def test_the_elasticity_is_that_of_the_scenario(page):
    page._supposing.toggle("price")
    page._supposing.set_elasticity(0.5)
    page._services.session.undo()
    assert page._supposing.elasticity == 0.0
    assert "price" in page._supposing.presets()[1]
    page._services.session.redo()
    assert page._supposing.elasticity == 0.5
    page.on_driver_typed("cac", "-20%")
    before = page._services.session.document
    page.on_frame()
    page._panel._elasticity.editingFinished.emit()  # looked at and left
    assert page._services.session.document is before
    page._services.session.undo()
    page._supposing._elasticity = 0.0  # as where the workspace was just opened
    assert page._supposing.elasticity == 0.5
    page._supposing.toggle("price")
    assert page._supposing.scenario.overrides == ()
