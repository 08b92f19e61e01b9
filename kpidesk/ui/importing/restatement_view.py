"""What reading sources again changed: past figures before and after, and the rows that did it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.formatting import NO_VALUE, format_change, format_period, format_value
from kpidesk.qt.translation import language, listed, say, style
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.session.restatement import Restatement

if TYPE_CHECKING:
    from kpidesk.analysis.restatement import FigureChange
    from kpidesk.facts.row_changes import RowChange
    from kpidesk.metrics.catalogue import Catalogue


class RestatementView(QWidget):
    """``kpi_asked(name)``."""

    kpi_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restatement: Restatement | None = None
        self._catalogue: Catalogue | None = None
        self._currency = ""
        self._figures, self._rows = Tile("", self), Tile("", self)
        self._figure_table, self._row_table = DataTable(self), DataTable(self, dense=True)
        self._figures.content.addWidget(self._figure_table, 1)
        self._rows.content.addWidget(self._row_table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._figures, 1)
        column.addWidget(self._rows, 1)
        self._figure_table.clicked.connect(self.on_clicked)
        self._figure_table.row_activated.connect(self.on_row)
        self.retranslate()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read again so far."""
        return self._restatement is None

    def forget(self) -> None:
        """Nothing was read again of the workspace of now."""
        self._restatement = None

    def show_restatement(self, restatement: Restatement, catalogue: "Catalogue", currency: str) -> None:
        """Show a report, its money in this currency."""
        self._restatement, self._catalogue, self._currency = restatement, catalogue, currency
        columns = (
            Column(self.tr("KPI"), stretch=3),
            Column(self.tr("Period")),
            Column(self.tr("Before"), is_number=True),
            Column(self.tr("Now"), is_number=True),
            Column(self.tr("Change"), is_number=True),
            Column(self.tr("Because of"), widest=420, stretch=3),
        )
        lines = tuple(self._figure(change, catalogue) for change in restatement.figures)
        self._figure_table.set_table(TableView(columns, lines))
        text = self.tr("{n} past {n|figure|figures} changed")
        is_told = any(change.rows for change in restatement.figures)
        told = self.tr("The rows behind a figure are named at the last period of the first KPIs.") if is_told else ""
        self._figures.set_texts(say(text, n=len(lines)) if lines else self.tr("No past figure changed"), told)
        self._show_rows(restatement)

    def _show_rows(self, restatement: Restatement) -> None:
        heads = (self.tr("Table"), self.tr("What"), self.tr("Row"), self.tr("Place"), self.tr("Cells"))
        columns = tuple(Column(head, widest=420, stretch=4 if i == 4 else 1) for i, head in enumerate(heads))
        rows = tuple(self._row(table.name, row) for table in restatement.tables for row in table.rows)
        self._row_table.set_table(TableView(columns, rows))
        counts = [sum(getattr(t, what) for t in restatement.tables) for what in ("added", "changed", "removed")]
        text = self.tr("{added} rows added, {changed} changed, {removed} removed")
        said = say(text, added=counts[0], changed=counts[1], removed=counts[2])
        self._rows.set_texts(self.tr("The rows that did it"), said)

    def _did_it(self, rows: "Sequence[RowChange]") -> str:
        """The first of the rows behind a figure that changed."""
        if not rows:
            return ""
        first = f"{rows[0].key} ({rows[0].where})"
        return first if len(rows) == 1 else say(self.tr("{row} and {n} more"), row=first, n=len(rows) - 1)

    def _figure(self, change: "FigureChange", catalogue: "Catalogue") -> tuple[Cell, ...]:
        definition = catalogue.get(change.kpi)
        kind, numbers = definition.unit.kind, style(self._currency)
        moved = None if change.before is None or change.after is None else change.after - change.before
        direction = 0 if moved is None else (moved > 0) - (moved < 0)
        good = {"up": 1, "down": -1}.get(definition.good, 0) * direction
        tone = "good" if good > 0 else "bad" if good < 0 else "ink2"
        return (
            Cell(definition.label(language()), "accent"),
            Cell(format_period(change.period, numbers)),
            Cell(format_value(change.before, kind, numbers)),
            Cell(format_value(change.after, kind, numbers)),
            Cell(format_change(moved, kind, numbers) if moved is not None else NO_VALUE, tone, direction),
            Cell(self._did_it(change.rows), "ink2", tip=listed(f"{row.key} ({row.where})" for row in change.rows[:20])),
        )

    def _row(self, table: str, row: "RowChange") -> tuple[Cell, ...]:
        kinds = {"added": self.tr("added"), "removed": self.tr("removed"), "changed": self.tr("changed")}
        icons = {"added": "plus", "removed": "minus", "changed": "square-pen"}
        cells = listed(f"{cell.column}: {cell.before or NO_VALUE} → {cell.after or NO_VALUE}" for cell in row.cells)
        what = Cell(kinds.get(row.kind, row.kind), icon=icons.get(row.kind, ""))
        return Cell(table), what, Cell(row.key), Cell(str(row.where), "ink3"), Cell(cells, "ink2", tip=cells)

    def on_row(self, row: int) -> None:
        """A figure was chosen."""
        if self._restatement is not None and row < len(self._restatement.figures):
            self.kpi_asked.emit(str(self._restatement.figures[row].kpi))

    def on_clicked(self, index: QModelIndex) -> None:
        """A click on a name opens it."""
        if index.column() == 0:
            self.on_row(index.row())

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._figure_table.setAccessibleName(self.tr("Figures that changed"))
        self._row_table.setAccessibleName(self.tr("The rows that did it"))
        if self._restatement is not None and self._catalogue is not None:
            self.show_restatement(self._restatement, self._catalogue, self._currency)
