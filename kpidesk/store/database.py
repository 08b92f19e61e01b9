"""What facts and measures ask of the place where the tables lie, be it this computer or an engine elsewhere."""

from collections.abc import Mapping
from typing import Protocol

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress

Columns = Mapping[str, npt.NDArray[np.generic]]
"""A result by column.

Text is an object array with None for null, numbers without a value are NaN (so integers with nulls come as floats),
dates are datetime64 with NaT.
"""


class Database(Protocol):
    """Tables by name, queries as Ibis expressions; for one thread at a time, only a cancel may come from another."""

    def table(self, name: str) -> ir.Table:
        """The expression that stands for a table; KeyError where there is no such table."""
        ...

    def run(self, expr: ir.Table, progress: Progress | None = None) -> Columns:
        """The columns of a query. Raises Cancelled when progress is cancelled meanwhile."""
        ...

    def arrow(self, expr: ir.Table, progress: Progress | None = None) -> pa.Table:
        """The same for many rows: as they lie in memory, none of them turned into Python's values."""
        ...

    def keep(self, group: str, name: str, expr: ir.Table, progress: Progress | None = None) -> ir.Table:
        """Compute a derived table once and go on with the result, until its group is forgotten."""
        ...

    def forget(self, group: str) -> None:
        """Remove all derived tables of a group; a group without any is no error."""
        ...

    def empty_columns(self, dataset: DatasetId) -> frozenset[str]:
        """The columns of an imported table that have no value at all, as far as that is known cheaply."""
        ...

    def different_columns(self, dataset: DatasetId) -> frozenset[str]:
        """Columns of an imported table of which it is known that no two cells are the same, and none is empty."""
        ...

    def numbered_ids(self, dataset: DatasetId) -> Mapping[str, tuple[str, str]]:
        """Columns of which it is known that every cell is one text and a number, of as many digits in every cell.

        By name, that text and the last id in the order of texts.
        """
        ...

    def count(self, dataset: DatasetId) -> int:
        """How many rows a table has."""
        ...
