"""What moves along with a ratio: MRR with ARPA, spend with CAC; and goals that are reached that way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.scenario.goal_seek import Status, seek, seek_from
from kpidesk.scenario.model import Kind, Override
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.parts import parts_of, reach_of

from tests.scenario.small import a_catalogue, a_scenario, example_28, values

CATALOGUE = load_catalogue()
BASELINE = Baseline.of(a_catalogue(), example_28())


def name(text: str) -> MetricName:
    return MetricName(text)


def test_the_amounts_above_the_line() -> None:
    assert parts_of(CATALOGUE, name("arpa")) == ("mrr",)
    assert parts_of(CATALOGUE, name("cac")) == ("sales_cost", "marketing_cost", "acquisition_cost")
    assert parts_of(CATALOGUE, name("customer_churn_rate"))[-1] == "churned_customers"
    for plain in ("mrr", "ltv", "ltv_cac", "gross_margin", "nps"):
        assert parts_of(CATALOGUE, name(plain)) == ()
    assert {"mrr", "arr", "ltv"} <= set(reach_of(CATALOGUE, name("arpa")))
    assert "mrr" not in reach_of(CATALOGUE, name("cac"))


def test_a_tenth_more_arpa_is_a_tenth_more_mrr() -> None:
    found = BASELINE.under(a_scenario(arpa="+10%"))
    assert found[name("mrr")] == pytest.approx(110_000)
    assert found[name("arpa")] == pytest.approx(110)
    assert found[name("active_customers")] == 1000


def test_mrr_of_a_goal_is_reached_by_arpa() -> None:
    """150,000 from 1,000 customers takes 150 each."""
    found = seek_from(BASELINE, "mrr", 150_000, "arpa")
    assert found.status is Status.SOLVED
    assert found.value == pytest.approx(150)
    known = values(mrr=100_000, active_customers=1000, arpa=100)
    assert seek(CATALOGUE, known, "mrr", 150_000, "arpa").value == pytest.approx(150)


def test_cac_takes_its_spend_along_and_new_customers_take_cac() -> None:
    cheaper = BASELINE.under(a_scenario(cac="x0.8"))
    assert cheaper[name("acquisition_cost")] == pytest.approx(24_000)
    more = BASELINE.under(a_scenario(new_customers="x2"))
    assert (more[name("cac")], more[name("acquisition_cost")]) == (300, 30_000)
    held = BASELINE.under(a_scenario(new_customers="x2", cac="600"))
    assert (held[name("cac")], held[name("acquisition_cost")]) == (600, 60_000)


@given(
    st.dictionaries(
        st.sampled_from(["mrr", "arpa", "cac", "new_customers", "customer_churn_rate", "churned_customers"]),
        st.floats(0.1, 1.05),
        min_size=1,
    )
)
def test_ratios_are_what_they_say_whatever_is_supposed(factors: dict[str, float]) -> None:
    scenario = a_scenario(**{driver: f"x{factor!r}" for driver, factor in factors.items()})
    found = BASELINE.under(scenario)
    for ratio, above, below in (
        ("arpa", "mrr", "active_customers"),
        ("cac", "acquisition_cost", "new_customers"),
        ("customer_churn_rate", "churned_customers", "starting_customers"),
    ):
        assert found[name(ratio)] == pytest.approx(found[name(above)] / found[name(below)], rel=1e-12)


@given(st.floats(1.0, 9.0), st.sampled_from(["customer_churn_rate", "cac", "arpa", "new_customers"]))
def test_an_answer_found_from_a_scenario_meets_the_goal_in_it(goal: float, vary: str) -> None:
    """The other drivers stay as supposed; the driver's own change is what is sought anew."""
    scenario = a_scenario(customer_churn_rate="x0.5", new_customers="x1.2", gross_margin="70%", cac="500")
    found = seek_from(BASELINE, "ltv_cac", goal, vary, overrides=scenario.active)
    if vary == "new_customers":
        assert found.status is Status.INDEPENDENT  # CAC is held at 500
        return
    assert found.baseline == pytest.approx(BASELINE.under(scenario)[name(vary)])
    if found.value is not None:
        asked = scenario.with_override(Override(DriverName(vary), Kind.ABSOLUTE, found.value))
        assert BASELINE.under(asked)[name("ltv_cac")] == pytest.approx(goal, rel=1e-6)
    else:
        assert vary == "customer_churn_rate"
        assert found.status is Status.UNREACHABLE
