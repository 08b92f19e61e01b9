"""From a mapping to the columns that are loaded: their names in the typed table, and how their cells are read."""

import re

from kpidesk.ingest.mapping import OTHER, ColumnMapping, Mapping
from kpidesk.ingest.proposal import LoadedColumn
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import unaccented

_NOT_NAME = re.compile(r"[^\w]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_RESERVED = frozenset({"row_no", "src", "c", "t", "day", "gross", "set_", "of_", "attribute_set"})
"""What facts call columns of their own: a user's column of such a name gets a number behind it."""


def loaded_columns(mapping: Mapping) -> tuple[tuple[ColumnMapping, LoadedColumn], ...]:
    """Every column that is loaded, with its name: the role, else the header in lower snake case, made unique.

    A column without a role whose header is empty is left out: nobody could ask for it; so is one that the user left
    out. One that is called like a role but is none (a tax that the amount does not hold) gets a name that no formula
    asks for.
    """
    known = load_schema().tables.get(mapping.table)
    taken = {*mapping.roles, *(known.roles if known is not None else ()), *_RESERVED}
    pairs = []
    for column in mapping.columns:
        if column.is_ignored:
            continue
        if column.role is not None and mapping.table != OTHER:
            name = column.role
        elif not column.header.strip():
            continue
        else:
            name = _unique(attribute_name(column.header), taken)
            taken.add(name)
        is_attribute = column.role is None or column.type in (ColumnType.TEXT, ColumnType.FLAG)
        pairs.append((column, LoadedColumn(name, column.type, column.header, is_attribute)))
    return tuple(pairs)


def attribute_name(header: str) -> str:
    """A header in lower snake case; letters of every script stay: ``Company Size`` → ``company_size``."""
    words = _NOT_NAME.sub(" ", unaccented(_CAMEL.sub(" ", header))).split()
    name = "_".join(words).strip("_")[:60]
    return f"n_{name}" if name[:1].isdigit() else name or "column"


def _unique(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
