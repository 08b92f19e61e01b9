"""The last step of writing a file whole: a finished temporary takes the place of the target, or nothing changes."""

import os
import sys
import time
from pathlib import Path

_RETRIES_S = (0.05, 0.2, 0.5)
"""Pauses before another attempt: virus scanners and sync clients hold files for moments."""


def put_in_place(temporary: Path, target: Path) -> None:
    """Make the temporary's bytes last, give it the target's rights, replace the target and make the name last.

    Raises OSError and leaves the target as it was where that cannot be done.
    """
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        temporary.chmod(target.stat().st_mode & 0o777)
    for pause in _RETRIES_S:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            break
    else:
        temporary.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Windows cannot open folders, and does it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
