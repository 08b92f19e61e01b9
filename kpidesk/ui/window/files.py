"""What is dropped or chosen: workspaces are opened, spreadsheets are looked into, and what follows is shown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.proposal import ImportProposal
from kpidesk.qt.signals import connect
from kpidesk.session.importing import ImportOutcome
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.services import Services
from kpidesk.ui.window.page_stack import PageStack
from kpidesk.workspace.archive import SUFFIX


class Files(QObject):
    """``shows(page id)`` where a page should come to the front.

    A data page that was written listens to ``importing.proposed`` itself; without one, recognised tables are taken in.
    """

    shows = Signal(str)

    def __init__(self, services: Services, window: QObject) -> None:
        super().__init__(window)
        self._services = services
        self._stack: PageStack = window.stack
        connect(services.importing.proposed, self.on_proposed)
        connect(services.importing.imported, self.on_imported)
        connect(services.persistence.opened, self.on_opened)

    def take(self, paths: Sequence[Path]) -> None:
        """Open a workspace if there is one among them, else look into the spreadsheets."""
        workspaces = [path for path in paths if path.suffix.lower() == SUFFIX]
        if workspaces:
            self.open_workspace(workspaces[0])
            return
        if not paths:
            return
        if self._stack.has("data"):
            self._stack.get("data")
        self._services.importing.start(paths)

    def open_workspace(self, path: Path) -> None:
        """Open it in the place of the present one, whose unsaved state is kept for the next start."""
        self._services.persistence.open(path)

    def on_proposed(self, proposal: ImportProposal) -> None:
        """The files were looked into."""
        if self._stack.has("data"):
            self.shows.emit("data")
        else:
            self._services.importing.accept(proposal)

    def on_imported(self, outcome: ImportOutcome) -> None:
        """Tables came in: say how many, and how to take it back."""
        if not outcome.datasets:
            return
        count = len(outcome.datasets)
        text = QT_TRANSLATE_NOOP("window", "Imported {n} {n|table|tables}.")
        undo = NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Undo")), "edit.undo")
        self._services.notices.post(Notice(Level.NOTE, Message(text, n=count), actions=(undo,), key="import.done"))
        self.shows.emit("dashboard")

    def on_opened(self, _: Path) -> None:
        """A workspace stands."""
        self.shows.emit("dashboard")
