"""The delimiter and the quote of a text file, settled on which reading makes its rows agree."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kpidesk.ingest.blank_rows import column_shapes, split_at_blanks
from kpidesk.ingest.raw_sheet import Row
from kpidesk.ingest.row_fit import fit_row, is_sound

BLANKS = " +"
"""The delimiter of files whose columns are set apart by runs of blanks."""

_DELIMITERS = (",", ";", "\t", "|", ", ", "~", "^", "\x01", "\x1f", ":", BLANKS, " ")
_QUOTES = ('"', "'")
_SEP_LINE = re.compile(r'^\ufeff?"?sep=(.|\\t)"?$', re.I)
_CLOCK = re.compile(r"\d:\d\d(?!\d)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w)")
_SAMPLE_LINES = 400
_SPAN_LINES = 60
_LONG_RUN = 10
_LEAST_WIDTH = 4
_SHORT_SPAN = 3
_PATIENCE = 30_000
_LONGEST_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file sets its cells apart. ``quote`` '' where none is used; ``escape`` a backslash or ''.

    ``doubled`` is a sign that stands twice for once within quotes, beside the quote itself. ``shapes`` are there where
    some lines are set apart by blanks, see blank_rows.
    """

    delimiter: str
    quote: str
    escape: str = ""
    width: int = 1
    doubled: str = ""
    shapes: tuple[str, ...] = ()


def find_dialect(lines: Sequence[str]) -> Dialect:
    """The dialect under which the first few hundred lines agree best on their width; quotes may begin further down."""
    sample = [line[:_LONGEST_LINE] for line in lines[:_SAMPLE_LINES]]
    dialect = with_late_quotes(_dialect_of(sample), itertools.islice(lines, _SAMPLE_LINES, None))
    return _with_shapes(dialect, lines, sample)


def _with_shapes(dialect: Dialect, lines: Sequence[str], sample: Sequence[str]) -> Dialect:
    """The dialect with the shapes of its columns, where some line has blanks in place of its delimiters."""
    if dialect.delimiter in (BLANKS, " ") or dialect.width < _LEAST_WIDTH:
        return dialect
    if not any(_is_blank_set(line, dialect) for line in lines):
        return dialect
    return replace(dialect, shapes=column_shapes(list(split_rows(sample, dialect)), dialect.width))


def with_late_quotes(dialect: Dialect, further: Iterable[str]) -> Dialect:
    """The dialect with quotes, where none were seen so far and further lines are of the same width only by them."""
    if dialect.quote or dialect.delimiter == BLANKS:
        return dialect
    quoted = list(itertools.islice((line for line in further if _QUOTES[0] in line), _SAMPLE_LINES))
    other = replace(dialect, quote=_QUOTES[0], escape=_escape("\n".join(quoted), _QUOTES[0]))
    agreeing = [sum(len(row) == dialect.width for row in split_rows(quoted, one)) for one in (dialect, other)]
    return other if quoted and agreeing[1] >= agreeing[0] else dialect


def _dialect_of(sample: Sequence[str]) -> Dialect:
    if sample and (told := _SEP_LINE.match(sample[0])):
        sign = "\t" if told[1] == "\\t" else told[1]
        return _with_width(_with_quote(sign, sample), sample[1:])
    text = "\n".join(sample)
    best, best_score = Dialect(",", '"'), 0.0
    for delimiter in _DELIMITERS:
        if (delimiter[0] if delimiter != BLANKS else "  ") not in text:
            continue
        if delimiter == BLANKS and sum("  " in line.strip() for line in sample) < 0.5 * len(sample):
            continue
        if delimiter == " " and '"' not in text:
            continue
        for quote in (*(q for q in _QUOTES if q in text), ""):
            if quote == "" and '"' in text and delimiter != BLANKS:
                continue
            dialect = Dialect(delimiter, quote, _escape(text, quote), doubled=_doubled(text, quote))
            dialect = _with_blank_cells(dialect, sample) if delimiter == " " else dialect
            if (score := _score(dialect, sample)) > best_score + 1e-9:
                best, best_score = dialect, score
    return _with_width(best, sample)


