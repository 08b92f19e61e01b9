"""Whatever is pressed, nothing breaks; and nearly everything can be reached."""

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.messages import verbatim
from kpidesk.ui.window.shell import WindowShell
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.ui.desk import a_window, take_in
from tests.ui.monkey import Monkey

SEEDS, ACTIONS = 20, 2000


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    """A company, and dialogs that are answered by a file or not at all."""
    count = iter(range(10**9))

    def somewhere(suffix):
        return lambda *_: tmp_path / f"{next(count) % 7}{suffix}"

    monkeypatch.setattr(WindowShell, "choose_files", lambda _: ())
    monkeypatch.setattr(WindowShell, "choose_workspace", lambda _: None)
    monkeypatch.setattr(WindowShell, "choose_target", somewhere(".kpidesk"))
    monkeypatch.setattr(WindowShell, "choose_export", lambda _, name, kinds: tmp_path / "exported" / name)
    monkeypatch.setattr(WindowShell, "close", lambda _: False)
    for asks, nothing in (("getOpenFileName", ""), ("getOpenFileNames", []), ("getSaveFileName", "")):
        monkeypatch.setattr(QFileDialog, asks, staticmethod(lambda *_, nothing=nothing, **__: (nothing, "")))
    (tmp_path / "exported").mkdir()
    binding = a_window(qapp, tmp_path)
    take_in(binding, tmp_path)
    binding.window.activateWindow()
    yield binding
    binding.window.close()
    binding.services.close()
    binding.window.deleteLater()
    QApplication.processEvents()


def play(desk, seed, count):
    monkey = Monkey(desk, seed)
    try:
        monkey.play(count)
    except UserError as error:  # an error that nobody caught is a bug, even one with words
        raise AssertionError((str(error.message), monkey.story[-5:])) from error
    return monkey


def test_a_short_visit_of_the_monkey(desk, qtbot):
    monkey = play(desk, 7, 160)
    assert monkey.reached
    assert desk.window.isVisible()
    assert verbatim(desk.window.stack.page.title)


@pytest.mark.thorough
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_monkey_reaches_nearly_everything_and_breaks_nothing(desk, qtbot, seed):
    monkey = play(desk, seed, ACTIONS)
    missed = monkey.seen - monkey.reached
    assert len(missed) <= 0.05 * len(monkey.seen), sorted(missed)[:40]
