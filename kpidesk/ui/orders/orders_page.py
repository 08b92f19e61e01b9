"""Orders: what is bought and by whom; purchases over time, the mix, and the groups that buyers fall into."""

from PySide6.QtWidgets import QWidget

from kpidesk.analysis.orders import AOV, ORDERS, REVENUE, OrderStudy, order_splits, order_study
from kpidesk.charts.builder import build_figure
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import format_date, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import words
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.explore.card_row import CardRow
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.ui.orders.order_figures import EXPECTED_NOTE, RFM_NOTE, build_rfm_square, mix_table, rfm_table
from kpidesk.ui.window.study_page import StudyPage

_REPEAT = MetricName("repeat_purchase_rate")
_CARDS = (REVENUE, ORDERS, AOV, _REPEAT, MetricName("days_between_purchases"))
_PERIODS = 24
_MIX_HEIGHT = 336
_FEW = 7
"""So many rows of the mix need no room of their own."""


class OrdersPage(StudyPage[OrderStudy]):
    """The page of orders, a view of the movements."""

    page_id = "orders"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._cards = CardRow(_CARDS, self)
        self._cards.opened.connect(self.on_card)
        self._revenue = self.new_chart(_MIX_HEIGHT)
        self._mix = FigureTableTile(self, scrolls=True)
        self._mix.head.insertWidget(2, self.split)
        self._rfm = FigureTableTile(self)
        self._square = self.new_chart()
        self._trends = {name: self.new_chart() for name in (_REPEAT, AOV)}
        for table in (self._mix, self._rfm):
            table.asked.connect(self.on_asked)
        for tile, columns in (
            (self._cards, 12),
            (self._revenue, 6),
            (self._mix, 6),
            (self._rfm, 8),
            (self._square, 4),
            *((tile, 6) for tile in self._trends.values()),
        ):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return order_splits(engine)

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        return next(iter(attributes), None)

    def label_of(self, attribute: str) -> str:
        return attribute_label(self.services.schema, attribute, self.style_of_numbers)

    def study(self, engine: Engine, query: Query, progress: Progress) -> OrderStudy:
        return order_study(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)

    def show_study(self, found: OrderStudy) -> None:
        self._cards.show_frame(found.frame, self.services, self.style_of_numbers)
        self._show_mix(found)
        self._show_buyers(found)
        for name, tile in self._trends.items():
            tile.setVisible(found.frame.series[name].is_computable and len(found.frame.periods) > 2)
            if not tile.isHidden():
                spec = ChartSpec("line", (name,), periods=_PERIODS)
                self._draw(tile, spec, found)
        at = found.frame.last_complete
        self.set_title(self.title, "" if at is None else format_period(found.frame.periods[at], self.style_of_numbers))

    def _draw(self, tile: ChartTile, spec: ChartSpec, found: OrderStudy) -> None:
        frame = found.mixed if spec.by is not None and found.mixed is not None else found.frame
        tile.set_figure(build_figure(spec, frame, self.services.catalogue, self.style_of_numbers, self.options(tile)))

    def _show_mix(self, found: OrderStudy) -> None:
        by = None if found.mixed is None else found.by
        self._draw(self._revenue, ChartSpec("stacked_bar", (REVENUE,), by, periods=_PERIODS), found)
        self._mix.setVisible(found.by is not None and bool(found.mix))
        self._mix.setMinimumHeight(_MIX_HEIGHT if len(found.mix) > _FEW else 0)
        if found.by is not None and found.mix:
            label = self.label_of(found.by)
            table = mix_table(found, label, self.services.catalogue, self.style_of_numbers)
            self._mix.show_numbers(table, self.tr("What is bought"), has_total=True)

    def _show_buyers(self, found: OrderStudy) -> None:
        rfm, style = found.rfm, self.style_of_numbers
        self._rfm.setVisible(rfm is not None)
        self._square.setVisible(rfm is not None)
        if rfm is None:
            return
        is_expected = rfm.total.expected == rfm.total.expected
        foot = " · ".join(words(note) for note in (RFM_NOTE, *([EXPECTED_NOTE] if is_expected else [])))
        title, day = self.tr("Groups of buyers"), format_date(rfm.as_of, style)
        self._rfm.show_numbers(rfm_table(rfm, style), title, day, foot, has_total=True)
        self._square.set_figure(build_rfm_square(rfm, style, self.options(self._square)))

    def on_card(self, kpi: str) -> None:
        """A card opens its KPI."""
        self.go.emit("kpis", kpi)

    def can_export(self) -> bool:
        return self.found is not None and self._revenue.figure is not None

    def export(self) -> None:
        self.act.emit("chart.png", (self._revenue.figure,))
