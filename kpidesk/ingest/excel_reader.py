"""Workbooks: looked at first, then read by a child process under limits of time and memory."""

import json
import multiprocessing
import shutil
import signal
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.excel_findings import sheet_findings
from kpidesk.ingest.excel_places import has_big_sheet, has_far_cells
from kpidesk.ingest.excel_preflight import BookKind, damaged, encrypted
from kpidesk.ingest.excel_process import serve
from kpidesk.ingest.plain_text import private_copy
from kpidesk.ingest.raw_sheet import MergedRange, RawSheet, SampledRow, TextSource
from kpidesk.ingest.sheet_periods import with_periods
from kpidesk.ingest.turned import turned

_ENGINES = {
    BookKind.XLSX: ("fastexcel", "calamine", "openpyxl", "mended"),
    BookKind.XLSB: ("fastexcel", "calamine"),
    BookKind.XLS: ("calamine",),
    BookKind.ODS: ("calamine",),
    **dict.fromkeys((BookKind.FODS, BookKind.XML, BookKind.HTML), ("markup",)),
}
_SECONDS = 8.0
_SECONDS_PER_MEGABYTE = 0.7
"""Of the processor's time: a machine that is busy with other things makes no workbook too big."""
_PATIENCE = 6
"""So many times as long by the clock, before a reader that waits for something is given up."""
_MEMORY = 650_000_000
_MEMORY_PER_BYTE = 30
_MOST_MEMORY = 8_000_000_000
_POLL_SECONDS = 0.1
_TRIES = 2
_PASSWORD_WORDS = ("password", "encrypt")

Answer = Mapping[str, Any]  # type: ignore[explicit-any,unused-ignore]  # JSON: its shape is described in excel_child


class WorkbookReader:
    """Reads workbooks one after another in one child process, started when first needed and again when it dies."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._child: BaseProcess | None = None
        self._connection: Connection | None = None
        self._is_late = False

    def read(self, path: Path, kind: BookKind, progress: Progress) -> tuple[RawSheet, ...]:
        """The sheets of a workbook; UserError where no reader can open it in time, or it never holds still."""
        for _ in range(_TRIES):
            before = path.stat()
            sheets = self._read(path, kind, progress)
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return sheets
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} changed while it was read."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Wait until it is saved, then import it again.")),
        )

    def _read(self, path: Path, kind: BookKind, progress: Progress) -> tuple[RawSheet, ...]:
        size = path.stat().st_size
        seconds = _SECONDS + size / 1e6 * _SECONDS_PER_MEGABYTE
        deadline = time.monotonic() + _PATIENCE * seconds
        self._is_late = False
        answer: Answer = {"sheets": [], "problem": ""}
        folder = private_copy(path, self._scratch, ".sheets")
        for engine in _engines(path, kind):
            request = {
                "path": str(path),
                "folder": str(folder),
                "engine": engine,
                "kind": kind.value,
                "seconds": seconds,
                "memory": min(_MOST_MEMORY, _MEMORY + _MEMORY_PER_BYTE * size),
            }
            found = self._ask(request, deadline, progress)
            seconds -= 0 if found is None else found["seconds"]
            if found is not None and _is_better(found, answer):
                answer = found
            if answer["sheets"] and not any(sheet["problem"] for sheet in answer["sheets"]):
                break
            if self._is_late or seconds <= 0:
                break
        if not answer["sheets"]:
            shutil.rmtree(folder, ignore_errors=True)
            if kind is BookKind.HTML and not answer["problem"]:
                raise _no_table(path)
            raise _unreadable(path, str(answer["problem"]), in_time=not self._is_late)
        return with_periods([turned(_raw_sheet(path, kind, sheet)) for sheet in answer["sheets"]])

    def _ask(self, request: Mapping[str, object], deadline: float, progress: Progress) -> Answer | None:
        """The child's answer; None where it died, or had to be ended because its time was up."""
        connection = self._connected()
        with progress.interrupting(self.close):
            try:
                connection.send_bytes(json.dumps(request).encode())
                while not connection.poll(_POLL_SECONDS):
                    progress.raise_if_cancelled()
                    if time.monotonic() > deadline:
                        self._is_late = True
                        self.close()
                        return None
                answer: Answer = json.loads(connection.recv_bytes())
            except (EOFError, OSError, ValueError):
                self._is_late = self._ran_out_of_time()
                self.close()
                progress.raise_if_cancelled()
                return None
        if not answer["sheets"] and answer["problem"].startswith("PanicException"):
            self.close()
        return answer

    def _ran_out_of_time(self) -> bool:
        """Whether the child was ended by its limit of processor time."""
        if self._child is None or sys.platform == "win32":
            return False
        self._child.join(1)
        return self._child.exitcode == -signal.SIGXCPU

    def _connected(self) -> Connection:
        if self._connection is None or self._child is None or not self._child.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self._child = context.Process(target=serve, args=(theirs,), daemon=True, name="kpidesk workbook reader")
            with _no_main_module():
                self._child.start()
            theirs.close()
            self._connection = ours
        return self._connection

    def warm_up(self) -> None:
        """Start the child ahead of the first workbook."""
        self._connected()

    def close(self) -> None:
        """End the child."""
        child, connection, self._child, self._connection = self._child, self._connection, None, None
        if child is not None:
            child.kill()
            child.join(5)
            child.close()
        if connection is not None:
            connection.close()


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Start children without running the caller's main module again in them.

    ``spawn`` would import it: a second copy of the whole application, or a user's script without a guard.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _engines(path: Path, kind: BookKind) -> tuple[str, ...]:
    """The readers in the order to try; where cells stand far apart only the one that reads row by row."""
    if kind is BookKind.XLSX:
        with zipfile.ZipFile(path) as archive:
            if has_far_cells(archive):
                return ("openpyxl",)
            if has_big_sheet(archive):
                return ("pieces", *_ENGINES[kind])
    return _ENGINES[kind]


def _is_better(found: Answer, known: Answer) -> bool:
    """Whether an engine read more sheets than the one before; a reason for failing is better than none."""
    read = [sum(not sheet["problem"] for sheet in answer["sheets"]) for answer in (found, known)]
    return read[0] > read[1] or (not known["sheets"] and bool(found["sheets"] or not known["problem"]))


def _unreadable(path: Path, problem: str, *, in_time: bool) -> UserError:
    if any(word in problem.casefold() for word in _PASSWORD_WORDS):
        return encrypted(path)
    if not in_time:
        return UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} takes too long to read."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export the sheets that you need as CSV and import those.")),
        )
    return damaged(path)


def _no_table(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} is a web page without a table."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "Export the table again; the page may have asked you to sign in.")),
    )


def _raw_sheet(path: Path, kind: BookKind, sheet: Answer) -> RawSheet:
    width = int(sheet["width"])
    return RawSheet(
        file=path,
        sheet=str(sheet["name"]),
        format=kind.value,
        head=tuple(tuple(row) for row in sheet["head"]),
        rows=int(sheet["rows"]),
        width=width,
        source=TextSource(Path(sheet["path"]), True, "", "", 0, width),
        further=tuple(SampledRow(at, tuple(row)) for at, row in sheet["further"]),
        merged=tuple(MergedRange(*merge) for merge in sheet["merges"]),
        hidden=bool(sheet["hidden"]),
        findings=tuple(sheet_findings(path, sheet)),
        formats=tuple((int(column), str(kind)) for column, kind in sheet["formats"].items()),
    )
