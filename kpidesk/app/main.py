"""``kpidesk``: the window. It shows first; the engine is brought in behind it."""

import argparse
import logging
import sys
import time
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kpidesk.app.interpreter import favour_the_window
from kpidesk.app.startup import seconds_since_interpreter_start, startup_report
from kpidesk.core.resources import sample_company
from kpidesk.core.version import version_text

_LOG_BYTES = 500_000


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="kpidesk", description="Drop your spreadsheets, get every growth figure right. Offline."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="spreadsheets, or one .kpidesk workspace")
    parser.add_argument("--sample", action="store_true", help="open the sample company")
    parser.add_argument("--version", action="version", version=f"kpidesk {version_text()}")
    parser.add_argument("--startup-report", action="store_true", help="tell how long the start took, then end")
    parser.add_argument("--screenshot", type=Path, metavar="DIR", help="write pictures of all pages there, then end")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; answers the exit status."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    favour_the_window()
    begun = time.perf_counter()
    import PySide6.QtSvg
    import PySide6.QtWidgets  # noqa: F401

    qt_import_s = time.perf_counter() - begun
    try:
        return run(options, qt_import_s)
    except Exception as error:  # no window yet to tell it in: the report, never a traceback
        from kpidesk.qt.excepthook import write_report

        report = write_report(error)
        if sys.stderr is not None:  # on Windows a window started by a double-click has none
            sys.stderr.write(f"KPI Desk could not start.\n{report}")
        return 2


def run(options: argparse.Namespace, qt_import_s: float) -> int:
    """Build everything, show the window, and give it its files."""
    from PySide6.QtWidgets import QApplication

    from kpidesk.app.desk_window import DeskWindow
    from kpidesk.qt.excepthook import CrashHook
    from kpidesk.qt.file_opens import FileOpens
    from kpidesk.qt.look import apply_look, prepare
    from kpidesk.qt.one_window import OneWindow
    from kpidesk.session.folders import Folders
    from kpidesk.session.settings import Settings
    from kpidesk.ui.window.saved_look import look_of

    folders = Folders.default()
    _start_log(folders.state / "kpidesk.log")
    hook = CrashHook(folders.crashes)
    hook.install()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("kpidesk")
    app.setApplicationDisplayName("KPI Desk")
    app.setApplicationVersion(version_text())
    app.setDesktopFileName("kpidesk")
    one_window = OneWindow(folders.state / "running")
    is_visit = options.startup_report or options.screenshot is not None
    if not is_visit and not one_window.is_first() and one_window.hand_over(asked_files(options)):
        return 0
    prepare(app)
    apply_look(app, look_of(Settings(folders.settings)))
    file_opens = FileOpens(app)
    desk = DeskWindow(folders, hook, options, asked_files(options))
    if options.startup_report:
        tell = desk.report_board if asked_files(options) else desk.report
        desk.window.painted.connect(lambda: tell(startup_report(qt_import_s, seconds_since_interpreter_start())))
    else:
        desk.window.painted.connect(desk.start_loading)
        one_window.asked.connect(desk.take)
        file_opens.asked.connect(desk.take)
        one_window.listen()
    desk.window.show()
    status = app.exec()
    desk.close()
    one_window.close()
    hook.remove()
    return status


def asked_files(options: argparse.Namespace) -> tuple[Path, ...]:
    """The files of the command line, and the sample company where it is asked for."""
    sample = sample_company() if options.sample else None
    return (*options.files, *((sample,) if sample is not None else ()))


def _start_log(path: Path) -> None:
    """The log file, small and in two generations; without one, warnings are lost, never shown."""
    logger = logging.getLogger("kpidesk")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        logger.addHandler(RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"))
    except OSError:
        logger.addHandler(logging.NullHandler())


if __name__ == "__main__":
    sys.exit(main())
