"""The first minutes: the tour through the window, and templates of tables to fill in."""

from pathlib import Path

import pytest
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.widgets.callout import Ring
from kpidesk.session.settings import TOUR_KNOWN
from kpidesk.ui.why.why_page import WhyPage
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.command_palette import CommandPalette
from kpidesk.ui.window.page_stack import WELCOME
from kpidesk.ui.window.tour import Tour
from kpidesk.ui.window.tour_steps import STEPS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.desk import a_window, close, take_in


@pytest.fixture
def filled(qapp: QApplication, tmp_path: Path) -> WindowBinding:
    binding = a_window(qapp, tmp_path)
    take_in(binding, tmp_path)
    yield binding
    close(binding)


def tour_of(binding: WindowBinding) -> Tour:
    return next(tour for tour in binding.window.findChildren(Tour))


def begun(binding: WindowBinding) -> Tour:
    binding.registry.run("help.tour")
    return tour_of(binding)


def press(tour: Tour, key: Qt.Key) -> None:
    QTest.keyClick(tour.callout, key)


def test_the_tour_goes_through_the_window_by_arrow_keys(filled: WindowBinding) -> None:
    tour = begun(filled)
    seen = []
    for _ in STEPS:
        seen.append(filled.window.stack.current_id)
        assert tour.callout.isVisible()
        press(tour, Qt.Key.Key_Right)
    assert seen == ["data", "data", "dashboard", "why", "whatif", "report"]
    assert tour.step is None
    assert tour.callout is None


def test_an_arrow_back_is_the_step_before(filled: WindowBinding) -> None:
    tour = begun(filled)
    press(tour, Qt.Key.Key_Right)
    press(tour, Qt.Key.Key_Right)
    press(tour, Qt.Key.Key_Left)
    assert tour.step is STEPS[1]
    assert filled.window.stack.current_id == "data"


def test_escape_skips_it_and_help_begins_it_again(filled: WindowBinding) -> None:
    tour = begun(filled)
    assert filled.settings.get(TOUR_KNOWN)
    press(tour, Qt.Key.Key_Escape)
    assert tour.step is None
    assert begun(filled).step.page == "data"


def test_another_page_ends_it_and_the_page_of_a_step_is_that_step(filled: WindowBinding) -> None:
    tour = begun(filled)
    filled.window.show_page("whatif")
    assert tour.step is STEPS[4]
    filled.window.show_page("settings")
    assert tour.step is None


def test_a_callout_tells_a_screen_reader_what_it_says(filled: WindowBinding) -> None:
    tour = begun(filled)
    press(tour, Qt.Key.Key_Right)
    assert tour.callout.accessibleName() == "Step 2 of 6. See what was understood"
    assert "what each column became" in tour.callout.accessibleDescription()


def test_the_ring_is_around_the_control_and_inside_the_window(filled: WindowBinding) -> None:
    tour = begun(filled)
    press(tour, Qt.Key.Key_Right)
    ring = filled.window.findChild(Ring)
    assert ring.isVisible()
    assert filled.window.rect().contains(ring.geometry())
    assert not ring.geometry().intersects(tour.callout.geometry().adjusted(24, 24, -24, -24))


def test_another_language_holds_at_once(filled: WindowBinding, qapp: QApplication) -> None:
    tour = begun(filled)
    apply_look(qapp, Look(language="zh_Hans"))
    try:
        assert not tour.callout.accessibleName().startswith("Step")
    finally:
        apply_look(qapp, Look())


def test_in_an_empty_window_it_begins_at_the_drop_zone(bound: WindowBinding) -> None:
    tour = begun(bound)
    assert bound.window.stack.current_id == WELCOME
    assert tour.step.page == WELCOME
    press(tour, Qt.Key.Key_Escape)
    assert tour.step is None


def test_data_that_come_in_lead_it_on(qapp: QApplication, qtbot, tmp_path: Path) -> None:
    binding = a_window(qapp, tmp_path)
    try:
        tour = begun(binding)
        take_in(binding, tmp_path)
        qtbot.waitUntil(lambda: tour.step is STEPS[1])
        assert binding.window.stack.current_id == "data"
    finally:
        close(binding)


@pytest.fixture
def placed(filled: WindowBinding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was suggested as a file's name; files land in the folder of the test."""
    suggested: list[str] = []

    def choose(_: object, name: str, __: str) -> Path:
        suggested.append(name)
        return tmp_path / name

    monkeypatch.setattr("kpidesk.ui.window.shell.WindowShell.choose_export", choose)
    return suggested


def test_a_template_is_written_where_the_user_says(filled: WindowBinding, placed: list[str], tmp_path: Path) -> None:
    filled.registry.run("help.templates", ("surveys",))
    assert placed == ["Template Survey answers.xlsx"]
    assert (tmp_path / placed[0]).is_file()


def test_the_menu_asks_of_which_table(filled: WindowBinding, placed: list[str], qtbot) -> None:
    filled.registry.run("help.templates")
    palette = filled.window.findChild(CommandPalette)
    qtbot.keyClicks(palette.findChild(type(palette._typed)), "ticket")
    qtbot.keyClick(palette._typed, Qt.Key.Key_Return)
    assert placed == ["Template Support tickets.xlsx"]


def test_what_is_missing_offers_its_template(filled: WindowBinding, placed: list[str], qtbot) -> None:
    filled.window.show_page("data", "coverage")
    page = filled.window.stack.page
    links = [b for b in page.findChildren(type(page._import)) if b.text() == "Get a template" and b.isVisible()]
    assert links
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert len(placed) == 1


def test_an_empty_page_offers_the_template_of_its_table(filled: WindowBinding, placed: list[str]) -> None:
    filled.window.show_page("voice")
    filled.window.stack.page._empty.link_clicked.emit()
    assert placed == ["Template Survey answers.xlsx"]


def test_an_empty_page_does_what_its_link_says(qapp: QApplication, tmp_path: Path, qtbot) -> None:
    """Data may have come in since it was written; what explains a change stands on no one table."""
    binding, asked = a_window(qapp, tmp_path), []
    page = WhyPage(binding.services)
    qtbot.addWidget(page)
    page.act.connect(lambda action, arguments: asked.append((action, arguments)))
    page.refresh()
    assert page._empty._link.text() == "Try the sample company"
    take_in(binding, tmp_path)
    page.on_empty_link()
    assert asked == [("import.sample", ())]
    page._show_empty()
    assert page._empty._link.text() == ""
    close(binding)


def test_the_welcome_page_says_what_each_table_gives(bound, qtbot):
    qtbot.mouseClick(bound.window.stack.page._computable, Qt.MouseButton.LeftButton)
    palette = bound.window.findChild(CommandPalette)
    rows = {row.key: row.detail for row in map(palette._found.row, range(palette._found.rowCount())) for row in row[:1]}
    assert rows["subscriptions"].startswith("MRR, Net revenue retention, Customer churn and ")
    assert rows["surveys"].startswith("NPS")
    assert rows["spend"].startswith("Cost per click, Ad spend")
    assert "monthly_metrics" not in rows
