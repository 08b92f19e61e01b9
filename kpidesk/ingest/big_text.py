"""Text files too big to look at whole: one quick pass over the bytes, the head, and samples from all along."""

import codecs
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kpidesk.core.findings import Finding
from kpidesk.core.progress import Progress
from kpidesk.ingest.big_text_watch import LineWatch
from kpidesk.ingest.dialect import BLANKS, Dialect, find_dialect, split_rows, with_late_quotes
from kpidesk.ingest.plain_text import decode_copy, private_copy, split_lines, strict_rows, write_plain
from kpidesk.ingest.raw_sheet import HEAD_ROWS, RawSheet, Row, SampledRow, TextSource
from kpidesk.ingest.text_encoding import find_encoding
from kpidesk.ingest.text_findings import bad_characters

_PIECE = 1 << 20
_LINE_END = ord("\n")
_HEAD_BYTES = 4_000_000
_WINDOWS = 20
_WINDOW_BYTES = 60_000
_WINDOW_ROWS = 40
_BATCH_LINES = 20_000
_QUOTED_LINES = 200_000


@dataclass(slots=True)
class _Scan:
    """What one pass over the bytes tells. ``starts`` are (offset, newlines before it) of some pieces."""

    newlines: int = 0
    has_blank_lines: bool = False
    has_oddities: bool = False
    has_quotes: bool = False
    is_utf8: bool = True
    starts: list[tuple[int, int]] = field(default_factory=list)


def read_big_text(path: Path, scratch: Path, progress: Progress) -> RawSheet:
    """The one sheet of a big text file; its rows are counted by line ends, which is exact where no cell holds any."""
    encoding = find_encoding(_some_bytes(path), is_whole=False)
    findings: list[Finding] = []
    text_path = path
    if encoding.name not in ("utf-8", "utf-8-sig"):
        text_path = decode_copy(path, encoding.name, private_copy(path, scratch, ".utf8.csv"), progress)
    lines, _ = split_lines(_read(text_path, 0, _HEAD_BYTES).removeprefix("\ufeff").replace("\x00", ""))
    lines = lines[:-1] if len(lines) > 1 else lines
    dialect = find_dialect(lines)
    watch = LineWatch(dialect)
    scan = _scan(text_path, watch, progress)
    if not scan.is_utf8:
        text_path = decode_copy(path, encoding.name, private_copy(path, scratch, ".utf8.csv"), progress)
        findings.append(bad_characters(path, encoding.name))
    quoted = _quoted_lines(text_path) if scan.has_quotes and not dialect.quote else []
    dialect = with_late_quotes(dialect, quoted)
    findings += watch.findings(path, dialect)
    head = list(split_rows(lines[: HEAD_ROWS * 2], dialect))[:HEAD_ROWS]
    further = tuple(_further(text_path, scan, dialect))
    width = max(len(row) for row in (*head, *(sample.cells for sample in further)))
    if _is_plain(scan, lines[: HEAD_ROWS * 2] + quoted, dialect):
        source = TextSource(text_path, False, dialect.delimiter, dialect.quote, 0, width)
    else:
        source = write_plain(_all_rows(text_path, dialect, progress), width, private_copy(path, scratch, ".csv"))
    return RawSheet(
        file=path,
        sheet=None,
        format="tsv" if dialect.delimiter == "\t" else "csv" if dialect.delimiter != BLANKS else "txt",
        head=tuple(head),
        rows=scan.newlines,
        width=width,
        source=source,
        further=further,
        is_exact_rows=not dialect.quote,
        findings=tuple(findings),
        encoding=encoding.name,
    )


def _is_plain(scan: _Scan, lines: list[str], dialect: Dialect) -> bool:
    """Whether DuckDB's reader sees the same rows as ours in these lines, and nothing odd is known of the rest."""
    if scan.has_blank_lines or scan.has_oddities or dialect.delimiter in (BLANKS, ", "):
        return False
    if dialect.escape or dialect.doubled or dialect.shapes:
        return False
    return not dialect.quote or strict_rows(lines, dialect) is not None


