"""Big sheets of an xlsx through fastexcel on every core: the rows in pieces, each piece a small workbook in memory.

What is not of the usual build, rows out of order above all, is refused; then the sheet is read as a whole.
"""

import io
import re
import zipfile
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, NamedTuple

import fastexcel
import pyarrow as pa

from kpidesk.ingest.excel_engines import ReadSheet, Tolerant, plain_dates, read_fast_sheet
from kpidesk.ingest.excel_facts import SheetFacts
from kpidesk.ingest.excel_places import BIG_SHEET
from kpidesk.ingest.excel_xml import SheetPart, look, part_facts, sheet_parts, style_codes
from kpidesk.store.connection import cores

_PIECE = 8 << 20
_SHARED_TIMES = 8
"""Each piece reads the texts that all sheets share, so it has to be so many times as large."""
_LONGEST_ROW = 64 << 20
_MOST_THREADS = 8
_NEEDED = re.compile(r"\[content_types\]\.xml|_rels/.*|xl/_rels/.*|xl/[^/]*\.xml", re.I)
_SHARED = "xl/sharedstrings.xml"
_ROW, _ROW_END = b"<row ", b"</row>"
_ROW_NUMBER = re.compile(rb"""[^>]*?\br="(\d{1,7})\"""")
_BEGIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END_MARK = "kpidesk: the end"
_END = f'<row r="{{row}}"><c r="A{{row}}" t="str"><v>{_END_MARK}</v></c></row></sheetData></worksheet>'


class NotInPiecesError(Exception):
    """A sheet that has to be read as a whole."""


class _Rows(NamedTuple):
    """Whole rows of a sheet, up to the one with the number ``last``, as Excel counts; ``rows`` stand from ``first``."""

    xml: bytes
    first: int
    last: int


def _is_big(archive: zipfile.ZipFile, part: SheetPart) -> bool:
    return bool(part.member) and archive.getinfo(part.member).file_size >= BIG_SHEET


def read_in_pieces(path: Path) -> Iterator[ReadSheet]:
    """By fastexcel, the big sheets in pieces, and with the facts of all, for a big one is unpacked only once."""
    with zipfile.ZipFile(path) as archive:
        shell = _Shell.of(archive)
        codes = style_codes(archive)
        book: fastexcel.ExcelReader | None = None
        for part in sheet_parts(archive):
            if not _is_big(archive, part):
                book = book or fastexcel.read_excel(str(path))
                yield replace(read_fast_sheet(book, part.name), facts=part_facts(archive, part, codes))
                continue
            facts = SheetFacts(is_hidden=part.is_hidden, first_column=0)
            with Tolerant() as tolerant:
                table = _read(archive, part, shell, facts, codes)
            if tolerant.problem:
                yield ReadSheet(part.name, None, problem=tolerant.problem)
            else:
                yield ReadSheet(part.name, table, facts=facts)


@dataclass(frozen=True, slots=True)
class _Shell:
    """What a workbook needs beside a sheet: names, styles, and the texts that its sheets share."""

    members: Mapping[str, bytes]
    shared_bytes: int

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "_Shell":
        members = {name: archive.read(name) for name in archive.namelist() if _NEEDED.fullmatch(name)}
        return cls(members, sum(len(data) for name, data in members.items() if name.casefold() == _SHARED))

    def book(self, member: str, xml: bytes) -> bytes:
        """A workbook with just this sheet."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, data in self.members.items():
                archive.writestr(name, data)
            archive.writestr(member, xml)
        return target.getvalue()


def _read(
    archive: zipfile.ZipFile, part: SheetPart, shell: _Shell, facts: SheetFacts, codes: Mapping[int, str]
) -> pa.Table | None:
    """A sheet's rows; NotInPiecesError where pieces would not show the same."""
    threads = min(cores(), _MOST_THREADS)
    share = -(-archive.getinfo(part.member).file_size // threads)
    size = max(_PIECE, min(share, _SHARED_TIMES * shell.shared_bytes))
    running: deque[Future[list[pa.Array]]] = deque()
    done: list[list[pa.Array]] = []
    with archive.open(part.member) as file, ThreadPoolExecutor(threads) as pool:
        for rows in _pieces(file, size, facts, codes):
            running.append(pool.submit(_decode, shell, part, rows))
            if len(running) > threads:
                done.append(running.popleft().result())
        done += [future.result() for future in running]
    return _joined(done)


def _pieces(file: IO[bytes], size: int, facts: SheetFacts, codes: Mapping[int, str]) -> Iterator[_Rows]:
    """The rows of a sheet in pieces; all that the file holds is looked at in passing."""
    rest, last = b"", 0
    while block := file.read(size):
        rest += block
        cut = rest.rfind(_ROW_END) + len(_ROW_END)
        if cut < len(_ROW_END):
            if len(rest) > size + _LONGEST_ROW:
                raise NotInPiecesError
            continue
        look(rest[:cut], facts, {} if last else codes)
        rows = _rows(rest[:cut], last + 1)
        rest, last = rest[cut:], rows.last
        yield rows
    look(rest, facts, {})
    if b"<c " in rest or b"<c>" in rest:
        raise NotInPiecesError


def _rows(xml: bytes, first: int) -> _Rows:
    begin, end = xml.find(_ROW), xml.rfind(_ROW)
    numbers = [_ROW_NUMBER.match(xml, at + len(_ROW)) for at in (begin, end)] if begin >= 0 else [None]
    if numbers[0] is None or numbers[-1] is None or int(numbers[0][1]) < first:
        raise NotInPiecesError
    return _Rows(xml[begin:], first, int(numbers[-1][1]))


def _decode(shell: _Shell, part: SheetPart, rows: _Rows) -> list[pa.Array]:
    """The columns of a piece, one row for each from ``first`` to ``last``.

    A row of our own follows them, with a cell in the first column: it holds the columns in their places.
    """
    xml = b"".join((_BEGIN, rows.xml, _END.format(row=rows.last + 1).encode()))
    book = fastexcel.read_excel(shell.book(part.member, xml))
    sheet = book.load_sheet(part.name, header_row=None, dtypes="string")
    columns = [plain_dates(column) for column in sheet.to_arrow().columns]
    height = len(columns[0]) - 1
    blank = rows.last + 1 - rows.first - height
    if blank < 0 or columns[0][height].as_py() != _END_MARK:
        raise NotInPiecesError
    kept = [column.slice(0, height) for column in columns]
    above = pa.nulls(blank, pa.string())
    return [pa.concat_arrays([above, column]) for column in kept] if blank else kept


def _joined(pieces: list[list[pa.Array]]) -> pa.Table | None:
    """The pieces one below the other; narrower ones are blank to the right."""
    width = max((len(columns) for columns in pieces), default=0)
    if not width:
        return None
    blank = [pa.nulls(len(columns[0]), pa.string()) for columns in pieces]
    chunks = [
        [columns[i] if i < len(columns) else nothing for columns, nothing in zip(pieces, blank, strict=True)]
        for i in range(width)
    ]
    return pa.table([pa.chunked_array(column, pa.string()) for column in chunks], [f"c{i}" for i in range(width)])
