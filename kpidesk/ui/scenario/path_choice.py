"""The large chart of the what-if page at work: which KPI it follows, its band, or the cash of one new customer."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpidesk.charts.figure import Figure
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.scenario.model import Scenario
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.scenario.baseline_band import BaselineBand
from kpidesk.ui.scenario.path_figures import CASH, cash_figure, path_figure
from kpidesk.ui.scenario.still_views import size_of
from kpidesk.ui.scenario.what_if import Answer, WhatIf

_CASH = Message(QT_TRANSLATE_NOOP("whatif", "Payback curve"))


class PathChoice(QObject):
    """Fills a tile; ``again()`` is called when it is to be filled anew."""

    def __init__(self, services: Services, tile: ChartTile, again: Callable[[], None]) -> None:
        super().__init__(tile)
        self._tile, self._again = tile, again
        self._band = BaselineBand(services, again)
        self._chosen = ""
        self._choices: tuple[Choice, ...] = ()
        self._shown: tuple[WhatIf, int] | None = None
        self._button = Button("", "secondary", height=24)
        self._button.set_menu_mark(True)
        self._button.clicked.connect(self.on_menu)
        tile.tools.addWidget(self._button)

    def take(self, state: WhatIf) -> None:
        """Other data: what was chosen is followed there too."""
        state.chosen = MetricName(self._chosen) if self._chosen not in ("", CASH) else None

    def show_answer(self, state: WhatIf, scenario: Scenario, answer: Answer, months: int) -> bool:
        """Draw what is chosen; False where there is nothing to follow."""
        self._shown = (state, months)
        cash = cash_figure(state, scenario, answer.comparison, months, size_of(self._tile))
        figure = cash if self._chosen == CASH and cash is not None else self._path(state, scenario, answer, months)
        names = state.followed(answer.path)
        choices = [Choice(str(name), state.label(name)) for name in names]
        self._choices = (*choices, Choice(CASH, render(_CASH))) if cash is not None else tuple(choices)
        current = CASH if figure is cash and cash is not None else str(answer.ahead or "")
        self._button.setText(next((each.text for each in self._choices if each.key == current), ""))
        self._button.setVisible(len(self._choices) > 1)
        if figure is not None:
            self._tile.set_figure(figure)
        return figure is not None

    def _path(self, state: WhatIf, scenario: Scenario, answer: Answer, months: int) -> Figure | None:
        if answer.path is None or answer.ahead is None:
            return None
        band = self._band.of(answer.ahead, state, months)
        return path_figure(state, answer.path, answer.ahead, scenario, answer.comparison, size_of(self._tile), band)

    def ask_band(self) -> None:
        """Draw the band of what is shown, unless it is there."""
        if self._shown is not None and self._chosen != CASH:
            self._band.ask(*self._shown)

    def on_menu(self) -> None:
        """What can be followed."""
        current = next((each.key for each in self._choices if each.text == self._button.text()), None)
        choose(self._button, self._choices, self.on_chosen, current=current, align_right=True)

    def on_chosen(self, key: object) -> None:
        """Another KPI, or cash."""
        self._chosen = str(key)
        if self._shown is not None:
            self.take(self._shown[0])
        self._again()
