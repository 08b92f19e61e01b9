"""The effect of reading a column in another way, on the cells that were looked at: before and after, at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.store.cell_value import CellValue, Unreadable

_LOOKED_AT = 3_000
_GLANCE = 150
Read = CellValue | Unreadable


@dataclass(frozen=True, slots=True)
class CellEffect:
    """One cell: its row in the sheet (from 0), its text, what it reads as now, and what it would read as."""

    row: int
    text: str
    before: Read
    after: Read

    @property
    def is_changed(self) -> bool:
        """Whether the other way makes a difference here: another value, or another kind of value."""
        return self.before != self.after or type(self.before) is not type(self.after)


@dataclass(frozen=True, slots=True)
class ColumnEffect:
    """The effect on one column: the cells in order of their rows; the counts are of all cells looked at."""

    header: str
    before: ColumnFormat
    after: ColumnFormat
    cells: tuple[CellEffect, ...]
    looked_at: int
    unreadable_before: int
    unreadable_after: int
    changed: int


def preview_format(table: TableProposal, index: int, format: ColumnFormat, limit: int = 50) -> ColumnEffect:
    """What column ``index`` of the sheet would read as; the first ``limit`` filled cells. KeyError: no such column."""
    column = next((column for column in table.mapping.columns if column.index == index), None)
    if column is None:
        raise KeyError(index)
    cells = [
        (row, cells[index])
        for row, cells in body_rows(table.region, _LOOKED_AT)
        if index < len(cells) and cells[index].strip()
    ]
    distinct = list(dict.fromkeys(text for _, text in cells))
    old = dict(zip(distinct, read_cells(distinct, column.format), strict=True))
    new = dict(zip(distinct, read_cells(distinct, format), strict=True))
    effects = [CellEffect(row, text, old[text], new[text]) for row, text in cells]
    return ColumnEffect(
        column.header,
        column.format,
        format,
        tuple(effects[:limit]),
        len(effects),
        sum(effect.before is Unreadable.UNREADABLE for effect in effects),
        sum(effect.after is Unreadable.UNREADABLE for effect in effects),
        sum(effect.is_changed for effect in effects),
    )


def unreadable_by(table: TableProposal, index: int, formats: Sequence[ColumnFormat]) -> tuple[tuple[int, ...], int]:
    """How many of the first filled cells of a column each format cannot read, and how many there are; in a glance."""
    rows = body_rows(table.region, _GLANCE)
    texts = [cells[index] for _, cells in rows if index < len(cells) and cells[index].strip()]
    counts = (sum(read is Unreadable.UNREADABLE for read in read_cells(texts, form)) for form in formats)
    return tuple(counts), len(texts)
