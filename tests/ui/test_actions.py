"""Actions are declared once and cannot contradict one another."""

from collections import Counter

import pytest
from kpidesk.core.resources import resource
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import lit_ground
from kpidesk.session.commands.view import RenameWorkspace
from kpidesk.ui.actions.pages import LINKED, PAGES, view_with_data
from kpidesk.ui.actions.recent_menu import RecentMenu
from kpidesk.ui.actions.registry import ALL, MENUS
from kpidesk.ui.window.dialogs import KeysDialog
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel


def test_ids_are_unique():
    assert [i for i, n in Counter(a.id for a in ALL).items() if n > 1] == []


def test_shortcuts_are_unique_and_known_to_qt(qapp):
    keys = [QKeySequence(a.shortcut).toString() for a in ALL if a.shortcut]
    assert "" not in keys
    assert [k for k, n in Counter(keys).items() if n > 1] == []


def test_every_action_has_words_an_icon_that_exists_and_a_menu_that_exists():
    for action in ALL:
        assert all(action.title.template), action.id
        assert not (action.menu or action.icon) or resource("icons", f"{action.icon}.svg").is_file(), action.id
        assert action.menu in ("", *MENUS), action.id


def test_single_letters_are_marked_as_such():
    for action in ALL:
        assert action.is_letter == (len(action.shortcut) == 1), action.id


def test_commands_that_ask_for_more_end_in_an_ellipsis_and_no_tooltip_does(bound):
    asking = {a.id for a in ALL if a.menu and bound.registry.qt_action(a.id).text().endswith("…")}
    assert asking == {
        "file.open", "file.save_as", "import.files", "export.page", "file.print", "help.templates",
    }  # fmt: skip
    assert not [a.id for a in ALL if bound.registry.qt_action(a.id).toolTip().endswith("…")]


def test_pages_are_in_the_order_of_the_design():
    shown = [page.id for page in PAGES if page.group != LINKED]
    assert shown == ["data", "dashboard", "kpis", "movements", "funnel", "cohorts", "channels", "voice",
                     "whatif", "why", "report", "settings"]  # fmt: skip
    assert all(resource("icons", f"{page.icon}.svg").is_file() for page in PAGES)


@pytest.mark.parametrize(
    "id", [a.id for a in ALL if a.menu and not a.id.startswith(("file.open", "file.save", "import.", "file.quit"))]
)
def test_every_action_runs_or_is_disabled_on_an_empty_session(bound, id):
    bound.registry.run(id)


def test_letters_can_be_switched_off_and_what_they_did_is_still_in_the_menu(bound):
    from kpidesk.session.settings import LETTER_KEYS

    grain, keys = (bound.registry.qt_action(id) for id in ("context.grain", "view.keys"))
    assert [each.shortcut().toString() for each in (grain, keys)] == ["G", "?"]
    bound.settings.set(LETTER_KEYS, False)
    assert [each.shortcut().toString() for each in (grain, keys)] == ["", ""]
    assert (grain.isEnabled(), keys.isEnabled()) == (True, True)
    assert bound.registry.qt_action("view.palette").shortcut().toString() == "Ctrl+K"
    bound.registry.retranslate()  # another language brings no key back
    assert keys.shortcut().toString() == ""
    bound.registry.run("view.keys")
    said = {label.text() for label in bound.window.findChild(KeysDialog).findChildren(QLabel)}
    assert keys.text() not in said
    assert bound.registry.qt_action("view.palette").text() in said


def test_the_button_stands_clear_of_the_list_of_keys(bound):
    bound.registry.run("view.keys")
    dialog = bound.window.findChild(KeysDialog)
    dialog.adjustSize()
    lowest = max(label.geometry().bottom() for label in dialog.findChildren(QLabel))
    assert dialog.findChild(Button).geometry().top() - lowest >= 16


@pytest.mark.parametrize(
    ("page", "known", "opened"),
    [
        ("movements", {"transactions"}, "orders"),
        ("movements", {"mrr", "transactions"}, "movements"),
        ("movements", set(), "movements"),
        ("voice", {"ticket_volume"}, "support"),
        ("channels", {"sessions"}, "traffic"),
        ("orders", {"mrr"}, "movements"),
        ("cohorts", {"mrr"}, "cohorts"),
    ],
)
def test_an_entry_opens_the_view_that_has_data(page, known, opened):
    assert view_with_data(page, known.__contains__) == opened


def test_undo_and_redo_say_what_they_did_in_one_notice(bound):
    session, notices = bound.services.session, bound.services.notices
    for name in ("One", "Two"):
        session.execute(RenameWorkspace(name))

    def said():
        return [(str(n.message), [a.action for a in n.actions]) for n in notices.standing]

    bound.window.frame.top.undo_asked.emit()
    assert said() == [("Undone: Rename to Two", ["edit.redo"])]
    bound.registry.run("edit.undo")
    assert said() == [("Undone: Rename to One", ["edit.redo"])]
    bound.registry.run("edit.redo")
    assert said() == [("Done again: Rename to One", ["edit.undo"])]
    session.execute(RenameWorkspace("Three"))
    assert said() == []


def test_recent_workspaces_open_from_the_menu(bound, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(bound.files, "open_workspace", opened.append)
    menu = next(each for each in bound.registry.menu("file", bound.window).findChildren(RecentMenu))
    assert [action.isEnabled() for action in menu.actions()] == [False]
    for name in ("old.kpidesk", "sheet.xlsx", "new.kpidesk"):
        bound.services.settings.remember(tmp_path / name)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["new", "old"]
    menu.actions()[1].trigger()
    assert opened == [tmp_path / "old.kpidesk"]


def test_a_menu_draws_its_names_keys_and_marks(bound, qtbot):
    """What is chosen stands on another ground; a menu without that line looks otherwise."""
    menu = bound.registry.menu("file", bound.window)
    qtbot.addWidget(menu)
    menu.resize(menu.sizeHint())
    first = next(action for action in menu.actions() if action.isEnabled())
    rest = menu.grab().toImage()
    menu.setActiveAction(first)
    lit = menu.grab().toImage()
    box = menu.actionGeometry(first)
    ground, chosen = (image.pixelColor(box.right() - 4, box.center().y()) for image in (rest, lit))
    assert (ground.name(), chosen.name()) == (theme().colour("raised").name(), theme().colour(lit_ground()).name())
    assert not menu.mask().isEmpty()
