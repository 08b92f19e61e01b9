"""The tables that are in: list left, columns in the middle, findings right; leave out, take back, remove."""

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import language, render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.schema.model import ColumnType, Schema
from kpidesk.ui.importing.findings_panel import FindingsPanel
from kpidesk.ui.importing.mapping_editor import ColumnView, MappingEditor
from kpidesk.ui.importing.proposal_words import is_role, role_text, rows_text, table_label
from kpidesk.ui.importing.sheet_list import SheetList, SheetView
from kpidesk.workspace.document import Dataset, DatasetColumn, Workspace

_ATTRIBUTE = Message(QT_TRANSLATE_NOOP("review", "Segment by it"))
_KEPT = Message(QT_TRANSLATE_NOOP("review", "Kept, not counted"))
TYPES = {
    ColumnType.ID: Message(QT_TRANSLATE_NOOP("types", "number or code")),
    ColumnType.TEXT: Message(QT_TRANSLATE_NOOP("types", "text")),
    ColumnType.DATE: Message(QT_TRANSLATE_NOOP("types", "date")),
    ColumnType.MONEY: Message(QT_TRANSLATE_NOOP("types", "money")),
    ColumnType.NUMBER: Message(QT_TRANSLATE_NOOP("types", "number")),
    ColumnType.PERCENT: Message(QT_TRANSLATE_NOOP("types", "percent")),
    ColumnType.FLAG: Message(QT_TRANSLATE_NOOP("types", "yes or no")),
}


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
        self.panes = panes = QHBoxLayout(self)
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
        name = dataset.source.sheet or PurePath(dataset.source.path).name
        state = "ready" if dataset.is_used else "left_out"
        where = f"{dataset.source} · {dataset.source.range}" if dataset.source.range else str(dataset.source)
        return SheetView(dataset.id, name, rows_text(label, dataset.rows), state, source=where)

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
        views = [self._column_view(at, column, dataset.table, schema) for at, column in enumerate(dataset.columns)]
        self._editor.show_columns(views, (), is_editable=False)
        self._findings.show_findings(dataset.findings)

    @staticmethod
    def _column_view(index: int, column: DatasetColumn, table: str, schema: Schema) -> ColumnView:
        name, header = column.name, column.header or column.name
        role = name if is_role(schema, table, name) else None
        becomes = render(_ATTRIBUTE)
        if role is not None:
            becomes = role_text(schema, table, role, language(), is_attribute=column.is_attribute)
        elif not column.is_attribute:
            becomes = render(_KEPT)
        state = "aside" if role is None else "sure"
        return ColumnView(index, header, becomes, role, render(TYPES[column.type]), "", state)

    def on_sheet(self, _: str) -> None:
        """Another table."""
        self._show()

    def on_remove(self) -> None:
        """Take this table out; undo brings it back."""
        if self._dataset is not None:
            self.remove_asked.emit(self._dataset.id)

    @property
    def findings(self) -> QWidget:
        """The right panel."""
        return self._findings

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins, a narrower list."""
        margin = 16 if narrow else 24
        self.panes.setContentsMargins(margin, 16, margin, 16)
        self._sheets.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._sheets.set_add_text(self.tr("Add files"))
        self._remove.setText(self.tr("Remove"))
        if self._schema is not None:
            self.show_document(self._document, self._schema)
