"""Cycles of Python objects are looked for on the window's thread alone.

Python searches on whichever thread happens to allocate. What it finds there it takes apart there, and an object of Qt
that loses its life on a job's thread can end the program (the same care: ``pyqtgraph.util.garbage_collector``, which
cannot be had before the window is drawn).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_AT_REST_MS, _BUSY_MS = 100, 20
"""Seldom enough to cost nothing at rest. A job that reads a million rows makes 30,000 objects in 20 ms, searched in 4;
those of 200 ms at once would hold the window up for 60."""


class CycleCollector(QObject):
    """Takes the search over from Python, by its thresholds, for as long as it lives. Make it on the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_AT_REST_MS)
        self._timer.timeout.connect(self.on_time)
        self._timer.start()

    def on_time(self) -> None:
        """The oldest generation that is due, and with it all younger ones."""
        due = [
            g for g, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(due[-1])
        every = _BUSY_MS if due else _AT_REST_MS
        if self._timer.interval() != every:
            self._timer.setInterval(every)

    def stop(self) -> None:
        """Leave the search to Python again."""
        self._timer.stop()
        gc.enable()
