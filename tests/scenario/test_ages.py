"""Customers by age: older ones stay longer, and all ages together are the whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.ids import MetricName
from kpidesk.scenario.ages import Ageing, Ages
from kpidesk.scenario.projection import Projection

from tests.scenario.small import a_scenario
from tests.scenario.test_projection import CATALOGUE, steady_company

CUSTOMERS, MRR = MetricName("active_customers"), MetricName("mrr")
# Half leave in their first month, a tenth of those in the second, nobody was seen longer.
SHARES, AT_RISK = np.array([1.0, 0.5, 0.45]), np.array([100.0, 100.0, 50.0])


def some_ages() -> Ages:
    found = Ages.of(np.array([100.0, 300.0, 600.0]), np.array([5e3, 35e3, 60e3]), SHARES, AT_RISK)
    assert found is not None
    return found


def aged_company() -> Projection:
    return Projection(CATALOGUE, steady_company(), None, 24, some_ages())


def test_shares_that_leave_are_those_of_the_curve() -> None:
    assert some_ages().leaving.tolist() == pytest.approx([0, 0.5, 0.1])
    few = Ages.of(np.full(5, 10.0), np.full(5, 1.0), np.array([1, 0.5, 0.45, 0.0]), np.array([100.0, 100, 50, 3]))
    assert few is not None
    assert few.observed == 2
    # Beyond what was well observed: (50 + 5) of (100 + 50).
    assert few.leaving.tolist() == pytest.approx([0, 0.5, 0.1, 55 / 150, 55 / 150])


def test_curve_without_leavers_tells_no_ages() -> None:
    assert Ages.of(np.ones(3), np.ones(3), np.ones(3), np.full(3, 100.0)) is None


def test_churn_begins_where_it_is_now_and_falls_as_customers_grow_older() -> None:
    """By hand: 100 new leave at 0.5, 900 older ones at 0.1, in all 140; scaled to 50 of 1,000."""
    churn = aged_company().baseline[MetricName("customer_churn_rate")]
    assert churn[0] == pytest.approx(0.05)
    # 50 newly won of 1,000 leave at 0.5 × 5/14 next, the 950 others at 0.1 × 5/14.
    assert churn[1] == pytest.approx((50 * 0.5 + 950 * 0.1) * (5 / 14) / 1000)
    assert (np.diff(churn[1:]) <= 1e-12).all()


@given(
    st.sampled_from(["customer_churn_rate", "new_customers", "arpa", "expansion_mrr", "arpa_new", "retention_rate"]),
    st.floats(0.3, 1.05),
)
def test_ages_add_up_to_the_whole(driver: str, factor: float) -> None:
    projection, scenario = aged_company(), a_scenario(**{driver: f"x{factor}"})
    path, cohorts = projection.under(scenario).scenario, projection.by_age(scenario)
    assert cohorts is not None
    for found, name in zip(cohorts, (CUSTOMERS, MRR), strict=True):
        assert np.allclose(found.sum(axis=1), path[name], rtol=1e-12)
        assert (found >= -1e-9).all()


def test_nothing_changed_is_the_baseline_to_the_last_bit() -> None:
    result = aged_company().under(a_scenario())
    for name, values in result.baseline.items():
        assert np.array_equal(values, result.scenario[name], equal_nan=True)
    same = aged_company().under(a_scenario(customer_churn_rate="x1", new_customers="+0%"))
    for name, values in same.baseline.items():
        assert np.allclose(values, same.scenario[name], rtol=1e-12, equal_nan=True)


def test_more_new_customers_raise_churn_where_new_ones_leave_sooner() -> None:
    path = aged_company().under(a_scenario(new_customers="x3"))
    churn = MetricName("customer_churn_rate")
    assert path.scenario[churn][0] == path.baseline[churn][0]
    assert (path.scenario[churn][1:] > path.baseline[churn][1:]).all()


def test_halved_churn_halves_it_at_every_age() -> None:
    path = aged_company().under(a_scenario(customer_churn_rate="x0.5"))
    assert path.scenario[MetricName("customer_churn_rate")][0] == pytest.approx(0.025)
    assert path.scenario[CUSTOMERS][0] == pytest.approx(1000 + 50 - 25)


def test_one_share_for_all_ages_is_the_plain_path() -> None:
    everywhere = Ageing(np.array([10.0, 90.0]), np.array([0.0, 0.05]))
    rates = everywhere.churn(np.ones(12), np.full(12, 5.0))
    assert rates.tolist() == pytest.approx([0.05] * 12)
