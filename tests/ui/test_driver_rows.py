"""The rows of drivers: made and shown a step at a time, kept for other drivers, foreseen away from the window."""

import pytest
from kpidesk.qt.widgets.slider_row import DriverView
from kpidesk.scenario.segments import Segmented
from kpidesk.session.looking_beside import look_beside
from kpidesk.ui.scenario.driver_panel import DriverPanel
from kpidesk.ui.scenario.state_making import foresee
from PySide6.QtCore import Qt
from tests.ui.desk import a_window, close, take_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def views(*names, value=2.0):
    return {name: DriverView(name, value, 2.0, 1.0, 3.0, 0.1, "{:g}".format) for name in names}


def show(panel, shown):
    return sum(1 for _ in panel.showing(shown))


@pytest.fixture
def panel(qtbot):
    panel = DriverPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def rows(panel):
    """From the top: which driver is which row."""
    found = [panel.row(name) for name in panel._rows]
    return sorted((row for row in found if row.isVisible()), key=lambda row: panel._column.indexOf(row))


def test_each_new_row_is_shown_in_a_step_of_its_own(panel):
    steps = panel.showing(views("a", "b", "c"))
    assert [panel.row("a") is not None and len(rows(panel)) for _ in steps][-3:] == [1, 2, 3]


def test_a_row_that_moved_takes_no_step(panel):
    show(panel, views("a", "b"))
    assert show(panel, views("a", "b", value=2.5)) == 0
    assert panel.row("b")._box.text() == "2.5"


def test_rows_are_kept_for_other_drivers_in_their_order(panel, qtbot):
    show(panel, views("a", "b", "c"))
    before = rows(panel)
    before[0].setFocus()
    qtbot.keyClicks(before[0]._box, "9")
    assert before[0]._box.isModified()
    show(panel, views("b", "d"))
    assert rows(panel) == before[:2]
    assert [row.property("driver") for row in rows(panel)] == ["b", "d"]
    assert before[0]._box.text() == "2"
    show(panel, views("b", "d", "a"))
    assert rows(panel) == before
    with qtbot.waitSignal(panel.moved) as moved:
        qtbot.keyClick(panel.row("d")._slider, Qt.Key.Key_Right)
    assert moved.args[0] == "d"


def test_rows_given_up_half_way_are_whole_the_next_time(panel):
    show(panel, views("a", "b", "c"))
    steps = panel.showing(views("x", "y", "z", "w"))
    next(steps)
    steps.close()
    show(panel, views("x", "y", "z", "w"))
    assert [row._name.text() for row in rows(panel)] == ["x", "y", "z", "w"]
    assert [row.property("driver") for row in rows(panel)] == ["x", "y", "z", "w"]


def test_what_is_said_by_a_row_on_its_way_to_another_driver_is_dropped(panel, qtbot):
    show(panel, views("a", "b"))
    row, told = panel.row("a"), []
    panel.typed.connect(lambda *said: told.append(said))
    panel.moved.connect(lambda *said: told.append(said))
    qtbot.keyClicks(row._box, "9")
    steps = panel.showing(views("x", "y", "z"))
    next(steps)  # the rows belong to others, and say so only in the steps to come
    qtbot.keyClick(row._box, Qt.Key.Key_Return)
    qtbot.keyClick(row._slider, Qt.Key.Key_Right)
    assert told == []
    assert [row.property("driver") for _ in steps for row in rows(panel)][-3:] == ["x", "y", "z"]


def test_a_driver_that_is_no_longer_shown_is_neither_taken_nor_refused(panel):
    show(panel, views("a"))
    panel.accept("b")
    panel.refuse("b", "not a change")
    assert [row._reason.text() for row in rows(panel)] == [""]


@pytest.mark.slow
def test_what_is_foreseen_is_not_reckoned_by_the_window(qapp, tmp_path, monkeypatch):
    binding = a_window(qapp, tmp_path)
    take_in(binding, tmp_path)
    binding.window.show_page("whatif")
    page, services = binding.window.stack.page, binding.services
    state, scenario = page._state, page._supposing.scenario
    document = services.session.document
    question = services.studies.question(document.query.query(document.rules))
    beside = look_beside(services.results.engine, question, state.frame)
    foresee(services.studies, state, beside, scenario, 12)
    monkeypatch.setattr(Segmented, "path", None)
    monkeypatch.setattr(Segmented, "supposed", None)
    state.turn_to(None, beside)
    assert state.answer(scenario, 12).path is not None
    close(binding)
