"""Filters that no row passes are said in the place of the page; a 0 that was counted stays a 0."""

from dataclasses import replace

import pytest
from kpidesk.core.period import Period
from kpidesk.metrics.query import Filter
from kpidesk.qt.widgets.button import Button
from kpidesk.session.commands.view import SetQuery
from PySide6.QtCore import Qt
from tests.ui.desk import a_window, close, take_in_all

NONE = (Filter("plan", ("Team",)), Filter("country", ("France",)))
SHEET = "Customer ID,Plan,Country,Start date,MRR\n" + "".join(
    f"C{n},{'Team' if n % 2 else 'Business'},{'Germany' if n % 2 else 'France'},2025-{1 + n % 9:02}-01,100\n"
    for n in range(40)
)
"""No customer of the plan Team is in France."""


@pytest.fixture
def desk(qapp, tmp_path):
    binding = a_window(qapp, tmp_path)
    file = tmp_path / "subscriptions.csv"
    file.write_text(SHEET, encoding="utf-8")
    take_in_all(binding, (file,))
    yield binding
    close(binding)


def narrow(desk, *filters: Filter) -> None:
    session = desk.services.session
    session.execute(SetQuery(replace(session.document.query, filters=filters)))


def test_filters_that_match_nothing_are_said_and_cleared_with_one_press(desk, qtbot):
    stack = desk.window.stack
    dashboard = stack.open("dashboard")
    narrow(desk, *NONE)
    assert stack.currentWidget() is desk.unmatched
    assert stack.open("data").isVisible()
    stack.open("kpis")
    assert desk.unmatched.isVisible()
    (clear,) = (button for button in desk.unmatched.findChildren(Button) if button.isVisible())
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert desk.services.session.document.query.filters == ()
    assert stack.currentWidget() is stack.get("kpis")
    assert stack.open("dashboard") is dashboard
    assert dashboard.isVisible()


def test_what_is_covered_is_neither_counted_nor_taken_away(desk):
    desk.window.show_page("dashboard")
    top, shell = desk.window.frame.top, desk.registry._context.shell
    assert top._said
    assert shell.can_export()
    narrow(desk, *NONE)
    assert top._said == ""
    assert not shell.can_export()
    assert not desk.registry.qt_action("export.page").isEnabled()
    assert shell.shown_deck() is None
    assert not any(button.isVisible() for button in desk.window.stack.page.header_buttons)
    desk.services.session.undo()
    assert top._said
    assert shell.can_export()


def test_rows_outside_the_range_are_rows_that_match(desk):
    """The plan Team begins in odd months; in a range before all of them nothing is sold, and yet rows match."""
    desk.window.stack.open("dashboard")
    session = desk.services.session
    early = Period.parse("2024-06")
    team = replace(session.document.query, filters=(Filter("plan", ("Team",)),), first=early, last=early)
    session.execute(SetQuery(team))
    assert desk.window.stack.page.isVisible()
    session.execute(SetQuery(replace(team, filters=NONE)))
    assert desk.window.stack.currentWidget() is desk.unmatched


def test_filters_that_match_rows_leave_the_page(desk):
    desk.window.stack.open("dashboard")
    narrow(desk, Filter("plan", ("Team",)))
    assert desk.window.stack.page.isVisible()
    narrow(desk, *NONE)
    assert not desk.window.stack.page.isVisible()
    desk.services.session.undo()
    assert desk.window.stack.page.isVisible()
