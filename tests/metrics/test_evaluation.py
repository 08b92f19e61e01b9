"""Formulas over arrays: worked examples by number, what-if, missing values."""

import numpy as np
import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.evaluation import evaluate, evaluate_only, is_satisfied, re_evaluate
from kpidesk.metrics.formula import parse_formula


def of(grain=Grain.MONTH, **leaves):
    arrays = {name: np.atleast_1d(np.asarray(value, dtype=float)) for name, value in leaves.items()}
    return evaluate(load_catalogue(), arrays, grain)


def last(grain=Grain.MONTH, **leaves):
    return {name: float(array[-1]) for name, array in of(grain, **leaves).items()}


def test_lifetime_of_5_percent_is_20_months_and_of_25_percent_a_year_4_years():
    assert last(customer_churn_rate=0.05)["customer_lifetime_months"] == pytest.approx(20)
    yearly = last(Grain.YEAR, customer_churn_rate=0.25)["customer_lifetime_months"]
    assert yearly == pytest.approx(4 * 12)


def test_acceptance_18_yearly_churn_comes_back_to_the_month_it_came_from():
    for month, year, lifetime in ((0.05, 0.4596, 20), (0.03, 0.3062, 33.3)):
        exact = 1 - (1 - month) ** 12
        assert exact == pytest.approx(year, abs=5e-5)
        ltv = last(Grain.YEAR, arpa=1, gross_margin=1, customer_churn_rate=exact)["ltv"]
        assert ltv == pytest.approx(lifetime, abs=0.05)


def test_acceptance_19_quick_ratio():
    assert last(new_mrr=20, expansion_mrr=8, contraction_mrr=-3, churned_mrr=-5)["quick_ratio"] == pytest.approx(3.5)


def test_acceptance_16_gross_churn_and_grr():
    found = of(mrr=[100, 80], churned_mrr=[0, -10], contraction_mrr=[0, -10], expansion_mrr=[0, 0], new_mrr=[0, 0])
    assert found["revenue_churn_rate"][1] == pytest.approx(0.2)
    assert found["grr"][1] == pytest.approx(0.8)


def test_acceptance_20_renewals_and_20b_churn_by_customers_and_by_revenue():
    found = of(active_customers=[20, 17], churned_customers=[0, 3], mrr=[600, 544], churned_mrr=[0, -56])
    assert found["customer_churn_rate"][1] == pytest.approx(0.15)
    assert found["revenue_churn_rate"][1] == pytest.approx(0.0933, abs=5e-5)


def test_acceptance_23_ltv_and_no_value_at_churn_0():
    assert last(arpa=100, customer_churn_rate=0.05)["ltv"] == pytest.approx(2000)
    assert np.isnan(last(arpa=100, customer_churn_rate=0.0)["ltv"])


def test_acceptance_24_cac():
    assert last(acquisition_cost=20_000, new_customers=10)["cac"] == pytest.approx(2000)


def test_acceptance_25_ltv_with_margin():
    assert last(arpa=500, customer_churn_rate=0.05, gross_margin=0.7)["ltv"] == pytest.approx(7000)


def test_acceptance_28_halving_churn_doubles_ltv_and_moves_neither_cac_nor_payback():
    base = of(arpa=100, gross_margin=0.8, cac=600, customer_churn_rate=0.05)
    half = re_evaluate(load_catalogue(), base, {"customer_churn_rate": np.array([0.025])}, Grain.MONTH)
    assert base["ltv"][0] == pytest.approx(1600)
    assert half["ltv"][0] == pytest.approx(3200)
    assert base["ltv_cac"][0] == pytest.approx(2.6667, abs=1e-4)
    assert half["ltv_cac"][0] == pytest.approx(5.3333, abs=1e-4)
    assert base["cac_payback_months"][0] == half["cac_payback_months"][0] == pytest.approx(7.5)
    assert half["cac"][0] == 600


def test_acceptance_29_the_churn_that_solves_the_goal_gives_3():
    assert last(arpa=100, gross_margin=0.8, cac=600, customer_churn_rate=0.4 / 9)["ltv_cac"] == pytest.approx(3)


def test_acceptance_32_payback_is_7_5_not_4_8():
    assert last(cac=600, arpa=100, gross_margin=0.8)["cac_payback_months"] == pytest.approx(7.5)


def test_kpis_lead_velocity_of_1000_to_1100_is_10_percent():
    assert of(mqls=[1000, 1100])["lead_velocity_rate"][1] == pytest.approx(0.1)


def test_kpis_nps_of_70_10_20_is_50():
    found = last(nps_promoters=70, nps_passives=10, nps_detractors=20, nps_answers=100)
    assert found["nps"] == pytest.approx(50)


def test_kpis_5_percent_lost_and_15_percent_gained_is_minus_10_percent():
    found = of(mrr=[100, 110], churned_mrr=[0, -5], expansion_mrr=[0, 15], contraction_mrr=[0, 0], new_mrr=[0, 0])
    assert found["net_revenue_churn_rate"][1] == pytest.approx(-0.10)
    assert found["nrr"][1] == pytest.approx(1.10)


