"""What a job leaves in cycles is taken apart on the window's thread."""

import gc
import threading

import pytest
from kpidesk.qt.cycle_collector import CycleCollector
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

MANY = 20_000


class Knot:
    """Refers to itself, and notes on which thread it ends."""

    def __init__(self, ended_on: list[int]) -> None:
        self.itself = self
        self._ended_on = ended_on

    def __del__(self) -> None:
        self._ended_on.append(threading.get_ident())


@pytest.fixture
def collector(qapp):
    before = gc.get_threshold()
    owner = QObject()
    made = CycleCollector(owner)
    gc.set_threshold(1_000, 3, 3)
    yield made
    made.stop()
    gc.set_threshold(*before)


def test_cycles_of_a_job_end_on_the_thread_of_the_window(qtbot: QtBot, collector: CycleCollector):
    ended_on: list[int] = []

    def job() -> None:
        for _ in range(MANY):
            Knot(ended_on)

    worker = threading.Thread(target=job)
    worker.start()
    worker.join()
    assert ended_on == []
    qtbot.waitUntil(lambda: len(ended_on) == MANY)
    assert set(ended_on) == {threading.get_ident()}


def test_when_it_stops_python_searches_again(qapp):
    owner = QObject()
    collector = CycleCollector(owner)
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
