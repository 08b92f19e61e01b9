"""The process that reads workbooks, apart from the program: what kills a reader kills only this.

It answers each request with one JSON text; rows go to Parquet files, never through pickle.
"""

import json
import math
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.ingest.excel_engines import ReadSheet, Tolerant, read_calamine, read_fast, read_openpyxl
from kpidesk.ingest.excel_facts import EXAMPLES, SheetFacts, number_format
from kpidesk.ingest.excel_markup import read_markup
from kpidesk.ingest.excel_mended import MISFIT, read_mended
from kpidesk.ingest.excel_ods import ods_facts
from kpidesk.ingest.excel_pieces import read_in_pieces
from kpidesk.ingest.excel_xls import xls_facts
from kpidesk.ingest.excel_xlsb import xlsb_facts
from kpidesk.ingest.excel_xml import xlsx_facts
from kpidesk.ingest.raw_sheet import FURTHER_ROWS, HEAD_ROWS
from kpidesk.ingest.words import is_total

ENGINES: dict[str, Callable[[Path], Iterator[ReadSheet]]] = {
    "pieces": read_in_pieces,
    "fastexcel": read_fast,
    "calamine": read_calamine,
    "openpyxl": read_openpyxl,
    "mended": read_mended,
    "markup": read_markup,
}
FACTS: dict[str, Callable[[Path], dict[str, SheetFacts]]] = {
    "xlsx": xlsx_facts,
    "xlsb": xlsb_facts,
    "xls": xls_facts,
    "ods": ods_facts,
}
Merge = tuple[int, int, int, int]
_NUMBER = re.compile(r"[-+]?[\d.,]+(?:e[-+]?\d+)?%?", re.I)
_LAST_ROWS = 200
_THREADS = 2
_ROW_GROUP = 122_880
"""So many rows are read by one core."""

_NO_CELLS: dict[str, object] = {"rows": 0, "width": 0, "head": [], "further": []}
_LONGEST_HEAD_CELL = 2_000
_TOTAL_HINT = "(?i)total|sum|gesamt|合|计|計|总|總|итог|합계|razem|toplam|som"


def serve(connection: Connection) -> None:
    """Answer requests until the other end closes."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 2)
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except EOFError:
            return
        _limit_memory(request["memory"])
        used = _limit_time(request["seconds"])
        with Tolerant() as tolerant:
            answer = describe_book(Path(request["path"]), Path(request["folder"]), request["engine"], request["kind"])
        if tolerant.problem:
            answer = {"problem": tolerant.problem, "sheets": []}
        connection.send_bytes(json.dumps(answer | {"seconds": time.process_time() - used}).encode())


def _limit_memory(budget: int) -> None:
    """Let the process grow by so many bytes and no more; only where the system can say so."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + budget, hard))


def _limit_time(seconds: float) -> float:
    """Let the process use the processor so much longer, where the system can limit it; says how much it has used."""
    used = time.process_time()
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used + seconds), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return used


def describe_book(path: Path, folder: Path, engine: str, kind: str) -> dict[str, object]:
    """What is told of a workbook, its sheets' rows written to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets = []
    # The fast engine lets other threads run, so what it does not tell is found out meanwhile.
    with ThreadPoolExecutor(1) as pool:
        facts = pool.submit(_facts, path, "" if engine == "pieces" else kind)
        for number, sheet in enumerate(ENGINES[engine](path)):
            known = sheet.facts or facts.result().get(sheet.name, SheetFacts())
            sheets.append(_describe(sheet, known, folder / f"{number}.parquet"))
    return {"problem": "", "sheets": sheets}


def _facts(path: Path, kind: str) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name, as far as they can be found."""
    with Tolerant():
        return FACTS[kind](path) if kind in FACTS else {}
    return {}


def _describe(sheet: ReadSheet, facts: SheetFacts, target: Path) -> dict[str, object]:
    """Write the rows and tell the rest."""
    first = sheet.first_column or facts.first_column or 0
    table = None if sheet.table is None else _trimmed(sheet.table, first)
    merges = facts.merges or list(sheet.merges)
    return {
        "name": sheet.name,
        "hidden": sheet.is_hidden or facts.is_hidden,
        "problem": sheet.problem,
        "path": str(target) if table is not None else "",
        **(_NO_CELLS if table is None else _cells(filled_down(table, merges), target)),
        "merges": merges,
        "errors": [facts.errors, facts.error_cells],
        "no_value": [facts.no_value, facts.no_value_cells],
        "far_cells": sheet.far_cells,
        "misfits": _misfits(table) if sheet.is_mended and table is not None else [0, []],
        "hidden_lines": [facts.hidden_rows, facts.hidden_columns],
        "formats": {column: kind for column, code in facts.formats.items() if (kind := number_format(code))},
    }


