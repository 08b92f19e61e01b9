"""The effect of reading a column in another way, on the cells that were looked at: before and after, at once."""

from dataclasses import dataclass

from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.ingest.proposal import TableProposal
from kpidesk.store.text_load import CellValue, Unreadable


@dataclass(frozen=True, slots=True)
class CellEffect:
    """One cell: its row in the sheet (from 0), its text, what it reads as now, and what it would read as."""

    row: int
    text: str
    before: CellValue | Unreadable
    after: CellValue | Unreadable

    @property
    def is_changed(self) -> bool:
        """Whether the other way makes a difference here; dates and numbers that read alike do not."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class ColumnEffect:
    """The effect on one column: cells that differ stand first; the counts are of all cells looked at."""

    header: str
    before: ColumnFormat
    after: ColumnFormat
    cells: tuple[CellEffect, ...]
    looked_at: int
    unreadable_before: int
    unreadable_after: int
    changed: int


def preview_format(table: TableProposal, index: int, format: ColumnFormat, limit: int = 50) -> ColumnEffect:
    """What column ``index`` of the sheet would read as; the first ``limit`` cells. KeyError where it is not mapped."""
    raise NotImplementedError
