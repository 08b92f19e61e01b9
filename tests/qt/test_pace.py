"""What is asked while a frame lasts is done once, at its end."""

from kpidesk.qt.pace import Pace
from PySide6.QtCore import QObject


def test_the_first_is_done_at_once_and_what_follows_once(qapp, qtbot):
    owner, seen, asked = QObject(), [], []
    pace = Pace(lambda: seen.append(len(asked)), owner)
    for _ in range(5):
        asked.append("more")
        pace.ask()
    assert seen == [1]
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [1, 5]
    owner.deleteLater()


def test_who_asks_once_is_answered_once(qapp, qtbot):
    owner, seen = QObject(), []
    pace = Pace(lambda: seen.append("drawn"), owner)
    pace.ask()
    qtbot.waitUntil(lambda: not pace._frame.isActive())
    assert seen == ["drawn"]
    pace.ask()
    assert seen == ["drawn", "drawn"]
    owner.deleteLater()
