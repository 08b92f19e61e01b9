"""The temporary folder for private copies of files: locked while its process lives, cleared away by the next one."""

import atexit
import contextlib
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import IO

from kpidesk.core.file_lock import try_lock

_PREFIX = "kpidesk-import-"
_LOCK = "lock"
_YOUNG_SECONDS = 3600.0
"""A folder without a lock is left alone for so long: its process may just be starting."""


@cache
def own_scratch() -> Path:
    """This process's folder, removed when it ends; first those that killed processes left are removed."""
    clear_left_behind(Path(tempfile.gettempdir()), time.time())
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    lock = (folder / _LOCK).open("wb")
    try_lock(lock)
    atexit.register(_remove, folder, lock)
    return folder


def clear_left_behind(parent: Path, now: float) -> None:
    """Remove the folders whose process is gone; what cannot be removed stays."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.is_symlink() or not folder.is_dir():
                continue
            if not (folder / _LOCK).exists():
                if now - folder.stat().st_mtime > _YOUNG_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)
                continue
            with (folder / _LOCK).open("r+b") as lock:
                is_free = try_lock(lock)
            if is_free:
                shutil.rmtree(folder, ignore_errors=True)


def _remove(folder: Path, lock: IO[bytes]) -> None:
    lock.close()
    shutil.rmtree(folder, ignore_errors=True)
