"""The doctor's checks over a million subscriptions, against DuckDB's bare read of the file they came from.

Bar: 0.3 s together; DuckDB's read of that file takes about as long, so the ratio is what counts on other machines.
"""

import time
from datetime import date

import duckdb
import pytest
from kpidesk.core.progress import Progress
from kpidesk.facts.doctor.registry import CHECKS, examine, open_exam
from kpidesk.session.desk import open_desk
from kpidesk.session.local_backend import fact_inputs

from tests.bench.test_bench_import_to_dashboard import make_csv

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]


def test_all_checks_take_no_longer_than_the_bare_read(tmp_path, record_property):
    path = make_csv(tmp_path / "subscriptions.csv")
    with open_desk([path]) as desk:
        inputs = fact_inputs(desk.document.used)
        bare, checks = [], []
        for _ in range(5):
            start = time.perf_counter()
            with duckdb.connect() as connection:
                connection.execute(f"CREATE TABLE t AS FROM read_csv('{path}')").fetchall()
            middle = time.perf_counter()
            exam = open_exam(desk.services.store, inputs, date(2026, 1, 1))
            for check in CHECKS:
                examine(exam, check, Progress())
            bare.append(middle - start)
            checks.append(time.perf_counter() - middle)
    line = f"bare read {min(bare):.2f} s, ten groups of checks {min(checks):.2f} s"
    print(line)  # noqa: T201
    record_property("times", line)
    assert min(checks) <= min(bare)
