"""Two drivers at once: where a KPI reaches its goal, and where not."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.scenario.model import Scenario
from kpidesk.session.studies import Studies
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.question_row import QuestionRow
from kpidesk.ui.scenario.study_figures import two_drivers_figure
from kpidesk.ui.scenario.what_if import WhatIf


class TwoDriversView(QWidget):
    """The question, and under it the map that answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QuestionRow(2, self)
        self._question.changed.connect(self.draw)
        self.tile = ChartTile(self)
        self.tile.setMinimumHeight(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._question)
        column.addWidget(self.tile, 1)
        self._shown: tuple[Studies, WhatIf, Scenario] | None = None
        self.retranslate()

    def show_state(self, studies: Studies, state: WhatIf, scenario: Scenario) -> None:
        """Another scenario, or other data."""
        self._shown = (studies, state, scenario)
        self._question.set_state(state)
        self.draw()

    def draw(self) -> None:
        """Ask anew."""
        if self._shown is None or len(self._question.drivers) < 2:
            self.tile.hide()
            return
        asked, view = self._question, self.tile.view
        size = max(320, view.width()), max(240, view.height())
        try:
            figure = two_drivers_figure(*self._shown, asked.target, asked.goal, asked.drivers, size)
        except UserError:  # told where the scenario is answered
            figure = None
        self.tile.setVisible(figure is not None)
        if figure is not None:
            self.tile.set_figure(figure)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = (self.tr("Where is"), self.tr("at"), self.tr("over"), self.tr("and"))
        self._question.set_words(words, self.tr("Goal"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.draw()
