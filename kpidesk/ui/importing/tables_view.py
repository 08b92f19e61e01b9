"""The tables that are in: list left, columns in the middle, findings right; leave out, take back, remove."""

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.column_table import ColumnTable, ColumnView
from kpidesk.ui.importing.findings_panel import FindingsPanel
from kpidesk.ui.importing.proposal_words import is_role, role_text, rows_text, table_label
from kpidesk.ui.importing.sheet_list import SheetList, SheetView
from kpidesk.ui.importing.value_words import type_text
from kpidesk.workspace.document import Dataset, DatasetColumn, Workspace

_ATTRIBUTE = Message(QT_TRANSLATE_NOOP("review", "Segment by it"))
_KEPT = Message(QT_TRANSLATE_NOOP("review", "Kept, not counted"))


class TablesView(QWidget):
    """``add_asked()``, ``remove_asked(dataset id)``; ``correct_asked(dataset id, Location or None)``."""

    add_asked = Signal()
    remove_asked = Signal(str)
    correct_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Workspace()
        self._schema: Schema | None = None
        self._noticed: tuple[Finding, ...] = ()
        self._sheets = SheetList(self)
        self._sheets.setObjectName("tour.sheets")
        self._findings = FindingsPanel(self)
        self._name = plain_label("", Role.HEADING)
        self._source = ElidedLabel("", Role.LABEL, "ink3")
        self._remove = Button("", "danger", "trash-2", height=28)
        self._correct = Button("", "secondary", "square-pen", height=28)
        self._editor = ColumnTable(self)
        self._editor.setObjectName("tour.columns")
        middle = Card(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._source, 1)
        head.addWidget(self._correct)
        head.addWidget(self._remove)
        middle.body.addLayout(head)
        middle.body.addWidget(self._editor, 1)
        self.panes = panes = QHBoxLayout(self)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(16)
        panes.addWidget(self._sheets)
        panes.addWidget(middle, 1)
        panes.addWidget(self._findings)
        self._sheets.chosen.connect(self.on_sheet)
        self._sheets.add_asked.connect(self.add_asked)
        self._remove.clicked.connect(self.on_remove)
        self._correct.clicked.connect(self.on_correct)
        self._findings.place_asked.connect(self.on_place)
        self.retranslate()

    def show_document(self, document: Workspace, schema: Schema) -> None:
        """The tables of a document."""
        self._document, self._schema = document, schema
        self._renew()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """What is odd about the data altogether: what was noticed after the import stands at its table, too."""
        if findings != self._noticed:
            self._noticed = findings
            self._renew()

    def _renew(self) -> None:
        self._sheets.set_sheets([self._view(dataset) for dataset in self._document.datasets.values()])
        self._sheets.set_texts(self.tr("Tables"))
        self._show()

    def _view(self, dataset: Dataset) -> SheetView:
        label = table_label(self._schema, dataset.table) if self._schema is not None else dataset.table
        name = dataset.source.sheet or PurePath(dataset.source.path).name
        grave = any(finding.level is not Level.NOTE for finding in self._findings_of(dataset))
        state = "left_out" if not dataset.is_used else "look" if grave else "ready"
        where = f"{dataset.source} · {dataset.source.range}" if dataset.source.range else str(dataset.source)
        return SheetView(dataset.id, name, rows_text(label, dataset.rows), state, source=where)

    def _findings_of(self, dataset: Dataset) -> tuple[Finding, ...]:
        """What the import found in this table, and what showed only beside the others: a copy that is left out."""
        later = (each for each in self._noticed if each.where is not None and self.dataset_at(each.where) is dataset)
        own = (each for each in dataset.findings if each in self._noticed or not self._noticed)  # else said better
        return tuple(dict.fromkeys((*own, *later)))

    @property
    def _dataset(self) -> Dataset | None:
        datasets = self._document.datasets.values()
        return next((dataset for dataset in datasets if dataset.id == self._sheets.current), None)

    def _show(self) -> None:
        dataset, schema = self._dataset, self._schema
        if dataset is None or schema is None:
            return
        self._name.setText(table_label(schema, dataset.table))
        self._source.setText(f"{dataset.source} · {dataset.source.range}")
        views = [self._column_view(at, column, dataset.table, schema) for at, column in enumerate(dataset.columns)]
        heads = (self.tr("Your column"), self.tr("Became"), self.tr("Read as"))
        self._editor.show_columns(views, heads, is_editable=False)
        self._findings.show_findings(self._findings_of(dataset))

    @staticmethod
    def _column_view(index: int, column: DatasetColumn, table: str, schema: Schema) -> ColumnView:
        name, header = column.name, column.header or column.name
        role = name if is_role(schema, table, name) else None
        becomes = render(_ATTRIBUTE)
        if role is not None:
            becomes = role_text(schema, table, role, is_attribute=column.is_attribute)
        elif not column.is_attribute:
            becomes = render(_KEPT)
        state = "aside" if role is None else "sure"
        return ColumnView(index, header, becomes, role, type_text(column.type), state=state)

    def on_sheet(self, _: str) -> None:
        """Another table."""
        self._show()

    def on_remove(self) -> None:
        """Take this table out; undo brings it back."""
        if self._dataset is not None:
            self.remove_asked.emit(self._dataset.id)

    def on_correct(self) -> None:
        """Read this table otherwise."""
        if self._dataset is not None:
            self.correct_asked.emit(self._dataset.id, None)

    def on_place(self, place: Location) -> None:
        """Look at a place in the sheet of this table."""
        if self._dataset is not None:
            self.correct_asked.emit(self._dataset.id, place)

    def dataset_at(self, place: Location) -> Dataset | None:
        """The table that a place lies in."""
        found = (d for d in self._document.datasets.values() if PurePath(d.source.path).name == place.file)
        return next((d for d in found if d.source.sheet == place.sheet), None)

    @property
    def findings(self) -> QWidget:
        """The right panel."""
        return self._findings

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins, a narrower list."""
        self._sheets.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._sheets.set_add_text(self.tr("Add files"))
        self._remove.setText(self.tr("Remove"))
        self._correct.setText(self.tr("Correct how it is read"))
        self._editor.setAccessibleName(self.tr("Columns of the table"))
        if self._schema is not None:
            self.show_document(self._document, self._schema)
