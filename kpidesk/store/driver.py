"""What the other door needs of an engine elsewhere: one connection, and the dialect in which it is spoken to."""

from typing import Protocol

import ibis.expr.types as ir
from ibis.backends.sql.compilers.base import SQLGlotCompiler
from ibis.backends.sql.datatypes import SqlglotType

Rows = list[tuple[object, ...]]


class Driver(Protocol):
    """One connection to an engine, and the dialect in which it is spoken to."""

    compiler: SQLGlotCompiler
    types: type[SqlglotType]

    def fetch(self, statement: str) -> Rows:
        """The rows of a query."""
        ...

    def described(self, table: str) -> list[tuple[str, str]]:
        """Names and types of the columns of a table, as the engine writes them; UserError where there is none."""
        ...

    def keep(self, name: str, query: str) -> None:
        """Compute a query once under a name of ours that ends with the connection."""
        ...

    def drop(self, name: str) -> None:
        """Remove what was kept; none of that name is no error."""
        ...

    def numbered(self) -> ir.IntegerValue:
        """A number for each row, all different; any order."""
        ...

    def interrupt(self) -> None:
        """End the query that runs, if any; it then raises Interrupted."""
        ...

    def close(self) -> None: ...


class Interrupted(Exception):
    """A query ended because it was asked to."""
