"""Engines where tables may lie instead of on this computer: how each is reached, and what it says in its own way.

Nothing of them is imported, and no connection opened, unless the user names one. Each driver is for one thread at a
time; only ``interrupt`` may come from another.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.store.driver import Driver


def open_engine(url: str) -> Driver:
    """Connect to ``spark://``, ``postgres://``, ``trino://`` or ``clickhouse://``; UserError where that fails."""
    openers: Mapping[str, Callable[[str], Driver]] = {
        "spark": _spark,
        "postgres": _postgres,
        "postgresql": _postgres,
        "trino": _trino,
        "clickhouse": _clickhouse,
    }
    scheme = urlsplit(url).scheme
    if scheme not in openers:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("engines", "{url} names no engine that is known"), url=without_password(url)),
            Message(QT_TRANSLATE_NOOP("engines", "Known are spark://, postgres://, trino:// and clickhouse://.")),
        )
    try:
        return openers[scheme](url)
    except ModuleNotFoundError as missing:
        text = QT_TRANSLATE_NOOP("engines", "{engine} needs the library {library}, which is not installed")
        hint = QT_TRANSLATE_NOOP("engines", "Install it with: pip install 'kpidesk[{extra}]'")
        extra = "postgres" if scheme == "postgresql" else scheme
        raise UserError(
            Message(text, engine=scheme, library=str(missing.name)), Message(hint, extra=extra)
        ) from missing


def without_password(url: str) -> str:
    """The address as it may be shown."""
    parts = urlsplit(url)
    if not parts.password:
        return url
    return parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", ":…@")).geturl()


def _spark(url: str) -> Driver:
    from kpidesk.store.engine_spark import SparkDriver

    return SparkDriver(url)


def _postgres(url: str) -> Driver:
    from kpidesk.store.engine_postgres import PostgresDriver

    return PostgresDriver(url)


def _trino(url: str) -> Driver:
    from kpidesk.store.engine_trino import TrinoDriver

    return TrinoDriver(url)


def _clickhouse(url: str) -> Driver:
    from kpidesk.store.engine_clickhouse import ClickHouseDriver

    return ClickHouseDriver(url)
