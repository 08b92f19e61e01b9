"""Drawing that keeps up with a hand: at once, but not more often than a screen shows it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FRAME_MS = 16


class Pace(QObject):
    """Calls when asked, but not twice within a frame: what is asked in between is done once, at its end."""

    def __init__(self, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._call, self._is_behind = call, False
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self.on_frame_over)

    def ask(self) -> None:
        """There is something new."""
        self._is_behind = self._frame.isActive()
        if not self._is_behind:
            self._frame.start()
            self._call()

    def on_frame_over(self) -> None:
        """A frame has passed since the last call."""
        if self._is_behind:
            self.ask()
