"""The review of an import: sheets left, columns and the sheet as found in the middle, what to look at right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.findings import Location
from kpidesk.ingest.mapping import OTHER
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.ingest.recipe import Step
from kpidesk.ingest.recipe_table import Followed
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.check_box import CheckBox
from kpidesk.qt.widgets.labels import ElidedLabel
from kpidesk.schema.model import Schema
from kpidesk.session.jobs import JobHandle
from kpidesk.ui.importing.corrections import Corrections
from kpidesk.ui.importing.findings_panel import FindingsPanel
from kpidesk.ui.importing.page_reader import ReadRows
from kpidesk.ui.importing.proposal_words import doubts, needs_a_look, reasons, sheet_view, sureness
from kpidesk.ui.importing.review_state import Review, is_in, review_of
from kpidesk.ui.importing.sheet_list import SheetList
from kpidesk.ui.importing.table_review import TableReview

Correct = Callable[[TableProposal, Step], JobHandle[Followed]]
"""Starts one correction of a table."""

Promise = Callable[[Review, frozenset[str]], int]
"""How many KPIs a review gives with some of its tables."""


class ReviewView(QWidget):
    """``accepted(ImportProposal)`` with the corrections in it, ``cancelled()``, ``add_asked()``."""

    accepted = Signal(object)
    cancelled = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, rows: ReadRows | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._review: Review | None = None
        self._correct: Correct | None = None
        self._promised: Promise | None = None
        self._is_single = False
        self._steps: list[tuple[str, Step]] = []
        self._accepts = False
        self._corrections = Corrections(self)
        self._sheets = SheetList(self, folds=True)
        self._findings = FindingsPanel(self)
        self._middle = TableReview(self._corrections, self)
        self._middle.reader.read = rows
        self._foot = ElidedLabel("", ink="ink2")
        self._remember = CheckBox(parent=self)
        self._remember.setChecked(True)
        self._cancel = Button("", "secondary")
        self._accept = Button("", "primary", "check")
        self._build()
        self._sheets.chosen.connect(self.on_sheet)
        self._sheets.add_asked.connect(self.add_asked)
        self._corrections.decided.connect(self.on_step)
        self._middle.toggled.connect(self.on_toggle)
        self._middle.undo_asked.connect(self.on_undo)
        self._middle.column_moved.connect(self.on_column)
        self._findings.place_asked.connect(self.on_place)
        self._cancel.clicked.connect(self.cancelled)
        self._accept.clicked.connect(self.on_accept)
        self.retranslate()

    def _build(self) -> None:
        self.panes = panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self._sheets)
        panes.addWidget(self._middle, 1)
        panes.addWidget(self._findings)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._remember)
        foot.addWidget(self._cancel)
        foot.addWidget(self._accept)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(panes, 1)
        column.addLayout(foot)

    @property
    def findings(self) -> QWidget:
        """The right panel."""
        return self._findings

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins; the list of sheets becomes a drop-down above the table."""
        margin, ways = 16 if narrow else 24, QBoxLayout.Direction
        self._column.setContentsMargins(margin, 16, margin, 16)
        self.panes.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._sheets.set_narrow(narrow)

    @property
    def review(self) -> Review | None:
        """What is under review, with the corrections so far."""
        return self._review

    @property
    def proposal(self) -> ImportProposal | None:
        """The proposal under review, with the corrections so far."""
        return self._review.proposal if self._review is not None else None

    @property
    def remembers(self) -> bool:
        """Whether files like these shall be read in the same way from now on."""
        return self._remember.isChecked()

    def show_proposal(
        self,
        proposal: ImportProposal,
        schema: Schema,
        correct: Correct,
        *,
        promised: Promise | None = None,
        is_single: bool = False,
    ) -> None:
        """Review an import, or add it to the one under review; ``is_single``: one table that is in already."""
        is_more = self._review is not None and not is_single and not self._is_single
        self._schema, self._correct, self._promised, self._is_single = schema, correct, promised, is_single
        review = self._review.joined(proposal) if is_more and self._review is not None else review_of(proposal)
        if is_single:
            review = Review(proposal, frozenset(table.id for table in proposal.tables))
        self._sheets.setVisible(not is_single)
        self._take(review)
        if not is_more and review.first is not None:
            self._sheets.choose(review.first.id)
        self._show_table()
        self._middle.focus_columns()

    def forget(self) -> None:
        """The review is over."""
        self._review = None
        self._steps = []
        self._accepts = False

    def _become(self, review: Review) -> None:
        self._take(review)
        self._show_table()

    def _take(self, review: Review) -> None:
        """All but the table that is looked at."""
        self._review = review
        schema = self._schema
        if schema is None:
            return
        tables = review.proposal.tables
        views = [sheet_view(t, review.proposal, schema, is_taken=t.id in review.taken) for t in tables]
        self._sheets.set_sheets(views)
        look = sum(table.id in review.taken and needs_a_look(table) for table in tables)
        self._sheets.set_texts(say(self.tr("{taken} of {all} to import"), taken=len(review.taken), all=len(tables)))
        self._sheets.set_badge(say(self.tr("{n} to check"), n=look) if look else "")
        self._say_accept(len(review.taken))

    def _say_accept(self, count: int) -> None:
        text = self.tr("Read it like this") if self._is_single else say(self.tr("Import {n} {n|table|tables}"), n=count)
        self._accept.setText(text)
        self._accept.updateGeometry()
        if count:
            self._accept.setEnabled(True)
            self._accept.set_hint("")
        else:
            self._accept.disable(self.tr("No table is chosen: say what a sheet is, or take it in."))

    @property
    def table(self) -> TableProposal | None:
        """The table that is looked at."""
        tables = self._review.proposal.tables if self._review is not None else ()
        return next((table for table in tables if table.id == self._sheets.current), None)

    def _show_table(self) -> None:
        table, schema, review = self.table, self._schema, self._review
        if review is None or schema is None:
            return
        if table is None:
            self._findings.show_findings(review.refused)
            return
        self._corrections.show_table(table, schema)
        self._middle.show_table(table, review, schema, is_single=self._is_single)
        troubles = (*review.troubles, *review.refused_beside(table))
        self._findings.show_findings((*doubts(table, schema), *troubles, *table.findings))
        self._findings.show_promise(self._promise(review))
        self.on_column(self._middle.current)

    def _promise(self, review: Review) -> str:
        """How many KPIs the tables that come in should give, and how many more the one looked at brings."""
        if self._promised is None or self._is_single:
            return ""
        taken, table = review.taken, self.table
        whole = self._promised(review, taken)
        if not whole:
            return self.tr("No KPI can be computed from these tables yet: say what a sheet is.")
        said = say(self.tr("Up to {n} KPIs can be computed after this import."), n=whole)
        if table is not None and table.id in taken and len(taken) > 1:
            more = whole - self._promised(review, taken - {table.id})
            text = self.tr("Up to {n} KPIs can be computed after this import, {more} of them thanks to this table.")
            said = say(text, n=whole, more=more) if more else said
        return said

    def on_sheet(self, _: str) -> None:
        """Another sheet."""
        self._show_table()

    def on_step(self, step: Step) -> None:
        """Something is otherwise than was thought; corrections are taken one after the other."""
        if self.table is not None:
            self._steps.append((self.table.id, step))
            if len(self._steps) == 1:
                self._take_step()

    def _take_step(self) -> None:
        id, step = self._steps[0]
        tables = self._review.proposal.tables if self._review is not None else ()
        table = next((table for table in tables if table.id == id), None)
        if table is None or self._correct is None:
            self._steps.clear()
            return
        self._correct(table, step).then(partial(self._corrected, table), over=partial(self._step_over, self._steps))

    def _corrected(self, table: TableProposal, done: Followed) -> None:
        if self._review is not None and any(each is table for each in self._review.proposal.tables):
            self._become(self._review.corrected(table, done))

    def _step_over(self, steps: list[tuple[str, Step]]) -> None:
        """The next correction, else what was asked meanwhile; not where the review has ended before."""
        if steps is not self._steps:
            return
        del steps[:1]
        if self._steps:
            self._take_step()
        elif self._accepts:
            self.on_accept()

    def on_toggle(self) -> None:
        """Take the table in, or leave it out."""
        if self._review is not None and self.table is not None:
            self._become(self._review.toggled(self.table.id))

    def on_undo(self) -> None:
        """Take the last correction back."""
        if self._review is not None and self._review.before is not None:
            self._become(self._review.before)

    def on_column(self, key: object) -> None:
        """Another column is looked at: say why it was taken for what it is."""
        table = self.table
        if table is None:
            return
        column = next((column for column in table.mapping.columns if column.index == key), None)
        if column is not None and table.mapping.orientation != "across":
            title = say(self.tr("Why “{header}” was read so"), header=column.header)
            no_role = () if table.mapping.table == OTHER else (self.tr("No role fits it; it is kept to segment by."),)
            self._findings.show_reasons(title, reasons(column) or no_role)
            return
        why = tuple(render(each) for each in table.mapping.evidence)
        self._findings.show_reasons(self.tr("Why the sheet was read so"), (sureness(table.mapping.confidence), *why))

    def on_place(self, place: Location) -> None:
        """Go to a cell, in its own sheet."""
        tables = self._review.proposal.tables if self._review is not None else ()
        here = self.table
        fits = [t for t in tables if is_in(t, place)]
        if fits and (here is None or here not in fits):
            self._sheets.choose(fits[0].id)
            self._show_table()
        self._middle.go_to(place.row, place.column)

    def on_accept(self) -> None:
        """Take the tables in, with all corrections in them."""
        self._accepts = bool(self._steps)
        if self._review is not None and self._accept.isEnabled() and not self._steps:
            self.accepted.emit(self._review.proposal)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._sheets.set_add_text(self.tr("Add files"))
        self._foot.setText(self.tr("Nothing is changed in your files. You can undo the import."))
        self._remember.setText(self.tr("Read files like this the same way from now on"))
        self._cancel.setText(self.tr("Cancel"))
        self._middle.retranslate()
        if self._review is not None:
            self._become(self._review)
