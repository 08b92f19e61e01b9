"""What a scan found, put into arrays over segment × period."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from kpidesk.metrics.axis import Axis
from kpidesk.metrics.cells import Cells
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.frame import Array

Columns = Mapping[str, npt.NDArray[np.generic]]


def places(
    found: Columns, split: str | None, axis: Axis, segments: Sequence[str]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Row and column of each group; those before the axis stand at −1 and count into stocks only."""
    size = len(next(iter(found.values())))
    columns = np.zeros(size, dtype=np.int64)
    known = np.ones(size, dtype=np.bool_)
    if "t" in found:
        index = np.asarray(found["t"], dtype=np.float64)
        known = ~np.isnan(index)
        columns = np.where(known, np.nan_to_num(index), 0).astype(np.int64) - axis.first
    rows = np.zeros(size, dtype=np.int64)
    if split is not None:
        number = {segment: row for row, segment in enumerate(segments)}
        rows = np.array([number.get(str(each), -1) for each in found["s"]], dtype=np.int64)
        known &= rows >= 0
    return rows, np.maximum(columns, -1), known & (columns < axis.size)


def fill(
    arrays: tuple[Array, Array, Array],
    measure: Measure,
    number: int,
    found: Columns,
    at: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.bool_]],
    part: slice,
) -> None:
    """Values, observations and variances of one measure into these rows; ``at`` is what ``places`` says."""
    rows, columns, inside = at
    adds_up = measure.aggregate in ("sum", "count", "count_distinct", "nth_order", "products")
    for array, name in zip(arrays, (f"v{number}", f"n{number}", f"q{number}"), strict=True):
        if name not in found:
            continue
        target = array[part]
        cells = np.asarray(found[name], dtype=np.float64)
        if adds_up or name.startswith("n"):
            target[:] = 0.0
            cells = np.nan_to_num(cells)
        within = inside & (columns >= 0)
        if name == f"v{number}" and f"r{number}" in found:
            # Rows without a single value are no nought.
            rows_there = np.nan_to_num(np.asarray(found[f"r{number}"], dtype=np.float64))
            cells = np.where((rows_there > 0) & (np.asarray(found[f"n{number}"]) == 0), np.nan, cells)
        target[rows[within], columns[within]] = cells[within]
        if measure.is_stock and target.shape[1]:
            before = inside & (columns < 0)
            np.add.at(target, (rows[before], np.zeros(int(before.sum()), dtype=np.int64)), cells[before])


def finish(
    measure: Measure,
    values: Array,
    n: Array,
    variance: Array,
    covered: npt.NDArray[np.bool_],
    total: Cells | None = None,
) -> Cells:
    """In the measure's unit, running where it is a stock; the total is that which is known already, where it is."""
    if measure.is_money:
        values = values / (100.0 if measure.aggregate != "products" else 10_000.0)
    if measure.is_stock:
        values = np.cumsum(values, axis=1)
        n = np.cumsum(n, axis=1)
    values = np.where(covered, values, np.nan)
    n = np.where(covered, n, np.nan)
    if total is not None:
        values[-1], n[-1] = total.values[-1], total.n[-1]
        if total.variance is not None:
            variance[-1] = total.variance[-1]
    if measure.is_overall:
        values[:-1], n[:-1] = values[-1:], n[-1:]
    return Cells(values, n, variance if measure.aggregate == "mean" else None)
