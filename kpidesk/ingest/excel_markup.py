"""Tables written as plain markup under a workbook's name: web pages, XML of Excel 2003, flat OpenDocument.

Read by the lenient parser of web pages: it expands nothing, and what is not closed does not stop it.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from kpidesk.ingest.excel_engines import ReadSheet, text_table
from kpidesk.ingest.text_encoding import find_encoding

_SHEETS = frozenset({"worksheet", "table:table"})
_ROWS = frozenset({"row", "tr", "table:table-row"})
_CELLS = frozenset({"cell", "td", "th", "table:table-cell", "table:covered-table-cell"})
_UNSEEN = frozenset({"style", "script", "title", "comment", "office:annotation", "xml"})
_BREAKS = frozenset({"br", "text:p"})
_MOST_REPEATS = 20_000
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?")


def read_markup(path: Path) -> Iterator[ReadSheet]:
    """The sheets of a file in markup; all tables of a web page are one sheet, one below the other."""
    data = path.read_bytes()
    parser = _Tables()
    parser.feed(data.decode(find_encoding(data).name, "replace"))
    parser.close()
    for name, rows in parser.sheets():
        yield ReadSheet(name, text_table(rows))


class _Tables(HTMLParser):
    """Collects the cells of a document, sheet by sheet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[str, list[list[str | None]]]] = []
        self._row: list[str | None] | None = None
        self._repeated = 1
        self._cell: list[str] | None = None
        self._value: str | None = None
        self._span = self._repeats = 1
        self._unseen = 0

    def sheets(self) -> Iterator[tuple[str, list[list[str | None]]]]:
        """Name and rows of each sheet, without blank rows at its end."""
        self._end_row()
        for number, (name, rows) in enumerate(self._found, 1):
            while rows and not any(rows[-1]):
                rows.pop()
            if rows or len(self._found) == 1:
                yield name or f"Table{number}", rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.removeprefix("ss:")
        given = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _SHEETS:
            self._end_row()
            self._found.append((given.get("name", ""), []))
        elif tag == "table" and not (self._found and self._found[-1][0]):
            self._begin_table()
        elif tag in _ROWS:
            self._begin_row(given)
        elif tag in _CELLS and self._row is not None:
            self._begin_cell(given)
        elif tag in _BREAKS and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        tag = tag.removeprefix("ss:")
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _CELLS:
            self._end_cell()
        elif tag in _ROWS:
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.append(data)

    def unknown_decl(self, data: str) -> None:
        if data.startswith("CDATA["):
            self.handle_data(data[6:])

    def _begin_table(self) -> None:
        """A table of a web page: below the one before it, a blank row between."""
        self._end_row()
        if not self._found:
            self._found.append(("", []))
        elif self._found[-1][1]:
            self._found[-1][1].append([])

    def _begin_row(self, given: dict[str, str]) -> None:
        self._end_row()
        if not self._found:
            self._found.append(("", []))
        rows = self._found[-1][1]
        place = _count(given.get("index", ""), 0)
        while len(rows) < place - 1:
            rows.append([])
        self._repeated = _count(given.get("number-rows-repeated", ""), 1)
        self._row = []

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        row = self._row
        if row is None:
            return
        place = _count(given.get("index", ""), 0)
        row.extend([None] * (place - 1 - len(row)))
        spans = _count(given.get("mergeacross", ""), 0) + 1
        self._span = _count(given.get("colspan", ""), spans)
        self._repeats = _count(given.get("number-columns-repeated", ""), 1)
        self._value = given.get("date-value") or given.get("boolean-value") or given.get("value") or None
        self._cell = []

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        text = self._value if self._value is not None else "".join(self._cell).strip()
        if moment := _MOMENT.fullmatch(text):
            text = moment[1] if moment[2] == "00:00:00" else f"{moment[1]} {moment[2]}"
        self._row.extend([text or None] * self._repeats)
        self._row.extend([None] * (self._span - 1))
        self._cell = self._value = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        row = self._row
        while row and not row[-1]:
            row.pop()
        self._found[-1][1].extend(list(row) for _ in range(self._repeated))
        self._row = None


def _count(text: str, other: int) -> int:
    return min(int(text), _MOST_REPEATS) if text.isdigit() and len(text) < 9 else other
