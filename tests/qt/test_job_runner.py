"""The runner keeps the contract of session.jobs, with results on the thread of the window."""

import sys
import threading
import time

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.messages import verbatim
from kpidesk.core.progress import Progress
from kpidesk.qt.job_runner import ThreadRunner
from kpidesk.session.jobs import Job, JobState, Lane
from PySide6.QtCore import QCoreApplication


@pytest.fixture
def runner(qtbot):
    runner = ThreadRunner()
    yield runner
    runner.close()


def job(run, **options):
    return Job(verbatim("work"), run, **options)


def test_result_arrives_on_the_window_s_thread(runner, qtbot):
    seen = []
    handle = runner.submit(job(lambda _: threading.get_ident()), lane=Lane.WORK)
    handle.then(lambda worker: seen.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen), timeout=1000)
    worker, told = seen[0]
    assert worker != told == threading.get_ident()
    assert handle.state is JobState.DONE


def test_store_jobs_run_one_at_a_time_in_order(runner, qtbot):
    order, running = [], []

    def work(number):
        def run(_: Progress) -> None:
            running.append(number)
            assert len(running) == 1
            time.sleep(0.01)
            order.append(number)
            running.remove(number)

        return run

    handles = [runner.submit(job(work(n)), lane=Lane.STORE) for n in range(5)]
    qtbot.waitUntil(lambda: all(h.state.is_over for h in handles), timeout=1000)
    assert order == [0, 1, 2, 3, 4]
    assert all(h.state is JobState.DONE for h in handles)


def test_newer_job_of_a_name_cancels_the_older(runner, qtbot):
    started, told = threading.Event(), []

    def long(progress: Progress) -> str:
        started.set()
        while True:
            progress.step(0, 1)
            time.sleep(0.002)

    old = runner.submit(job(long), lane=Lane.STORE, replaces="tile")
    old.then(lambda _: told.append("old"))
    assert started.wait(1)
    new = runner.submit(job(lambda _: "new"), lane=Lane.STORE, replaces="tile")
    new.then(told.append)
    qtbot.waitUntil(lambda: old.state.is_over and new.state.is_over, timeout=1000)
    assert (old.state, told) == (JobState.CANCELLED, ["new"])


def test_cancel_is_heard_within_200_ms(runner, qtbot):
    started = threading.Event()

    def long(progress: Progress) -> None:
        started.set()
        for n in range(10_000):
            progress.step(n, 10_000)
            time.sleep(0.005)

    handle = runner.submit(job(long), lane=Lane.WORK)
    assert started.wait(1)
    began = time.monotonic()
    handle.cancel()
    qtbot.waitUntil(lambda: handle.state.is_over, timeout=1000)
    assert time.monotonic() - began < 0.2
    assert handle.state is JobState.CANCELLED


def test_user_error_fails_the_job(runner, qtbot):
    errors = []

    def fail(_: Progress) -> None:
        raise UserError(verbatim("no"))

    runner.submit(job(fail), lane=Lane.WORK).then(lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors), timeout=1000)
    assert str(errors[0].message) == "no"


def test_bug_in_a_job_goes_to_the_excepthook(runner, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    handle = runner.submit(job(lambda _: 1 / 0), lane=Lane.WORK)
    qtbot.waitUntil(lambda: bool(caught), timeout=1000)
    assert caught == [ZeroDivisionError]
    assert handle.state is JobState.CANCELLED


def test_progress_is_told_on_the_window_s_thread(runner, qtbot):
    steps = []

    def work(progress: Progress) -> None:
        for n in range(1, 4):
            progress.step(n, 3)
            time.sleep(0.06)

    handle = runner.submit(job(work), lane=Lane.WORK)
    handle.progressed.connect(lambda done, of, _: steps.append((done, of, threading.get_ident())))
    qtbot.waitUntil(lambda: handle.state.is_over, timeout=1000)
    assert steps[-1] == (3, 3, threading.get_ident())


def test_quiet_jobs_are_not_announced(runner, qtbot):
    announced = []
    runner.job_started.connect(announced.append)
    handles = [runner.submit(job(lambda _: 1, quiet=q), lane=Lane.WORK) for q in (True, False)]
    qtbot.waitUntil(lambda: all(h.state.is_over for h in handles), timeout=1000)
    assert announced == [handles[1]]


def test_closed_runner_refuses(qtbot):
    runner = ThreadRunner()
    runner.close()
    assert runner.submit(job(lambda _: 1), lane=Lane.WORK).state is JobState.CANCELLED


def test_the_runner_is_busy_until_the_last_turn_is_taken(runner, qtbot):
    left = [1, 2, 3]

    def steps():
        while left:
            left.pop()
            time.sleep(0.02)
            yield

    assert not runner.is_busy
    runner.in_turns("page", steps())
    seen = []
    while runner.is_busy:
        seen.append(len(left))
        QCoreApplication.processEvents()
    assert not runner.running
    assert left == []
    assert seen
