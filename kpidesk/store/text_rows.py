"""The rows of a sheet as a relation: text columns by their place, and each row's number in the sheet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FIRST_ROW = "kpidesk.first_row"
"""Where a Parquet of many rows keeps the number that its first row has in the sheet."""

DIFFERENT = "kpidesk.different"
"""Where it names, as JSON, columns of which it is known that no two cells are the same, and none is empty."""

NUMBERED = "kpidesk.numbered"
"""Where it names columns whose every cell is one text and as many digits as in all others: that text, the last cell."""

_SPARE_COLUMNS = 2
_LONGEST_LINE, _LONGEST_ODD_LINE = 4_000_000, 256_000_000


class TextRows(Protocol):
    """Where the rows are; see ingest.raw_sheet.TextSource."""

    @property
    def path(self) -> Path: ...
    @property
    def is_parquet(self) -> bool: ...
    @property
    def delimiter(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def skip(self) -> int: ...
    @property
    def width(self) -> int: ...


@dataclass(frozen=True, slots=True)
class RowWindow:
    """Which rows of the sheet are body rows; ``last`` None means to the end. Rows in ``without`` are left out."""

    first: int
    last: int | None = None
    without: Collection[int] = ()


def rows_sql(
    source: TextRows, indexes: Sequence[int], window: RowWindow, *, is_numbered: bool, in_parallel: bool
) -> str:
    """A SELECT of the window's rows in order: columns ``c<index>``, and ``row_no`` if numbered.

    Numbering a CSV costs more than reading it; a Parquet knows its rows' numbers.
    """
    columns = ", ".join(
        f"c{i}" if i < source.width else f"CAST(NULL AS VARCHAR) AS c{i}" for i in dict.fromkeys(indexes)
    )
    limit = "" if window.last is None else f" LIMIT {max(0, window.last - window.first + 1)}"
    if source.is_parquet:
        number = f"file_row_number - {source.skip}"
        last = "" if window.last is None else f" AND {number} <= {window.last}"
        table = f"read_parquet({_literal(str(source.path))}, file_row_number = true)"
        rows = f"SELECT {columns}, {number} AS row_no FROM {table} WHERE {number} >= {window.first}{last}"
        return rows if is_numbered else f"SELECT * EXCLUDE (row_no) FROM ({rows})"
    rows = f"SELECT {columns} FROM {_read_csv(source, source.skip + window.first, in_parallel=in_parallel)}{limit}"
    if not is_numbered:
        return rows
    return f"SELECT *, row_number() OVER () - 1 + {window.first} AS row_no FROM ({rows})"


def rows_holding(
    connection: "DuckDBPyConnection", source: TextRows, columns: Sequence[int], window: RowWindow, texts: Sequence[str]
) -> set[int]:
    """The numbers of the rows of which a cell is one of the texts, which are lower case."""
    rows = rows_sql(source, columns, window, is_numbered=True, in_parallel=False)
    like = " OR ".join(f"lower(trim(c{column})) IN ({', '.join('?' * len(texts))})" for column in columns)
    asked = [text for _ in columns for text in texts]
    found = connection.execute(f"SELECT row_no FROM ({rows}) WHERE {like}", asked).fetchall()
    return {int(row) for (row,) in found}


def page_sql(source: TextRows, first: int, count: int) -> str:
    """A SELECT of some rows of a sheet, all columns; fewer rows where the sheet ends."""
    window = RowWindow(first, first + count - 1) if source.is_parquet else RowWindow(0)
    rows = rows_sql(source, range(source.width), window, is_numbered=False, in_parallel=False)
    return rows if source.is_parquet else f"{rows} LIMIT {count} OFFSET {first}"


def kept_sql(rows: str, indexes: Sequence[int], window: RowWindow) -> str:
    """The numbered rows without those that are left out or blank throughout."""
    left_out = f" AND row_no NOT IN ({', '.join(map(str, sorted(window.without)))})" if window.without else ""
    filled = " OR ".join(f"trim(c{i}) <> ''" for i in dict.fromkeys(indexes))
    return f"SELECT * FROM ({rows}) WHERE ({filled}){left_out}"


def _read_csv(source: TextRows, skip: int, *, in_parallel: bool) -> str:
    """The file with every column as text and two spare ones, so that no row is dropped for its width."""
    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(source.width + _SPARE_COLUMNS))
    quote = _literal(source.quote)
    longest = _LONGEST_LINE if in_parallel else _LONGEST_ODD_LINE
    return (
        f"read_csv({_literal(str(source.path))}, columns = {{{columns}}}, auto_detect = false, header = false, "
        f"skip = {skip}, delim = {_literal(source.delimiter)}, quote = {quote}, escape = {quote}, "
        f"null_padding = true, strict_mode = false, max_line_size = {longest}, "
        f"parallel = {str(in_parallel).lower()})"
    )


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
