"""The month path: what a change does to customers, MRR and everything computed from them, month by month."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.projection import MonthPath, Projection, project

from tests.scenario.small import a_frame, a_scenario

CATALOGUE = load_catalogue()


def steady_company(**columns: Sequence[float]) -> ResultFrame:
    """1,000 customers at $100, 50 come and 50 leave each month; $600 to win one; margin 80%."""
    usual = {
        "active_customers": 1000, "starting_customers": 1000, "new_customers": 50, "churned_customers": 50,
        "reactivated_customers": 0, "customer_churn_rate": 0.05, "mrr": 100_000, "starting_mrr": 100_000,
        "new_mrr": 5000, "expansion_mrr": 2000, "contraction_mrr": -2000, "churned_mrr": -5000,
        "reactivation_mrr": 0, "arpa": 100, "gross_margin": 0.8, "marketing_cost": 30_000, "acquisition_cost": 30_000,
        "cac": 600, "ltv": 1600, "ltv_cac": 8 / 3, "cac_payback_months": 7.5, "retention_rate": 0.95,
        "revenue": 110_000, "previous_revenue": 110_000, "revenue_growth_mom": 0, "revenue_churn_rate": 0.07,
        "grr": 0.93, "nrr": 0.95, "nps": 31, "period_months": 1, "arpa_new": 100, "arr": 1_200_000,
    }  # fmt: skip
    return a_frame({name: [value] * 4 for name, value in usual.items()} | dict(columns))


def path(frame: ResultFrame | None = None, months: int = 12, start: str = "", **changes: str) -> MonthPath:
    scenario = a_scenario(**changes)
    if start:
        scenario = replace(scenario, start=Period.parse(start))
    return project(CATALOGUE, frame or steady_company(), None, scenario, months)


def last(side: object, name: str) -> float:
    assert isinstance(side, dict)
    return float(side[MetricName(name)][-1])


def test_half_the_churn_over_a_year() -> None:
    """1,000.0 against 1,262.0 customers; LTV doubles at once, payback stays."""
    result = path(customer_churn_rate="x0.5")
    assert round(last(result.baseline, "active_customers"), 1) == 1000.0
    assert round(last(result.scenario, "active_customers"), 1) == 1262.0
    assert last(result.baseline, "mrr") == pytest.approx(100_000)
    assert last(result.scenario, "mrr") == pytest.approx(126_201, abs=1)
    assert result.scenario[MetricName("ltv")].tolist() == pytest.approx([3200] * 12)
    assert result.scenario[MetricName("ltv_cac")].tolist() == pytest.approx([16 / 3] * 12)
    assert result.scenario[MetricName("cac_payback_months")].tolist() == pytest.approx([7.5] * 12)
    assert last(result.scenario, "revenue") == pytest.approx(110_000 * 1.26201, rel=1e-5)
    assert [str(period) for period in result.periods[:2]] == ["2024-05", "2024-06"]
    assert str(result.at) == "2024-04"


def test_nothing_changed_is_the_baseline_to_the_last_bit() -> None:
    result = path()
    assert set(result.scenario) == set(result.baseline)
    for name, values in result.baseline.items():
        assert np.array_equal(values, result.scenario[name], equal_nan=True)


def test_steady_company_stays_where_it_is() -> None:
    result = path(months=24)
    frame = steady_company()
    for name in frame.series:
        assert last(result.baseline, name) == pytest.approx(frame.value(name), abs=1e-9), name
    assert last(result.baseline, "arr") == pytest.approx(1_200_000)


def test_more_customers_for_the_same_spend_cost_less_each() -> None:
    """As in the steady state: what is not changed stays; CAC held at its old value doubles the spend."""
    result = path(new_customers="x2")
    assert last(result.scenario, "new_customers") == 100
    assert last(result.scenario, "marketing_cost") == pytest.approx(30_000)
    assert last(result.scenario, "cac") == pytest.approx(300)
    held = path(new_customers="x2", cac="600").scenario
    assert last(held, "marketing_cost") == last(held, "acquisition_cost") == pytest.approx(60_000)
    assert last(held, "cac") == pytest.approx(600)
    assert last(result.scenario, "new_mrr") == pytest.approx(10_000)
    assert last(result.scenario, "active_customers") == pytest.approx(2000 - 1000 * 0.95**12)


def test_cheaper_customers_cost_less_and_are_as_many() -> None:
    result = path(cac="-20%")
    assert last(result.scenario, "marketing_cost") == pytest.approx(24_000)
    assert last(result.scenario, "cac") == pytest.approx(480)
    assert last(result.scenario, "cac_payback_months") == pytest.approx(6)
    assert last(result.scenario, "active_customers") == pytest.approx(1000)


def test_spend_moves_cac() -> None:
    assert last(path(marketing_cost="x0.5").scenario, "cac") == pytest.approx(300)


def test_a_price_rise_is_paid_by_all_from_its_month() -> None:
    result = path(arpa="+10%", start="2024-06")
    mrr = result.scenario[MetricName("mrr")]
    assert mrr[0] == pytest.approx(100_000)
    assert mrr[1:].tolist() == pytest.approx([110_000] * 11)
    assert result.scenario[MetricName("expansion_mrr")][1] == pytest.approx(2200 + 10_000)
    assert result.scenario[MetricName("arpa")][1:].tolist() == pytest.approx([110] * 11)
    assert path(arpa="130").scenario[MetricName("arpa")].tolist() == pytest.approx([130] * 12)
    assert last(path(mrr="x2").scenario, "arpa") == pytest.approx(200)


@pytest.mark.parametrize(
    ("driver", "text", "name", "expected"),
    [
        ("retention_rate", "97.5%", "active_customers", 1262.0),
        ("churned_customers", "x0.5", "active_customers", 1262.0),
        ("churned_customers", "20", "active_customers", 1e3 * 0.98**12 + 50 * (1 - 0.98**12) / 0.02),
        ("churned_customers", "25", "active_customers", 1262.0),
        ("churned_mrr", "x0.5", "mrr", 200_000 - 100_000 * 0.975**12),
        ("churned_mrr", "=-2500", "mrr", 200_000 - 100_000 * 0.975**12),
        ("contraction_mrr", "+500", "mrr", 1e5 * 0.955**12 + 5000 * (1 - 0.955**12) / 0.045),
        ("expansion_mrr", "3000", "mrr", 1e5 * 0.96**12 + 5000 * (1 - 0.96**12) / 0.04),
        ("new_mrr", "6000", "new_mrr", 6000),
        ("arpa_new", "120", "new_mrr", 6000),
        ("reactivated_customers", "10", "active_customers", 1000 + 10 * (1 - 0.95**12) / 0.05),
        ("revenue_churn_rate", "5%", "mrr", 1e5 * 0.97**12 + 5000 * (1 - 0.97**12) / 0.03),
        ("grr", "95%", "mrr", 1e5 * 0.97**12 + 5000 * (1 - 0.97**12) / 0.03),
        ("nrr", "100%", "mrr", 160_000),
        ("nrr", "90%", "mrr", 1e5 * 0.9**12 + 5000 * (1 - 0.9**12) / 0.1),
        ("net_revenue_churn_rate", "0%", "mrr", 160_000),
        ("gross_margin", "40%", "ltv", 800),
        ("nps", "50", "nps", 50),
        ("active_customers", "x2", "arpa", 50),
    ],
)
def test_every_driver_reaches_the_path(driver: str, text: str, name: str, expected: float) -> None:
    """By hand: x(t) = q^t x0 + new (1 − q^t) ÷ (1 − q)."""
    assert last(path(**{driver: text}).scenario, name) == pytest.approx(expected, abs=0.1)


@settings(deadline=None)
@given(
    st.permutations(["customer_churn_rate", "new_customers", "cac", "gross_margin"]),
    st.lists(st.sampled_from(["x0.5", "-20%", "x0.9"]), min_size=4, max_size=4),
)
def test_order_of_independent_changes_does_not_matter(names: list[str], texts: list[str]) -> None:
    changes = dict(zip(names, texts, strict=True))
    one, other = path(**changes), path(**dict(reversed(changes.items())))
    for name, values in one.scenario.items():
        assert np.array_equal(values, other.scenario[name], equal_nan=True)


@settings(deadline=None)
@given(
    st.sampled_from(
        ["customer_churn_rate", "new_customers", "arpa", "expansion_mrr", "churned_mrr", "arpa_new", "nrr"]
    ),
    st.floats(0.1, 1.05),
    st.sampled_from(["", "2024-07"]),
)
def test_movements_make_the_change_of_mrr_and_customers(driver: str, factor: float, start: str) -> None:
    values = path(start=start, **{driver: f"x{factor}"}).scenario
    moves = sum(
        values[MetricName(f"{kind}_mrr")] for kind in ("new", "expansion", "contraction", "churned", "reactivation")
    )
    mrr, customers = values[MetricName("mrr")], values[MetricName("active_customers")]
    assert np.allclose(values[MetricName("starting_mrr")] + moves, mrr, rtol=1e-12)
    assert np.allclose(values[MetricName("starting_mrr")][1:], mrr[:-1], rtol=1e-12)
    came = values[MetricName("new_customers")] + values[MetricName("reactivated_customers")]
    lost = values[MetricName("churned_customers")]
    assert np.allclose(values[MetricName("starting_customers")] + came - lost, customers, rtol=1e-12)


def uneven_company() -> ResultFrame:
    """Its last month is unlike those before it."""
    return steady_company(
        customer_churn_rate=[0.02, 0.03, 0.04, 0.05], new_customers=[20, 90, 10, 50], gross_margin=[0.5, 0.6, 0.9, 0.8],
        cac=[300, 900, 1200, 600], arpa=[90, 95, 120, 100], churned_customers=[20, 30, 40, 50],
        mrr=[80_000, 90_000, 110_000, 100_000], expansion_mrr=[1, 9000, 500, 2000], nps=[0, 50, 10, 31],
    )  # fmt: skip


@cache
def ahead_of_uneven() -> Projection:
    return Projection(CATALOGUE, uneven_company(), None, 12)


_MOVABLE = (
    "customer_churn_rate", "retention_rate", "churned_customers", "new_customers", "cac", "arpa", "mrr", "gross_margin",
    "expansion_mrr", "contraction_mrr", "churned_mrr", "new_mrr", "arpa_new", "revenue_churn_rate", "grr", "nrr", "nps",
    "marketing_cost", "revenue", "reactivated_customers",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_MOVABLE), st.floats(0.05, 1.04), st.sampled_from(["", "2024-07"]), st.booleans())
def test_value_factor_percent_and_points_that_come_to_the_same_have_one_path(
    driver: str, factor: float, start: str, is_preceded: bool
) -> None:
    """A driver has one baseline, the last month's: what is typed into its box may say it in any way."""
    frame = uneven_company()
    before = {"customer_churn_rate": "x0.9", "new_customers": "x1.3"} if is_preceded else {}
    if driver in before or (is_preceded and driver == "churned_customers"):
        return  # a count and the rate that it is above the line of are two words for one thing
    here = ahead_of_uneven()
    known = Baseline.of_frame(CATALOGUE, frame).under(a_scenario(**before))[MetricName(driver)]
    amount = known * factor
    texts = (f"={amount!r}", f"x{factor!r}", f"{(factor - 1) * 100:+.15g}%", f"{amount - known:+.17g}")
    paths = []
    for text in texts:
        scenario = a_scenario(**before, **{driver: text})
        if start:
            scenario = replace(scenario, start=Period.parse(start))
        paths.append(here.under(scenario).scenario)
    for name, values in paths[0].items():
        for other in paths[1:]:
            assert np.allclose(values, other[name], rtol=1e-9, atol=1e-9, equal_nan=True), name


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_MOVABLE), st.floats(0.05, 1.04))
def test_first_month_of_the_path_has_the_value_of_the_box(driver: str, factor: float) -> None:
    """Rates, prices and costs on the path are those of the cards, from the first month on."""
    if driver in ("mrr", "revenue", "arpa", "churned_customers", "expansion_mrr", "contraction_mrr", "churned_mrr"):
        return  # they go with customers and MRR
    frame = uneven_company()
    cards = Baseline.of_frame(CATALOGUE, frame).under(a_scenario(**{driver: f"x{factor!r}"}))
    name = MetricName(driver)
    if name in (found := ahead_of_uneven().under(a_scenario(**{driver: f"x{factor!r}"}))).scenario:
        expected = cards[name]
        assert found.scenario[name][0] == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_a_ramp_comes_into_force_in_equal_steps() -> None:
    """Half the churn from June on over five months: 5%, 4.5, 4, 3.5, 3, 2.5%."""
    scenario = replace(a_scenario(customer_churn_rate="x0.5"), start=Period.parse("2024-06"), ramp=5)
    found = project(CATALOGUE, steady_company(), None, scenario, 8).scenario
    assert found[MetricName("customer_churn_rate")].tolist() == pytest.approx(
        [0.05, 0.045, 0.04, 0.035, 0.03, 0.025, 0.025, 0.025]
    )
    churned = found[MetricName("starting_customers")] * found[MetricName("customer_churn_rate")]
    assert found[MetricName("churned_customers")].tolist() == pytest.approx(churned.tolist())


