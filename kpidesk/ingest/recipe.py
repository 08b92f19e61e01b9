"""Recipes: what a user corrected when a table was imported, as steps that run by themselves on next month's file.

Steps name columns by their headers and rows by what stands in them, never by a place, so that they hold for another
file of the same kind; one that finds nothing to hold on to becomes a finding.
"""

from dataclasses import dataclass, replace
from typing import Literal

from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.ingest.words import fold

Keep = Literal["first", "last", "all"]
Operator = Literal["=", "!=", "contains", "<", ">", "is empty", "is filled"]


@dataclass(frozen=True, slots=True)
class SetTable:
    """The table is that of the schema; "other" leaves the sheet alone."""

    table: str
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class SetHeader:
    """The header stands in these rows of the sheet (counted from 0; () = there is none); ``words`` are what it says."""

    rows: tuple[int, ...]
    words: tuple[str, ...] = ()
    kind: Literal["header"] = "header"


@dataclass(frozen=True, slots=True)
class SetRole:
    """A column means this; None: no role, but kept to segment by."""

    column: str
    role: str | None
    kind: Literal["role"] = "role"


@dataclass(frozen=True, slots=True)
class SetRowRole:
    """Where months run across: the row with this label is this KPI, None for none."""

    label: str
    role: str | None
    kind: Literal["row_role"] = "row_role"


@dataclass(frozen=True, slots=True)
class SetFormat:
    """How the cells of a column are written: type, date order, decimal sign, currency."""

    column: str
    format: ColumnFormat
    kind: Literal["format"] = "format"


@dataclass(frozen=True, slots=True)
class IgnoreColumn:
    """A column is not loaded at all."""

    column: str
    kind: Literal["ignore_column"] = "ignore_column"


@dataclass(frozen=True, slots=True)
class MarkTotals:
    """Rows that hold this label are totals and left out; ``is_total`` False: they are data after all."""

    label: str
    is_total: bool = True
    kind: Literal["totals"] = "totals"


@dataclass(frozen=True, slots=True)
class ReplaceValues:
    """Cells of a column that read as one of ``values`` read as ``into`` instead: '' empties them.

    One value mends a slip (``6806*`` → ``6806``); several merge categories (``gold``, ``GOLD`` → ``Gold``).
    """

    column: str
    values: tuple[str, ...]
    into: str
    kind: Literal["replace"] = "replace"


@dataclass(frozen=True, slots=True)
class ExcludeRows:
    """Rows are left out whose cell in a column fulfils a condition; texts are compared without regard to case."""

    column: str
    operator: Operator
    value: str = ""
    kind: Literal["exclude"] = "exclude"


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Of rows equal in these columns (() = in every cell) the first or the last is kept, or all: they are meant."""

    keep: Keep
    columns: tuple[str, ...] = ()
    kind: Literal["duplicates"] = "duplicates"


Step = (
    SetTable | SetHeader | SetRole | SetRowRole | SetFormat | IgnoreColumn | MarkTotals | ReplaceValues | ExcludeRows
    | Duplicates
)  # fmt: skip
ROW_STEPS = (ReplaceValues, ExcludeRows, Duplicates)
"""Steps that change rows as they are loaded; the others change how the table is understood."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The steps in the order in which they run. ``found_as`` is the signature of the table before any of them."""

    steps: tuple[Step, ...] = ()
    found_as: str = ""

    def then(self, step: Step) -> "Recipe":
        """With one more step, which takes the place of an earlier one that settles the same thing."""
        kept = tuple(old for old in self.steps if subject(old) != subject(step))
        return replace(self, steps=(*kept, step))

    def without(self, step: Step) -> "Recipe":
        """As if the step had never been taken."""
        return replace(self, steps=tuple(old for old in self.steps if old != step))

    @property
    def row_steps(self) -> "tuple[ReplaceValues | ExcludeRows | Duplicates, ...]":
        """The steps that change rows as they are loaded."""
        return tuple(step for step in self.steps if isinstance(step, ROW_STEPS))

    def __bool__(self) -> bool:
        return bool(self.steps)


NO_RECIPE = Recipe()
"""Nothing was corrected."""


def subject(step: Step) -> tuple[str, ...]:
    """What a step settles: of two with the same subject the later one holds."""
    match step:
        case SetTable() | SetHeader():
            return (step.kind,)
        case Duplicates(columns=columns):
            return (step.kind, *(fold(column) for column in columns))
        case SetRowRole(label=label) | MarkTotals(label=label):
            return step.kind, fold(label)
        case ReplaceValues(column=column, values=values):
            return step.kind, fold(column), *sorted(values)
        case ExcludeRows(column=column, operator=operator, value=value):
            return step.kind, fold(column), operator, value
        case SetRole(column=column) | SetFormat(column=column) | IgnoreColumn(column=column):
            return ("column", step.kind, fold(column))
