"""Everything that can be used has a name and a role, on every page, also for those who do not see it."""

import pytest
from kpidesk.ui.actions.pages import PAGES
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGraphicsView, QHeaderView, QWidget
from tests.ui.monkey import is_interactive

_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def used(window):
    """What a user can press, fill, or reach by Tab."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        if widget.focusProxy() is not None or isinstance(widget.parentWidget(), QGraphicsView):
            continue  # the inside of a view
        if isinstance(widget, QHeaderView):
            continue  # a table tells its heads itself
        if is_interactive(widget) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def nameless(window):
    """Of these, what says nothing of itself."""
    for widget in used(window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name)
        if not name or spoken.role() in _NO_ROLES:
            yield type(widget).__name__, type(widget.parentWidget()).__name__, name, spoken.role().name


@pytest.mark.parametrize("page", [entry.id for entry in PAGES])
def test_every_widget_of_a_page_has_a_name_and_a_role(imported, page):
    imported.window.show_page(page)
    assert sorted(set(nameless(imported.window))) == []


def test_an_edited_board_has_names_too(imported):
    imported.window.show_page("dashboard")
    page = imported.window.stack.page
    page.on_edit()
    assert sorted(set(nameless(imported.window))) == []
    page.on_edit()


@pytest.mark.parametrize("page", [entry.id for entry in PAGES])
def test_tab_goes_round_a_page_and_leaves_nothing_out(imported, qtbot, page):
    imported.window.show_page(page)
    imported.window.activateWindow()
    wanted = {
        w for w in used(imported.window.stack.page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()
    }
    first = now = imported.window.stack.page
    met = set()
    while now not in met:
        met.add(now)
        now = now.nextInFocusChain()
    assert first in met
    assert [type(widget).__name__ for widget in wanted - met] == []
