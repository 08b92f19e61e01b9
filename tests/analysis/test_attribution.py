"""A change split over its drivers: exactly, whatever the order, and without making up what is not known."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.analysis.attribution import Attribution, Contribution, Ends, attribute, attribute_between, scaled
from kpidesk.analysis.players import players_of
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue

from tests.scenario.small import a_catalogue, values

SHIPPED = load_catalogue()
SMALL = a_catalogue(
    ("bookings", "new_customers * price", "money", "derived", "up"), ("price", "", "money", "ratio", "up")
)


def parts(found: Attribution) -> dict[str, float]:
    return {str(part.id): part.contribution for part in found.drivers}


def unit_economics(arpa: float, margin: float, churn: float, cac: float) -> dict[MetricName, float]:
    ltv = arpa * margin / churn
    return values(
        arpa=arpa, gross_margin=margin, customer_churn_rate=churn, cac=cac, ltv=ltv, ltv_cac=ltv / cac,
        retention_rate=1 - churn,
    )  # fmt: skip


def test_bookings_by_volume_and_price_as_published() -> None:
    """acceptance 40: 1000 × 200 → 1000 × 220 → 1500 × 220."""
    first = values(new_customers=1000, price=200, bookings=200_000)
    second = values(new_customers=1000, price=220, bookings=220_000)
    third = values(new_customers=1500, price=220, bookings=330_000)
    by_price = attribute(SMALL, first, second, MetricName("bookings"))
    by_volume = attribute(SMALL, second, third, MetricName("bookings"))
    assert by_price.change == 20_000
    assert parts(by_price) == {"price": 20_000, "new_customers": 0}
    assert parts(by_volume) == {"price": 0, "new_customers": 110_000}


@given(*[st.tuples(st.floats(10, 500), st.floats(0.1, 1), st.floats(0.005, 0.5), st.floats(50, 5000))] * 2)
def test_contributions_of_ltv_to_cac_sum_to_its_change(
    first: tuple[float, float, float, float], second: tuple[float, float, float, float]
) -> None:
    """acceptance 42."""
    before, after = unit_economics(*first), unit_economics(*second)
    found = attribute(SHIPPED, before, after, MetricName("ltv_cac"))
    change = after[MetricName("ltv_cac")] - before[MetricName("ltv_cac")]
    assert sum(parts(found).values()) == pytest.approx(change, abs=1e-9)
    assert set(parts(found)) == {"arpa", "gross_margin", "customer_churn_rate", "cac"}
    assert [abs(p.contribution) for p in found.drivers] == sorted((abs(x) for x in parts(found).values()), reverse=True)


def test_a_driver_that_did_not_move_gets_exactly_nothing() -> None:
    found = attribute(
        SHIPPED, unit_economics(100, 0.8, 0.05, 600), unit_economics(100, 0.8, 0.025, 600), MetricName("ltv_cac")
    )
    assert parts(found) == {"customer_churn_rate": pytest.approx(8 / 3), "arpa": 0, "gross_margin": 0, "cac": 0}


def test_churn_is_looked_through_to_its_counts() -> None:
    before = values(customer_churn_rate=0.05, churned_customers=5, starting_customers=100, retention_rate=0.95)
    after = values(customer_churn_rate=0.08, churned_customers=8, starting_customers=100, retention_rate=0.92)
    found = attribute(SHIPPED, before, after, MetricName("retention_rate"))
    assert parts(found) == {"churned_customers": pytest.approx(-0.03), "starting_customers": 0}


def test_parts_follow_the_tree_and_sum_to_their_driver() -> None:
    """ARPA rose because MRR did, though customers grew: 100 → 110 is +20 by MRR and −10 by customers, about."""
    before = unit_economics(100, 0.8, 0.05, 600) | values(mrr=100_000, active_customers=1000)
    after = unit_economics(110, 0.8, 0.05, 600) | values(mrr=121_000, active_customers=1100)
    found = attribute(SHIPPED, before, after, MetricName("ltv"))
    arpa = next(part for part in found.drivers if part.id == "arpa")
    assert arpa.contribution == pytest.approx(160)
    assert sum(part.contribution for part in arpa.parts) == pytest.approx(160, abs=1e-9)
    assert [part.id for part in arpa.parts] == ["mrr", "active_customers"]
    by_mrr = (121_000 - 100_000) * (1 / 1000 + 1 / 1100) / 2
    assert arpa.parts[0].contribution == pytest.approx(16 * by_mrr)


def test_mrr_is_split_over_its_movements() -> None:
    before, after = values(mrr=1000, new_mrr=50), values(mrr=1100, new_mrr=70)
    flows = values(new_mrr=150, churned_mrr=-60, expansion_mrr=10)
    found = attribute_between(SHIPPED, Ends(before, after, flows=flows), MetricName("mrr"))
    assert parts(found) == {"new_mrr": 150, "churned_mrr": -60, "expansion_mrr": 10}
    assert (found.drivers[0].before, found.drivers[0].after) == (50, 70)


def test_what_does_not_close_stands_under_the_own_name() -> None:
    ends = Ends(values(active_customers=100), values(active_customers=120), flows=values(new_customers=30))
    assert parts(attribute_between(SHIPPED, ends, MetricName("active_customers"))) == {
        "new_customers": 30,
        "active_customers": -10,
    }


def test_customers_lost_count_against_customers() -> None:
    flows = values(new_customers=30, churned_customers=10)
    ends = Ends(values(active_customers=100), values(active_customers=120), flows=flows)
    assert parts(attribute_between(SHIPPED, ends, MetricName("active_customers"))) == {
        "new_customers": 30,
        "churned_customers": -10,
    }


def test_arr_shows_the_movements_of_mrr_below_it() -> None:
    before, after = values(mrr=1000, arr=12_000), values(mrr=1100, arr=13_200)
    ends = Ends(before, after, flows=values(new_mrr=160, churned_mrr=-60))
    found = attribute_between(SHIPPED, ends, MetricName("arr"))
    assert parts(found) == {"mrr": 1200}
    assert {str(p.id): p.contribution for p in found.drivers[0].parts} == pytest.approx(
        {"new_mrr": 1920, "churned_mrr": -720}
    )


def test_a_given_value_that_left_its_formula_says_so() -> None:
    """The sheet's LTV stood at 1,500 for a formula of 1,600 and now at 3,200 for one of 3,200."""
    before = unit_economics(100, 0.8, 0.05, 600) | values(ltv=1500)
    after = unit_economics(100, 0.8, 0.025, 600)
    found = attribute(SHIPPED, before, after, MetricName("ltv"))
    assert set(parts(found)) == {"customer_churn_rate", "ltv", "arpa", "gross_margin"}
    assert sum(parts(found).values()) == pytest.approx(1700, abs=1e-9)
    assert parts(found)["ltv"] == pytest.approx((100 + 200) / 2)
    steady = attribute(SHIPPED, before, after | values(ltv=3000), MetricName("ltv"))
    assert parts(steady) == {"customer_churn_rate": 1500, "arpa": 0, "gross_margin": 0}


