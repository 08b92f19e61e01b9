"""From any number to rows that recompute it, and from each row to the cells of the file that it was read from."""

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.core.resources import resource
from kpidesk.metrics.planner import Origin
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.trace import RowSet
from kpidesk.session.desk import Desk, open_desk

FIRST = date(2024, 1, 1)
_CENTS = ("amount", "cost", "unit_price", "conversion_value", "profit", "tax", "discount", "shipping")
_NET = ("tax", "refund_amount", "discount")
"""Where a table has one of these, its net amount is no cell."""


def recomputed(rows: RowSet, until: date) -> float | None:
    """The number of a list of rows, from nothing but the rows."""
    counted = [row[-1] for row in rows.rows]
    if rows.aggregate in ("survival", "median_life"):
        return _life(rows, until)
    if rows.aggregate in ("sum", "count_distinct"):
        return float(sum(map(float, counted))) if rows.aggregate == "sum" else float(len(set(counted)))
    numbers = [float(value) for value in counted]
    ways = {"mean": np.mean, "median": np.median, "p90": lambda all_: np.quantile(all_, 0.9)}
    if rows.aggregate in ways:
        return float(ways[rows.aggregate](numbers)) if numbers else None
    return {"first": numbers[0], "last": numbers[-1]}[rows.aggregate]


def _life(rows: RowSet, until: date) -> float | None:
    """Kaplan and Meier by brute force: of those at risk in each month of their lives, who did not leave in it."""
    lives = [(_month(row[rows.columns.index("first_start")]), row[rows.columns.index("last_end")]) for row in rows.rows]
    now, share = until.year * 12 + until.month - 1, 1.0
    ages = [
        (min(now if _is_none(end) else _month(end), now) - start, not _is_none(end) and _month(end) <= now)
        for start, end in lives
        if start <= now
    ]
    for age in range(13 if rows.aggregate == "survival" else 600):
        at_risk = sum(each >= age for each, _ in ages)
        if not at_risk:
            return None
        share *= 1 - sum(each == age and left for each, left in ages) / at_risk
        if rows.aggregate == "median_life" and share <= 0.5:
            return float(age)
    return share


def _month(day: object) -> int:
    year, month, _ = str(day)[:10].split("-")
    return int(year) * 12 + int(month) - 1


def _is_none(value: object) -> bool:
    return value is None or value is np.ma.masked or str(value) in ("NaT", "nan", "--")


def check(desk: Desk, query: Query, at: Period, files: Mapping[str, Sequence[Mapping[str, str]]]) -> int:
    """All KPIs that are measured or given, in one period: the rows, and their places; how many were looked at."""
    engine = desk.engine
    frame, plan = engine.compute(query), engine.plan(query)
    column, seen = frame.column(at), 0
    assert column is not None
    until = min(at.end, frame.as_of or at.end)
    for name, series in frame.series.items():
        value = frame.value(name, at)
        if value is None or plan.sources[name].origin not in (Origin.MEASURE, Origin.GIVEN):
            continue
        rows = engine.rows(name, query, at, limit=10**6)
        if rows.aggregate == "predicted_value":
            continue
        if series.given and rows.rows and all(row[-1] <= 0 for row in rows.rows) != (value <= 0):
            value = -value  # the sheet writes losses as positive numbers
        assert recomputed(rows, until) == pytest.approx(value, rel=1e-9, abs=1e-6), (name, query, at)
        assert rows.total == len(rows.rows)
        for row in rows.rows:
            check_place(desk, rows, row, files)
        seen += 1
    return seen


def check_place(
    desk: Desk, rows: RowSet, row: Sequence[object], files: Mapping[str, Sequence[Mapping[str, str]]]
) -> None:
    """The row names a file and a line, and the line holds what the row shows."""
    assert rows.columns[:2] == ("src", "row_no"), rows.name
    source = str(desk.document.used[int(str(row[0]))].source)
    lines = files[source.partition(" › ")[0]]
    line = lines[int(str(row[1])) - 1]  # row 0 is the header
    if "customer_id" in rows.columns and "customer_id" in line:
        assert str(row[rows.columns.index("customer_id")]) == line["customer_id"], (rows.name, source, row, line)
    for name, value in zip(rows.columns, row, strict=True):
        is_net = name == "amount" and not line.keys().isdisjoint(_NET)
        if name in line and not is_net and not _is_none(value) and line[name]:
            assert _same(name, value, line[name]), (rows.name, name, value, line)


