"""The door to DuckDB: typed tables are Parquet files in a private folder, queries are Ibis expressions."""

from collections.abc import Mapping
from pathlib import Path

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress

Columns = Mapping[str, npt.NDArray[np.generic]]


class Store:
    """All tables of one workspace. For one thread at a time; only ``Progress.cancel`` may come from another."""

    def __init__(self, folder: Path) -> None: ...

    def add(self, dataset: DatasetId, parquet: Path) -> None:
        """Make a typed Parquet file inside the folder known by that name."""

    def drop(self, dataset: DatasetId) -> None:
        """Forget a table; its file stays until the folder goes."""

    def path(self, dataset: DatasetId) -> Path:
        """Where the table's bytes are."""
        raise NotImplementedError

    def table(self, name: str) -> ir.Table:
        """The expression that stands for a table."""
        raise NotImplementedError

    def run(self, expr: ir.Table, progress: Progress | None = None) -> Columns:
        """The columns of a query.

        Text is an object array with None for null, numbers without a value are NaN (so integers with nulls come as
        floats), dates are datetime64 with NaT. Raises Cancelled when progress is cancelled meanwhile.
        """
        raise NotImplementedError

    def write(self, expr: ir.Table, path: Path, progress: Progress | None = None) -> int:
        """Write a query's rows as zstd Parquet and say how many there are."""
        raise NotImplementedError

    def rows(self, dataset: DatasetId, offset: int, limit: int) -> Columns:
        """Some rows of a table in the order of its sheet, for a preview."""
        raise NotImplementedError

    def count(self, dataset: DatasetId) -> int:
        """How many rows a table has."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the connection; the files stay."""
