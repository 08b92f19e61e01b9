"""Replacing a file so that at every moment the old or the new one stands there whole.

Write beside the target in pieces, count them, flush, fsync, verify, keep the old one as backup, ``os.replace``, fsync
the folder, and leave no temporary behind. Qt's QSaveFile was measured to replace a good file by a cut one on a full
disk.
"""

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.replacing import put_in_place
from kpidesk.core.system_reasons import system_reason


def replace_file(
    target: Path,
    write: Callable[[BinaryIO], None],
    *,
    verify: Callable[[Path], None] | None = None,
    keep_backup: bool = False,
) -> None:
    """Put what ``write`` writes in the place of ``target``; raises UserError and leaves the old file on any trouble.

    ``verify`` looks at the finished temporary and raises where it is not sound.
    """
    temporary = _beside(target)
    try:
        with temporary.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if verify is not None:
            verify(temporary)
        if keep_backup and target.exists():
            _keep(target, backup_of(target))
        put_in_place(temporary, target)
    except OSError as error:
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("workspace", "{file} could not be saved: {reason}"),
                file=target.name,
                reason=system_reason(error),
            ),
            _way_out(error, target),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _way_out(error: OSError, target: Path) -> Message:
    """What to do about it: a folder that is not there, or is not the user's, does not grow by freeing space."""
    if not target.parent.is_dir():
        missing = QT_TRANSLATE_NOOP("workspace", "There is no folder {folder}: create it, or save elsewhere.")
        return Message(missing, folder=str(target.parent))
    if isinstance(error, PermissionError):
        closed = QT_TRANSLATE_NOOP(
            "workspace", "The file that was there is untouched. You may not write in {folder}: save it elsewhere."
        )
        return Message(closed, folder=str(target.parent))
    full = QT_TRANSLATE_NOOP("workspace", "The file that was there is untouched. Free some space or save it elsewhere.")
    return Message(full)


def replace_bytes(target: Path, body: bytes) -> None:
    """Put a small file in the place of another, its folder made where it is missing; raises UserError."""

    def write(file: BinaryIO) -> None:
        file.write(body)

    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, write)


def backup_of(target: Path) -> Path:
    """Where the version before the last save lies."""
    return target.with_name(f"{target.name}.bak")


def _beside(target: Path) -> Path:
    """A name that nobody else writes under: two threads may write one file at once."""
    return target.with_name(f".{target.name[:40]}-{uuid.uuid4().hex}.tmp")


def _keep(target: Path, backup: Path) -> None:
    """Give the present file a second name, or copy it where the file system knows no links."""
    spare = _beside(backup)
    try:
        try:
            os.link(target, spare)
        except OSError:
            shutil.copy2(target, spare)
        spare.replace(backup)
    finally:
        spare.unlink(missing_ok=True)
