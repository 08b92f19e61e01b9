"""Steady state: what moves when a driver moves, and what stays exactly where it was."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import DriverBounds, Measure
from kpidesk.scenario.model import parse_override
from kpidesk.scenario.overrides import Baseline, column_of, steady_state

from tests.scenario.small import a_catalogue, a_definition, a_frame, a_scenario, example_28, values

CATALOGUE = a_catalogue()


def limited(name: str, bounds: DriverBounds) -> Catalogue:
    return Catalogue.of(replace(d, driver=bounds) if n == name else d for n, d in CATALOGUE.definitions.items())


def under(**changes: str) -> dict[str, float]:
    return {str(k): v for k, v in steady_state(CATALOGUE, example_28(), a_scenario(**changes)).items()}


def test_half_the_churn_doubles_ltv_and_leaves_payback() -> None:
    """acceptance 28."""
    after = under(customer_churn_rate="x0.5")
    assert after["customer_churn_rate"] == 0.025
    assert after["ltv"] == pytest.approx(3200, abs=1e-9)
    assert round(after["ltv_cac"], 2) == 5.33
    assert after["retention_rate"] == pytest.approx(0.975)
    assert after["cac_payback_months"] == 7.5
    assert after["cac"] == 600


def test_scenario_without_changes_is_the_baseline_to_the_last_bit() -> None:
    assert steady_state(CATALOGUE, example_28(), a_scenario()) == example_28()


def test_override_of_a_part_reaches_everything_above_it() -> None:
    after = under(acquisition_cost="+10%", new_customers="55")
    assert after["cac"] == pytest.approx(600)
    assert after["ltv_cac"] == pytest.approx(1600 / 600)
    assert under(mrr="x2")["ltv"] == pytest.approx(3200)


def test_relative_change_acts_on_what_changes_upstream_made() -> None:
    """MRR doubled makes ARPA 200; ten percent more makes 220, in whatever order the two are given."""
    assert under(mrr="x2", arpa="+10%")["arpa"] == pytest.approx(220)
    assert under(arpa="+10%", mrr="x2")["arpa"] == pytest.approx(220)
    assert under(arpa="150", mrr="x2")["arpa"] == 150


def test_several_changes_of_one_driver_act_one_after_the_other() -> None:
    scenario = a_scenario(cac="x0.5")
    scenario = type(scenario)(scenario.id, "", (*scenario.overrides, parse_override("cac", "+30")))
    assert steady_state(CATALOGUE, example_28(), scenario)[MetricName("cac")] == 330


@given(st.permutations(["x0.5", "+10%", "-20%", "40"]), st.permutations(["customer_churn_rate", "arpa", "cac"]))
def test_order_of_changes_to_different_drivers_does_not_matter(texts: list[str], names: list[str]) -> None:
    changes = {n: "x0.5" if n == "customer_churn_rate" else t for n, t in zip(names, texts, strict=False)}
    assert under(**changes) == under(**dict(reversed(changes.items())))


def test_a_given_value_moves_in_proportion_to_its_formula() -> None:
    """The sheet says 1,500 where the formula makes 1,600: half the churn doubles what the sheet says."""
    given_ltv = {**example_28(), MetricName("ltv"): 1500.0, MetricName("ltv_cac"): 2.5}
    after = steady_state(CATALOGUE, given_ltv, a_scenario(customer_churn_rate="x0.5"))
    assert after[MetricName("ltv")] == pytest.approx(3000)
    assert after[MetricName("ltv_cac")] == pytest.approx(5.0)
    assert steady_state(CATALOGUE, given_ltv, a_scenario(revenue="x2"))[MetricName("ltv")] == 1500


def test_a_given_value_without_all_parts_still_scales() -> None:
    """LTV and churn are given, ARPA and margin are not: they only scale LTV, so half the churn doubles it."""
    known = values(ltv=1500, customer_churn_rate=0.05, cac=500, ltv_cac=3)
    after = steady_state(CATALOGUE, known, a_scenario(customer_churn_rate="x0.5"))
    assert after[MetricName("ltv")] == pytest.approx(3000)
    assert after[MetricName("ltv_cac")] == pytest.approx(6)


def test_unknown_parts_are_looked_for_everywhere_in_the_formula() -> None:
    """max and minus scale as well: what is not known is left out of proportions that do not need it."""
    catalogue = a_catalogue(("worth", "-(ltv * max(revenue, 0)) / cac", "money", "derived", "up"))
    after = steady_state(catalogue, values(worth=-6, ltv=10, cac=5), a_scenario(cac="x0.5"))
    assert after[MetricName("worth")] == pytest.approx(-12)
    sums = a_catalogue(("worth", "(ltv + revenue) / cac", "money", "derived", "up"))
    assert steady_state(sums, values(worth=6, ltv=10, cac=5), a_scenario(ltv="x0.5"))[MetricName("worth")] == 6
    negative = a_catalogue(("worth", "revenue / cac", "money", "derived", "up"))
    assert steady_state(negative, values(worth=-6, cac=5), a_scenario(cac="x0.5"))[MetricName("worth")] == -6


def test_a_given_value_whose_unknown_parts_matter_stands_still() -> None:
    catalogue = a_catalogue(("margin_left", "ltv - cac - revenue", "money / customer", "derived", "up"))
    known = values(margin_left=100, ltv=1500, cac=500)
    after = steady_state(catalogue, known, a_scenario(cac="x0.5"))
    assert after[MetricName("margin_left")] == 100


def test_a_given_value_of_the_other_sign_is_shifted() -> None:
    catalogue = a_catalogue(("surplus", "revenue - acquisition_cost", "money", "flow", "up"))
    known = values(surplus=-10, revenue=100, acquisition_cost=70)
    after = steady_state(catalogue, known, a_scenario(revenue="+20"))
    assert after[MetricName("surplus")] == pytest.approx(10)


def test_growth_keeps_what_it_is_compared_with() -> None:
    after = under(revenue="x1.2")
    assert after["previous_revenue"] == 80_000
    assert after["revenue_growth_mom"] == pytest.approx(0.5)


def test_no_churn_leaves_no_ltv() -> None:
    after = under(customer_churn_rate="0")
    assert math.isnan(after["ltv"])
    assert math.isnan(after["ltv_cac"])
    assert after["cac_payback_months"] == 7.5


def test_unknown_driver_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(UserError, match=r"no KPI called “churn_rate”.*customer_churn_rate"):
        under(churn_rate="x0.5")
    with pytest.raises(UserError, match=r"no KPI called “zzz”.*catalogue lists"):
        under(zzz="x0.5")
    with pytest.raises(UserError, match="customer_churn_rate"):
        under(**{"Customer churn rat": "x0.5"})


def test_a_share_cannot_leave_its_range() -> None:
    with pytest.raises(UserError, match=r"would be 500\.0%"):
        under(customer_churn_rate="5")
    with pytest.raises(UserError, match=r"would be 160\.0%"):
        under(gross_margin="x2")
    with pytest.raises(UserError, match=r"cac would be −\$5; it lies between \$0 and ∞"):
        steady_state(limited("cac", DriverBounds(low=0)), example_28(), a_scenario(cac="=-5"))
    with pytest.raises(UserError, match="between −∞ and"):
        steady_state(limited("cac", DriverBounds(high=0)), example_28(), a_scenario(cac="5"))


def test_customers_gained_do_not_cause_losses() -> None:
    """A formula that settles the account of a counted flow is no cause."""
    settling = a_definition(
        "churned_customers", "starting_customers + new_customers - active_customers", "customer", "flow", "down"
    )
    counted = replace(settling, measures=(Measure("moves", "count"),))
    catalogue = Catalogue.of(counted if n == counted.name else d for n, d in CATALOGUE.definitions.items())
    after = steady_state(catalogue, example_28(), a_scenario(new_customers="x2"))
    assert after[MetricName("customer_churn_rate")] == 0.05
    assert after[MetricName("cac")] == 300


def test_relative_change_needs_a_baseline_and_an_absolute_one_does_not() -> None:
    known = values(ltv=1600)
    with pytest.raises(UserError, match="cac has no value at that period"):
        steady_state(CATALOGUE, known, a_scenario(cac="x0.5"))
    assert steady_state(CATALOGUE, known, a_scenario(cac="400"))[MetricName("ltv_cac")] == 4


def test_baseline_of_a_frame_is_its_last_complete_period() -> None:
    frame = a_frame({"arpa": [90, 100, 7], "gross_margin": [0.8, 0.8, 0.8], "cac": [math.nan] * 3}, incomplete=1)
    baseline = Baseline.of_frame(CATALOGUE, frame)
    assert baseline.at == Period.parse("2024-02")
    assert baseline.values == values(arpa=100, gross_margin=0.8)
    assert Baseline.of_frame(CATALOGUE, frame, Period.parse("2024-01")).values[MetricName("arpa")] == 90
    assert baseline.changed(a_scenario(arpa="+10%").overrides) == {"arpa": pytest.approx(110)}


def test_a_period_outside_the_data_is_refused() -> None:
    with pytest.raises(UserError, match=r"2025-06 is not among.*2024-01 to 2024-02"):
        column_of(a_frame({"arpa": [1, 2]}), Period.parse("2025-06"))
    empty = a_frame({"arpa": []})
    with pytest.raises(UserError, match="no period to start from"):
        column_of(empty, None)
