"""Monthly figures into one long shape: month, metric, value; whether the months run down or across."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kpidesk.ingest.cells import happened, quarter_number, says_fiscal, year_number
from kpidesk.ingest.proposal import LoadedColumn
from kpidesk.ingest.recognition_months import period_of
from kpidesk.schema.model import ColumnType

LONG = (
    LoadedColumn("month", ColumnType.DATE, "", is_attribute=False),
    LoadedColumn("metric", ColumnType.TEXT, "", is_attribute=False),
    LoadedColumn("value", ColumnType.NUMBER, "", is_attribute=False),
)
MONTHS = LoadedColumn("months", ColumnType.NUMBER, "", is_attribute=False)
"""Beside these where figures are of quarters or years: of how many months each is, up to the one that it stands in."""

FISCAL = LoadedColumn("is_fiscal", ColumnType.FLAG, "", is_attribute=False)
"""Beside these where labels say FY: such a month is counted from the first of the fiscal year, not from January."""


SIZES = frozenset(
    (
        "churned_customers",
        "ad_spend",
        "marketing_cost",
        "sales_cost",
        "cost_of_revenue",
        "capex",
    )
)
"""What a sheet may show with a minus, because it is taken off something, and what counts by its size."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, the row of the sheet that it stands in, and of how many months up to its own it is.

    ``is_fiscal``: its month is that of the fiscal year, whose first one the workspace knows.
    """

    row: int
    month: date | None
    metric: str
    value: float
    months: int = 1
    is_fiscal: bool = False


def as_sizes(metric: str, figures: Mapping[int, float]) -> dict[int, float]:
    """The figures of a metric, without the minus where it counts by its size and all of them have one."""
    is_negative = metric in SIZES and all(value <= 0 for value in figures.values())
    return {key: abs(value) for key, value in figures.items()} if is_negative else dict(figures)


def write_long(figures: Sequence[Figure], target: Path) -> tuple[LoadedColumn, ...]:
    """Write figures as month, metric, value, row_no, and what else some of them need; gives the columns."""
    columns = {
        "month": pa.array([f.month for f in figures], pa.date32()),
        "metric": pa.array([f.metric for f in figures], pa.string()),
        "value": pa.array([f.value for f in figures], pa.float64()),
        "row_no": pa.array([f.row for f in figures], pa.int64()),
    }
    more = []
    if any(f.months > 1 for f in figures):
        columns[MONTHS.name] = pa.array([f.months for f in figures], pa.int64())
        more.append(MONTHS)
    if any(f.is_fiscal for f in figures):
        columns[FISCAL.name] = pa.array([f.is_fiscal for f in figures], pa.bool_())
        more.append(FISCAL)
    pq.write_table(pa.table(columns), target, compression="zstd")
    return (*LONG, *more)


def months_of(text: str) -> int:
    """Of how many months a period is: 3 for a quarter, 12 for a year, 1 for anything else.

    Its figures stand in its last month, whether periods run down or across: the state at its end is there.
    """
    text = happened(text)
    return 3 if quarter_number(text) is not None else 12 if year_number(text) is not None else 1


def is_fiscal(text: str) -> bool:
    """Whether a period is a quarter or a year of the fiscal calendar; a month that is named is the calendar's own."""
    return says_fiscal(text) and months_of(text) > 1


def months_of_all(texts: Iterable[str]) -> int:
    """Of how many months every period is that the texts name; 1 where they differ."""
    lengths = {months_of(text) for text in texts if text.strip()}
    return lengths.pop() if len(lengths) == 1 else 1


def melt(
    wide: Path,
    metrics: Sequence[str],
    attributes: Sequence[str],
    target: Path,
    months_each: int = 1,
    *,
    are_fiscal: bool = False,
) -> tuple[LoadedColumn, ...]:
    """Turn a wide table (one row a month) into the long one; gives its columns.

    ``months_each``: a row's moment lies in the first of so many months, which its figures are of;
    ``are_fiscal``: of the fiscal year. Without a column of months no row has a month, and so no figure a place: the
    review says that it lacks one.
    """
    table = pq.read_table(wide)
    moments = table.column("month").to_pylist() if "month" in table.column_names else [None] * table.num_rows
    months = [_first_of_month(moment, months_each - 1) for moment in moments]
    has_rows = "row_no" in table.column_names
    rows = table.column("row_no").to_pylist() if has_rows else list(range(len(months)))
    parts: dict[str, list[object]] = {name: [] for name in ("month", "metric", "value", "row_no", *attributes)}
    kept = {name: table.column(name).to_pylist() for name in attributes}
    for metric in metrics:
        given = {at: float(v) for at, v in enumerate(table.column(metric).to_pylist()) if v is not None}
        for place, value in as_sizes(metric, given).items():
            if months[place] is None:
                continue
            parts["month"].append(months[place])
            parts["metric"].append(metric)
            parts["value"].append(value)
            parts["row_no"].append(rows[place])
            for name in attributes:
                parts[name].append(kept[name][place])
    fixed = {"month": pa.date32(), "metric": pa.string(), "value": pa.float64(), "row_no": pa.int64()}
    arrays = {n: pa.array(v, fixed[n] if n in fixed else table.schema.field(n).type) for n, v in parts.items()}
    rows = len(parts["month"])
    more = []
    if months_each > 1:
        arrays[MONTHS.name] = pa.array([months_each] * rows, pa.int64())
        more.append(MONTHS)
    if are_fiscal:
        arrays[FISCAL.name] = pa.array([True] * rows, pa.bool_())
        more.append(FISCAL)
    pq.write_table(pa.table(arrays), target, compression="zstd")
    return (*LONG, *more)


def month_starts(headers: Mapping[int, str], year: int | None) -> dict[int, date]:
    """The first day of the month that each column stands for.

    Where the names give no year they are taken to be of ``year``, a month before its left neighbour of the next one.
    Columns whose year is not known at all are left out.
    """
    starts: dict[int, date] = {}
    before: tuple[int, int] | None = None
    for column in sorted(headers):
        found = period_of(headers[column])
        if found is None:
            continue
        named, month = found
        if named is None:
            if year is None:
                continue
            named = year if before is None else before[0] + (month <= before[1])
        before = (named, month)
        starts[column] = date(named, month, 1)
    return starts


def _first_of_month(moment: object, later: int) -> date | None:
    if not isinstance(moment, date):
        return None
    month = moment.year * 12 + moment.month - 1 + later
    return date(month // 12, month % 12 + 1, 1)
