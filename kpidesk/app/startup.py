"""How long it took until the window stood on the screen, against the bar: 0.6 s plus Qt's own import."""

import os
import sys
import time
from pathlib import Path

BAR_S = 0.6
_HEAVY = ("pandas", "duckdb", "ibis", "pyarrow", "pyqtgraph", "numpy", "openpyxl")


def seconds_since_interpreter_start() -> float:
    """From the start of this process until now: by the kernel where it tells, else processor time of this process."""
    stat = Path("/proc/self/stat")
    if stat.is_file():
        ticks = int(stat.read_text().rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    return time.process_time()


def startup_report(qt_import_s: float, visible_s: float) -> str:
    """The lines that ``--startup-report`` prints."""
    bar = BAR_S + qt_import_s
    verdict = "within" if visible_s <= bar else "over"
    early = [name for name in _HEAVY if name in sys.modules]
    return "\n".join(
        (
            f"interpreter start to window visible: {visible_s:.3f} s",
            f"of which importing Qt:               {qt_import_s:.3f} s",
            f"bar (0.6 s + Qt's import):           {bar:.3f} s, {verdict} it",
            f"heavy libraries before the window:   {', '.join(early) or 'none'}",
        )
    )


def board_report() -> str:
    """The line of ``--startup-report`` on a dashboard that stands now: by the clock, and of it this process alone."""
    seconds, busy = seconds_since_interpreter_start(), time.process_time()
    return f"interpreter start to the dashboard:   {seconds:.3f} s ({busy:.3f} s of processor time)"