def _with_quote(delimiter: str, sample: Sequence[str]) -> Dialect:
    text = "\n".join(sample)
    quotes = [
        Dialect(delimiter, quote, _escape(text, quote), doubled=_doubled(text, quote))
        for quote in ('"', *(q for q in _QUOTES[1:] if q in text))
    ]
    return max(quotes, key=lambda dialect: _score(dialect, sample))


def _with_width(dialect: Dialect, sample: Sequence[str]) -> Dialect:
    widths = Counter(len(row) for row in split_rows(sample, dialect) if any(row))
    width = max(widths, key=lambda w: (widths[w], w), default=1)
    return replace(dialect, width=width)


def _with_blank_cells(dialect: Dialect, sample: Sequence[str]) -> Dialect:
    """The blank as delimiter, with the shapes of the columns where the first line's width has any."""
    rows = list(split_rows(sample, dialect))
    width = len(rows[0])
    shapes = column_shapes(rows[1:], width) if width >= _LEAST_WIDTH else ()
    return replace(dialect, width=width, shapes=shapes) if shapes else dialect


def _escape(text: str, quote: str) -> str:
    """A backslash where quotes inside quoted cells are marked by it, not doubled."""
    if not quote or text.count("\\" + quote) <= text.count(quote * 2):
        return ""
    # Apostrophes that nothing marks: then a backslash before one of them marks nothing either.
    is_marked = quote != "'" or text.count("\\" + quote) > len(_APOSTROPHE.findall(text))
    return "\\" if is_marked else ""


def _doubled(text: str, quote: str) -> str:
    """The double quote, where single quotes are the quotes and yet each double one stands twice."""
    return '"' if quote == "'" and '""' in text and '"' not in text.replace('""', "") else ""


def _score(dialect: Dialect, sample: Sequence[str]) -> float:
    """The share of rows as wide as most, weighed by how much the delimiter tells, less what looks misread."""
    rows = [row for row in split_rows(sample, dialect) if any(row)]
    if not rows:
        return 0.0
    widths = Counter(len(row) for row in rows)
    several = {w: n for w, n in widths.items() if w > 1}
    if not several:
        return 0.01
    width = max(several, key=lambda w: (several[w] * min(w, 4), w))
    share = max(several[width], 0.97 * _in_runs([len(row) for row in rows])) / len(rows)
    alike = [row for row in rows if len(row) == width]
    left_inside = sum('"' in cell[:1] or '"' in cell[-1:] for row in alike for cell in row if dialect.quote != '"')
    left_inside += sum(cell[:1] == dialect.quote != "" for row in alike for cell in row)
    empty = sum(not cell.strip() for row in alike for cell in row) / (len(alike) * width)
    score = share - 0.5 * min(1.0, left_inside / len(alike)) - (0.1 if empty > 0.9 else 0.0)
    score += 0.05 * min(width, 8) / 8
    if dialect.delimiter in (BLANKS, " "):
        score -= 0.05 if dialect.shapes else 0.25
    elif dialect.delimiter == ":":
        score -= 2.0 if _CLOCK.search("\n".join(sample)) else 0.15
    elif dialect.delimiter == ", ":
        score += 0.015 if all(cell[:1] != " " for row in alike[:50] for cell in row) else -0.2
    if dialect.quote == "'":
        score -= 0.03
    return score


def _in_runs(widths: Sequence[int]) -> int:
    """How many rows lie in long runs of rows equally wide, as the tables of a file with several do."""
    runs = (len(list(run)) for width, run in itertools.groupby(widths) if width > 1)
    return sum(length for length in runs if length >= _LONG_RUN)


def split_rows(lines: Sequence[str], dialect: Dialect) -> Iterator[Row]:
    """The rows of the lines, ragged as they are; a quoted cell may run over several lines.

    A quote opens only where a cell begins and closes only before a delimiter or the line's end; a line whose quotes do
    not come out even, alone or with the lines after it, is read literally.
    """
    if dialect.delimiter == BLANKS:
        yield from (tuple(line.split()) or ("",) for line in lines)
        return
    at = wasted = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if dialect.shapes and (blanks := _at_blanks(line, dialect)) is not None:
            yield blanks
            continue
        if not dialect.quote or dialect.quote not in line:
            yield tuple(line.split(dialect.delimiter))
            continue
        row = _split(line, dialect)
        if row is None:
            reach = _SPAN_LINES if wasted < _PATIENCE else _SHORT_SPAN
            literal = tuple(line.split(dialect.delimiter))
            if wasted < _PATIENCE or len(literal) != dialect.width:
                literal = mended(line, dialect) or literal
            row, more = _spanning(lines[at - 1 : at - 1 + reach], literal, dialect)
            at += more
            wasted += reach if more == 0 else 0
        elif dialect.width > 1 and len(row) != dialect.width:
            row = mended(line, dialect) or row
        yield row


