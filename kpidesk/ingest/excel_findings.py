"""What is told of a sheet as it was read: cells without a value, hidden parts, a sheet that could not be read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

_SAMPLES = 6


def sheet_findings(path: Path, sheet: Mapping[str, Any]) -> Iterator[Finding]:
    """Cells that hold nothing readable are counted, never lost in silence; what Excel hides is read, and told."""
    name = str(sheet["name"])
    if sheet["hidden"] and sheet["rows"]:
        message = Message(QT_TRANSLATE_NOOP("ingest", "The sheet {sheet} is hidden in Excel. It was read."), sheet=name)
        yield Finding(Level.NOTE, "ingest.hidden_sheet", message, Location(path.name, name))
    if sheet["rows"]:
        yield from _hidden_lines(path, name, *sheet["hidden_lines"])
    if count := sheet["far_cells"]:
        message = Message(
            QT_TRANSLATE_NOOP("ingest", "{count} {count|cell|cells} far from all others {count|was|were} not read."),
            count=count,
        )
        yield Finding(Level.WARNING, "ingest.far_cells", message, Location(path.name, name), count)
    count, _ = sheet["misfits"]
    if count:
        message = Message(
            QT_TRANSLATE_NOOP(
                "ingest",
                "{count} {count|cell holds|cells hold} characters that are damaged in the file; they show as �.",
            ),
            count=count,
        )
        yield _at_cells(path, name, "ingest.bad_characters", message, sheet["misfits"])
    count, _ = sheet["errors"]
    if count:
        message = Message(
            QT_TRANSLATE_NOOP(
                "ingest",
                "{count} {count|cell shows|cells show} an error such as #DIV/0! and {count|is|are} empty here.",
            ),
            count=count,
        )
        yield _at_cells(path, name, "ingest.error_cells", message, sheet["errors"])
    count, _ = sheet["no_value"]
    if count:
        message = Message(
            QT_TRANSLATE_NOOP(
                "ingest",
                "{count} {count|formula has|formulas have} no stored value. Open the file in Excel and save it.",
            ),
            count=count,
        )
        yield _at_cells(path, name, "ingest.formula_without_value", message, sheet["no_value"])
    if sheet["problem"]:
        message = Message(QT_TRANSLATE_NOOP("ingest", "The sheet {sheet} could not be read."), sheet=name)
        yield Finding(Level.BLOCKER, "ingest.sheet_unreadable", message, Location(path.name, name))


def _hidden_lines(path: Path, name: str, rows: int, columns: int) -> Iterator[Finding]:
    where = Location(path.name, name)
    if rows:
        message = Message(
            QT_TRANSLATE_NOOP("ingest", "{rows} {rows|row|rows} hidden or filtered out in Excel {rows|is|are} read."),
            rows=rows,
        )
        yield Finding(Level.NOTE, "ingest.hidden_rows", message, where, rows)
    if columns:
        message = Message(
            QT_TRANSLATE_NOOP("ingest", "{columns} {columns|column|columns} hidden in Excel {columns|is|are} read."),
            columns=columns,
        )
        yield Finding(Level.NOTE, "ingest.hidden_columns", message, where, columns)


def _at_cells(
    path: Path, sheet: str, code: str, message: Message, found: tuple[int, Sequence[Sequence[int]]]
) -> Finding:
    """A warning that leads to the first of the cells and names some of the others."""
    count, cells = found
    places = [Location(path.name, sheet, row, column) for row, column in cells[:_SAMPLES]]
    where = places[0] if places else Location(path.name, sheet)
    return Finding(Level.WARNING, code, message, where, count, samples=tuple(places[1:]))
