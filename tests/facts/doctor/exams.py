"""Tables made for an examination."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from kpidesk.core.findings import Finding
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.facts.doctor.registry import CHECKS, examine, open_exam
from kpidesk.facts.inputs import FactColumn, FactInput
from kpidesk.schema.model import ColumnType
from kpidesk.store.store import Store

TODAY = date(2025, 1, 15)
Cells = Mapping[str, Sequence[object]]
_TYPES = {str: ColumnType.TEXT, float: ColumnType.MONEY, int: ColumnType.NUMBER, date: ColumnType.DATE,
          datetime: ColumnType.DATE, bool: ColumnType.FLAG}  # fmt: skip


def findings_of(folder: Path, **tables: Cells) -> tuple[Finding, ...]:
    """What all checks say of these tables; their names are those of the schema, rows count from 1 in the sheet."""
    store = Store(folder)
    try:
        inputs = [_written(store, folder, name, cells) for name, cells in tables.items()]
        exam = open_exam(store, inputs, TODAY)
        return tuple(finding for check in CHECKS for finding in examine(exam, check, Progress()))
    finally:
        store.close()


def codes(findings: Sequence[Finding]) -> set[str]:
    return {finding.code.removeprefix("doctor.") for finding in findings}


def the(code: str, findings: Sequence[Finding]) -> Finding:
    """The one finding of that code."""
    (found,) = (finding for finding in findings if finding.code == f"doctor.{code}")
    return found


def _written(store: Store, folder: Path, name: str, cells: Cells) -> FactInput:
    path = folder / f"{name}.parquet"
    size = len(next(iter(cells.values())))
    pq.write_table(pa.table({**cells, "row_no": list(range(1, size + 1))}), path)
    store.add(DatasetId(name), path)
    columns = tuple(FactColumn(column, _type(values), False) for column, values in cells.items())
    return FactInput(DatasetId(name), name, columns, name, f"{name}.xlsx › Sheet1")


def _type(values: Sequence[object]) -> ColumnType:
    return _TYPES[type(next(value for value in values if value is not None))]


def days(first: str, count: int, step: int = 1) -> list[date]:
    """So many days from one on."""
    start = date.fromisoformat(first)
    return [start + timedelta(days=step * i) for i in range(count)]


def subscriptions(count: int = 100) -> dict[str, list[object]]:
    """A healthy ledger: one new customer every third day, each fifth leaves after two months."""
    starts = days("2023-07-01", count, 3)
    return {
        "subscription_id": [f"S{i}" for i in range(count)],
        "customer_id": [f"C{i}" for i in range(count)],
        "start_date": list(starts),
        "cancel_date": [start + timedelta(days=60) if i % 5 == 0 else None for i, start in enumerate(starts)],
        "mrr": [float(20 + i * 7 % 60) for i in range(count)],
    }
