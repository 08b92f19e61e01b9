"""A sheet as it was found, and what each of its cells is to one of its tables; no screen in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.words import is_missing
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import CellValue, Unreadable
from kpidesk.ui.importing.sheet_pages import SheetPages

GAP = -1
"""In the list of shown rows: rows of the sheet between those beside it are not shown."""
_COUNTED, _LEAST_COUNTED, _CELLS = 1_000, 60, 40_000
"""How many filled cells of a column are read, and of all columns together where there are many."""
_EXAMPLES = 6
MOST_ROWS = 1_000_000
"""Of longer sheets the rows that were looked at are shown, with gaps between."""


class CellKind(Enum):
    """What a cell is to the table that is looked at."""

    HEADER = "header"
    BODY = "body"
    TOTAL = "total"
    IGNORED = "ignored"
    OTHER = "other"


@dataclass(frozen=True)
class ColumnReading:
    """What the cells of one column read as, of the first rows that were looked at.

    ``examples`` are the first different texts with their values; ``unreadable`` counts cells, ``first_unreadable`` is
    the row of the first of them.
    """

    column: ColumnMapping
    examples: tuple[tuple[str, CellValue | Unreadable], ...]
    unreadable: int
    first_unreadable: int | None
    looked_at: int


@dataclass(frozen=True)
class SheetMap:
    """One table of a sheet, the other tables of the same sheet, and the rows that are known."""

    table: TableProposal
    others: tuple[Region, ...] = ()
    pages: SheetPages = field(default_factory=SheetPages)

    @cached_property
    def rows(self) -> Sequence[int]:
        """The numbers of the rows that can be shown, in order; GAP stands for rows between that cannot."""
        sheet = self.table.region.sheet
        is_whole = len(sheet.head) < sheet.rows <= MOST_ROWS
        return range(sheet.rows) if self.pages.is_open and is_whole else self.known

    @cached_property
    def known(self) -> tuple[int, ...]:
        """The numbers of the rows that were looked at, in order; GAP stands for those between."""
        sheet = self.table.region.sheet
        shown = list(range(len(sheet.head)))
        last = len(shown) - 1
        for sample in sheet.further:
            if sample.row <= last:
                continue
            if sample.row > last + 1:
                shown.append(GAP)
            shown.append(sample.row)
            last = sample.row
        if last < sheet.rows - 1:
            shown.append(GAP)
        return tuple(shown)

    @cached_property
    def width(self) -> int:
        """How many columns the sheet has."""
        sheet = self.table.region.sheet
        return max(sheet.width, self.table.region.last_column + 1, max(map(len, sheet.head[:200]), default=0))

    @cached_property
    def _further(self) -> dict[int, tuple[str, ...]]:
        return {sample.row: sample.cells for sample in self.table.region.sheet.further}

    @cached_property
    def _columns(self) -> dict[int, ColumnMapping]:
        return {column.index: column for column in self.table.mapping.columns}

    @cached_property
    def readings(self) -> dict[int, ColumnReading]:
        """The columns that were read so far."""
        return {}

    def column(self, index: int) -> ColumnMapping | None:
        """What is known of a column of the sheet, None outside the table."""
        return self._columns.get(index)

    def text(self, row: int, column: int) -> str:
        """The cell's text, '' where it holds none or is not known."""
        head = self.table.region.sheet.head
        cells = head[row] if 0 <= row < len(head) else self._further.get(row) or self.pages.row(row) or ()
        return cells[column] if column < len(cells) else ""

    def nearest(self, row: int) -> int:
        """The place in ``rows`` of that row, or of the last one before it that is shown."""
        if isinstance(self.rows, range):
            return max(0, min(row, len(self.rows) - 1))
        at = 0
        for place, number in enumerate(self.rows):
            if number != GAP and number <= row:
                at = place
        return at

    def shows(self, row: int) -> bool:
        """Whether that row of the sheet is among those that are shown."""
        return row in self.rows

    def is_missing(self, row: int) -> bool:
        """Whether a row is shown whose cells are still to be read."""
        return row >= len(self.table.region.sheet.head) and row not in self._further and self.pages.row(row) is None

    def kind(self, row: int, column: int) -> CellKind:
        """What the cell is."""
        region = self.table.region
        if _holds(region, row, column):
            known = self._columns.get(column)
            if known is not None and known.is_ignored:
                return CellKind.IGNORED
            if row in region.header_rows:
                return CellKind.HEADER
            if row in region.total_rows:
                return CellKind.TOTAL
            return CellKind.BODY if row >= region.first_body else CellKind.IGNORED
        if any(_holds(other, row, column) for other in self.others):
            return CellKind.OTHER
        return CellKind.IGNORED

    def row_kind(self, row: int) -> CellKind:
        """What the whole row is, by its first column in the table."""
        region = self.table.region
        if not _holds(region, row, region.first_column):
            return CellKind.IGNORED
        if row in region.header_rows:
            return CellKind.HEADER
        return CellKind.TOTAL if row in region.total_rows else CellKind.BODY

    def value(self, row: int, column: int) -> CellValue | Unreadable:
        """What a cell of the body reads as; None for a blank one, and outside the body."""
        known = self._columns.get(column)
        text = self.text(row, column)
        if known is None or not text or self.kind(row, column) is not CellKind.BODY:
            return None
        return read_cells((text,), known.format)[0]

    def is_unreadable(self, row: int, column: int) -> bool:
        """Whether a cell of the body holds something that its column's format cannot read."""
        return self.value(row, column) is Unreadable.UNREADABLE

    def keep(self, before: "SheetMap") -> None:
        """Take over what was read of columns that are read as before."""
        kept = before.readings.items()
        self.readings.update((i, reading) for i, reading in kept if self._columns.get(i) == reading.column)

    def reading(self, index: int) -> ColumnReading:
        """What a column reads as, counted once; KeyError outside the table."""
        if index not in self.readings:
            self.readings[index] = self._read(self._columns[index])
        return self.readings[index]

    @cached_property
    def _body(self) -> tuple[tuple[int, Sequence[str]], ...]:
        """The rows of the body that were looked at, with their cells."""
        region, head = self.table.region, self.table.region.sheet.head
        others = {GAP, *region.header_rows, *region.total_rows}
        rows = (row for row in self.known if row not in others and _holds(region, row, region.first_column))
        return tuple((row, head[row] if row < len(head) else self._further[row]) for row in rows)

    def _read(self, column: ColumnMapping) -> ColumnReading:
        known: dict[str, CellValue | Unreadable] = {}
        counted = unreadable = 0
        most = max(_LEAST_COUNTED, min(_COUNTED, _CELLS // max(1, len(self._columns))))
        first, at = None, column.index
        for row, cells in self._body:
            text = cells[at] if at < len(cells) else ""
            if text not in known:
                if is_missing(text):
                    continue
                known[text] = read_cells((text,), column.format)[0]
            counted += 1
            if known[text] is Unreadable.UNREADABLE:
                unreadable += 1
                first = row if first is None else first
            if counted >= most:
                break
        return ColumnReading(column, tuple(known.items())[:_EXAMPLES], unreadable, first, counted)


def map_of(
    table: TableProposal,
    tables: Sequence[TableProposal],
    before: SheetMap | None = None,
    pages: SheetPages | None = None,
) -> SheetMap:
    """The map of a table among those that were found with it; what ``before`` read and still holds is kept."""
    sheet = table.region.sheet
    others = (
        other.region
        for other in tables
        if other.id != table.id and (other.region.sheet.file, other.region.sheet.sheet) == (sheet.file, sheet.sheet)
    )
    made = SheetMap(table, tuple(others), SheetPages() if pages is None else pages)
    if before is not None and before.table.region is table.region:
        made.keep(before)
    return made


def reads_plainly(column: ColumnMapping) -> bool:
    """Whether the value of a cell is its text."""
    return column.type in (ColumnType.TEXT, ColumnType.ID)


def _holds(region: Region, row: int, column: int) -> bool:
    """Whether a cell lies within a region, header rows included."""
    first = min((*region.header_rows, region.first_body))
    within = region.last_body is None or row <= region.last_body
    return first <= row and within and region.first_column <= column <= region.last_column
