"""Facts built by the product's own code from small tables, so that a test begins with rows as a sheet has them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.facts import Facts
from kpidesk.facts.inputs import FactColumn, FactInput, FactRules
from kpidesk.schema.model import ColumnType
from kpidesk.store.store import Store

_MONEY = frozenset({"mrr", "amount", "cost", "profit", "refund_amount", "conversion_value", "mrr_change", "unit_price"})


def facts_of(
    folder: Path, tables: Mapping[str, pd.DataFrame], *, as_of: date | None = None, rules: FactRules | None = None
) -> Facts:
    """The facts of tables named as in the schema, columns by role."""
    store = Store(folder)
    inputs = []
    for name, table in tables.items():
        table = table.copy()
        columns = []
        for column in table.columns:
            kind = _kind(column, table[column])
            if kind is ColumnType.DATE:
                moments = pd.to_datetime(table[column])
                whole = len(table) and (moments.dropna() == moments.dropna().dt.normalize()).all()
                table[column] = moments.dt.date if whole else moments.astype("datetime64[us]")
            columns.append(FactColumn(column, kind))
        table["row_no"] = range(len(table))
        path = store.folder / f"{name}.parquet"
        table.to_parquet(path, index=False)
        store.add(DatasetId(name), path)
        inputs.append(FactInput(DatasetId(name), name, tuple(columns), name, f"{name}.csv"))
    return build_facts(store, inputs, rules or FactRules(), as_of, Progress())


def _kind(name: str, values: pd.Series) -> ColumnType:
    if name.endswith(("_date", "_time", "_start", "_end")) or name in ("date", "month"):
        return ColumnType.DATE
    if name in _MONEY:
        return ColumnType.MONEY
    if name.endswith("_id"):
        return ColumnType.ID
    if values.dtype == bool:
        return ColumnType.FLAG
    return ColumnType.NUMBER if pd.api.types.is_numeric_dtype(values) else ColumnType.TEXT
