"""A KPI over two drivers, and the line on which it breaks even."""

import numpy as np
import pytest
from kpidesk.core.errors import UserError
from kpidesk.scenario.overrides import Baseline
from kpidesk.scenario.sensitivity import own_reach, tornado
from kpidesk.scenario.two_drivers import contour, two_way

from tests.scenario.small import a_catalogue, a_scenario, example_28


def a_baseline() -> Baseline:
    return Baseline.of(a_catalogue(), example_28())


def test_grid_is_the_formula_at_each_pair() -> None:
    churn, cac = np.array([0.02, 0.05, 0.1]), np.array([300.0, 600.0])
    grid = two_way(a_baseline(), "ltv_cac", ("customer_churn_rate", churn), ("cac", cac))
    assert np.allclose(grid.values, 80 / churn[None, :] / cac[:, None], rtol=1e-12)
    assert np.isnan(two_way(a_baseline(), "ltv_cac", ("customer_churn_rate", np.zeros(1)), ("cac", cac)).values).all()


def test_break_even_line_is_the_analytic_one() -> None:
    """LTV/CAC is 3 where churn × CAC = 80 ÷ 3."""
    lines = contour(a_baseline(), "ltv_cac", 3.0, ("customer_churn_rate", 0.01, 0.2), ("cac", 100.0, 1200.0))
    assert len(lines) == 1
    points = np.array(lines[0])
    assert np.allclose(points[:, 0] * points[:, 1], 80 / 3, rtol=1e-9)
    order = np.diff(points[:, 0])
    assert (order >= 0).all() or (order <= 0).all()
    ends = sorted(points[[0, -1], 0].tolist())
    assert ends == pytest.approx([80 / 3 / 1200, 0.2])


def test_line_follows_the_other_changes() -> None:
    price = a_scenario(arpa="x1.5").active
    (line,) = contour(a_baseline(), "ltv_cac", 3.0, ("customer_churn_rate", 0.01, 0.2), ("cac", 100, 1200), price)
    points = np.array(line)
    assert np.allclose(points[:, 0] * points[:, 1], 120 / 3, rtol=1e-9)


def test_no_line_where_the_goal_is_nowhere_met() -> None:
    bounds = ("customer_churn_rate", 0.01, 0.2), ("cac", 100.0, 1200.0)
    assert contour(a_baseline(), "ltv_cac", 1e6, *bounds) == ()
    assert contour(a_baseline(), "revenue", 5.0, *bounds) == ()
    with pytest.raises(UserError):
        contour(a_baseline(), "nothing", 3.0, *bounds)


def test_tornado_by_own_history_moves_each_as_far_as_it_went() -> None:
    reaches = {"cac": (0.5, 1.0), "arpa": (0.9, 1.1)}
    found = tornado(a_baseline(), "ltv_cac", ("cac", "arpa", "customer_churn_rate"), reaches=reaches)
    assert found is not None
    swings = {swing.driver: (swing.low, swing.high) for swing in found.swings}
    assert swings["cac"] == pytest.approx((1600 / 300, 1600 / 600))
    assert swings["arpa"] == pytest.approx((1440 / 600, 1760 / 600))
    assert "customer_churn_rate" not in swings


def test_reach_is_where_a_driver_mostly_was() -> None:
    assert own_reach([float(each) for each in range(1, 12)]) == pytest.approx((2 / 11, 1.0))
    assert own_reach([1.0, 2.0]) is None
    assert own_reach([1.0] * 10 + [float("nan")]) is None


def test_elasticities_are_those_of_the_formula() -> None:
    """LTV/CAC is ARPA × margin ÷ churn ÷ CAC."""
    found = tornado(a_baseline(), "ltv_cac", ("cac", "arpa", "gross_margin", "customer_churn_rate"))
    assert found is not None
    assert {swing.driver: swing.elasticity for swing in found.swings} == pytest.approx(
        {"cac": -1.0, "arpa": 1.0, "gross_margin": 1.0, "customer_churn_rate": -1.0}, rel=1e-6
    )
