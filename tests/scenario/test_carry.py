"""Customers and recurring revenue from month to month."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.scenario.carry import RevenueFlow, RevenuePace, at_prices, carry, carry_customers, carry_revenue

shares = st.floats(0, 0.5)
amounts = st.floats(0, 1e5)
NONE = np.zeros(12)


def a_pace(months: int, *amounts: float) -> RevenuePace:
    return RevenuePace(*(np.full(months, x) for x in amounts))


def closes(flow: RevenueFlow) -> np.ndarray:
    moves = flow.new + flow.reactivation + flow.expansion + flow.contraction + flow.churn
    return flow.opening + moves - flow.closing


def test_thousand_customers_with_fifty_new_a_month() -> None:
    """5%: 1,000 × 0.95 + 50 stays 1,000.0; 2.5%: 2,000 − 1,000 × 0.975^12 = 1,262.0."""
    at_five = carry_customers(1000, np.full(12, 0.05), np.full(12, 50.0), NONE)
    at_half = carry_customers(1000, np.full(12, 0.025), np.full(12, 50.0), NONE)
    assert round(float(at_five.active[-1]), 1) == 1000.0
    assert round(float(at_half.active[-1]), 1) == 1262.0
    assert at_half.active[-1] == pytest.approx(2000 - 1000 * 0.975**12)
    assert at_half.opening[0] == 1000
    assert at_half.churned[0] == 25


def test_customers_lost_by_number_come_off_what_is_there() -> None:
    flow = carry_customers(1000, np.zeros(12), np.full(12, 50.0), np.full(12, 20.0))
    assert flow.active[-1] == 1360
    assert flow.churned.tolist() == [20] * 12


def test_nobody_leaves_who_is_not_there() -> None:
    flow = carry_customers(30, np.zeros(3), np.full(3, 5.0), np.full(3, 20.0))
    assert flow.active.tolist() == [15, 0, 0]
    assert flow.churned.tolist() == [20, 20, 5]


def test_everybody_leaving_leaves_the_new() -> None:
    assert carry(1000, np.zeros(3), np.full(3, 7.0)).tolist() == [7, 7, 7]


@given(amounts, amounts, amounts, shares, shares, shares, st.lists(st.floats(0.1, 3), min_size=6, max_size=6))
def test_opening_and_movements_make_the_closing_at_any_price(
    start: float, new: float, back: float, up: float, down: float, churn: float, level: list[float]
) -> None:
    flow = carry_revenue(start, a_pace(6, new, back, up, down, churn, new / 2, back, start / 9))
    priced = at_prices(flow, np.array(level))
    scale = 1 + 10 * (start + new + back)
    assert np.abs(closes(flow)).max() <= 1e-12 * scale
    assert np.abs(closes(priced)).max() <= 1e-12 * scale
    assert np.allclose(priced.closing, flow.closing * level)
    assert np.allclose(priced.opening[1:], priced.closing[:-1])


def test_a_price_rise_is_expansion_in_its_month_only() -> None:
    flow = at_prices(carry_revenue(1000, a_pace(3, 0, 0, 0, 0, 0)), np.array([1, 1.1, 1.1]))
    assert flow.expansion.tolist() == pytest.approx([0, 100, 0])
    cut = at_prices(carry_revenue(1000, a_pace(3, 0, 0, 0, 0, 0)), np.array([0.9, 0.9, 0.9]))
    assert cut.contraction.tolist() == pytest.approx([-100, 0, 0])


def test_leading_axes_are_carried_alongside() -> None:
    churn = np.array([[0.05], [0.025]]) * np.ones(12)
    both = carry_customers(1000, churn, np.full(12, 50.0), NONE)
    assert both.active[:, -1].round(1).tolist() == [1000.0, 1262.0]
