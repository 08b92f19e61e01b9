"""What can be computed from the data, what cannot, and the one thing to add for each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import language, listed, render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.labels import plain_label, set_tip
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.ui.importing.findings_panel import framed
from kpidesk.ui.importing.stage_words import STAGES

if TYPE_CHECKING:
    from kpidesk.metrics.catalogue import Catalogue
    from kpidesk.metrics.coverage import Coverage, Unlock

WIDTH = 328
_MOST_UNLOCKS, _MOST_NAMES = 12, 5


class CoverageView(QWidget):
    """``kpi_asked(name)``: its page; ``add_asked()``: choose files."""

    kpi_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None
        self._catalogue: Catalogue | None = None
        self._names: tuple[str, ...] = ()
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

    def show_coverage(self, coverage: "Coverage", catalogue: "Catalogue") -> None:
        """What can be computed."""
        self._coverage, self._catalogue = coverage, catalogue
        self._show_table(coverage, catalogue)
        self._show_unlocks(coverage, catalogue)

    def _show_table(self, coverage: "Coverage", catalogue: "Catalogue") -> None:
        names: list[str] = []
        lines: list[tuple[Cell, ...]] = []
        for stage in STAGES:
            computable, lacking = coverage.at(stage)
            if not computable and not lacking:
                continue
            names.append("")
            count = say(self.tr("{n} of {all}"), n=len(computable), all=len(computable) + len(lacking))
            lines.append((Cell(render(STAGES[stage]), is_strong=True), Cell(count, "ink3")))
            for one in computable:
                names.append(one.kpi)
                how = self.tr("read from a monthly sheet") if one.is_given else self.tr("computed from rows")
                label = catalogue.get(one.kpi).label(language())
                lines.append((Cell(label, "accent"), Cell(how, "good", icon="circle-check")))
            for each in lacking:
                names.append(each.kpi)
                label = catalogue.get(each.kpi).label(language())
                needs = listed(render(missing.words) for missing in each.missing) or render(each.reason)
                lines.append((Cell(label, "ink2"), Cell(needs, "ink3", icon="lock", tip=render(each.reason))))
        self._names = tuple(names)
        columns = (Column(self.tr("KPI"), stretch=2), Column(self.tr("What it stands on"), widest=520, stretch=4))
        self._table.set_table(TableView(columns, tuple(lines), is_sortable=False))
        whole = len(coverage.computable) + len(coverage.lacking)
        text = self.tr("{n} of {all} KPIs can be computed from your data")
        self._tile.set_texts(say(text, n=len(coverage.computable), all=whole))

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
        words.addWidget(plain_label(render(unlock.missing.words), Role.STRONG, "ink1", wrap=True))
        labels = [catalogue.get(name).label(language()) for name in unlock.kpis]
        if labels:
            names = listed(labels[:_MOST_NAMES])
            text = self.tr("gives {n} {n|KPI|KPIs}: {names}")
            label = plain_label(say(text, n=len(labels), names=names), Role.LABEL, "ink2", wrap=True)
            set_tip(label, listed(labels))
            words.addWidget(label)
        elif unlock.helps:
            text = self.tr("helps {n} {n|KPI|KPIs} that need something else, too")
            words.addWidget(plain_label(say(text, n=len(unlock.helps)), Role.LABEL, "ink2", wrap=True))
        return line

    def on_row(self, row: int) -> None:
        """A KPI was chosen."""
        if 0 <= row < len(self._names) and self._names[row]:
            self.kpi_asked.emit(self._names[row])

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
        if self._coverage is not None and self._catalogue is not None:
            self.show_coverage(self._coverage, self._catalogue)
