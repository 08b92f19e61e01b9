"""Correlations that a user states hold exactly; those that cannot hold together are refused with their names."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.scenario.correlations import correlation_of, parse_correlation, with_stated

NAMES = ("a", "b", "c", "d")


def stated(**pairs):
    return [correlation_of(pair[0], pair[1], str(strength)) for pair, strength in pairs.items()]


@pytest.mark.parametrize(
    ("text", "strength"), [("a~b=-0.4", -0.4), ("a ~ b = −0,4", -0.4), ("a~b=70%", 0.7), ("a~b=1", 1.0)]
)
def test_pairs_are_read(text, strength):
    found = parse_correlation(text)
    assert (found.one, found.other, found.strength) == ("a", "b", strength)


@pytest.mark.parametrize("text", ["a~b", "a=0.4", "a~b=x", "a~b=1.2", "a~a=0.5", "a~b=nan", "~b=0.1", ""])
def test_what_is_no_correlation_is_refused(text):
    with pytest.raises(UserError):
        parse_correlation(text)


def test_what_is_not_stated_follows_as_it_must():
    # a goes with b at .9 and b with c at .9: a and c cannot be independent, at least 2 × .81 − 1 = .62 of them is given
    made = with_stated(NAMES[:3], np.eye(3), stated(ab=0.9, bc=0.9))
    assert (made[0, 1], made[1, 2]) == (0.9, 0.9)
    assert made[0, 2] == pytest.approx(0.62, abs=0.01)


def test_impossible_ones_are_named():
    with pytest.raises(UserError) as refused:
        with_stated(NAMES[:3], np.eye(3), stated(ab=0.9, bc=0.9, ac=-0.5))
    assert "a~b=0.9, b~c=0.9, a~c=−0.5" in str(refused.value.message)


def test_without_any_the_histories_are_as_they_were():
    found = np.array([[1.0, 0.3], [0.3, 1.0]])
    assert with_stated(("a", "b"), found, stated(cd=0.5)) is found


@given(st.lists(st.floats(-1, 1), min_size=8, max_size=8), st.floats(-1, 1))
@settings(max_examples=15)
def test_a_pair_that_is_stated_holds_with_any_history(loadings, strength):
    vectors = np.array(loadings).reshape(4, 2) + 1e-3
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found = vectors @ vectors.T / (lengths @ lengths.T)
    made = with_stated(NAMES, found, stated(ab=strength))
    assert made[0, 1] == made[1, 0] == pytest.approx(strength, abs=2e-3)
    assert np.allclose(np.diag(made), 1)
    assert np.linalg.eigvalsh(made)[0] >= -2e-3


def test_three_that_go_wholly_together_do():
    made = with_stated(NAMES[:3], np.eye(3), stated(ab=1, bc=1))
    assert made[0, 2] == pytest.approx(1, abs=0.01)
