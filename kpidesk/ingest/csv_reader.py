"""Text files: encoding and dialect settled, head and samples read, and a plain UTF-8 file for the rest."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.big_text import read_big_text
from kpidesk.ingest.dialect import BLANKS, Dialect, find_dialect, mended, split_rows
from kpidesk.ingest.plain_text import EmptyFile, private_copy, split_lines, strict_rows, write_plain
from kpidesk.ingest.raw_sheet import HEAD_ROWS, MOST_COLUMNS, RawSheet, Row, TextSource
from kpidesk.ingest.row_sample import further_rows
from kpidesk.ingest.text_encoding import find_encoding
from kpidesk.ingest.text_findings import TOO_MANY_COLUMNS, byte_findings, row_findings

WHOLE_BYTES = 24_000_000
"""Files up to this size are looked at whole; of larger ones the head and samples."""

_LONGEST_LINE = 16_000_000
_LOOKED_AT = 65_536
_MARK, _MARKED_ROWS = "`", 200


class _Text(NamedTuple):
    """The rows of a file, and whether DuckDB's reader would see the same ones in the file itself."""

    rows: Sequence[Row]
    is_plain: bool


def read_csv(path: Path, scratch: Path, progress: Progress | None = None) -> RawSheet:
    """The one sheet of a text file; UserError where it is empty or no text."""
    size = path.stat().st_size
    if size > WHOLE_BYTES:
        _refuse_big(path)
        return read_big_text(path, scratch, progress or Progress())
    data = path.read_bytes()
    encoding = find_encoding(data)
    raw = data.decode(encoding.name, "replace")
    text = raw.replace("\x00", "")
    if not text.strip("\ufeff \t\r\n"):
        raise EmptyFile(path)
    if _is_binary(raw):
        raise _no_text(path)
    lines, is_regular = split_lines(text.removeprefix("\ufeff"))
    dialect = find_dialect(lines)
    is_as_is = encoding.name in ("utf-8", "utf-8-sig") and not encoding.has_errors and len(raw) == len(text)
    if "\r" in text and (parts := _split_at_returns(lines, dialect)) is not None:
        lines, is_regular = parts, False
    parsed = _without_marks(_parse(lines, dialect, is_regular=is_regular and is_as_is))
    findings = (
        *byte_findings(path, encoding, nulls=len(raw) - len(text)),
        *row_findings(path, parsed.rows, text, dialect.width),
    )
    if any(finding.code == TOO_MANY_COLUMNS for finding in findings):
        parsed = _Text([row[:MOST_COLUMNS] for row in parsed.rows], False)
    return _sheet(path, scratch, dialect, parsed, findings, encoding.name)


def _sheet(
    path: Path, scratch: Path, dialect: Dialect, parsed: _Text, findings: tuple[Finding, ...], encoding: str
) -> RawSheet:
    rows = parsed.rows
    width = max((len(row) for row in rows), default=1)
    if parsed.is_plain:
        source = TextSource(path, False, dialect.delimiter, dialect.quote, 0, width)
    else:
        source = write_plain(rows, width, private_copy(path, scratch, ".csv"))
    return RawSheet(
        file=path,
        sheet=None,
        format="tsv" if dialect.delimiter == "\t" else "csv" if dialect.delimiter != BLANKS else "txt",
        head=tuple(rows[:HEAD_ROWS]),
        rows=len(rows),
        width=width,
        source=source,
        further=further_rows(rows),
        findings=findings,
        encoding=encoding,
    )


def _split_at_returns(lines: list[str], dialect: Dialect) -> list[str] | None:
    """The lines, those cut in two that hold two rows set apart by a lone carriage return; None where none does."""
    if dialect.width < 2 or not any("\r" in line for line in lines):
        return None
    found: list[str] = []
    for line in lines:
        parts = line.split("\r") if "\r" in line else []
        widths = {len(row) for part in parts for row in split_rows([part], dialect)}
        found += parts if widths == {dialect.width} else [line]
    return found if len(found) > len(lines) else None


def _parse(lines: list[str], dialect: Dialect, *, is_regular: bool) -> _Text:
    """All rows; the strict reader of the standard library where it agrees with ours, else ours."""
    is_odd = bool(dialect.escape or dialect.doubled or dialect.shapes)
    is_single = len(dialect.delimiter) == 1 and dialect.delimiter != BLANKS and not is_odd
    if is_single and (rows := strict_rows(lines, dialect)) is not None:
        odd = [
            i for i, row in enumerate(rows) if len(row) != dialect.width and dialect.quote and dialect.quote in lines[i]
        ]
        for i in odd:
            rows[i] = mended(lines[i], dialect) or rows[i]
        widths = {len(row) for row in rows}
        return _Text(rows, is_regular and not odd and len(widths) == 1)
    rows = [
        tuple(cell.strip() for cell in row) if dialect.delimiter == ", " else row for row in split_rows(lines, dialect)
    ]
    return _Text(rows, False)


def _without_marks(parsed: _Text) -> _Text:
    """The rows without the sign before each cell by which an export (WeChat Pay) keeps spreadsheets from reading it."""
    filled = [cell for row in parsed.rows[:_MARKED_ROWS] for cell in row if cell]
    if sum(cell[0] == _MARK for cell in filled) * 2 <= len(filled):
        return parsed
    return _Text([tuple(cell.removeprefix(_MARK) for cell in row) for row in parsed.rows], False)


def _refuse_big(path: Path) -> None:
    """Refuse a big file that is no text, or whose first line does not end within any reason."""
    with path.open("rb") as file:
        head = file.read(_LONGEST_LINE)
    piece = head[:_LOOKED_AT]
    if not head.strip(b"\x00 \t\r\n") or _is_binary(piece.decode(find_encoding(piece, is_whole=False).name, "replace")):
        raise _no_text(path)
    if b"\n" not in head and b"\r" not in head:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is one endless line: it has no rows."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export it again as CSV, one line for each row.")),
        )


def _no_text(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} is not a table: it holds no readable text."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "Export it again as CSV or as an Excel workbook.")),
    )


def _is_binary(text: str) -> bool:
    """Whether a text is mostly control characters, as pictures and programs are."""
    piece = text[:20_000]
    odd = sum((ord(c) < 32 and c not in "\t\r\n\x0b\x0c\x1b\x01\x1e\x1f") or c == "\ufffd" for c in piece)
    return odd > max(4, 0.05 * len(piece))
