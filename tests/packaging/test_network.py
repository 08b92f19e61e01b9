"""A package with anything in it that speaks to a network is refused; what the product needs is not."""

import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))
from package import FORBIDDEN, FORBIDDEN_MODULES  # noqa: E402  a script, not a module of the product

sys.path.remove(str(PACKAGING))


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/lib/libQt6Network.so.6",
        "_internal/PySide6/QtNetwork.abi3.so",
        "_internal/Qt6WebEngineCore.dll",
        "_internal/libssl.so.3",
        "_internal/python3.12/lib-dynload/_ssl.cpython-312-x86_64-linux-gnu.so",
        "_internal/_ssl.pyd",
        "_internal/pyarrow/libarrow_flight.so.2600",
        "_internal/psycopg/pq.so",
    ],
)
def test_files_that_speak_to_a_network_are_refused(name: str) -> None:
    assert FORBIDDEN.search(name)


@pytest.mark.parametrize("name", ["urllib3.connection", "http.client", "urllib.request", "requests", "_ssl", "pandas"])
def test_modules_that_speak_to_a_network_are_refused(name: str) -> None:
    assert FORBIDDEN_MODULES.search(name)


@pytest.mark.parametrize(
    "name", ["urllib.parse", "ssl", "http", "socket", "sqlglot.dialects.trino", "ibis.formats.pandas"]
)
def test_what_stays_on_this_computer_is_not(name: str) -> None:
    assert not FORBIDDEN_MODULES.search(name)
    assert not FORBIDDEN.search(f"_internal/{name}")
