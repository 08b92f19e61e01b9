"""What the fast readers do not tell of an xlsx workbook: what is hidden, merges, error cells, formulas without a value.

Read by regular expressions from bounded pieces, never by an XML parser, so nothing in the file can expand.
"""

import html
import posixpath
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
import numpy.typing as npt

from kpidesk.ingest.excel_facts import SheetFacts, format_code
from kpidesk.ingest.excel_places import column_of
from kpidesk.ingest.raw_sheet import MOST_COLUMNS

_PIECE = 4 << 20
_LONGEST_REST = 16 << 20
_LETTERS = 26
_STYLED = 1 << 20
"""So many bytes of a sheet tell how its columns are formatted."""

_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*\bt\s*=\s*["']e["'])[^>]*>""")
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_IS_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_EMPTY_VALUE = re.compile(rb"<(?:\w+:)?v\s*(?:/>|></)")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*\bhidden\s*=\s*["'](?:1|true)["']""")
_HIDDEN_COLUMN = re.compile(rb"""<(?:\w+:)?col\b(?=[^>]*\bhidden\s*=\s*["'](?:1|true)["'])[^>]*>""")
_BOUNDS = re.compile(rb"""\b(min|max)\s*=\s*["'](\d{1,6})["']""")
_NUMBER_CELL = re.compile(rb"""<(?:\w+:)?c\b(?![^>]*\bt\s*=\s*["'](?:s|str|inlineStr|b|e)["'])[^>]*(?<!/)>""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d{1,6})["']""")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b[^>]*>")
_CELL_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.S)
_STYLE_TAG = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*ref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_VALUE_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Z]{1,3})\d{1,7}["'][^>]*?(?<!/)>\s*<""")


class SheetPart(NamedTuple):
    """A sheet and the member of the archive that holds it, '' where there is none."""

    name: str
    is_hidden: bool
    member: str


def xlsx_facts(path: Path) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name; what cannot be found is left out."""
    with zipfile.ZipFile(path) as archive:
        codes = style_codes(archive)
        return {part.name: part_facts(archive, part, codes) for part in sheet_parts(archive)}


def part_facts(archive: zipfile.ZipFile, part: SheetPart, codes: Mapping[int, str]) -> SheetFacts:
    """The facts of one sheet."""
    facts = SheetFacts(is_hidden=part.is_hidden)
    if part.member:
        with archive.open(part.member) as file:
            for number, piece in enumerate(_pieces(file)):
                look(piece, facts, {} if number else codes)
    return facts


def style_codes(archive: zipfile.ZipFile) -> dict[int, str]:
    """The number format of each cell style."""
    name = _names(archive).get("xl/styles.xml")
    return {} if name is None else _codes(_text(archive, name))


def _names(archive: zipfile.ZipFile) -> dict[str, str]:
    return {name.casefold(): name for name in archive.namelist()}


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[SheetPart]:
    """The sheets in order."""
    parts = _names(archive)
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
        is_hidden = attributes.get("state", "") in ("hidden", "veryHidden")
        yield SheetPart(attributes.get("name", ""), is_hidden, parts.get(targets.get(relation, ""), ""))


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
        cut = rest.rfind(b"</row>")
        if cut < 0:
            cut = max(rest.rfind(b"</c>"), rest.rfind(b":c>"), rest.rfind(b"/>"))
        if cut > 0:
            cut = rest.find(b">", cut) + 1
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _LONGEST_REST:
            return
    yield rest


def look(piece: bytes, sheet: SheetFacts, codes: Mapping[int, str]) -> None:
    """Note what a piece of a sheet shows; ``codes`` are given for its first piece alone."""
    # Most sheets hold no sign of all this, and two bytes side by side are looked for five times as fast as words.
    seen = np.frombuffer(piece, np.uint8)
    is_quoted_singly, has_prefixes = b"'" in piece, b":" in piece
    if (_has_pair(seen, b'"e') and b'"e"' in piece) or (is_quoted_singly and b"'e'" in piece):
        for match in _ERROR.finditer(piece):
            sheet.error(*_place(match.group(0)))
    if _has_pair(seen, b"<f") or (has_prefixes and b":f" in piece):
        for match in _NO_VALUE.finditer(piece):
            if _IS_TEXT.search(match.group(1)) and _EMPTY_VALUE.search(match.group(0)):
                continue
            sheet.missing_value(*_place(match.group(1)))
    if b"mergeCell" in piece[max(0, piece.rfind(b"</row>")) :]:
        for match in _MERGE.finditer(piece):
            first, last = match[1].split(b":")
            sheet.merge(*_cell(first), *_cell(last))
    if _has_pair(seen, b"n=") and b"hidden=" in piece:
        sheet.hidden_rows += len(_HIDDEN_ROW.findall(piece))
        for tag in _HIDDEN_COLUMN.findall(piece):
            sheet.hidden_columns += _hidden_columns(tag)
    _look_left(piece, seen, sheet)
    if codes:
        _look_at_styles(piece[:_STYLED], sheet, codes)


def _look_left(piece: bytes, seen: npt.NDArray[np.uint8], sheet: SheetFacts) -> None:
    """Note a filled cell further left than all before it."""
    known = sheet.first_column
    if known == 0:
        return
    is_checkable = known is not None and known <= _LETTERS and b"='" not in piece
    if is_checkable and not any(_has_pair(seen, b'"%c' % (ord("A") + column)) for column in range(known or 0)):
        return
    if columns := set(_VALUE_CELL.findall(piece)):
        leftmost = min(column_of(letters) for letters in columns)
        sheet.first_column = leftmost if known is None else min(known, leftmost)


def _has_pair(piece: npt.NDArray[np.uint8], pair: bytes) -> bool:
    """Whether two bytes stand side by side."""
    return bool(((piece[:-1] == pair[0]) & (piece[1:] == pair[1])).any())


def _place(tag: bytes) -> tuple[int | None, int]:
    """Row and column of a cell by its tag; (None, 0) where the tag does not say."""
    place = _PLACE.search(tag)
    return (int(place[2]) - 1, column_of(place[1])) if place else (None, 0)


def _hidden_columns(tag: bytes) -> int:
    """How many columns a tag hides; none where it is all to the sheet's end, which only hides the empty part."""
    bounds = {name: int(number) for name, number in _BOUNDS.findall(tag)}
    first, last = bounds.get(b"min", 1), bounds.get(b"max", 0)
    return 0 if last >= MOST_COLUMNS else max(0, last - first + 1)


def _look_at_styles(piece: bytes, sheet: SheetFacts, codes: Mapping[int, str]) -> None:
    """Which number format most numbers of each column have."""
    styles: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for tag in _NUMBER_CELL.findall(piece):
        place, style = _PLACE.search(tag), _STYLE.search(tag)
        if place is not None:
            styles[column_of(place[1])][int(style[1]) if style else 0] += 1
    sheet.settle_formats(styles, codes)


def _codes(styles: str) -> dict[int, str]:
    """The number format of each cell style."""
    custom: dict[int, str] = {}
    for tag in _FORMAT.findall(styles):
        attributes = _attributes(tag)
        if attributes.get("numFmtId", "").isdigit():
            custom[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
    cells = _CELL_STYLES.search(styles)
    numbers = [_attributes(tag).get("numFmtId", "0") for tag in _STYLE_TAG.findall(cells[1])] if cells else []
    return {n: format_code(int(number), custom) for n, number in enumerate(numbers) if number.isdigit()}


def _cell(name: bytes) -> tuple[int, int]:
    letters = name.rstrip(b"0123456789")
    return int(name[len(letters) :]) - 1, column_of(letters)