def _same(name: str, value: object, text: str) -> bool:
    if name in _CENTS and isinstance(value, int | np.integer):
        return abs(int(value) - float(text) * 100) < 1 or int(value) == float(text)
    if isinstance(value, np.datetime64):
        return str(value)[:10] == text[:10]
    if isinstance(value, bool | np.bool_ | str):
        return str(value).lower() == text.lower()
    return bool(np.isclose(float(str(value)), float(text))) if _is_number(text) else True


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()


def a_company(folder: Path, seed: int) -> None:
    """Tables of a small company: customers with several plans, gaps and returns, orders, spend, answers, tickets."""
    rng = random.Random(seed)

    def day(most: int = 420) -> date:
        return FIRST + timedelta(days=rng.randrange(most))

    names = [f"K{i:03}" for i in range(30)]
    channels = ["Referral", "Paid search", "Organic"]
    _write(folder / "customers.csv", "customer_id,signup_date,channel,country",
           [(name, day(200), rng.choice(channels), rng.choice(["DE", "FR", "CN"])) for name in names])  # fmt: skip
    held = []
    for name in names:
        start = day(250)
        for _ in range(rng.choice([1, 1, 2, 3])):
            end = start + timedelta(days=rng.randrange(20, 200))
            left = end if rng.random() < 0.7 and end < FIRST + timedelta(days=420) else None
            held.append((name, rng.choice(["Basic", "Pro", "Gold"]), start, left or "", rng.choice([10, 25.5, 99.99])))
            start = (left or start) + timedelta(days=rng.randrange(0, 90))
    held.append((names[0], "Pro", FIRST, "", 5))
    _write(folder / "subscriptions.csv", "customer_id,plan,start_date,cancel_date,mrr", held)
    _write(folder / "orders.csv", "order_id,order_date,customer_id,amount,product",
           [(f"O{i}", day(), rng.choice(names), round(rng.uniform(5, 300), 2), rng.choice("xyz"))
            for i in range(80)])  # fmt: skip
    _write(folder / "spend.csv", "date,channel,cost,clicks,impressions",
           [(day(), rng.choice(channels[:2]), rng.randrange(1, 90), rng.randrange(9), rng.randrange(9, 500))
            for _ in range(60)])  # fmt: skip
    _write(folder / "surveys.csv", "response_date,customer_id,nps_score,ces_score",
           [(day(), rng.choice(names), rng.randrange(11), rng.randrange(1, 8)) for _ in range(70)])  # fmt: skip
    made = [day() for _ in range(50)]
    _write(folder / "tickets.csv", "ticket_id,created_date,first_response_date,resolved_date,customer_id,tag",
           [(f"T{i}", at, at + timedelta(days=rng.randrange(3)), at + timedelta(days=rng.randrange(3, 9)),
             rng.choice(names), rng.choice(["bug", "question"])) for i, at in enumerate(made)])  # fmt: skip


def _write(path: Path, header: str, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header.split(","), *rows])


def read_again(folder: Path) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """All files by name, each line by its headers."""
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.name] = list(csv.DictReader(file))
    return found


@pytest.fixture(params=[1, 2])
def company(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Desk, Path]]:
    a_company(tmp_path, request.param)
    with open_desk([tmp_path]) as desk:
        yield desk, tmp_path


@pytest.mark.thorough
def test_every_number_of_a_company_leads_to_rows_and_cells(company: tuple[Desk, Path]) -> None:
    desk, folder = company
    files = read_again(folder)
    plans = Filter("plan", ("Basic", "Pro"))
    seen = [
        check(desk, Query(), Period.parse("2024-08"), files),
        check(desk, Query(filters=(plans,)), Period.parse("2024-07"), files),
        check(desk, Query(grain=Grain.QUARTER, filters=(Filter("channel", ("Paid search",)),)),
              Period.parse("2024-Q3"), files),
        check(desk, Query(grain=Grain.YEAR, filters=(plans, Filter("country", ("DE", "FR")))),
              Period.parse("2024"), files),
        check(desk, Query(grain=Grain.WEEK), Period.parse("2024-W30"), files),
    ]  # fmt: skip
    assert min(seen) >= 15


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("period", "filters"),
    [
        ("2025-11", ()),
        ("2025-Q3", (Filter("plan", ("Team", "Business")),)),
        ("2025", (Filter("channel", ("Referral",)),)),
    ],
)
def test_every_number_of_the_sample_leads_to_rows_and_cells(period: str, filters: tuple[Filter, ...]) -> None:
    folder = Path(str(resource("samples/tideline")))
    at = Period.parse(period)
    with open_desk([folder]) as desk:
        assert check(desk, Query(grain=at.grain, filters=filters), at, read_again(folder)) >= 30
