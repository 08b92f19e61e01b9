"""The business tables: what a sheet can be recognised as, and what its columns can mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class ColumnType(Enum):
    """What the cells of a column are; the values are those that the command line prints."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    FLAG = "flag"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Role:
    """What a column of one business table can mean.

    ``headers`` are words that name it in any language, normalised; ``words`` are cell values that it is known by.
    ``decides``: where a column plays it, another table without such a column is unlikely (a due date makes an invoice).
    ``accompanies``: it never speaks for the table, and is given only to a column that nothing else wants.
    ``stands_in``: the role that its column plays where no other can (who has no number is known by the address).
    """

    name: str
    type: ColumnType
    labels: Mapping[str, str]
    headers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_attribute: bool = False
    decides: bool = False
    accompanies: bool = False
    stands_in: str = ""


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One business table.

    ``needs`` lists alternatives: the table is usable when every role of at least one alternative is there.
    ``key``: the role of a row's own number; a first column that is named so tells what the rows are.
    ``against``: names of columns beside which it is unlikely (what clicks cost is not told of visits).
    """

    name: str
    labels: Mapping[str, str]
    row_is: Mapping[str, str]
    roles: Mapping[str, Role]
    needs: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    key: str = ""

    def is_usable(self, present: frozenset[str]) -> bool:
        return any(all(role in present for role in alternative) for alternative in self.needs)

    def accompanies(self, role: str) -> bool:
        """Whether a role only stands beside others and settles nothing."""
        return role in self.roles and self.roles[role].accompanies


@dataclass(frozen=True, slots=True)
class Schema:
    """All business tables by name."""

    tables: Mapping[str, TableSchema]

    def label(self, column: str, language: str) -> str:
        """What a reader calls a column: the first table that has a role of that name says it, else its own words."""
        role = next((table.roles[column] for table in self.tables.values() if column in table.roles), None)
        said = column.replace("_", " ") if role is None else role.labels.get(language, role.labels["en"])
        return said[:1].upper() + said[1:]
