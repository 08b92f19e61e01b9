"""Where things stand on the what-if page: drivers left, cards on top, and under them one of four views.

The first holds the months ahead, what moves the target and goal seek; in a narrow window the last two share a place.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.charts.card import Card
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.scroll import GAP, MARGIN, MARGIN_NARROW, PageScroll
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.compare_view import CompareView
from kpidesk.ui.scenario.driver_panel import WIDTH, WIDTH_NARROW, DriverPanel
from kpidesk.ui.scenario.goal_panel import GoalPanel
from kpidesk.ui.scenario.ranges_view import RangesView
from kpidesk.ui.scenario.two_drivers_view import TwoDriversView

CARD = 116
PATH_HIGH, PATH_NARROW = 280, 300
"""The least height of the months ahead: in a narrow window its foot takes a line more, and the page scrolls anyway."""
CARDS = 4
_TORNADO, _GOAL = "tornado", "goal"
PATH, TWO, RANGES, COMPARE = VIEWS = ("path", "two", "ranges", "compare")


class ScenarioView(QWidget):
    """Holds the widgets and places them; the page fills them. ``turned(view)`` when another view was chosen."""

    turned = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_path, self._shown_cards = True, CARDS
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
        for tile in (self.tornado, self.goal):
            tile.setMinimumHeight(264)
        self.two, self.ranges, self.compare = TwoDriversView(self), RangesView(services, self), CompareView(self)
        self.views = Segmented([(view, "") for view in VIEWS])
        self.views.set_current(PATH)
        self.views.chosen.connect(self.on_view)
        scroll.body.addLayout(self._card_grid)
        scroll.body.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addWidget(self.path, 3)
        for view in (self.two, self.ranges, self.compare):
            scroll.body.addWidget(view, 5)
        self._tabs = Segmented([(_TORNADO, ""), (_GOAL, "")])
        self._tabs.set_current(_TORNADO)
        self._tabs.chosen.connect(self.on_tab)
        self._narrow, self._has_tornado = False, True
        scroll.body.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addLayout(self._under, 2)
        self._row.addWidget(scroll, 1)
        self.retranslate()
        self.set_narrow(False)

    @property
    def charts(self) -> tuple[ChartTile, ...]:
        """All charts of all views."""
        ranges = self.ranges
        return self.path, self.tornado, self.two.tile, ranges.fan, ranges.histogram, self.compare.tile

    def set_narrow(self, narrow: bool) -> None:
        """Cards two a row, goal seek in the place of the tornado, a narrower panel."""
        self._row.setContentsMargins(MARGIN_NARROW if narrow else MARGIN, 0, 0, 0)
        self.panel.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)
        self.path.setMinimumHeight(PATH_NARROW if narrow else PATH_HIGH)
        self._narrow = narrow
        self._place_cards()
        self.ranges.set_narrow(narrow)
        self._under.addWidget(self.tornado, 0, 0)
        self._under.addWidget(self.goal, 0, 0 if narrow else 1)
        self._place_tabs()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """What the first cards show; the others are away, and these have the width to themselves."""
        for widget, card in zip(self.cards, cards, strict=False):
            widget.set_card(card)
        if len(cards) != self._shown_cards:
            self._shown_cards = min(len(cards), CARDS)
            self._place_cards()

    def _place_cards(self) -> None:
        across = min(2 if self._narrow else CARDS, max(1, self._shown_cards))
        for place, card in enumerate(self.cards):
            self._card_grid.addWidget(card, place // across, place % across)
            card.setVisible(place < self._shown_cards)
        for column in range(CARDS):
            self._card_grid.setColumnStretch(column, 1 if column < across else 0)

    def set_tornado(self, has_tornado: bool) -> None:
        """Whether there is anything to say on what moves the target."""
        self._has_tornado = has_tornado
        self._place_tabs()

    def set_path(self, has_path: bool) -> None:
        """Whether there are months to follow."""
        self._has_path = has_path
        self._place_tabs()

    def on_view(self, view: str) -> None:
        """Another view."""
        self._place_tabs()
        self.turned.emit(view)

    def on_tab(self, _: str) -> None:
        """The other of the two."""
        self._place_tabs()

    def _place_tabs(self) -> None:
        both = not self._narrow
        on_goal = self._tabs.current == _GOAL or not self._has_tornado
        current = self.views.current
        on_path = current == PATH
        self.path.setVisible(on_path and self._has_path)
        self._tabs.setVisible(on_path and self._narrow and self._has_tornado)
        self.tornado.setVisible(on_path and self._has_tornado and (both or not on_goal))
        self.goal.setVisible(on_path and (both or on_goal))
        self._under.setColumnStretch(0, 7 if self._has_tornado or self._narrow else 0)
        self._under.setColumnStretch(1, 0 if self._narrow else 5)
        for name, view in ((TWO, self.two), (RANGES, self.ranges), (COMPARE, self.compare)):
            view.setVisible(name == current)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._tabs.set_choices(
            [(_TORNADO, self.tr("What moves it")), (_GOAL, self.tr("Goal seek"))],
        )
        names = (self.tr("Path"), self.tr("Two drivers"), self.tr("Ranges"), self.tr("Compare"))
        self.views.set_choices(list(zip(VIEWS, names, strict=True)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
