"""Big text files watched while they pass: rows out of step with most, and cells that show an error."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding
from kpidesk.ingest.dialect import BLANKS, Dialect, split_rows
from kpidesk.ingest.raw_sheet import Row
from kpidesk.ingest.text_findings import SAMPLES, error_finding, step_findings
from kpidesk.ingest.words import ERRORS

_LINE_END = ord("\n")
_BESIDE = rb"[^,;|\t\"'\r\n ]"
_ERROR = re.compile(
    b"(?<!%b)(?:%b)(?!%b)" % (_BESIDE, b"|".join(re.escape(e.encode()) for e in sorted(ERRORS)), _BESIDE)
)
_MOST_SUSPECTS = 200_000
_RAGGED = 0.5
"""Where so many rows look out of step the file is ragged throughout, and nobody is told of single rows."""


class LineWatch:
    """Sees a file's bytes in order; which lines look out of step is settled at the end, by the dialect found then.

    Cells are counted by their delimiters outside of quotes, all lines of a piece at once; a line that then is of
    another width than most is read as all rows are.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._width = dialect.width if dialect.delimiter != BLANKS else 1
        self._delimiter = ord(dialect.delimiter[0])
        self._quote = dialect.quote or '"'
        self._rest = b""
        self._rows = 0
        self._has_begun = False
        self._suspects: list[tuple[int, bytes]] = []
        self._errors = 0
        self._error_lines: list[tuple[int, bytes]] = []

    def see(self, piece: bytes) -> None:
        """Look at the bytes that follow those seen so far."""
        data = self._rest + piece
        cut = data.rfind(b"\n") + 1
        self._look(data[:cut])
        self._rest = data[cut:]

    def findings(self, path: Path, dialect: Dialect) -> Iterator[Finding]:
        """What is to be told of the file."""
        self._look(self._rest + b"\n" if self._rest else b"")
        self._rest = b""
        longer: list[int] = []
        shorter: list[int] = []
        for row, line in self._suspects:
            cells = _cells(line, dialect)
            if any(cells[dialect.width :]):
                longer.append(row)
            elif 1 < len(cells) < dialect.width:
                shorter.append(row)
        yield from step_findings(path, dialect.width, self._rows, longer, shorter)
        if self._errors:
            places = [
                (row, column)
                for row, line in self._error_lines
                for column, cell in enumerate(_cells(line, dialect))
                if cell.strip() in ERRORS
            ]
            yield error_finding(path, self._errors, places[: SAMPLES + 1])

    def _look(self, data: bytes) -> None:
        if not data:
            return
        seen = np.frombuffer(data, np.uint8)
        ends = np.flatnonzero(seen == _LINE_END)
        if self._width > 1 and len(self._suspects) < max(_MOST_SUSPECTS, int(_RAGGED * self._rows)):
            self._look_at_widths(data, seen, ends)
        if b"#" in data:
            self._look_for_errors(data, ends)
        self._rows += len(ends)

    def _look_at_widths(self, data: bytes, seen: npt.NDArray[np.uint8], ends: npt.NDArray[np.intp]) -> None:
        cuts = seen == self._delimiter
        if self._quote.encode() in data:
            cuts &= np.bitwise_xor.accumulate((seen == ord(self._quote)).view(np.uint8)) == 0
        before = np.searchsorted(np.flatnonzero(cuts), ends)
        odd = np.flatnonzero(np.diff(before, prepend=0) != self._width - 1)
        if not self._has_begun:
            regular = np.setdiff1d(np.arange(len(ends)), odd)
            self._has_begun = len(regular) > 0
            odd = odd[odd > regular[0]] if self._has_begun else odd[:0]
        for line in odd[:_MOST_SUSPECTS].tolist():
            start = int(ends[line - 1]) + 1 if line else 0
            self._suspects.append((self._rows + line, data[start : int(ends[line])].rstrip(b"\r")))

    def _look_for_errors(self, data: bytes, ends: npt.NDArray[np.intp]) -> None:
        for found in _ERROR.finditer(data):
            self._errors += 1
            if len(self._error_lines) <= SAMPLES:
                line = int(np.searchsorted(ends, found.start()))
                start = int(ends[line - 1]) + 1 if line else 0
                place = (self._rows + line, data[start : int(ends[line])].rstrip(b"\r"))
                if place not in self._error_lines:
                    self._error_lines.append(place)


def _cells(line: bytes, dialect: Dialect) -> Row:
    return next(split_rows([line.decode("utf-8", "replace")], dialect), ())
