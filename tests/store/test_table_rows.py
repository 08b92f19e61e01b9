"""Rows of an Arrow table, as a Database answers with them."""

from datetime import date
from decimal import Decimal

import numpy as np
import pyarrow as pa
from kpidesk.store.table_rows import TableRows

TABLE = pa.table(
    {
        "name": ["A", None, "C"],
        "count": pa.array([1, None, 3], pa.int64()),
        "cents": pa.array([Decimal("1.50"), Decimal(2), None], pa.decimal128(9, 2)),
        "day": pa.array([date(2024, 2, 29), None, date(2025, 1, 1)]),
        "src": pa.array([0, 0, 1], pa.int32()),
    }
)


def test_rows_are_made_of_what_numpy_would_hold():
    rows = TableRows(TABLE)
    assert len(rows) == 3
    first, second = rows[0], rows[1]
    assert first == ("A", 1.0, 1.5, np.datetime64("2024-02-29"), 0)
    assert second[0] is None
    assert np.isnan(second[1])
    assert np.isnat(second[3])
    assert isinstance(first[4], np.integer)


def test_parts_of_the_rows():
    rows = TableRows(TABLE.select(["name", "src"]))
    assert rows[-1] == ("C", 1)
    assert list(rows[:2]) == [("A", 0), (None, 0)]
    assert list(rows[::-1]) == [("C", 1), (None, 0), ("A", 0)]
    assert rows == (("A", 0), (None, 0), ("C", 1))
