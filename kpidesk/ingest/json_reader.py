"""JSON lines, and JSON documents that hold a table: one row for each record, one column for each key."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.json_values import Record, flat, parse, records_in, rows_of
from kpidesk.ingest.plain_text import private_copy, write_plain
from kpidesk.ingest.raw_sheet import MOST_COLUMNS, RawSheet, Row
from kpidesk.ingest.row_sample import RowSample
from kpidesk.ingest.text_encoding import find_encoding

_SNIFFED = 262_144
_LONGEST_LINE = 16_000_000
_MOST_BYTES_AT_ONCE = 300_000_000
_FEW = 20
_BATCH = 5_000


def read_json(path: Path, scratch: Path, progress: Progress) -> RawSheet | None:
    """The one sheet of a JSON file; None where the content is none, UserError where it holds no table."""
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    encoding = find_encoding(start, is_whole=len(start) < _SNIFFED).name
    text = start.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if text[:1] not in ("{", "["):
        return None
    if _is_lines(text, is_whole=len(start) < _SNIFFED):
        return _read_lines(path, scratch, encoding, progress)
    if len(start) == _SNIFFED and path.stat().st_size > _MOST_BYTES_AT_ONCE:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is one JSON document too big to read."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export it as JSON lines or as CSV.")),
        )
    return _read_document(path, scratch, encoding, progress)


def _is_lines(text: str, *, is_whole: bool) -> bool:
    """Whether most of the first lines are JSON objects, or lists, of their own; one line alone is a document."""
    lines = [line for line in text.split("\n") if line.strip()]
    lines = lines[: _FEW + 1] if is_whole or len(lines) < 2 else lines[:-1][:_FEW]
    good = sum(_record(line) is not None for line in lines)
    return good * 2 > len(lines) > 1


def _record(line: str) -> Record | None:
    """The record of a line, None where it is not a JSON object or list."""
    if line[:1].isspace():
        line = line.strip()
    if line[:1] not in ("{", "["):
        return None
    try:
        return flat(parse(line.rstrip().rstrip(",")))
    except ValueError:
        return None


def _read_lines(path: Path, scratch: Path, encoding: str, progress: Progress) -> RawSheet:
    names: dict[str, None] = {}
    total, bad = 0, []
    for number, line in enumerate(_lines(path, encoding, progress)):
        if not line.strip():
            continue
        record = _record(line)
        if record is None:
            bad.append(number)
        else:
            total += 1
            names.update(dict.fromkeys(record))
        if len(names) > MOST_COLUMNS:
            raise _too_wide(path)
    records = (record for line in _lines(path, encoding, progress) if (record := _record(line)) is not None)
    findings = (_bad_lines(path, bad),) if bad else ()
    return _sheet(path, scratch, ("jsonl", encoding), tuple(names), records, total, findings)


def _lines(path: Path, encoding: str, progress: Progress) -> Iterator[str]:
    with path.open(encoding=encoding, errors="replace", newline=None) as file:
        for count in range(1 << 62):
            line = file.readline(_LONGEST_LINE)
            if not line:
                return
            if count % _BATCH == 0:
                progress.raise_if_cancelled()
            yield line.removeprefix("\ufeff") if count == 0 else line


def _read_document(path: Path, scratch: Path, encoding: str, progress: Progress) -> RawSheet | None:
    try:
        value = parse(path.read_text(encoding=encoding, errors="replace").removeprefix("\ufeff"))
    except ValueError as error:
        if path.suffix.lower() != ".json":
            return None
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is no whole JSON document."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export it again, or export the table as CSV.")),
        ) from error
    progress.raise_if_cancelled()
    records = [flat(each) for each in records_in(value)]
    names = tuple(dict.fromkeys(name for record in records for name in record))
    if not names:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is JSON, but holds no table."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Export the table as CSV, or as a list of JSON objects.")),
        )
    if len(names) > MOST_COLUMNS:
        raise _too_wide(path)
    return _sheet(path, scratch, ("json", encoding), names, records, len(records), ())


def _sheet(
    path: Path,
    scratch: Path,
    kind: tuple[str, str],
    names: tuple[str, ...],
    records: Iterable[Record],
    total: int,
    findings: tuple[Finding, ...],
) -> RawSheet:
    """The sheet of records: their names are its first row, unless they are only places in lists."""
    sample = RowSample(total + 1)
    is_named = not all(name.isdecimal() for name in names)

    def rows() -> Iterator[Row]:
        if is_named:
            sample.add(names)
            yield names
        for record in records:
            row = next(rows_of((record,), names))
            sample.add(row)
            yield row

    source = write_plain(rows(), len(names), private_copy(path, scratch, ".csv"))
    return RawSheet(
        file=path,
        sheet=None,
        format=kind[0],
        head=sample.head,
        rows=sample.rows,
        width=len(names),
        source=source,
        further=sample.further,
        findings=findings,
        encoding=kind[1],
    )


def _bad_lines(path: Path, bad: list[int]) -> Finding:
    message = Message(
        QT_TRANSLATE_NOOP("ingest", "{count} {count|line is|lines are} no JSON and {count|was|were} left out."),
        count=len(bad),
    )
    return Finding(Level.WARNING, "ingest.bad_lines", message, Location(path.name, line=bad[0] + 1), len(bad))


def _too_wide(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} has more than {most} columns."), file=path.name, most=MOST_COLUMNS),
        Message(QT_TRANSLATE_NOOP("ingest", "Export just the columns that you need.")),
    )
