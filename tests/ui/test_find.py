"""Ctrl+F on every page does something that is seen: filters of rows, a tile by name, or the palette."""

import pytest
from kpidesk.qt.widgets.popover import ChoicePopover
from kpidesk.ui.window.command_palette import CommandPalette
from kpidesk.ui.window.tile_finder import tiles_of
from PySide6.QtWidgets import QApplication

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]


def lists(desk, kind=ChoicePopover):
    return [each for each in desk.window.findChildren(kind) if each.isVisible()]


def test_a_tile_of_the_board_is_found_by_name_and_gone_to(imported, qtbot):
    imported.window.show_page("dashboard", "overview")
    page = imported.window.stack.page
    qtbot.waitUntil(page.can_export)
    last = tiles_of(page)[-1]
    imported.registry.run("edit.find")
    (popover,) = lists(imported)
    assert popover.width() > 160
    assert popover.height() > 120
    model = popover._model
    names = [model.choice(row).text for row in range(model.rowCount())]
    assert len(names) == len(tiles_of(page))
    assert names[-1] == last.accessibleName()
    popover._model.narrow(names[-1])
    assert popover._model.rowCount() >= 1
    assert popover.isAncestorOf(QApplication.focusWidget())
    popover.dismiss()
    popover.chosen.emit(len(names) - 1)
    qtbot.waitUntil(lambda: last is QApplication.focusWidget() or last.isAncestorOf(QApplication.focusWidget()))
    room = page._scroll.viewport()
    assert room.rect().intersects(last.rect().translated(last.mapTo(room, last.rect().topLeft())))


@pytest.mark.parametrize("page", ["movements", "cohorts", "why", "report", "settings", "data"])
def test_every_page_answers(imported, qtbot, page):
    imported.window.show_page(page)
    before = QApplication.focusWidget()
    imported.registry.run("edit.find")
    seen = [*lists(imported), *lists(imported, CommandPalette)]
    assert seen or QApplication.focusWidget() is not before
    for each in seen:
        each.dismiss()


def test_a_second_press_goes_to_the_list_that_is_open(imported, qtbot):
    imported.window.show_page("dashboard", "overview")
    qtbot.waitUntil(imported.window.stack.page.can_export)
    imported.registry.run("edit.find")
    (popover,) = lists(imported)
    imported.window.stack.setFocus()
    assert not popover.isAncestorOf(QApplication.focusWidget())
    imported.registry.run("edit.find")
    assert lists(imported) == [popover]
    assert popover.isAncestorOf(QApplication.focusWidget())
    popover.dismiss()
