"""What a measure amounts to over segment × period, and which part of the facts it was read from."""

from dataclasses import dataclass
from datetime import date

from kpidesk.core.period import Grain
from kpidesk.metrics.frame import Array
from kpidesk.metrics.months import Flags
from kpidesk.metrics.query import Filter


@dataclass(frozen=True, slots=True)
class Cells:
    """One measure: its values, its number of observations and, of means, its variance; the total is the last row.

    ``partial``: of the period some months are not known. ``low`` and ``high`` bound what follows lives.
    """

    values: Array
    n: Array
    variance: Array | None = None
    partial: Flags | None = None
    low: Array | None = None
    high: Array | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What part of the facts is looked at."""

    grain: Grain
    by: str | None
    filters: tuple[Filter, ...]
    as_of: date | None
