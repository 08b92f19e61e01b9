"""The other door: tables that lie in an engine elsewhere. Queries run there; only small results come back."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar, cast

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from kpidesk.core.errors import Cancelled
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.store.database import Columns
from kpidesk.store.driver import Driver, Interrupted, Rows

T = TypeVar("T")

_TABLES = "tables"


class RemoteStore:
    """A Database over one driver; what it keeps ends with the connection."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._tables: dict[str, ir.Table] = {}
        self._names: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def sample(self, source: str, rows: int) -> Columns:
        """Some rows of a table of the engine (``schema.table``), any of them; UserError where there is none."""
        return self.run(self._source(source).limit(rows))

    def register(self, dataset: DatasetId, source: str, columns: Mapping[str, str]) -> int:
        """Make a table of the engine known as a dataset: new names with the columns that they stand for.

        Numbers are doubles or whole, moments are in UTC, every other kind is text; ``row_no`` numbers the rows. Says
        how many rows there are.
        """
        rows = self._source(source)
        return self._know(dataset, rows.select(**{name: _plain(rows[column]) for name, column in columns.items()}))

    def register_months(
        self, dataset: DatasetId, source: str, month: str, metrics: Mapping[str, str], others: Mapping[str, str]
    ) -> int:
        """Make a table with a row a month known in the long shape: month, metric, value, and the other columns."""
        rows = self._source(source)
        kept = {name: _plain(rows[column]) for name, column in others.items()}
        parts = [
            rows.select(
                month=_plain(rows[month]), metric=ibis.literal(metric), value=rows[column].cast("float64"), **kept
            ).filter(ibis._.value.notnull())
            for metric, column in metrics.items()
        ]
        return self._know(dataset, ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0])

    def _know(self, dataset: DatasetId, rows: ir.Table) -> int:
        numbered = rows.mutate(row_no=self._driver.numbered())
        self._tables[dataset] = self.keep(_TABLES, dataset, numbered)
        return self.count(dataset)

    def _source(self, source: str) -> ir.Table:
        columns = {name: self._type(kind) for name, kind in self._driver.described(source)}
        *path, name = source.split(".")
        catalog, database = (path[-2] if len(path) > 1 else None), (path[-1] if path else None)
        place = ops.Namespace(catalog=catalog, database=database)
        return ops.UnboundTable(name=name, schema=ibis.schema(columns), namespace=place).to_expr()

    def table(self, name: str) -> ir.Table:
        return self._tables[name]

    def run(self, expr: ir.Table, progress: Progress | None = None) -> Columns:
        statement = self._compiled(expr)
        rows = self._interruptible(lambda: self._driver.fetch(statement), progress)
        return _columns(expr, rows)

    def arrow(self, expr: ir.Table, progress: Progress | None = None) -> pa.Table:
        found = self.run(expr, progress)
        return pa.table({name: pa.array(column, from_pandas=True) for name, column in found.items()})

    def keep(self, group: str, name: str, expr: ir.Table, progress: Progress | None = None) -> ir.Table:
        there = "kpidesk_" + re.sub(r"\W", "_", f"{group}_{name}")
        known_as = f"{group}.{name}"
        self._driver.drop(there)
        statement = self._compiled(expr)
        self._interruptible(lambda: self._driver.keep(there, statement), progress)
        self._names[known_as] = there
        schema = {column: self._type(kind) for column, kind in self._driver.described(there)}
        return ibis.table(schema, name=there)

    def forget(self, group: str) -> None:
        for name in [name for name in self._names if name.startswith(f"{group}.")]:
            self._driver.drop(self._names.pop(name))

    def empty_columns(self, dataset: DatasetId) -> frozenset[str]:
        table = self._tables[dataset]
        counted = self.run(table.agg(**{name: table[name].count() for name in table.columns}))
        return frozenset(name for name, values in counted.items() if not values[0])

    def different_columns(self, dataset: DatasetId) -> frozenset[str]:
        """Nothing is known of what lies elsewhere."""
        del dataset
        return frozenset()

    def numbered_ids(self, dataset: DatasetId) -> Mapping[str, tuple[str, str]]:
        """Nothing is known of what lies elsewhere."""
        del dataset
        return {}

    def count(self, dataset: DatasetId) -> int:
        if dataset not in self._counts:
            table = self._tables[dataset]
            self._counts[dataset] = int(self.run(table.agg(n=table.count()))["n"][0])
        return self._counts[dataset]

    def rows(self, dataset: DatasetId, offset: int, limit: int, columns: Sequence[str] = ()) -> Columns:
        """Some rows of a dataset, for a preview; all columns by default."""
        table = self._tables[dataset].order_by("row_no").limit(limit, offset=offset)
        return self.run(table.select(*columns) if columns else table)

    def close(self) -> None:
        """End the connection, and with it all that was kept."""
        self._driver.close()

    def _compiled(self, expr: ir.Table) -> str:
        compiler = self._driver.compiler
        return str(compiler.to_sqlglot(expr.unbind()).sql(dialect=compiler.dialect))

    def _type(self, kind: str) -> dt.DataType:
        return self._driver.types.from_string(kind)

    def _interruptible(self, work: Callable[[], T], progress: Progress | None) -> T:
        if progress is None:
            return work()
        try:
            with progress.interrupting(self._driver.interrupt):
                progress.raise_if_cancelled()
                return work()
        except Interrupted as stopped:
            raise Cancelled from stopped


def _plain(column: ir.Value) -> ir.Value:
    kind = column.type()
    if kind.is_timestamp():
        return column.cast(dt.Timestamp(scale=6)) if kind.timezone else column
    if kind.is_integer():
        return column.cast("int64")
    if kind.is_numeric() and not kind.is_boolean():
        return column.cast("float64")
    return column if kind.is_date() or kind.is_boolean() or kind.is_string() else column.cast("string")


def _columns(expr: ir.Table, rows: Rows) -> dict[str, npt.NDArray[np.generic]]:
    """Rows as the columns that a Database answers with."""
    schema = expr.schema()
    listed = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    return {name: _column(kind, values) for (name, kind), values in zip(schema.items(), listed, strict=True)}


def _column(kind: dt.DataType, values: Sequence[object]) -> npt.NDArray[np.generic]:
    has_null = any(value is None for value in values)
    if kind.is_date():
        return np.array([None if v is None else _day(v) for v in values], dtype="datetime64[D]")
    if kind.is_timestamp():
        return np.array(values, dtype="datetime64[us]")
    if kind.is_boolean():
        return np.array(values, dtype=object if has_null else np.bool_)
    if kind.is_integer() and not has_null:
        return np.array([int(str(v)) for v in values], dtype=np.int64)
    if kind.is_numeric():
        return np.array([np.nan if v is None else float(str(v)) for v in values], dtype=np.float64)
    return np.array([None if v is None else str(v) for v in values], dtype=object)


def _day(value: object) -> date:
    return value.date() if isinstance(value, datetime) else cast(date, value)
