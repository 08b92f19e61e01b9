"""Where the process that reads workbooks begins: the libraries that read them are loaded in it, not in the program."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from multiprocessing.connection import Connection
from types import ModuleType


class _NoPandas(MetaPathFinder):
    """Arrow loads pandas with the first array that it makes, for half a second; here nothing has a use for it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


def serve(connection: Connection) -> None:
    """Answer requests until the other end closes; see excel_child."""
    sys.meta_path.insert(0, _NoPandas())
    from kpidesk.ingest.excel_child import serve

    serve(connection)
