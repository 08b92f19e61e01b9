"""Trino: ``trino://user@host:8080/catalog/schema``. It has no temporary tables: what is kept lies in that schema.

Its statements are made and checked for their form only; they were never run against a server by this project.
"""

from urllib.parse import unquote, urlsplit

import ibis
import ibis.expr.types as ir
import trino
from ibis.backends.sql.datatypes import TrinoType

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.store.driver import Interrupted, Rows
from kpidesk.store.engine_compilers import ExactTrinoCompiler

_PORT = 8080


class TrinoDriver:
    """One connection; queries run one after another."""

    types = TrinoType

    def __init__(self, url: str) -> None:
        self.compiler = ExactTrinoCompiler()
        parts = urlsplit(url)
        catalog, _, schema = parts.path.strip("/").partition("/")
        self._connection = trino.dbapi.connect(
            host=parts.hostname,
            port=parts.port or _PORT,
            user=unquote(parts.username or "kpidesk"),
            catalog=catalog or None,
            schema=schema or None,
        )
        self._running: trino.dbapi.Cursor | None = None

    def fetch(self, statement: str) -> Rows:
        cursor = self._connection.cursor()
        self._running = cursor
        try:
            cursor.execute(statement)
            return [tuple(row) for row in cursor.fetchall()]
        except trino.exceptions.TrinoUserError as error:
            if error.error_name == "USER_CANCELED":
                raise Interrupted from error
            raise
        except trino.exceptions.TrinoConnectionError as error:
            text = QT_TRANSLATE_NOOP("engines", "Trino does not answer: {reason}")
            raise UserError(Message(text, reason=verbatim(str(error)[:200]))) from error
        finally:
            self._running = None

    def described(self, table: str) -> list[tuple[str, str]]:
        quoted = ".".join('"' + part.replace('"', '""') + '"' for part in table.split("."))
        return [(str(row[0]), str(row[1])) for row in self.fetch(f"DESCRIBE {quoted}")]

    def keep(self, name: str, query: str) -> None:
        self.fetch(f'CREATE TABLE "{name}" AS {query}')

    def drop(self, name: str) -> None:
        self.fetch(f'DROP TABLE IF EXISTS "{name}"')

    def numbered(self) -> ir.IntegerValue:
        return ibis.row_number()

    def interrupt(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def close(self) -> None:
        self._connection.close()
