"""What every test can count on: its own settings, cache and home; Qt offscreen; English."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same trials on every machine and every day: a red suite is about a change.
# `make check` searches at random, in a random order.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _private_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, caches and logs of a test never touch those of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture(autouse=True)
def _a_quiet_application(request: pytest.FixtureRequest) -> Iterator[None]:
    """Python looks for cycles on any thread; an object of Qt that ends on one of a job can end the whole run."""
    is_of_qt = "qapp" in request.fixturenames
    spoken = _language() if is_of_qt else ""
    if is_of_qt:
        gc.disable()
    yield
    if is_of_qt:
        gc.enable()
        _let_go_of_the_mouse()
        _speak(spoken)


@pytest.fixture(scope="module", autouse=True)
def _english_at_first() -> Iterator[None]:
    """A window that a module shares may speak another language in all its tests, and in no other's."""
    yield
    if "kpidesk.qt.translation" in sys.modules:
        _speak("en")


def _language() -> str:
    from kpidesk.qt.translation import style

    return style().language


def _speak(language: str) -> None:
    """Texts are those of this language again, in windows that stay as well."""
    from kpidesk.qt.translation import tell_windows, use_language
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if isinstance(app, QApplication) and use_language(language):
        tell_windows(app)


def _let_go_of_the_mouse() -> None:
    """A double click on a widget leaves its button down for all that comes after."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real and hostile files, where this machine has it."""
    named = os.environ.get("KPIDESK_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not (folder / "real").is_dir():
        pytest.skip("no real files here; set KPIDESK_DATA")
    return folder
