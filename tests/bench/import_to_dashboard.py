"""What one process of the bench of an import measures: ``bare`` or ``product``, a CSV, a folder; prints JSON.

Everything is done once on a small file first, so that imports and first compilations do not count.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from kpidesk.core.progress import Progress
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.services import build_services
from kpidesk.workspace.ready_boards import OVERVIEW, board_of, ready_boards

Times = dict[str, tuple[float, float]]


@contextmanager
def timed(times: Times, stage: str) -> Iterator[None]:
    """Seconds by the clock and by the processors."""
    clock, processors = time.perf_counter(), time.process_time()
    yield
    times[stage] = (time.perf_counter() - clock, time.process_time() - processors)


def bare(path: Path, folder: Path) -> Times:
    """DuckDB reads the file by its own guesses into a table."""
    times: Times = {}
    del folder
    with duckdb.connect() as connection, timed(times, "all"):
        connection.execute(f"CREATE TABLE t AS FROM read_csv('{path}')").fetchall()
    return times


def product(path: Path, folder: Path) -> Times:
    """The product proposes, loads, makes facts, and answers what the starter dashboard shows."""
    times: Times = {}

    class Timed(LocalBackend):
        """The backend, and how long its parts take."""

        def propose(self, *args):
            with timed(times, "propose"):
                return super().propose(*args)

        def load(self, *args):
            with timed(times, "load"):
                return super().load(*args)

        def build(self, *args):
            with timed(times, "facts"):
                return super().build(*args)

    services = build_services(InlineRunner(), Timed, Folders.below(folder))
    services.backend.get()
    with timed(times, "all"):
        services.importing.accept(services.importing.start([path]).result)
        document = services.session.document
        with timed(times, "measures"):
            query = document.query.query(document.rules, ready_boards()[OVERVIEW].metrics)
            board = board_of(ready_boards()[OVERVIEW], services.results.compute(query, Progress()), "en")
    assert len(board.tiles) > 12, board
    with timed(times, "all other KPIs"):
        services.results.compute(document.query.query(document.rules), Progress())
    services.close()
    return times


def main(what: str, path: Path, folder: Path) -> None:
    """Warm up, measure, print."""
    work: Callable[[Path, Path], Times] = {"bare": bare, "product": product}[what]
    small = folder / "small.csv"
    with path.open() as file:
        small.write_text("".join(next(file) for _ in range(2000)))
    work(small, folder / "warm")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = work(path, folder / "measured")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"times": times, "peak": peak / 1024, "before": before / 1024}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
