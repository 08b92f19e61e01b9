"""The simplex search finds what scipy.optimize finds by the same method, and known minima."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.metrics.nelder_mead import least
from scipy.optimize import minimize

OPTIONS = {"maxiter": 4000, "xatol": 1e-6, "fatol": 1e-6}


def rosenbrock(x):
    return float(np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2))


def powell(x):
    """Powell's function of four parameters, whose least is at nought, where its second derivative is singular."""
    a, b, c, d = x
    return float((a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4)


@pytest.mark.parametrize(
    ("loss", "start", "where"),
    [
        (rosenbrock, [-1.2, 1.0], [1, 1]),
        (rosenbrock, [0.0, 0.0, 0.0], [1, 1, 1]),
        (powell, [3.0, -1.0, 0.0, 1.0], [0, 0, 0, 0]),
    ],
)
def test_least_of_published_functions(loss, start, where):
    found = least(loss, np.array(start))
    assert found is not None
    assert found == pytest.approx(where, abs=0.01)
    assert found == pytest.approx(minimize(loss, start, method="Nelder-Mead", options=OPTIONS).x, abs=1e-5)


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=4), st.integers(0, 1000))
def test_least_of_a_bowl_is_its_bottom(bottom, seed):
    stretch = np.random.default_rng(seed).uniform(0.5, 3, len(bottom))
    found = least(lambda x: float(np.sum(stretch * (x - bottom) ** 2)), np.zeros(len(bottom)))
    assert found == pytest.approx(bottom, abs=1e-2)


def test_a_loss_without_a_value_is_the_worst():
    found = least(lambda x: float((x[0] - 1) ** 2 + x[1] ** 2) if x[0] < 1.5 else float("nan"), np.array([0.5, 0.5]))
    assert found == pytest.approx([1, 0], abs=1e-4)


def test_a_search_without_end_finds_nothing():
    assert least(lambda x: -float(np.sum(x)), np.zeros(2), rounds=200) is None


def test_what_runs_away_is_given_up_where_it_leaves():
    """The least loss is at infinity: the rounds are not spent on the way there."""
    asked = []

    def loss(at):
        asked.append(at)
        return float(np.exp(-at[0]) + at[1] ** 2)

    assert least(loss, np.zeros(2), farthest=12.0) is None
    assert len(asked) < 300


def test_a_loss_that_is_rounded_is_found_all_the_same():
    random = np.random.default_rng(1)
    found = least(lambda at: 1e6 + float(((at - 1.5) ** 2).sum()) + random.normal(0, 1e-6), np.zeros(2), rounds=500)
    assert found is not None
    assert found == pytest.approx([1.5, 1.5], abs=0.01)
