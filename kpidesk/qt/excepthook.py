"""Uncaught errors: to the log and to a report that holds no cell values; never a traceback on the user's screen.

UserError raised out of a slot is expected trouble and goes to the notices; Cancelled is silent; anything else is a bug
and is reported. Crashes of native code are written by faulthandler.
"""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion

from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.version import version_text

KEPT = 20
_log = logging.getLogger("kpidesk")


@dataclass(frozen=True, slots=True)
class Crash:
    """A bug that showed: where its report lies and what it says."""

    path: Path | None
    report: str


class CrashHook:
    """Takes over sys.excepthook and threading.excepthook until ``remove``.

    ``tell_user(UserError)`` and ``tell_crash(Crash)`` are called on the thread of the error; the window sends them on.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._native: TextIO | None = None
        self._in_hook = False
        self.tell_user: Callable[[UserError], None] | None = None
        self.tell_crash: Callable[[Crash], None] | None = None

    def install(self) -> None:
        """Begin to listen; faulthandler writes to a file of its own."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._native = (self._folder / "native.log").open("a", encoding="utf-8")
        except OSError:
            self._native = None
        if self._native is not None:
            faulthandler.enable(self._native)
        sys.excepthook = self.on_error
        threading.excepthook = self.on_thread_error
        qInstallMessageHandler(on_qt_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._native is not None:
            self._native.close()

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls for an uncaught error, those out of slots included."""
        if isinstance(error, Cancelled) or self._in_hook:
            return
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._in_hook = True
        try:
            if isinstance(error, UserError):
                if self.tell_user is not None:
                    self.tell_user(error)
            else:
                crash = self._reported(error)
                _log.error("%s", crash.report)
                if self.tell_crash is not None:
                    self.tell_crash(crash)
        finally:
            self._in_hook = False

    def on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        """The same for a thread."""
        if args.exc_value is not None:
            self.on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _reported(self, error: BaseException) -> Crash:
        report = write_report(error)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        path = self._folder / f"crash-{stamp}.txt"
        try:
            path.write_text(report, encoding="utf-8")
            for old in sorted(self._folder.glob("crash-*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            return Crash(None, report)
        return Crash(path, report)


def write_report(error: BaseException) -> str:
    """Versions, kinds of error and the lines of code they went through; no message, no value, no path of the user.

    The text of an error may quote a cell, so only its length is told.
    """
    lines = [
        f"KPI Desk {version_text()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__} (message of {len(str(seen))} characters)")
        lines.extend(
            f"  {_module_path(frame.filename)}:{frame.lineno} {frame.name}: {frame.line or ''}"
            for frame in traceback.extract_tb(seen.__traceback__)
        )
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        if seen is not None:
            lines.append("from")
    return "\n".join(lines) + "\n"


def on_qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    """Qt's own messages go to the log, not to a console."""
    level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(kind, logging.WARNING)
    _log.log(level, "Qt: %s", text)


def _module_path(filename: str) -> str:
    """The end of a path, so that no user's name is in the report."""
    return "/".join(Path(filename).parts[-3:])
