"""One clean table of a shop, and every way in which writers of CSV spoil such a file.

A polluted file comes with the rows that a reader should find in it. The classes are those that surveys of published
files met: payload, headers and preambles, several tables, characters of structure, and single rows that break ranks.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

HEADER = ("DAY", "HOUR", "Pieces", "ARTICLE", "Price", "Kind", "Description", "LINK", "Remarks")
ROWS = 83
_QUOTED_HEADERS = ("Description", "LINK")
_KINDS = (
    "Men's Oak Ladder",
    "Garden Lamp, Low",
    "Kids' Kite",
    'Round Table, 36"',
    "Folding Chair",
    "Women's Rain Hat, Wide",
    'Bench, 50" Seat',
    "Tea Pot",
    "Field Stove Kit",
    'Boots, 9" Shaft, Lined',
)
_OPENINGS = (
    "A steady companion for long days, made of ash and brass",
    "Light: it folds flat, and dries within the hour",
    "Built to the old pattern",
    "Our kids' favourite, and it shows",
    "These don't bend, crack or fade",
    "A light feel in our 8\\'9\" length",
    "Warm, dry and quiet",
)
_ENDINGS = (
    "made for rough weather and small rooms.",
    "it keeps its shape, wash after wash.",
    "with room for two, and a lid that holds.",
    "you'll want to take it along everywhere.",
    "tested in every season; guaranteed for ten years.",
)


class Cell(NamedTuple):
    """What a cell says, whether the writer put it in quotes, and a quote before it that nobody escaped."""

    text: str
    is_quoted: bool
    stray: str = ""


@dataclass(frozen=True)
class Line:
    """A row as it is written: ``joints`` are what stands before each cell, ``lead`` and ``end`` around them."""

    cells: tuple[Cell, ...]
    joints: tuple[str, ...]
    end: str = "\r\n"
    lead: str = ""

    def written(self, quote: str, escape: str) -> str:
        texts = (self._cell(cell, quote, escape) for cell in self.cells)
        return self.lead + "".join(joint + text for joint, text in zip(self.joints, texts, strict=True)) + self.end

    def _cell(self, cell: Cell, quote: str, escape: str) -> str:
        text = cell.stray + (cell.text.replace('"', escape + '"') if cell.is_quoted else cell.text)
        return quote + text + quote if cell.is_quoted else text


@dataclass(frozen=True)
class Polluted:
    """A file and what it holds: the header first where it has one. ``family`` is its class, ``weight`` how common."""

    name: str
    family: str
    text: str
    rows: tuple[tuple[str, ...], ...]
    weight: float = 1.0


@dataclass(frozen=True)
class _Sheet:
    """A file before it is written."""

    lines: tuple[Line, ...]
    quote: str = '"'
    escape: str = '"'
    rows: tuple[tuple[str, ...], ...] = field(default=())

    @property
    def text(self) -> str:
        return "".join(line.written(self.quote, self.escape) for line in self.lines)

    def with_line(self, at: int, line: Line) -> "_Sheet":
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))


def _line(cells: Sequence[Cell], delimiter: str = ",", end: str = "\r\n") -> Line:
    return Line(tuple(cells), ("",) + (delimiter,) * (len(cells) - 1), end)


def _shop(seed: int) -> list[list[Cell]]:
    draw = random.Random(seed)
    table = [[Cell(name, name in _QUOTED_HEADERS) for name in HEADER]]
    for i in range(ROWS):
        kind = draw.choice(_KINDS)
        article = f"{draw.choice(('MG', 'RI', 'YY', 'BH'))}-{draw.randrange(1000, 10000)}"
        texts = (
            f"{13 + i % 16:02}/{1 + i // 16:02}/2023",
            f"{i // 4 % 24:02}:{i % 4 * 15:02}",
            str(draw.choice((0, 1, 1, 2, 3, 4, 9, 12, 26))),
            article,
            f"${draw.randrange(90, 9900) / 100:g}",
            kind,
            f"{draw.choice(_OPENINGS)}, {draw.choice(_ENDINGS)}",
            f"https://www.example.com/item/{article.replace('-', '_')}.html",
            "",
        )
        table.append([Cell(text, c in (6, 7) or "," in text or '"' in text) for c, text in enumerate(texts)])
    return table


def _sheet(table: Sequence[Sequence[Cell]]) -> _Sheet:
    rows = tuple(tuple(cell.text for cell in row) for row in table)
    return _Sheet(tuple(_line(row) for row in table), rows=rows)


def polluted_files(seed: int = 1, rows: Sequence[int] | None = None) -> Iterator[Polluted]:
    """Every class of file; single rows break ranks at each of the given rows (0 is the header), by default at all."""
    table = _shop(seed)
    sheet = _sheet(table)
    yield from _whole_files(table, sheet)
    yield from _structure(table, sheet)
    for row in range(len(table)) if rows is None else rows:
        yield from _broken_row(sheet, row)


def _whole_files(table: list[list[Cell]], sheet: _Sheet) -> Iterator[Polluted]:
    def made(name: str, text: str, rows: tuple[tuple[str, ...], ...], weight: float) -> Polluted:
        return Polluted(f"file_{name}.csv", name, text, rows, weight)

    yield made("source", sheet.text, sheet.rows, 1)
    yield made("no_payload", "", (), 15)
    yield made("no_trailing_newline", sheet.text.removesuffix("\r\n"), sheet.rows, 184)
    yield made("double_trailing_newline", sheet.text + "\r\n", sheet.rows, 5)
    bare = _sheet(table[1:])
    yield made("no_header", bare.text, bare.rows, 470)
    first = sheet.lines[0].written('"', '"')
    for times in (2, 3):
        header = tuple(" ".join([name] * times) for name in HEADER)
        yield made(f"header_rows_{times}", first * (times - 1) + sheet.text, (header, *sheet.rows[1:]), 47)
    blank = "," * (len(HEADER) - 1) + "\r\n"
    yield made("preamble", "PREAMBLE" + blank + blank + sheet.text, sheet.rows, 282)
    for name, width in (("less", 8), ("same", 9), ("more", 10)):
        second = [[*row, Cell("col1" if i == 0 else "", False)][:width] for i, row in enumerate(table)]
        yield made(f"tables_{name}", sheet.text + _spilled(second), sheet.rows, 62.7)
    yield made("header_only", _sheet(table[:1]).text, sheet.rows[:1], 3)
    yield made("one_data_row", _sheet(table[:2]).text, sheet.rows[:2], 4)


def _spilled(table: Sequence[Sequence[Cell]]) -> str:
    """A second table as careless writers add one: cells with quotes fall apart at them."""
    lines = []
    for row in table:
        cells: list[Cell] = []
        for cell in row:
            head, *rest = cell.text.split('"')
            cells += [Cell(text, "," in text or '"' in text) for text in (head, *('"' + more for more in rest))]
        lines.append(_line(cells[: len(row)]).written('"', '"'))
    return "".join(lines)


def _structure(table: list[list[Cell]], sheet: _Sheet) -> Iterator[Polluted]:
    for name, end, weight in (("lf", "\n", 1691.0), ("cr", "\r", 7.0)):
        lines = tuple(replace(line, end=end) for line in sheet.lines)
        yield Polluted(f"file_end_{name}.csv", f"end_{name}", replace(sheet, lines=lines).text, sheet.rows, weight)
    for name, sign, weight in (
        ("tab", "\t", 4.0),
        ("semicolon", ";", 834.0),
        ("blank", " ", 4.0),
        ("comma_blank", ", ", 101.0),
    ):
        lines = tuple(_line(row, sign) for row in table)
        text = replace(sheet, lines=lines).text
        yield Polluted(f"file_delimiter_{name}.csv", f"delimiter_{name}", text, sheet.rows, weight)
    for name, quote, escape, weight in (
        ("quote_single", "'", '"', 11.0),
        ("escape_backslash", '"', "\\", 1.0),
        ("escape_none", '"', "", 7.0),
    ):
        text = replace(sheet, quote=quote, escape=escape).text
        yield Polluted(f"file_{name}.csv", name, text, sheet.rows, weight)


def _broken_row(sheet: _Sheet, row: int) -> Iterator[Polluted]:
    line = sheet.lines[row]
    for column, cell in enumerate(line.cells):
        before, after = line.cells[:column], line.cells[column + 1 :]
        joints = [*line.joints]
        joints[column] += ","
        place = f"row{row}_col{column}"
        more = sheet.with_line(row, replace(line, joints=tuple(joints)))
        yield Polluted(f"row_more_{place}.csv", "row_more", more.text, sheet.rows, 0.36775)
        if column:
            joints = [*line.joints]
            joints[column] = ""
            less = sheet.with_line(row, replace(line, joints=tuple(joints)))
            yield Polluted(f"row_less_{place}.csv", "row_less", less.text, sheet.rows, 0.36775)
        spoilt = [list(each) for each in sheet.rows]
        spoilt[row][column] = '"' + cell.text
        written = cell._replace(stray='"')
        extra = sheet.with_line(row, replace(line, cells=(*before, written, *after)))
        yield Polluted(f"row_quote_{place}.csv", "row_quote", extra.text, tuple(map(tuple, spoilt)), 0.00926)
    blanks = sheet.with_line(row, _line(line.cells, " "))
    yield Polluted(f"row_blank_row{row}.csv", "row_blank", blanks.text, sheet.rows, 0.1)
