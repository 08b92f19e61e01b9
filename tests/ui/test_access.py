"""Everything that can be used has a name and a role, wherever it is, also for those who do not see it."""

from collections import Counter

import pytest
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.widgets.popover import Popover
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.charts.chart_tile import ChartTile
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QHeaderView, QWidget
from tests.ui.desk import a_varied_company, a_window, close, take_in_all
from tests.ui.in_sight import in_sight, is_interactive

_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def used(window):
    """What a user can press, fill, or reach by Tab."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        if isinstance(widget.parentWidget(), QGraphicsView):
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


@pytest.fixture(scope="module")
def full(qapp, tmp_path_factory):
    """A company with all tables, so that no page is empty."""
    folder = tmp_path_factory.mktemp("varied")
    binding = a_window(qapp, folder)
    take_in_all(binding, a_varied_company(folder / "sheets"))
    yield binding
    close(binding)


def told(thing):
    """Its name and its role, as a screen reader hears them."""
    spoken = QAccessible.queryAccessibleInterface(thing.widget)
    return spoken.text(QAccessible.Text.Name), spoken.role()


def faults(root):
    """What has no name or no role, and what is called and acts like another one beside it or in the next tile."""
    things = [each for each in in_sight(root, "", (), "") if not isinstance(each.widget, QHeaderView)]
    names = [told(thing) for thing in things]
    yield from (thing.place for thing, (name, role) in zip(things, names, strict=True) if not name or role in _NO_ROLES)
    buttons = Counter(name for name, role in names if role is QAccessible.Role.Button)
    yield from (name for name, count in buttons.items() if count > 1)


def shut(window):
    for popover in window.findChildren(Popover):
        popover.dismiss()
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.reject()


PLACES = {
    "palette": lambda full: full.registry.run("view.palette"),
    "keys": lambda full: full.registry.run("view.keys"),
    "about": lambda full: full.registry.run("help.about"),
    "period": lambda full: full.bar.open_part("period"),
    "segment": lambda full: full.bar.open_part("segment"),
    "kpi": lambda full: full.window.show_page("kpis", "mrr"),
}


@pytest.mark.parametrize("place", [entry.id for entry in PAGES] + list(PLACES))
def test_a_full_window_has_names_and_no_two_buttons_of_one_name(full, place):
    PLACES.get(place, lambda full: full.window.show_page(place))(full)
    try:
        assert sorted(faults(QApplication.activeModalWidget() or full.window)) == []
    finally:
        shut(full.window)


def test_the_import_review_has_names(full, tmp_path):
    full.files.take(a_varied_company(tmp_path / "again"))
    review = full.window.stack.get("data")._review
    assert review.isVisible()
    assert sorted(set(nameless(full.window))) == []


def test_menus_are_named_and_their_lines_too(full):
    menus = [each.menu() for each in full.window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        assert menu.accessibleName()
        lines = [line for line in menu.actions() if not line.isSeparator()]
        assert all(line.text() for line in lines)
        menus += [line.menu() for line in lines if line.menu() is not None]


@pytest.mark.parametrize("page", [entry.id for entry in PAGES])
def test_each_chart_has_its_sentence_and_its_table(full, page):
    full.window.show_page(page)
    for view in full.window.stack.page.findChildren(FigureView):
        if view.isVisible():
            assert view.accessibleDescription().strip(), view.accessibleName()
    for tile in full.window.stack.page.findChildren(ChartTile):
        if tile.isVisible() and tile.figure is not None:
            assert tile.figure.table.rows or tile.figure.summary, tile.accessibleName()


@pytest.mark.parametrize("page", ["dashboard", "whatif", "report", "settings"])
def test_what_is_on_is_told_to_be_on(full, page):
    full.window.show_page(page)
    for button in full.window.findChildren(QAbstractButton):
        if button.isVisible() and button.isCheckable():
            state = QAccessible.queryAccessibleInterface(button).state()
            assert state.checkable, button.accessibleName()
            assert bool(state.checked) == button.isChecked(), button.accessibleName()
