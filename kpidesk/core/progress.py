"""The token that long work carries: it reports steps and hears the wish to stop."""

import threading
from collections.abc import Callable

from kpidesk.core.courtesy import make_way
from kpidesk.core.errors import Cancelled
from kpidesk.core.messages import Message

Listener = Callable[[int, int, Message | None], None]


class Progress:
    """Passed into any work that may take long; safe to cancel from another thread."""

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._stop = threading.Event()
        self._on_cancel: list[Callable[[], None]] = []

    def step(self, done: int, of: int, message: Message | None = None) -> None:
        """Report that ``done`` of ``of`` parts are finished; raises Cancelled if asked to stop."""
        self.raise_if_cancelled()
        if self._listener is not None:
            self._listener(done, of, message)

    def part(self, done: int, of: int) -> "Progress":
        """For one of ``of`` parts, after ``done`` of them: its own steps go from there to the next, never back."""
        return _Part(self, done, of)

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled if the work should stop; and let the window go first."""
        make_way()
        if self._stop.is_set():
            raise Cancelled

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step, and interrupt what it waits for."""
        self._stop.set()
        for interrupt in tuple(self._on_cancel):
            interrupt()

    def interrupting(self, interrupt: Callable[[], None]) -> "_Interrupting":
        """While the block runs, a cancel also calls ``interrupt`` (a running query, a child process)."""
        return _Interrupting(self._on_cancel, interrupt)


_FINE = 1_000
"""Steps of a whole that one of its parts is told in."""


class _Part(Progress):
    """Stopped and interrupted with the whole."""

    def __init__(self, whole: Progress, done: int, of: int) -> None:
        super().__init__(self._told)
        self._whole, self._done, self._of = whole, done, of

    def raise_if_cancelled(self) -> None:
        self._whole.raise_if_cancelled()

    @property
    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled

    def cancel(self) -> None:
        self._whole.cancel()

    def interrupting(self, interrupt: Callable[[], None]) -> "_Interrupting":
        return self._whole.interrupting(interrupt)

    def _told(self, done: int, of: int, message: Message | None) -> None:
        share = min(1.0, max(0.0, done / of)) if of > 0 else 0.0
        self._whole.step(self._done * _FINE + round(share * _FINE), self._of * _FINE, message)


class _Interrupting:
    def __init__(self, registered: list[Callable[[], None]], interrupt: Callable[[], None]) -> None:
        self._registered = registered
        self._interrupt = interrupt

    def __enter__(self) -> None:
        self._registered.append(self._interrupt)

    def __exit__(self, *_: object) -> None:
        self._registered.remove(self._interrupt)
