"""Long work lets whoever is watched go first.

Python runs one thread at a time and shares its time among those that want it: beside a job that computes, a window
takes twice as long to draw. So a job stops between two of its pieces for as long as the window is at work.
"""

import threading
from collections.abc import Callable


class _Here(threading.local):
    wait: Callable[[], None] | None = None


_HERE = _Here()


def be_courteous(wait: Callable[[], None] | None) -> None:
    """From now on ``make_way`` on this thread calls ``wait``: at most some milliseconds, and seldom at all."""
    _HERE.wait = wait


def make_way() -> None:
    """Between two pieces of some milliseconds of plain computing; nothing at all on a thread that nobody watches."""
    if _HERE.wait is not None:
        _HERE.wait()
