"""Opens DuckDB locked: nothing outside the private folder can be read, written, installed or switched back on.

The order of the settings matters: limits and switches first, then the allowed places, then external access off, then
the lock, after which no setting can be changed any more.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

_MEMORY_GB = 4
_TEMP_GB = 50


def open_main(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection that reads and writes inside ``folder`` alone; what a crash left in its temp folder is removed."""
    temp = folder / "temp"
    shutil.rmtree(temp, ignore_errors=True)
    return _open(folder, temp, keeps_order=False, files=())


@contextmanager
def open_import(folder: Path, sources: Sequence[Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A short-lived connection that may read just these files and read and write inside ``folder``; rows keep order."""
    connection = _open(folder, folder / "temp-import", keeps_order=True, files=sources)
    try:
        yield connection
    finally:
        connection.close()
        shutil.rmtree(folder / "temp-import", ignore_errors=True)


def _open(folder: Path, temp: Path, *, keeps_order: bool, files: Sequence[Path]) -> duckdb.DuckDBPyConnection:
    temp.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(":memory:")
    settings = [
        f"threads = {cores()}",
        f"memory_limit = '{_memory_limit(connection)}'",
        f"temp_directory = {literal(str(temp))}",
        f"max_temp_directory_size = '{_TEMP_GB}GB'",
        f"preserve_insertion_order = {str(keeps_order).lower()}",
        "python_enable_replacements = false",
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "allow_community_extensions = false",
        "enable_progress_bar = true",
        "enable_progress_bar_print = false",
        f"allowed_directories = [{literal(str(folder.resolve()))}]",
        f"allowed_paths = [{', '.join(literal(str(file.resolve())) for file in files)}]",
        "enable_external_access = false",
        "lock_configuration = true",
    ]
    for setting in settings:
        connection.execute(f"SET {setting}").fetchall()
    return connection


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def _memory_limit(connection: duckdb.DuckDBPyConnection) -> str:
    """Four gigabytes, or what DuckDB itself would take where the machine has less."""
    row = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0]
    number, _, unit = str(row[0]).partition(" ")
    own = float(number) * {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}.get(unit, 1)
    return f"{max(1, round(min(own, _MEMORY_GB * 2**30) / 2**20))}MiB"
