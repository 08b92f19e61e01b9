"""Answers of the last time: what was asked of the same tables under the same rules stands before the engine does.

They lie in the cache of this user, one file for each state of the data, named by all that can move a figure: the bytes
of the tables, what they are read as, the rules, and this very build of the program. So a file is right or is not
found; one that is damaged is as good as none. The cache may be deleted at any time.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.core.replacing import put_in_place
from kpidesk.core.version import build_stamp
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.session.answer_file import UNUSABLE, read_answers, write_answers
from kpidesk.session.watching import hash_of
from kpidesk.workspace.codec import to_plain
from kpidesk.workspace.document import Dataset, Rules

MOST_FILES, MOST_BYTES = 24, 96 << 20
_FORMAT = 1
_SUFFIX = ".answers"


@dataclass(frozen=True)
class Answers:
    """Frames by their question, and what can split the data with its values."""

    frames: Mapping[Query, ResultFrame] = field(default_factory=dict)
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NOTHING = Answers()


class KnownAnswers:
    """The answers in ``folder``, and those that came with the program in ``shipped``; jobs of the WORK lane ask it.

    ``table`` says where the rows of a dataset lie.
    """

    def __init__(self, folder: Path, table: Callable[[DatasetId], Path], shipped: Path | None = None) -> None:
        self._folder = folder
        self._table = table
        self._shipped = shipped

    def key(self, datasets: Sequence[Dataset], rules: Rules, progress: Progress) -> str | None:
        """A name for all that can move a figure; None where the rows of a table are not here to be looked at."""
        try:
            tables = [[*_read_as(dataset), hash_of(self._table(dataset.id), progress)] for dataset in datasets]
        except OSError:
            return None
        text = json.dumps([_FORMAT, build_stamp(), to_plain(rules), tables], sort_keys=True)
        return hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest()

    def look(self, key: str) -> Answers:
        """What is known under that name; nothing where it is not, or cannot be read."""
        for folder in (self._folder, self._shipped):
            path = None if folder is None else folder / f"{key}{_SUFFIX}"
            if path is not None and path.is_file():
                try:
                    frames, attributes = read_answers(path)
                except UNUSABLE:
                    continue
                with suppress(OSError):  # a folder that may only be read
                    os.utime(path)
                return Answers(frames, attributes)
        return NOTHING

    def keep(self, key: str, answers: Answers) -> None:
        """Write them down for the next time; where that fails, the next time takes longer."""
        temporary = self._folder / f".{key}.{os.getpid()}.tmp"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_answers(temporary, answers.frames, answers.attributes)
            put_in_place(temporary, self._folder / f"{key}{_SUFFIX}")
            self._clear_away()
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _clear_away(self) -> None:
        """Those that nobody asked for the longest time."""
        newest = sorted(self._folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        size = 0
        for number, path in enumerate(newest):
            size += path.stat().st_size
            if number and (number >= MOST_FILES or size > MOST_BYTES):
                path.unlink(missing_ok=True)


def _read_as(dataset: Dataset) -> list[object]:
    """What of a dataset, its rows aside, facts and answers can show."""
    columns = [[column.name, str(column.type), column.is_attribute] for column in dataset.columns]
    return [dataset.table, dataset.name, str(dataset.source), dataset.currency, columns]
