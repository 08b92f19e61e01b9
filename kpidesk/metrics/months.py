"""Quarters and years as sums of their months, so that a month that is missing shows."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from kpidesk.core.period import Grain, Period, months_ahead, period_index
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.definitions import Measure
from kpidesk.metrics.frame import Array

Flags = npt.NDArray[np.bool_]
MONTHS_OF: Mapping[Grain, int] = {Grain.QUARTER: 3, Grain.YEAR: 12}
"""The grains whose periods are made of months, and of how many."""


def added_up(values: Array, months: Axis, axis: Axis) -> tuple[Array, Flags]:
    """Values of months summed over longer periods, and which of these lack a month up to the day that is known."""
    size = MONTHS_OF[axis.grain]
    ahead = months_ahead(axis.starts)
    columns = (months.first + np.arange(months.size) + ahead) // size - axis.first
    within = (columns >= 0) & (columns < axis.size)
    known = ~np.isnan(values)
    shape = (values.shape[0], axis.size)
    total, count = np.zeros(shape), np.zeros(shape)
    np.add.at(total.T, columns[within], np.where(known, values, 0.0).T[within])
    np.add.at(count.T, columns[within], known.astype(np.float64).T[within])
    last = months.first + months.size - 1 if axis.as_of is None else period_index(axis.as_of, Grain.MONTH)
    wanted = np.minimum(last + ahead - (axis.first + np.arange(axis.size)) * size + 1, size)
    return np.where(count > 0, total, np.nan), (count > 0) & (count < wanted)


def first_within(period: Period, grain: Grain) -> int:
    """The index of the first period of a finer grain in a period."""
    return period_index(period.start, grain, period.starts)


def last_within(period: Period, grain: Grain) -> int:
    """The index of the last one."""
    return period_index(period.end, grain, period.starts)


def adds_up(measure: Measure) -> bool:
    """Whether a quarter's figure is the sum of its months'."""
    return measure.aggregate in ("sum", "count") and not measure.is_stock and not measure.is_netted
