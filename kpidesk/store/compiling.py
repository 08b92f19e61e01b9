"""Queries as statements: Ibis compiles, in pieces between which a window may go first (a long query takes 100 ms)."""

from functools import cache
from typing import Any

import ibis.expr.operations as ops
import ibis.expr.types as ir
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler
from ibis.common.patterns import Check

from kpidesk.core.courtesy import make_way


def _is_no_match(_: object) -> bool:
    """Asked about each node while the tree of a query is rewritten."""
    make_way()
    return False


_PAUSE = Check(_is_no_match)


class _Compiler(DuckDBCompiler):  # type: ignore[misc]  # Ibis is not typed
    __slots__ = ()

    rewrites = (*DuckDBCompiler.rewrites, _PAUSE)
    post_rewrites = (*DuckDBCompiler.post_rewrites, _PAUSE)

    def visit_node(self, op: ops.Node, **kwargs: object) -> Any:
        make_way()
        return super().visit_node(op, **kwargs)


@cache
def _compiler() -> _Compiler:
    return _Compiler()


def statement_of(expr: ir.Table) -> str:
    """The same as ``ibis.to_sql`` for DuckDB; of tables that belong to no connection."""
    compiler = _compiler()
    return str(compiler.to_sqlglot(expr).sql(dialect=compiler.dialect, pretty=False))
