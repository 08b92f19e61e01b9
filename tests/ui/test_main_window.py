"""The window: pages, bars, narrow form, drops, palette, undo, languages and themes while it stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import verbatim
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import language
from kpidesk.qt.widgets.popover import ChoicePopover
from kpidesk.qt.widgets.sidebar_item import SidebarItem
from kpidesk.session.commands.datasets import add_dataset
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.session.jobs import Job, JobHandle, Lane
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME, Settings
from kpidesk.ui.actions.pages import PAGES, home_of
from kpidesk.ui.window.command_palette import CommandPalette, PaletteEntry, matched
from kpidesk.ui.window.dialogs import FileChoice
from kpidesk.ui.window.main_window import MainWindow
from kpidesk.ui.window.page import CONTEXT_ALL, Page
from kpidesk.ui.window.page_stack import WELCOME
from kpidesk.workspace.document import Dataset, SourceRef
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSlider


def a_dataset(name: str = "subs") -> Dataset:
    return Dataset(DatasetId(name), name, "other", (), 3, SourceRef(f"/x/{name}.csv"))


class CountingPage(Page):
    """Counts its refreshes."""

    def __init__(self) -> None:
        super().__init__(parts=CONTEXT_ALL)
        self.refreshed = 0
        self.set_title("Counting")

    def refresh(self) -> None:
        self.refreshed += 1


def test_unbound_window_shows_and_keeps_what_is_asked(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted, timeout=1000):
        window.show()
    dropped = []
    window.dropped.connect(dropped.append)
    window.on_dropped((Path("a.csv"),))
    qtbot.mouseClick(window.frame.sidebar.item("kpis"), Qt.MouseButton.LeftButton)
    assert (dropped, window.stack.current_id) == ([], WELCOME)
    window.bound()
    assert dropped == [(Path("a.csv"),)]
    assert window.stack.current_id == "kpis"


@pytest.mark.parametrize("page", [p.id for p in PAGES])
def test_every_page_opens_by_its_entry(bound, qtbot, page):
    sidebar, home = bound.window.frame.sidebar, home_of(page)
    entries = {item.objectName() for item in sidebar.findChildren(SidebarItem)}
    if f"sidebar.{page}" in entries:
        qtbot.mouseClick(sidebar.item(page), Qt.MouseButton.LeftButton)
    else:  # a view of another page, or one that others lead to
        bound.registry.run(f"go.{page}")
    assert bound.window.stack.current_id == page
    assert [name for name in entries if sidebar.item(name.removeprefix("sidebar.")).isChecked()] == (
        [f"sidebar.{home}"] if f"sidebar.{home}" in entries else []
    )
    assert bound.window.stack.page.title


class PaintedPage(CountingPage):
    """Counts how often it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted += 1


def test_a_page_is_painted_in_a_turn_of_its_own(bound, qtbot):
    window = bound.window
    window.stack.add_factories({"funnel": PaintedPage})
    qtbot.waitUntil(window.stack.updatesEnabled)
    window.show_page("funnel")
    page = window.stack.page
    assert page.isVisible()
    QCoreApplication.sendPostedEvents()
    assert page.painted == 0
    qtbot.waitUntil(lambda: page.painted > 0)
    assert window.stack.updatesEnabled()


def test_hidden_page_waits_with_its_work(bound):
    bound.window.stack.add_factories({"funnel": CountingPage})
    bound.window.show_page("funnel")
    page = bound.window.stack.page
    assert page.refreshed == 1
    bound.services.session.execute(RenameWorkspace("A"))
    assert page.refreshed == 2
    bound.window.show_page("why")
    bound.services.session.execute(RenameWorkspace("B"))
    bound.services.session.execute(RenameWorkspace("C"))
    assert page.refreshed == 2
    bound.window.show_page("funnel")
    assert page.refreshed == 3


