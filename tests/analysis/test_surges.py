"""Surges planted in counts are found where they are; ordinary variation is none."""

import numpy as np
import pytest
from kpidesk.analysis.surges import find_surges, robust_scores
from kpidesk.core.period import Grain


def test_score_by_hand():
    # usual: the median of 10, 12, 11, 9 and 13 is 11; nothing is known of residuals yet but those of 13 (13 − 10.5),
    # so the scale is √11
    counts = np.array([10.0, 12, 11, 9, 13, 31])
    usual, score = robust_scores(counts)
    assert usual[5] == 11
    assert score[5] == pytest.approx((31 - 11) / np.sqrt(11))


def test_weekdays_are_compared_with_their_like():
    # twelve weeks of 40 on working days and 4 at weekends: a Sunday of 4 is usual, one of 30 is not
    week = [40.0] * 5 + [4.0] * 2
    counts = np.array(week * 12)
    assert find_surges(counts, Grain.DAY) == ()
    counts[-1] = 30
    (surge,) = find_surges(counts, Grain.DAY)
    assert (surge.start, surge.usual, surge.value) == (len(counts) - 1, 4, 30)


def test_neighbours_are_one_surge_with_its_peak():
    counts = np.full(40, 20.0)
    counts[30:33] = (60, 90, 70)
    (surge,) = find_surges(counts, Grain.WEEK)
    assert (surge.start, surge.stop, surge.peak) == (30, 32, 31)
    assert surge.extra == pytest.approx(40 + 70 + 50)


def test_independent_counts_raise_few_alarms():
    rng = np.random.default_rng(7)
    alarms = [find_surges(rng.poisson(20, 52).astype(float), Grain.WEEK) for _ in range(200)]
    # 200 years of weeks in which nothing happened
    assert sum(bool(found) for found in alarms) / 200 <= 0.08


def test_planted_surges_are_found():
    rng = np.random.default_rng(8)
    hits = 0
    for _ in range(200):
        counts = rng.poisson(20, 52).astype(float)
        at = int(rng.integers(20, 52))
        counts[at] += 40
        hits += any(surge.start <= at <= surge.stop for surge in find_surges(counts, Grain.WEEK))
    assert hits / 200 >= 0.95


def test_gaps_and_short_series_are_no_surge():
    assert find_surges(np.array([1.0, 2.0, 90.0]), Grain.MONTH) == ()
    assert find_surges(np.array([np.nan] * 20), Grain.MONTH) == ()
