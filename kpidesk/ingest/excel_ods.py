"""What an ods workbook tells beside its values: error cells, formulas never calculated, hidden rows and columns.

Read by regular expressions from bounded pieces, never by an XML parser, so nothing in the file can expand.
"""

import html
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from kpidesk.ingest.excel_facts import SheetFacts
from kpidesk.ingest.raw_sheet import MOST_COLUMNS

PART = "content.xml"
_PIECE = 4 << 20
_LONGEST_REST = 16 << 20
_LAST_ROW = 1_048_576
_TAG = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell|table-column)(?![\w-])([^>]*)>"
    rb"|</table:(table-row)>|<style:(table-properties)\b([^>]*)>|<style:(style)\b([^>]*)>"
)
_ROWS = re.compile(rb"<table:table-row\b([^>]*)>")
_TELLING = (b"table:formula", b'"error"', b"table:visibility", b"<table:table ", b"style:table-properties")
_STYLED = 20_000
_MOST_TOLD = 1_000
_KINDS = {b"float": "", b"percentage": "0%", b"currency": "[${}]#,##0.00"}
_ATTRIBUTE = re.compile(rb"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SHOWN = re.compile(rb"<text:p[^>]*>\s*(#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3})\s*</text:p>")


def ods_facts(path: Path) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name; what cannot be found is left out."""
    look = _Look()
    with zipfile.ZipFile(path) as archive:
        if PART in archive.namelist():
            with archive.open(PART) as file:
                for piece in _pieces(file):
                    look.at(piece)
                look.finish()
    return look.facts


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that end where a row ends."""
    rest = b""
    while piece := file.read(_PIECE):
        rest += piece
        cut = rest.rfind(b"</table:table-row>")
        if cut > 0:
            cut += len(b"</table:table-row>")
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _LONGEST_REST:
            return
    yield rest


class _Look:
    """Where the reading stands: the sheet, the row and the column."""

    def __init__(self) -> None:
        self.facts: dict[str, SheetFacts] = {}
        self._hidden_styles: set[bytes] = set()
        self._style = b""
        self._sheet = SheetFacts()
        self._styles: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self._styled = 0
        self._row = self._column = self._repeated = 0

    def at(self, piece: bytes) -> None:
        """Go through the tags of one piece; only count the rows of one that has nothing to tell."""
        if not any(mark in piece for mark in _TELLING):
            self._row += sum(_count(_attributes(tag), b"table:number-rows-repeated") for tag in _ROWS.findall(piece))
            return
        for match in _TAG.finditer(piece):
            name = match[1] or match[3] or match[4] or match[6]
            if match[3]:
                self._row += self._repeated
                continue
            given = _attributes(match[2] or match[5] or match[7] or b"")
            if name in (b"table-cell", b"covered-table-cell"):
                self._cell(piece, match, given)
            elif name == b"table-row":
                self._repeated = _count(given, b"table:number-rows-repeated")
                self._column = 0
                if given.get(b"table:visibility") in (b"collapse", b"filter") and self._repeated < _LAST_ROW // 2:
                    self._sheet.hidden_rows += self._repeated
            elif name == b"table-column":
                columns = _count(given, b"table:number-columns-repeated")
                if given.get(b"table:visibility") == b"collapse" and columns < MOST_COLUMNS // 2:
                    self._sheet.hidden_columns += columns
            elif name == b"table":
                self._begin(given)
            elif name == b"style":
                self._style = given.get(b"style:name", b"")
            elif given.get(b"table:display") == b"false":
                self._hidden_styles.add(self._style)

    def finish(self) -> None:
        """Keep what most numbers of each column of the last sheet are: shares, or amounts of one currency."""
        for column, counts in self._styles.items():
            code, count = counts.most_common(1)[0]
            if code and count * 2 > counts.total():
                self._sheet.formats[column] = code
        self._styles.clear()
        self._styled = 0

    def _begin(self, given: dict[bytes, bytes]) -> None:
        self.finish()
        name = html.unescape(given.get(b"table:name", b"").decode("utf-8", "replace"))
        self._sheet = self.facts[name] = SheetFacts(
            is_hidden=given.get(b"table:style-name", b"") in self._hidden_styles
        )
        self._row = self._column = 0

    def _cell(self, piece: bytes, match: re.Match[bytes], given: dict[bytes, bytes]) -> None:
        """One cell, perhaps repeated: an error by what it shows, a formula by having no kind of value."""
        count = _count(given, b"table:number-columns-repeated")
        is_formula = b"table:formula" in given
        if is_formula or given.get(b"calcext:value-type") == b"error":
            is_open = not (match[2] or b"").endswith(b"/")
            end = piece.find(b"</table:table-cell>", match.end()) if is_open else -1
            content = piece[match.end() : end] if end >= 0 else b""
            if given.get(b"calcext:value-type") == b"error" or _SHOWN.search(content):
                self._each(count, self._sheet.error)
            elif b"office:value-type" not in given and b"<text:p" not in content:
                self._each(count, self._sheet.missing_value)
        kind = given.get(b"office:value-type", b"")
        if kind in _KINDS and self._styled < _STYLED:
            self._styled += 1
            currency = given.get(b"office:currency", b"").decode("ascii", "replace")
            self._styles[self._column][_KINDS[kind].format(currency)] += 1
        self._column += count

    def _each(self, columns: int, note: Callable[[int, int], None]) -> None:
        """Note each of the cells that one tag stands for, as far as a hostile number of them is worth it."""
        for row in range(min(max(self._repeated, 1), _MOST_TOLD)):
            for column in range(min(columns, _MOST_TOLD)):
                note(self._row + row, self._column + column)


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {key: double or single for key, double, single in _ATTRIBUTE.findall(tag)}


def _count(given: dict[bytes, bytes], name: bytes) -> int:
    text = given.get(name, b"1")
    return int(text) if text.isdigit() and len(text) < 9 else 1
