"""Tells when the system says that one of some files may have changed.

QFileSystemWatcher forgets a file that is replaced, so the folders are watched, too, and files are added again.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot


class FileWatcher(QObject):
    """``moved()``: one of the files, or something beside one, changed, came or went. It may be a false alarm."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self.on_moved)
        self._system.directoryChanged.connect(self.on_moved)

    def listen_to(self, files: Sequence[Path]) -> None:
        """Listen to these files and no others; to be called again after each move, for a replaced file is forgotten."""
        wanted = {str(place) for file in files for place in (file, file.parent) if place.exists()}
        known = {*self._system.files(), *self._system.directories()}
        if known - wanted:
            self._system.removePaths(sorted(known - wanted))
        if wanted - known:
            self._system.addPaths(sorted(wanted - known))

    @Slot(str)
    def on_moved(self, _path: str) -> None:
        self.moved.emit()
