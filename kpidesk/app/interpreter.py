"""How Python divides its time: set once, before the window."""

import gc
import sys

_SWITCH_S = 0.0005
"""Python's own 5 ms is what a repaint may wait for each time it asks for the interpreter while a job computes."""
_FEW_SEARCHES = 5_000, 10, 100
"""A start makes half a million objects that live on: to look for cycles among them at each 700 takes a tenth of it.

Many more at once would stop all threads for longer than a repaint takes.
"""


def favour_the_window() -> None:
    """Let the window's thread have its turn soon while jobs compute, and look for cycles seldom."""
    sys.setswitchinterval(_SWITCH_S)
    gc.set_threshold(*_FEW_SEARCHES)
