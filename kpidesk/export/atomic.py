"""Files written whole or not at all: beside the target first, then put in its place."""

import contextlib
import errno
import io
import os
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.core.replacing import put_in_place
from kpidesk.core.system_reasons import system_reason

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_PIECE = 1 << 20


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary beside ``path`` to write; put in its place when the block ends well, removed when it does not.

    Raises UserError where the place cannot be written (no such folder, no rights, disk full, open in another program).
    """
    temporary: Path | None = None
    try:
        beside = path.with_name(f".{path.stem[:40]}-{uuid.uuid4().hex}.part{path.suffix}")
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        temporary = beside
        yield temporary
        put_in_place(temporary, path)
    except OSError as error:
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("export", "{file} could not be written: {why}"),
                file=path.name,
                why=system_reason(error),
            ),
            Message(QT_TRANSLATE_NOOP("export", "Close it in other programs, or choose another place.")),
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file atomically; raises UserError."""
    with replacing(path) as temporary:
        _fill(temporary, content)


def write_together(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files, none of them put in its place before all are written; raises UserError."""
    with contextlib.ExitStack() as all_of_them:
        for path, content in contents:
            _fill(all_of_them.enter_context(replacing(path)), content)


def _fill(temporary: Path, content: bytes) -> None:
    with temporary.open("wb") as file:
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            if file.write(piece) != len(piece):
                raise OSError(errno.ENOSPC, "short write")


class _Watched(io.FileIO):
    """A file that hears the wish to stop with every piece written into it."""

    def __init__(self, path: Path, progress: Progress) -> None:
        super().__init__(path, "w+")
        self._progress = progress

    def write(self, piece: "ReadableBuffer") -> int:
        """All of it: on a disk that is nearly full a file takes a part and says so, which nobody above it reads."""
        self._progress.raise_if_cancelled()
        whole, done = memoryview(piece).cast("B"), 0
        while done < len(whole):
            taken = super().write(whole[done:])
            if not taken:
                raise OSError(errno.ENOSPC, "short write")
            done += taken
        return done


def stoppable(path: Path, progress: Progress) -> BinaryIO:
    """A file for writers that know no progress (zip archives of Office): writing it raises Cancelled."""
    return cast(BinaryIO, _Watched(path, progress))
