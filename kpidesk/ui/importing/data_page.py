"""Data: what is in, what comes in and how far it is, and the review of it."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.core.findings import Location
from kpidesk.core.formatting import format_value
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import Message
from kpidesk.ingest.proposal import FileProposal, ImportProposal
from kpidesk.metrics.possible import possible_kpis
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import say, style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.session.change import Change
from kpidesk.session.commands.datasets import RemoveDataset
from kpidesk.session.importing import Reopened
from kpidesk.session.jobs import JobHandle
from kpidesk.session.restatement import Restatement
from kpidesk.session.services import Services
from kpidesk.ui.importing.data_view import DataView
from kpidesk.ui.importing.loading_view import LoadingView
from kpidesk.ui.importing.review_state import Review
from kpidesk.ui.importing.review_view import ReviewView
from kpidesk.ui.window.page import CONTEXT_NONE, Page


class DataPage(Page):
    """ui.window.files.ImportPage: the review stands in front until it is accepted or cancelled."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_NONE)
        self._services = services
        self._handle: JobHandle[object] | None = None
        self._again: DatasetId | None = None
        self._place: Location | None = None
        self._is_waiting = False
        self._stack = QStackedWidget(self)
        self._empty = EmptyState(self)
        self._loading = LoadingView(self)
        self._tables = DataView(services, self)
        self._review = ReviewView(self, rows=services.importing.rows)
        for widget in (self._empty, self._loading, self._tables, self._review):
            self._stack.addWidget(widget)
        self.set_content(self._stack)
        self._import = Button("", "primary", "upload")
        self._paste = Button("", "secondary", "clipboard-paste")
        self._import.clicked.connect(self.on_add)
        self._paste.clicked.connect(self.on_paste)
        self.add_header_button(self._paste)
        self.add_header_button(self._import)
        self._review.accepted.connect(self.on_accepted)
        self._review.cancelled.connect(self.on_cancelled)
        self._loading.cancel_asked.connect(self.on_stop)
        for view in (self._review, self._tables):
            view.add_asked.connect(self.on_add)
        self._tables.remove_asked.connect(self.on_remove)
        self._tables.correct_asked.connect(self.on_correct)
        self._tables.go.connect(self.go)
        self._tables.template_asked.connect(self.on_template)
        self._tables.part_shown.connect(self.head_changed)
        self._empty.action_clicked.connect(self.on_add)
        self._empty.link_clicked.connect(self.on_sample)
        services.doctor.follow()
        connect(services.session.replaced, self.on_replaced)
        connect(services.importing.reopened, self.on_reopened)
        connect(services.refreshing.restated, self.on_restated)
        connect(services.results.progressed, self.on_computing)
        self.retranslate()

    @property
    def is_reviewing(self) -> bool:
        """Whether an import waits for a word."""
        return self._review.review is not None

    @property
    def is_waiting(self) -> bool:
        """Whether something is read or computed."""
        return self._handle is not None or self._is_waiting

    def follow(self, handle: JobHandle[object], stage: str, paths: Sequence[Path] = ()) -> None:
        """Show how far a job is, until it is over."""
        if handle.state.is_over:
            return
        self._handle = handle
        self._loading.follow(handle, stage, paths)
        self._front(self._loading)
        self._show_title()
        handle.then(_nothing, over=partial(self.on_over, handle))

    def wait(self, label: Message) -> None:
        """Show that numbers are being computed."""
        self._is_waiting = True
        self._loading.wait(label, "compute")
        self._front(self._loading)
        self._show_title()

    def on_computing(self, done: int, of: int, message: Message | None) -> None:
        """The numbers that are waited for are so far."""
        if self._is_waiting and self._handle is None:
            self._loading.on_step(done, of, message)

    def on_over(self, handle: JobHandle[object]) -> None:
        """The job is over; another may have taken its place."""
        if handle is self._handle:
            self._handle = None
            self._settle()

    def arrived(self) -> None:
        """The numbers that were waited for stand."""
        if self._is_waiting:
            self._is_waiting = False
            self._settle()

    def on_stop(self) -> None:
        """Cancel what is shown; numbers that are computed go on behind."""
        if self._handle is not None:
            self._loading.stopping()
            self._handle.cancel()
        elif self._is_waiting:
            self._is_waiting = False
            self._settle()

    def _settle(self) -> None:
        if not self.is_waiting:
            self.mark_stale()

    def concerns(self, change: Change) -> bool:
        return bool(change.datasets)

    def refresh(self) -> None:
        if self.is_waiting:
            self._front(self._loading)
        elif self.is_reviewing:
            self._front(self._review)
        elif self._services.session.document.is_empty:
            self._front(self._empty)
        else:
            self._tables.show_document()
            self._front(self._tables)
        self._show_title()

    def _front(self, view: QWidget) -> None:
        """Put a view in front; in a narrow window its findings become the drawer."""
        if self._stack.currentWidget() is not view:
            self._stack.setCurrentWidget(view)
            self.head_changed.emit()

    @property
    def drawer(self) -> QWidget | None:
        view = self._stack.currentWidget()
        if isinstance(view, DataView) and not view.has_findings:
            return None
        return view.findings if isinstance(view, DataView | ReviewView) else None

    def take_drawer_back(self, *, narrow: bool) -> None:
        for view in (self._tables, self._review):
            if view.panes.indexOf(view.findings) < 0:
                view.panes.addWidget(view.findings)
            view.findings.setVisible(not narrow)

    def set_narrow(self, narrow: bool) -> None:
        for view in (self._tables, self._review):
            view.set_narrow(narrow)

    def _show_title(self) -> None:
        document = self._services.session.document
        front = self._stack.currentWidget()
        self.show_header_button(self._import, front is self._tables)  # the empty page has its own primary button
        self.show_header_button(self._paste, front in (self._tables, self._empty))
        if front is self._review and self._review.proposal is not None:
            self.set_title(self.tr("Import review"), self._size(self._review.proposal.files))
        elif front is self._loading:
            self.set_title(self.tr("Data"), self.tr("Opening"))
        else:
            count = len(document.datasets)
            self.set_title(self.tr("Data"), say(self.tr("{n} {n|table|tables}"), n=count) if count else "")

    def _size(self, files: Sequence[FileProposal]) -> str:
        tables = [table for file in files for table in file.tables]
        sheets = {(t.region.sheet.file, t.region.sheet.sheet): t.region.sheet.rows for t in tables}
        shown = format_value(sum(sheets.values()), "count", style().exact())
        text = self.tr("{files} {files|file|files}, {sheets} {sheets|sheet|sheets}, {rows} rows")
        return say(text, files=len(files), sheets=len(sheets), rows=shown)

    def review(self, proposal: ImportProposal) -> None:
        """Let the user correct what was recognised."""
        self._again = None
        correct = self._services.importing.correct
        self._review.show_proposal(proposal, self._services.schema, correct, promised=self._promised)
        self._handle = None
        self._services.runner.in_turns("data:review", self._coming_up())

    def _coming_up(self) -> Iterator[None]:
        """What was filled comes to the front in a turn of its own: both, and the first painting, are long together."""
        self.refresh()
        yield

    def _promised(self, review: Review, tables: frozenset[str]) -> int:
        return len(possible_kpis(self._services.catalogue, review.roles(tables)))

    def on_reopened(self, reopened: Reopened) -> None:
        """A table that is in can be read otherwise."""
        file = FileProposal(reopened.table.region.sheet.file, reopened.table.region.sheet.format, (), (reopened.table,))
        self._again = reopened.dataset
        importing, proposal = self._services.importing, ImportProposal((file,))
        self._review.show_proposal(proposal, self._services.schema, importing.correct, is_single=True)
        self._handle = None
        self.refresh()
        if self._place is not None:
            self._review.on_place(self._place)

    def on_accepted(self, proposal: ImportProposal) -> None:
        """Load the tables; the window says when they are in."""
        importing, remembers = self._services.importing, self._review.remembers
        review, again = self._review.review, self._again
        self._review.forget()
        self._again = None
        if again is not None:
            self.follow(importing.read_again(again, proposal.tables[0], remember=remembers), "load")
        elif review is not None:
            self.follow(importing.accept(proposal, review.taken, remember=remembers), "load")
        self._settle()

    def on_cancelled(self) -> None:
        """Nothing comes in."""
        self._review.forget()
        self._again = None
        self.refresh()
        if self._services.session.document.is_empty:
            self.go.emit("welcome", "")

    def on_replaced(self) -> None:
        """Another document: what was found for the one before is not to be accepted into it, nor shown of it."""
        self._tables.forget_restatement()
        if self.is_reviewing:
            self._review.forget()
            self._again = None
            self._settle()

    def on_restated(self, restatement: Restatement) -> None:
        """Sources were read again: what that changed in the past."""
        self._tables.show_restatement(restatement, self.style_of_numbers.currency)

    def on_correct(self, dataset: str, place: Location | None) -> None:
        """Look at a table that is in as it was found, to read it otherwise."""
        self._place = place
        self.follow(self._services.importing.reopen(DatasetId(dataset)), "read")

    def on_add(self) -> None:
        """Choose files."""
        self.act.emit("import.files", ())

    def on_paste(self) -> None:
        """What the clipboard holds."""
        self.act.emit("import.paste", ())

    def on_template(self, table: str) -> None:
        """A sheet of a missing table to fill in."""
        self.act.emit("help.templates", (table,))

    def on_sample(self) -> None:
        """The sample company."""
        self.act.emit("import.sample", ())

    def on_remove(self, dataset: str) -> None:
        """Take a table out, as one step that can be undone."""
        found = self._services.session.document.datasets.get(DatasetId(dataset))
        self._services.session.execute(RemoveDataset(DatasetId(dataset), "" if found is None else found.name))

    def open_with(self, argument: str) -> None:
        self._tables.open_part(argument)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._import.setText(self.tr("Import files"))
        self._paste.setText(self.tr("Paste"))
        sentence = self.tr("Your tables will stand here.")
        need = self.tr("XLSX, XLS, ODS, CSV and more. Drop them anywhere on the window; nothing leaves this computer.")
        self._empty.set_texts("database", sentence, need)
        self._empty.set_actions(self.tr("Choose files"), self.tr("Try the sample company"), icon="folder-open")
        for view in (self._review, self._tables, self._loading):
            view.retranslate()
        self._show_title()


def _nothing(_: object) -> None:
    """Whoever follows a job to its end waits for no result."""
