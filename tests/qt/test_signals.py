"""Model signals reach widgets on their thread, and stop with them."""

import threading

import pytest
from kpidesk.qt.signals import connect
from psygnal import Signal
from PySide6.QtCore import QObject


class Model:
    moved = Signal(int)


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[int, int]] = []

    def on_moved(self, value: int) -> None:
        self.heard.append((value, threading.get_ident()))


def test_emission_from_another_thread_arrives_on_the_window_s(qtbot):
    model, receiver = Model(), Receiver()
    connect(model.moved, receiver.on_moved)
    thread = threading.Thread(target=model.moved.emit, args=(7,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(receiver.heard), timeout=1000)
    assert receiver.heard == [(7, threading.get_ident())]


def test_same_thread_hears_at_once(qtbot):
    model, receiver = Model(), Receiver()
    connect(model.moved, receiver.on_moved)
    model.moved.emit(1)
    assert [value for value, _ in receiver.heard] == [1]


def test_deleted_receiver_hears_nothing(qtbot):
    model, receiver = Model(), Receiver()
    connect(model.moved, receiver.on_moved)
    heard = receiver.heard
    receiver.deleteLater()
    with qtbot.waitSignal(receiver.destroyed, timeout=1000):
        pass
    model.moved.emit(1)
    assert heard == []


def test_plain_functions_are_refused(qtbot):
    with pytest.raises(TypeError):
        connect(Model().moved, print)
