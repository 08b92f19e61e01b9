"""One course of progress: parts go on where the part before them ended, and stop with the whole."""

import pytest
from kpidesk.core.progress import Cancelled, Progress


def test_parts_go_on_where_the_one_before_ended():
    told = []
    whole = Progress(lambda done, of, _: told.append(done / of))
    for at in range(3):
        whole.step(at, 3)
        part = whole.part(at, 3)
        for done in range(5):
            part.part(done, 4).step(1, 2) if done < 4 else part.step(4, 4)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def test_a_part_is_stopped_and_interrupted_with_the_whole():
    interrupted = []
    whole = Progress()
    part = whole.part(0, 2)
    with part.interrupting(lambda: interrupted.append(True)):
        whole.cancel()
    assert interrupted
    with pytest.raises(Cancelled):
        part.step(0, 1)


def test_a_part_that_says_more_than_it_has_does_not_run_ahead():
    told = []
    whole = Progress(lambda done, of, _: told.append(done / of))
    whole.part(0, 2).step(9, 4)
    whole.part(0, 2).step(1, 0)
    assert told == [0.5, 0]
