"""Work spread over turns: in order, one loop turn at a time, newer steps in place of older ones."""

import threading
import time

import pytest
from kpidesk.qt.turns import BUDGET_S, Turns
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer


@pytest.fixture
def turns(qapp):
    turns = Turns()
    yield turns
    turns.forget()


def lasting(seen, name, count, longer=0.0):
    for n in range(count):
        end = time.perf_counter() + longer
        while time.perf_counter() < end:
            pass
        seen.append((name, n))
        yield


def test_calls_of_other_threads_run_here_in_their_order(turns, qtbot):
    seen = []

    def work():
        for n in range(50):
            turns.call(lambda n=n: seen.append((n, threading.get_ident())))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == [(n, threading.get_ident()) for n in range(50)]


def test_long_steps_let_the_loop_turn_between_them(turns, qtbot):
    seen, ticks = [], []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(len(seen)))
    timer.start()
    turns.spread("page", lasting(seen, "page", 6, 1.5 * BUDGET_S))
    qtbot.waitUntil(lambda: len(seen) == 6)
    timer.stop()
    assert set(range(1, 6)) <= set(ticks)


def test_one_round_of_the_loop_has_one_turn_though_another_thread_has_something(turns):
    seen = []
    turns.spread("page", lasting(seen, "page", 4, 1.5 * BUDGET_S))
    thread = threading.Thread(target=turns.call, args=(lambda: seen.append("told"),))
    thread.start()
    thread.join()
    QCoreApplication.processEvents()
    assert len(seen) <= 1


def test_work_waits_for_the_next_turn_where_the_loop_had_much_else_to_do_but_not_longer(turns):
    seen = []
    turns.call(lambda: seen.append("work"))
    for _ in lasting([], "painting", 1, 1.5 * BUDGET_S):
        pass
    QCoreApplication.processEvents()
    assert seen == []
    for _ in lasting([], "painting again", 1, 1.5 * BUDGET_S):
        pass
    QCoreApplication.processEvents()
    assert seen == ["work"]


def test_newer_steps_take_the_place_of_older_ones(turns, qtbot):
    seen = []
    turns.spread("page", lasting(seen, "old", 3, 1.5 * BUDGET_S))
    turns.spread("other", lasting(seen, "other", 2))
    turns.spread("page", lasting(seen, "new", 3))
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert {name for name, _ in seen} == {"other", "new"}
    assert [each for each in seen if each[0] == "new"] == [("new", 0), ("new", 1), ("new", 2)]


def test_a_step_may_open_a_loop_of_its_own(turns, qtbot):
    seen = []

    def dialog():
        loop = QEventLoop()
        turns.call(lambda: seen.append("inside"))
        turns.call(loop.quit)
        loop.exec()
        seen.append("closed")

    turns.call(dialog)
    turns.call(lambda: seen.append("behind"))
    qtbot.waitUntil(lambda: "closed" in seen)
    assert seen == ["behind", "inside", "closed"]


def test_a_step_that_breaks_off_leaves_the_others(turns, qtbot):
    seen = []

    def breaking():
        yield
        raise ValueError("broken")

    with qtbot.captureExceptions() as caught:
        turns.spread("page", breaking())
        turns.spread("other", lasting(seen, "other", 3))
        qtbot.waitUntil(lambda: len(seen) == 3 and bool(caught))
    assert [kind for kind, *_ in caught] == [ValueError]


def test_what_is_forgotten_does_not_run(turns, qtbot):
    seen = []
    turns.spread("page", lasting(seen, "page", 3))
    turns.forget()
    turns.call(lambda: seen.append("later"))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["later"]
