"""Packed files: what is in a zip or gz, looked at before anything is unpacked, and unpacked under limits."""

import gzip
import itertools
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.ingest.plain_text import EmptyFile, private_copy
from kpidesk.ingest.text_encoding import find_encoding

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_GZIP = b"\x1f\x8b"
_MOST_MEMBERS = 2_000
MOST_BYTES = 8_000_000_000
_BIG = 100_000_000
_HIGHEST_RATIO = 250
_LARGE = 1_000_000_000
_LARGE_RATIO = 60
_PIECE = 1 << 20
_NO_TABLES = ("__macosx/", ".")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What reading a damaged zip raises.

RuntimeError where a password is wanted, NotImplementedError where it is packed in a way that zipfile does not know.
"""


class Member(NamedTuple):
    """A file in an archive by its name there, and how to read it."""

    name: str
    entry: zipfile.ZipInfo | None


class _Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def archive_kind(path: Path) -> str:
    """What kind of archive a file is by its content: "zip", "gz", else nothing."""
    with path.open("rb") as file:
        head = file.read(4)
    return "zip" if head in (_ZIP, _EMPTY_ZIP) else "gz" if head.startswith(_GZIP) else ""


def members_of(path: Path, kind: str) -> tuple[Member, ...]:
    """The files in an archive, without folders and what systems add; UserError where it must not be opened."""
    if kind == "gz":
        return (Member(path.stem if path.suffix.lower() in (".gz", ".gzip") else path.name, None),)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except BROKEN as error:
        raise _damaged(path) from error
    _refuse_bombs(path, entries)
    named = ((_name(entry), entry) for entry in entries if not entry.is_dir())
    members = tuple(Member(name, entry) for name, entry in named if _may_be_a_table(name))
    if not members:
        raise EmptyFile(path)
    if all(entry.flag_bits & _ENCRYPTED for _, entry in members if entry is not None):
        raise _locked(path)
    return members


def _may_be_a_table(name: str) -> bool:
    inner = PurePosixPath(name.replace("\\", "/"))
    return not name.casefold().startswith(_NO_TABLES[0]) and not inner.name.startswith((_NO_TABLES[1], "~$"))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: archives made on Windows in China or Japan do not say their encoding."""
    if entry.flag_bits & _UTF8_NAME or entry.filename.isascii():
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    return raw.decode(find_encoding(raw).name, "replace")


def _refuse_bombs(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what unpacks to far more than it seems, or whose members overlap."""
    inflated = any(e.file_size > _BIG and e.file_size > _HIGHEST_RATIO * max(1, e.compress_size) for e in entries)
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    overlapping = any(a.header_offset + a.compress_size > b.header_offset for a, b in itertools.pairwise(ordered))
    whole, packed = sum(entry.file_size for entry in entries), path.stat().st_size
    too_much = whole > MOST_BYTES or (whole > _LARGE and whole > _LARGE_RATIO * packed)
    if len(entries) > _MOST_MEMBERS or too_much or inflated or overlapping:
        raise _bomb(path)


def unpack(path: Path, member: Member, scratch: Path, progress: Progress, most: int = MOST_BYTES) -> Path:
    """A private copy of a member under its own last name; UserError where it is broken or grows beyond its claim.

    ``most`` is how many bytes it may have: what is left for a whole import of archives within archives.
    """
    plain = PurePosixPath(member.name.replace("\\", "/")).name.replace(":", "_").replace("\x00", "") or "member"
    folder = private_copy(path, scratch, ".members") / f"{0 if member.entry is None else member.entry.header_offset:x}"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / plain[-120:]
    try:
        if member.entry is None:
            with gzip.open(path) as source:
                _copy(path, source, target, min(most, max(_BIG, _HIGHEST_RATIO * path.stat().st_size)), progress)
        else:
            if member.entry.flag_bits & _ENCRYPTED:
                raise _locked(path)
            with zipfile.ZipFile(path) as archive, archive.open(member.entry) as source:
                _copy(path, source, target, min(most, member.entry.file_size), progress)
    except BROKEN as error:
        raise _damaged(path) from error
    return target


def _copy(path: Path, source: _Source, target: Path, most: int, progress: Progress) -> None:
    done = 0
    with target.open("wb") as file:
        for piece in _pieces(source):
            progress.raise_if_cancelled()
            done += len(piece)
            if done > most:
                raise _bomb(path)
            file.write(piece)


def _pieces(source: _Source) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _bomb(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} unpacks to far more than can be read."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "It was not opened. Unpack it and import just the tables that you need.")),
    )


def _damaged(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} is damaged and cannot be unpacked."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "Pack or download it again.")),
    )


def _locked(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} is protected by a password."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "Unpack it with its password and import the files.")),
    )
