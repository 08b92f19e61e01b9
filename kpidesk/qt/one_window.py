"""One window at a time: a second start gives its files to the first and ends.

By a lock file and a folder of requests, watched by the running program: no socket is opened, and a program that died
leaves nothing behind that stops the next one (Qt's lock file knows its process).
"""

import json
import os
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

PATIENCE_S = 3.0
_LOOK_S = 0.02
_ENDING = ".json"


class OneWindow(QObject):
    """``asked(paths)`` when a later start hands over what it was asked to open; often that is nothing but the wish to
    see the window.
    """

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = folder / "inbox"
        self._lock = QLockFile(str(folder / "lock"))
        self._lock.setStaleLockTime(0)  # not by age: by whether its process lives
        self._watcher: QFileSystemWatcher | None = None

    def is_first(self) -> bool:
        """Whether no other window runs; also where that cannot be known, for want of a folder to write to."""
        try:
            self._inbox.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, paths: Sequence[Path], patience_s: float = PATIENCE_S) -> bool:
        """Ask the running window to open these; False where it does not answer, being stuck."""
        request = self._inbox / f"{time.time_ns():020d}-{uuid.uuid4().hex}{_ENDING}"
        draft = request.with_suffix(".part")
        try:
            draft.write_text(json.dumps([os.fsdecode(path.absolute()) for path in paths]), encoding="utf-8")
            draft.replace(request)
        except OSError:
            return False
        end = time.monotonic() + patience_s
        while request.exists():
            if time.monotonic() > end:
                request.unlink(missing_ok=True)
                return False
            time.sleep(_LOOK_S)
        return True

    def listen(self) -> None:
        """Take requests from now on, those that wait included."""
        if not self._lock.isLocked():
            return
        self._watcher = QFileSystemWatcher([str(self._inbox)], self)
        self._watcher.directoryChanged.connect(self.on_moved)
        self.on_moved()

    def on_moved(self, _folder: str = "") -> None:
        """Something came into the folder, or went; a request is taken once."""
        for request in sorted(self._inbox.glob(f"*{_ENDING}")):
            try:
                names = json.loads(request.read_text(encoding="utf-8"))
                request.unlink()
            except (OSError, ValueError):
                continue  # not ours to read, or taken back by a start that would not wait
            if isinstance(names, list):
                self.asked.emit(tuple(Path(name) for name in names if isinstance(name, str)))

    def close(self) -> None:
        """Let the next start be the first."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()
