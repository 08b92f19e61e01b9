"""What is told of whole files and sheets: those that cannot be read, and those that hold no table."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.layout import Region
from kpidesk.ingest.raw_sheet import RawSheet


def unreadable_file(path: Path, message: Message, hint: Message | None = None) -> Finding:
    """The one finding of a file that could not be read: why not, and what to do."""
    if hint is not None:
        message = Message(
            QT_TRANSLATE_NOOP("names.marks", "{sentence} {next_sentence}"), sentence=message, next_sentence=hint
        )
    return Finding(Level.BLOCKER, "ingest.unreadable_file", message, Location(file=path.name))


def without_table(sheets: Sequence[RawSheet], regions: Sequence[Region]) -> Iterator[Finding]:
    """A note for each sheet that holds cells but no table, so that nothing is passed over in silence."""
    with_table = {region.sheet.name for region in regions}
    for sheet in sheets:
        filled = sum(1 for row in sheet.head for cell in row if cell)
        if filled and sheet.name not in with_table:
            text = QT_TRANSLATE_NOOP(
                "checks", "The sheet {sheet} holds {cells} {cells|cell|cells} but no table: it is left out."
            )
            message = Message(text, sheet=sheet.name, cells=filled)
            where = Location(file=sheet.file.name, sheet=sheet.sheet)
            yield Finding(Level.NOTE, "ingest.no_table", message, where, filled)