@pytest.mark.parametrize(
    "driver", ["retention_rate", "churned_customers", "arpa", "gross_margin", "cac", "new_mrr", "nrr"]
)
def test_a_ramp_of_any_driver_ends_in_full_force(driver: str) -> None:
    full = a_scenario(**{driver: "x0.9"})
    at_once = project(CATALOGUE, steady_company(), None, full, 6).scenario[MetricName("ltv_cac")]
    ramped = project(CATALOGUE, steady_company(), None, replace(full, ramp=1), 6).scenario[MetricName("ltv_cac")]
    assert np.array_equal(at_once, ramped)
    slow = project(CATALOGUE, steady_company(), None, replace(full, ramp=4), 6)
    base = slow.baseline.get(MetricName(driver))
    if base is not None:
        moved = slow.scenario[MetricName(driver)]
        assert moved[0] == pytest.approx(base[0] * 0.975, rel=1e-3)


def test_change_holds_from_its_start() -> None:
    result = path(customer_churn_rate="x0.5", gross_margin="x0.8", start="2024-08")
    for name in ("active_customers", "ltv", "gross_margin"):
        key = MetricName(name)
        assert np.array_equal(result.scenario[key][:3], result.baseline[key][:3])
        assert result.scenario[key][3] != result.baseline[key][3]


