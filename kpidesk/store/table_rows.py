"""The rows of an Arrow table, read like tuples: cells become values of Python only when their row is asked for."""

from collections.abc import Iterator, Sequence
from typing import cast, overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.types as pt

from kpidesk.store.database import Columns

Row = tuple[object, ...]


class TableRows(Sequence[Row]):
    """A million rows lie in ``table`` as columns; going through them makes tuples of what a Database answers with."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            first, last, step = place.indices(len(self))
            part = self.table.slice(first, max(0, last - first))
            return tuple(TableRows(part))[::step] if step > 0 else tuple(self)[place]
        return next(iter(TableRows(self.table.slice(range(len(self))[place], 1))))

    def __iter__(self) -> Iterator[Row]:
        return zip(*columns_of(self.table).values(), strict=True)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return id(self.table)


def columns_of(table: pa.Table) -> Columns:
    """The columns of an Arrow table as a Database answers with them."""
    return {name: plain_column(table[name]) for name in table.column_names}


def plain_column(column: pa.ChunkedArray) -> npt.NDArray[np.generic]:
    """One column: texts as objects with None, numbers with NaN where there is none, moments with NaT."""
    kind = column.type
    if pt.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if pt.is_decimal(kind):
        column, kind = column.cast(pa.float64()), pa.float64()
    if pt.is_date(kind) or pt.is_timestamp(kind):
        return cast(npt.NDArray[np.generic], column.cast(pa.timestamp("us")).to_numpy())
    if pt.is_integer(kind) and column.null_count:
        column = column.cast(pa.float64())
    if pt.is_boolean(kind) and not column.null_count:
        return cast(npt.NDArray[np.generic], column.to_numpy().astype(np.bool_))
    return cast(npt.NDArray[np.generic], column.to_numpy())
