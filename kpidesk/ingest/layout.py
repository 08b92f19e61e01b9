"""Where the tables of a sheet are: titles, header rows, body, totals, side by side or one below the other."""

from dataclasses import dataclass
from typing import Literal

from kpidesk.ingest.raw_sheet import RawSheet

Orientation = Literal["down", "across"]


@dataclass(frozen=True, slots=True)
class Region:
    """One table in a sheet; rows and columns count from 0 in the sheet, ends are included.

    ``header_row`` is the lowest of ``header_rows`` (-1 and () where the table has none, then ``headers`` are A, B, …).
    ``last_body`` None means to the sheet's end. "across": each row is one series and the columns are months.
    ``total_rows`` lie within the body and are not data. ``range`` is what a spreadsheet would call it ("A3:H40").
    """

    sheet: RawSheet
    header_row: int
    header_rows: tuple[int, ...]
    first_body: int
    last_body: int | None
    first_column: int
    last_column: int
    orientation: Orientation
    headers: tuple[str, ...]
    total_rows: tuple[int, ...]
    range: str


def find_regions(sheet: RawSheet) -> tuple[Region, ...]:
    """The tables of a sheet from top left to bottom right; () where it holds none."""
    raise NotImplementedError
