"""From an explanation to the user's own rows: those that moved a customer, and those behind a segment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from kpidesk.analysis.pooled import below
from kpidesk.core.findings import cell_name
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.facts.cent_columns import CENTS
from kpidesk.metrics.bridge import KINDS
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.customer_moves import CustomerMove, rows_of_moves
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.studied import splits_of
from kpidesk.metrics.trace import COUNTED, RowSet

MOVEMENTS = ("mrr", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr")


def is_recurring(catalogue: Catalogue, kpi: MetricName) -> bool:
    """Whether recurring revenue makes the figure, so that movements of customers tell of its change."""
    parts = below(catalogue, kpi)
    return any(name in parts for name in MOVEMENTS)


def is_told_by_moves(engine: Engine, kpi: MetricName, by: str) -> bool:
    """Whether movements of customers tell of the figure's change in a segment by that attribute."""
    return is_recurring(engine.catalogue, kpi) and by in splits_of(engine.facts, "moves_month", "periods")


def rows_of_segment(
    engine: Engine, query: Query, kpi: MetricName, ends: tuple[Period, Period], by: str, segment: str
) -> RowSet:
    """What moved in a segment between two periods; of other than recurring figures, the rows behind the last value.

    ``query`` asks by what the explanation asks; what it splits by is no matter.
    """
    if is_told_by_moves(engine, kpi, by):
        part = Filter(by, (segment,))
        return rows_of_moves(engine.facts, replace(query, by=None, filters=(*query.filters, part)), ends)
    found = engine.rows(kpi, replace(query, by=by, first=None, last=None), ends[1], segment)
    return _with_rows(found) or found


def customer_of(known: Iterable[CustomerMove], said: str) -> str:
    """The id of a customer by name, where one of these is called so; else what was said is the id."""
    return next((each.customer for each in known if said in (each.customer, each.name)), said)


def rows_report(rows: RowSet, of: str, places: Sequence[str]) -> dict[str, object]:
    """``{"of", "kpi", "total", "rows": [{"where", …, "counted"}]}``: each row with its file, sheet and row.

    ``places`` are the imported sheets in the order in which rows name them.
    """
    at = {name: place for place, name in enumerate(rows.columns)}
    shown = [name for name in rows.columns if name not in ("src", "row_no", COUNTED)]
    lines = [
        {
            "where": _where(values, at, places),
            **{name.removeprefix("a_"): _plain(name, values[at[name]]) for name in shown},
            COUNTED: _plain(COUNTED, values[at[COUNTED]]),
        }
        for values in rows.rows
    ]
    return {"of": of, "kpi": str(rows.name), "total": rows.total, "rows": lines}


def _where(values: Sequence[object], at: Mapping[str, int], places: Sequence[str]) -> str | None:
    """``file › sheet › row``; None for what no row of a file brought about."""
    if "src" not in at:
        return None
    source, row = values[at["src"]], values[at["row_no"]]
    if not isinstance(source, int | np.integer) or not isinstance(row, int | np.integer | np.floating) or row != row:
        return None
    return f"{places[int(source)]} › {cell_name(int(row), None)}"


def _plain(column: str, value: object) -> object:
    """A cell as JSON writes it: money in its currency, a movement by name."""
    if value is None or value is np.ma.masked or value != value:
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if column == "kind" and isinstance(value, int):
        return next((name for name, kinds in KINDS.items() if value in kinds), str(value))
    if column in CENTS and isinstance(value, int | float):
        return value / 100.0
    return value if isinstance(value, bool | int | float | str) else str(value)


def _with_rows(rows: RowSet) -> RowSet | None:
    """The first list that holds rows, the parts of a formula in their order."""
    if rows.columns:
        return rows
    return next((found for part in rows.parts if (found := _with_rows(part)) is not None), None)
