"""read_file: the right reader for a file by its content; formats are added to one registry."""

from pathlib import Path
from types import TracebackType

from kpidesk.core.progress import Progress
from kpidesk.ingest.raw_sheet import RawSheet


class Reader:
    """Reads files one after another; keeps one child process for workbooks alive until closed.

    Private copies go to ``scratch``, or to a temporary folder that lives as long as the process.
    """

    def __init__(self, scratch: Path | None = None) -> None:
        self._scratch = scratch

    def read(self, path: Path, progress: Progress | None = None) -> tuple[RawSheet, ...]:
        """The sheets of a file; UserError where it cannot be read, () for lock files (``~$``)."""
        raise NotImplementedError

    def close(self) -> None:
        """End the child process."""

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read_file(path: Path, scratch: Path | None = None) -> tuple[RawSheet, ...]:
    """The sheets of one file; see Reader.read."""
    with Reader(scratch) as reader:
        return reader.read(path)
