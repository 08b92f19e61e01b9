"""Rates that change from month to month: their effect is a row of its own, movements are at the month's rate."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.period import Grain, Period
from kpidesk.facts.exchange import Rates
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.bridge import bridge_rows, bridge_study
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Filter, Query

from tests.metrics.real_facts import facts_of
from tests.metrics.test_identities import LAST, RATES, a_ledger, engine_of

CATALOGUE = load_catalogue()
MOVING = {"EUR": 1.0, "EUR 2024-02": 1.1, "EUR 2024-03": 1.1, "EUR 2024-04": 0.9}
COLUMNS = ("customer_id", "plan", "start_date", "cancel_date", "mrr", "currency")
ROWS = [
    ("stays", "Pro", "2024-01-10", None, 100.0, "EUR"),
    ("dollars", "Pro", "2024-01-10", None, 50.0, "USD"),
    ("grows", "Pro", "2024-01-10", "2024-02-01", 100.0, "EUR"),
    ("grows", "Gold", "2024-02-01", None, 150.0, "EUR"),
    ("leaves", "Pro", "2024-01-10", "2024-02-20", 200.0, "EUR"),
    ("joins", "Pro", "2024-02-15", None, 40.0, "EUR"),
    ("short", "Pro", "2024-02-02", "2024-02-27", 70.0, "EUR"),
]
BY_HAND: Mapping[str, Mapping[str, float]] = {
    "2024-01": {"mrr": 450, "new_mrr": 450, "fx_mrr": 0},
    # 10% on the 400 euros of January; then 50 more at 1.1, 200 less at 1.1 and 40 new at 1.1.
    "2024-02": {
        "mrr": 369, "fx_mrr": 40, "expansion_mrr": 55, "churned_mrr": -220, "new_mrr": 44, "contraction_mrr": 0,
    },
    "2024-03": {"mrr": 369, "fx_mrr": 0, "net_new_mrr": 0},
    # 290 euros lose 0.2 each.
    "2024-04": {"mrr": 311, "fx_mrr": -58, "net_new_mrr": 0, "contraction_mrr": 0, "grr": 1, "nrr": 1},
}  # fmt: skip


def company(folder, rates: Mapping[str, float], rows=ROWS, last=date(2024, 4, 30)) -> Engine:
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    rules = FactRules(currency="USD", rates=rates, gap_months=1)
    return Engine(CATALOGUE, facts_of(folder, {"subscriptions": table}, as_of=last, rules=rules))


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Engine:
    return company(tmp_path_factory.mktemp("fx"), MOVING)


def test_movements_by_hand(engine):
    found = engine.compute(Query())
    for month, figures in BY_HAND.items():
        for name, value in figures.items():
            assert found.value(name, Period.parse(month)) == pytest.approx(value), (month, name)


@pytest.mark.parametrize("by", [None, "plan"])
@pytest.mark.parametrize("grain", [Grain.DAY, Grain.MONTH, Grain.QUARTER])
def test_the_bridge_closes_with_the_row_of_rates(engine, grain, by):
    study = bridge_study(engine.facts, Query(grain=grain, by=by))
    assert study.kinds[-1] == "fx"
    assert (study.opening[:, 1:] == study.closing[:, :-1]).all()
    assert (study.cents[:-1].sum(axis=0) == study.cents[-1]).all() or by is None
    whole = study.over(0, len(study.periods) - 1)
    assert (whole.opening, whole.closing, whole.moved["fx"]) == (0, 31100, -1800)
    held = engine.compute(Query(grain=grain, by=by)).series["mrr"].values
    assert held[-1] * 100 == pytest.approx(study.closing[-1])


def test_the_rows_behind_the_bar_of_rates_and_behind_mrr(engine):
    february = Period.parse("2024-02")
    rows = bridge_rows(engine.facts, Query(), "fx", (february, february))
    assert sorted((row[2], row[-1]) for row in rows.rows) == [("grows", 10.0), ("leaves", 20.0), ("stays", 10.0)]
    behind = engine.rows("mrr", Query(), february)
    assert sum(row[-1] for row in behind.rows) == pytest.approx(369)
    assert behind.total == 4
    effect = engine.rows("fx_mrr", Query(), february)
    assert sum(row[-1] for row in effect.rows) == pytest.approx(40)
    assert all(row[effect.columns.index("row_no")] is not None for row in effect.rows)


def test_a_filter_and_a_segment_agree(engine):
    split = engine.compute(Query(by="plan"))
    alone = engine.compute(Query(filters=(Filter("plan", ("Pro",)),)))
    for name in ("mrr", "fx_mrr", "new_mrr", "churned_mrr", "transfer_mrr"):
        for period in alone.periods:
            assert alone.value(name, period) == pytest.approx(split.value(name, period, "Pro")), (name, period)


def test_money_of_a_day_is_worth_the_rate_of_its_month(tmp_path):
    orders = pd.DataFrame(
        [("1", "2024-01-05", 100.0, "EUR"), ("2", "2024-02-05", 100.0, "EUR"), ("3", "2024-04-05", 10.0, "USD")],
        columns=["order_id", "order_date", "amount", "currency"],
    )
    rules = FactRules(currency="USD", rates=MOVING)
    found = Engine(CATALOGUE, facts_of(tmp_path, {"orders": orders}, rules=rules)).compute(Query())
    assert [found.value("revenue", Period.parse(month)) for month in ("2024-01", "2024-02")] == [
        100,
        pytest.approx(110),
    ]


def test_a_late_renewal_across_a_change_is_no_movement(tmp_path):
    rows = [("a", "Pro", "2024-01-10", "2024-01-25", 100.0, "EUR"), ("a", "Pro", "2024-02-05", None, 100.0, "EUR")]
    found = company(tmp_path, MOVING, rows).compute(Query())
    february = Period.parse("2024-02")
    assert found.value("fx_mrr", february) == pytest.approx(10)
    assert [found.value(name, february) for name in ("expansion_mrr", "reactivation_mrr")] == [0, 0]


def test_seen_from_an_earlier_day_later_rates_are_unknown(engine):
    found = engine.compute(Query(as_of=date(2024, 2, 20)))
    assert found.value("mrr", Period.parse("2024-02")) == pytest.approx(369 + 77)
    assert found.value("fx_mrr", Period.parse("2024-02")) == pytest.approx(40)


@pytest.mark.thorough
@settings(
    max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6))
def test_rates_that_stay_change_nothing(tmp_path_factory, seed):
    rows = a_ledger(seed)
    fixed = engine_of(tmp_path_factory.mktemp("fixed"), rows)
    by_month = {f"EUR 2024-{month:02}": RATES["EUR"] for month in range(1, 13)}
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    rules = FactRules(currency="USD", rates=by_month, gap_months=0)
    moving = Engine(
        CATALOGUE, facts_of(tmp_path_factory.mktemp("by"), {"subscriptions": table}, as_of=LAST, rules=rules)
    )
    names = ("mrr", "new_mrr", "churned_mrr", "expansion_mrr", "contraction_mrr", "reactivation_mrr", "fx_mrr")
    one, other = (each.compute(Query(metrics=names)) for each in (fixed, moving))
    for name in names:
        assert one.series[name].values == pytest.approx(other.series[name].values, nan_ok=True), name


def test_rates_as_they_are_written():
    assert Rates.of({"EUR": 1.08, "gbp": 1.27}).moving == ()
    rates = Rates.of({"€ 2024-03": 1.2, "€": 1.1, "GBP 2024-01": 1.27, "GBP 2024-02": 1.27})
    assert rates.moving == ("EUR",)
    assert rates.runs["EUR"] == ((0, 1.1), (Period.parse("2024-03").index, 1.2))
    with pytest.raises(UserError):
        Rates.of({"EUR soon": 1.1})
