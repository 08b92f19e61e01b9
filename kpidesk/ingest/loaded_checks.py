"""What a loaded table shows that no sample could: repeated ids and rows, ends before starts, keys of nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.ingest.proposal import LoadedTable
from kpidesk.schema.expectations import CREDITED, NOT_BELOW_NOUGHT, SPANS, UNIQUE

_LARGEST_FOR_ROWS = 300_000
"""Beyond this repeated ids and rows are left to the facts, which count them once anyway."""


def check_loaded(path: Path, table: str, where: Location, first_row: int | None = None) -> tuple[Finding, ...]:
    """Findings on one typed Parquet file; ``first_row`` where it holds no ``row_no``."""
    loaded = pq.ParquetFile(path)
    names = set(loaded.schema_arrow.names)
    key = UNIQUE.get(table, "") if loaded.metadata.num_rows <= _LARGEST_FOR_ROWS else ""
    wanted = [key, *SPANS.get(table, ()), *_negative_roles(table), "row_no"]
    columns = loaded.read([name for name in wanted if name in names])
    found = [*_ends_first(columns, table, where, first_row), *_negatives(columns, table, where, first_row)]
    if loaded.metadata.num_rows <= _LARGEST_FOR_ROWS:
        found += _repeated_ids(columns, table, where)
        if table not in ("events", "monthly_metrics"):
            found += _repeated_rows(path, names, where)
    return tuple(found)


def check_orphans(tables: Sequence[tuple[Location, LoadedTable]]) -> tuple[LoadedTable, ...]:
    """The tables of one import, each with its place; those with customers that the list beside them lacks say so."""
    lists = [table for _, table in tables if table.table == "customers" and _names_customers(table)]
    if not lists:
        return tuple(table for _, table in tables)
    known = pa.chunked_array([chunk for table in lists for chunk in _ids(table.path).chunks], pa.string())
    return tuple(_with_orphans(table, known, where) for where, table in tables)


def _names_customers(table: LoadedTable) -> bool:
    return any(column.name == "customer_id" for column in table.columns)


def _with_orphans(table: LoadedTable, known: pa.ChunkedArray, where: Location) -> LoadedTable:
    if table.table == "customers" or not _names_customers(table):
        return table
    ids = _ids(table.path)
    lost = pc.sum(pc.invert(pc.is_in(ids, value_set=known))).as_py() or 0
    if not 0 < lost < len(ids):
        return table
    text = QT_TRANSLATE_NOOP("checks", "{rows} {rows|row names|rows name} a customer not in the list of customers.")
    finding = Finding(Level.WARNING, "ingest.orphan_customer", Message(text, rows=lost), where, lost)
    return replace(table, findings=(*table.findings, finding))


def _ids(path: Path) -> pa.ChunkedArray:
    return pc.drop_null(pq.read_table(path, columns=["customer_id"]).column("customer_id").cast(pa.string()))


def _repeated_ids(columns: pa.Table, table: str, where: Location) -> Iterator[Finding]:
    role = UNIQUE.get(table, "")
    if role not in columns.column_names:
        return
    ids = pc.drop_null(columns.column(role))
    extra = len(ids) - pc.count_distinct(ids).as_py()
    if extra > 0:
        text = QT_TRANSLATE_NOOP("checks", "{rows} {rows|row repeats|rows repeat} a {role} that stands in another row.")
        yield Finding(Level.WARNING, "ingest.repeated_id", Message(text, rows=extra, role=role), where, extra)


def _repeated_rows(path: Path, names: set[str], where: Location) -> Iterator[Finding]:
    kept = sorted(names - {"row_no"})
    rows = pq.read_table(path, columns=kept)
    extra = rows.num_rows - rows.group_by(kept).aggregate([]).num_rows
    if extra > 0:
        text = QT_TRANSLATE_NOOP("checks", "{rows} {rows|row is|rows are} the same as another in every cell.")
        yield Finding(Level.WARNING, "ingest.duplicate_rows", Message(text, rows=extra), where, extra)


def _ends_first(columns: pa.Table, table: str, where: Location, first_row: int | None) -> Iterator[Finding]:
    start, end = SPANS.get(table, ("", ""))
    if start not in columns.column_names or end not in columns.column_names:
        return
    days = [columns.column(name).cast(pa.date32(), safe=False) for name in (start, end)]
    wrong = pc.fill_null(pc.less(days[1], days[0]), fill_value=False)
    yield from _counted(columns, wrong, where, first_row, _END, start=start, end=end)


def _negative_roles(table: str) -> tuple[str, ...]:
    return (*NOT_BELOW_NOUGHT.get(table, ()), *CREDITED.get(table, ()))


def _negatives(columns: pa.Table, table: str, where: Location, first_row: int | None) -> Iterator[Finding]:
    for role in _negative_roles(table):
        if role in columns.column_names and pa.types.is_floating(columns.schema.field(role).type):
            wrong = pc.fill_null(pc.less(columns.column(role), 0.0), fill_value=False)
            yield from _counted(columns, wrong, where, first_row, _NEGATIVE, role=role)


def _counted(
    columns: pa.Table, wrong: pa.ChunkedArray, where: Location, first_row: int | None, told: "_Told", **params: object
) -> Iterator[Finding]:
    count = pc.sum(wrong).as_py() or 0
    if count:
        first = pc.index(wrong, value=True).as_py()
        first = (
            columns.column("row_no")[first].as_py() if "row_no" in columns.column_names else (first_row or 0) + first
        )
        place = Location(file=where.file, sheet=where.sheet, row=first)
        yield Finding(Level.WARNING, told.code, Message(told.text, rows=count, **params), place, count)


class _Told(NamedTuple):
    """The code and the sentence of one kind of finding."""

    code: str
    text: Template


_END = _Told(
    "ingest.end_before_start", QT_TRANSLATE_NOOP("checks", "{rows} {rows|row has|rows have} {end} before {start}.")
)
_NEGATIVE = _Told("ingest.negative", QT_TRANSLATE_NOOP("checks", "{rows} {rows|row has|rows have} a negative {role}."))
