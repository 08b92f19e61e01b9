"""Files that hold no table: told by their first bytes, so that what is said of them helps."""

import zipfile
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.ingest.archives import BROKEN

_PACKED = QT_TRANSLATE_NOOP("ingest", "{file} is an archive of a kind that is not read.")
_UNPACK = QT_TRANSLATE_NOOP("ingest", "Unpack it and import the files.")
_PICTURE = QT_TRANSLATE_NOOP("ingest", "{file} is a picture.")
_AS_TABLE = QT_TRANSLATE_NOOP("ingest", "Export the table as CSV or as an Excel workbook.")
_PDF = QT_TRANSLATE_NOOP("ingest", "{file} is a PDF document.")
_DATABASE = QT_TRANSLATE_NOOP("ingest", "{file} is a database.")
_DOCUMENT = QT_TRANSLATE_NOOP("ingest", "{file} is a document, no table.")
_PROGRAM = QT_TRANSLATE_NOOP("ingest", "{file} is a program.")
_NUMBERS = QT_TRANSLATE_NOOP("ingest", "{file} is a document of Apple Numbers.")
_FROM_NUMBERS = QT_TRANSLATE_NOOP("ingest", "Export it from Numbers as an Excel workbook.")

_STARTS: tuple[tuple[bytes, Template, Template], ...] = (
    (b"%PDF-", _PDF, _AS_TABLE),
    (b"\x89PNG\r\n", _PICTURE, _AS_TABLE),
    (b"\xff\xd8\xff", _PICTURE, _AS_TABLE),
    (b"GIF8", _PICTURE, _AS_TABLE),
    (b"SQLite format 3\x00", _DATABASE, _AS_TABLE),
    (b"\x00\x01\x00\x00Standard ", _DATABASE, _AS_TABLE),
    (b"7z\xbc\xaf\x27\x1c", _PACKED, _UNPACK),
    (b"Rar!\x1a\x07", _PACKED, _UNPACK),
    (b"BZh", _PACKED, _UNPACK),
    (b"\xfd7zXZ\x00", _PACKED, _UNPACK),
    (b"\x28\xb5\x2f\xfd", _PACKED, _UNPACK),
    (b"{\\rtf", _DOCUMENT, _AS_TABLE),
    (b"MZ\x90", _PROGRAM, _AS_TABLE),
    (b"\x7fELF", _PROGRAM, _AS_TABLE),
)


def refuse_foreign(path: Path) -> None:
    """UserError with what the file is and what to do, where it is something that never holds a table."""
    with path.open("rb") as file:
        head = file.read(32)
    for start, text, hint in _STARTS:
        if head.startswith(start):
            raise UserError(Message(text, file=path.name), Message(hint))
    if head.startswith(b"PK\x03\x04"):
        _refuse_documents(path)


def _refuse_documents(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except BROKEN:
        return
    if any(name.endswith(".iwa") for name in names):
        raise UserError(Message(_NUMBERS, file=path.name), Message(_FROM_NUMBERS))
    if names & {"word/document.xml", "ppt/presentation.xml", "META-INF/container.xml"}:
        raise UserError(Message(_DOCUMENT, file=path.name), Message(_AS_TABLE))
