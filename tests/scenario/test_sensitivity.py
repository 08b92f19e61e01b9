"""The tornado: one driver at a time."""

import pytest
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.sensitivity import tornado

from tests.scenario.small import a_catalogue, example_28, values

CATALOGUE = a_catalogue()
LEVERS = ("customer_churn_rate", "gross_margin", "arpa", "cac", "new_customers", "revenue")


def test_widest_swing_stands_first() -> None:
    """±20%: churn 2.67 ÷ 0.8 … ÷ 1.2; margin 0.64 … 0.96; ARPA × 0.8 … × 1.2."""
    result = tornado(Baseline.of(CATALOGUE, example_28()), "ltv_cac", LEVERS)
    assert result is not None
    assert result.baseline == pytest.approx(8 / 3)
    swings = {str(swing.driver): swing for swing in result.swings}
    assert set(swings) == {"customer_churn_rate", "gross_margin", "arpa", "cac", "new_customers"}
    assert {s.driver for s in result.swings[:2]} <= {"customer_churn_rate", "cac", "new_customers"}
    churn = swings["customer_churn_rate"]
    assert (churn.driver_low, churn.driver_high) == pytest.approx((0.04, 0.06))
    assert (churn.low, churn.high) == pytest.approx((8 / 3 / 0.8, 8 / 3 / 1.2))
    assert churn.elasticity == pytest.approx(-1, abs=1e-6)
    assert swings["gross_margin"].elasticity == pytest.approx(1, abs=1e-6)


def test_a_share_stops_at_one() -> None:
    known = {**example_28(), **values(gross_margin=0.9, ltv=1800, ltv_cac=3)}
    result = tornado(Baseline.of(CATALOGUE, known), "ltv", ["gross_margin"])
    assert result is not None
    (swing,) = result.swings
    assert swing.driver_high == 1
    assert swing.high == pytest.approx(2000)


def test_a_missing_end_is_none_and_a_missing_target_no_tornado() -> None:
    result = tornado(Baseline.of(CATALOGUE, example_28()), "ltv", ["customer_churn_rate"], effort=1.0)
    assert result is not None
    (swing,) = result.swings
    assert (swing.low, swing.width) == (None, 0)
    assert swing.high == pytest.approx(800)
    assert tornado(Baseline.of(CATALOGUE, values(cac=600)), "ltv", ["cac"]) is None


def test_no_elasticity_from_nothing() -> None:
    catalogue = a_catalogue(("shifted", "revenue + cac", "money", "flow", "up"))
    result = tornado(Baseline.of(catalogue, values(revenue=0, cac=5, shifted=5)), "shifted", ["revenue"])
    assert result is not None
    assert result.swings[0].elasticity is None
