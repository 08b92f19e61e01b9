"""What all seeds of the monkey come to: what any of them reached counts, and nothing is passed over in silence."""

import pytest
from tests.ui.monkey_sum import Result, complaints, leave, left_in, main, summary, together


def a_result(seed=0, seen=10, reached=10, **told):
    """A seed that saw so many buttons, and reached the first of them."""
    places = [f"/Button.{nth}" for nth in range(seen)]
    whole = {"actions": 2000, "seconds": 60.0} | told
    return Result(seed=seed, seen=dict.fromkeys(places, "Button"), reached=set(places[:reached]), **whole)


def test_what_is_left_is_read_again(tmp_path):
    left = a_result(3, reached=8, errors=("出错",), warnings=("a warning",))
    assert leave(left, tmp_path / "new").name == "seed-03.json"
    (read,) = left_in(tmp_path / "new")
    assert (read.seed, read.actions, read.seconds, read.seen) == (3, 2000, 60.0, left.seen)
    assert (set(read.reached), list(read.errors), list(read.warnings)) == (left.reached, ["出错"], ["a warning"])
    assert read.missed == {"/Button.8": "Button", "/Button.9": "Button"}


def test_a_widget_is_reached_if_any_seed_reached_it():
    first = Result(0, 2000, 1.0, {"/a": "Button", "/b": "Button"}, {"/a"})
    second = Result(1, 2000, 1.0, {"/b": "Button", "/c": "Line"}, {"/b"})
    whole = together((first, second))
    assert (whole.missed, round(whole.share, 4)) == ({"/c": "Line"}, 0.6667)
    assert any("2 of 3 widgets reached, 66.7%" in line for line in summary((first, second)))
    assert summary((first, second))[-2:] == ["missed by all: 1 of 1 Line", "  /c"]


def test_twenty_whole_seeds_meet_the_bar():
    assert not complaints([a_result(seed) for seed in range(20)])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (a_result(5, errors=("ValueError",)), "seed 5: error: ValueError"),
        (a_result(5, warnings=("QPainter",)), "seed 5: warning: QPainter"),
        (a_result(5, actions=1999), "seed 5 stopped after 1999 of 2000 actions"),
        (a_result(5, seen=10, reached=8), "seed 5 reached 80.0%, less than 90%"),
        (a_result(5, seen=0), "seed 5 reached 0.0%, less than 90%"),
        (a_result(5, seen=11, reached=10), "all seeds reached 90.9%, less than 95%"),
        (a_result(6), "no result of 1 seeds: 5"),
    ],
)
def test_whatever_falls_short_is_said(wrong, said):
    assert complaints([a_result(seed) if seed != 5 else wrong for seed in range(20)]) == [said]


def test_a_share_of_95_percent_is_enough():
    enough = [a_result(seed, seen=20, reached=19) for seed in range(20)]
    assert not complaints(enough)
    assert complaints([a_result(seed, seen=21, reached=19) for seed in range(20)])


def test_the_command_fails_where_seeds_are_missing(tmp_path, capsys):
    for seed in range(20):
        assert main([str(tmp_path)]) == 1
        leave(a_result(seed), tmp_path)
    capsys.readouterr()
    assert main([str(tmp_path)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line[:7] for line in told[:20]] == [f"seed {seed:2}" for seed in range(20)]
    assert told[-1] == "the bar is met"
    assert main([]) == 2
