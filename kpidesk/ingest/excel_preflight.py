"""What a workbook is by its content, and whether it is safe to hand to a reader: looked at before any is started."""

import itertools
import re
import struct
import zipfile
from enum import Enum
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.archives import BROKEN
from kpidesk.ingest.excel_ole import SIGNATURE, ole_names, ole_stream
from kpidesk.ingest.excel_places import claims_too_much
from kpidesk.ingest.excel_xls import STREAMS, is_encrypted


class BookKind(Enum):
    """The workbook formats that are read; the values are those that FileProposal prints."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    FODS = "fods"
    XML = "xml"
    HTML = "html"


_MOST_MEMBERS = 20_000
_MOST_BYTES = 6_000_000_000
_BIG_MEMBER = 100_000_000
_HIGHEST_RATIO = 250
_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_LOOKED_AT = 300
_START = 65_536
_SNIFFED = 65_536
_EXCEL_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_FLAT_ODF = b"urn:oasis:names:tc:opendocument:xmlns:office"
_WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<head|<meta|<style|<body|<div|<table|<!--)", re.I)
_TABLE = re.compile(rb"<(?:\w+:)?table\b", re.I)


def book_kind(path: Path) -> BookKind | None:
    """The workbook format of a file by its content, None where it is none; UserError where it must not be opened."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(path)
    if head.startswith(SIGNATURE):
        return _ole_kind(path)
    if head.startswith(_OLD_BIFF):
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is a workbook of a very old Excel."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Open it in Excel or LibreOffice and save it as an xlsx file.")),
        )
    return _markup_kind(path)


def _markup_kind(path: Path) -> BookKind | None:
    """The kind of a table in markup under a workbook's name: a web page, XML of Excel 2003, flat OpenDocument."""
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    start = (
        start.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    )
    if start.lstrip()[:1] != b"<":
        return None
    if start.lstrip().startswith(b"<?xml") or b"<Workbook" in start or b"<office:document" in start:
        if _EXCEL_2003 in start:
            return BookKind.XML
        if _FLAT_ODF in start:
            return BookKind.FODS
    is_page = _WEB_PAGE.match(start) and (_TABLE.search(start) or b"<html" in start.lower())
    return BookKind.HTML if is_page else None


def _ole_kind(path: Path) -> BookKind:
    """xls, unless it has a password: then its content is a stream of that name, or a record at its start says so."""
    try:
        names = ole_names(path)
        start = ole_stream(path, STREAMS, _START)
    except (ValueError, struct.error) as error:
        raise damaged(path) from error
    if names & {"encryptedpackage", "encryptioninfo"} or (start is not None and is_encrypted(start)):
        raise encrypted(path)
    if start is None:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("ingest", "{file} is a document of Office, but no workbook."), file=path.name),
            Message(QT_TRANSLATE_NOOP("ingest", "Import the workbook, or export the table as CSV.")),
        )
    return BookKind.XLS


def _zip_kind(path: Path) -> BookKind | None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            kind = _kind_by_names({member.filename.lstrip("/").replace("\\", "/").casefold() for member in members})
            if kind is not None:
                _refuse_bombs(path, members)
                _refuse_doctypes(path, archive, members)
                _refuse_encrypted(path, archive, members)
                if claims_too_much(archive, members):
                    raise _bomb(path)
            return kind
    except BROKEN as error:
        raise damaged(path) from error


def _kind_by_names(names: set[str]) -> BookKind | None:
    if "xl/workbook.bin" in names:
        return BookKind.XLSB
    if "content.xml" in names:
        return BookKind.ODS
    if any(name.startswith("xl/") and name.endswith(".bin") and "workbook" in name for name in names):
        return BookKind.XLSB
    return BookKind.XLSX if any(name.startswith("xl/") or "worksheets/" in name for name in names) else None


def _refuse_bombs(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse archives that unpack to far more than they seem, or whose members overlap."""
    too_many = len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES
    inflated = any(
        member.file_size > _BIG_MEMBER and member.file_size > _HIGHEST_RATIO * max(1, member.compress_size)
        for member in members
    )
    ordered = sorted(members, key=lambda member: member.header_offset)
    overlapping = any(
        left.header_offset + left.compress_size > right.header_offset for left, right in itertools.pairwise(ordered)
    )
    if too_many or inflated or overlapping:
        raise _bomb(path)


def _bomb(path: Path) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} unpacks to far more than a workbook holds."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "It was not opened. Save it again in Excel, or export it as CSV.")),
    )


def _refuse_doctypes(path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """Refuse XML that declares a document type: that is how entity bombs are written, and no spreadsheet writes one."""
    for member in members[:_LOOKED_AT]:
        if member.flag_bits & 1 or not member.filename.casefold().endswith((".xml", ".rels")):
            continue
        with archive.open(member) as file:
            start = file.read(2048)
        if b"<!DOCTYPE" in start.upper() or b"<!ENTITY" in start.upper():
            raise UserError(
                Message(
                    QT_TRANSLATE_NOOP("ingest", "{file} holds declarations that no workbook needs."), file=path.name
                ),
                Message(QT_TRANSLATE_NOOP("ingest", "It was not opened. Save it again in Excel, or export it as CSV.")),
            )


def _refuse_encrypted(path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise encrypted(path)
    for member in members:
        if member.filename.casefold() == "meta-inf/manifest.xml":
            with archive.open(member) as file:
                if re.search(rb"encryption-data", file.read(200_000)):
                    raise encrypted(path)


def encrypted(path: Path) -> UserError:
    """What is said of a workbook with a password."""
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} is protected by a password."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "Open it in Excel, save it without a password and import it again.")),
    )


def damaged(path: Path) -> UserError:
    """What is said of a workbook that no reader can open."""
    return UserError(
        Message(QT_TRANSLATE_NOOP("ingest", "{file} is damaged and cannot be read."), file=path.name),
        Message(QT_TRANSLATE_NOOP("ingest", "Open it in Excel, save it under a new name and import it again.")),
    )
