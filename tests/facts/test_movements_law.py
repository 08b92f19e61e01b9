"""Laws of movements, on random ledgers, against a month-end snapshot by brute force."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kpidesk.core.period import Grain, Period, period_index
from kpidesk.facts.inputs import FactRules

from tests.facts.companies import Company, a_company, frame

FIRST = date(2023, 1, 1)
AS_OF = date(2023, 12, 31)
GRAINS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
Ledger = list[tuple[str, date, date | None, float]]

days = st.integers(0, 364).map(lambda n: FIRST + timedelta(days=n))
periods = st.tuples(
    st.sampled_from(["a", "b", "c"]), days, st.one_of(st.none(), st.integers(1, 90)), st.integers(1, 20_000)
).map(lambda p: (p[0], p[1], None if p[2] is None else p[1] + timedelta(days=p[2]), p[3] / 100))
ledgers = st.lists(periods, min_size=1, max_size=9, unique_by=lambda p: (p[0], p[1], p[3]))


def add_months(day: date, months: int) -> date:
    return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()


def bridged(ledger: Ledger) -> Ledger:
    """What ended lasts until a late renewal, customer by customer in the order of starts."""
    result = []
    for _customer, rows in itertools.groupby(sorted(ledger, key=lambda p: (p[0], p[1])), key=lambda p: p[0]):
        paid_to: date | None = None
        lives: Ledger = []
        for start, together in itertools.groupby(rows, key=lambda p: p[1]):
            group = list(together)
            if paid_to is not None and paid_to < start < add_months(paid_to, 1):
                lives = [(c, s, start if e == paid_to else e, money) for c, s, e, money in lives]
            lives += group
            last = max(date.max if e is None else e for _, _, e, _ in group)
            paid_to = last if paid_to is None else max(paid_to, last)
        result += lives
    return result


def first_unpaid(ledger: Ledger) -> Ledger:
    """Ends a day later, where the next rows of customers show that they are last paid days."""
    gaps = []
    for _customer, rows in itertools.groupby(
        sorted(ledger, key=lambda p: (p[0], p[1], p[2] or date.max)), lambda p: p[0]
    ):
        gaps += [(after[1] - row[2]).days for row, after in itertools.pairwise(rows) if row[2] is not None]
    same, following, later = gaps.count(0), gaps.count(1), sum(2 <= gap <= 31 for gap in gaps)
    if following <= same or following < same + later:
        return ledger
    return [(c, s, None if e is None else e + timedelta(days=1), money) for c, s, e, money in ledger]


def snapshot(ledger: Ledger, day: date) -> dict[str, int]:
    """Cents by customer at the end of a day."""
    cents: dict[str, int] = {}
    for customer, start, end, money in ledger:
        if start <= day and (end is None or end > day):
            cents[customer] = cents.get(customer, 0) + round(money * 100)
    return cents


def expected_moves(ledger: Ledger, grain: Grain) -> set[tuple[str, int, int, int, int]]:
    """(customer, period, delta, closing, kind) from snapshots at the ends of periods."""
    moves = set()
    known: set[str] = set()
    before: dict[str, int] = {}
    for t in range(period_index(FIRST, grain), period_index(AS_OF, grain) + 1):
        now = snapshot(ledger, min(Period(grain, t).end, AS_OF))
        for customer in before.keys() | now.keys():
            old, new = before.get(customer, 0), now.get(customer, 0)
            if old != new:
                kind = (2 if customer in known else 1) if not old else 5 if not new else 3 if new > old else 4
                moves.add((customer, t, new - old, new, kind))
        known |= now.keys()
        if grain in (Grain.QUARTER, Grain.YEAR):
            known |= _seen_at_months_ends(ledger, min(Period(grain, t).end, AS_OF))
        before = now
    return moves


def _seen_at_months_ends(ledger: Ledger, until: date) -> set[str]:
    first, last = period_index(FIRST, Grain.MONTH), period_index(until, Grain.MONTH)
    ends = [min(Period(Grain.MONTH, month).end, until) for month in range(first, last + 1)]
    return {customer for end in ends for customer in snapshot(ledger, end)}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    company = a_company(Path(tmp_path_factory.mktemp("ledgers")))
    yield company
    company.store.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ledger=ledgers, gap_months=st.sampled_from([0, 1, 1, 2]), grain=st.sampled_from(GRAINS))
def test_movements_equal_snapshots_at_period_ends(
    company: Company, ledger: Ledger, gap_months: int, grain: Grain
) -> None:
    company.inputs.clear()
    company.add("subscriptions", "customer_id start_date cancel_date mrr", *ledger)
    facts = company.facts(FactRules(gap_months=gap_months), AS_OF)
    moves = facts.run(facts.relation(f"moves_{grain.value}", ()))
    names = dict(zip(*(facts.run(facts.relation("customers", ()))[name] for name in ("c", "customer_id")), strict=True))
    got = {
        (names[c], int(t), int(delta), int(closing), int(kind))
        for c, t, delta, closing, kind in zip(
            *(moves[name] for name in ("c", "t", "delta", "closing", "kind")), strict=True
        )
    }
    known = [p for p in first_unpaid(ledger) if p[1] <= AS_OF]
    clipped = [(c, s, None if e is not None and e > AS_OF else e, m) for c, s, e, m in known]
    if gap_months == 1:
        clipped = bridged(clipped)
    if gap_months < 2:
        assert got == expected_moves(clipped, grain)
    assert (moves["opening"] + moves["delta"] == moves["closing"]).all()
    facts.close()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ledger=ledgers)
def test_customers_of_today_are_those_of_yesterday_and_who_came_less_who_left(company: Company, ledger: Ledger) -> None:
    company.inputs.clear()
    company.add("subscriptions", "customer_id start_date cancel_date mrr", *ledger)
    facts = company.facts(as_of=AS_OF)
    moves = frame(facts, "moves_day", ())
    known = [(c, s, None if e is not None and e > AS_OF else e, m) for c, s, e, m in first_unpaid(ledger)]
    known = bridged(known)
    active = 0
    for day in range(FIRST.toordinal(), AS_OF.toordinal() + 1):
        today = moves[moves.t == day]
        active += int(today.kind.isin([1, 2]).sum()) - int((today.kind == 5).sum())
        assert active == len(snapshot(known, date.fromordinal(day)))
    facts.close()


def test_no_fact_has_a_column_that_parquet_would_round(company: Company) -> None:
    """A HUGEINT becomes a DOUBLE in Parquet without a word: 9007199254740993 would come back as …992."""
    company.inputs.clear()
    big = 45035996273704.97
    rows = [("a", "2023-01-01", None, big), ("b", "2023-01-01", None, big), ("b", "2023-01-01", None, 0.01)]
    facts = company.add("subscriptions", "customer_id start_date cancel_date mrr", *rows).facts(as_of=AS_OF)
    moves = facts.relation("moves_month", ())
    assert {str(kind) for kind in moves.schema().types} <= {"int8", "int32", "int64", "!int64"}
    assert sorted(facts.run(moves)["closing"]) == [4503599627370497, 4503599627370498]
