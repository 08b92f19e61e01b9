"""The few boxes of the window: choosing files, the list of keys, a crash that can be copied."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
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
from kpidesk.qt.fonts import Role, fixed_font
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.session.settings import FOLDER, Settings
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.charts.chart_export import with_ending


class FileChoice(QWidget):
    """The system's dialogs for files, with our words; they start where the last one ended, be it in an earlier run."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def _start(self, suggested: str = "") -> str:
        """The folder, with a name for the file; a path of the user's own stays."""
        kept = self._settings.get(FOLDER)
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folders = (Path(place) for place in (kept, found) if place)
        return str(next((folder for folder in folders if folder.is_dir()), Path.home()) / suggested)

    def _chosen(self, name: str) -> Path | None:
        if not name:
            return None
        self._settings.set(FOLDER, str(Path(name).parent))
        return Path(name)

    def spreadsheets(self, owner: QWidget) -> tuple[Path, ...]:
        """Files to import, several at once."""
        endings = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt *.parquet *.json *.jsonl *.zip *.gz"
        kinds = say(self.tr("Spreadsheets and tables ({endings});;All files (*)"), endings=endings)
        names, _ = QFileDialog.getOpenFileNames(owner, self.tr("Import files"), self._start(), kinds)
        return tuple(path for name in names if (path := self._chosen(name)) is not None)

    def workspace(self, owner: QWidget) -> Path | None:
        """A workspace to open."""
        kinds = self.tr("Workspaces (*.kpidesk)")
        name, _ = QFileDialog.getOpenFileName(owner, self.tr("Open workspace"), self._start(), kinds)
        return self._chosen(name)

    def target(self, owner: QWidget, suggested: str) -> Path | None:
        """Where to save a workspace."""
        return self._to_write(owner, self.tr("Save workspace as"), suggested, self.tr("Workspaces (*.kpidesk)"))

    def export(self, owner: QWidget, suggested: str, kinds: str) -> Path | None:
        """Where to put an export."""
        return self._to_write(owner, self.tr("Export"), suggested, kinds)

    def _to_write(self, owner: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        """A place for a file, with an ending of its kind.

        The dialog asks before a file is replaced, but only for the name as it was typed. Where another file of that
        name has the ending that is put in its place, the dialog opens again with the name as it will be.
        """
        start, kind = self._start(suggested), ""
        while True:
            name, kind = QFileDialog.getSaveFileName(owner, title, start, kinds, kind)
            chosen = self._chosen(name)
            if chosen is None:
                return None
            path = with_ending(chosen, kind or kinds, Path(suggested).suffix)
            if path == chosen or not path.exists():
                return path
            start = str(path)


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
        text.setFont(fixed_font(Role.LABEL))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
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


_BETWEEN = 2
"""The empty column between the two halves of the list of keys."""


class KeysDialog(QDialog):
    """Every action that has a key, and what keys do in a chart."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(_BETWEEN, 16)
        shown = [(render(each.title), registry.keys(each.id)) for each in registry.actions if registry.keys(each.id)]
        shown += self._of_charts()
        half = (len(shown) + 1) // 2
        for i, (title, keys) in enumerate(shown):
            side = (_BETWEEN + 1) * (i // half)
            grid.addWidget(plain_label(title, Role.BODY), i % half, side)
            grid.addWidget(plain_label(keys, Role.BODY, "ink3"), i % half, side + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(plain_label(self.tr("Keys"), Role.TITLE))
        column.addSpacing(8)
        column.addLayout(grid)
        column.addSpacing(16)
        column.addStretch(1)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _of_charts(self) -> list[tuple[str, str]]:
        """Keys that the chart with the focus hears."""
        return [
            (self.tr("Chart: its table"), "T"),
            (self.tr("Chart: write a note at the crosshair"), "N"),
            (self.tr("Chart: move the crosshair"), "← →"),
            (self.tr("Chart: rows behind it"), "Enter"),
            (self.tr("Chart: one of its segments"), "↑ ↓"),
            (self.tr("Chart: all as of this period, or only this segment"), self.tr("Space")),
            (self.tr("Chart: back to the present, to all segments"), "Esc"),
            (self.tr("Chart: zoom in, out, or show all"), "+ − Esc"),
        ]
