"""What every check is given: the tables of a workspace, the day it is, and a way to ask."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import Message, Template
from kpidesk.core.progress import Progress
from kpidesk.facts.inputs import FactInput
from kpidesk.schema.model import ColumnType
from kpidesk.store.database import Columns, Database

SAMPLES = 5
ROW = "row_no"


@dataclass(frozen=True, slots=True, eq=False)
class ExamTable:
    """One typed table as it lies in the store."""

    input: FactInput
    rows: ir.Table

    @property
    def table(self) -> str:
        return self.input.table

    def has(self, *names: str) -> bool:
        """True where it has all of these columns."""
        return set(names) <= set(self.rows.columns)

    def day(self, name: str) -> ir.DateValue:
        """A column of dates or moments as days."""
        return self.rows[name].cast("date")

    def is_date(self, name: str) -> bool:
        kind = self.rows[name].type() if self.has(name) else None
        return kind is not None and (kind.is_date() or kind.is_timestamp())

    def is_number(self, name: str) -> bool:
        return self.has(name) and bool(self.rows[name].type().is_numeric())

    def is_text(self, name: str) -> bool:
        return self.has(name) and bool(self.rows[name].type().is_string())

    def header(self, name: str) -> str:
        """What the column is called here: its role, or an attribute's own name."""
        return name

    def typed(self, *types: ColumnType) -> tuple[str, ...]:
        """The names of the columns of these types."""
        return tuple(name for name, column in self.input.typed.items() if column.type in types and self.has(name))


@dataclass(slots=True)
class Exam:
    """The tables, in the order of their import; ``today`` is the day on which they are looked at.

    ``kept`` is what one check found out and another needs, by dataset and column.
    """

    store: Database
    tables: tuple[ExamTable, ...]
    today: date
    progress: Progress = field(default_factory=Progress)
    kept: dict[tuple[str, str], object] = field(default_factory=dict)

    def of(self, *names: str) -> tuple[ExamTable, ...]:
        """The tables of these kinds."""
        return tuple(one for one in self.tables if one.table in names)

    def ask(self, expr: ir.Table) -> Columns:
        """The result of a query; raises Cancelled when told to stop."""
        return self.store.run(expr, self.progress)

    def places(self, one: ExamTable, rows: ir.Table) -> tuple[Location, ...]:
        """Where the first of some rows of a table stand in the user's file."""
        if ROW not in rows.columns:
            return ()
        found = self.ask(rows.select(row=rows[ROW].cast("int64")).order_by("row").limit(SAMPLES))["row"]
        return tuple(one.input.place(int(str(row))) for row in found)


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed part of one kind of finding: its code after ``doctor.``, how grave it is, what to say, what to do."""

    code: str
    level: Level
    text: Template
    hint: Template

    def finding(self, one: ExamTable, places: tuple[Location, ...], count: int, **params: object) -> Finding:
        """A finding on one table; {table} is its name."""
        message = Message(self.text, **{"n": count, "table": one.input.name, **params})
        where = places[0] if places else one.input.place()
        return Finding(self.level, f"doctor.{self.code}", message, where, count, Message(self.hint), places)


Findings = Iterator[Finding]


def number(value: object) -> float:
    """A fetched number, 0 where there is none."""
    found = float(str(value)) if value is not None else 0.0
    return 0.0 if found != found else found


def in_figures(value: float) -> str:
    """A number as it might stand in the sheet: ``1200``, ``0.5``; at most six digits are told."""
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.6g}"