def _some_bytes(path: Path) -> bytes:
    """The head and pieces from further down, cut at line ends."""
    size = path.stat().st_size
    with path.open("rb") as file:
        pieces = [file.read(1_000_000)]
        if b"\x00" in pieces[0][:1000]:
            return pieces[0]
        for i in range(1, 8):
            file.seek(size * i // 8)
            pieces.append(file.read(_WINDOW_BYTES).partition(b"\n")[2].rpartition(b"\n")[0])
    return b"\n".join(pieces)


def _scan(path: Path, watch: LineWatch, progress: Progress) -> _Scan:
    scan = _Scan()
    decoder = codecs.getincrementaldecoder("utf-8")()
    size = path.stat().st_size
    every = max(_PIECE, size // _WINDOWS // _PIECE * _PIECE)
    offset, last = 0, b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            progress.step(offset, size)
            watch.see(piece)
            if offset % every == 0 and offset:
                scan.starts.append((offset, scan.newlines))
            ends = np.frombuffer(piece, np.uint8) == _LINE_END
            scan.newlines += int(np.count_nonzero(ends))
            seam = last + piece if b"\r" in piece or b"\r" in last else last + piece[:2]
            scan.has_blank_lines |= b"\n\n" in seam[:-1] or b"\n\r\n" in seam[:-1]
            scan.has_blank_lines |= bool((ends[1:-1] & ends[:-2]).any())
            scan.has_quotes = scan.has_quotes or b'"' in piece
            scan.has_oddities |= b"\x00" in piece or (b"\r" in seam and b"\r" in seam.replace(b"\r\n", b"")[:-1])
            if scan.is_utf8 and not (piece.isascii() and decoder.getstate()[0] == b""):
                try:
                    decoder.decode(piece)
                except UnicodeDecodeError:
                    scan.is_utf8 = False
            last = piece[-2:]
            offset += len(piece)
    scan.newlines += last[-1:] != b"\n"
    scan.has_oddities |= scan.newlines <= 1
    return scan


def _read(path: Path, offset: int, count: int) -> str:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(count).decode("utf-8", "ignore")


def _quoted_lines(path: Path) -> list[str]:
    """The first of the lines that hold a quote."""
    with path.open("rb") as file:
        found = itertools.islice((line for line in file if b'"' in line), _QUOTED_LINES)
        return [line.decode("utf-8", "replace").rstrip("\r\n") for line in found]


def _further(path: Path, scan: _Scan, dialect: Dialect) -> Iterator[SampledRow]:
    """Rows from the middle, and the last ones; numbered by the line ends before them."""
    for offset, before in scan.starts:
        lines = _read(path, offset, _WINDOW_BYTES).split("\n")[1:-1]
        for i, row in enumerate(split_rows([line.rstrip("\r") for line in lines[:_WINDOW_ROWS]], dialect)):
            yield SampledRow(before + 1 + i, row)
    size = path.stat().st_size
    tail = _read(path, max(0, size - _WINDOW_BYTES), _WINDOW_BYTES).rstrip("\r\n").split("\n")[1:]
    first = scan.newlines - len(tail)
    for i, row in enumerate(split_rows([line.rstrip("\r") for line in tail], dialect)):
        if first + i >= HEAD_ROWS:
            yield SampledRow(first + i, row)


def _all_rows(path: Path, dialect: Dialect, progress: Progress) -> Iterator[Row]:
    """Every row by our own splitting, some ten thousand lines at a time."""
    with path.open(encoding="utf-8-sig", errors="replace", newline=None) as file:
        batch: list[str] = []
        for line in file:
            batch.append(line.rstrip("\n").replace("\x00", ""))
            if len(batch) >= _BATCH_LINES and (not dialect.quote or line.count(dialect.quote) % 2 == 0):
                progress.raise_if_cancelled()
                yield from split_rows(batch, dialect)
                batch = []
        yield from split_rows(batch, dialect)
