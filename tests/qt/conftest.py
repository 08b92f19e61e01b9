"""Widgets are looked at in the light theme, in English, at 100%."""

import pytest
from kpidesk.qt.look import Look, apply_look, prepare
from pytestqt.qtbot import QtBot


@pytest.fixture
def dressed(qtbot: QtBot, qapp) -> QtBot:
    """A dressed application."""
    prepare(qapp)
    apply_look(qapp, Look())
    return qtbot


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp):
    """The offscreen clipboard outlives Qt and takes the interpreter with it where it holds more than text."""
    yield
    qapp.clipboard().clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of each window of fixed size that it cannot pass that on: no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
