"""PostgreSQL: ``postgres://user:password@host:5432/database``. Derived tables are temporary: no rights are needed."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir
import psycopg
from ibis.backends.sql.datatypes import PostgresType

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.store.driver import Interrupted, Rows
from kpidesk.store.engine_compilers import TryingPostgresCompiler

_TRYING = """
CREATE OR REPLACE FUNCTION pg_temp.kpidesk_try_{name}(x text) RETURNS {kind} LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN x::{kind}; EXCEPTION WHEN others THEN RETURN NULL; END $$
"""
_KINDS: Mapping[str, str] = {"timestamp": "timestamp", "float": "double precision", "int": "bigint"}


class PostgresDriver:
    """One connection, each statement a transaction of its own."""

    types = PostgresType

    def __init__(self, url: str) -> None:
        self.compiler = TryingPostgresCompiler()
        try:
            self._connection = psycopg.connect(url, autocommit=True, options="-c timezone=UTC")
        except psycopg.OperationalError as error:
            text = QT_TRANSLATE_NOOP("engines", "PostgreSQL does not answer: {reason}")
            raise UserError(Message(text, reason=verbatim(str(error).splitlines()[0][:200]))) from error
        for name, kind in _KINDS.items():
            self._connection.execute(_TRYING.format(name=name, kind=kind).encode())

    def fetch(self, statement: str) -> Rows:
        try:
            return self._connection.execute(statement.encode()).fetchall()
        except psycopg.errors.QueryCanceled as error:
            raise Interrupted from error

    def described(self, table: str) -> list[tuple[str, str]]:
        asked = (
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
            "WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
        )
        found = self._connection.execute(asked, (table,)).fetchall()
        if not found:
            text = QT_TRANSLATE_NOOP("engines", "The engine has no table {table}: {reason}")
            reason = QT_TRANSLATE_NOOP("engines", "write it as schema.table, as the database knows it")
            raise UserError(Message(text, table=table, reason=Message(reason)))
        return [(str(name), str(kind)) for name, kind in found]

    def keep(self, name: str, query: str) -> None:
        try:
            self._connection.execute(f'CREATE TEMP TABLE "{name}" AS {query}'.encode())
            self._connection.execute(f'ANALYZE "{name}"'.encode())
        except psycopg.errors.QueryCanceled as error:
            raise Interrupted from error

    def drop(self, name: str) -> None:
        self._connection.execute(f'DROP TABLE IF EXISTS pg_temp."{name}"'.encode())

    def numbered(self) -> ir.IntegerValue:
        return ibis.row_number()

    def interrupt(self) -> None:
        self._connection.cancel()

    def close(self) -> None:
        self._connection.close()
