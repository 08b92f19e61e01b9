"""Actions are declared once and cannot contradict one another."""

from collections import Counter

import pytest
from kpidesk.core.resources import resource
from kpidesk.ui.actions.pages import LINKED, PAGES
from kpidesk.ui.actions.registry import ALL, MENUS
from PySide6.QtGui import QKeySequence


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


def test_letters_can_be_switched_off(bound):
    from kpidesk.session.settings import LETTER_KEYS

    assert bound.registry.qt_action("context.grain").isEnabled()
    bound.settings.set(LETTER_KEYS, False)
    assert not bound.registry.qt_action("context.grain").isEnabled()
