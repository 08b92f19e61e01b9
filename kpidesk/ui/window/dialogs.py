"""The few boxes of the window: choosing files, the list of keys, a crash that can be copied."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kpidesk.qt.excepthook import Crash
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.ui.actions.registry import ActionRegistry


class FileChoice(QWidget):
    """The system's dialogs for files, with our words."""

    def spreadsheets(self, owner: QWidget) -> tuple[Path, ...]:
        """Files to import, several at once."""
        kinds = self.tr("Spreadsheets (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(owner, self.tr("Import files"), "", kinds)
        return tuple(Path(name) for name in names)

    def workspace(self, owner: QWidget) -> Path | None:
        """A workspace to open."""
        name, _ = QFileDialog.getOpenFileName(owner, self.tr("Open workspace"), "", self.tr("Workspaces (*.kpidesk)"))
        return Path(name) if name else None

    def target(self, owner: QWidget, suggested: str) -> Path | None:
        """Where to save a workspace."""
        kinds = self.tr("Workspaces (*.kpidesk)")
        name, _ = QFileDialog.getSaveFileName(owner, self.tr("Save workspace as"), suggested, kinds)
        return Path(name) if name else None

    def export(self, owner: QWidget, suggested: str, kinds: str) -> Path | None:
        """Where to put an export."""
        name, _ = QFileDialog.getSaveFileName(owner, self.tr("Export"), suggested, kinds)
        return Path(name) if name else None


class CrashDialog(QDialog):
    """What happened, where the report lies, and a button that copies it."""

    def __init__(self, crash: Crash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = crash.report
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(self.tr("KPI Desk met an error of its own"), Role.TITLE))
        told = self.tr("Your files and your workspace are as they were. The report holds no cell values:")
        column.addWidget(plain_label(told, Role.BODY, "ink2", wrap=True))
        text = QPlainTextEdit(crash.report, self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        column.addWidget(text, 1)
        if crash.path is not None:
            column.addWidget(plain_label(str(crash.path), Role.MICRO, "ink3", wrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        copy = Button(self.tr("Copy the report"), "secondary", "copy", parent=self)
        close = Button(self.tr("Go on"), "primary", parent=self)
        copy.clicked.connect(self.on_copy)
        close.clicked.connect(self.accept)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column.addLayout(buttons)

    def on_copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self._report)


class KeysDialog(QDialog):
    """Every action that has a key."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        shown = [action for action in registry.actions if action.shortcut]
        half = (len(shown) + 1) // 2
        for i, action in enumerate(shown):
            side = 2 * (i // half)
            grid.addWidget(plain_label(render(action.title), Role.BODY), i % half, side)
            grid.addWidget(plain_label(registry.keys(action.id), Role.BODY, "ink3"), i % half, side + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(plain_label(self.tr("Keys"), Role.TITLE))
        column.addSpacing(8)
        column.addLayout(grid)
        column.addStretch(1)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
