"""Where a file goes: its ending fits its kind, and no file is replaced that the user was not asked about."""

import pytest
from kpidesk.session.settings import Settings
from kpidesk.ui.window.dialogs import FileChoice
from PySide6.QtWidgets import QWidget

KINDS = "Slides (*.pptx);;Workbooks (*.xlsx)"
WORKBOOKS = "Workbooks (*.xlsx)"


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def choice(owner, tmp_path):
    return FileChoice(Settings(tmp_path / "settings.json"), owner)


@pytest.fixture
def answers(monkeypatch):
    """Answers of the dialog in turn, and with which name and kind it was opened."""
    given, opened = [], []

    def ask(_owner, _title, start, _kinds, kind=""):
        opened.append((start, kind))
        return given.pop(0)

    monkeypatch.setattr("kpidesk.ui.window.dialogs.QFileDialog.getSaveFileName", ask)
    return given, opened


def test_another_file_of_the_name_is_not_replaced_unasked(choice, owner, answers, tmp_path):
    (tmp_path / "Report.xlsx").write_text("last month")
    given, opened = answers
    given += [(str(tmp_path / "Report.pptx"), WORKBOOKS), (str(tmp_path / "Report.xlsx"), WORKBOOKS)]
    assert choice.export(owner, "Report.pptx", KINDS) == tmp_path / "Report.xlsx"
    assert opened[1] == (str(tmp_path / "Report.xlsx"), WORKBOOKS)


def test_who_is_asked_again_can_leave_it(choice, owner, answers, tmp_path):
    (tmp_path / "Report.xlsx").write_text("last month")
    given, _ = answers
    given += [(str(tmp_path / "Report"), WORKBOOKS), ("", "")]
    assert choice.export(owner, "Report.pptx", KINDS) is None


def test_a_workspace_of_the_name_is_not_replaced_unasked(choice, owner, answers, tmp_path):
    (tmp_path / "April.kpidesk").write_text("april")
    given, opened = answers
    given += [(str(tmp_path / "April"), ""), (str(tmp_path / "May"), "")]
    assert choice.target(owner, "Unnamed.kpidesk") == tmp_path / "May.kpidesk"
    assert opened[1][0] == str(tmp_path / "April.kpidesk")


def test_a_new_name_gets_its_ending_at_once(choice, owner, answers, tmp_path):
    given, opened = answers
    given.append((str(tmp_path / "Report.pptx"), WORKBOOKS))
    assert choice.export(owner, "Report.pptx", KINDS) == tmp_path / "Report.xlsx"
    assert len(opened) == 1
