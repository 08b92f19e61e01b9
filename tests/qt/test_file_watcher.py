"""The adapter of the system's file watcher survives what programs do when they save."""

import pytest
from kpidesk.qt.file_watcher import FileWatcher
from PySide6.QtCore import QObject


@pytest.fixture
def watched(qtbot, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("one")
    parent = QObject()
    watcher = FileWatcher(parent)
    watcher.listen_to([path])
    yield path, watcher
    parent.deleteLater()


def test_a_change_is_told(watched, qtbot):
    path, watcher = watched
    with qtbot.waitSignal(watcher.moved, timeout=1500):
        path.write_text("two")


def test_it_goes_on_listening_after_a_replacement(watched, qtbot):
    path, watcher = watched
    for text in ("two", "three"):
        other = path.with_name("other")
        with qtbot.waitSignal(watcher.moved, timeout=1500):
            other.write_text(text)
            other.replace(path)
        watcher.listen_to([path])


def test_a_file_that_is_away_is_heard_of_when_it_comes(watched, qtbot):
    path, watcher = watched
    with qtbot.waitSignal(watcher.moved, timeout=1500):
        path.unlink()
    watcher.listen_to([path])
    with qtbot.waitSignal(watcher.moved, timeout=1500):
        path.write_text("back")
