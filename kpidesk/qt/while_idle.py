"""Work of the window's thread that nobody waits for: a piece at a time, while the user does nothing."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

PAUSE_MS = 40
"""Between two pieces of the work whoever comes in is served."""
PIECE_S = 0.008
"""Half a frame: what a piece may take."""


class WhileIdle(QObject):
    """Takes the steps one after the other, none while a button of the mouse is down or a list is open. ``done()``."""

    done = Signal()

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._pause = QTimer(self, interval=PAUSE_MS)
        self._pause.timeout.connect(self.on_pause)
        self._pause.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._pause.isActive()

    def on_pause(self) -> None:
        """The next piece, unless the user is at something."""
        is_busy = QApplication.mouseButtons() != Qt.MouseButton.NoButton or QApplication.activePopupWidget() is not None
        if not is_busy and next(self._steps, self) is self:
            self._pause.stop()
            self.done.emit()