def test_context_bar_asks_the_document(bound, qtbot):
    bound.window.stack.add_factories({"funnel": CountingPage})
    bound.window.show_page("funnel")
    assert bound.bar.isVisible()
    quarter = next(b for b in bound.bar.findChildren(QAbstractButton) if b.text() == "Quarter")
    qtbot.mouseClick(quarter, Qt.MouseButton.LeftButton)
    assert bound.services.session.document.query.grain is Grain.QUARTER
    bound.registry.run("edit.undo")
    assert bound.services.session.document.query.grain is Grain.MONTH
    assert bound.bar._grain.current == "month"


def test_pages_without_context_hide_the_bar(bound):
    bound.window.show_page("settings")
    assert bound.bar.isHidden()


def test_first_table_leaves_the_welcome_page_and_undo_comes_back(bound):
    assert bound.window.stack.current_id == WELCOME
    bound.services.session.execute(add_dataset(a_dataset()))
    assert bound.window.stack.current_id == "dashboard"
    bound.registry.run("edit.undo")
    assert bound.window.stack.current_id == WELCOME


def test_undo_button_says_what_it_takes_back(bound, qtbot):
    top = bound.window.frame.top
    assert not top._undo.isEnabled()
    bound.services.session.execute(RenameWorkspace("Northwind"))
    assert "Northwind" in top._undo.toolTip()
    qtbot.mouseClick(top._undo, Qt.MouseButton.LeftButton)
    assert bound.services.session.document.name == ""


def test_title_names_the_workspace_and_its_state(bound):
    bound.services.session.execute(RenameWorkspace("Northwind"))
    assert bound.window.windowTitle().startswith("Northwind[*]")
    assert bound.window.isWindowModified()


def test_narrow_window_folds_and_unfolds(bound, qtbot):
    window = bound.window
    window.resize(1024, 700)
    assert window.narrow
    assert window.frame.sidebar.width() == 56
    bound.registry.run("view.sidebar")
    assert window.frame.sidebar.width() == 208
    window.resize(1440, 900)
    assert not window.narrow
    assert window.frame.sidebar.width() == 208


def test_window_fits_its_least_size(bound):
    for page in PAGES:
        bound.window.show_page(page.id)
        bound.window.resize(960, 640)
        assert (bound.window.width(), bound.window.height()) == (960, 640), page.id


def test_palette_finds_and_opens_a_page(bound, qtbot):
    bound.registry.run("view.palette")
    palette = bound.window.findChild(CommandPalette)
    qtbot.keyClicks(palette._typed, "coho")
    qtbot.keyClick(palette._typed, Qt.Key.Key_Return)
    assert bound.window.stack.current_id == "cohorts"


def test_palette_prefers_beginnings_then_words_then_letters():
    names = ["Churned customers", "Customer churn", "Cash urn", "ARPA"]
    scored = [(matched(PaletteEntry("kpi", n, n), "churn"), n) for n in names]
    order = [n for hit, n in sorted((s for s in scored if s[0] is not None), key=lambda s: s[0][0])]
    assert order == ["Churned customers", "Customer churn", "Cash urn"]


def test_palette_marks_what_was_typed_in_the_name_though_its_detail_answers_too():
    found = matched(PaletteEntry("kpi", "share_churned", "Share churned", "of churn"), "churn")
    assert found is not None
    assert found[1] == tuple(range(6, 11))


def test_palette_answers_to_the_other_languages():
    entry = PaletteEntry("kpi", "mrr", "MRR", also=("月经常性收入", "每月經常性收入"))
    assert matched(entry, "经常性") is not None
    assert matched(entry, "經常性") is not None


