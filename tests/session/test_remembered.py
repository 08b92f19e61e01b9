"""The newest answers are kept; older ones, and those that failed, are made again."""

import pytest
from kpidesk.session.remembered import Remembered


def test_newest_answers_are_not_made_again():
    made, kept = [], Remembered(2)

    def answer(name):
        return kept.get(name, lambda: made.append(name) or name.upper())

    assert [answer(name) for name in "abaca"] == list("ABACA")
    assert made == list("abc")
    answer("b")
    assert made == list("abcb")


def test_what_failed_is_not_kept():
    kept = Remembered(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 / 0)
    assert kept.get("a", lambda: 5) == 5
