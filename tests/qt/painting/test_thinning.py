"""Thinned lines show what the whole line shows: the same extremes in every column of pixels, the same gaps."""

import itertools
import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.qt.painting.thinning import thinned

values = st.floats(-1e6, 1e6) | st.just(math.nan)


@given(ys=st.lists(values, min_size=1, max_size=300), columns=st.integers(1, 40))
def test_every_column_keeps_its_extremes(ys, columns):
    xs = tuple(float(i) for i in range(len(ys)))
    edges = np.linspace(0.0, xs[-1], columns + 1) if len(xs) > 1 else np.array([0.0, 1.0])
    found = thinned(xs, tuple(ys), (float(edges[0]), float(edges[-1])), columns if len(xs) > 1 else 1)
    shown = {(low, high) for each in found for low, high in zip(each.lows, each.highs, strict=True)}
    known = [y for y in ys if y == y]
    assert bool(shown) == bool(known)
    for left, right in itertools.pairwise(edges):
        inside = [y for x, y in zip(xs, ys, strict=True) if left <= x < right and y == y]
        if inside:
            assert (min(inside), max(inside)) in shown
    if known:
        assert min(low for low, _ in shown) == min(known)
        assert max(high for _, high in shown) == max(known)


def test_a_single_peak_among_a_million_is_seen():
    ys = [0.0] * 1_000_000
    ys[777_777] = 5.0
    (found,) = thinned(tuple(map(float, range(len(ys)))), tuple(ys), (0.0, 1e6), 1000)
    assert found.highs.max() == 5.0
    assert np.count_nonzero(found.highs) == 1


def test_a_gap_wider_than_a_column_parts_the_line():
    ys = [1.0] * 4000 + [math.nan] * 2000 + [2.0] * 4000
    first, second = thinned(tuple(map(float, range(len(ys)))), tuple(ys), (0.0, 1e4), 100)
    assert first.xs[-1] < 4000 <= 6000 <= second.xs[0]
    assert set(first.highs) == {1.0}
    assert set(second.lows) == {2.0}


def test_of_a_zoomed_line_only_what_is_in_sight_is_shown():
    xs = tuple(map(float, range(10_000)))
    (found,) = thinned(xs, xs, (2_000.0, 2_100.0), 50)
    assert found.xs[0] >= 1_999
    assert found.xs[-1] <= 2_101