def test_a_given_value_of_another_sign_is_off_by_an_amount() -> None:
    catalogue = a_catalogue(("surplus", "revenue - acquisition_cost", "money", "flow", "up"))
    before = values(surplus=-10, revenue=100, acquisition_cost=70)
    found = attribute(catalogue, before, values(surplus=20, revenue=110, acquisition_cost=70), MetricName("surplus"))
    assert parts(found) == {"surplus": pytest.approx(20), "revenue": pytest.approx(10), "acquisition_cost": 0}


def test_a_missing_end_is_said_not_made_up() -> None:
    for first, second, word in ((math.nan, 1.0, "first"), (1.0, math.nan, "second"), (math.nan, math.nan, "either")):
        found = attribute(SHIPPED, values(ltv=first), values(ltv=second), MetricName("ltv"))
        assert (found.change, found.drivers) == (None, ())
        assert word in str(found.reason)


def test_a_missing_driver_leaves_the_change_with_the_kpi() -> None:
    before = values(ltv=1600, arpa=100, gross_margin=0.8)
    after = values(ltv=3200, arpa=100, gross_margin=0.8, customer_churn_rate=0.025)
    found = attribute(SHIPPED, before, after, MetricName("ltv"))
    assert parts(found) == {"ltv": 1600}
    assert "not known at both ends" in str(found.reason)


def test_a_kpi_without_formula_is_its_own_driver() -> None:
    found = attribute(SHIPPED, values(nps_answers=10), values(nps_answers=15), MetricName("nps_answers"))
    assert found.drivers == (Contribution(MetricName("nps_answers"), 10, 15, 5),)


def test_growth_moves_with_what_it_is_compared_with() -> None:
    before = values(revenue=110, previous_revenue=100, revenue_growth_mom=0.1)
    after = values(revenue=110, previous_revenue=110, revenue_growth_mom=0)
    found = attribute(SHIPPED, before, after, MetricName("revenue_growth_mom"))
    assert parts(found) == {"previous_revenue": pytest.approx(-0.1), "revenue": 0}


def test_every_formula_of_the_catalogue_has_players_within_reach() -> None:
    known = frozenset(SHIPPED.definitions)
    for name, definition in SHIPPED.definitions.items():
        players = players_of(SHIPPED, name, known, Grain.MONTH)
        assert len(players) <= 11
        assert name not in players
        if definition.expr is None:
            assert players == ()
    assert players_of(SHIPPED, MetricName("ltv_cac"), known, Grain.MONTH) == (
        "arpa", "gross_margin", "customer_churn_rate", "cac",
    )  # fmt: skip


def test_scaling_reaches_the_parts() -> None:
    whole = Contribution(MetricName("a"), 1, 2, 1.0, (Contribution(MetricName("b"), 1, 2, 1.0),))
    assert scaled(whole, 3).parts[0].contribution == 3
