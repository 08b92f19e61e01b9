"""Cells where no table has any: rows beyond a sheet's end, absurd repeats, cells far apart. No reader has started."""

import re
import zipfile
from collections.abc import Sequence

_LOOKED_AT = 8 << 20
"""So many bytes of each part; files that claim the impossible are small, honest big ones are held by the limits."""

BIG_SHEET = 32 << 20
"""A sheet of so many bytes is worth reading in pieces."""

_LAST_ROW = 1_048_576
_ROWS_OF_ODS = 16 * _LAST_ROW
_MOST_REPEATED = 50_000_000
_WIDEST_BOX = 50_000_000
_CELLS_TO_BOX = 200
_COLUMNS = re.compile(rb"""\br\s*=\s*["']([A-Z]{3})\d{1,7}["']""")
_ROWS = re.compile(rb"""\br\s*=\s*["'][A-Z]{0,3}(\d{4,7})["']""")
_FILLED = re.compile(rb"""<(?:\w+:)?c\b[^<>]*?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["'][^<>]*(?<!/)>\s*<(?!/)""")
_FAR_ROW = re.compile(rb"""\br\s*=\s*["'][A-Z]{0,3}(\d{7,20})["']""")
_MANY = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']\d{4,}["']""")
_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.S)
_CELL = re.compile(rb"<table:table-cell\b([^>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d{1,20})["']""")


def claims_too_much(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether a part names a row beyond a sheet's last one, or repeats filled cells to absurd numbers."""
    for member in members:
        name = member.filename.replace("\\", "/").casefold()
        if "worksheets/" in name and name.endswith(".xml"):
            if any(int(row) > _LAST_ROW for row in _FAR_ROW.findall(_start(archive, member))):
                return True
        elif name == "content.xml" and _repeats_too_often(_start(archive, member)):
            return True
    return False


def has_far_cells(archive: zipfile.ZipFile) -> bool:
    """Whether a sheet of an xlsx has few cells in a box so large that readers which keep the box would die of it."""
    for member in archive.infolist():
        name = member.filename.replace("\\", "/").casefold()
        if "worksheets/" not in name or not name.endswith(".xml") or member.file_size > _LOOKED_AT:
            continue
        data = _start(archive, member)
        columns = max((column_of(letters) for letters in set(_COLUMNS.findall(data))), default=701) + 1
        rows = max(map(int, _ROWS.findall(data)), default=0)
        if _is_sparse(rows, columns, data):
            filled = _FILLED.findall(data)
            rows = max((int(row) for _, row in filled), default=0)
            columns = max((column_of(letters) for letters in {letters for letters, _ in filled}), default=0) + 1
            if _is_sparse(rows, columns, data):
                return True
    return False


def has_big_sheet(archive: zipfile.ZipFile) -> bool:
    """Whether a sheet of an xlsx is worth reading in pieces."""
    return any(m.file_size >= BIG_SHEET and "worksheets" in m.filename.casefold() for m in archive.infolist())


def _is_sparse(rows: int, columns: int, data: bytes) -> bool:
    return rows * columns > max(_WIDEST_BOX, _CELLS_TO_BOX * len(data))


def column_of(letters: bytes) -> int:
    """The number of a column, from 0, by its letters."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


def _start(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(_LOOKED_AT)


def _repeats_too_often(content: bytes) -> bool:
    """Whether filled cells, counted as often as they repeat, are more than any sheet has a use for."""
    if not _MANY.search(content):
        return False
    total = 0
    for row in _ROW.finditer(content):
        rows = _times(row[1])
        filled = sum(_times(cell) for cell in _CELL.findall(row[2]) if b"value" in cell)
        if filled and rows > _ROWS_OF_ODS:
            return True
        total += rows * filled
    return total > _MOST_REPEATED


def _times(tag: bytes) -> int:
    found = _REPEATED.search(tag)
    return int(found[1]) if found else 1
