"""What is told of a text file as it was read: bytes that are no text, rows out of step, cells that show an error."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.raw_sheet import MOST_COLUMNS, Row
from kpidesk.ingest.text_encoding import Encoding
from kpidesk.ingest.words import ERRORS

TOO_MANY_COLUMNS = "ingest.too_many_columns"
_FEW = 0.2
SAMPLES = 5
"""So many places are told beside the first."""


def byte_findings(path: Path, encoding: Encoding, *, nulls: int) -> Iterator[Finding]:
    """Characters that do not fit the encoding, and NUL bytes."""
    if encoding.has_errors:
        yield bad_characters(path, encoding.name)
    if nulls:
        message = Message(
            QT_TRANSLATE_NOOP("ingest", "{count} empty {count|byte was|bytes were} left out of the text."), count=nulls
        )
        yield Finding(Level.NOTE, "ingest.null_bytes", message, Location(path.name), nulls)


def bad_characters(path: Path, encoding: str) -> Finding:
    """Some bytes of a file do not fit its encoding."""
    message = Message(
        QT_TRANSLATE_NOOP("ingest", "Some characters do not fit the encoding {encoding} and are shown as �."),
        encoding=encoding,
    )
    return Finding(Level.WARNING, "ingest.bad_characters", message, Location(path.name))


def row_findings(path: Path, rows: Sequence[Row], text: str, width: int) -> Iterator[Finding]:
    """Rows longer or shorter than most (``width``), where they are few; rows beyond all bounds; error cells."""
    yield from _out_of_step(path, rows, width)
    cut = [at for at, row in enumerate(rows) if len(row) > MOST_COLUMNS]
    if cut:
        message = Message(
            QT_TRANSLATE_NOOP(
                "ingest", "{count} {count|row has|rows have} more than {most} cells; those beyond were not read."
            ),
            count=len(cut),
            most=MOST_COLUMNS,
        )
        yield Finding(Level.WARNING, TOO_MANY_COLUMNS, message, Location(path.name, row=cut[0]), len(cut))
    if any(word in text for word in ERRORS):
        yield from _error_cells(path, rows)


def _out_of_step(path: Path, rows: Sequence[Row], width: int) -> Iterator[Finding]:
    if width < 2:
        return
    first = next((at for at, row in enumerate(rows) if len(row) == width), 0)
    odd = [at for at in range(first, len(rows)) if len(rows[at]) != width]
    longer = [at for at in odd if any(rows[at][width:])]
    shorter = [at for at in odd if 1 < len(rows[at]) < width]
    yield from step_findings(path, width, len(rows) - first, longer, shorter)


def step_findings(
    path: Path, width: int, rows: int, longer: Sequence[int], shorter: Sequence[int]
) -> Iterator[Finding]:
    """Rows longer or shorter than most, where they are few among all ``rows``."""
    few = _FEW * rows
    if longer and len(longer) <= few:
        message = Message(
            QT_TRANSLATE_NOOP("ingest", "{count} {count|row has|rows have} more cells than the {width} of the others."),
            count=len(longer),
            width=width,
        )
        yield _at(path, Level.WARNING, "ingest.long_rows", message, longer)
    if shorter and len(shorter) <= few:
        message = Message(
            QT_TRANSLATE_NOOP(
                "ingest", "{count} {count|row has|rows have} fewer cells than the {width} of the others."
            ),
            count=len(shorter),
            width=width,
        )
        yield _at(path, Level.NOTE, "ingest.short_rows", message, shorter)


def _error_cells(path: Path, rows: Sequence[Row]) -> Iterator[Finding]:
    found = [
        (at, column)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell[:1] == "#" and cell.strip() in ERRORS
    ]
    if found:
        yield error_finding(path, len(found), found[: SAMPLES + 1])


def error_finding(path: Path, count: int, first: Sequence[tuple[int, int]]) -> Finding:
    """Cells that show an error of a spreadsheet; ``first`` are the first of their places."""
    message = Message(
        QT_TRANSLATE_NOOP(
            "ingest",
            "{count} {count|cell shows|cells show} an error such as #DIV/0! and {count|is|are} empty here.",
        ),
        count=count,
    )
    places = tuple(Location(path.name, row=row, column=column) for row, column in first)
    where = places[0] if places else Location(path.name)
    return Finding(Level.WARNING, "ingest.error_cells", message, where, count, samples=places[1:])


def _at(path: Path, level: Level, code: str, message: Message, rows: Sequence[int]) -> Finding:
    places = tuple(Location(path.name, row=row) for row in rows[: SAMPLES + 1])
    return Finding(level, code, message, places[0], len(rows), samples=places[1:])
