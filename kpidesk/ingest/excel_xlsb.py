"""What an xlsb workbook tells beside its values: error cells, merges, hidden sheets, rows and columns, formats."""

import posixpath
import re
import struct
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kpidesk.ingest.excel_facts import SheetFacts, format_code

_MOST_BYTES = 40 << 20
"""Of each part; walked record by record, about two million a second."""

_ROW, _COLUMNS, _MERGE, _SHEET, _FORMAT, _STYLE, _STYLES, _STYLES_END = 0, 60, 176, 156, 44, 47, 617, 618
_CELL_ERROR, _FORMULA_ERROR = 3, 11
_NUMBERS = frozenset({2, 5, 9})
_STYLED = 20_000
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_PAIR = re.compile(r"""(Id|Target)\s*=\s*["']([^"']*)["']""")


def xlsb_facts(path: Path) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name; what cannot be found is left out."""
    with zipfile.ZipFile(path) as archive:
        parts = {name.replace("\\", "/").lstrip("/").casefold(): name for name in archive.namelist()}
        if "xl/workbook.bin" not in parts:
            return {}
        targets = _targets(archive, parts)
        codes = _codes(_part(archive, parts, "xl/styles.bin"))
        facts: dict[str, SheetFacts] = {}
        for kind, body in _records(_part(archive, parts, "xl/workbook.bin")):
            if kind != _SHEET or len(body) < 12:
                continue
            state = struct.unpack_from("<I", body)[0]
            relation, end = _text(body, 8)
            name, _ = _text(body, end)
            data = _part(archive, parts, targets.get(relation, ""))
            facts[name] = _sheet(data, SheetFacts(is_hidden=bool(state)), codes)
        return facts


def _targets(archive: zipfile.ZipFile, parts: dict[str, str]) -> dict[str, str]:
    text = _part(archive, parts, "xl/_rels/workbook.bin.rels").decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for tag in _RELATION.findall(text):
        found = dict(_PAIR.findall(tag))
        target = found.get("Target", "")
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        targets[found.get("Id", "")] = posixpath.normpath(joined).casefold()
    return targets


def _part(archive: zipfile.ZipFile, parts: dict[str, str], name: str) -> bytes:
    if name not in parts:
        return b""
    with archive.open(parts[name]) as file:
        return file.read(_MOST_BYTES)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: kind in one or two bytes, length in up to four, seven bits each."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = kind & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < end:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:
                break
        yield kind, data[at : at + length]
        at += length


def _sheet(data: bytes, facts: SheetFacts, codes: dict[int, str]) -> SheetFacts:
    styles: defaultdict[int, Counter[int]] = defaultdict(Counter)
    row = cells = 0
    for kind, body in _records(data):
        if kind == _ROW and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0]
            facts.hidden_rows += body[11] >> 4 & 1
        elif kind in (_CELL_ERROR, _FORMULA_ERROR) and len(body) >= 9:
            facts.error(row, struct.unpack_from("<I", body)[0])
        elif kind in _NUMBERS and len(body) >= 8 and cells < _STYLED:
            cells += 1
            column, style = struct.unpack_from("<II", body)
            styles[column][style & 0xFFFFFF] += 1
        elif kind == _COLUMNS and len(body) >= 18 and body[16] & 1:
            first, last = struct.unpack_from("<II", body)
            facts.hidden_columns += 0 if last >= 16_383 else max(0, last - first + 1)
        elif kind == _MERGE and len(body) >= 16:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIII", body)
            facts.merge(first_row, first_column, last_row, last_column)
    facts.settle_formats(styles, codes)
    return facts


def _codes(data: bytes) -> dict[int, str]:
    """The number format of each cell style."""
    custom: dict[int, str] = {}
    numbers: list[int] = []
    is_of_cells = False
    for kind, body in _records(data):
        if kind == _FORMAT and len(body) >= 6:
            custom[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind in (_STYLES, _STYLES_END):
            is_of_cells = kind == _STYLES
        elif kind == _STYLE and is_of_cells and len(body) >= 4:
            numbers.append(struct.unpack_from("<H", body, 2)[0])
    return {n: format_code(number, custom) for n, number in enumerate(numbers)}


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text led by its length in characters, and where it ends."""
    if len(body) < at + 4:
        return "", len(body)
    count = struct.unpack_from("<I", body, at)[0]
    if count == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16-le", "replace"), end
