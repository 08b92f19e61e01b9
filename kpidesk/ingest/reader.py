"""read_file: the right reader for a file by its content; formats are added to one registry."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.archive_sheets import sheets_of_archive
from kpidesk.ingest.archives import MOST_BYTES, Member, archive_kind, members_of, unpack
from kpidesk.ingest.csv_reader import read_csv
from kpidesk.ingest.customer_months import by_month
from kpidesk.ingest.excel_preflight import book_kind
from kpidesk.ingest.excel_reader import WorkbookReader
from kpidesk.ingest.foreign_formats import refuse_foreign
from kpidesk.ingest.json_reader import read_json
from kpidesk.ingest.parquet_reader import read_parquet
from kpidesk.ingest.period_columns import with_years
from kpidesk.ingest.plain_text import EmptyFile, private_copy
from kpidesk.ingest.raw_sheet import RawSheet
from kpidesk.ingest.scratch import own_scratch

BOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".ods", ".ots", ".fods"})
TEXT_ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".psv", ".dat", ".log"})
DATA_ENDINGS = frozenset({".parquet", ".pq", ".json", ".jsonl", ".ndjson"})
PACKED_ENDINGS = frozenset({".zip", ".gz"})
READ_ENDINGS = BOOK_ENDINGS | TEXT_ENDINGS | DATA_ENDINGS | PACKED_ENDINGS
"""The endings of files that are looked for in folders."""

_DEEPEST = 2
_BIG_BOOK = 20_000_000

ReadSheets = Callable[[Path, Progress], tuple[RawSheet, ...] | None]
"""Reads a file, or answers None where its content is not of the reader's kind."""


class Reader:
    """Reads files one after another; keeps one child process for workbooks alive until closed.

    Private copies go to ``scratch``, or to a temporary folder that lives as long as the process.
    """

    def __init__(self, scratch: Path | None = None) -> None:
        self._scratch = scratch or own_scratch()
        self._books = WorkbookReader(self._scratch)
        self._readers: tuple[ReadSheets, ...] = (
            self._read_book,
            _read_foreign,
            self._read_archive,
            self._read_parquet,
            self._read_json,
            self._read_text,
        )
        self._depth = 0
        self._unpacked = 0

    def read(self, path: Path, progress: Progress | None = None, *, as_found: bool = False) -> tuple[RawSheet, ...]:
        """The sheets of a file; UserError where it cannot be read, () for lock files (``~$``).

        Those whose months stand beside each other, or beside their years, are put in order unless wanted ``as_found``.
        """
        if path.name.startswith(("~$", ".~lock.")):
            return ()
        self._depth = self._unpacked = 0
        sheets = self._read(path, progress or Progress())
        return sheets if as_found else tuple(self._in_order(sheet, number) for number, sheet in enumerate(sheets))

    def _read(self, path: Path, progress: Progress) -> tuple[RawSheet, ...]:
        try:
            if path.stat().st_size == 0:
                raise EmptyFile(path)
            for reader in self._readers:
                progress.raise_if_cancelled()
                if (sheets := reader(path, progress)) is not None:
                    return sheets
        except OSError as error:
            raise _unreachable(path, error) from error
        return ()

    def copy_of(self, sheet: RawSheet, ending: str) -> Path:
        """Where a private copy of a sheet's rows may go."""
        return private_copy(sheet.file, self._scratch, ending)

    def _in_order(self, sheet: RawSheet, number: int) -> RawSheet:
        sheet = by_month(sheet, self.copy_of(sheet, f".months{number}.csv"))
        return with_years(sheet, self.copy_of(sheet, f".years{number}.csv"))

    def _read_book(self, path: Path, progress: Progress) -> tuple[RawSheet, ...] | None:
        kind = book_kind(path)
        if kind is None:
            return None
        sheets = self._books.read(path, kind, progress)
        if path.stat().st_size > _BIG_BOOK:
            self._books.close()  # gives back the memory that the child has grown by
        return sheets

    def _read_archive(self, path: Path, progress: Progress) -> tuple[RawSheet, ...] | None:
        kind = archive_kind(path)
        if not kind:
            return None
        if self._depth >= _DEEPEST:
            raise UserError(
                Message(QT_TRANSLATE_NOOP("ingest", "{file} is an archive within archives."), file=path.name),
                Message(QT_TRANSLATE_NOOP("ingest", "Unpack it and import the files.")),
            )
        self._depth += 1
        try:
            return tuple(sheets_of_archive(path, members_of(path, kind), self._read_member, progress))
        finally:
            self._depth -= 1

    def _read_member(self, path: Path, member: Member, progress: Progress) -> tuple[RawSheet, ...]:
        copy = unpack(path, member, self._scratch, progress, MOST_BYTES - self._unpacked)
        self._unpacked += copy.stat().st_size
        return self._read(copy, progress)

    def _read_parquet(self, path: Path, progress: Progress) -> tuple[RawSheet, ...] | None:
        sheet = read_parquet(path, self._scratch, progress)
        return None if sheet is None else (sheet,)

    def _read_json(self, path: Path, progress: Progress) -> tuple[RawSheet, ...] | None:
        sheet = read_json(path, self._scratch, progress)
        return None if sheet is None else (sheet,)

    def _read_text(self, path: Path, progress: Progress) -> tuple[RawSheet, ...] | None:
        return (read_csv(path, self._scratch, progress),)

    def warm_up(self) -> None:
        """Start the child process ahead of the first workbook."""
        self._books.warm_up()

    def close(self) -> None:
        """End the child process."""
        self._books.close()

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _read_foreign(path: Path, progress: Progress) -> None:
    """Never a sheet: UserError for pictures, documents, databases and the like."""
    refuse_foreign(path)


_IDLE: list[Reader] = []


@contextmanager
def kept_reader() -> Iterator[Reader]:
    """A reader whose child process is warm, where one was used before; afterwards it waits for the next who asks."""
    reader = _IDLE.pop() if _IDLE else Reader()
    try:
        yield reader
    finally:
        _IDLE.append(reader)
        for spare in _IDLE[1:]:
            _IDLE.remove(spare)
            spare.close()


def warm_up() -> None:
    """Have a reader wait whose child process has started."""
    with kept_reader() as reader:
        reader.warm_up()


def read_file(path: Path, scratch: Path | None = None) -> tuple[RawSheet, ...]:
    """The sheets of one file; see Reader.read."""
    with Reader(scratch) as reader:
        return reader.read(path)


def spreadsheets(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among paths, and those in folders, however deep, whose ending promises a table."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                inside
                for inside in path.rglob("*")
                if inside.suffix.lower() in READ_ENDINGS
                and inside.is_file()
                and not inside.name.startswith((".", "~$"))
            )
        else:
            yield path


def _unreachable(path: Path, error: OSError) -> UserError:
    if isinstance(error, PermissionError):
        return UserError(
            Message(
                QT_TRANSLATE_NOOP("ingest", "{file} cannot be opened: another program may be using it."), file=path.name
            ),
            Message(QT_TRANSLATE_NOOP("ingest", "Close it there and import it again.")),
        )
    return UserError(Message(QT_TRANSLATE_NOOP("ingest", "{file} cannot be opened."), file=path.name))
