"""The door to DuckDB: typed tables are Parquet files in a private folder, queries are Ibis expressions.

Ibis only compiles; the statement runs on our own locked connection, each on a cursor of its own that a cancel
interrupts and that is always drained.
"""

import json
import shutil
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import duckdb
import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from kpidesk.core.courtesy import make_way
from kpidesk.core.errors import Cancelled
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.store import parquet
from kpidesk.store.compiling import statement_of
from kpidesk.store.connection import open_import, open_main
from kpidesk.store.database import Columns
from kpidesk.store.text_rows import TextRows, page_sql

_STATEMENTS_KEPT = 2000
_ROWS_IN_MEMORY = 3_000_000
"""Derived tables of imports with more rows than this together are files."""


def warm_up() -> None:
    """Compile something once: the first statement of a process takes half a second longer than the rest."""
    table = ibis.table({"x": "int64"}, name="nothing")
    statement_of(table.group_by("x").agg(n=table.count()))


class Store:
    """All tables of one workspace.

    For one thread at a time; only ``Progress.cancel`` may come from another. ``folder`` is private to this store.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder.resolve()
        self._connection = open_main(self.folder)
        self._paths: dict[str, Path] = {}
        self._tables: dict[str, ir.Table] = {}
        self._rows: dict[str, int] = {}
        self._in_memory: set[str] = set()
        self._statements: OrderedDict[object, str] = OrderedDict()

    def importing(self, *sources: Path) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """A connection for an import: reads just these files, writes in the folder, ends with the block."""
        return open_import(self.folder, sources)

    def text_page(self, source: TextRows, first: int, count: int) -> tuple[tuple[str, ...], ...]:
        """Rows of a sheet as texts, '' for empty cells; () beyond its end, and where it cannot be read any more."""
        try:
            with self.importing(source.path) as connection:
                found = connection.execute(page_sql(source, first, count)).fetchall()
        except duckdb.Error:
            return ()
        return tuple(tuple("" if cell is None else str(cell) for cell in row) for row in found)

    def add(self, dataset: DatasetId, path: Path) -> None:
        """Make a typed Parquet file inside the folder known by that name; its rows are numbered where it says so."""
        first = self._execute(parquet.first_row(path))
        self._rows[dataset] = int(str(self._execute(parquet.row_count(path))[0][0]))
        self._attach(dataset, path, parquet.numbered(path, int(str(first[0][0]))) if first else parquet.scan(path))

    def attach(self, name: str, path: Path) -> ir.Table:
        """Make any Parquet file inside the folder known, in place of one of the same name."""
        return self._attach(name, path, parquet.scan(path))

    def _attach(self, name: str, path: Path, rows: str) -> ir.Table:
        quoted = _quoted(name)
        self._execute(f"CREATE OR REPLACE VIEW {quoted} AS SELECT * FROM {rows}")
        self._paths[name] = path
        return self._described(name)

    def _described(self, name: str) -> ir.Table:
        described = self._execute(f"DESCRIBE {_quoted(name)}")
        self._tables[name] = ibis.table(parquet.schema((str(row[0]), str(row[1])) for row in described), name=name)
        return self._tables[name]

    def drop(self, name: str) -> None:
        """Forget a table; its file stays until somebody removes it."""
        if name in self._in_memory:
            self._execute(f"DROP TABLE {_quoted(name)}")
            self._in_memory.remove(name)
        elif name in self._paths:
            self._execute(f"DROP VIEW {_quoted(name)}")
            del self._paths[name]
        self._tables.pop(name, None)
        self._rows.pop(name, None)

    def path(self, dataset: DatasetId) -> Path:
        """Where the table's bytes are; KeyError where there is no such table."""
        return self._paths[dataset]

    def table(self, name: str) -> ir.Table:
        """The expression that stands for a table; KeyError where there is no such table."""
        return self._tables[name]

    def sql(self, expr: ir.Table) -> str:
        """The statement of a query; compiled once for equal expressions."""
        key = expr.op()
        statement = self._statements.get(key)
        if statement is None:
            statement = statement_of(expr)
            self._statements[key] = statement
            if len(self._statements) > _STATEMENTS_KEPT:
                self._statements.popitem(last=False)
        else:
            self._statements.move_to_end(key)
        return statement

    def run(self, expr: ir.Table, progress: Progress | None = None) -> Columns:
        """The columns of a query; raises Cancelled when progress is cancelled meanwhile."""
        with self._asked(progress) as cursor:
            found = cursor.execute(self.sql(expr)).fetchnumpy()
        return {name: _plain(column) for name, column in found.items()}

    def arrow(self, expr: ir.Table, progress: Progress | None = None) -> pa.Table:
        """The same for many rows; see Database."""
        with self._asked(progress) as cursor:
            return cursor.sql(self.sql(expr)).to_arrow_table()

    def keep(self, group: str, name: str, expr: ir.Table, progress: Progress | None = None) -> ir.Table:
        """Compute a derived table once: of small workspaces in memory, else as Parquet in the group's folder."""
        whole = f"{group}.{name}"
        if sum(self._rows.values()) > _ROWS_IN_MEMORY:
            path = self.folder / group / f"{name}.parquet"
            self.write(expr, path, progress, lasts=False)
            return self.attach(whole, path)
        self.drop(whole)
        # A cancel may come when the table stands but is not noted yet: then it is made anew.
        self._execute(f"CREATE OR REPLACE TABLE {_quoted(whole)} AS {self.sql(expr)}", progress)
        self._in_memory.add(whole)
        return self._described(whole)

    def forget(self, group: str) -> None:
        """Forget and remove all that was kept of a group."""
        for name in [name for name in self._tables if name.startswith(f"{group}.")]:
            self.drop(name)
        shutil.rmtree(self.folder / group, ignore_errors=True)

    def write(self, expr: ir.Table, path: Path, progress: Progress | None = None, *, lasts: bool = True) -> int:
        """Write a query's rows as Parquet inside the folder and say how many there are; no half file stays behind.

        ``lasts`` False: they are made anew each time, so that speed matters more than size.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        try:
            has_text = any(kind.is_string() for kind in expr.schema().types)
            rows = self._execute(parquet.copy(self.sql(expr), part, lasts=lasts, has_text=has_text), progress)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return int(str(rows[0][0]))

    def rows(self, dataset: DatasetId, offset: int, limit: int, columns: Sequence[str] = ()) -> Columns:
        """Some rows of a table in the order of its sheet, for a preview; all columns by default."""
        table = self._tables[dataset]
        ordered = table.order_by("row_no") if "row_no" in table.columns else table
        part = ordered.limit(limit, offset=offset)
        return self.run(part.select(*columns) if columns else part)

    def empty_columns(self, dataset: DatasetId) -> frozenset[str]:
        """The columns without a single value, as far as the file itself says so."""
        return frozenset(str(row[0]) for row in self._execute(parquet.empty_columns(self._paths[dataset])))

    def different_columns(self, dataset: DatasetId) -> frozenset[str]:
        """The columns without repeated or empty cells, as far as the loading of the file noticed."""
        noted = self._execute(parquet.different_columns(self._paths[dataset]))
        return frozenset(name for row in noted for name in json.loads(str(row[0])))

    def numbered_ids(self, dataset: DatasetId) -> Mapping[str, tuple[str, str]]:
        """By name of the column, what all ids begin with and the last of them; see Database."""
        noted = self._execute(parquet.numbered_ids(self._paths[dataset]))
        found = {name: each for row in noted for name, each in json.loads(str(row[0])).items()}
        return {name: (str(prefix), str(last)) for name, (prefix, last) in found.items()}

    def count(self, dataset: DatasetId) -> int:
        """How many rows a table has."""
        return int(self.run(self._tables[dataset].agg(n=self._tables[dataset].count()))["n"][0])

    def close(self) -> None:
        """Close the connection; the files stay."""
        self._connection.close()

    def _execute(self, statement: str, progress: Progress | None = None) -> list[tuple[object, ...]]:
        with self._asked(progress) as cursor:
            rows: list[tuple[object, ...]] = cursor.execute(statement).fetchall()
            return rows

    @contextmanager
    def _asked(self, progress: Progress | None) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that a cancel interrupts."""
        make_way()
        cursor = self._connection.cursor()
        try:
            with _interruptible(cursor, progress):
                yield cursor
        except duckdb.InterruptException as stopped:
            raise Cancelled from stopped
        finally:
            cursor.close()


@contextmanager
def _interruptible(cursor: duckdb.DuckDBPyConnection, progress: Progress | None) -> Iterator[None]:
    """While the block runs, a cancel interrupts the cursor; one that came just before or after is heard, too."""
    if progress is None:
        yield
        return
    with progress.interrupting(cursor.interrupt):
        progress.raise_if_cancelled()
        yield
    progress.raise_if_cancelled()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _plain(column: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """A fetched column without a mask; see Store.run."""
    if not isinstance(column, np.ma.MaskedArray):
        return column
    mask = np.ma.getmaskarray(column)
    values = column.data
    if not mask.any():
        return values
    match values.dtype.kind:
        case "M" | "f":
            pass
        case "i" | "u":
            values = values.astype(np.float64)
        case _:
            values = values.astype(object)
    empty = {"M": np.datetime64("NaT"), "f": np.nan}.get(values.dtype.kind)
    return np.where(mask, np.array(empty, dtype=values.dtype), values)
