"""How Python divides its time: set once, before the window."""

import gc
import sys

_SWITCH_S = 0.0005
"""Python's own 5 ms is what a repaint may wait for each time it asks for the interpreter while a job computes."""
_FEW_SEARCHES = 5_000, 3, 300
"""A start makes half a million objects that live on: to look for cycles among them at each 700 takes a tenth of it.

Each search stops all threads: among 5,000 it takes 1 ms, among three times as many 8 ms.
"""


def favour_the_window() -> None:
    """Let the window's thread have its turn soon while jobs compute, and look for cycles seldom."""
    sys.setswitchinterval(_SWITCH_S)
    gc.set_threshold(*_FEW_SEARCHES)


def leave_what_stands() -> None:
    """The start is over: its objects live as long as the program and are searched no more."""
    gc.freeze()
