"""Parquet as DuckDB sees it: the statements that read and write it, and its types in the words of Ibis."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.schema as sch

from kpidesk.store.connection import literal
from kpidesk.store.text_rows import DIFFERENT, FIRST_ROW, NUMBERED

_TYPES: Mapping[str, dt.DataType] = {
    "VARCHAR": dt.string,
    "DOUBLE": dt.float64,
    "FLOAT": dt.float32,
    "BIGINT": dt.int64,
    "INTEGER": dt.int32,
    "SMALLINT": dt.int16,
    "TINYINT": dt.int8,
    "UBIGINT": dt.uint64,
    "UINTEGER": dt.uint32,
    "USMALLINT": dt.uint16,
    "UTINYINT": dt.uint8,
    "BOOLEAN": dt.boolean,
    "DATE": dt.date,
    "TIMESTAMP": dt.Timestamp(scale=6),
    "TIMESTAMP_S": dt.Timestamp(scale=0),
    "TIMESTAMP_MS": dt.Timestamp(scale=3),
    "TIMESTAMP_NS": dt.Timestamp(scale=9),
}


def scan(path: Path) -> str:
    """The rows of a file as a FROM item."""
    return f"read_parquet({literal(str(path))})"


def numbered(path: Path, first_row: int) -> str:
    """The rows with ``row_no``, which the file does not hold: its rows are those of the sheet from ``first_row`` on."""
    rows = f"read_parquet({literal(str(path))}, file_row_number = true)"
    return f"(SELECT * EXCLUDE (file_row_number), file_row_number + {first_row} AS row_no FROM {rows})"


def first_row(path: Path) -> str:
    """The statement that answers with the row of the sheet that is the file's first, where the file says so."""
    return f"SELECT CAST(decode(value) AS BIGINT) FROM {_noted(path, FIRST_ROW)}"


def different_columns(path: Path) -> str:
    """The statement that answers with the JSON list of columns without repeated cells, where the file has one."""
    return f"SELECT decode(value) FROM {_noted(path, DIFFERENT)}"


def numbered_ids(path: Path) -> str:
    """The statement that answers with the JSON of columns that are a text and a number, where the file tells of any."""
    return f"SELECT decode(value) FROM {_noted(path, NUMBERED)}"


def _noted(path: Path, key: str) -> str:
    return f"parquet_kv_metadata({literal(str(path))}) WHERE decode(key) = '{key}'"


def row_count(path: Path) -> str:
    """The statement that says how many rows a file has."""
    return f"SELECT num_rows FROM parquet_file_metadata({literal(str(path))})"


def copy(query: str, path: Path, *, lasts: bool, has_text: bool) -> str:
    """The statement that writes the rows of a query: small if they last, else quickly.

    Looking for dictionaries in numbers costs a quarter of the time and finds none.
    """
    options = "COMPRESSION zstd" if lasts else "COMPRESSION snappy" if has_text else "COMPRESSION uncompressed"
    if not has_text:
        options += ", DICTIONARY_SIZE_LIMIT 1"
    return f"COPY ({query}) TO {literal(str(path))} (FORMAT parquet, {options})"


def empty_columns(path: Path) -> str:
    """The statement that names the columns whose cells are all null, by the statistics in the file."""
    return (
        f"SELECT path_in_schema FROM parquet_metadata({literal(str(path))}) GROUP BY 1 "
        "HAVING sum(stats_null_count) = sum(num_values)"
    )


def schema(described: Iterable[tuple[str, str]]) -> sch.Schema:
    """Names and DuckDB types as a schema; ValueError for a type that no table of ours has (HUGEINT, DECIMAL, lists)."""
    columns: dict[str, dt.DataType] = {}
    for name, type_name in described:
        if type_name not in _TYPES:
            raise ValueError(f"{name}: {type_name}")
        columns[name] = _TYPES[type_name]
    return ibis.schema(columns)