def _at_blanks(line: str, dialect: Dialect) -> Row | None:
    """A line set apart by blanks, where other lines are by something else or blanks are in cells, too."""
    if dialect.delimiter == " ":
        return split_at_blanks(line, dialect.quote, dialect.shapes)
    return split_at_blanks(line, dialect.quote, dialect.shapes) if _is_blank_set(line, dialect) else None


def _is_blank_set(line: str, dialect: Dialect) -> bool:
    """Whether a line has blanks enough for its cells, and outside of quotes none of the delimiters of the others."""
    quote, sign = dialect.quote, dialect.delimiter
    if sign not in line:
        return line.count(" ") >= dialect.width - 1
    if not quote or f"{quote} {quote}" not in line or len(line) > _LONGEST_LINE:
        return False
    return sign not in "".join(line.split(quote)[::2])


def mended(line: str, dialect: Dialect) -> Row | None:
    """A line whose quotes went wrong, read so that it is as wide as most; None where they did not, or it cannot be."""
    signs = (dialect.delimiter, dialect.quote, dialect.escape)
    if not dialect.quote or is_sound(line, *signs):
        return None
    return fit_row(line, *signs, dialect.width)


def _spanning(lines: Sequence[str], literal: Row, dialect: Dialect) -> tuple[Row, int]:
    """A row whose quoted cell may end some lines below; the literal reading of the first where none makes sense."""
    joined = lines[0]
    others_fit = False
    for more, line in enumerate(lines[1:], 1):
        joined += "\n" + line
        if len(joined) > _LONGEST_LINE:
            break
        others_fit = others_fit or (dialect.width > 1 and len(_split(line, dialect) or ()) == dialect.width)
        if dialect.quote not in line or (row := _split(joined, dialect)) is None:
            continue
        fits = dialect.width <= 1 or len(row) == dialect.width
        return (row, more) if fits and not (others_fit and len(literal) == dialect.width) else (literal, 0)
    return literal, 0


def _split(line: str, dialect: Dialect) -> Row | None:
    """The cells of a line, or None where a quoted cell does not end in it."""
    delimiter, quote = dialect.delimiter, dialect.quote
    cells: list[str] = []
    at, end = 0, len(line)
    while at <= end:
        start = at
        while line[start : start + 1] == " " and delimiter != " ":
            start += 1
        if line[start : start + 1] == quote:
            close = _closing(line, start + 1, dialect)
            if close is None:
                return None
            cell = line[start + 1 : close].replace(quote * 2, quote)
            cell = cell.replace("\\" + quote, quote) if dialect.escape else cell
            cells.append(cell.replace(dialect.doubled * 2, dialect.doubled) if dialect.doubled else cell)
            at = line.find(delimiter, close)
            if at < 0:
                return tuple(cells)
            at += len(delimiter)
            continue
        stop = line.find(delimiter, at)
        if stop < 0:
            cells.append(line[at:])
            break
        cells.append(line[at:stop])
        at = stop + len(delimiter)
    return tuple(cells)


def _closing(line: str, at: int, dialect: Dialect) -> int | None:
    """Where the quoted cell ends: at a quote before a delimiter or the end, that is neither doubled nor escaped."""
    quote, delimiter = dialect.quote, dialect.delimiter.strip(" ") or dialect.delimiter
    while (found := line.find(quote, at)) >= 0:
        if dialect.escape and line[found - 1] == "\\":
            at = found + 1
            continue
        if line[found + 1 : found + 2] == quote:
            at = found + 2
            continue
        rest = line[found + 1 : found + 40] if delimiter == " " else line[found + 1 : found + 40].lstrip(" ")
        if not rest or rest.startswith(delimiter):
            return found
        at = found + 1
    return None
