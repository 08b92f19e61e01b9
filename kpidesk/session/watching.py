"""Watching: sources of the document that changed on disk, told once they have come to rest.

Poll-based and without a clock of its own: a front end calls ``look`` with the time, once a second or when the system
says that something moved. Atomic replaces, lock files of spreadsheet programs and absent files are borne.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileState:
    """What a file was: size, time of change in nanoseconds, hash ('' where it was not read)."""

    size: int
    modified_ns: int
    sha256: str = ""


class SourceWatch:
    """Which of some files changed. ``SETTLE_S`` must pass without a further change before a file is told of."""

    SETTLE_S = 0.5

    def watch(self, sources: Iterable[tuple[Path, str]]) -> None:
        """Watch these files with the hashes of what was read, and no others."""
        raise NotImplementedError

    def look(self, now: float) -> tuple[Path, ...]:
        """The files that changed and have come to rest; each is told once for each change. ``now`` in seconds."""
        raise NotImplementedError

    @property
    def is_restless(self) -> bool:
        """Whether some file moved and has not yet come to rest: look again soon."""
        raise NotImplementedError
