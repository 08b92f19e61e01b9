"""The tables that are in: list left, columns in the middle, findings right; leave out, take back, remove."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import language, render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.findings_panel import FindingsPanel
from kpidesk.ui.importing.mapping_editor import ColumnView, MappingEditor
from kpidesk.ui.importing.proposal_words import role_label, table_label
from kpidesk.ui.importing.sheet_list import SheetList, SheetView
from kpidesk.workspace.document import Dataset, Workspace

_ROWS = QT_TRANSLATE_NOOP("review", "{table} · {rows} {rows|row|rows}")
_ATTRIBUTE = Message(QT_TRANSLATE_NOOP("review", "Segment by it"))


class TablesView(QWidget):
    """``add_asked()``, ``remove_asked(dataset id)``."""

    add_asked = Signal()
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Workspace()
        self._schema: Schema | None = None
        self._sheets = SheetList(self)
        self._findings = FindingsPanel(self)
        self._name = plain_label("", Role.HEADING)
        self._source = ElidedLabel("", Role.LABEL, "ink3")
        self._remove = Button("", "danger", "trash-2", height=28)
        self._editor = MappingEditor(self)
        middle = Card(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._source, 1)
        head.addWidget(self._remove)
        middle.body.addLayout(head)
        middle.body.addWidget(self._editor, 1)
        panes = QHBoxLayout(self)
        panes.setContentsMargins(24, 16, 24, 16)
        panes.setSpacing(16)
        panes.addWidget(self._sheets)
        panes.addWidget(middle, 1)
        panes.addWidget(self._findings)
        self._sheets.chosen.connect(self.on_sheet)
        self._sheets.add_asked.connect(self.add_asked)
        self._remove.clicked.connect(self.on_remove)
        self.retranslate()

    def show_document(self, document: Workspace, schema: Schema) -> None:
        """The tables of a document."""
        self._document, self._schema = document, schema
        self._sheets.set_sheets([self._view(dataset) for dataset in document.datasets.values()])
        self._sheets.set_texts(self.tr("Tables"))
        self._show()

    def _view(self, dataset: Dataset) -> SheetView:
        label = table_label(self._schema, dataset.table, language()) if self._schema is not None else dataset.table
        detail = render(Message(_ROWS, table=label, rows=dataset.rows))
        return SheetView(dataset.id, str(dataset.source), detail, "ready" if dataset.is_used else "left_out")

    @property
    def _dataset(self) -> Dataset | None:
        datasets = self._document.datasets.values()
        return next((dataset for dataset in datasets if dataset.id == self._sheets.current), None)

    def _show(self) -> None:
        dataset, schema = self._dataset, self._schema
        if dataset is None or schema is None:
            return
        self._name.setText(table_label(schema, dataset.table, language()))
        self._source.setText(f"{dataset.source} · {dataset.source.range}")
        views = []
        for index, column in enumerate(dataset.columns):
            role = None if column.is_attribute else column.name
            becomes = render(_ATTRIBUTE)
            if role is not None:
                becomes = role_label(schema, dataset.table, role, language())
            state = "aside" if role is None else "sure"
            header = column.header or column.name
            views.append(ColumnView(index, header, becomes, role, column.type.value, "", state))
        self._editor.show_columns(views, (), is_editable=False)
        self._findings.show_findings(dataset.findings)

    def on_sheet(self, _: str) -> None:
        """Another table."""
        self._show()

    def on_remove(self) -> None:
        """Take this table out; undo brings it back."""
        if self._dataset is not None:
            self.remove_asked.emit(self._dataset.id)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._sheets.set_add_text(self.tr("Add files"))
        self._remove.setText(self.tr("Remove"))
        if self._schema is not None:
            self.show_document(self._document, self._schema)
