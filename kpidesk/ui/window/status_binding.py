"""Names and facts around the pages: title of the window, name of the workspace, what the status bar says."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from kpidesk.core.formatting import format_date
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import say, style
from kpidesk.session.change import Change
from kpidesk.session.services import Services
from kpidesk.ui.window.frame import Frame
from kpidesk.ui.window.source_timer import SourceTimer


class StatusBinding(QObject):
    """Follows the document, its file and the numbers."""

    def __init__(self, services: Services, frame: Frame, window: QMainWindow, sources: SourceTimer) -> None:
        super().__init__(window)
        self._services, self._frame, self._window = services, frame, window
        self._watched = 0
        self._saved_at: datetime | None = None
        connect(services.session.changed, self.on_changed)
        connect(services.session.history_changed, self.on_history)
        connect(services.session.replaced, self.on_replaced)
        connect(services.results.rebuilt, self.renew)
        connect(services.persistence.path_changed, self.renew)
        connect(services.persistence.saved, self.on_saved)
        sources.watching.connect(self.on_watching)
        self.renew()

    def on_watching(self, count: int) -> None:
        """So many files are looked at for changes."""
        self._watched = count
        self.renew()

    @property
    def name(self) -> str:
        """What the workspace is called: its own name, that of its file, or a word for none."""
        path = self._services.persistence.path
        given = self._services.session.document.name
        return given or (path.stem if path is not None else self.tr("New workspace"))

    def on_changed(self, change: Change) -> None:
        """The document moved."""
        if change.datasets or change.settings:
            self.renew()

    def on_history(self) -> None:
        """A step more or less: what is saved may have come to differ."""
        if self._window.isWindowModified() == self._services.session.is_clean:
            self.renew()

    def on_replaced(self) -> None:
        """Another document, which nobody has saved yet since it was opened."""
        self._saved_at = None
        self.renew()

    def on_saved(self, _: Path) -> None:
        """It was written to its file."""
        self._saved_at = datetime.now().astimezone()
        self.renew()

    def renew(self) -> None:
        """Say it all again."""
        session, path = self._services.session, self._services.persistence.path
        document, engine = session.document, self._services.results.engine
        self._frame.sidebar.workspace.set_names(self.name, path.name if path is not None else "")
        self._window.setWindowTitle(f"{self.name}[*] – KPI Desk")
        self._window.setWindowModified(not session.is_clean)
        files = len({dataset.source.path for dataset in document.datasets.values()})
        parts = []
        if files and self._watched == files:
            parts.append(say(self.tr("watching {n} {n|file|files}"), n=files))
        elif files:
            parts.append(say(self.tr("{n} {n|file|files}"), n=files))
        if engine is not None and engine.facts.as_of is not None:
            parts.append(say(self.tr("data to {day}"), day=format_date(engine.facts.as_of, style())))
        if not document.is_empty:
            parts.append(self._saved_text(is_clean=session.is_clean))
        self._frame.status.set_facts(tuple(parts))

    def _saved_text(self, *, is_clean: bool) -> str:
        if not is_clean:
            return self.tr("not saved")
        if self._saved_at is None:
            return ""
        return say(self.tr("saved {time}"), time=self._saved_at.strftime("%H:%M"))
