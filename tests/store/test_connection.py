"""The locked connection refuses everything outside its folder."""

from pathlib import Path

import duckdb
import pytest
from kpidesk.store.connection import open_import, open_main

FORBIDDEN = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('{outside}')",
    "COPY (SELECT 1) TO '{outside}.out'",
    "COPY (SELECT 1) TO '{folder}/../x.parquet' (FORMAT parquet)",
    "ATTACH '{outside}.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET memory_limit = '100GB'",
    "RESET lock_configuration",
]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    file = tmp_path / "outside.csv"
    file.write_text("a\n1\n")
    return file


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_main_connection_refuses(statement: str, tmp_path: Path, outside: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    connection = open_main(folder)
    with pytest.raises(duckdb.Error):
        connection.execute(statement.format(outside=outside, folder=folder)).fetchall()
    assert not (tmp_path / "x.parquet").exists()


def test_symlink_out_of_the_folder_is_refused(tmp_path: Path, outside: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "link.csv").symlink_to(outside)
    with pytest.raises(duckdb.Error):
        open_main(folder).execute(f"SELECT * FROM read_csv('{folder}/link.csv')").fetchall()


def test_python_variables_are_not_tables(tmp_path: Path) -> None:
    rows = [1, 2]  # noqa: F841
    with pytest.raises(duckdb.Error):
        open_main(tmp_path).execute("SELECT * FROM rows").fetchall()


def test_import_reads_its_one_file_and_writes_in_the_folder(tmp_path: Path, outside: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    (tmp_path / "other.csv").write_text("a\n1\n")
    with open_import(folder, [outside]) as connection:
        connection.execute(f"COPY (FROM read_csv('{outside}')) TO '{folder}/t.parquet' (FORMAT parquet)").fetchall()
        with pytest.raises(duckdb.Error):
            connection.execute(f"SELECT * FROM read_csv('{tmp_path}/other.csv')").fetchall()
    assert (folder / "t.parquet").exists()


def test_temp_of_a_crash_is_removed(tmp_path: Path) -> None:
    (tmp_path / "temp").mkdir()
    (tmp_path / "temp" / "spill.tmp").write_text("x")
    open_main(tmp_path)
    assert not (tmp_path / "temp" / "spill.tmp").exists()