def test_a_sheet_of_stocks_and_rates_alone_is_carried() -> None:
    """Customers, churn and MRR are given; the new are told from the change of the number, their price is ARPA."""
    frame = a_frame({
        "active_customers": [1000, 1000, 1000, 1000], "customer_churn_rate": [0.05] * 4, "mrr": [100_000] * 4,
    })  # fmt: skip
    result = path(frame, customer_churn_rate="x0.5")
    assert last(result.scenario, "active_customers") == pytest.approx(1262.0, abs=0.05)
    assert last(result.baseline, "mrr") == pytest.approx(100_000)
    assert last(result.scenario, "mrr") == pytest.approx(126_201, abs=1)


def test_given_cac_follows_new_customers_on_the_path_as_on_the_cards() -> None:
    frame = a_frame({"active_customers": [1000] * 4, "customer_churn_rate": [0.05] * 4, "mrr": [1e5] * 4,
                     "new_customers": [50] * 4, "cac": [600] * 4, "ltv": [1500] * 4, "ltv_cac": [2.5] * 4})  # fmt: skip
    result = path(frame, new_customers="x2", customer_churn_rate="x0.5")
    assert last(result.scenario, "cac") == pytest.approx(300)
    assert last(result.scenario, "ltv") == pytest.approx(3000)
    assert last(result.scenario, "ltv_cac") == pytest.approx(10)


