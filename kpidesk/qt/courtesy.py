"""The window's side of ``core.courtesy``: jobs wait until its thread has ended the turn that it is in."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

AT_WORK_S = 0.003
"""So long a job goes on before it looks whether the window is in a turn."""
PATIENCE_S = 0.08
"""A window that does not answer for so long (a dialog of the system, a wait for this very job) is not waited for."""


class Courtesy(QObject):
    """Build it on the window's thread; each thread of jobs asks by a ``guest`` of its own."""

    _asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._answer: threading.Event | None = None
        self._is_closed = False
        self._asked.connect(self.on_asked, Qt.ConnectionType.QueuedConnection)
        self._end = QTimer(self, interval=0, singleShot=True)
        self._end.timeout.connect(self.on_turn_over)

    def guest(self) -> Callable[[], None]:
        """What ``make_way`` shall call on one thread."""
        return _Guest(self).wait

    def ask(self) -> threading.Event | None:
        """Answered when the turn is over; from any thread, None when there is no window any more."""
        with self._lock:
            if self._is_closed:
                return None
            if self._answer is not None:
                return self._answer
            answer = self._answer = threading.Event()
        self._asked.emit()
        return answer

    @Slot()
    def on_asked(self) -> None:
        """What is posted comes before what the user does: answered from the timer's turn."""
        self._end.start()

    @Slot()
    def on_turn_over(self) -> None:
        """Whoever waits goes on."""
        with self._lock:
            answer, self._answer = self._answer, None
        if answer is not None:
            answer.set()

    def close(self) -> None:
        """Nobody waits any more."""
        with self._lock:
            self._is_closed = True
        self.on_turn_over()


class _Guest:
    """One thread that asks now and then, and not again while it has no answer."""

    def __init__(self, courtesy: Courtesy) -> None:
        self._courtesy = courtesy
        self._since = 0.0
        self._unanswered: threading.Event | None = None

    def wait(self) -> None:
        if time.perf_counter() - self._since < AT_WORK_S:
            return
        if self._unanswered is None or self._unanswered.is_set():
            answer = self._courtesy.ask()
            is_answered = answer is None or answer.wait(PATIENCE_S)
            self._unanswered = None if is_answered else answer
        self._since = time.perf_counter()
