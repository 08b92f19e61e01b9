"""The private folder of one running session: its tables, its autosaved document, and a lock that dies with it."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kpidesk.core.file_lock import try_lock
from kpidesk.core.ids import DatasetId, new_id

DOCUMENT = "document.json"


class WorkFolder:
    """A folder below the application's own, locked for as long as the process lives.

    A folder that nobody holds but that has a document is work that was not saved: a crash left it.
    """

    def __init__(self, path: Path, lock: IO[bytes]) -> None:
        self.path = path
        self._lock = lock
        self.tables.mkdir(exist_ok=True)

    @classmethod
    def new(cls, root: Path) -> "WorkFolder":
        """A fresh folder, held."""
        path = root / new_id()
        path.mkdir(parents=True)
        held = cls.hold(path)
        if held is None:
            raise FileExistsError(path)
        return held

    @classmethod
    def hold(cls, path: Path) -> "WorkFolder | None":
        """Take a folder over; None where another session holds it."""
        lock = (path / "lock").open("ab")
        if try_lock(lock):
            return cls(path, lock)
        lock.close()
        return None

    @property
    def tables(self) -> Path:
        return self.path / "tables"

    @property
    def document(self) -> Path:
        """Where the autosaved document lies while there is unsaved work."""
        return self.path / DOCUMENT

    def table(self, dataset: DatasetId) -> Path:
        """The file of a dataset's rows."""
        return self.tables / f"{dataset}.parquet"

    def take_table(self, dataset: DatasetId, source: "WorkFolder") -> None:
        """Give a table of another folder a second name here; it moves where the file system knows no such thing.

        Nothing is copied, and nothing happens where it is here already: tables are immutable. Raises OSError.
        """
        mine, other = self.table(dataset), source.table(dataset)
        if mine.exists():
            return
        try:
            os.link(other, mine)
        except OSError:
            other.replace(mine)

    def release(self) -> None:
        """Let go of the folder and leave it as it is."""
        self._lock.close()

    def remove(self) -> None:
        """Let go of the folder and delete it: everything in it was saved or given up."""
        self.release()
        shutil.rmtree(self.path, ignore_errors=True)


def left_behind(root: Path) -> Iterator[WorkFolder]:
    """The folders of sessions that ended without a word, held; those without a document are cleared away."""
    with contextlib.suppress(FileNotFoundError):
        for path in sorted(root.iterdir(), key=lambda each: each.stat().st_mtime):
            if not path.is_dir():
                continue
            folder = WorkFolder.hold(path)
            if folder is None:
                continue
            if folder.document.is_file():
                yield folder
            else:
                folder.remove()
