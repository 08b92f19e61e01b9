"""The large chart of the what-if page at work: which KPI it follows, its band, or the cash of one new customer."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpidesk.charts.figure import Figure
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.scenario.cash import payback_curve
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
        self._chosen = self._current = ""
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
        has_cash = payback_curve(answer.comparison.baseline, 1) is not None
        self._offer(state, answer, has_cash=has_cash)
        figure = None
        if self._chosen == CASH and has_cash:
            figure = cash_figure(state, scenario, answer.comparison, months, size_of(self._tile))
        figure = figure or self._path(state, scenario, answer, months)
        if figure is not None:
            self._tile.set_figure(figure)
        return figure is not None

    def _offer(self, state: WhatIf, answer: Answer, *, has_cash: bool) -> None:
        """What can be followed, and on the button what is."""
        choices = [Choice(str(name), state.label(name)) for name in state.followed(answer.path)]
        self._choices = (*choices, Choice(CASH, render(_CASH))) if has_cash else tuple(choices)
        self._current = CASH if has_cash and self._chosen == CASH else str(answer.ahead or "")
        text = next((each.text for each in self._choices if each.key == self._current), "")
        if text != self._button.text():
            self._button.setText(text)
        self._button.setVisible(len(self._choices) > 1)

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
        choose(self._button, self._choices, self.on_chosen, current=self._current, align_right=True)

    def on_chosen(self, key: object) -> None:
        """Another KPI, or cash."""
        self._chosen = str(key)
        if self._shown is not None:
            self.take(self._shown[0])
        self._again()
