"""Files that come in: a workspace is opened, sheets are looked into, and what follows is shown from the click on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMimeData, QObject, Signal

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.proposal import ImportProposal
from kpidesk.qt.signals import connect
from kpidesk.session.importing import ImportOutcome
from kpidesk.session.jobs import JobHandle
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.ready_sample import is_sample
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.window.coming import Coming
from kpidesk.ui.window.page_stack import WELCOME, PageStack
from kpidesk.ui.window.source_timer import SourceTimer
from kpidesk.workspace.archive import SUFFIX

_HOME = "data"
_MOST_REFUSALS = 2


@runtime_checkable
class ImportPage(Protocol):
    """What the page of the data does for an import."""

    @property
    def is_reviewing(self) -> bool: ...

    @property
    def is_waiting(self) -> bool: ...

    def follow(self, handle: JobHandle[object], stage: str, paths: Sequence[Path] = ()) -> None:
        """Show how far a job is, until it is over."""
        ...

    def wait(self, label: Message) -> None:
        """Show that numbers are being computed."""
        ...

    def arrived(self) -> None:
        """The numbers that were waited for stand."""
        ...

    def review(self, proposal: ImportProposal) -> None:
        """Let the user correct what was recognised."""
        ...


class Files(QObject):
    """``shows(page id)`` where a page should come to the front."""

    shows = Signal(str)

    def __init__(self, services: Services, window: QObject) -> None:
        super().__init__(window)
        self._services = services
        self._stack: PageStack = window.stack
        self._is_computing = False
        self._coming = Coming(window.stack, services.session, self)
        self.sources = SourceTimer(services, self)
        connect(services.importing.proposed, self.on_proposed)
        connect(services.importing.imported, self.on_imported)
        connect(services.persistence.opened, self.on_opened)
        connect(services.results.rebuilt, self.on_rebuilt)
        connect(services.results.recalled, self.on_recalled)
        connect(services.results.updated, self.on_answered)

    def take(self, paths: Sequence[Path]) -> None:
        """Open a workspace if there is one among them, else look into the spreadsheets."""
        workspaces = [path for path in paths if path.suffix.lower() == SUFFIX]
        if workspaces:
            self.open_workspace(workspaces[0])
        elif is_sample(paths):
            self._follow(self._services.importing.take_sample(paths), "load", paths)
        elif paths:
            self._follow(self._services.importing.start(paths), "read", paths)

    def paste(self, mime: QMimeData) -> None:
        """Look into what the clipboard holds: files that were copied, else cells as a table."""
        if paths := tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()):
            self.take(paths)
            return
        if not mime.hasText() and not mime.hasHtml():
            nothing = Message(QT_TRANSLATE_NOOP("importing", "The clipboard holds no table"))
            how = Message(QT_TRANSLATE_NOOP("importing", "Copy cells in a spreadsheet, then paste them here."))
            self._services.notices.post(Notice(Level.WARNING, nothing, how, key="import.paste"))
            return
        name = self.tr("Pasted table")
        self._follow(self._services.importing.paste(mime.text(), mime.html(), name), "read", (Path(name),))

    def open_workspace(self, path: Path) -> None:
        """Open it in the place of the present one, whose unsaved work is kept apart."""
        self._follow(self._services.persistence.open(path), "load", (path,))

    @property
    def _page(self) -> ImportPage | None:
        page = self._stack.get(_HOME) if self._stack.has(_HOME) else None
        return page if isinstance(page, ImportPage) else None

    def _follow(self, handle: JobHandle[object], stage: str, paths: Sequence[Path] = ()) -> None:
        page = self._page
        if page is None or handle.state.is_over:
            return
        page.follow(handle, stage, paths)
        self._coming.follow(handle)
        self.shows.emit(_HOME)
        handle.then(lambda _: None, over=self.on_over)

    def on_over(self) -> None:
        """A job is over: where it brought nothing into an empty workspace, begin again at the welcome page."""
        page = self._page
        is_idle = page is not None and not page.is_reviewing and not page.is_waiting
        if is_idle and self._stack.current_id == _HOME and self._services.session.document.is_empty:
            self.shows.emit(WELCOME)

    def on_proposed(self, proposal: ImportProposal) -> None:
        """The files were looked into: files without a table need no review."""
        page = self._page
        if page is None:
            self._services.importing.accept(proposal)
        elif proposal.tables:
            page.review(proposal)
            self.shows.emit(_HOME)
        else:
            self._refuse(tuple(finding for file in proposal.files for finding in file.findings))

    def _refuse(self, findings: Sequence[Finding]) -> None:
        """Nothing can come of these files: say of each why and what to do, of many that they are many."""
        post = self._services.notices.post
        for finding in findings[:_MOST_REFUSALS]:
            post(Notice(finding.level, finding.message, _hint(finding), findings=(finding,)))
        if len(findings) > _MOST_REFUSALS:
            text = QT_TRANSLATE_NOOP("window", "{n} more files hold no table that can be read: {names}")
            rest = findings[_MOST_REFUSALS:]
            names = ", ".join(finding.where.file for finding in rest[:4] if finding.where is not None)
            post(Notice(Level.WARNING, Message(text, n=len(rest), names=names), findings=tuple(rest)))
        if not findings:
            text = QT_TRANSLATE_NOOP("window", "There is no sheet or table in it.")
            hint = QT_TRANSLATE_NOOP("window", "Drop spreadsheets, or folders that hold some.")
            post(Notice(Level.WARNING, Message(text), Message(hint)))

    def on_imported(self, outcome: ImportOutcome) -> None:
        """Tables came in: say how many, and how to take it back."""
        if not outcome.datasets:
            return
        count = len(outcome.datasets)
        text = QT_TRANSLATE_NOOP("window", "Imported {n} {n|table|tables}.")
        undo = NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Undo")), "edit.undo")
        self._services.notices.post(Notice(Level.NOTE, Message(text, n=count), actions=(undo,), key="import.done"))
        self._show_numbers()

    def on_opened(self, _: Path) -> None:
        """A workspace stands."""
        self._show_numbers()

    def _show_numbers(self) -> None:
        page = self._page
        if page is not None and self._services.results.state is ResultsState.EMPTY:
            self.shows.emit(_HOME)
            return
        self._is_computing = self._services.results.state is ResultsState.BUILDING and page is not None
        if page is not None and self._is_computing:
            page.wait(Message(QT_TRANSLATE_NOOP("window", "Computing the key figures")))
        else:
            self.shows.emit("dashboard")

    def on_rebuilt(self) -> None:
        """The numbers stand: show them to whoever waited for them."""
        results = self._services.results
        if self._is_computing and results.state is not ResultsState.BUILDING:
            if results.state is ResultsState.READY and self._stack.has("dashboard"):
                self._stack.get("dashboard").refresh()  # asks its questions, so that it comes up with the answers
            else:
                self._arrive()

    def on_recalled(self) -> None:
        """Answers of an earlier time to these data are there: nobody needs to wait for the numbers."""
        if self._is_computing and self._stack.has("dashboard"):
            self._stack.get("dashboard").refresh()

    def on_answered(self, _: object) -> None:
        """The first answers stand, of now or of an earlier time."""
        results = self._services.results
        if self._is_computing and (results.state is ResultsState.READY or results.are_recalled):
            self._arrive()

    def _arrive(self) -> None:
        self._is_computing = False
        self._services.runner.in_turns("files:arrive", self._arriving())

    def _arriving(self) -> Iterator[None]:
        """In turns of its own: whoever brings the answers fills the page with them in the same turn."""
        if self._stack.current_id in (_HOME, WELCOME) and not self._is_computing:
            self.shows.emit("dashboard")
        yield
        if (page := self._page) is not None and not self._is_computing:
            page.arrived()


def _hint(finding: Finding) -> Message:
    """What to do about a file that cannot be read."""
    if finding.hint is not None:
        return finding.hint
    return Message(QT_TRANSLATE_NOOP("window", "Open it in its program, save it as XLSX or CSV, and import that."))
