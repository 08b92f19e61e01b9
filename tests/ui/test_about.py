"""The box about the program, and what it says of the installation."""

from kpidesk import __version__
from kpidesk.qt.widgets.labels import Label
from kpidesk.session.selfcheck import Check
from kpidesk.ui.proof import proof_page
from kpidesk.ui.window.about_dialog import AboutDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.ui.desk import a_window, close


def test_about_says_version_and_facts_and_leads_to_the_examples(qapp, qtbot, tmp_path, monkeypatch) -> None:
    check = Check("acceptance-1", "a page", 5.0, 5.0, True)
    monkeypatch.setattr(proof_page, "run_selfcheck", lambda: iter((check,)))
    binding = a_window(qapp, tmp_path)
    binding.registry.run("help.check")
    (dialog,) = binding.window.findChildren(AboutDialog)
    texts = {label.text() for label in dialog.findChildren(Label)}
    assert f"Version {__version__}" in texts
    assert str(tmp_path / "desk" / "config") in texts
    assert dialog._stack.currentIndex() == 1
    dialog.on_copy()
    assert f"Version: {__version__}" in QApplication.clipboard().text()
    (examples,) = (each for each in dialog.findChildren(QAbstractButton) if each.text() == "Run the published examples")
    qtbot.mouseClick(examples, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    page = binding.window.stack.page
    assert page.objectName() == "page.proof"
    assert page._tile._subtitle.text().startswith("1 of 1 published examples are met")
    close(binding)
