"""A file of a hundred rows is looked into, recognised, typed and stored within 150 ms inside a running program.

The processors' time of this process counts for CSV; a workbook is read by another process, so there the clock does, and
the best of several rounds, for other work on the machine is not ours.
"""

import shutil
import time
from pathlib import Path

import duckdb
import pytest
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.ingest.reader import warm_up
from kpidesk.session.local_backend import LocalBackend

from tests.bench.test_bench_import_to_dashboard import make_csv

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]
ROWS, ROUNDS = 100, 7
MOST_SECONDS = 0.15


def make_book(csv: Path, path: Path) -> Path:
    import xlsxwriter

    with duckdb.connect() as connection:
        rows = connection.execute(f"FROM read_csv('{csv}', all_varchar = true)").fetchall()
    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet("Subscriptions")
        sheet.write_row(0, 0, csv.read_text(encoding="utf-8").partition("\n")[0].split(","))
        for at, row in enumerate(rows, start=1):
            sheet.write_row(at, 0, [cell or "" for cell in row])
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_hundred_rows_are_taken_in_within_150_ms(tmp_path, record_property, kind):
    path = make_csv(tmp_path / "subscriptions.csv", ROWS)
    if kind == "xlsx":
        path = make_book(path, tmp_path / "subscriptions.xlsx")
    backend = LocalBackend(tmp_path / "work")
    warm_up()
    times = []
    for i in range(ROUNDS):
        fresh = Path(shutil.copy(path, tmp_path / f"subscriptions{i}.{kind}"))
        clock, processors = time.perf_counter(), time.process_time()
        (table,) = backend.propose([fresh], Progress()).tables
        looked = time.perf_counter()
        loaded = backend.load(table, DatasetId(f"d{i}"), Progress())
        times.append((time.perf_counter() - clock, time.process_time() - processors, looked - clock))
        assert (loaded.table, loaded.rows) == ("subscriptions", ROWS)
    backend.close()
    best, processors = min(times[1:])[0], min(one[1] for one in times[1:])
    looked = min(one[2] for one in times[1:])
    text = (
        f"{kind}: {best * 1000:.0f} ms, {looked * 1000:.0f} of them until it was recognised; processors "
        f"{processors * 1000:.0f} ms; the first {times[0][0] * 1000:.0f} ms"
    )
    print(text)  # noqa: T201
    record_property("times", text)
    assert (best if kind == "xlsx" else min(best, processors)) <= MOST_SECONDS, text
