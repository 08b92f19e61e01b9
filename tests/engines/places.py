"""Puts typed tables of a desk into an engine, so that the same data lie in both places."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import numpy as np
from kpidesk.session.desk import Desk
from kpidesk.workspace.document import Dataset

Cell = bool | int | float | str | date | datetime | None
KINDS = {"string": "text", "date": "date", "float64": "double precision", "boolean": "boolean"}


def table_name(dataset: Dataset) -> str:
    """What a dataset is called in the engine."""
    return f"given_{dataset.table}_{dataset.id.replace('-', '_')}"


def parquet_of(desk: Desk, dataset: Dataset) -> Path:
    """Where the dataset's rows lie on this computer."""
    return desk.services.backend.get().table_path(dataset.id)


def created(desk: Desk, dataset: Dataset) -> tuple[str, Iterator[list[Cell]]]:
    """The statement that makes the table in PostgreSQL, and its rows."""
    table = desk.services.store.table(dataset.id)
    kinds = {
        name: "timestamp" if kind.is_timestamp() else "bigint" if kind.is_integer() else KINDS[str(kind)]
        for name, kind in table.schema().items()
    }
    columns = desk.services.store.run(table)
    whole = frozenset(name for name, kind in kinds.items() if kind == "bigint")
    listed = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
    rows = (
        [plain(value, is_whole=name in whole) for name, value in zip(columns, row, strict=True)]
        for row in zip(*columns.values(), strict=True)
    )
    return f"CREATE TABLE {table_name(dataset)} ({listed})", rows


def plain(value: Any, *, is_whole: bool) -> Cell:
    """A cell as a driver takes it."""
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else value.item()
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return None if value != value else int(value) if is_whole else value
    return cast(Cell, value)
