"""Looks at the files behind the tables every few seconds, and tells when one has changed."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.file_watcher import FileWatcher
from kpidesk.qt.signals import connect
from kpidesk.session.change import Change
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.restatement import Restatement
from kpidesk.session.services import Services
from kpidesk.session.settings import WATCH

CALM_MS, RESTLESS_MS = 3_000, 600
CHANGED = "source.changed"


class SourceTimer(QObject):
    """``watching(number of files)`` when it changes. A changed file is read again at once, or when the user says so.

    The system's own word is listened to, and the timer finds what it misses.
    """

    watching = Signal(int)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._count = 0
        self._system = FileWatcher(self)
        self._system.moved.connect(self.on_time)
        self._timer = QTimer(self, interval=CALM_MS)
        self._timer.timeout.connect(self.on_time)
        connect(services.session.changed, self.on_changed)
        connect(services.session.replaced, self.on_replaced)
        connect(services.refreshing.changed_on_disk, self.on_moved)
        connect(services.refreshing.restated, self.on_restated)

    def on_changed(self, change: Change) -> None:
        """There are tables, or none any more."""
        if not change.datasets:
            return
        if self._services.session.document.is_empty:
            self._timer.stop()
            self._say(0)
        else:
            self._timer.start(RESTLESS_MS)

    def on_replaced(self) -> None:
        """Another document: what was said of the sources of the one before is said no more."""
        self._services.notices.clear(CHANGED)

    def on_time(self) -> None:
        """Look; soon again where a file is being written."""
        paths, is_restless = self._services.refreshing.look(time.monotonic())
        self._timer.setInterval(RESTLESS_MS if is_restless else CALM_MS)
        self._system.listen_to(paths)
        self._say(len(paths))

    def _say(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.watching.emit(count)

    def on_moved(self, paths: tuple[Path, ...]) -> None:
        """These files hold something else than was read."""
        fresh = self._services.refreshing.fresh(paths)
        if fresh and self._services.settings.get(WATCH):
            self._services.refreshing.refresh(fresh)
            paths = tuple(path for path in paths if path not in fresh)
        if not paths:
            return
        text = QT_TRANSLATE_NOOP("window", "{n} {n|file has|files have} changed since it was read: {names}")
        names = ", ".join(path.name for path in paths[:3])
        again = NoticeAction(
            Message(QT_TRANSLATE_NOOP("window", "Read again")), "import.refresh", tuple(map(str, paths))
        )
        message = Message(text, n=len(paths), names=names)
        self._services.notices.post(Notice(Level.NOTE, message, actions=(again,), key=CHANGED))

    def on_restated(self, restatement: Restatement) -> None:
        """They were read again: how much of the past that changed, and where that stands."""
        self._services.notices.clear(CHANGED)
        for finding in restatement.trouble[:2]:
            self._services.notices.post(Notice(finding.level, finding.message, finding.hint, findings=(finding,)))
        show = NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Show what changed")), "import.changes")
        if restatement.is_empty:
            text = Message(QT_TRANSLATE_NOOP("window", "Read again: no figure of the past changed."))
        else:
            changed = QT_TRANSLATE_NOOP("window", "Read again: {n} past {n|figure|figures} changed.")
            text = Message(changed, n=len(restatement.figures))
        self._services.notices.post(Notice(Level.NOTE, text, actions=(show,), key=CHANGED))
