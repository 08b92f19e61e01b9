"""What a measure amounts to over segment × period, and which part of the facts it was read from."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from kpidesk.core.period import Grain
from kpidesk.metrics.frame import Array
from kpidesk.metrics.months import Flags
from kpidesk.metrics.query import Filter


@dataclass(frozen=True, slots=True)
class Cells:
    """One measure: its values, its number of observations and, of means, its variance; the total is the last row.

    ``partial``: of the period some months or days are not known. ``low`` and ``high`` bound what follows lives.
    ``unrecorded`` (periods,): nothing of the whole period was written down, though the table spans it.
    """

    values: Array
    n: Array
    variance: Array | None = None
    partial: Flags | None = None
    low: Array | None = None
    high: Array | None = None
    unrecorded: Flags | None = None

    def row(self, at: int) -> "Cells":
        """One segment as a total of its own."""
        rows = np.array([at])
        parts = (self.variance, self.low, self.high)
        variance, low, high = (None if part is None else part[rows] for part in parts)
        partial = None if self.partial is None else self.partial[rows]
        return Cells(self.values[rows], self.n[rows], variance, partial, low, high, self.unrecorded)


@dataclass(frozen=True, slots=True)
class View:
    """What part of the facts is looked at."""

    grain: Grain
    by: str | None
    filters: tuple[Filter, ...]
    as_of: date | None
