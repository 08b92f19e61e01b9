"""Intervals against published values."""

from datetime import date

import numpy as np
import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.intervals import difference, mean_interval, net_promoter, student, wilson
from kpidesk.metrics.survival import NEVER, Lives, survival


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


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [((56, 70, 48, 80), 0.0524, 0.3339), ((9, 10, 3, 10), 0.1705, 0.8090), ((5, 56, 0, 29), -0.0381, 0.1926)],
)
def test_difference_of_shares_as_newcombe_prints_it(counts, low, high):
    """Newcombe 1998, method 10, his examples a, c and e."""
    first, of_first, second, of_second = (np.array(float(each)) for each in counts)
    one, other = (second / of_second, *wilson(second, of_second)), (first / of_first, *wilson(first, of_first))
    found = difference(one, other)
    assert (round(float(found[0]), 4), round(float(found[1]), 4)) == (low, high)


def remissions():
    """Months in remission of 21 patients (Freireich 1963): nine relapsed, the others were seen that long."""
    relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    seen = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    now = Period.parse("2024-01").index
    starts = [now - 40] * 9 + [now - each for each in seen]
    ends = [now - 40 + each for each in relapsed] + [NEVER] * 12
    return Lives(np.array(starts), np.array(ends), np.ones(21))


def test_survival_and_its_median_have_the_published_intervals():
    """Survival after 10 months .753, .503 to .889; median 23, from 13, open above (log-minus-log)."""
    axis = Axis(Grain.MONTH, Period.parse("2024-01").index, 1, date(2024, 1, 31))
    share, n, low, high = survival(remissions(), axis, 10)[:, 0]
    assert (round(share, 3), n, round(low, 3), round(high, 3)) == (0.753, 15, 0.503, 0.889)
    median, n, low, high = survival(remissions(), axis, 0)[:, 0]
    assert (median, n, low) == (23, 21, 13)
    assert np.isnan(high)


def test_the_mean_share_of_days_of_users_lies_in_wilson_s_interval_at_least_as_often_as_promised():
    chance = np.random.default_rng(7)
    users, days, trials = 60, 30, 4000
    likely = chance.beta(0.4, 1.2, size=(trials, users))  # very different users: mean 0.25
    share = chance.binomial(days, likely) / days
    low, high = wilson(share.sum(axis=1), np.full(trials, float(users)))
    assert np.mean((low <= 0.25) & (high >= 0.25)) >= 0.95
