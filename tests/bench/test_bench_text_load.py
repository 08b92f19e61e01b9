"""Loading a million rows of ten columns, against DuckDB's own typed read of the same file in the same run."""

import random
from datetime import date, timedelta
from time import perf_counter

import duckdb
import pytest
from kpidesk.ingest.layout import find_regions
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.profile import profile_columns
from kpidesk.ingest.reader import read_file
from kpidesk.store.connection import open_import
from kpidesk.store.text_load import TextColumn, load_text
from kpidesk.store.text_rows import RowWindow

ROWS = 1_000_000


@pytest.fixture(scope="module")
def big_csv(tmp_path_factory):
    path = tmp_path_factory.mktemp("bench") / "orders.csv"
    draw = random.Random(1)
    days = [date(2020, 1, 1) + timedelta(days=i) for i in range(1500)]
    with path.open("w", encoding="utf-8") as file:
        file.write("order_id,customer_id,order_date,amount,quantity,plan,country,paid,created_at,discount\n")
        for i in range(ROWS):
            day = draw.choice(days)
            file.write(
                f"O{i:08d},C{draw.randrange(200_000):06d},{day},{draw.random() * 1000:.2f},{draw.randrange(1, 9)},"
                f"{draw.choice(['Basic', 'Pro', 'Team'])},{draw.choice(['DE', 'US', 'CN'])},"
                f"{draw.choice(['true', 'false'])},"
                f"{day} {draw.randrange(24):02d}:{draw.randrange(60):02d}:00,{draw.random() * 0.3:.4f}\n"
            )
    return path


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_a_million_rows_load_in_at_most_1_4_times_the_bare_read(big_csv, tmp_path, record_property):
    started = perf_counter()
    (sheet,) = read_file(big_csv, tmp_path)
    (region,) = find_regions(sheet)
    profiles = profile_columns(region)
    proposed = perf_counter() - started
    columns = [TextColumn(profile.index, profile.header, profile.format) for profile in profiles]
    bare, ours = [], []
    for _ in range(5):
        with duckdb.connect() as connection:
            started = perf_counter()
            connection.execute(f"CREATE TABLE t AS FROM read_csv('{big_csv}')").fetchall()
            bare.append(perf_counter() - started)
        with open_import(tmp_path, [big_csv]) as connection:
            started = perf_counter()
            window = RowWindow(region.first_body)
            report = load_text(connection, sheet.source, columns, tmp_path / "out.parquet", read_cells, window=window)
            ours.append(perf_counter() - started)
    record_property("proposed_s", round(proposed, 2))
    record_property("bare_s", round(min(bare), 2))
    record_property("ours_s", round(min(ours), 2))
    assert report.rows == ROWS
    assert not report.unreadable
    assert min(ours) <= 1.4 * min(bare), f"{min(ours):.2f} s against {min(bare):.2f} s"
