"""The adapter of the system's file watcher survives what programs do when they save."""

import pytest
from kpidesk.qt.file_watcher import FileWatcher
from PySide6.QtCore import QObject


@pytest.fixture
def watched(qtbot, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("one")
    looks = []

    def look(now):
        looks.append(path.read_text() if path.exists() else None)
        return (path,), False

    parent = QObject()
    watcher = FileWatcher(look, parent)
    watcher.start()
    yield path, looks
    watcher.stop()
    parent.deleteLater()


def test_a_change_is_looked_at_soon(watched, qtbot):
    path, looks = watched
    path.write_text("two")
    qtbot.waitUntil(lambda: looks[-1] == "two", timeout=1500)


def test_it_goes_on_listening_after_a_replacement(watched, qtbot):
    path, looks = watched
    for text in ("two", "three"):
        other = path.with_name("other")
        other.write_text(text)
        other.replace(path)
        qtbot.waitUntil(lambda text=text: looks[-1] == text, timeout=1500)
