"""RawSheet: the cells of one sheet or text file as found, nothing guessed, and where to read all of them again."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kpidesk.core.findings import Finding

Row = tuple[str, ...]
"""The texts of one row; '' is an empty cell. Rows may be shorter or longer than the sheet is wide."""


@dataclass(frozen=True, slots=True)
class TextSource:
    """Where every row of a sheet can be read as text, cheaply: a UTF-8 CSV or a Parquet of text columns c0…cN.

    The CSV is the user's own where it already is plain UTF-8, else a private copy. ``skip`` counts the lines (CSV) or
    rows (Parquet) above row 0 of the sheet that are no rows of it. ``quote`` is '' where no cell is quoted.
    Row n of the sheet is record n after them: blank rows are kept, comment lines too.
    """

    path: Path
    is_parquet: bool
    delimiter: str
    quote: str
    skip: int
    width: int


class SampledRow(NamedTuple):
    """One row from further down, with its number in the sheet."""

    row: int
    cells: Row


class MergedRange(NamedTuple):
    """Cells shown as one; all four count from 0 and are included. Its text stands in the first."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet of a workbook, or a text file (``sheet`` None).

    ``head`` holds the first rows, at most HEAD_ROWS; ``further`` some of the others in order: an even sample, the
    last rows, and every row that begins with a word for *total*. Typed cells come as text: dates in ISO form, numbers
    plain. ``rows`` is an estimate where ``is_exact_rows`` is False. ``formats`` says of some columns what a workbook
    shows their numbers as: "percent", "points" (a % that is only written behind), "money", "money:EUR".
    """

    file: Path
    sheet: str | None
    format: str
    head: tuple[Row, ...]
    rows: int
    width: int
    source: TextSource
    further: tuple[SampledRow, ...] = ()
    merged: tuple[MergedRange, ...] = ()
    hidden: bool = False
    is_exact_rows: bool = True
    findings: tuple[Finding, ...] = ()
    encoding: str = ""
    formats: tuple[tuple[int, str], ...] = ()

    @property
    def name(self) -> str:
        """The sheet's own name, else the file's without its ending."""
        return self.sheet or self.file.stem


MOST_COLUMNS = 16_384
"""As many as a sheet of Excel has; what is wider is no table for people."""

HEAD_ROWS = 2_000
FURTHER_ROWS = 3_000
