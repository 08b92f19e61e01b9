"""Cash for a new customer: what it cost, and what it brings back."""

import numpy as np
import pytest
from kpidesk.scenario.ages import Ages
from kpidesk.scenario.cash import months_to_pay_back, payback_curve

from tests.scenario.small import example_28, values


def test_curve_begins_at_the_cost_and_brings_what_stays() -> None:
    """Acceptance 28: 600 of CAC, 80 a month, of whom 5% leave each month."""
    curve = payback_curve(example_28(), 24)
    assert curve is not None
    assert curve[:4].tolist() == pytest.approx([-600, -520, -444, -371.8])
    assert curve[24] == pytest.approx(-600 + 80 * (1 - 0.95**24) / 0.05)
    assert months_to_pay_back(curve) == 10  # 7.5 if nobody left
    assert payback_curve(values(cac=600, arpa=100), 24) is None


def test_payback_without_churn_is_the_kpi_rounded_up() -> None:
    """Acceptance 32: 600 ÷ (100 × 0.8) = 7.5 months."""
    curve = payback_curve(values(cac=600, arpa=100, gross_margin=0.8, customer_churn_rate=0), 12)
    assert curve is not None
    assert months_to_pay_back(curve) == 8
    assert months_to_pay_back(curve[:8]) is None


def test_new_customers_leave_by_their_age_where_it_is_known() -> None:
    ages = Ages.of(np.full(3, 100.0), np.full(3, 1.0), np.array([1.0, 0.5, 0.45]), np.full(3, 100.0))
    assert ages is not None
    one = values(cac=100, arpa=100, customer_churn_rate=float((0.5 + 0.1 + 0.3) / 3))
    curve = payback_curve(one, 4, ages)
    assert curve is not None
    scale = 0.3 / ((0.5 + 0.1 + ages.leaving[-1]) / 3)
    assert np.diff(curve)[:3].tolist() == pytest.approx(
        [100, 100 * (1 - 0.5 * scale), 100 * (1 - 0.5 * scale) * (1 - 0.1 * scale)]
    )
