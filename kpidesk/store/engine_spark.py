"""Spark: ``spark://local`` (this computer), ``spark://local/4`` (so many threads), ``spark://host:7077`` (a cluster).

Derived tables are kept by the session, in the memory and on the disks of its workers: nothing is written where the data
lie.
"""

import os
from urllib.parse import urlsplit

import ibis
import ibis.expr.types as ir
from ibis.backends.sql.datatypes import PySparkType
from ibis.config import Config
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.store.driver import Interrupted, Rows
from kpidesk.store.engine_compilers import SparkCompiler

_JOBS = "kpidesk"
_LONGEST_PLAN = 10_000


@ibis.udf.scalar.builtin(name="monotonically_increasing_id")  # type: ignore[untyped-decorator]  # Ibis has no types
def _any_number() -> int:
    """Spark's own: different for each row, without bringing all rows to one place."""
    raise NotImplementedError  # a name for Ibis; the engine's own function runs


class _Options(Config):
    """What the compiler asks for; Ibis sets it with its own backend, which brings far more than the compiler."""

    treat_nan_as_null: bool = False


class SparkDriver:
    """A Spark session of our own."""

    types = PySparkType

    def __init__(self, url: str) -> None:
        ibis.options.pyspark = _Options()
        self.compiler = SparkCompiler()
        parts = urlsplit(url)
        cores = parts.path.strip("/") or str(os.cpu_count() or 1)
        is_local = parts.hostname == "local"
        master = f"local[{cores}]" if is_local else f"spark://{parts.netloc}"
        builder = (
            SparkSession.builder.master(master)
            .appName("kpidesk")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.log.level", "ERROR")
            # What a kept table is made of is written into each plan above it, over and over.
            .config("spark.sql.maxPlanStringLength", _LONGEST_PLAN)
            # A union over checkpoints fails with it: what is known of columns is not renamed with them (4.0.1).
            .config("spark.sql.constraintPropagation.enabled", "false")
        )
        if is_local:
            builder = builder.config("spark.sql.shuffle.partitions", cores).config("spark.driver.host", "127.0.0.1")
        self._session = builder.getOrCreate()
        self._kept: dict[str, DataFrame] = {}

    def fetch(self, statement: str) -> Rows:
        self._session.sparkContext.setJobGroup(_JOBS, "kpidesk", interruptOnCancel=True)
        try:
            return [tuple(row) for row in self._session.sql(statement).collect()]
        except (PySparkException, Py4JError) as error:
            if "cancelled" in str(error):
                raise Interrupted from error
            raise

    def described(self, table: str) -> list[tuple[str, str]]:
        try:
            return [(field.name, field.dataType.simpleString()) for field in self._session.table(table).schema]
        except PySparkException as error:
            text = QT_TRANSLATE_NOOP("engines", "The engine has no table {table}: {reason}")
            raise UserError(Message(text, table=table, reason=verbatim(str(error).splitlines()[0][:200]))) from error

    def keep(self, name: str, query: str) -> None:
        # Not persist(): the plans of views would hold all that they are made of, and be analysed anew each time.
        rows = self._session.sql(query).localCheckpoint()
        self._kept[name] = rows
        rows.createOrReplaceTempView(name)

    def drop(self, name: str) -> None:
        rows = self._kept.pop(name, None)
        if rows is not None:
            self._session.catalog.dropTempView(name)

    def numbered(self) -> ir.IntegerValue:
        return _any_number()

    def interrupt(self) -> None:
        self._session.sparkContext.cancelJobGroup(_JOBS)

    def close(self) -> None:
        self._session.stop()
