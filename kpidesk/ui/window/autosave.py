"""When unsaved work is kept: after twenty steps as soon as the hand rests, or a minute after the last one."""

from PySide6.QtCore import QObject, QTimer

from kpidesk.qt.signals import connect
from kpidesk.session.change import Change
from kpidesk.session.persistence import Persistence
from kpidesk.session.session import Session

STEPS = 20
IDLE_MS = 60_000
REST_MS = 1_000


class Autosave(QObject):
    """Calls ``persistence.autosave``."""

    def __init__(self, session: Session, persistence: Persistence, parent: QObject) -> None:
        super().__init__(parent)
        self._persistence = persistence
        self._steps = 0
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.on_idle)
        connect(session.changed, self.on_changed)

    def on_changed(self, _: Change) -> None:
        """One more step; never written under a hand that drags."""
        self._steps += 1
        self._idle.start(IDLE_MS if self._steps < STEPS else REST_MS)

    def on_idle(self) -> None:
        """Keep it now."""
        self._steps = 0
        self._idle.stop()
        self._persistence.autosave()
