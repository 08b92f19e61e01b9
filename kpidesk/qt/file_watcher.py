"""Calls back when watched files may have changed: the system's own word, and a look once in a while for what it misses.

QFileSystemWatcher forgets a file that is replaced, so the folders are watched, too, and files are added again.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

POLL_MS = 2_000
AGAIN_MS = 600
"""A little more than what session.watching waits for a file to come to rest."""


class FileWatcher(QObject):
    """Asks ``look(now)`` to look when something moved, and every two seconds; it says which files to listen to.

    ``look`` answers the files that are of interest and whether some of them are still being written.
    """

    def __init__(self, look: Callable[[float], tuple[Sequence[Path], bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self.on_moved)
        self._system.directoryChanged.connect(self.on_moved)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.on_moved)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.on_moved)

    def start(self) -> None:
        """Begin; nothing is looked at before."""
        self._poll.start()
        self.on_moved()

    def stop(self) -> None:
        """Look no more."""
        self._poll.stop()
        self._again.stop()

    @Slot()
    @Slot(str)
    def on_moved(self, _path: str = "") -> None:
        files, is_restless = self._look(time.monotonic())
        self._listen_to(files)
        if is_restless:
            self._again.start()

    def _listen_to(self, files: Sequence[Path]) -> None:
        wanted = {str(place) for file in files for place in (file, file.parent) if place.exists()}
        known = {*self._system.files(), *self._system.directories()}
        if known - wanted:
            self._system.removePaths(sorted(known - wanted))
        if wanted - known:
            self._system.addPaths(sorted(wanted - known))
