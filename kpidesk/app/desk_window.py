"""The running desk: the window first, its life behind it, and what an error does to it."""

import argparse
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from kpidesk.app.interpreter import leave_what_stands
from kpidesk.app.startup import board_report
from kpidesk.core.errors import UserError
from kpidesk.qt.cycle_collector import CycleCollector
from kpidesk.qt.excepthook import Crash, CrashHook
from kpidesk.qt.signals import connect
from kpidesk.qt.window_state import WindowState
from kpidesk.session.folders import Folders
from kpidesk.ui.window.main_window import DEFAULT, MainWindow

if TYPE_CHECKING:
    from kpidesk.ui.window.binding import WindowBinding
    from kpidesk.ui.window.page import Page

MOST_CRASHES = 3
_PATIENCE_MS = 10_000
"""So long what the start was asked to open may keep everything else waiting."""


class DeskWindow(QObject):
    """Holds the window for the time that the application runs. ``ready()`` when its services are bound."""

    ready = Signal()
    _loaded = Signal()
    _told = Signal(object)
    _crashed = Signal(object)

    def __init__(
        self, folders: Folders, hook: CrashHook, options: argparse.Namespace, files: Sequence[Path] = ()
    ) -> None:
        super().__init__()
        self._options, self._folders, self._files = options, folders, tuple(files)
        self._crashes = 0
        self._is_warm = False
        self._collector = CycleCollector(self)
        self.binding: WindowBinding | None = None
        self._state = WindowState(folders.state / "window.ini")
        self.window = MainWindow()
        if options.screenshot is None:
            self._state.restore(self.window, DEFAULT)
        self._told.connect(self.on_user_error, Qt.ConnectionType.QueuedConnection)
        self._crashed.connect(self.on_crash, Qt.ConnectionType.QueuedConnection)
        self._loaded.connect(self.on_loaded, Qt.ConnectionType.QueuedConnection)
        hook.tell_user = self._told.emit
        hook.tell_crash = self._crashed.emit

    def start_loading(self) -> None:
        """The window stands: import the session behind it."""
        threading.Thread(target=self._load, name="loading", daemon=True).start()

    def _load(self) -> None:
        """On a thread: modules only, no object of Qt."""
        import kpidesk.app.opening
        import kpidesk.app.wiring  # noqa: F401

        if self._files:
            from kpidesk.app.wiring import load_first_pages

            load_first_pages()
        self._loaded.emit()

    @Slot()
    def on_loaded(self) -> None:
        """Build the services on this thread, bind them, and open what was asked for."""
        from kpidesk.app.opening import offer_lost_work, offer_tour, tell_damage
        from kpidesk.app.screenshots import Photographer
        from kpidesk.app.wiring import wire

        self.binding = wire(self.window, self._folders)
        services = self.binding.services
        if not self._files:
            self.warm_up()
        offer_lost_work(services)
        tell_damage(services)
        if self._options.screenshot is None:
            offer_tour(services)
        if self._files:
            self._take_first(self.binding)
        if self._options.screenshot is not None:
            photographer = Photographer(self.binding, self._options.screenshot, wait_for_data=bool(self._files))
            photographer.done.connect(self.window.close)
        self.ready.emit()

    def _take_first(self, binding: "WindowBinding") -> None:
        """What the start was asked to open has the processor to itself until it stands, or something is in its way."""
        services = binding.services
        connect(services.results.rebuilt, self.on_rebuilt)
        connect(services.importing.proposed, self.on_proposed)
        QTimer.singleShot(_PATIENCE_MS, self, self.warm_up)
        binding.files.take(self._files)

    def on_proposed(self, _: object) -> None:
        """The user has something to look at."""
        self.warm_up()

    def on_rebuilt(self) -> None:
        """The numbers came to something."""
        if self.binding is not None and self.binding.services.results.engine is not None:
            self.warm_up()

    def warm_up(self) -> None:
        """Bring in, once, what whoever goes on from here will need."""
        from kpidesk.app.wiring import warm_up

        if self.binding is not None and not self._is_warm:
            self._is_warm = True
            warm_up(self.binding.services, self.window, leave_what_stands)

    @Slot(object)
    def take(self, paths: tuple[Path, ...]) -> None:
        """A later start was told to open these, or just to open: come to the front."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if paths:
            window.on_dropped(paths)

    def report_board(self, before: str) -> None:
        """Load what was asked for; print a report, and end, when the dashboard of it stands."""
        self.window.stack.page_built.connect(partial(self._report_when_filled, before))
        self.start_loading()

    def _report_when_filled(self, before: str, page: "Page") -> None:
        from kpidesk.ui.dashboard.dashboard_page import DashboardPage

        def tell() -> None:
            self.window.repaint()
            self.report(f"{before}\n{board_report()}")

        if isinstance(page, DashboardPage):
            page.filled.connect(tell)

    def report(self, text: str) -> None:
        """Print a report and end."""
        if sys.stdout is not None:  # on Windows a window started by a double-click has none
            sys.stdout.write(text + "\n")
        self.window.close()

    @Slot(object)
    def on_user_error(self, error: UserError) -> None:
        """Expected trouble out of a slot: tell it in the window."""
        if self.binding is not None:
            self.binding.services.notices.error(error)

    @Slot(object)
    def on_crash(self, crash: Crash) -> None:
        """A bug: a report that can be copied; not again and again."""
        from kpidesk.ui.window.dialogs import CrashDialog

        self._crashes += 1
        if self._crashes <= MOST_CRASHES and not isinstance(QApplication.activeModalWidget(), CrashDialog):
            CrashDialog(crash, self.window).open()

    def close(self) -> None:
        """The window is closed: keep its place, end the session, keep what is not saved."""
        if self._options.screenshot is None:
            self._state.keep(self.window)
        if self.binding is not None:
            services = self.binding.services
            is_visit = self._options.screenshot is not None or self._options.startup_report
            keep = services.persistence.has_unsaved_work and not is_visit
            services.close(keep_unsaved=keep)
