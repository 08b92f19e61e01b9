"""A line whose quotes or delimiters went wrong, read so that it has as many cells as the other rows."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpidesk.ingest.raw_sheet import Row

_MOST_STEPS = 20_000
_MOST_CLOSINGS = 40
_LONGEST = 200_000
_LITERAL_QUOTE = 1
_ODD_QUOTES = 2
_MISSING_DELIMITER = 3
_NAMES = re.compile(r"\w")


class _Step(NamedTuple):
    """One cell of a reading: its text, where the next cell begins (-1 at the end), and how odd the reading is."""

    text: str
    after: int
    cost: int


class _Reading(NamedTuple):
    """The least odd way to a place in the line: its cost, and the steps that led there, last first."""

    cost: int
    step: "_Step | None"
    before: "_Reading | None"


def fit_row(line: str, delimiter: str, quote: str, escape: str, width: int) -> Row | None:
    """The least odd reading of a line that has exactly ``width`` cells; None where there is none.

    A quote that opens a cell may be meant literally, one inside it may not be escaped, and one that opens in the
    middle of a cell may tell that a delimiter is missing there.
    """
    if len(line) > _LONGEST or width < 2:
        return None
    reached: dict[int, dict[int, _Reading]] = {0: {0: _Reading(0, None, None)}}
    best: _Reading | None = None
    steps = 0
    while reached:
        at = min(reached)
        here = reached.pop(at)
        for step in _steps(line, at, delimiter, quote, escape):
            for count, reading in here.items():
                steps += 1
                cost = reading.cost + step.cost
                if step.after < 0:
                    if count + 1 == width and (best is None or cost < best.cost):
                        best = _Reading(cost, step, reading)
                elif count + 2 <= width:
                    known = reached.setdefault(step.after, {}).get(count + 1)
                    if known is None or cost < known.cost:
                        reached[step.after][count + 1] = _Reading(cost, step, reading)
        if steps > _MOST_STEPS:
            return None
    return _cells(best)


def is_sound(line: str, delimiter: str, quote: str, escape: str) -> bool:
    """Whether every quote of a line opens, closes or is escaped as it should."""
    at = 0
    while at >= 0:
        sound = (step for step in _steps(line, at, delimiter, quote, escape) if step.cost == 0)
        step = next(sound, None)
        if step is None or (quote in step.text and line[at : at + 1] != quote and line[at:].lstrip(" ")[:1] != quote):
            return False
        at = step.after
    return True


def _cells(reading: _Reading | None) -> Row | None:
    if reading is None:
        return None
    cells: list[str] = []
    while reading is not None and reading.step is not None:
        cells.append(reading.step.text)
        reading = reading.before
    return tuple(reversed(cells))


def _steps(line: str, at: int, delimiter: str, quote: str, escape: str) -> Iterator[_Step]:
    """The ways to read the cell that begins at a place."""
    start = at
    while line[start : start + 1] == " " and delimiter != " ":
        start += 1
    stop = line.find(delimiter, at)
    after = -1 if stop < 0 else stop + len(delimiter)
    text = line[at:] if stop < 0 else line[at:stop]
    if line[start : start + 1] != quote:
        yield _Step(text, after, _ODD_QUOTES * (text.count(quote) % 2))
        opens = text.find(quote)
        if opens > 0 and next(_closings(line, at + opens + 1, delimiter, quote), None) is not None:
            yield _Step(text[:opens], at + opens, _MISSING_DELIMITER)
        return
    yield _Step(text, after, _LITERAL_QUOTE + text.endswith(quote))
    for close in _closings(line, start + 1, delimiter, quote):
        inner = line[start + 1 : close]
        plain = inner.replace(escape + quote, quote * 2) if escape else inner
        lone = plain.replace(quote * 2, "").count(quote)
        after = line.find(delimiter, close + 1)
        yield _Step(plain.replace(quote * 2, quote), -1 if after < 0 else after + len(delimiter), lone)
    close = line.find(quote, start + 1)
    if close > 0 and _NAMES.match(line, close + 1):
        yield _Step(line[start + 1 : close], close + 1, _MISSING_DELIMITER)


def _closings(line: str, at: int, delimiter: str, quote: str) -> Iterator[int]:
    """The quotes from a place on that stand before a delimiter or the end."""
    blanks = "" if delimiter == " " else " "
    for _ in range(_MOST_CLOSINGS):
        at = line.find(quote, at)
        if at < 0:
            return
        rest = line[at + 1 : at + 40].lstrip(blanks) if blanks else line[at + 1 : at + 2]
        if not rest or rest.startswith(delimiter.strip(" ") or delimiter):
            yield at
        at += 1
