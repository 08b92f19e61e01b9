"""Everything that can be used has a name and a role, wherever it is, also for those who do not see it."""

from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from kpidesk.qt.excepthook import Crash
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.popover import Popover
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.picture_dialog import PictureDialog
from kpidesk.ui.dashboard.text_popover import TextPopover
from kpidesk.ui.metrics.kpi_head import KpiHead
from kpidesk.ui.scenario.scenario_view import VIEWS, ScenarioView
from kpidesk.ui.window.dialogs import CrashDialog
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QHeaderView, QWidget
from tests.charts.twin import not_in_table
from tests.ui.desk import a_varied_company, a_window, close, take_in_all
from tests.ui.in_sight import in_sight, is_interactive

_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)
_TOLD_APART = (QAccessible.Role.Button, QAccessible.Role.Chart, QAccessible.Role.Table)


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
    things = [each for each in in_sight(root, "", ()) if not isinstance(each.widget, QHeaderView)]
    names = [told(thing) for thing in things]
    yield from (thing.place for thing, (name, role) in zip(things, names, strict=True) if not name or role in _NO_ROLES)
    told_apart = Counter(each for each in names if each[1] in _TOLD_APART)
    yield from (f"{name} ({role.name})" for (name, role), count in told_apart.items() if count > 1)


def shut(window):
    for popover in window.findChildren(Popover):
        popover.dismiss()
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.reject()


def tile_of(full, page, argument="", *, can_note=False):
    """A chart of a page; one over periods, where notes can stand."""
    full.window.show_page(page, argument)
    tiles = [each for each in full.window.stack.page.findChildren(ChartTile) if each.isVisible() and each.figure]
    return next(tile for tile in tiles if not can_note or tile._period() is not None)


def turn_what_if(full, view):
    full.window.show_page("whatif")
    scenario = full.window.stack.page.findChild(ScenarioView)
    scenario.views.set_current(view)
    scenario.on_view(view)


def press_target(full):
    full.window.show_page("kpis", "mrr")
    full.window.stack.page.findChild(KpiHead).on_target()


PLACES = {
    "picture": lambda full: PictureDialog(print, full.window).open(),
    "crash": lambda full: CrashDialog(Crash(Path("crash.txt"), "what happened"), full.window).open(),
    "target": press_target,
    "note": lambda full: tile_of(full, "kpis", "mrr", can_note=True).ask_note(),
    "text tile": lambda full: TextPopover(full.window.stack.page, "Heading", "Text").ask_below(full.window.stack.page),
    "board name": lambda full: TextPopover(full.window.stack.page, "Board", None).ask_below(full.window.stack.page),
    "menu of a chart": lambda full: tile_of(full, "movements").on_menu(),
    **{f"what-if {view}": partial(turn_what_if, view=view) for view in VIEWS},
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


@pytest.mark.parametrize("place", [entry.id for entry in PAGES] + ["kpi", *(f"what-if {view}" for view in VIEWS)])
def test_each_chart_has_a_sentence_with_numbers_and_a_table_that_holds_what_is_drawn(full, place):
    PLACES.get(place, lambda full: full.window.show_page(place))(full)
    for view in full.window.stack.page.findChildren(FigureView):
        if view.isVisible() and not view.figure.empty:
            figure, said = view.figure, words(view.figure.summary)
            assert any(each.isdigit() for each in said) or said.endswith("no values in this range."), (
                said,
                figure.kind,
            )
            assert sorted(not_in_table(figure)) == [], view.accessibleName()
            assert view.accessibleDescription() == said


@pytest.mark.parametrize("page", ["dashboard", "whatif", "report", "settings"])
def test_what_is_on_is_told_to_be_on(full, page):
    full.window.show_page(page)
    for button in full.window.findChildren(QAbstractButton):
        if button.isVisible() and button.isCheckable():
            state = QAccessible.queryAccessibleInterface(button).state()
            assert state.checkable, button.accessibleName()
            assert bool(state.checked) == button.isChecked(), button.accessibleName()
