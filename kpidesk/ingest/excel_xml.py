"""What the fast readers do not tell of an xlsx workbook: hidden sheets, merges, error cells, formulas without a value.

Read by regular expressions from bounded pieces, never by an XML parser, so nothing in the file can expand.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_PIECE = 4 << 20
_LONGEST_REST = 16 << 20
_MOST_MERGES = 20_000
_EXAMPLES = 20
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*\bt\s*=\s*["']e["'])[^>]*>""")
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_IS_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_EMPTY_VALUE = re.compile(rb"<(?:\w+:)?v\s*(?:/>|></)")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*ref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_VALUE_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Z]{1,3})\d{1,7}["'][^>]*?(?<!/)>\s*<""")


@dataclass(slots=True)
class SheetFacts:
    """What was noticed in one sheet; cells as (row, column) from 0, merges as (row, column, last row, last column)."""

    is_hidden: bool = False
    first_column: int | None = None
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: int = 0
    error_cells: list[tuple[int, int]] = field(default_factory=list)
    no_value: int = 0
    no_value_cells: list[tuple[int, int]] = field(default_factory=list)


def sheet_facts(path: Path) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name; what cannot be found is left out."""
    facts: dict[str, SheetFacts] = {}
    with zipfile.ZipFile(path) as archive:
        parts = {name.casefold(): name for name in archive.namelist()}
        for name, state, part in _sheets(archive, parts):
            sheet = facts[name] = SheetFacts(is_hidden=state in ("hidden", "veryHidden"))
            if part in parts:
                with archive.open(parts[part]) as file:
                    for piece in _pieces(file):
                        _look(piece, sheet)
    return facts


def _sheets(archive: zipfile.ZipFile, parts: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Name, state and part of each sheet, in order."""
    book = next((name for name in parts if re.fullmatch(r"/?xl[/\\]workbook\.xml", name)), None)
    if book is None:
        return
    targets: dict[str, str] = {}
    relations = f"{posixpath.dirname(book)}/_rels/{posixpath.basename(book)}.rels"
    if relations in parts:
        for tag in _RELATION.findall(_text(archive, parts[relations])):
            attributes = _attributes(tag)
            target = attributes.get("Target", "")
            joined = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(book), target)
            targets[attributes.get("Id", "")] = posixpath.normpath(joined).casefold()
    for tag in _SHEET.findall(_text(archive, parts[book])):
        attributes = _attributes(tag)
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        yield attributes.get("name", ""), attributes.get("state", ""), targets.get(relation, "")


def _attributes(tag: str) -> dict[str, str]:
    return {key: html.unescape(double or single) for key, double, single in _ATTRIBUTE.findall(tag)}


def _text(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return file.read(_PIECE).decode("utf-8", "replace")


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that end where a cell ends."""
    rest = b""
    while piece := file.read(_PIECE):
        rest += piece
        cut = max(rest.rfind(b"</c>"), rest.rfind(b":c>"), rest.rfind(b"</row>"), rest.rfind(b"/>"))
        if cut > 0:
            cut = rest.find(b">", cut) + 1
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _LONGEST_REST:
            return
    yield rest


def _look(piece: bytes, sheet: SheetFacts) -> None:
    if b'"e"' in piece or b"'e'" in piece:
        for match in _ERROR.finditer(piece):
            sheet.errors += 1
            _note(match.group(0), sheet.error_cells)
    if b"<f" in piece or b":f" in piece:
        for match in _NO_VALUE.finditer(piece):
            if _IS_TEXT.search(match.group(1)) and _EMPTY_VALUE.search(match.group(0)):
                continue
            sheet.no_value += 1
            _note(match.group(1), sheet.no_value_cells)
    if b"mergeCell" in piece:
        for match in _MERGE.finditer(piece):
            if len(sheet.merges) < _MOST_MERGES:
                first, last = match[1].split(b":")
                sheet.merges.append((*_cell(first), *_cell(last)))
    if sheet.first_column is None and (columns := _VALUE_CELL.findall(piece)):
        sheet.first_column = min(_column(letters) for letters in columns)


def _note(tag: bytes, cells: list[tuple[int, int]]) -> None:
    if len(cells) < _EXAMPLES and (place := _PLACE.search(tag)):
        cells.append((int(place[2]) - 1, _column(place[1])))


def _cell(name: bytes) -> tuple[int, int]:
    letters = name.rstrip(b"0123456789")
    return int(name[len(letters) :]) - 1, _column(letters)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1