def test_palette_says_that_nothing_is_called_so(bound, qtbot):
    bound.registry.run("view.palette")
    palette = bound.window.findChild(CommandPalette)
    qtbot.keyClicks(palette._typed, "zzqx")
    assert palette._none.text() == "Nothing is called “zzqx”."
    assert palette._none.isVisible()
    assert palette._list.isHidden()
    qtbot.keyClick(palette._typed, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_notices_show_and_run_actions(bound, qtbot):
    action = NoticeAction(verbatim("Open"), "go.why")
    bound.services.notices.post(Notice(Level.WARNING, verbatim("Look"), actions=(action,)))
    button = next(b for b in bound.window.frame.notices.findChildren(QAbstractButton) if b.text() == "Open")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bound.window.stack.current_id == "why"
    assert bound.services.notices.standing == ()


def test_notices_never_cover_the_page(bound):
    bound.services.notices.tell(Level.WARNING, verbatim("one"))
    bound.services.notices.tell(Level.WARNING, verbatim("two"))
    frame = bound.window.frame
    frame.layout().activate()
    bound.window.grab()
    bottom = frame.notices.mapTo(frame, frame.notices.rect().bottomLeft()).y()
    assert frame.stack.mapTo(frame, frame.stack.rect().topLeft()).y() > bottom


def test_bell_keeps_notices_that_no_longer_fit(bound, qtbot):
    strip = bound.window.frame.status
    for text in ("one", "two", "three"):
        bound.services.notices.tell(Level.WARNING, verbatim(text))
    assert not strip.bell.isHidden()
    assert [str(n.message) for n in bound.notices.hidden] == ["one"]
    bound.notices.bring_back(bound.notices.hidden[0])
    assert [str(n.message) for n in bound.notices.hidden] == ["two"]


def test_expected_trouble_is_told_in_the_window(bound):
    bound.services.notices.error(UserError(verbatim("The file is gone."), verbatim("Choose another.")))
    assert bound.window.frame.notices.isVisible()


def test_theme_language_and_size_hold_at_once(bound):
    bound.settings.set(THEME, "dark")
    assert theme().name == "dark"
    bound.settings.set(LANGUAGE, "zh_Hant")
    assert language() == "zh_Hant"
    bound.settings.set(TEXT_SIZE, 150)
    for page in PAGES:
        bound.window.show_page(page.id)
        assert not bound.window.grab().isNull()


def test_every_widget_to_press_or_fill_has_a_name(bound):
    for page in PAGES:
        bound.window.show_page(page.id)
    bound.services.notices.tell(Level.WARNING, verbatim("Look"))
    for kind in (QAbstractButton, QLineEdit, QSlider):
        for widget in bound.window.findChildren(kind):
            named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            ours = type(widget).__module__.startswith("kpidesk")
            assert named or not ours or widget.isHidden(), (type(widget), widget.objectName())


def test_every_label_is_plain_text(bound):
    for page in PAGES:
        bound.window.show_page(page.id)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in bound.window.findChildren(QLabel))


def test_f6_goes_round_the_parts_of_the_window(bound, qtbot):
    bound.window.activateWindow()
    seen = []
    for _ in range(4):
        bound.registry.run("view.next_region")
        now = QApplication.focusWidget()
        seen.append(next((r.objectName() for r in bound.window.frame.regions() if now and r.isAncestorOf(now)), None))
    assert len(set(seen)) >= 2 or seen == [None] * 4


def test_settings_page_has_a_row_for_each_declared_setting(bound):
    bound.window.show_page("settings")
    names = {b.objectName() for b in bound.window.stack.page.findChildren(QAbstractButton)}
    assert {"setting.app.theme", "setting.app.language", "setting.app.text_size"} <= names


def test_dropping_a_workspace_opens_it_and_other_files_are_looked_into(bound, monkeypatch, tmp_path):
    opened, looked = [], []
    monkeypatch.setattr(type(bound.services.persistence), "open", lambda _, path: opened.append(path))
    monkeypatch.setattr(type(bound.services.importing), "start", lambda _, paths: looked.append(tuple(paths)))
    bound.window.on_dropped((tmp_path / "a.kpidesk",))
    bound.window.on_dropped((tmp_path / "a.csv", tmp_path / "b.xlsx"))
    assert opened == [tmp_path / "a.kpidesk"]
    assert looked == [(tmp_path / "a.csv", tmp_path / "b.xlsx")]


def test_scenario_chip_turns_off_with_its_scenario(bound):
    assert replace(bound.services.session.document).scenarios == {}
    bound.context.choose_scenario("nobody")
    assert bound.context.scenario == ""