def _misfits(table: pa.Table) -> list[object]:
    """How many cells hold characters that could not be read, and where the first of them are."""
    places: list[tuple[int, int]] = []
    count = 0
    for number, column in enumerate(table.columns):
        rows = pc.indices_nonzero(pc.fill_null(pc.match_substring(column, MISFIT), False))
        count += len(rows)
        places += [(row, number) for row in rows.slice(0, EXAMPLES).to_pylist()]
    return [count, sorted(places)[:EXAMPLES]]


def _cells(table: pa.Table, target: Path) -> dict[str, object]:
    """Write a table, and tell of its rows what RawSheet keeps."""
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(pq.write_table, table, target, _ROW_GROUP, compression="lz4", write_statistics=False)
        head, further = _rows(table.slice(0, HEAD_ROWS)), _further(table)
        written.result()
    return {"rows": table.num_rows, "width": table.num_columns, "head": head, "further": further}


def _trimmed(table: pa.Table, first_column: int) -> pa.Table | None:
    """The table without blank last rows and columns, its columns named by their place in the sheet."""
    columns = list(table.columns)
    while columns and columns[-1].null_count == len(columns[-1]):
        columns.pop()
    if not columns:
        return None
    last = max(_last_filled(column) for column in columns) + 1
    blank = [pa.nulls(last, pa.string())] * first_column
    columns = [*blank, *(column.slice(0, last) for column in columns)]
    return pa.table(columns, names=[f"c{i}" for i in range(len(columns))])


def filled_down(table: pa.Table, merges: Sequence[Merge]) -> pa.Table:
    """The table with the words of cells merged over several rows in each of them; a merged number counts once.

    Rows without any cell of their own stay blank.
    """
    by_column: dict[int, list[Merge]] = {}
    for merge in merges:
        if merge[1] == merge[3] < table.num_columns and merge[2] > merge[0]:
            by_column.setdefault(merge[1], []).append(merge)
    filled = _filled(table) if by_column else []
    for column, ranges in by_column.items():
        texts = table.column(column).to_pylist()
        for first, _, last, _ in ranges:
            words = texts[first] if first < len(texts) else None
            if words and not _NUMBER.fullmatch(words):
                for row in range(first + 1, min(last + 1, len(texts))):
                    texts[row] = texts[row] or (words if filled[row] else None)
        table = table.set_column(column, table.column_names[column], pa.array(texts, pa.string()))
    return table


def _filled(table: pa.Table) -> list[bool]:
    """Whether each row has a filled cell."""
    found = pa.array([False] * table.num_rows)
    for column in table.columns:
        found = pc.or_(found, pc.is_valid(column.combine_chunks()))
    return list(found.to_pylist())


def _last_filled(column: pa.ChunkedArray) -> int:
    if column.null_count == 0:
        return len(column) - 1
    filled = pc.indices_nonzero(pc.is_valid(column))
    return filled[-1].as_py() if len(filled) else -1


def _rows(table: pa.Table) -> list[list[str]]:
    columns = [[(text or "")[:_LONGEST_HEAD_CELL] for text in column.to_pylist()] for column in table.columns]
    return [_shorn(row) for row in zip(*columns, strict=True)]


def _shorn(row: tuple[str, ...]) -> list[str]:
    """The row without the blank cells at its end, so that wide sparse sheets stay small."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return list(row[:end])


def _further(table: pa.Table) -> list[tuple[int, list[str]]]:
    """What RawSheet keeps of the rows below its head; see csv_reader.further_rows."""
    total = table.num_rows
    if total <= HEAD_ROWS:
        return []
    stride = max(1, (total - HEAD_ROWS) // FURTHER_ROWS)
    chosen = set(range(HEAD_ROWS, total, stride)) | set(range(max(HEAD_ROWS, total - _LAST_ROWS), total))
    with ThreadPoolExecutor(_THREADS) as pool:
        hinted = list(pool.map(_hinted, table.columns[:6]))
    for column, hits in zip(table.columns, hinted, strict=False):
        if len(hits) < 0.2 * total:
            chosen.update(at for at in hits if at >= HEAD_ROWS and is_total(column[at].as_py()))
    order = sorted(chosen)
    return list(zip(order, _rows(table.take(pa.array(order, pa.int64()))), strict=True))


def _hinted(column: pa.ChunkedArray) -> list[int]:
    """The rows with a text that may name a total."""
    hits: list[int] = pc.indices_nonzero(pc.fill_null(pc.match_substring_regex(column, _TOTAL_HINT), False)).to_pylist()
    return hits
