"""Watching: sources of the document that changed on disk, told once they have come to rest.

Poll-based and without a clock of its own: a front end calls ``look`` with the time, once a second or when the system
says that something moved. Atomic replaces, lock files of spreadsheet programs and absent files are borne.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kpidesk.core.progress import Progress

_PIECE = 1 << 20
LOCK_FILES = ("~$", ".~lock.")
"""How the files begin by which Excel and LibreOffice say that they have another one open."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What a file was: size, time of change in seconds."""

    size: int
    modified: float


class SourceWatch:
    """Which of some files moved: their size or time is another, and ``SETTLE_S`` passed since the last such change.

    Whether what is in them is another, too, is for whoever reads them to find out: see ``hash_of``.
    """

    SETTLE_S = 0.5

    def __init__(self) -> None:
        self._known: dict[Path, FileState] = {}
        self._moving: dict[Path, tuple[FileState, float]] = {}

    def watch(self, sources: Mapping[Path, FileState]) -> None:
        """Watch these files, which were as told when they were read, and no others.

        A file that was watched before keeps what was seen of it since.
        """
        files = {path: state for path, state in sources.items() if _may_be_touched(path)}
        self._known = {path: self._known.get(path, state) for path, state in files.items()}
        self._moving = {path: seen for path, seen in self._moving.items() if path in files}

    def accept(self, path: Path, state: FileState) -> None:
        """The file was read as it is in this state."""
        if path in self._known:
            self._known[path] = state
            self._moving.pop(path, None)

    def look(self, now: float) -> tuple[Path, ...]:
        """The files that moved and have come to rest; each is told once for each change. ``now`` in seconds."""
        settled = []
        for path, known in self._known.items():
            state = state_of(path)
            if state is None or state == known:
                self._moving.pop(path, None)
                continue
            seen = self._moving.get(path)
            if seen is None or seen[0] != state:
                self._moving[path] = (state, now)
            elif now - seen[1] >= self.SETTLE_S:
                settled.append(path)
        for path in settled:
            self._known[path] = self._moving.pop(path)[0]
        return tuple(settled)

    @property
    def is_restless(self) -> bool:
        """Whether some file moved and has not yet come to rest: look again soon."""
        return bool(self._moving)

    @property
    def moving(self) -> tuple[Path, ...]:
        """The files that moved and have not yet come to rest."""
        return tuple(self._moving)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that are watched."""
        return tuple(self._known)


def _may_be_touched(path: Path) -> bool:
    """Not a lock file, and not on another machine: a network path is asked about before it is touched."""
    return not path.name.startswith(LOCK_FILES) and not str(path).startswith(("\\\\", "//"))


def state_of(path: Path) -> FileState | None:
    """What a file is now; None where it is away, be it for the moment of a replacement or for good."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return FileState(stat.st_size, stat.st_mtime)


def hash_of(path: Path, progress: Progress) -> str:
    """The sha256 of what is in a file; OSError where it cannot be read, Cancelled when told to stop."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            progress.raise_if_cancelled()
            digest.update(piece)
    return digest.hexdigest()
