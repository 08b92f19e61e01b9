"""Work of the window's thread, a little in each turn of its loop: the window answers while a page fills."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

BUDGET_S = 0.008
"""Half a frame: another step begins in a turn only before it is spent."""


class Turns(QObject):
    """Runs what it is given on the thread that it was built on, in that order, over as many turns as it takes.

    Between two turns stands a timer, not an event that is posted: those go before what the user does. A turn in which
    the loop had much else to do is left to that, but never two in succession.
    """

    _woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Callable[[], object]] = deque()
        self._steps: dict[str, Iterator[object]] = {}
        self._home = threading.get_ident()
        self._is_awake = False
        self._gave_way = False
        self._ready_at = time.perf_counter()
        self._lock = threading.Lock()
        self._woken.connect(self.on_woken, Qt.ConnectionType.QueuedConnection)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self.on_turn)

    @property
    def is_waiting(self) -> bool:
        """Whether anything that it was given has not run yet."""
        return bool(self._waiting)

    def call(self, function: Callable[[], object]) -> None:
        """Run the function soon; from any thread."""
        self._waiting.append(function)
        if threading.get_ident() == self._home:
            self._go_on()
        else:
            self._wake()

    def spread(self, name: str, steps: Iterator[object]) -> None:
        """Take the steps one after the other; what is left of older steps of that name is given up."""
        self._steps[name] = steps
        self.call(partial(self._step, name, steps))

    def forget(self) -> None:
        """Nothing of what waits will run."""
        self._waiting.clear()
        self._steps.clear()

    @Slot()
    def on_woken(self) -> None:
        """Another thread has something: what is posted comes before the timer's turn, which is one in a round."""
        with self._lock:
            self._is_awake = False
        self._go_on()

    @Slot()
    def on_turn(self) -> None:
        """A turn of the loop; the next one, where this one has painted or answered the user for as long already."""
        self._next.stop()
        start = time.perf_counter()
        self._gave_way = not self._gave_way and start - self._ready_at > BUDGET_S
        if self._gave_way:
            self._go_on()
            return
        end = start + BUDGET_S
        if len(self._waiting) > 1:
            self._go_on()  # before the first runs: it may open a dialog with a loop of its own
        try:
            while self._waiting:
                self._waiting.popleft()()
                if time.perf_counter() >= end:
                    break
        finally:
            self._ready_at = time.perf_counter()
            if self._waiting:
                self._go_on()

    def _step(self, name: str, steps: Iterator[object]) -> None:
        if self._steps.get(name) is not steps:
            return
        try:
            next(steps)
        except StopIteration:
            self._end(name, steps)
        except BaseException:  # whatever stops it, its name is free again before it is raised on
            self._end(name, steps)
            raise
        else:
            self.call(partial(self._step, name, steps))

    def _end(self, name: str, steps: Iterator[object]) -> None:
        if self._steps.get(name) is steps:
            del self._steps[name]

    def _go_on(self) -> None:
        if not self._next.isActive():
            self._ready_at = time.perf_counter()
            self._next.start()

    def _wake(self) -> None:
        with self._lock:
            if self._is_awake:
                return
            self._is_awake = True
        self._woken.emit()
