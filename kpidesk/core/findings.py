"""Findings: what an import or a rule noticed, as data that can be counted, filtered, clicked and fixed."""

from dataclasses import dataclass
from enum import Enum

from kpidesk.core.messages import Message, Translate, untranslated


class Level(Enum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    BLOCKER = "blocker"


@dataclass(frozen=True, slots=True)
class Location:
    """Where something was found; prints as ``Subs!C17``, ``subs.csv!C17`` or ``revenue.toml:12``.

    ``row`` counts from 0 in the sheet or among the file's records; ``column`` counts from 0.
    """

    file: str = ""
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    last_row: int | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.file}:{self.line}"
        place = cell_name(self.row, self.column)
        if self.last_row is not None and self.last_row != self.row:
            place += f":{cell_name(self.last_row, self.column)}"
        sheet = self.sheet or self.file
        return f"{sheet}!{place}" if place and sheet else place or sheet


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about the data: how grave, a stable code, a sentence, a place, how often.

    ``hint`` says what to do about it; ``samples`` are further places like ``where``, a few of them.
    """

    level: Level
    code: str
    message: Message
    where: Location | None = None
    count: int = 1
    hint: Message | None = None
    samples: tuple[Location, ...] = ()


def finding_as_plain(finding: Finding, translate: Translate = untranslated) -> dict[str, object]:
    """``{"level", "code", "message", "where", "count"}``, and ``"hint"`` and ``"samples"`` where it has any."""
    plain: dict[str, object] = {
        "level": finding.level.value,
        "code": finding.code,
        "message": finding.message.render(translate),
        "where": None if finding.where is None else str(finding.where),
        "count": finding.count,
    }
    if finding.hint is not None:
        plain["hint"] = finding.hint.render(translate)
    if finding.samples:
        plain["samples"] = [f"{place.file} › {place}" if place.sheet else str(place) for place in finding.samples]
    return plain


def column_letters(column: int) -> str:
    """The letters that a spreadsheet shows above a column; 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int | None, column: int | None) -> str:
    """``C17`` for row 16 and column 2; only the part that is known."""
    return ("" if column is None else column_letters(column)) + ("" if row is None else str(row + 1))
