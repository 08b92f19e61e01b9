"""Engines to compare with, started here where they are installed; else these tests are skipped."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kpidesk.core.resources import resource
from kpidesk.session.desk import Desk, open_desk
from kpidesk.workspace.document import Rules

# Hundreds of small plans run once each: to compile them well takes longer than to run them.
os.environ.setdefault(
    "PYSPARK_SUBMIT_ARGS",
    "--driver-java-options -XX:TieredStopAtLevel=1 --conf spark.sql.codegen.wholeStage=false pyspark-shell",
)

ABROAD = """customer_id,plan,start_date,cancel_date,mrr,currency
stays,Pro,2024-01-10,,100,EUR
dollars,Pro,2024-01-10,,50,USD
grows,Pro,2024-01-10,2024-02-01,100,EUR
grows,Gold,2024-02-01,,150,EUR
leaves,Pro,2024-01-10,2024-02-20,200,EUR
joins,Pro,2024-02-15,,40,EUR
late,Gold,2024-01-03,2024-03-25,70,EUR
late,Gold,2024-04-05,,70,EUR
"""


@pytest.fixture(scope="session")
def company() -> Iterator[Desk]:
    """The sample company, imported on this computer."""
    with open_desk([resource("samples", "tideline.xlsx")]) as desk:
        assert desk.document.datasets, desk.findings
        yield desk


@pytest.fixture(scope="session")
def abroad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A company that is paid in two currencies, one of which changes its rate from month to month."""
    path = tmp_path_factory.mktemp("abroad") / "subscriptions.csv"
    path.write_text(ABROAD)
    with open_desk([path]) as desk:
        rates = {"EUR": 1.0, "EUR 2024-02": 1.1, "EUR 2024-04": 0.9}
        desk.set_rules(Rules(currency="USD", rates=rates, as_of=date(2024, 5, 31)))
        yield desk


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, from Debian's package."""
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL's server is not installed")
    # Not below pytest's own folder: that is closed to the user as whom the server has to run.
    folder = Path(tempfile.mkdtemp(prefix="kpidesk-postgres-"))
    data, port = folder / "data", _free_port()
    _run_as_somebody(folder, found[-1] / "initdb", "-D", data, "-A", "trust", "-E", "UTF8", "-U", "postgres")
    server = (found[-1] / "pg_ctl", "-D", data, "-w", "-l", folder / "log")
    _run_as_somebody(folder, *server, "-o", f"-p {port} -k {folder} -c fsync=off", "start")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        _run_as_somebody(folder, *server, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run_as_somebody(folder: Path, *command: object) -> None:
    """PostgreSQL refuses to run as root: then it runs as the user that its package made."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
