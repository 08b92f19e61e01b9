"""Small companies, built from typed tables as an import would leave them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.facts import Facts
from kpidesk.facts.inputs import FactColumn, FactInput, FactRules
from kpidesk.schema.model import ColumnType
from kpidesk.store.store import Store

T = ColumnType
_ARROW = {
    T.TEXT: pa.string(),
    T.ID: pa.string(),
    T.DATE: pa.date32(),
    T.FLAG: pa.bool_(),
    T.MONEY: pa.float64(),
    T.NUMBER: pa.float64(),
    T.PERCENT: pa.float64(),
}
TYPES: Mapping[str, ColumnType] = {
    **dict.fromkeys(("customer_id", "subscription_id", "invoice_id", "order_id", "user_id", "ticket_id"), T.ID),
    **dict.fromkeys(
        ("mrr", "amount", "unit_price", "mrr_change", "discount", "tax", "refund_amount", "cost", "total_revenue",
         "converted_amount"), T.MONEY),
    **dict.fromkeys(("quantity", "tenure_months", "clicks", "impressions", "nps_score", "value"), T.NUMBER),
    **dict.fromkeys(("trial_flag", "churn_flag"), T.FLAG),
}  # fmt: skip


def type_of(name: str) -> ColumnType:
    if name.endswith(("_date", "_start", "_end")) or name in ("date", "month", "event_time"):
        return T.DATE
    return TYPES.get(name, T.TEXT)


@dataclass
class Company:
    """Typed tables in a store; ``facts`` makes facts of all that was added."""

    store: Store
    inputs: list[FactInput] = field(default_factory=list)

    def add(
        self,
        table: str,
        header: str,
        *rows: Sequence[object],
        name: str = "",
        types: Mapping[str, ColumnType] | None = None,
        currency: str = "",
    ) -> "Company":
        """Rows under blank-separated column names; dates may be texts."""
        names = header.split()
        columns: dict[str, list[object]] = {one: [row[i] for row in rows] for i, one in enumerate(names)}
        return self.add_columns(table, columns, name=name, types=types, currency=currency)

    def add_columns(
        self,
        table: str,
        columns: Mapping[str, Sequence[object]],
        *,
        name: str = "",
        types: Mapping[str, ColumnType] | None = None,
        currency: str = "",
    ) -> "Company":
        kinds = {one: (types or {}).get(one, type_of(one)) for one in columns}
        arrays = {one: pa.array(_cells(values, kinds[one]), _ARROW[kinds[one]]) for one, values in columns.items()}
        arrays["row_no"] = pa.array(range(len(next(iter(columns.values())))), pa.int64())
        return self.add_arrow(table, pa.table(arrays), kinds, name=name, currency=currency)

    def add_frame(
        self, table: str, frame: pd.DataFrame, *, name: str = "", types: Mapping[str, ColumnType] | None = None
    ) -> "Company":
        """A pandas frame whose columns are roles; datetimes become dates, missing values nulls."""
        columns = {}
        for one in frame.columns:
            values = frame[one]
            if pd.api.types.is_datetime64_any_dtype(values):
                columns[one] = [None if pd.isna(value) else value.date() for value in values]
            else:
                columns[one] = [None if pd.isna(value) else value for value in values]
        return self.add_columns(table, columns, name=name, types=types)

    def add_arrow(
        self, table: str, rows: pa.Table, kinds: Mapping[str, ColumnType], *, name: str = "", currency: str = ""
    ) -> "Company":
        number = len(self.inputs)
        dataset = DatasetId(f"d{number}")
        path = self.store.folder / f"d{number}.parquet"
        pq.write_table(rows, path)
        self.store.add(dataset, path)
        title = name or f"{table}{number}"
        typed = tuple(FactColumn(one, kind) for one, kind in kinds.items())
        self.inputs.append(FactInput(dataset, table, typed, title, f"{title}.csv", currency))
        return self

    def facts(self, rules: FactRules | None = None, as_of: date | str | None = None) -> Facts:
        day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        return build_facts(self.store, self.inputs, rules or FactRules(), day, Progress())


def a_company(folder: Path) -> Company:
    return Company(Store(folder / "cache"))


def frame(facts: Facts, name: str, attributes: Sequence[str] | None = None) -> pd.DataFrame:
    """A relation as a frame; money in units instead of cents."""
    relation = facts.relation(name, attributes)
    assert relation is not None
    found = pd.DataFrame(facts.run(relation))
    for column in ("cents", "opening", "delta", "closing", "amount", "gross", "refund_amount", "mrr", "cost"):
        if column in found:
            found[column] = found[column].astype(float) / 100
    return found


def bridge(facts: Facts, month: str) -> dict[str, float]:
    """What moved in a month, by kind."""
    moves = frame(facts, "moves_month", ())
    moves = moves[moves.t == index(month)]
    names = {1: "new", 2: "reactivation", 3: "expansion", 4: "contraction", 5: "churn"}
    sums = moves.groupby("kind").delta.sum()
    return {names[int(kind)]: round(float(value), 2) for kind, value in sums.items()}


def counts(facts: Facts, month: str) -> dict[str, int]:
    """How many customers moved in a month, by kind."""
    moves = frame(facts, "moves_month", ())
    names = {1: "new", 2: "reactivation", 3: "expansion", 4: "contraction", 5: "churn"}
    sums = moves[moves.t == index(month)].groupby("kind").size()
    return {names[int(kind)]: int(value) for kind, value in sums.items()}


def mrr(facts: Facts, month: str) -> float:
    """Monthly recurring revenue at the end of a month."""
    moves = frame(facts, "moves_month", ())
    return round(float(moves[moves.t <= index(month)].delta.sum()), 2)


def active(facts: Facts, month: str) -> int:
    """Paying customers at the end of a month."""
    moves = frame(facts, "moves_month", ())
    last = moves[moves.t <= index(month)].sort_values("t").groupby("c").closing.last()
    return int((last > 0).sum())


def index(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def codes(facts: Facts) -> set[str]:
    """The codes of all findings."""
    return {finding.code.removeprefix("facts.") for finding in facts.findings}


def found(facts: Facts, code: str) -> int:
    """How many rows the findings of a code count."""
    return sum(finding.count for finding in facts.findings if finding.code == f"facts.{code}")


def _cells(values: Sequence[object], kind: ColumnType) -> list[object]:
    if kind is T.DATE:
        return [date.fromisoformat(value) if isinstance(value, str) else value for value in values]
    if kind in (T.TEXT, T.ID):
        return [None if value is None else str(value) for value in values]
    if kind is T.FLAG:
        return [None if value is None else bool(value) for value in values]
    return [None if value is None else float(np.float64(value)) for value in values]  # type: ignore[arg-type]
