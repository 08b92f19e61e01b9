"""Movements: the bridge of MRR over a range, its periods one by one, by segment, the customers behind a bar."""

from PySide6.QtWidgets import QWidget

from kpidesk.charts.kinds.movements import (
    NAMES,
    build_movement_bridge,
    build_movement_months,
    kinds_shown,
    movement_grid,
    segment_bridges,
)
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import format_period
from kpidesk.core.progress import Progress
from kpidesk.metrics.bridge import BridgeStudy, bridge_rows, bridge_study
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import splits_of
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.explore.explore_page import ExplorePage
from kpidesk.ui.explore.whole_table import WholeTable
from kpidesk.ui.metrics.row_listing import SHOWN_ROWS

RANGES = ("1", "3", "12")
_COLUMNS = 12


class MovementsPage(ExplorePage[BridgeStudy]):
    """A click on a bar of the bridge shows its customers; a click on a month makes the bridge that of the month."""

    page_id = "movements"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._one: int | None = None
        self._range = Segmented(height=24)
        self._range.chosen.connect(self.on_range)
        self.bridge = self.new_chart(336, study="bridge")
        self.bridge.tools.addWidget(self._range)
        self.bridge.view.clicked.connect(self.on_bar)
        self.bridge.view.activated.connect(self.on_bar)
        self.months = self.new_chart(296, study="bridge_periods")
        self.months.view.clicked.connect(self.on_month)
        self.months.view.activated.connect(self.on_month)
        self.table = WholeTable(self, ends_last=True)
        self.segments = WholeTable(self)
        self.segments.head.addWidget(self.split)
        for tile in (self.bridge, self.months, self.table, self.segments):
            self.grid.add_tile(tile, 12)
        self.retranslate()

    def study(self, engine: Engine, query: Query, progress: Progress) -> BridgeStudy:
        return bridge_study(engine.facts, query, progress)

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return splits_of(engine.facts, "moves_month", "periods")

    def refresh(self) -> None:
        self._one = None
        super().refresh()

    def main_chart(self) -> ChartTile:
        return self.bridge

    def show_study(self, found: BridgeStudy) -> None:
        options, style = FigureOptions(size=(1100, 300)), self.style_of_numbers
        self.months.set_figure(build_movement_months(found, style, options))
        self._show_range()

    @property
    def columns(self) -> tuple[int, int]:
        """The periods of the bridge: one that was clicked, else the last that have ended."""
        found = self.found
        if found is None:
            return 0, 0
        if self._one is not None:
            return self._one, self._one
        last = found.last_ended
        wanted = int(self._range.current or 1)
        return (0 if not wanted else max(0, last - wanted + 1)), last

    def _show_range(self) -> None:
        found, style = self.found, self.style_of_numbers
        if found is None or not found.periods:
            return
        first, last = self.columns
        self.bridge.set_figure(build_movement_bridge(found, (first, last), style, FigureOptions(size=(1100, 300))))
        shown = (max(0, last - _COLUMNS + 1), last)
        self.table.show_table(movement_grid(found, shown, style), has_total=True)
        span = format_period(found.periods[shown[0]], style), format_period(found.periods[last], style)
        self.table.set_texts(self.tr("By period"), span[0] if span[0] == span[1] else f"{span[0]} – {span[1]}")
        self.segments.setVisible(found.by is not None)
        if found.by is not None:
            by = self.label_of(found.by)
            self.segments.set_texts(self.tr("By segment"), self._span_text())
            self.segments.show_table(segment_bridges(found, (first, last), style, by), has_total=True)
        self.set_title(render(entry(self.page_id).title), self._span_text())

    def _span_text(self) -> str:
        found, style = self.found, self.style_of_numbers
        if found is None or not found.periods:
            return ""
        first, last = (format_period(found.periods[at], style) for at in self.columns)
        return first if first == last else f"{first} – {last}"

    def on_range(self, _: str) -> None:
        """More or fewer periods in the bridge."""
        self._one = None
        self.on_panel_closed()
        self._show_range()

    def on_month(self, row: int) -> None:
        """One period of the lower chart: the bridge shows it alone."""
        self._one = row
        self.on_panel_closed()
        self._show_range()

    def on_bar(self, row: int) -> None:
        """The customers behind one bar; opening and closing are everybody, so they have none of their own."""
        found = self.found
        kinds = () if found is None else kinds_shown(found, self.columns)
        if found is None or not 1 <= row <= len(kinds):
            return
        kind, query = kinds[row - 1], self.question()
        first, last = (found.periods[at] for at in self.columns)
        title = say(self.tr("{kind}, {span}"), kind=NAMES[kind], span=self._span_text())
        amount = self.tr("Change of MRR")
        self.ask_rows(title, lambda facts: bridge_rows(facts, query, kind, (first, last), limit=SHOWN_ROWS), amount)

    def retranslate(self) -> None:
        super().retranslate()
        choices = [*((each, each) for each in RANGES), ("0", self.tr("All"))]
        tips = [self.tr("Last period"), self.tr("Last 3 periods"), self.tr("Last 12 periods"), self.tr("All periods")]
        self._range.set_choices(choices, tips)
