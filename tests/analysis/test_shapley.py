"""The split of a change that no order of the drivers can bias."""

import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.analysis.shapley import MOST_PLAYERS, Mask, closes, coalitions, settled, shapley
from kpidesk.metrics.frame import Array

numbers = st.floats(-1e6, 1e6, allow_nan=False, allow_subnormal=False).map(lambda x: round(x, 4))


def between(before: list[float], after: list[float], function: Callable[..., Array]) -> Callable[[Mask], Array]:
    def value(mask: Mask) -> Array:
        mixed = np.where(mask, np.array(after), np.array(before))
        with np.errstate(all="ignore"):
            result = function(*mixed.T)
        return np.asarray(np.where(np.isfinite(result), result, np.nan), dtype=float)

    return value


def by_definition(before: list[float], after: list[float], function: Callable[..., Array]) -> list[float]:
    """The mean over every order, written out."""
    parts = [0.0] * len(before)
    orders = list(itertools.permutations(range(len(before))))
    for order in orders:
        state = list(before)
        for player in order:
            old = float(function(*state))
            state[player] = after[player]
            parts[player] += (float(function(*state)) - old) / len(orders)
    return parts


def test_product_of_bookings_and_price_as_published() -> None:
    """acceptance 40: 1000 × 200 → 1000 × 220 → 1500 × 220."""
    price_only = shapley(2, between([1000, 200], [1000, 220], lambda b, p: b * p))
    volume_only = shapley(2, between([1000, 220], [1500, 220], lambda b, p: b * p))
    assert price_only is not None
    assert volume_only is not None
    assert price_only.tolist() == [0.0, 20_000.0]
    assert volume_only.tolist() == [110_000.0, 0.0]


def test_split_is_the_mean_over_all_orders() -> None:
    before, after = [100.0, 0.8, 0.05, 600.0], [110.0, 0.75, 0.04, 550.0]

    def ltv_cac(arpa: Array, margin: Array, churn: Array, cac: Array) -> Array:
        return arpa * margin / churn / cac

    parts = shapley(4, between(before, after, ltv_cac))
    assert parts is not None
    assert parts.tolist() == pytest.approx(by_definition(before, after, ltv_cac), abs=1e-12)


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=6))
def test_parts_sum_to_the_change_and_the_unmoved_get_nothing(moves: list[tuple[float, float]]) -> None:
    """acceptance 42."""
    before, after = [m[0] for m in moves], [m[1] for m in moves]

    def total(*x: Array) -> Array:
        return np.prod([1 + abs(v) / 1e6 for v in x], axis=0) + sum(x) / 7

    parts = shapley(len(moves), between(before, after, total))
    assert parts is not None
    change = float(total(*after)) - float(total(*before))
    assert sum(parts) == pytest.approx(change, abs=1e-9)
    for part, old, new in zip(parts, before, after, strict=True):
        if old == new:
            assert part == 0


@given(st.permutations(range(4)))
def test_order_of_drivers_does_not_matter(order: list[int]) -> None:
    before, after = [3.0, 5.0, 2.0, 7.0], [4.0, 1.0, 6.0, 8.0]

    def tangled(state: Array) -> Array:
        a, b, c, d = state
        return a * b / c + d * a

    def shuffled(*state: Array) -> Array:
        back = [np.asarray(state[order.index(i)]) for i in range(4)]
        return tangled(np.array(back))

    straight = shapley(4, between(before, after, lambda *s: tangled(np.array(s))))
    mixed = shapley(4, between([before[i] for i in order], [after[i] for i in order], shuffled))
    assert straight is not None
    assert mixed is not None
    assert [mixed[order.index(i)] for i in range(4)] == pytest.approx(straight.tolist(), abs=1e-12)


def test_mixtures_without_value_are_stepped_around() -> None:
    """1 / (b − c) from (3, 1) to (1, 0): b first would divide by zero, so c goes first."""
    parts = shapley(2, between([3, 1], [1, 0], lambda b, c: 1 / (b - c)))
    assert parts is not None
    assert parts.tolist() == pytest.approx([1 - 1 / 3, 1 / 3 - 1 / 2], abs=1e-12)


def test_no_split_where_an_end_or_every_way_has_no_value() -> None:
    assert shapley(1, between([0], [1], lambda x: 1 / x)) is None
    assert shapley(1, between([1], [0], lambda x: 1 / x)) is None
    never = [math.nan] * 4
    never[0], never[3] = 1.0, 2.0
    assert shapley(2, lambda _: np.array(never)) is None


def test_no_players_no_parts() -> None:
    parts = shapley(0, lambda mask: np.zeros(len(mask)))
    assert parts is not None
    assert parts.size == 0


def test_too_many_players_are_refused() -> None:
    with pytest.raises(ValueError):
        shapley(MOST_PLAYERS + 1, lambda mask: np.zeros(len(mask)))


def test_coalitions_begin_with_nobody_and_end_with_all() -> None:
    assert coalitions(2).tolist() == [[False, False], [True, False], [False, True], [True, True]]


def test_rounding_goes_to_the_largest_part() -> None:
    assert settled(np.array([1.0, 0.0, -3.0]), -2.5).tolist() == [1.0, 0.0, -3.5]
    assert settled(np.array([0.0, 0.0]), 0.0).tolist() == [0.0, 0.0]
    assert closes([1.0, 2.0], 3.0 + 1e-10, scale=1)
    assert not closes([1.0, 2.0], 3.1, scale=1)
