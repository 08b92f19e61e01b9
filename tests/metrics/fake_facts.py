"""Facts over small tables given in the test, with movements made by brute force: what the engine must agree with."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

import duckdb
import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain, Period, period_index
from kpidesk.core.progress import Progress
from kpidesk.facts.usage import Usage
from kpidesk.schema.business_rules import BusinessRules

NONE = "(none)"
GRAINS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)


class FakeFacts:
    """Serves pandas tables by relation name, as kpidesk.facts.facts.Facts does."""

    def __init__(
        self,
        tables: Mapping[str, pd.DataFrame],
        *,
        as_of: date | None,
        extent: tuple[date, date] | None = None,
        snapshot: bool = False,
        churn_is_visible: bool = True,
        priced: bool = True,
        moves: Mapping[str, Callable[[], pd.DataFrame]] | None = None,
    ) -> None:
        self.as_of = as_of
        self.currency = "USD"
        self.findings = ()
        self.notes = {}
        self.words = BusinessRules().words
        self.assumptions = {}
        self.usage = Usage()
        self.holes = {}
        self.begins = {}
        self.is_snapshot = snapshot
        self.churn_is_visible = churn_is_visible
        self.priced = priced
        self.survivor_reason = None if churn_is_visible else Message(("t", "Only customers who stayed."))
        self.tables = dict(tables)
        if "events" in self.tables:
            self.tables["active_events"] = self.tables["events"]
        self.moves = moves or {}
        self.sources = dict.fromkeys([*self.tables, *self.moves], ("book.xlsx",))
        self.queries = 0
        self._connection = duckdb.connect()
        for name in self.tables:
            self._write(name)
        self.extent = extent or self._extent()

    def _write(self, name: str) -> None:
        self._connection.register(f"frame_{name}", self.tables[name])
        self._connection.execute(f'create table "{name}" as select * from frame_{name}')

    def files(self, name, columns) -> tuple[str, ...]:
        return tuple(self.sources.get(name, ()))

    def says_any(self, table, column, groups) -> bool:
        meant = {word for group in groups for word in self.words.get(group, ())}
        return any(str(cell).strip().lower().replace("_", " ") in meant for cell in self.tables[table][column])

    def why_hole(self, name: str) -> Message | None:
        return None

    def _has(self, name: str) -> bool:
        if name not in self.tables and name in self.moves:
            self.tables[name] = self.moves[name]()
            self._write(name)
        return name in self.tables

    def _extent(self) -> tuple[date, date] | None:
        days = [table["day"] for table in self.tables.values() if "day" in table]
        if "periods" in self.tables:
            days.append(self.tables["periods"]["start"])
        if "monthly" in self.tables:
            days.append(pd.Series([Period(Grain.MONTH, int(t)).start for t in self.tables["monthly"]["t"]]))
        known = [pd.to_datetime(each.dropna()) for each in days if len(each.dropna())]
        if not known:
            return None
        return min(each.min() for each in known).date(), max(each.max() for each in known).date()

    @property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, int]] = {}
        for table in self.tables.values():
            for column in table.columns:
                if column.startswith("a_"):
                    counts = found.setdefault(column[2:], {})
                    for value, n in table[column].value_counts().items():
                        counts[value] = counts.get(value, 0) + int(n)
        return {name: tuple(sorted(counts, key=lambda v: -counts[v])) for name, counts in found.items()}

    starts = 1

    def relation(
        self, name: str, attributes: Iterable[str] | None = None, progress: object = None, pooled: object = None
    ) -> ibis.Table | None:
        if not self._has(name):
            return None
        described = self._connection.execute(f'describe "{name}"').fetchall()
        table = ibis.table({column: _type(text) for column, text, *_ in described}, name=name)
        if attributes is None:
            return table
        kept = {f"a_{each}" for each in attributes}
        return table.select(*[c for c in table.columns if not c.startswith("a_") or c in kept])

    def columns(self, name: str) -> frozenset[str]:
        return frozenset(self.tables[name].columns) if self._has(name) else frozenset()

    def run(self, expr: ibis.Table, progress: Progress | None = None) -> Mapping[str, np.ndarray]:
        self.queries += 1
        frame = self._connection.execute(ibis.to_sql(expr, dialect="duckdb")).df()
        return {column: frame[column].to_numpy() for column in expr.columns}

    def arrow(self, expr: ibis.Table, progress: Progress | None = None) -> pa.Table:
        self.queries += 1
        return self._connection.sql(ibis.to_sql(expr, dialect="duckdb")).to_arrow_table()

    def missing(self, name: str) -> tuple[str, ...]:
        return (f"{'subscriptions' if name.startswith('moves') else name}.date",)


def _type(text: str) -> str:
    names = {"VARCHAR": "string", "BIGINT": "int64", "INTEGER": "int32", "DOUBLE": "float64", "BOOLEAN": "boolean"}
    return names.get(text, "timestamp" if text.startswith("TIMESTAMP") else text.lower())


def ledger(
    periods: Iterable[tuple[str, str, str | None, float]], plans: Mapping[str, str] | None = None, **more: object
) -> FakeFacts:
    """Facts of paid periods: customer, start, end (exclusive, None = open), price a month; plan by customer."""
    rows = [
        (who, date.fromisoformat(s), date.fromisoformat(e) if e else None, round(p * 100)) for who, s, e, p in periods
    ]
    codes = {who: code for code, who in enumerate(dict.fromkeys(who for who, *_ in rows))}
    as_of = more.pop("as_of")
    assert isinstance(as_of, date)
    plan = plans or {}
    tables = {
        "periods": pd.DataFrame(
            {
                "c": np.array([codes[who] for who, *_ in rows], dtype=np.int32),
                "start": pd.to_datetime([s for _, s, _, _ in rows]).as_unit("us"),
                "end": pd.to_datetime([e for _, _, e, _ in rows]).as_unit("us"),
                "cents": np.array([c for *_, c in rows], dtype=np.int64),
                "src": 0,
                "row_no": np.arange(len(rows)),
                "a_plan": [plan.get(who, NONE) for who, *_ in rows],
            }
        ),
        "customers": pd.DataFrame({"c": np.array(list(codes.values()), dtype=np.int32), "customer_id": list(codes)}),
    }
    moves = {f"moves_{grain.value}": partial(_moves, rows, codes, grain, as_of, plan) for grain in GRAINS}
    tables |= {name: table for name, table in more.items() if isinstance(table, pd.DataFrame)}
    flags = {name: value for name, value in more.items() if not isinstance(value, pd.DataFrame)}
    return FakeFacts(tables, as_of=as_of, moves=moves, **flags)  # type: ignore[arg-type]


def _moves(rows, codes, grain, as_of, plan) -> pd.DataFrame:
    """Closing by customer at each period's end, counted out day by day; kinds from one closing to the next."""
    first, last = period_index(min(s for _, s, _, _ in rows), grain), period_index(as_of, grain)
    found = []
    by_customer: dict[str, list] = {who: [] for who in codes}
    for who, start, end, cents in rows:
        by_customer[who].append((start, end, cents))
    for who, code in codes.items():
        opening, seen = 0, False
        for t in range(first, last + 1):
            end = min(Period(grain, t).end, as_of)
            closing = sum(c for s, e, c in by_customer[who] if s <= end and (e is None or e > end))
            if closing != opening:
                returned = 2 if seen else 1
                kind = returned if opening == 0 else 5 if closing == 0 else 3 if closing > opening else 4
                found.append((code, t, opening, closing - opening, closing, kind, plan.get(who, NONE)))
            opening, seen = closing, seen or closing > 0
    columns = ["c", "t", "opening", "delta", "closing", "kind", "a_plan"]
    return pd.DataFrame(found, columns=columns).astype({"c": "int32"})


def rows_table(**columns: object) -> pd.DataFrame:
    """A row table with ``day`` as dates, and src and row_no for the trace."""
    table = pd.DataFrame(columns)
    for name in table.columns:
        if name == "day" or name.endswith("_day"):
            table[name] = pd.to_datetime(table[name]).astype("datetime64[us]")
    table["src"] = 0
    table["row_no"] = np.arange(len(table))
    return table


def monthly(**metrics: Mapping[str, float]) -> pd.DataFrame:
    """A monthly sheet, long: KPI id → month → value."""
    rows = [
        (Period.parse(month).index, metric, float(value))
        for metric, values in metrics.items()
        for month, value in values.items()
    ]
    table = pd.DataFrame(rows, columns=["t", "metric", "value"])
    table["months"], table["src"], table["row_no"] = 1, 0, np.arange(len(table))
    return table
