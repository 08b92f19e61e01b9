"""Windows on services that run inline: bare ones, for what the shell does must not need numbers, and filled ones."""

from pathlib import Path

import pytest
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.services import Services, build_services
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.main_window import MainWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import delete
from tests.ui.desk import a_window, close, take_in


def no_engine(_: Path):
    """The shell is tested without one."""
    raise AssertionError("the shell opened the engine")


@pytest.fixture(scope="module")
def imported(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> WindowBinding:
    """The small company in a window: one import for all tests of a module, for it is what takes time."""
    folder = tmp_path_factory.mktemp("company")
    binding = a_window(qapp, folder)
    take_in(binding, folder)
    yield binding
    close(binding)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    services = build_services(InlineRunner(), no_engine, Folders.below(tmp_path))
    yield services
    services.close()


@pytest.fixture
def bound(qtbot, qapp: QApplication, services: Services) -> WindowBinding:
    """A window with its life, on the screen."""
    prepare(qapp)
    apply_look(qapp, Look())
    window = MainWindow()
    binding = WindowBinding(window, services, {})
    window.show()
    yield binding
    window.close()
    delete(window)  # a deferred deletion would wait for an event loop, and every test would dress all windows before it


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp):
    """The offscreen clipboard outlives Qt and takes the interpreter with it where it holds more than text."""
    yield
    qapp.clipboard().clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do with windows (pass on a fixed size, raise): no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
