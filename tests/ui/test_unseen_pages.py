"""A switch of theme or language reaches pages that are hidden, visited or not, before they are seen."""

import pytest
from kpidesk.qt.style_sheet import style_sheet
from kpidesk.qt.theme import theme
from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

VISITED = (("data", ""), ("kpis", "customer_churn_rate"), ("whatif", ""), ("report", ""))
ENGLISH = {"Export", "New KPI", "Edit", "All KPIs", "Compare sources", "New scenario", "Import files"}


@pytest.fixture
def visited(imported):
    """The window on the small company; every page of these was seen, the dashboard is shown."""
    for page, argument in VISITED:
        imported.window.show_page(page, argument)
    imported.window.show_page("dashboard")
    yield imported
    for setting, value in ((LANGUAGE, "en"), (THEME, "light"), (TEXT_SIZE, 100)):
        imported.settings.set(setting, value)


def picture(binding):
    """Of the page alone, of which nothing moves by itself: no notice above it, no cursor in it."""
    for notice in binding.services.notices.standing:
        binding.services.notices.dismiss(notice)
    if (widget := QApplication.focusWidget()) is not None:
        widget.clearFocus()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return binding.window.stack.grab().toImage()


def dressed_by_qt(qapp):
    """Give all widgets the same sheet once more, in Qt's own way."""
    qapp.setStyleSheet("")
    qapp.setStyleSheet(style_sheet(theme()))


@pytest.mark.parametrize("changes", [((THEME, "dark"),), ((THEME, "dark"), (TEXT_SIZE, 125), (THEME, "light"))])
def test_pages_look_as_if_qt_had_dressed_them_all(visited, qapp, changes):
    for setting, value in changes:
        visited.settings.set(setting, value)
    for page, argument in (("dashboard", ""), *VISITED, ("settings", "")):
        visited.window.show_page(page, argument)
        picture(visited)  # what is laid out when first shown
        ours = picture(visited)
        dressed_by_qt(qapp)
        picture(visited)
        assert picture(visited) == ours, page


def test_hidden_pages_speak_the_new_language_when_shown(visited):
    stack = visited.window.stack
    said = {page: stack.get(page).title for page, _ in VISITED}
    visited.settings.set(LANGUAGE, "zh_Hans")
    for page, argument in (*VISITED, ("settings", "")):
        visited.window.show_page(page, argument)
        assert stack.page.title != said.get(page, "Settings"), page
        assert not {button.text() for button in stack.page.findChildren(QAbstractButton)} & ENGLISH, page


def test_hidden_pages_are_dressed_while_nothing_happens(visited, qtbot):
    visited.settings.set(THEME, "dark")
    visited.settings.set(LANGUAGE, "zh_Hans")
    assert not visited.window.stack.is_dressed
    qtbot.waitUntil(lambda: visited.window.stack.is_dressed, timeout=120_000)
    assert visited.window.stack.get("settings").title != "Settings"


@pytest.mark.parametrize(("setting", "name"), [("system", "dark"), ("light", "light")])
def test_the_look_follows_the_system_where_it_is_asked_to(visited, qapp, monkeypatch, setting, name):
    visited.settings.set(THEME, setting)
    monkeypatch.setattr("kpidesk.qt.look._system_theme", lambda app: "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().name == name
