"""Credits and changes of plan: MRR stays under the plan that was billed, and no plan is worth less than nothing."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kpidesk.core.period import Grain, Period
from kpidesk.facts.facts import Facts
from kpidesk.facts.inputs import FactRules

from tests.facts.companies import Company, a_company, bridge, frame, index, mrr

HEADER = "customer_id invoice_date period_start period_end amount plan"
AS_OF = date(2024, 6, 30)
ENDS = {1: "31", 2: "29", 3: "31", 4: "30", 5: "31", 6: "30"}
NEW, EXPANSION, CONTRACTION, CHURN = 1, 3, 4, 5
TRANSFERS = (6, 7, 8)


def bill(customer: str, month: int, amount: float, plan: str | None) -> tuple[object, ...]:
    first = f"2024-{month:02}-01"
    return (customer, first, first, f"2024-{month:02}-{ENDS[month]}", amount, plan)


def a_book(company: Company, *more: tuple[object, ...], moves_in: int = 3) -> Company:
    """Customer a, of Basic for 100 until Pro for 250, and b of Pro for 40."""
    plans = [("Basic", 100.0) if month < moves_in else ("Pro", 250.0) for month in ENDS]
    rows = [bill("a", month, amount, plan) for month, (plan, amount) in zip(ENDS, plans, strict=True)]
    return company.add("invoices", HEADER, *rows, *(bill("b", month, 40.0, "Pro") for month in ENDS), *more)


def by_plan(facts: Facts, plan: str, until: int = 6) -> list[float]:
    moves = frame(facts, "moves_month", ("plan",))
    moves = moves[moves.a_plan == plan]
    return [float(moves[moves.t <= index(f"2024-{month:02}")].delta.sum()) for month in range(1, until + 1)]


def moved(facts: Facts, month: str, plan: str) -> dict[int, float]:
    moves = frame(facts, "moves_month", ("plan",))
    there = moves[(moves.t == index(month)) & (moves.a_plan == plan)]
    return {int(kind): float(delta) for kind, delta in there.groupby("kind").delta.sum().items() if delta}


def test_a_refund_of_one_customer_leaves_the_past_of_all_under_the_plan_they_had(company: Company) -> None:
    facts = a_book(company, bill("b", 5, -15.0, "Pro")).facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 100, 0, 0, 0, 0]
    assert by_plan(facts, "Pro") == [40, 40, 290, 290, 275, 290]
    assert moved(facts, "2024-03", "Pro") == {EXPANSION: 150, 6: 100}
    assert moved(facts, "2024-03", "Basic") == {7: -100}


def test_a_refund_lowers_the_plan_that_it_is_for(company: Company) -> None:
    facts = a_book(company, bill("a", 2, -30.0, "Basic")).facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 70, 0, 0, 0, 0]
    assert by_plan(facts, "Pro") == [40, 40, 290, 290, 290, 290]
    assert bridge(facts, "2024-02") == {"contraction": -30}
    assert moved(facts, "2024-02", "Basic") == {CONTRACTION: -30}


@pytest.mark.parametrize("said", ["Basic", "Credit note"])
def test_what_a_plan_that_was_left_is_owed_lowers_the_plan_after_it(company: Company, said: str) -> None:
    facts = a_book(company, bill("a", 4, -30.0, said)).facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 100, 0, 0, 0, 0]
    assert by_plan(facts, "Pro") == [40, 40, 290, 260, 290, 290]
    assert moved(facts, "2024-04", "Pro") == {CONTRACTION: -30}
    assert "Credit note" not in set(frame(facts, "moves_month", ("plan",)).a_plan)


def test_a_credit_that_names_no_plan_lowers_the_one_of_its_month(company: Company) -> None:
    facts = a_book(company, bill("a", 2, -30.0, None)).facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 70, 0, 0, 0, 0]
    assert by_plan(facts, "Pro") == [40, 40, 290, 290, 290, 290]


def test_several_plans_bear_a_debt_by_what_they_pay(company: Company) -> None:
    more = [bill("a", 5, 50.0, "Extra"), bill("a", 5, -30.0, "Basic")]
    facts = a_book(company, *more).facts(as_of=AS_OF)
    assert by_plan(facts, "Pro")[4] == 265
    assert by_plan(facts, "Extra")[4:] == [45, 0]
    assert by_plan(facts, "Basic")[4] == 0
    assert mrr(facts, "2024-05") == 310


def test_a_month_that_owes_more_than_it_pays_is_no_negative_mrr_of_any_plan(company: Company) -> None:
    facts = a_book(company, bill("a", 5, -400.0, "Basic")).facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 100, 0, 0, 0, 0]
    assert by_plan(facts, "Pro") == [40, 40, 290, 290, 40, 290]
    assert moved(facts, "2024-05", "Pro") == {CHURN: -250}


def test_a_prorated_change_of_plan_leaves_the_one_for_the_other(company: Company) -> None:
    rest = ("a", "2024-04-16", "2024-04-16", "2024-04-30")
    a_book(company, (*rest, -50.0, "Basic"), (*rest, 125.0, "Pro"), moves_in=5)
    facts = company.facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 100, 100, 0, 0, 0]
    assert by_plan(facts, "Pro") == [40, 40, 40, 290, 290, 290]


def test_new_customers_count_under_what_they_pay_less_their_credit(company: Company) -> None:
    more = [bill("n", 4, 60.0, "Pro"), bill("n", 4, 20.0, "Extra"), bill("n", 4, -16.0, "Basic")]
    facts = a_book(company, *more).facts(as_of=AS_OF)
    new = frame(facts, "moves_month:new", ("plan",))
    assert new[new.t == index("2024-04")].set_index("a_plan").delta.to_dict() == {"Pro": 48, "Extra": 16}


def test_a_book_with_a_credit_says_nothing_of_one_plan_throughout(company: Company) -> None:
    facts = a_book(company, bill("b", 5, -15.0, "Pro")).facts(as_of=AS_OF)
    assert "facts.latest_plan" not in {finding.code for finding in facts.findings}


def test_a_log_that_takes_away_keeps_one_plan_a_customer(company: Company) -> None:
    """Its row says the plan after the change, not the one that the amount was taken from."""
    rows = [("a", "2024-01-10", 100, "Pro"), ("a", "2024-03-10", -40, "Basic"), ("b", "2024-01-10", 10, "Pro")]
    facts = company.add("subscriptions", "customer_id start_date mrr_change plan", *rows).facts(as_of=AS_OF)
    assert by_plan(facts, "Basic") == [100, 100, 60, 60, 60, 60]
    assert by_plan(facts, "Pro") == [10] * 6
    assert "facts.latest_plan" in {finding.code for finding in facts.findings}


Row = tuple[str, date, date, float, str]

FIRST = date(2024, 1, 1)
rows = st.tuples(
    st.sampled_from("abc"),
    st.integers(0, 170).map(lambda n: FIRST + timedelta(days=n)),
    st.integers(20, 75),
    st.integers(1, 9_000).flatmap(lambda cents: st.sampled_from([cents, cents, -cents])),
    st.sampled_from(["Basic", "Pro", "Max"]),
).map(lambda r: (r[0], r[1], r[1] + timedelta(days=r[2]), r[3] / 100, r[4]))
books = st.lists(rows, min_size=2, max_size=12)


@pytest.fixture(scope="module")
def books_company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    company = a_company(Path(tmp_path_factory.mktemp("books")))
    yield company
    company.store.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(book=books, grain=st.sampled_from([Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER]))
def test_parts_are_what_periods_pay_less_debt_and_sum_up_to_the_whole(
    books_company: Company, book: list[Row], grain: Grain
) -> None:
    company = books_company
    company.inputs.clear()
    told = [(customer, start, start, end, amount, plan) for customer, start, end, amount, plan in book]
    facts = company.add("invoices", HEADER, *told).facts(FactRules(), AS_OF)
    name = f"moves_{grain.value}"
    columns = ("t", "c", "kind", "delta", "opening", "closing")
    whole, parts = (_of(facts, name, by, columns) for by in ((), ("plan",)))

    own = parts[~parts.kind.isin(TRANSFERS)]
    keys = ["c", "t", "kind"]
    assert own.groupby(keys).delta.sum().to_dict() == whole.groupby(keys).delta.sum().to_dict()
    assert not parts[parts.kind.isin(TRANSFERS)].groupby(["c", "t"]).delta.sum().any()
    assert (parts.opening + parts.delta == parts.closing).all()
    new = _of(facts, f"{name}:new", ("plan",), columns)
    if len(new):
        of_new = own[own.kind == NEW]
        keys = ["c", "t", "a_plan"]
        assert new.groupby(keys).delta.sum().to_dict() == of_new.groupby(keys).delta.sum().to_dict()

    periods = frame(facts, "periods", ("plan",))
    for t in sorted(set(parts.t)):
        standing = parts[parts.t <= t].groupby(["c", "a_plan"]).delta.sum()
        assert {key: cents for key, cents in standing.items() if cents} == _paid(periods, Period(grain, int(t)).end)
    facts.close()


def _of(facts: Facts, name: str, by: tuple[str, ...], columns: tuple[str, ...]) -> pd.DataFrame:
    moves = facts.relation(name, by)
    assert moves is not None
    found = facts.run(moves.select(*columns, *(f"a_{one}" for one in by)))
    return pd.DataFrame({column: found[column] for column in found})


def _paid(periods: pd.DataFrame, day: date) -> dict[tuple[int, str], int]:
    """Cents by customer and plan at the end of a day, by brute force."""
    known = pd.Timestamp(day)
    start, end = pd.to_datetime(periods.start), pd.to_datetime(periods.end)
    there = periods[(start <= known) & (end.isna() | (end > known))]
    paid = {}
    for customer, of in there.groupby("c"):
        plans = (of.groupby("a_plan").cents.sum() * 100).round().astype(int)
        left, gross = max(int(plans.sum()), 0), int(plans.clip(lower=0).sum())
        upto = 0
        for plan, cents in plans.clip(lower=0).sort_index().items():
            share = _half_up(left * ((upto + cents) / gross)) - _half_up(left * (upto / gross)) if gross else 0
            upto += cents
            if share:
                paid[customer, plan] = share
    return paid


def _half_up(number: float) -> int:
    return int(number + 0.5)
