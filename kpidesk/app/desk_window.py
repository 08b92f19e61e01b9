"""The running desk: the window, what it opens first, and what an error does to it."""

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from kpidesk.app.screenshots import Photographer
from kpidesk.app.wiring import page_factories, warm_up
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.qt.excepthook import Crash, CrashHook
from kpidesk.qt.window_state import WindowState
from kpidesk.session.folders import Folders
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.services import Services
from kpidesk.ui.actions.file_actions import sample_company
from kpidesk.ui.window.dialogs import CrashDialog
from kpidesk.ui.window.main_window import DEFAULT, MainWindow

MOST_CRASHES = 3


class DeskWindow(QObject):
    """Holds the window and the services for the time that the application runs."""

    _told = Signal(object)
    _crashed = Signal(object)

    def __init__(self, services: Services, folders: Folders, hook: CrashHook, options: argparse.Namespace) -> None:
        super().__init__()
        self._services, self._options, self._folders = services, options, folders
        self._crashes = 0
        self._state = WindowState(folders.state / "window.ini")
        self.window = MainWindow(services, page_factories(services))
        if options.screenshot is None:
            self._state.restore(self.window, DEFAULT)
        self._told.connect(self.on_user_error, Qt.ConnectionType.QueuedConnection)
        self._crashed.connect(self.on_crash, Qt.ConnectionType.QueuedConnection)
        hook.tell_user = self._told.emit
        hook.tell_crash = self._crashed.emit

    def on_painted(self, report: str) -> None:
        """The window stands: bring in the engine, then the files."""
        if self._options.startup_report:
            sys.stdout.write(report + "\n")
            self.window.close()
            return
        warm_up(self._services)
        self._offer_lost_work()
        paths = self._first_files()
        if paths:
            self.window.files.take(paths)
        if self._options.screenshot is not None:
            photographer = Photographer(self.window, self._options.screenshot, wait_for_data=bool(paths))
            photographer.done.connect(self.window.close)

    def _first_files(self) -> tuple[Path, ...]:
        sample = sample_company() if self._options.sample else None
        return (*self._options.files, *((sample,) if sample is not None else ()))

    def _offer_lost_work(self) -> None:
        for lost in self._services.persistence.find_lost_work(self._folders.work):
            name = lost.name or (lost.path.stem if lost.path is not None else "")
            text = QT_TRANSLATE_NOOP("window", "Unsaved work from the last time was kept: {name}")
            unnamed = Message(QT_TRANSLATE_NOOP("window", "a workspace without a name"))
            restore = Message(QT_TRANSLATE_NOOP("window", "Restore"))
            discard = Message(QT_TRANSLATE_NOOP("window", "Discard"))
            folder = (str(lost.folder),)
            actions = (NoticeAction(restore, "file.recover", folder), NoticeAction(discard, "file.discard", folder))
            message = Message(text, name=verbatim(name) if name else unnamed)
            self._services.notices.post(Notice(Level.WARNING, message, actions=actions, key=f"lost:{lost.folder}"))

    @Slot(object)
    def on_user_error(self, error: UserError) -> None:
        """Expected trouble out of a slot: tell it in the window."""
        self._services.notices.error(error)

    @Slot(object)
    def on_crash(self, crash: Crash) -> None:
        """A bug: a report that can be copied; not again and again."""
        self._crashes += 1
        if self._crashes <= MOST_CRASHES and not isinstance(QApplication.activeModalWidget(), CrashDialog):
            CrashDialog(crash, self.window).open()

    def close(self) -> None:
        """The window is closed: keep its place, end the session, keep what is not saved."""
        if self._options.screenshot is None:
            self._state.keep(self.window)
        keep = not self._services.session.is_clean and self._options.screenshot is None
        self._services.close(keep_unsaved=keep)
