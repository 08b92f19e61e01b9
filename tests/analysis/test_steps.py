"""Steps are seen where they are, with their size; trends, seasons, single odd months and noise are none."""

import numpy as np
import pytest
from kpidesk.analysis.steps import Observed, find_steps


def noise(seed: int, size: int = 36) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 1, size)


@pytest.mark.parametrize("at", [8, 18, 30])
def test_a_clear_step_is_found_where_it_is_with_its_size(at: int) -> None:
    values = noise(at)
    values[at:] += 6
    found = find_steps(Observed(values))
    assert [step.at for step in found.steps] == [at]
    assert found.steps[0].size == pytest.approx(6, abs=1.5)
    assert found.steps[0].low <= at <= found.steps[0].high
    assert found.steps[0].p < 0.01


def test_two_steps_are_told_apart() -> None:
    values = noise(5, 48)
    values[16:32] += 7
    assert [step.at for step in find_steps(Observed(values)).steps] == [16, 32]


def test_steady_series_show_steps_as_rarely_as_they_say() -> None:
    alarms = sum(bool(find_steps(Observed(noise(seed, 30)), level=0.05).steps) for seed in range(200))
    assert alarms <= 18  # 10 expected; 18 is the 99% bound of a fair coin of 5%


def test_a_trend_is_no_step() -> None:
    alarms = sum(bool(find_steps(Observed(noise(s) + np.arange(36) * 0.5)).steps) for s in range(100))
    assert alarms <= 11


def test_a_season_is_no_step_and_does_not_hide_one() -> None:
    months = np.arange(36)
    wave = 4 * np.cos(2 * np.pi * months / 12)
    alarms = sum(bool(find_steps(Observed(noise(seed) + wave, season=12)).steps) for seed in range(40))
    assert alarms <= 6
    values = noise(7) + wave + 5 * (months >= 20)
    found = find_steps(Observed(values, season=12))
    assert found.has_season
    assert [step.at for step in found.steps] == [20]


def test_one_odd_month_is_an_outlier_and_no_step() -> None:
    values = noise(2)
    values[15] += 25
    found = find_steps(Observed(values))
    assert found.outliers == (15,)
    assert found.steps == ()


def test_known_noise_of_few_observations_is_not_taken_for_less() -> None:
    # 36 shares of 20 customers each, 2 to 3 lost: too even to be true; the step from 2 to 3 is within their noise
    counts = np.r_[np.full(18, 2.0), np.full(18, 3.0)]
    values, variance = np.arcsin(np.sqrt(counts / 20)), np.full(36, 0.25 / 20.5)
    assert find_steps(Observed(values, variance)).steps == ()
    assert find_steps(Observed(values + noise(1) * 1e-3)).steps


def test_what_keeps_its_level_is_judged_by_its_moves() -> None:
    walks = [np.cumsum(noise(seed) * 0.01) for seed in range(100)]
    assert sum(bool(find_steps(Observed(walk, keeps=True)).steps) for walk in walks) <= 11
    walk = walks[0]
    walk[20:] += 0.2
    found = find_steps(Observed(walk, keeps=True))
    assert [step.at for step in found.steps] == [20]
    assert found.steps[0].size == pytest.approx(0.2, abs=0.05)


def test_too_few_points_and_gaps_tell_nothing() -> None:
    assert find_steps(Observed(np.array([1.0, 2.0, 9.0]))).steps == ()
    assert find_steps(Observed(np.full(36, np.nan))).steps == ()
    assert find_steps(Observed(np.ones(36))).steps == ()


def test_equal_series_give_equal_answers() -> None:
    values = noise(4)
    values[20:] += 2
    assert find_steps(Observed(values)) == find_steps(Observed(values))
