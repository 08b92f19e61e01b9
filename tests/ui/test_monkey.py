"""Whatever is pressed, nothing breaks; and nearly everything can be reached."""

import os
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.messages import verbatim
from kpidesk.session.cube_ahead import CubeAhead
from kpidesk.session.selfcheck import CASES, run_selfcheck
from kpidesk.ui.actions import file_actions
from kpidesk.ui.proof import proof_page
from kpidesk.ui.window.shell import WindowShell
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.ui.desk import a_company, a_varied_company, a_window, take_in_all
from tests.ui.monkey import Monkey
from tests.ui.monkey_sum import ACTIONS, OF_ONE, SEEDS, Result, leave, left_in

RESULTS = Path(os.environ["KPIDESK_MONKEY"]).absolute() if os.environ.get("KPIDESK_MONKEY") else None
"""The folder into which each seed leaves its result, if any is named."""


@pytest.fixture
def company(request, tmp_path):
    """Two tables; for every fourth seed all tables that a page stands on, which take more time to compute."""
    home = tmp_path / "home"
    home.mkdir()
    seed = request.node.callspec.params.get("seed", 1) if hasattr(request.node, "callspec") else 1
    return a_company(home) if seed % 4 else a_varied_company(home)


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch, company):
    """A company, and dialogs that are answered by a file or not at all."""
    count = iter(range(10**9))

    def somewhere(suffix):
        return lambda *_: tmp_path / f"{next(count) % 7}{suffix}"

    monkeypatch.setattr(WindowShell, "choose_files", lambda _: ())
    monkeypatch.setattr(WindowShell, "choose_workspace", lambda _: None)
    monkeypatch.setattr(WindowShell, "choose_target", somewhere(".kpidesk"))
    monkeypatch.setattr(WindowShell, "choose_export", lambda _, name, kinds: tmp_path / "exported" / name)
    monkeypatch.setattr("kpidesk.qt.painting.printing.has_printer", lambda: False)  # its dialog is the system's
    monkeypatch.setattr(WindowShell, "close", lambda _: False)
    for asks, nothing in (("getOpenFileName", ""), ("getOpenFileNames", []), ("getSaveFileName", "")):
        monkeypatch.setattr(QFileDialog, asks, staticmethod(lambda *_, nothing=nothing, **__: (nothing, "")))
    monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr(CubeAhead, "prepare", lambda *_: None)  # it only makes ready, on time that nobody misses
    # What the window does with them is the same: a company of few rows, two examples out of all the published ones.
    sample = a_company(tmp_path)[0]
    monkeypatch.setattr(file_actions, "sample_company", lambda: sample)
    monkeypatch.setattr(proof_page, "run_selfcheck", lambda: run_selfcheck(CASES[:2]))
    (tmp_path / "exported").mkdir()
    binding = a_window(qapp, tmp_path)
    take_in_all(binding, company)
    binding.window.activateWindow()
    yield binding
    binding.window.close()
    binding.services.close()
    binding.window.deleteLater()
    QApplication.processEvents()


def play(desk, seed, count, files=(), home=(), *, told=None, folder=None):
    monkey = Monkey(desk, seed, files, home)
    try:
        with kept(monkey, seed, told, folder):
            monkey.play(count)
    except UserError as error:  # an error that nobody caught is a bug, even one with words
        raise AssertionError((str(error.message), monkey.story[-5:])) from error
    return monkey


@contextmanager
def kept(monkey, seed, told, folder) -> Iterator[None]:
    """The result is left in the folder, if any, however the play ends; ``told`` is what Qt says meanwhile (qtlog)."""
    errors, began, before = [], time.monotonic(), sys.excepthook

    def note(*error):  # what a slot or an event handler raises comes here, and nowhere else
        errors.append("".join([*traceback.format_exception(*error), f"last: {monkey.story[-5:]}"]))
        before(*error)

    sys.excepthook = note
    try:
        yield
    except BaseException as error:
        errors.append("".join([*traceback.format_exception(error), f"last: {monkey.story[-5:]}"]))
        raise
    finally:
        sys.excepthook = before
        if folder:
            records = () if told is None else told.records
            warnings = [each.message for each in records if each.matches_level("WARNING") and not each.ignored]
            spent = round(time.monotonic() - began, 1)
            leave(Result(seed, monkey.done, spent, monkey.seen, monkey.reached, errors, warnings), folder)


@pytest.fixture
def sheets(tmp_path):
    """Files that may fall on the window: a table, the same with other columns, nothing of use."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    (folder / "orders.csv").write_text("Order,Customer,Date,Total\n" + "O1,C1,2025-03-04,12\n" * 3)
    (folder / "leads.csv").write_text("Lead,Created,Status\n1,2025-01-02,open\n2,2025-02-03,won\n")
    (folder / "months.csv").write_text("Month,MRR,Churned\n2025-01,100,3\n2025-02,n/a,-\n")
    (folder / "notes.txt").write_text("no table here")
    (folder / "empty.csv").write_text("")
    return tuple(sorted(folder.iterdir()))


def test_a_short_visit_of_the_monkey(desk, qtbot, sheets):
    monkey = play(desk, 7, 160, sheets)
    assert monkey.reached
    assert desk.window.isVisible()
    assert verbatim(desk.window.stack.page.title)


def test_what_broke_is_left_with_the_result(qtbot, qtlog, tmp_path):
    monkey = SimpleNamespace(done=7, seen={"/a": "Button"}, reached={"/a"}, story=["press /a"])

    def breaks():
        raise ValueError("in a slot")

    with qtbot.capture_exceptions() as caught, kept(monkey, 3, qtlog, tmp_path):
        QTimer.singleShot(0, breaks)
        qtbot.waitUntil(lambda: bool(caught), timeout=1000)
    with pytest.raises(KeyError), kept(monkey, 4, qtlog, tmp_path):
        raise KeyError("in the play")
    in_a_slot, in_the_play = left_in(tmp_path)
    assert "ValueError: in a slot" in in_a_slot.errors[0]
    assert "KeyError: 'in the play'" in in_the_play.errors[0]
    assert (in_a_slot.actions, in_the_play.seed, len(in_the_play.errors)) == (7, 4, 1)


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_what_qt_warned_of_is_left_with_the_result(qtbot, qtlog, tmp_path):
    monkey = SimpleNamespace(done=7, seen={}, reached=set(), story=[])
    with kept(monkey, 3, qtlog, tmp_path):
        qWarning("a painter that never began")
    assert left_in(tmp_path)[0].warnings == ["a painter that never began"]


@pytest.mark.thorough
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_monkey_reaches_nearly_everything_and_breaks_nothing(desk, qtbot, qtlog, sheets, seed, company):
    """The share that the bar names is that of all seeds, which ``monkey_sum`` tells; one alone may reach less."""
    monkey = play(desk, seed, ACTIONS, sheets, company, told=qtlog, folder=RESULTS)
    assert monkey.done == ACTIONS
    assert len(monkey.missed) <= (1 - OF_ONE) * len(monkey.seen), (dict(monkey.by_class()), sorted(monkey.missed)[:40])
