"""The review of an import: sheets left, columns in the middle, what to look at right; every guess can be corrected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.formatting import format_value
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.pipeline import propose_table
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import language, say, style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.chip import Badge
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.popover import choose
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.findings_panel import FindingsPanel
from kpidesk.ui.importing.mapping_editor import MappingEditor
from kpidesk.ui.importing.proposal_words import (
    SURE,
    column_view,
    preview,
    role_choices,
    sheet_view,
    table_choices,
    table_label,
)
from kpidesk.ui.importing.sheet_list import SheetList


class ReviewView(QWidget):
    """``accepted(ImportProposal)`` with the corrections in it, ``cancelled()``, ``add_asked()``."""

    accepted = Signal(object)
    cancelled = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema: Schema | None = None
        self._proposal: ImportProposal | None = None
        self._undone: list[ImportProposal] = []
        self._sheets = SheetList(self)
        self._findings = FindingsPanel(self)
        self._name = plain_label("", Role.HEADING)
        self._becomes = plain_label("", Role.BODY, "ink2")
        self._kind = Button("", "secondary", "table-2", height=28)
        self._kind.set_menu_mark(True)
        self._sure = Badge("", "good")
        self._undo = Button("", "ghost", "undo-2", height=28)
        self._sentence = plain_label("", Role.BODY, "ink2", wrap=True)
        self._editor = MappingEditor(self)
        self._found = plain_label("", Role.HEADING)
        self._place = ElidedLabel("", Role.LABEL, "ink3")
        self._preview = DataTable(self, dense=True)
        self._promise = plain_label("", Role.BODY, "ink2")
        self._cancel = Button("", "secondary")
        self._accept = Button("", "primary", "check")
        self._build()
        self._sheets.chosen.connect(self.on_sheet)
        self._sheets.add_asked.connect(self.add_asked)
        self._kind.clicked.connect(self.on_kind_menu)
        self._undo.clicked.connect(self.on_undo)
        self._editor.role_chosen.connect(self.on_role)
        self._cancel.clicked.connect(self.cancelled)
        self._accept.clicked.connect(self.on_accept)
        self.retranslate()

    def _build(self) -> None:
        middle = Card(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._name, self._becomes, self._kind, self._sure):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._undo)
        middle.body.addLayout(head)
        middle.body.addWidget(self._sentence)
        middle.body.addWidget(self._editor, 3)
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self._found)
        under.addWidget(self._place, 1)
        middle.body.addLayout(under)
        middle.body.addWidget(self._preview, 2)
        self.panes = panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self._sheets)
        panes.addWidget(middle, 1)
        panes.addWidget(self._findings)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._promise, 1)
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
        """Smaller margins, a narrower list."""
        margin = 16 if narrow else 24
        self._column.setContentsMargins(margin, 16, margin, 16)
        self._sheets.set_narrow(narrow)

    @property
    def proposal(self) -> ImportProposal | None:
        """What is under review, with the corrections so far."""
        return self._proposal

    def show_proposal(self, proposal: ImportProposal, schema: Schema) -> None:
        """Review a new import."""
        self._schema, self._undone = schema, []
        self._become(proposal)
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _become(self, proposal: ImportProposal) -> None:
        self._proposal = proposal
        schema = self._schema
        if schema is None:
            return
        views = [sheet_view(table, schema, language()) for table in proposal.tables]
        self._sheets.set_sheets(views)
        ready = sum(table.is_loaded_by_default for table in proposal.tables)
        text = self.tr("{ready} of {all} {all|sheet|sheets} ready")
        self._sheets.set_texts(say(text, ready=ready, all=len(proposal.tables)))
        self._accept.setText(say(self.tr("Import {n} {n|table|tables}"), n=ready))
        self._accept.updateGeometry()
        self._accept.setEnabled(ready > 0)
        self._undo.setVisible(bool(self._undone))
        self._show_table()

    @property
    def _table(self) -> TableProposal | None:
        tables = self._proposal.tables if self._proposal is not None else ()
        return next((table for table in tables if table.id == self._sheets.current), None)

    def _show_table(self) -> None:
        table, schema = self._table, self._schema
        files = self._proposal.files if self._proposal is not None else ()
        refused = tuple(finding for file in files for finding in file.findings)
        if table is None or schema is None:
            self._findings.show_findings(refused)
            self._name.setText("")
            return
        mapping, sheet = table.mapping, table.region.sheet
        self._name.setText(sheet.sheet or sheet.file.name)
        self._kind.setText(table_label(schema, mapping.table, language()))
        self._kind.updateGeometry()
        percent = format_value(round(mapping.confidence, 2), "share", style())
        tone = "good" if mapping.confidence >= SURE else "warn"
        self._sure.set_badge(say(self.tr("{percent} sure"), percent=percent), tone)
        self._sure.setVisible(mapping.table in schema.tables)
        known = schema.tables.get(mapping.table)
        row_is = known.row_is.get(language(), known.row_is["en"]) if known is not None else ""
        self._sentence.setText(row_is or self.tr("No business table: it is kept, but nothing is computed from it."))
        views = [column_view(column, table, schema, language()) for column in mapping.columns]
        self._editor.show_columns(views, role_choices(schema, mapping.table, language()))
        header = table.region.header_row + 1
        where = say(self.tr("header in row {row}"), row=header) if header else self.tr("no header row")
        self._place.setText(f"{where} · {table.region.range}")
        self._preview.set_table(preview(table))
        self._findings.show_findings((*refused, *table.findings))

    def _correct(self, mapping: Mapping) -> None:
        table, proposal = self._table, self._proposal
        if table is not None and proposal is not None and mapping != table.mapping:
            self._undone.append(proposal)
            self._become(proposal.with_mapping(table.id, mapping))

    def on_sheet(self, _: str) -> None:
        """Another sheet."""
        self._show_table()

    def on_kind_menu(self) -> None:
        """What is this sheet?"""
        table, schema = self._table, self._schema
        if table is not None and schema is not None:
            choices = table_choices(schema, language())
            choose(self._kind, choices, self.on_kind, current=table.mapping.table, placeholder=self.tr("Find a table"))

    def on_kind(self, name: object) -> None:
        """It is that: its columns are recognised again under that table."""
        table, schema = self._table, self._schema
        if table is not None and schema is not None:
            self._correct(propose_table(table, str(name), schema).mapping)

    def on_role(self, index: int, role: str) -> None:
        """A column is something else."""
        if self._table is not None:
            self._correct(self._table.mapping.with_role(index, role or None))

    def on_undo(self) -> None:
        """Take the last correction back."""
        if self._undone:
            self._become(self._undone.pop())

    def on_accept(self) -> None:
        """Take the tables in."""
        if self._proposal is not None:
            self.accepted.emit(self._proposal)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._sheets.set_add_text(self.tr("Add files"))
        self._becomes.setText(self.tr("becomes"))
        self._undo.setText(self.tr("Undo"))
        self._found.setText(self.tr("The sheet as found"))
        self._promise.setText(self.tr("Nothing is changed in your files. You can undo the import."))
        self._cancel.setText(self.tr("Cancel"))
        if self._proposal is not None:
            self._become(self._proposal)
