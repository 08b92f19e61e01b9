"""Workbooks of which a byte is no text: that byte is replaced, all else is read. Runs in the child process."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import fastexcel

from kpidesk.ingest.excel_engines import ReadSheet, read_fast_sheet

MISFIT = "\ufffd"
_TEXTS = (".xml", ".rels")
_OTHER_ENCODING = re.compile(rb"^(?:\xff\xfe|\xfe\xff)|^<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-?8)", re.I)


def read_mended(path: Path) -> Iterator[ReadSheet]:
    """By fastexcel from a copy in memory whose every part is text; no sheet where all of them already are."""
    copy = _text_copy(path)
    if copy is None:
        return
    book = fastexcel.read_excel(copy)
    for name in book.sheet_names:
        yield replace(read_fast_sheet(book, name), is_mended=True)


def _text_copy(path: Path) -> bytes | None:
    """The workbook with U+FFFD for what is no UTF-8 and no character of XML; None where there is nothing of it."""
    target = io.BytesIO()
    mended = 0
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in dict.fromkeys(archive.namelist()):
            data = archive.read(name)
            if name.casefold().endswith(_TEXTS) and not _OTHER_ENCODING.match(data):
                text = _as_text(data)
                mended += text != data
                data = text
            copy.writestr(name, data)
    return target.getvalue() if mended else None


def _as_text(data: bytes) -> bytes:
    try:
        data.decode()
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace").encode()
    return data
