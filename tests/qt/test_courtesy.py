"""A job beside a turn of the window: it goes on when the turn is over, and is never kept for good."""

import threading

import pytest
from kpidesk.qt.courtesy import Courtesy
from PySide6.QtCore import QCoreApplication


@pytest.fixture
def courtesy(qapp):
    courtesy = Courtesy()
    yield courtesy
    courtesy.close()


def asking(courtesy):
    """A thread that has asked once when this returns, and what it says when it goes on."""
    asked, went_on = threading.Event(), threading.Event()

    def work():
        answer = courtesy.ask()
        asked.set()
        if answer is not None:
            answer.wait()
        went_on.set()

    thread = threading.Thread(target=work)
    thread.start()
    asked.wait()
    return thread, went_on


def test_a_job_goes_on_when_the_loop_has_turned(courtesy, qtbot):
    thread, went_on = asking(courtesy)
    assert not went_on.is_set()
    qtbot.waitUntil(went_on.is_set)
    thread.join()


def test_several_jobs_ask_once(courtesy, qtbot):
    asked = []
    courtesy._asked.connect(lambda: asked.append("asked"))
    several = [asking(courtesy) for _ in range(3)]
    qtbot.waitUntil(lambda: all(went_on.is_set() for _, went_on in several))
    for thread, _ in several:
        thread.join()
    assert asked == ["asked"]


def test_who_gets_no_answer_goes_on_and_does_not_ask_again_before_it_has_one(courtesy, monkeypatch):
    monkeypatch.setattr("kpidesk.qt.courtesy.PATIENCE_S", 0.0)
    monkeypatch.setattr("kpidesk.qt.courtesy.AT_WORK_S", 0.0)
    asks, ask = [], courtesy.ask
    monkeypatch.setattr(courtesy, "ask", lambda: asks.append("asked") or ask())
    guest = courtesy.guest()
    for _ in range(3):
        guest()
    assert asks == ["asked"]
    while len(asks) == 1:  # the answer of the first one comes with a turn of the loop
        QCoreApplication.processEvents()
        guest()


def test_nobody_waits_when_the_window_is_gone(courtesy):
    thread, went_on = asking(courtesy)
    courtesy.close()
    thread.join()
    assert went_on.is_set()
    assert courtesy.ask() is None
