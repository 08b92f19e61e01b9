"""Intervals against published values."""

import numpy as np
import pytest
from kpidesk.metrics.intervals import mean_interval, net_promoter, student, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_acceptance_33_wilson_as_newcombe_prints_it(successes, trials, low, high):
    found = wilson(np.array(float(successes)), np.array(float(trials)))
    assert found[0] == pytest.approx(low, abs=5e-5)
    assert found[1] == pytest.approx(high, abs=5e-5)


def test_what_is_no_share_of_a_count_has_no_interval():
    low, high = wilson(np.array([1.0, 5.0, -1.0, np.nan]), np.array([0.0, 3.0, 3.0, 3.0]))
    assert np.isnan(low).all()
    assert np.isnan(high).all()


def test_acceptance_35_adjusted_wald():
    low, high = net_promoter(np.array(50.0), np.array(20.0), np.array(100.0))
    assert low == pytest.approx(14.05, abs=0.005)
    assert high == pytest.approx(44.20, abs=0.005)


@pytest.mark.parametrize(
    ("freedom", "point"), [(1, 12.706), (2, 4.303), (10, 2.228), (30, 2.042), (40, 2.021), (60, 2.0003), (120, 1.9799)]
)
def test_students_points_are_those_of_the_tables(freedom, point):
    assert student(np.array(float(freedom))) == pytest.approx(point, abs=5e-4)


def test_a_mean_of_one_observation_has_no_interval():
    low, high = mean_interval(np.array([5.0, 10.0]), np.array([np.nan, 4.0]), np.array([1.0, 4.0]))
    assert np.isnan(low[0])
    assert high[1] == pytest.approx(10 + 3.1824 * 1, abs=1e-3)
