"""Whatever types columns come with: facts are made, and what moves adds up."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.facts.facts import Facts
from kpidesk.facts.rows import DAY_COLUMNS
from kpidesk.schema.loader import load_schema

from tests.facts.companies import Company, T, a_company

RELATIONS = (
    "periods",
    "customers",
    "revenue",
    "refunds",
    "monthly",
    *(f"moves_{grain}" for grain in ("day", "week", "month", "quarter", "year")),
    *DAY_COLUMNS,
)
LONG = {"month": T.DATE, "metric": T.TEXT, "value": T.NUMBER, "region": T.TEXT}
"""The columns that a sheet of given values is loaded with."""
WORDS = ("a", "active", "Cancelled", "paused", "past_due", "monthly", "yearly", "12", "-1,5", "2024-02-30", "USD", "€",
         "", " ", "churn", "trial", "是", "1e9", "99999999999")  # fmt: skip


def a_day(rng: random.Random) -> date:
    if rng.random() < 0.03:
        return rng.choice([date(9999, 12, 31), date(1, 1, 1), date(1900, 1, 1), date(2099, 1, 1), date(1970, 1, 1)])
    return date(2023, 1, 1) + timedelta(days=rng.randrange(700))


def a_column(rng: random.Random, kind: T, rows: int) -> pa.Array:
    """Cells that are mostly of one Arrow type, mostly the one that belongs to the kind."""
    fitting = {T.DATE: "day", T.FLAG: "flag", T.TEXT: "word", T.ID: "id"}.get(kind, "number")
    made = fitting if rng.random() < 0.7 else rng.choice(["day", "time", "flag", "word", "id", "number", "int", "none"])
    makers = {
        "day": (pa.date32(), lambda: a_day(rng)),
        "time": (pa.timestamp("us"), lambda: datetime(2023, 1, 1) + timedelta(minutes=rng.randrange(10**6))),
        "flag": (pa.bool_(), lambda: rng.random() < 0.5),
        "word": (pa.string(), lambda: rng.choice([*WORDS, str(a_day(rng))])),
        "id": (pa.string(), lambda: f"{rng.choice(['', 'c'])}{rng.randrange(6)}"),
        "number": (pa.float64(), lambda: rng.choice([rng.uniform(-50, 500), 0.0, 1e18, np.nan, np.inf, 3.0])),
        "int": (pa.int64(), lambda: rng.randrange(-3, 2**rng.randrange(3, 62))),
        "none": (pa.string(), lambda: None),
    }  # fmt: skip
    kind_of, make = makers[made]
    empty = rng.choice([0, 0, 0.2, 1])
    return pa.array([None if rng.random() < empty else make() for _ in range(rows)], kind_of)


def add_table(company: Company, rng: random.Random, table: str) -> None:
    roles = LONG if table == "monthly_metrics" else {r.name: r.type for r in load_schema().tables[table].roles.values()}
    needed = [] if table == "monthly_metrics" else rng.choice(load_schema().tables[table].needs)
    others = [name for name in roles if name not in needed]
    named = sorted({*needed, *rng.sample(others, rng.randrange(len(others) + 1))})
    if rng.random() < 0.1:
        named = named[:1] or ["month"]
    size = rng.choice([0, 1, 2, 7, 30])
    columns = {name: a_column(rng, roles[name], size) for name in named}
    kinds = {name: roles[name] if rng.random() < 0.7 else rng.choice(list(T)) for name in named}
    if rng.random() < 0.9 or not columns:  # no import writes a table without any column, nor can Parquet hold one
        columns["row_no"] = pa.array(range(size), pa.int64())
    company.add_arrow(table, pa.table(columns), kinds, currency=rng.choice(["", "", "EUR"]))


def check_laws(facts: Facts) -> None:
    last = set()
    for name in RELATIONS:
        told, relation = facts.columns(name), facts.relation(name)
        assert told == (frozenset() if relation is None else frozenset(relation.columns))
        if relation is None:
            continue
        rows = facts.run(relation)
        if name.startswith("moves_"):
            assert (rows["opening"] + rows["delta"] == rows["closing"]).all()
            assert (rows["delta"] != 0).all()
            assert (rows["closing"] >= 0).all()
            assert ((rows["kind"] == 5) == (rows["closing"] == 0)).all()
            assert (np.isin(rows["kind"], [1, 2]) == (rows["opening"] == 0)).all()
            last.add(int(rows["delta"].sum()))
    assert len(last) <= 1
    assert all(2 <= len(values) <= 200 for values in facts.attributes.values())


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    company = a_company(Path(tmp_path_factory.mktemp("any")))
    yield company
    company.store.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_facts_are_made_of_whatever_comes(company: Company, seed: int) -> None:
    rng = random.Random(seed)
    company.inputs.clear()
    for table in rng.choices(list(load_schema().tables), k=rng.choice([1, 1, 2, 3, 4])):
        add_table(company, rng, table)
    try:
        facts = company.facts()
    except UserError:
        return
    check_laws(facts)
    facts.close()