def test_the_last_folder_is_kept_for_the_next_run(bound, tmp_path, monkeypatch):
    place = tmp_path / "sheets"
    place.mkdir()
    picked = lambda *_: (str(place / "a.kpidesk"), "")  # noqa: E731
    monkeypatch.setattr("kpidesk.ui.window.dialogs.QFileDialog.getOpenFileName", picked)
    assert FileChoice(bound.settings, bound.window).workspace(bound.window) == place / "a.kpidesk"
    asked = []
    monkeypatch.setattr(
        "kpidesk.ui.window.dialogs.QFileDialog.getSaveFileName", lambda *rest: asked.append(rest[2]) or ("", "")
    )
    again = FileChoice(Settings(bound.services.folders.settings), bound.window)
    assert again.target(bound.window, "b.kpidesk") is None
    assert asked == [str(place / "b.kpidesk")]


def test_the_drawer_stands_where_the_page_does(bound):
    window = bound.window
    window.resize(1024, 700)
    window.show_page("data")
    page = window.stack.page
    panel = QLabel("panel")
    page.set_drawer(panel, page.layout())
    window.frame.drawer.open_for(page)
    window.grab()
    frame, drawer = window.frame, window.frame.drawer.geometry()
    assert drawer.top() == frame.stack.mapTo(frame, frame.stack.rect().topLeft()).y()
    assert drawer.height() == frame.stack.height()
    assert drawer.right() == frame.width() - 1
    window.frame.drawer.dismiss()


def test_the_status_bar_is_not_up_to_date_while_numbers_are_computed(bound):
    handle = JobHandle(Job(verbatim("Computing"), int, quiet=True), Lane.STORE, Progress())
    bound.services.results.asked.emit(handle)
    area = bound.window.frame.status.jobs
    area.on_slow()
    assert area._text.text() == "Computing"
    assert area._cancel.isHidden()
    handle.report(1, 4, None)
    assert area._text.text() == "Computing 25%"
    handle.begin()
    handle.succeed(1)
    assert area._text.text() == "Up to date"


def test_a_workspace_that_was_just_saved_is_among_the_recent_ones(bound, tmp_path):
    bound.settings.remember(tmp_path / "sheets.csv")
    bound.settings.remember(tmp_path / "desk.kpidesk")
    shown = [b.text() for b in bound.window.stack.page.findChildren(QAbstractButton) if b.property("path")]
    assert shown == ["desk"]


def test_the_target_can_be_compared_with(bound):
    bound.bar.on_comparison("target")
    assert bound.services.session.document.query.comparison == "target"
    bound.bar.set_parts(CONTEXT_ALL)
    bound.bar.open_comparison()
    (popover,) = [p for p in bound.window.findChildren(ChoicePopover) if p.isVisible()]
    listed = [popover._model.choice(row) for row in range(popover._model.rowCount())]
    assert [choice.key for choice in listed] == ["previous", "year_ago", "target"]
    assert listed[-1].detail == "none set yet"
    popover.dismiss()


def test_a_notice_ends_its_sentence_before_it_says_what_to_do(bound):
    bound.services.notices.error(UserError(verbatim("It holds no table"), verbatim("Save it as XLSX.")))
    assert bound.window.frame.notices._views[-1].text == "It holds no table. Save it as XLSX."


def test_the_keyboard_goes_along_to_the_page_that_a_button_of_the_last_one_opens(bound, qtbot):
    window = bound.window
    window.activateWindow()
    window.show_page("settings")
    box = next(each for each in window.stack.page.findChildren(QLineEdit) if each.isVisible())
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    window.show_page("data")
    assert window.stack.page.hasFocus()
    box = window.frame.sidebar.item("data")
    box.setFocus()
    window.show_page("settings")
    assert box.hasFocus()


def test_the_focus_of_what_goes_away_makes_no_ring_elsewhere(bound, qtbot):
    """A button that was clicked and hides itself: the page has the focus, and Tab goes on from there."""
    window = bound.window
    window.activateWindow()
    window.show_page("settings")
    page = window.stack.page
    button = next(each for each in page.findChildren(QAbstractButton) if each.isVisible())
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    button.hide()
    assert QApplication.focusWidget() is page
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.isAncestorOf(QApplication.focusWidget())