def test_a_formula_that_lacks_a_part_on_the_path_stays_as_it_was() -> None:
    """The revenue of the month before is given, that of the month is not."""
    result = path(a_frame({"previous_revenue": [90, 100, 110], "nps": [1, 1, 1]}), nps="x2")
    assert last(result.baseline, "previous_revenue") == pytest.approx(110)


def test_without_churn_customers_are_not_carried() -> None:
    frame = a_frame({"active_customers": [10, 11, 12], "mrr": [100, 110, 120], "nps": [30, 30, 36]})
    result = path(frame, nps="x2")
    assert MetricName("active_customers") not in result.baseline
    assert MetricName("mrr") not in result.baseline
    assert last(result.baseline, "nps") == 36
    assert last(result.scenario, "nps") == 72
    assert len(result.notes) == 2
    refused = path(steady_company(customer_churn_rate=[math.nan] * 4, retention_rate=[math.nan] * 4))
    assert MetricName("active_customers") not in refused.baseline


def test_a_given_churn_rate_is_taken_at_its_word() -> None:
    frame = steady_company(customer_churn_rate=[0.02] * 4)
    churn = MetricName("customer_churn_rate")
    frame = replace(frame, series={**frame.series, churn: replace(frame.series[churn], given=True)})
    assert last(path(frame).baseline, "customer_churn_rate") == pytest.approx(0.02)


