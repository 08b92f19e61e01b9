"""Model signals into widgets: weakly, on the thread of the window, and silent once the widget is gone."""

import threading
from collections.abc import Callable

from psygnal import SignalInstance
from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid


class _Relay(QObject):
    """Lives with the receiver; psygnal holds it weakly, Qt deletes it with its parent."""

    _queued = Signal(object)

    def __init__(self, slot: Callable[..., None], receiver: QObject) -> None:
        super().__init__(receiver)
        self._receiver = receiver
        self._name = slot.__name__
        self._home = threading.get_ident()
        self._queued.connect(self.on_queued, Qt.ConnectionType.QueuedConnection)

    def heard(self, *args: object) -> None:
        """Called by psygnal, on any thread."""
        if not isValid(self):
            return
        if threading.get_ident() == self._home:
            self.on_queued(args)
        else:
            self._queued.emit(args)

    @Slot(object)
    def on_queued(self, args: tuple[object, ...]) -> None:
        """On the window's thread."""
        if isValid(self._receiver):
            getattr(self._receiver, self._name)(*args)


def connect(signal: SignalInstance, slot: Callable[..., None]) -> QObject:
    """Call a bound method of a QObject at each emission; answers what ends it when deleted.

    A slot that takes fewer arguments than are emitted is not helped: write it with all of them.
    """
    receiver = getattr(slot, "__self__", None)
    if not isinstance(receiver, QObject):
        raise TypeError(slot)
    relay = _Relay(slot, receiver)
    signal.connect(relay.heard, check_nargs=False)
    return relay
