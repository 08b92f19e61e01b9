"""Geometry and splitters of the window: state that may be lost at any time, unlike settings."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QSplitter, QWidget


class WindowState:
    """Keeps the geometry of a window and the places of its splitters in an ini file."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def restore(self, window: QWidget, default: QSize) -> None:
        """Put the window where it was; else its default size."""
        saved = self._store.value("window/geometry")
        if not (isinstance(saved, QByteArray) and window.restoreGeometry(saved)):
            window.resize(default)

    def keep(self, window: QWidget, splitters: Iterable[QSplitter] = ()) -> None:
        """Remember where the window is now."""
        self._store.setValue("window/geometry", window.saveGeometry())
        for splitter in splitters:
            if splitter.objectName():
                self._store.setValue(f"splitters/{splitter.objectName()}", splitter.saveState())
        self._store.sync()

    def restore_splitter(self, splitter: QSplitter) -> None:
        """Put a named splitter where it was."""
        saved = self._store.value(f"splitters/{splitter.objectName()}")
        if isinstance(saved, QByteArray):
            splitter.restoreState(saved)
