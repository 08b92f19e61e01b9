"""Documents that macOS asks a running application to open: a double click in the Finder starts nothing."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpens(QObject):
    """``asked(paths)`` for each document."""

    asked = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit((Path(event.file()),))
            return True
        return super().eventFilter(watched, event)
