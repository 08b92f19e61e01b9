"""What a cell can say once it is read; apart from the loader, which brings the database with it."""

from datetime import date
from enum import Enum


class Unreadable(Enum):
    """What a cell is that holds text which its column's format cannot read."""

    UNREADABLE = "unreadable"


CellValue = float | date | bool | str | None
