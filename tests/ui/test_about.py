"""The box about the program, and what it says of the installation."""

from kpidesk import __version__
from kpidesk.qt.widgets.labels import Label
from kpidesk.session import selfcheck
from kpidesk.ui.window.about_dialog import AboutDialog
from PySide6.QtWidgets import QApplication
from tests.ui.desk import a_window, close


def test_about_says_version_and_facts_and_runs_the_examples(qapp, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(selfcheck, "CASES", selfcheck.CASES[:4])
    binding = a_window(qapp, tmp_path)
    binding.registry.run("help.check")
    (dialog,) = binding.window.findChildren(AboutDialog)
    texts = {label.text() for label in dialog.findChildren(Label)}
    assert f"Version {__version__}" in texts
    assert str(tmp_path / "desk" / "config") in texts
    assert dialog._stack.currentIndex() == 1
    dialog._run.click()
    assert dialog._told.text() == "4 of 4 published examples are met."
    assert dialog._run.isEnabled()
    dialog.on_copy()
    assert f"Version: {__version__}" in QApplication.clipboard().text()
    dialog.accept()
    close(binding)