def test_first_month_alone_is_enough() -> None:
    frame = a_frame({"active_customers": [1000], "customer_churn_rate": [0.05], "new_customers": [50]})
    assert last(path(frame).baseline, "active_customers") == pytest.approx(1000)


def test_a_path_needs_months_and_a_length() -> None:
    with pytest.raises(UserError, match="by quarter"):
        path(replace(steady_company(), grain=Grain.QUARTER))
    with pytest.raises(UserError, match="1 to 120 months, not 0"):
        path(months=0)
    with pytest.raises(UserError, match="has no value at 2024-04"):
        path(csat="x2")
    assert last(path(csat="80%").scenario, "csat") == 0.8


def test_one_projection_serves_many_scenarios() -> None:
    projection = Projection(CATALOGUE, steady_company(), None, 60)
    first = projection.under(a_scenario(customer_churn_rate="x0.5"))
    again = projection.under(a_scenario(customer_churn_rate="x0.5"))
    assert np.array_equal(first.scenario[MetricName("mrr")], again.scenario[MetricName("mrr")])
    assert projection.baseline is first.baseline
    assert len(first.periods) == 60
    assert not math.isnan(last(first.scenario, "ltv"))


@given(st.sampled_from(["customer_churn_rate", "cac", "gross_margin", "new_customers", "arpa"]), st.floats(0.3, 1.2))
@settings(max_examples=30)
def test_kpis_that_are_looked_at_are_the_same_to_the_last_bit(driver: str, factor: float) -> None:
    whole = Projection(CATALOGUE, steady_company(), None, 12)
    scenario = a_scenario(**{driver: f"x{factor:.6f}", "customer_churn_rate": "x0.7"})
    names = frozenset(map(MetricName, ("mrr", "ltv_cac", "revenue")))
    every, some = whole.under(scenario).scenario, whole.under(scenario, names=names).scenario
    assert names <= set(some) < set(every)
    assert all(np.array_equal(path, every[name]) for name, path in some.items())
