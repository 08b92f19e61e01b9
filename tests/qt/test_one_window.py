"""A second start hands its files to the first window."""

import subprocess
import sys
import threading
from pathlib import Path

from kpidesk.qt.file_opens import FileOpens
from kpidesk.qt.one_window import OneWindow
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

LATER_START = """
import sys
from pathlib import Path
from kpidesk.qt.one_window import OneWindow
window = OneWindow(Path(sys.argv[1]))
print("first" if window.is_first() else window.hand_over([Path(name) for name in sys.argv[2:]], float(10)))
"""


def later_start(folder: Path, *names: str) -> str:
    command = [sys.executable, "-c", LATER_START, str(folder), *names]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_files_of_a_second_start_open_in_the_first_window(qtbot, tmp_path) -> None:
    first = OneWindow(tmp_path / "läuft 运行")
    assert first.is_first()
    first.listen()
    said = []
    thread = threading.Thread(
        target=lambda: said.append(later_start(tmp_path / "läuft 运行", "/data/a b.csv", "/数据.xlsx"))
    )
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        thread.start()
    thread.join()
    assert said == ["True"]
    assert asked.args == [(Path("/data/a b.csv"), Path("/数据.xlsx"))]
    first.close()


def test_a_request_that_came_before_the_window_listened_is_taken(qtbot, tmp_path) -> None:
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    thread = threading.Thread(target=lambda: second.hand_over([], 10))
    thread.start()
    qtbot.waitUntil(lambda: any((tmp_path / "inbox").glob("*.json")))
    with qtbot.waitSignal(first.asked) as asked:
        first.listen()
    thread.join()
    assert asked.args == [()]
    first.close()


def test_a_window_that_does_not_answer_stops_nobody(qapp, tmp_path) -> None:
    stuck, second = OneWindow(tmp_path), OneWindow(tmp_path)
    assert stuck.is_first()
    assert not second.is_first()
    assert not second.hand_over([Path("a.csv")], 0.05)
    assert not list((tmp_path / "inbox").iterdir())
    stuck.close()


def test_a_program_that_died_is_not_running(tmp_path) -> None:
    assert later_start(tmp_path) == "first"  # it ends without unlocking
    assert later_start(tmp_path) == "first"


def test_where_nothing_can_be_written_the_window_opens(qapp, tmp_path) -> None:
    (tmp_path / "file").write_text("not a folder")
    window = OneWindow(tmp_path / "file")
    assert window.is_first()
    window.listen()
    window.close()


def test_a_double_click_in_the_finder_arrives(qapp, qtbot) -> None:
    opens = FileOpens(qapp)
    with qtbot.waitSignal(opens.asked) as asked:
        qapp.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/books/march.kpidesk")))
    assert asked.args == [(Path("/books/march.kpidesk"),)]
    assert not opens.eventFilter(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(opens)
