"""What one process of the bench of ten million rows measures: ``bare`` or ``product``, a CSV, a folder; prints JSON."""

import json
import resource
import sys
from pathlib import Path

import duckdb
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.session.local_backend import LocalBackend

from tests.bench.import_to_dashboard import Times, bare, timed


def product(path: Path, folder: Path) -> Times:
    """Looked into, recognised, typed and stored."""
    times: Times = {}
    steps: list[float] = []
    progress = Progress(lambda done, of, _message: steps.append(done / of))
    backend = LocalBackend(folder)
    with timed(times, "all"):
        with timed(times, "propose"):
            (table,) = backend.propose([path], progress).tables
        steps.clear()
        with timed(times, "load"):
            loaded = backend.load(table, DatasetId("d"), progress)
    backend.close()
    assert loaded.table == "subscriptions"
    with duckdb.connect() as connection:
        lines = connection.execute(f"SELECT count(*) FROM '{loaded.path}'").fetchall()[0][0]
    assert loaded.rows == lines
    assert not path.name.startswith("ten") or len(set(steps)) > 50, "progress did not move"
    return times


def main(what: str, path: Path, folder: Path) -> None:
    """Warm up, measure, print."""
    work = {"bare": bare, "product": product}[what]
    small = folder / "small.csv"
    with path.open() as file:
        small.write_text("".join(next(file) for _ in range(2000)))
    work(small, folder / "warm")
    times = work(path, folder / "measured")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"times": times, "peak": peak / 1024}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
