"""ColumnProfile: what the sampled cells of a column look like, and on what evidence its format was settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kpidesk.core.messages import Message
from kpidesk.ingest.layout import Region
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.schema.model import ColumnType


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """One column of a region, from its sampled body rows (totals left out).

    ``index`` counts from the sheet's first column; ``filled`` is a share; ``low`` and ``high`` are the least and the
    greatest value of numbers or dates; ``words`` are the most common texts with their counts, most common first.
    """

    index: int
    header: str
    type: ColumnType
    format: ColumnFormat
    filled: float
    distinct: int
    samples: tuple[str, ...]
    evidence: tuple[Message, ...]
    low: float | date | None
    high: float | date | None
    is_integer: bool
    is_unique: bool
    max_len: int
    words: Mapping[str, int]
    rows: int
    unreadable: int


def profile_columns(region: Region) -> tuple[ColumnProfile, ...]:
    """One profile for each column of the region, in order."""
    raise NotImplementedError
