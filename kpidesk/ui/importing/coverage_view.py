"""What can be computed from the data, what cannot, and the one thing to add for each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import first_of, language, listed, render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.labels import plain_label, set_tip
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.schema.loader import TABLES
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.findings_panel import framed
from kpidesk.ui.importing.proposal_words import role_label, table_label
from kpidesk.ui.importing.stage_words import STAGES

if TYPE_CHECKING:
    from kpidesk.metrics.catalogue import Catalogue
    from kpidesk.metrics.coverage import Computable, Coverage, Lacking, Missing, Unlock

WIDTH = 328
_MOST_UNLOCKS, _MOST_NAMES = 12, 5


class CoverageView(QWidget):
    """``kpi_asked(name)``: its page; ``add_asked()``: choose files; ``template_asked(table)``: a sheet to fill in."""

    kpi_asked = Signal(str)
    add_asked = Signal()
    template_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None
        self._catalogue: Catalogue | None = None
        self._schema: Schema | None = None
        self._is_behind = False
        self._lines: list[tuple[str, tuple[Cell, ...]]] = []
        self._tile = Tile("", self)
        self._table = DataTable(self)
        self._tile.content.addWidget(self._table, 1)
        self._unlocks = Tile("", self)
        self._unlocks.setFixedWidth(WIDTH)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add = Button("", "secondary", "upload", height=28)
        self._unlocks.content.addWidget(self._scroll, 1)
        self._unlocks.content.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._tile, 1)
        row.addWidget(self._unlocks)
        self._add.clicked.connect(self.add_asked)
        self._table.row_activated.connect(self.on_row)
        self._table.clicked.connect(self.on_clicked)
        self.retranslate()

    def show_coverage(self, coverage: "Coverage", catalogue: "Catalogue", schema: Schema) -> None:
        """What can be computed."""
        self._coverage, self._catalogue, self._schema = coverage, catalogue, schema
        self._is_behind = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Write it down; only where it is seen, for it is long."""
        if self._is_behind and self._coverage is not None and self._catalogue is not None:
            self._is_behind = False
            self._show_table(self._coverage, self._catalogue)
            self._show_unlocks(self._coverage, self._catalogue)

    def _show_table(self, coverage: "Coverage", catalogue: "Catalogue") -> None:
        self._lines = [("", (Cell(self.tr("You can compute"), is_strong=True), Cell("")))]
        for stage in STAGES:
            self._add_computable(stage, coverage.at(stage)[0], catalogue)
        self._lines.append(("", (Cell(self.tr("Not yet"), is_strong=True), Cell(""))))
        for stage in STAGES:
            self._add_lacking(stage, coverage.at(stage)[1], catalogue)
        columns = (
            Column(self.tr("KPI"), widest=256, stretch=2),
            Column(self.tr("What it stands on, or lacks"), widest=268, stretch=3),
        )
        self._table.set_table(TableView(columns, tuple(cells for _, cells in self._lines)))
        whole = len(coverage.computable) + len(coverage.lacking)
        text = self.tr("{n} of {all} KPIs can be computed from your data")
        self._tile.set_texts(say(text, n=len(coverage.computable), all=whole))

    def _add_stage(self, stage: str, count: int) -> None:
        text = say(self.tr("{n} {n|KPI|KPIs}"), n=count)
        self._lines.append(("", (Cell(render(STAGES[stage]), "ink3"), Cell(text, "ink3"))))

    def _add_computable(self, stage: str, found: "Sequence[Computable]", catalogue: "Catalogue") -> None:
        if found:
            self._add_stage(stage, len(found))
        for one in found:
            how = self.tr("read from a monthly sheet") if one.is_given else self.tr("computed from rows")
            label = Cell(catalogue.get(one.kpi).label(language()), "accent")
            self._lines.append((one.kpi, (label, Cell(how, "good", icon="circle-check"))))

    def _add_lacking(self, stage: str, found: "Sequence[Lacking]", catalogue: "Catalogue") -> None:
        if found:
            self._add_stage(stage, len(found))
        for each in found:
            reason = render(each.reason)
            needs = listed((self._missing(missing) for missing in each.missing), "; ") or reason
            label = Cell(catalogue.get(each.kpi).label(language()), "ink2")
            self._lines.append((each.kpi, (label, Cell(needs, "ink3", icon="lock", tip=needs or reason))))

    def _missing(self, missing: "Missing") -> str:
        """One thing to bring: ``Leads: Created on, Status``."""
        if missing.finer is not None:
            return render(missing.finer)
        table, columns = self._missing_parts(missing)
        text = self.tr("a sheet of {table}: {fields}") if missing.is_sheet else self.tr("in {table}: {fields}")
        return say(text, table=table, fields=columns)

    def _missing_parts(self, missing: "Missing") -> tuple[str, str]:
        if self._schema is None:
            return missing.table, ""
        names = (column.rpartition(".")[2] for column in missing.columns)
        labels = listed(role_label(self._schema, missing.table, name) for name in names)
        return table_label(self._schema, missing.table), labels

    def _show_unlocks(self, coverage: "Coverage", catalogue: "Catalogue") -> None:
        inside = QWidget(self._scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(14)
        if coverage.survivor_reason is not None:
            line = QWidget(inside)
            words = plain_label(render(coverage.survivor_reason), Role.BODY, "ink1", wrap=True)
            framed(line, "triangle-alert", "warn").addWidget(words)
            column.addWidget(line)
        for unlock in coverage.unlocks[:_MOST_UNLOCKS]:
            column.addWidget(self._unlock_line(unlock, catalogue, inside))
        if not coverage.unlocks:
            column.addWidget(plain_label(self.tr("Nothing is missing."), Role.BODY, "ink2", wrap=True))
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def _unlock_line(self, unlock: "Unlock", catalogue: "Catalogue", parent: QWidget) -> QWidget:
        line = QWidget(parent)
        words = framed(line, "plus", "accent")
        table, columns = self._missing_parts(unlock.missing)
        head = say(self.tr("A sheet of {table}"), table=table)
        what = say(self.tr("with {fields}"), fields=columns)
        if unlock.missing.finer is not None:
            head, what = say(self.tr("Another sheet of {table}"), table=table), render(unlock.missing.finer)
        elif not unlock.missing.is_sheet:
            head = say(self.tr("More columns in {table}"), table=table)
        words.addWidget(plain_label(head, Role.STRONG, "ink1", wrap=True))
        words.addWidget(plain_label(what, Role.LABEL, "ink1", wrap=True))
        labels = [catalogue.get(name).label(language()) for name in unlock.kpis]
        if labels:
            names = first_of(labels, _MOST_NAMES)
            text = self.tr("gives {n} {n|KPI|KPIs}: {names}")
            label = plain_label(say(text, n=len(labels), names=names), Role.LABEL, "ink2", wrap=True)
            set_tip(label, listed(labels))
            words.addWidget(label)
        elif unlock.helps:
            text = self.tr("helps {n} {n|KPI|KPIs} that need something else, too")
            words.addWidget(plain_label(say(text, n=len(unlock.helps)), Role.LABEL, "ink2", wrap=True))
        if unlock.missing.table in TABLES:
            template = Button(self.tr("Get a template"), "link", height=20, parent=line)
            template.setAccessibleDescription(head)
            template.clicked.connect(partial(self.template_asked.emit, unlock.missing.table))
            words.addWidget(template, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def on_row(self, row: int) -> None:
        """A KPI was chosen."""
        if 0 <= row < len(self._lines) and self._lines[row][0]:
            self.kpi_asked.emit(self._lines[row][0])

    def on_clicked(self, index: QModelIndex) -> None:
        """A click on a name opens it."""
        if index.column() == 0:
            self.on_row(index.row())

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._tile.set_texts(self.tr("Looking at what your data give"))
        self._unlocks.set_texts(self.tr("Add one thing"))
        self._add.setText(self.tr("Import files"))
        self._table.setAccessibleName(self.tr("What can I compute"))
        if self._coverage is not None and self._catalogue is not None and self._schema is not None:
            self.show_coverage(self._coverage, self._catalogue, self._schema)

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._catch_up()
