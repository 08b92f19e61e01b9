"""What an import would bring in: files, their tables, what each is taken for and why. Nothing is loaded yet."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kpidesk.core.findings import Finding
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.recipe import NO_RECIPE, Recipe
from kpidesk.schema.model import ColumnType

UNREADABLE = "ingest.unreadable"
"""Cells that cannot be read as their column's type: counted in the sample when proposed, exactly when loaded."""


@dataclass(frozen=True, slots=True)
class TableProposal:
    """One table found in a file: where it lies, what it is taken for, what was noticed.

    ``id`` is stable for the same file, sheet and place; ``copy_of`` names the proposal whose rows this one repeats
    (a joined or cleaned copy in the same import), so that a front end leaves it out unless asked. ``recipe`` holds the
    steps by which a user corrected it. ``noticed`` are those of the findings that the other tables and the names of
    the import gave rise to: no look at this table alone finds them again.
    """

    id: str
    region: Region
    mapping: Mapping
    findings: tuple[Finding, ...]
    name: str
    copy_of: str | None = None
    recipe: Recipe = NO_RECIPE
    noticed: tuple[Finding, ...] = ()

    def with_mapping(self, mapping: Mapping) -> "TableProposal":
        """The same table, read as the user says."""
        return replace(self, mapping=mapping)

    @property
    def is_loaded_by_default(self) -> bool:
        """Whether an import without a word from the user takes this table in."""
        return self.mapping.table != "other" and self.copy_of is None


@dataclass(frozen=True, slots=True)
class FileProposal:
    """One file: its format and the tables in it; unreadable files have a blocker finding and no tables."""

    path: Path
    format: str
    findings: tuple[Finding, ...]
    tables: tuple[TableProposal, ...]


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """All files of one import, in the order given."""

    files: tuple[FileProposal, ...]

    @property
    def tables(self) -> tuple[TableProposal, ...]:
        """Every table of every file."""
        return tuple(table for file in self.files for table in file.tables)

    def table(self, id: str) -> TableProposal:
        """The table with this id; raises KeyError when there is none."""
        for table in self.tables:
            if table.id == id:
                return table
        raise KeyError(id)

    def with_mapping(self, id: str, mapping: Mapping) -> "ImportProposal":
        """The proposal with one table read as the user says."""
        files = tuple(
            replace(file, tables=tuple(t.with_mapping(mapping) if t.id == id else t for t in file.tables))
            for file in self.files
        )
        return replace(self, files=files)

    def with_table(self, table: TableProposal) -> "ImportProposal":
        """The proposal with this table in the place of the one with its id."""
        files = tuple(
            replace(file, tables=tuple(table if t.id == table.id else t for t in file.tables)) for file in self.files
        )
        return replace(self, files=files)

    def __iter__(self) -> Iterator[FileProposal]:
        return iter(self.files)


@dataclass(frozen=True, slots=True)
class LoadedColumn:
    """A column of the typed Parquet: ``name`` is the role, or the attribute's normalised header."""

    name: str
    type: ColumnType
    header: str
    is_attribute: bool


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """A table as it was loaded: typed Parquet with the columns and ``row_no`` (row in the sheet, from 0) beside them.

    ``rows`` are those of the sheet, also where each of its figures became a row of its own.
    Large tables none of whose rows was left out have no ``row_no``: there it is ``first_row`` plus the row's number.
    """

    path: Path
    table: str
    columns: tuple[LoadedColumn, ...]
    rows: int
    findings: tuple[Finding, ...]
    first_row: int | None = None


def table_id(region: Region) -> str:
    """A name for a region that is the same whenever the same file is looked into."""
    place = f"{region.sheet.file.absolute()}\n{region.sheet.sheet}\n{region.range}"
    return hashlib.sha256(place.encode(errors="surrogateescape")).hexdigest()[:12]
