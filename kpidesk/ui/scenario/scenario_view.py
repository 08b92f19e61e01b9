"""Where things stand on the what-if page: drivers left, then cards, the months ahead, what moves it and goal seek."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.scroll import GAP, MARGIN, MARGIN_NARROW, PageScroll
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.driver_panel import WIDTH, WIDTH_NARROW, DriverPanel
from kpidesk.ui.scenario.goal_panel import GoalPanel

CARD = 116
CARDS = 4


class ScenarioView(QWidget):
    """Holds the widgets and places them; the page fills them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = DriverPanel(self)
        self.cards = [KpiCard(self) for _ in range(CARDS)]
        self.path = ChartTile(self)
        self.tornado = ChartTile(self)
        self.goal = GoalPanel(self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(0, GAP, 0, GAP)
        left.addWidget(self.panel)
        self._row.addLayout(left)
        scroll = PageScroll(self)
        scroll.stand_beside("left")
        self._card_grid, self._under = QGridLayout(), QGridLayout()
        for grid in (self._card_grid, self._under):
            grid.setSpacing(GAP)
        for card in self.cards:
            card.setFixedHeight(CARD)
        self.path.setMinimumHeight(280)
        for tile in (self.tornado, self.goal):
            tile.setMinimumHeight(264)
        scroll.body.addLayout(self._card_grid)
        scroll.body.addWidget(self.path, 3)
        scroll.body.addLayout(self._under, 2)
        self._row.addWidget(scroll, 1)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Cards two a row, goal seek under the tornado, a narrower panel."""
        self._row.setContentsMargins(MARGIN_NARROW if narrow else MARGIN, 0, 0, 0)
        self.panel.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)
        across = 2 if narrow else CARDS
        for place, card in enumerate(self.cards):
            self._card_grid.addWidget(card, place // across, place % across)
        for column in range(CARDS):
            self._card_grid.setColumnStretch(column, 1 if column < across else 0)
        self._under.addWidget(self.tornado, 0, 0)
        self._under.addWidget(self.goal, 1 if narrow else 0, 0 if narrow else 1)
        self._under.setColumnStretch(0, 7)
        self._under.setColumnStretch(1, 0 if narrow else 5)
