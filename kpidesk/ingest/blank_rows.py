"""Rows whose cells are set apart by single blanks, although cells hold blanks too: the shapes of columns tell which."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kpidesk.ingest.raw_sheet import Row

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_SHAPE = 12
_MOSTLY = 0.9
_LEAST_ROWS = 5
_LEAST_FIXED = 2
_MOST_TOKENS = 400
_ODD = 1
_NEVER = 1_000


class _Token(NamedTuple):
    """What stands between two blanks, or within quotes."""

    text: str
    is_quoted: bool


def column_shapes(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """The shape of each column, '' for one of free text; nothing where too few columns have one of their own.

    A shape is a cell with each number as 9 and each word as a: 9/9/9 for dates, $9 for prices, a-9 for many ids.
    """
    alike = [row for row in rows if len(row) == width]
    if len(alike) < _LEAST_ROWS:
        return ()
    shapes = tuple(_common([_shape(row[column]) for row in alike if row[column]]) for column in range(width))
    return shapes if sum(map(bool, shapes)) >= _LEAST_FIXED else ()


def split_at_blanks(line: str, quote: str, shapes: Sequence[str]) -> Row | None:
    """The cells of a line, as many as there are shapes; None where they do not fit it in one way alone.

    A line of names fits, too, if it has as many words and some of them are in quotes.
    """
    tokens = _tokens(line, quote)
    if not len(shapes) <= len(tokens) <= _MOST_TOKENS:
        return None
    if (row := _fitted(tokens, shapes)) is not None:
        return row
    is_named = len(tokens) == len(shapes) and not any(map(_shape, (token.text for token in tokens)))
    return tuple(token.text for token in tokens) if is_named and sum(t.is_quoted for t in tokens) > 1 else None


def _common(shapes: Sequence[str]) -> str:
    """The shape that most have, '' where there is none."""
    shape, times = Counter(shapes).most_common(1)[0] if shapes else ("", 0)
    return shape if times >= _MOSTLY * len(shapes) else ""


def _shape(text: str) -> str:
    """The shape of a cell, '' where it holds no number or is a text of several words."""
    shape = _WORD.sub("a", _NUMBER.sub("9", text))
    return shape if "9" in shape and " " not in shape and len(shape) <= _LONGEST_SHAPE else ""


def _tokens(line: str, quote: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    quoted = re.compile(f"{quote}((?:[^{quote}]|{quote}{quote})*){quote}(?= |$)") if quote else None
    while at <= len(line):
        if quoted is not None and (match := quoted.match(line, at)):
            found.append(_Token(match[1].replace(quote * 2, quote), True))
            at = match.end() + 1
            continue
        stop = line.find(" ", at)
        stop = len(line) if stop < 0 else stop
        found.append(_Token(line[at:stop], False))
        at = stop + 1
    return found


def _fitted(tokens: Sequence[_Token], shapes: Sequence[str]) -> Row | None:
    """The tokens joined to as many cells as there are shapes, where just one way is the least odd and not too odd."""
    # For each number of tokens used: the least cost, how many ways have it, and where the last cell began.
    reached: list[tuple[int, int, int]] = [(0, 1, 0)] + [(_NEVER, 0, 0)] * len(tokens)
    steps: list[list[tuple[int, int, int]]] = []
    for shape in shapes:
        following = [(_NEVER, 0, 0)] * (len(tokens) + 1)
        for start, (cost, ways, _) in enumerate(reached):
            if not ways or start == len(tokens):
                continue
            for end in _ends(tokens, start, shape):
                price = cost + (end - start - 1 if not shape else _ODD * (_shape(tokens[start].text) != shape))
                best, known, _ = following[end]
                if price < best:
                    following[end] = (price, ways, start)
                elif price == best:
                    following[end] = (best, known + ways, start)
        reached = following
        steps.append(following)
    if reached[len(tokens)][1] != 1:
        return None
    cells: list[str] = []
    end = len(tokens)
    for column in reversed(steps):
        start = column[end][2]
        cells.append(" ".join(token.text for token in tokens[start:end]))
        end = start
    return tuple(reversed(cells))


def _ends(tokens: Sequence[_Token], start: int, shape: str) -> range:
    """Where a cell may end that begins with this token: a quoted one stands alone, and so does what has a shape."""
    first = tokens[start]
    if shape:
        return range(start + 1, start + 2 if not first.text or _shape(first.text) == shape else start + 1)
    if first.is_quoted:
        return range(start + 1, start + 2)
    end = start + 1
    while end < len(tokens) and not tokens[end].is_quoted and tokens[end].text:
        end += 1
    return range(start + 1, end + 1)
