"""The report page: sections in their order, words that are typed, all of it undone, and files that hold it."""

import tomllib
from itertools import pairwise

import pytest
from kpidesk.cli.main import main
from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import verbatim
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.qt.translation import translated
from kpidesk.scenario.model import Kind, Override, Part, Scenario
from kpidesk.session.commands.scenarios import Suppose
from kpidesk.session.desk import open_desk
from kpidesk.session.jobs import Lane
from kpidesk.session.recipe_text import write_recipe
from kpidesk.session.results import ResultsState
from kpidesk.ui.report.report_export import report_job
from kpidesk.ui.report.report_panel import ReportPanel
from kpidesk.workspace.sections import Section
from pptx import Presentation
from PySide6.QtCore import QPoint, Qt
from tests.ui.desk import a_window, close, take_in


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    binding = a_window(qapp, folder)
    take_in(binding, folder)
    yield binding
    close(binding)


@pytest.fixture
def page(desk):
    desk.window.show_page("report")
    page = desk.window.stack.page
    page.mark_stale()
    yield page
    while desk.services.session.document.report.sections:
        desk.services.session.undo()


def report(desk):
    return desk.services.session.document.report


def test_report_begins_with_what_the_data_give(page):
    assert page.section_list.ids[:2] == ("scenario", "overview")
    assert page.section_list.ids[-1] == "table"
    assert page.preview.page.cards


def test_a_page_whose_numbers_are_known_comes_to_rest(page, qtbot):
    qtbot.waitUntil(lambda: page.state is not None and not page._soon.isActive(), timeout=20_000)
    page.refresh()
    assert not page._soon.isActive()


def test_words_and_buttons_of_a_page_stand_below_each_other_in_a_low_window(qtbot):
    panel = ReportPanel()
    qtbot.addWidget(panel)
    panel.show_section(Section("a", "chart"), "MRR", "")
    panel.resize(panel.width(), 400)
    panel.show()
    fields = (panel.title_box, panel._text, panel.kpis_button, panel.chart_button)
    places = [field.geometry() for field in fields]
    assert panel._page.mapTo(panel, QPoint()) == QPoint()
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(places))


def test_page_is_added_behind_the_chosen_one_and_that_is_undone(page, desk):
    before = page.section_list.ids
    page.on_chosen("overview")
    page._editing.add("text")
    ids = page.section_list.ids
    assert len(ids) == len(before) + 1
    assert ids.index(page.section_list.current_id) == before.index("overview") + 1
    desk.services.session.undo()
    assert page.section_list.ids == before
    assert report(desk).sections == ()


def test_keys_move_a_page_and_take_it_away(page, desk, qtbot):
    page.on_chosen("table")
    page.mark_stale()
    count = len(page.section_list.ids)
    qtbot.keyClick(page.section_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.section_list.ids.index("table") == count - 2
    qtbot.keyClick(page.section_list, Qt.Key.Key_Delete)
    assert "table" not in page.section_list.ids


def test_typing_is_seen_at_once_and_one_step_to_undo(page, desk, qtbot):
    page.on_chosen("overview")
    qtbot.keyClicks(page.panel.title_box, "Good May")
    assert page.preview.page.title == "Good May"
    assert report(desk).section("overview").title == "Good May"
    desk.services.session.undo()
    assert report(desk).sections == ()
    assert page.preview.page.title == "Overview"


def test_deck_has_the_pages_and_words_of_the_report(page, desk, tmp_path):
    page.on_chosen("overview")
    page._editing.title("Good May")
    deck = page._editing.made(page.state)
    export(deck, tmp_path / "deck.pptx", ExportOptions(translate=translated))
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(tmp_path / "deck.pptx").slides]
    assert "Good May" in titles
    assert len(titles) == 1 + len(deck.slides)


@pytest.mark.parametrize("suffix", [".pptx", ".pdf", ".xlsx", ".png", ".csv"])
def test_every_kind_of_file_is_written(suffix, page, desk, tmp_path):
    job = report_job(page._editing.made(page.state), report(desk))(tmp_path / f"report{suffix}")
    handle = desk.services.runner.submit(job, lane=Lane.WORK)
    assert handle.error is None
    assert (tmp_path / f"report{suffix}").stat().st_size > 100


def test_recipe_of_the_window_runs_on_the_command_line(page, desk, tmp_path, capsys):
    page.on_chosen("overview")
    page._editing.title("Good “May”")
    path = tmp_path / "monthly.toml"
    write_recipe(path, desk.services.session.document, page.state.sections, "en")
    assert tomllib.loads(path.read_text())["section"][1]["title"] == "Good “May”"
    assert main(["run", str(path)]) == 0
    assert {each.name for each in tmp_path.iterdir()} == {"monthly.toml", "monthly.pptx", "monthly.xlsx", "monthly.pdf"}
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(tmp_path / "monthly.pptx").slides]
    assert "Good “May”" in titles
    capsys.readouterr()
    assert main(["run", str(path)]) == 0


def test_report_survives_saving(page, desk, tmp_path):
    page.on_chosen("overview")
    page._editing.title("Kept")
    saved = desk.services.persistence.save(tmp_path / "kept.kpidesk").result

    with open_desk([saved]) as other:
        assert other.document.report.section("overview").title == "Kept"


def test_scenario_on_a_part_that_is_not_there_is_told_not_raised(page, desk):
    session, notices = desk.services.session, desk.services.notices
    nowhere = Override(DriverName("customer_churn_rate"), Kind.FACTOR, 0.5, part=Part("channel", "Nowhere"))
    session.execute(Suppose(Scenario(ScenarioId("part"), "Part", (nowhere,)), verbatim("Suppose")))
    page.mark_stale()
    assert page.section_list.ids
    assert any("Nowhere" in str(notice.message.params) for notice in notices.standing)
    session.undo()


def test_a_study_of_another_page_becomes_a_page_of_the_report(page, qtbot):
    page.on_chosen("overview")
    page._editing.add("study-bridge")
    section = next(each for each in page.state.sections if each.id == "study-bridge")
    qtbot.waitUntil(lambda: bool(page.state.pages(section)), timeout=20_000)
    assert page.section_list.current_id == "study-bridge"
    assert page.preview.page.figure.kind == "waterfall"
    page._editing.add("study-bridge")  # once is enough: it is chosen again
    assert page.section_list.ids.count("study-bridge") == 1


def test_why_there_are_no_pages_is_said(page, desk, monkeypatch):
    results = desk.services.results
    with monkeypatch.context() as patch:
        patch.setattr(results, "state", ResultsState.FAILED)
        patch.setattr(results, "error", UserError(verbatim("There is no rate for CHF")))
        page.mark_stale()
        assert page._empty.isHidden()
        assert "CHF" in page._waiting._trouble._sentence.text()
        assert page._waiting._trouble.isVisible()
    page.mark_stale()
    assert page.state is not None
