"""Data: what is in, and the review of what comes in."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.core.formatting import format_value
from kpidesk.core.ids import DatasetId
from kpidesk.core.resources import resource
from kpidesk.ingest.proposal import ImportProposal
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import say, style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.session.change import Change
from kpidesk.session.commands.datasets import RemoveDataset
from kpidesk.session.notices import Notice
from kpidesk.session.services import Services
from kpidesk.ui.importing.review_view import ReviewView
from kpidesk.ui.importing.tables_view import TablesView
from kpidesk.ui.window.page import CONTEXT_NONE, Page


class DataPage(Page):
    """Listens to ``importing.proposed``: the review stands in front until it is accepted or cancelled."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_NONE)
        self._services = services
        self._stack = QStackedWidget(self)
        self._empty = EmptyState(self)
        self._tables = TablesView(self)
        self._review = ReviewView(self)
        for widget in (self._empty, self._tables, self._review):
            self._stack.addWidget(widget)
        self.set_content(self._stack)
        self._import = Button("", "primary", "upload")
        self._import.clicked.connect(self.on_add)
        self.add_header_button(self._import)
        self._review.accepted.connect(self.on_accepted)
        self._review.cancelled.connect(self.on_cancelled)
        for view in (self._review, self._tables):
            view.add_asked.connect(self.on_add)
        self._tables.remove_asked.connect(self.on_remove)
        self._empty.action_clicked.connect(self.on_add)
        self._empty.link_clicked.connect(self.on_sample)
        connect(services.importing.proposed, self.on_proposed)
        self.retranslate()

    @property
    def is_reviewing(self) -> bool:
        """Whether an import waits for a word."""
        return self._stack.currentWidget() is self._review

    def concerns(self, change: Change) -> bool:
        return bool(change.datasets)

    def refresh(self) -> None:
        if self.is_reviewing:
            return
        document = self._services.session.document
        if document.is_empty:
            self._front(self._empty)
        else:
            self._tables.show_document(document, self._services.schema)
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
        return view.findings if isinstance(view, TablesView | ReviewView) else None

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
        self.show_header_button(self._import, not self.is_reviewing)
        if self.is_reviewing and self._review.proposal is not None:
            proposal = self._review.proposal
            rows = sum(table.region.sheet.rows for table in proposal.tables)
            text = self.tr("{files} {files|file|files}, {sheets} {sheets|sheet|sheets}, {rows} rows")
            shown = format_value(rows, "count", style().exact())
            counts = {"files": len(proposal.files), "sheets": len(proposal.tables), "rows": shown}
            self.set_title(self.tr("Import review"), say(text, **counts))
        else:
            count = len(document.datasets)
            self.set_title(self.tr("Data"), say(self.tr("{n} {n|table|tables}"), n=count) if count else "")

    def on_proposed(self, proposal: ImportProposal) -> None:
        """Files were looked into. The sample company needs no review, and neither do files without a table."""
        samples = resource("samples").resolve()
        if all(samples in file.path.resolve().parents for file in proposal.files):
            self._services.importing.accept(proposal)
            return
        if not proposal.tables:
            for finding in (finding for file in proposal.files for finding in file.findings):
                self._services.notices.post(Notice(finding.level, finding.message, findings=(finding,)))
            return
        self._front(self._review)
        self._review.show_proposal(proposal, self._services.schema)
        self._show_title()

    def on_accepted(self, proposal: ImportProposal) -> None:
        """Load the tables; the window says when they are in."""
        self._services.importing.accept(proposal)
        self._leave_review()

    def on_cancelled(self) -> None:
        """Nothing comes in."""
        self._leave_review()

    def _leave_review(self) -> None:
        self._front(self._empty)
        self.mark_stale()

    def on_add(self) -> None:
        """Choose files."""
        self.act.emit("import.files", ())

    def on_sample(self) -> None:
        """The sample company."""
        self.act.emit("import.sample", ())

    def on_remove(self, dataset: str) -> None:
        """Take a table out, as one step that can be undone."""
        self._services.session.execute(RemoveDataset(DatasetId(dataset)))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._import.setText(self.tr("Import files"))
        sentence = self.tr("Your tables will stand here.")
        need = self.tr("XLSX, XLS, CSV. Drop them anywhere on the window; nothing leaves this computer.")
        self._empty.set_texts("database", sentence, need)
        self._empty.set_actions(self.tr("Choose files"), self.tr("Try the sample company"), icon="folder-open")
        self._review.retranslate()
        self._tables.retranslate()
        self._show_title()
