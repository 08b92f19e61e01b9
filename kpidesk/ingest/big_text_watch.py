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
_AT_ONCE = 1 << 16
_LONGEST_LINE = 16 << 20
_MOST_SUSPECTS = 200_000
_RAGGED = 0.5
"""Where so many rows look out of step the file is ragged throughout, and nobody is told of single rows."""


class LineWatch:
    """Sees a file's bytes in order; which lines look out of step is settled at the end, by the dialect found then.

    Delimiters are counted over some hundred lines at once, and line by line, outside of quotes, where they do not come
    out even: what is missed is a longer row whose next neighbours lack as many cells. A line of another width than most
    is then read as all rows are.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._width = dialect.width if dialect.delimiter != BLANKS else 1
        self._delimiter = ord(dialect.delimiter[0])
        self._quote = dialect.quote or '"'
        self._rest = b""
        self._rows = 0
        self._has_begun = self._width <= 1
        self._is_lost = False
        self._suspects: list[tuple[int, bytes]] = []
        self._errors = 0
        self._error_lines: list[tuple[int, bytes]] = []

    def see(self, piece: bytes) -> None:
        """Look at the bytes that follow those seen so far."""
        if self._is_lost:
            return
        data = self._rest + piece
        cut = data.rfind(b"\n") + 1
        if len(data) - cut > _LONGEST_LINE:
            self._is_lost, self._rest = True, b""
            return
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
        """Look at whole lines, some at a time: where so many hold as many delimiters as they should, none is odd."""
        has_errors = b"#" in data
        start = 0
        while start < len(data):
            end = data.rfind(b"\n", start, start + _AT_ONCE) + 1 or data.find(b"\n", start) + 1
            seen = np.frombuffer(data, np.uint8, end - start, start)
            lines = np.count_nonzero(seen == _LINE_END)
            cuts = np.count_nonzero(seen == self._delimiter) if self._width > 1 else 0
            is_even = cuts == (self._width - 1) * lines
            if has_errors or not (is_even and self._has_begun):
                self._look_closely(data[start:end])
            self._rows += int(lines)
            start = end

    def _look_closely(self, data: bytes) -> None:
        seen = np.frombuffer(data, np.uint8)
        ends = np.flatnonzero(seen == _LINE_END)
        if self._width > 1 and len(self._suspects) < max(_MOST_SUSPECTS, int(_RAGGED * self._rows)):
            self._look_at_widths(data, seen, ends)
        if b"#" in data:
            self._look_for_errors(data, ends)

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