def test_kpis_170_of_200_is_retention_of_85_percent():
    assert of(active_customers=[200, 170])["retention_rate"][1] == pytest.approx(0.85)


def test_kpis_sessions_of_105_seconds_in_3_are_35_on_average():
    assert last(session_seconds=105, sessions=3)["avg_session_duration"] == pytest.approx(35)


def test_kpis_ten_visitors_stay_20_minutes():
    assert last(session_seconds=12_000, unique_visitors=10)["avg_time_on_site_per_user"] == pytest.approx(1200)


def test_kpis_viral_coefficient_of_50_accepted_for_100_sign_ups_is_half():
    found = last(invites_sent=200, invites_accepted=50, signups=100)
    assert found["viral_coefficient"] == pytest.approx(0.5)


def test_acceptance_38_ga4_bounce():
    assert last(engaged_sessions=840, sessions=1000)["bounce_rate"] == pytest.approx(0.16)


def test_acceptance_47_funnel_steps():
    found = last(sessions=10_000, leads_created=1000)
    assert found["visit_to_lead_rate"] == pytest.approx(0.1)


def test_zero_divisors_give_no_value_never_infinity():
    found = of(mrr=[0.0], active_customers=[0.0], clicks=[0.0], ad_clicks=[0.0], ad_spend=[5.0])
    assert np.isnan(found["arpa"][0])
    assert np.isnan(found["cpc"][0])
    assert not any(np.isinf(array).any() for array in found.values())


def test_names_that_cannot_be_computed_are_left_out():
    found = of(mrr=100)
    assert "ltv" not in found
    assert found["arr"][0] == 1200


def test_a_known_name_keeps_its_value_whatever_its_formula():
    assert last(mrr=100, arr=5)["arr"] == 5


def test_an_unknown_part_with_a_default_does_not_stop_the_sum():
    assert last(new_mrr=10, churned_mrr=-4)["net_new_mrr"] == 6


def test_a_single_period_holds_the_past_still():
    base = of(active_customers=100, starting_customers=80, churned_customers=8)
    moved = re_evaluate(load_catalogue(), base, {"active_customers": np.array([200.0])}, Grain.MONTH)
    assert moved["starting_customers"][0] == 80
    assert moved["customer_churn_rate"][0] == pytest.approx(0.1)


def test_over_several_periods_the_past_follows():
    base = evaluate(load_catalogue(), {"active_customers": np.array([100.0, 100.0])}, Grain.MONTH)
    moved = re_evaluate(load_catalogue(), base, {"active_customers": np.array([200.0, 100.0])}, Grain.MONTH)
    assert moved["starting_customers"][1] == 200


def test_what_does_not_depend_on_an_override_keeps_its_array():
    base = of(arpa=100, customer_churn_rate=0.05, cac=600)
    moved = re_evaluate(load_catalogue(), base, {"arpa": np.array([50.0])}, Grain.MONTH)
    assert moved["cac"] is base["cac"]


def test_arrays_of_any_leading_shape_are_taken():
    base = of(arpa=np.full((3, 4, 2), 100.0), customer_churn_rate=np.full((3, 4, 2), 0.05))
    assert base["ltv"].shape == (3, 4, 2)


def test_evaluating_named_formulas_leaves_others_alone():
    found = evaluate_only(load_catalogue(), {"mrr": np.array([1.0])}, Grain.MONTH, ("arr",))
    assert set(found) == {"mrr", "arr"}


def test_a_default_does_not_insist_on_its_first_argument():
    known = frozenset({"b"})
    assert is_satisfied(parse_formula("default(a, 0) + b"), known)
    assert is_satisfied(parse_formula("first(a, b)"), known)
    assert not is_satisfied(parse_formula("-a + b"), known)
    assert not is_satisfied(parse_formula("max(a, b)"), known)
    assert not is_satisfied(parse_formula("sum_known(a)"), known)


def test_a_series_is_never_patched_together_from_two_definitions():
    found = of(revenue=[100, np.nan], recurring_revenue=[50, 50], users=[10, 10])
    assert found["arpu"][0] == 10
    assert np.isnan(found["arpu"][1])
    assert of(recurring_revenue=[50, 50], users=[10, 10])["arpu"].tolist() == [5, 5]


def test_year_ago_reaches_12_months_and_min_max_fold():
    found = of(revenue=np.arange(1.0, 14.0))
    assert found["revenue_growth_yoy"][12] == pytest.approx(12)
    assert np.isnan(found["revenue_growth_yoy"][:12]).all()


@pytest.mark.bench
def test_all_formulas_over_60_months_take_a_millisecond(benchmark):
    rng = np.random.default_rng(7)
    catalogue = load_catalogue()
    leaves = {
        name: rng.uniform(1, 100, 60)
        for name, definition in catalogue.definitions.items()
        if definition.expr is None and definition.snapshot_expr is None
    }
    values = evaluate(catalogue, leaves, Grain.MONTH)
    everything = dict(leaves)
    result = benchmark(lambda: re_evaluate(catalogue, values, everything, Grain.MONTH))
    assert len(result) == len(values)
    assert benchmark.stats.stats.median < 1e-3
