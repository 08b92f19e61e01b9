"""ClickHouse: ``clickhouse://user:password@host:8123/database``. Derived tables are temporary ones of the session.

Its statements are made and checked for their form only; they were never run against a server by this project.
"""

from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import clickhouse_connect
import ibis
import ibis.expr.types as ir
from clickhouse_connect.driver.exceptions import ClickHouseError
from ibis.backends.sql.datatypes import ClickHouseType

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.store.driver import Interrupted, Rows
from kpidesk.store.engine_compilers import ExactClickHouseCompiler

_PORT = 8123


@ibis.udf.scalar.builtin(name="rowNumberInAllBlocks")  # type: ignore[untyped-decorator]  # Ibis has no types
def _any_number() -> int:
    """ClickHouse's own: different for each row."""
    raise NotImplementedError  # a name for Ibis; the engine's own function runs


class ClickHouseDriver:
    """One session, so that its temporary tables live as long as the connection."""

    types = ClickHouseType

    def __init__(self, url: str) -> None:
        self.compiler = ExactClickHouseCompiler()
        parts = urlsplit(url)
        self._place: dict[str, Any] = {
            "host": parts.hostname or "localhost",
            "port": parts.port or _PORT,
            "username": unquote(parts.username or "default"),
            "password": unquote(parts.password or ""),
            "database": parts.path.strip("/") or "default",
        }
        session = f"kpidesk-{uuid4()}"
        try:
            self._client = clickhouse_connect.get_client(
                **self._place, session_id=session, settings={"join_use_nulls": 1}
            )
        except ClickHouseError as error:
            text = QT_TRANSLATE_NOOP("engines", "ClickHouse does not answer: {reason}")
            raise UserError(Message(text, reason=verbatim(str(error).splitlines()[0][:200]))) from error
        self._query = ""

    def fetch(self, statement: str) -> Rows:
        self._query = f"kpidesk-{uuid4()}"
        try:
            return list(self._client.query(statement, settings={"query_id": self._query}).result_rows)
        except ClickHouseError as error:
            if "QUERY_WAS_CANCELLED" in str(error):
                raise Interrupted from error
            raise

    def described(self, table: str) -> list[tuple[str, str]]:
        quoted = ".".join("`" + part.replace("`", "``") + "`" for part in table.split("."))
        return [(str(row[0]), str(row[1])) for row in self.fetch(f"DESCRIBE TABLE {quoted}")]

    def keep(self, name: str, query: str) -> None:
        self._client.command(f"CREATE TEMPORARY TABLE `{name}` ENGINE = Memory AS {query}")

    def drop(self, name: str) -> None:
        self._client.command(f"DROP TEMPORARY TABLE IF EXISTS `{name}`")

    def numbered(self) -> ir.IntegerValue:
        return _any_number()

    def interrupt(self) -> None:
        clickhouse_connect.get_client(**self._place).command(f"KILL QUERY WHERE query_id = '{self._query}'")

    def close(self) -> None:
        self._client.close()
