"""What a table and its columns mean: the part of an import that a user may correct and apply again."""

import collections.abc
from dataclasses import dataclass, field, replace
from datetime import date

from kpidesk.core.messages import Message
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.schema.model import ColumnType

OTHER = "other"
"""The table of sheets that are none of the business tables: kept, previewed, left alone."""
SPAN = ("start_date", "cancel_date")
"""The roles that a list of one month plays as a whole."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """One column of a region: its header as found, what it means and how its cells are read.

    ``index`` counts from the first column of the sheet. ``role`` is None for a column that plays no part in its table;
    ``is_attribute`` says that the column is kept beside the roles, so that it can segment the KPIs; one that
    ``is_ignored`` is not loaded at all, because the user said so.
    """

    header: str
    index: int
    role: str | None
    type: ColumnType
    format: ColumnFormat
    confidence: float = 0.0
    evidence: tuple[Message, ...] = ()
    is_attribute: bool = True
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """What one region is (a table of the schema, or "other") and what each of its columns is.

    ``orientation`` is "down" or "across"; where months run across, ``row_roles`` tells what each row's label means.
    ``month_columns`` are the indexes of the columns that stand for months there, ``label`` that of the column that
    names the rows. ``lasts``: every row holds from
    this day until before that one, as the name of its sheet or file says; it stands for the roles of SPAN.
    ``lasts_month``: every row holds for the month of its start and no longer.
    """

    table: str
    confidence: float
    columns: tuple[ColumnMapping, ...]
    orientation: str = "down"
    row_roles: collections.abc.Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Message, ...] = ()
    month_columns: tuple[int, ...] = ()
    label: int | None = None
    lasts: tuple[date, date] | None = None
    lasts_month: bool = False

    def column(self, role: str) -> ColumnMapping | None:
        """The column that plays a role, if any does."""
        return next((column for column in self.columns if column.role == role), None)

    @property
    def roles(self) -> frozenset[str]:
        """The roles that some column plays, or that are said for all rows at once."""
        played = frozenset(column.role for column in self.columns if column.role is not None)
        return played if self.lasts is None and not self.lasts_month else played | frozenset(SPAN)

    def with_table(self, table: str) -> "Mapping":
        """The same columns read as another table; roles are cleared, for they belong to the table."""
        columns = tuple(replace(column, role=None, is_attribute=True) for column in self.columns)
        return replace(self, table=table, columns=columns, confidence=1.0, lasts=None, lasts_month=False)

    def with_role(self, index: int, role: str | None) -> "Mapping":
        """The mapping with a role given to one column, and taken from the column that had it."""

        def changed(column: ColumnMapping) -> ColumnMapping:
            if column.index == index:
                return replace(column, role=role, is_attribute=role is None, is_ignored=False, confidence=1.0)
            if role is not None and column.role == role:
                return replace(column, role=None, is_attribute=True)
            return column

        columns = tuple(changed(column) for column in self.columns)
        lasts = None if role in SPAN else self.lasts
        is_same = any(c.role == SPAN[0] and c.index != index for c in columns) and role not in SPAN
        return replace(self, columns=columns, lasts=lasts, lasts_month=self.lasts_month and is_same)

    def with_ignored(self, index: int, *, is_ignored: bool = True) -> "Mapping":
        """The mapping with one column left out of what is loaded, or taken in again; it then plays no role."""
        columns = tuple(
            replace(column, role=None, is_attribute=not is_ignored, is_ignored=is_ignored, confidence=1.0)
            if column.index == index
            else column
            for column in self.columns
        )
        return replace(self, columns=columns)

    def with_format(self, index: int, format: ColumnFormat) -> "Mapping":
        """The mapping with another way of reading one column's cells."""
        columns = tuple(
            replace(column, format=format, type=format.type) if column.index == index else column
            for column in self.columns
        )
        return replace(self, columns=columns)

    def with_row_role(self, label: str, role: str | None) -> "Mapping":
        """The mapping with another meaning of one row, where months run across."""
        rows = {name: kept for name, kept in self.row_roles.items() if name != label}
        if role is not None:
            rows[label] = role
        return replace(self, row_roles=rows)
