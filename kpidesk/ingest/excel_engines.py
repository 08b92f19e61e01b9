"""Three ways to read a workbook into text columns: fastexcel, python-calamine, openpyxl. Runs in the child process."""

import io
import math
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO

import fastexcel
import openpyxl
import pyarrow as pa
import pyarrow.compute as pc
import python_calamine

from kpidesk.ingest.excel_facts import SheetFacts

MIDNIGHT = " 00:00:00"
_CHUNK_ROWS = 65_536
_THREADS = 2
_MOST_CELLS = 400_000_000
_LAST_ROW = 1_048_576
_ODS_SIGNS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
}
_FAR = 512
_SPARSE = 100


@dataclass(slots=True)
class ReadSheet:
    """One sheet as text columns from the sheet's first row; ``first_column`` is where the first of them stands.

    ``far_cells`` counts the filled cells that stand too far from the others to be read; ``facts`` are there where the
    engine noticed them. ``is_mended`` says that bytes were replaced which are no text.
    """

    name: str
    table: pa.Table | None
    first_column: int = 0
    is_hidden: bool = False
    merges: tuple[tuple[int, int, int, int], ...] = ()
    problem: str = ""
    far_cells: int = 0
    facts: SheetFacts | None = None
    is_mended: bool = False


class Tolerant:
    """Swallows a reader's errors and panics for one sheet and tells them in ``problem``; a panic is no Exception."""

    def __init__(self) -> None:
        self.problem = ""

    def __enter__(self) -> "Tolerant":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or issubclass(kind, MemoryError | KeyboardInterrupt | SystemExit):
            return False
        self.problem = f"{kind.__name__}: {error}"[:500]
        return True


def read_fast(path: Path) -> Iterator[ReadSheet]:
    """By fastexcel: the fastest for xlsx and xlsb."""
    book = fastexcel.read_excel(str(path))
    for name in book.sheet_names:
        yield read_fast_sheet(book, name)


def read_fast_sheet(book: fastexcel.ExcelReader, name: str) -> ReadSheet:
    """One sheet by fastexcel, or why it could not be read."""
    with Tolerant() as tolerant:
        sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        with ThreadPoolExecutor(_THREADS) as pool:
            columns = list(pool.map(plain_dates, sheet.to_arrow().columns))
        table = pa.table(columns, names=[f"c{i}" for i in range(len(columns))]) if columns else None
        return ReadSheet(name, table, is_hidden=sheet.visible != "visible")
    return ReadSheet(name, None, problem=tolerant.problem)


def plain_dates(column: pa.Array) -> pa.Array:
    """Dates without their midnight, times without the day that a spreadsheet gives them."""
    if column.type != pa.string():
        column = column.cast(pa.string())
    if pc.any(pc.match_substring(column, MIDNIGHT)).as_py():
        column = pc.replace_substring_regex(column, r"^(\d{4}-\d\d-\d\d) 00:00:00(\.0+)?$", r"\1")
    if pc.any(pc.starts_with(column, "1899-12-3")).as_py():
        column = pc.replace_substring_regex(column, r"^1899-12-3[01] (\d\d:\d\d)", r"\1")
    return column


def read_calamine(path: Path) -> Iterator[ReadSheet]:
    """By python-calamine: xls and ods, and where fastexcel refuses."""
    copy = _mended(path)
    load = python_calamine.CalamineWorkbook
    book = load.from_path(str(path)) if copy is None else load.from_filelike(copy)
    visible = python_calamine.SheetVisibleEnum.Visible
    for entry in book.sheets_metadata:
        with Tolerant() as tolerant:
            sheet = book.get_sheet_by_name(entry.name)
            first = sheet.start[1] if sheet.start else 0
            table = text_table(sheet.iter_rows()) if sheet.start else None
            merges = tuple((*a, *b) for a, b in sheet.merged_cell_ranges or ())
            yield ReadSheet(entry.name, table, first, entry.visible != visible, merges)
        if tolerant.problem and entry.typ == python_calamine.SheetTypeEnum.WorkSheet:
            yield ReadSheet(entry.name, None, is_hidden=entry.visible != visible, problem=tolerant.problem)


