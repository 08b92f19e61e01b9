"""Every key that the window promises does what it promises, struck as a user strikes it."""

import pytest
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.popover import ChoicePopover, Popover
from kpidesk.ui.actions.registry import ALL
from kpidesk.ui.charts.note_popover import NotePopover
from kpidesk.ui.explore.members_panel import MembersPanel
from kpidesk.ui.window.command_palette import CommandPalette
from kpidesk.ui.window.dialogs import KeysDialog
from kpidesk.ui.window.shell import WindowShell
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
PAGES = ("data", "dashboard", "kpis", "movements", "funnel", "cohorts", "channels", "voice", "whatif", "why", "report")


@pytest.fixture
def window(imported):
    """On the dashboard, with the keyboard at a card."""
    imported.window.activateWindow()
    imported.window.show_page("dashboard")
    card = next(each for each in imported.window.stack.page.findChildren(KpiCard) if each.isVisible())
    card.setFocus(Qt.FocusReason.TabFocusReason)
    yield imported.window
    for popover in imported.window.findChildren(Popover):
        popover.dismiss()
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.reject()


def strike(window, key, modifier=NONE):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def floating(window, kind):
    return [each for each in window.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        *((Qt.Key(Qt.Key.Key_0 + (nth + 1) % 10), CTRL, page) for nth, page in enumerate(PAGES[:10])),
        (Qt.Key.Key_0, CTRL | SHIFT, "report"),
        (Qt.Key.Key_Comma, CTRL, "settings"),
        (Qt.Key.Key_W, NONE, "whatif"),
        (Qt.Key.Key_Y, NONE, "why"),
    ],
)
def test_a_key_opens_its_page(window, key, modifier, page):
    if page == "dashboard":
        window.show_page("kpis")
    strike(window, key, modifier)
    assert window.stack.current_id == page


@pytest.mark.parametrize("key", [Qt.Key.Key_G, Qt.Key.Key_P, Qt.Key.Key_C, Qt.Key.Key_S])
def test_a_letter_opens_its_list_and_escape_gives_the_keyboard_back(window, key):
    before = QApplication.focusWidget()
    strike(window, key)
    assert len(floating(window, ChoicePopover)) == 1
    strike(window, Qt.Key.Key_Escape)
    assert floating(window, ChoicePopover) == []
    assert QApplication.focusWidget() is before


def test_the_palette_and_the_list_of_keys_open(window):
    strike(window, Qt.Key.Key_K, CTRL)
    assert len(floating(window, CommandPalette)) == 1
    strike(window, Qt.Key.Key_Escape)
    strike(window, Qt.Key.Key_Question)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    bound = {each.id for each in ALL if each.shortcut}
    names = (window.findChild(type(window.actions()[0]), id).text() for id in bound)
    assert {name.removesuffix("…") for name in names} <= said


def test_the_sidebar_folds_and_unfolds(window):
    wide = window.frame.sidebar.width()
    strike(window, Qt.Key.Key_B, CTRL)
    assert window.frame.sidebar.width() < wide
    strike(window, Qt.Key.Key_B, CTRL)
    assert window.frame.sidebar.width() == wide


@pytest.mark.parametrize(
    ("key", "asks"),
    [(Qt.Key.Key_O, "choose_workspace"), (Qt.Key.Key_I, "choose_files"), (Qt.Key.Key_S, "choose_target")],
)
def test_files_are_asked_for(window, monkeypatch, key, asks):
    asked = []
    answer = {"choose_files": ()}.get(asks)
    monkeypatch.setattr(WindowShell, asks, lambda *_: asked.append(asks) or answer)
    strike(window, key, CTRL)
    assert asked == [asks]


def test_the_running_job_is_stopped(window, monkeypatch):
    asked = []
    monkeypatch.setattr(WindowShell, "cancel_job", lambda *_: asked.append(1))
    strike(window, Qt.Key.Key_Period, CTRL)
    assert len(asked) == 1


def test_a_board_is_exported(window, monkeypatch):
    asked = []
    monkeypatch.setattr(WindowShell, "choose_export", lambda _, name, kinds: asked.append(name))
    strike(window, Qt.Key.Key_E, CTRL)
    assert len(asked) == 1


def test_a_chart_is_walked_turned_into_its_table_and_back(window):
    chart = next(each for each in window.stack.page.findChildren(FigureView) if each.isVisible() and each.figure.table)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    strike(window, Qt.Key.Key_Left)
    first = chart.row
    strike(window, Qt.Key.Key_Left)
    assert first >= 0
    assert chart.row == first - 1
    strike(window, Qt.Key.Key_T)
    assert not chart.isVisible()
    strike(window, Qt.Key.Key_T)
    assert chart.isVisible()


def chart_with_keyboard(window, page, kind="line"):
    """The first chart of a kind, its crosshair on the last place but one."""
    window.show_page(page)
    views = (each for each in window.stack.page.findChildren(FigureView) if each.isVisible())
    chart = next(each for each in views if each.figure.readout_xs and each.figure.kind == kind)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    strike(window, Qt.Key.Key_Left)
    strike(window, Qt.Key.Key_Left)
    return chart


def test_n_writes_a_note_at_the_crosshair(window, imported):
    chart_with_keyboard(window, "dashboard")
    strike(window, Qt.Key.Key_N)
    assert len(floating(window, NotePopover)) == 1
    QTest.keyClicks(QApplication.focusWidget(), "Launch")
    strike(window, Qt.Key.Key_Return)
    assert floating(window, NotePopover) == []
    assert [each.text for each in imported.services.session.document.annotations] == ["Launch"]
    strike(window, Qt.Key.Key_Z, CTRL)
    assert imported.services.session.document.annotations == ()


def test_enter_shows_the_rows_behind_a_bar(window):
    chart = chart_with_keyboard(window, "movements", "waterfall")
    strike(window, Qt.Key.Key_Home)
    strike(window, Qt.Key.Key_Right)
    assert chart.row == 1
    strike(window, Qt.Key.Key_Return)
    assert len(floating(window, MembersPanel)) == 1


def test_plus_and_minus_zoom_a_chart_and_escape_shows_all(window, qtbot):
    chart = chart_with_keyboard(window, "dashboard")
    for key, is_whole in ((Qt.Key.Key_Plus, False), (Qt.Key.Key_Escape, True)):
        with qtbot.waitSignal(chart.zoomed) as said:
            strike(window, key)
        assert (said.args == [None]) is is_whole
    strike(window, Qt.Key.Key_Plus)
    with qtbot.waitSignal(chart.zoomed) as said:
        strike(window, Qt.Key.Key_Minus)
    assert said.args == [None]


def test_a_table_is_copied(window):
    window.show_page("movements")
    table = next(each for each in window.stack.page.findChildren(DataTable) if each.isVisible())
    table.setFocus(Qt.FocusReason.TabFocusReason)
    strike(window, Qt.Key.Key_A, CTRL)
    QApplication.clipboard().clear()
    strike(window, Qt.Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == table.model().rowCount()
    assert lines[0].startswith("Opening\t€0.00\t€500.00")


def test_steps_are_taken_back_and_made_again(window, imported):
    session = imported.services.session
    before = session.redo_label, session.undo_label
    strike(window, Qt.Key.Key_Z, CTRL)
    assert session.redo_label == before[1] is not None
    strike(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert (session.redo_label, session.undo_label) == before
