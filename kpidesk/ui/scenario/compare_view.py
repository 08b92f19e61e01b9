"""Scenarios side by side: two to four of them as lines and as a table with their difference."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.ids import ScenarioId
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.check_box import CheckBox
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.presets import scenario_label
from kpidesk.session.studies import Studies
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.compare_table import CompareTable
from kpidesk.ui.scenario.study_figures import compare_figure
from kpidesk.ui.scenario.what_if import WhatIf

MOST = 4


class CompareView(QWidget):
    """Boxes to choose scenarios, the chart of their months, and the table of what they come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[CheckBox] = []
        self._written = CompareTable()
        self._scenarios: tuple[Scenario, ...] = ()
        self._chosen: set[ScenarioId] = set()
        self._dropped: set[ScenarioId] = set()
        self._choice = QWidget(self)
        self._flow = Flow(self._choice, gap=8)
        self._hint = plain_label("", Role.BODY, "ink2", wrap=True)
        self._empty = EmptyState(self)
        self.tile = ChartTile(self)
        self.tile.setMinimumHeight(260)
        self._table_tile, self.table = Tile("", self), DataTable(self)
        self._table_tile.content.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._choice)
        column.addWidget(self._hint)
        for piece in (self._empty, self.tile, self._table_tile):
            column.addWidget(piece, 1)
        self._shown: tuple[Studies, WhatIf, int] | None = None
        self.retranslate()

    def show_state(self, studies: Studies, state: WhatIf, months: int, scenarios: tuple[Scenario, ...]) -> None:
        """The scenarios that there are; the first four are chosen unless they were taken out."""
        self._shown = (studies, state, months)
        known = tuple(each for each in scenarios if each.overrides)
        if known != self._scenarios:
            self._scenarios = known
            self._take_new()
            self._show_boxes()
        self.draw()

    def _take_new(self) -> None:
        there = {each.id for each in self._scenarios}
        self._chosen &= there
        for each in self._scenarios:
            if len(self._chosen) < MOST and each.id not in self._dropped:
                self._chosen.add(each.id)

    def _show_boxes(self) -> None:
        while len(self._boxes) < len(self._scenarios):
            box = CheckBox("", self._choice)
            box.setProperty("place", len(self._boxes))
            box.toggled.connect(self.on_toggled)
            self._boxes.append(box)
            self._flow.addWidget(box)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(self._scenarios))
            if place < len(self._scenarios):
                scenario = self._scenarios[place]
                box.blockSignals(True)
                box.setText(words(scenario_label(scenario)))
                box.setChecked(scenario.id in self._chosen)
                box.blockSignals(False)
                box.setEnabled(box.isChecked() or len(self._chosen) < MOST)

    def on_toggled(self, is_on: bool) -> None:
        """A scenario comes in or goes out."""
        scenario = self._scenarios[self.sender().property("place")]
        (self._chosen.add if is_on else self._chosen.discard)(scenario.id)
        (self._dropped.discard if is_on else self._dropped.add)(scenario.id)
        self._show_boxes()
        self.draw()

    def draw(self) -> None:
        """Chart and table of the chosen ones; nothing where the data of now do not let one be supposed."""
        try:
            self._draw()
        except UserError:  # told where the scenario is answered
            self.tile.hide()
            self._table_tile.hide()

    def _draw(self) -> None:
        if self._shown is None:
            return
        studies, state, months = self._shown
        chosen = [each for each in self._scenarios if each.id in self._chosen]
        self._hint.setVisible(len(self._scenarios) == 1)
        self._empty.setVisible(not self._scenarios)
        size = max(320, self.tile.view.width()), max(160, self.tile.view.height())
        figure = compare_figure(state, chosen, months, size)
        self.tile.setVisible(figure is not None)
        if figure is not None:
            self.tile.set_figure(figure)
        self._table_tile.setVisible(bool(chosen))
        if chosen:
            self.table.set_table(self._written.of(studies, state, chosen))
            self.table.setMinimumHeight(min(420, self.table.full_height()))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._hint.setText(self.tr("Duplicate this scenario, or begin a new one, to see two side by side."))
        self._empty.set_texts(
            "git-compare",
            self.tr("Scenarios stand side by side here."),
            self.tr(
                "Move a driver or take one of the ready changes, then duplicate that scenario and change it again."
            ),
        )
        self._empty.set_actions()
        self._table_tile.set_texts(self.tr("What they come to"), self.tr("in the last complete period"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_boxes()
            self.draw()