def _mended(path: Path) -> IO[bytes] | None:
    """A copy of an ods that lacks the members which say that it is one; None for all others."""
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        lacking = {name: text for name, text in _ODS_SIGNS.items() if name not in names}
        if "content.xml" not in names or not lacking:
            return None
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w") as target:
            for name, text in lacking.items():
                target.writestr(name, text)
            for name in names:
                target.writestr(name, archive.read(name), zipfile.ZIP_DEFLATED)
    copy.seek(0)
    return copy


def read_openpyxl(path: Path) -> Iterator[ReadSheet]:
    """By openpyxl, read-only and row by row: slow, but it survives files on which the others abort."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        with Tolerant() as tolerant:
            sheet.reset_dimensions()
            rows = _Gapless(sheet.iter_rows())
            table = text_table(rows)
            is_hidden = sheet.sheet_state != "visible"
            yield ReadSheet(sheet.title, table, is_hidden=is_hidden, far_cells=rows.far_cells)
        if tolerant.problem:
            yield ReadSheet(sheet.title, None, problem=tolerant.problem)


class _Gapless:
    """Rows of values, without the few cells that stand far to the right of all others; none beyond a sheet's end."""

    def __init__(self, rows: Iterable[Iterable[object]]) -> None:
        self._rows = rows
        self.far_cells = 0

    def __iter__(self) -> Iterator[list[object]]:
        for number, row in enumerate(self._rows):
            if number >= _LAST_ROW:
                raise ValueError("a row beyond the last one")
            values = [getattr(cell, "value", None) for cell in row]
            if len(values) > _FAR:
                filled = sum(value is not None for value in values)
                if filled * _SPARSE < len(values):
                    self.far_cells += sum(value is not None for value in values[_FAR:])
                    del values[_FAR:]
            yield values


def text_table(rows: Iterable[Iterable[object]]) -> pa.Table | None:
    """Rows of values as text columns, chunk by chunk; as wide as the widest row."""
    chunks: list[list[pa.Array]] = []
    sizes: list[int] = []
    cells = 0
    for chunk in _chunked(rows):
        width = max((len(row) for row in chunk), default=0)
        cells += width * len(chunk)
        if cells > _MOST_CELLS:
            raise ValueError("too many cells")
        for row in chunk:
            row.extend([None] * (width - len(row)))
        chunks.append([pa.array(column, pa.string()) for column in zip(*chunk, strict=True)])
        sizes.append(len(chunk))
    width = max((len(chunk) for chunk in chunks), default=0)
    if not width:
        return None
    columns = [
        pa.chunked_array(
            [
                chunk[i] if i < len(chunk) else pa.nulls(size, pa.string())
                for chunk, size in zip(chunks, sizes, strict=True)
            ],
            pa.string(),
        )
        for i in range(width)
    ]
    return pa.table(columns, names=[f"c{i}" for i in range(width)])


def _chunked(rows: Iterable[Iterable[object]]) -> Iterator[list[list[str | None]]]:
    chunk: list[list[str | None]] = []
    for row in rows:
        texts = [None if value is None or value == "" else cell_text(value) for value in row]
        chunk.append(texts)
        if len(chunk) >= _CHUNK_ROWS or (len(texts) > 1000 and len(chunk) * len(texts) > 2_000_000):
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def cell_text(value: object) -> str:
    """A typed cell as text: dates in ISO form without midnight, numbers plain and shortest, flags as words."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return _number_text(value)
        case datetime():
            return (
                (value.date() if value.time() == time() else value.replace(tzinfo=None)).isoformat().replace("T", " ")
            )
        case date() | time():
            return value.isoformat()
        case timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


def _number_text(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if value.is_integer() and abs(value) < 1e22:
        return str(int(value))
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text
