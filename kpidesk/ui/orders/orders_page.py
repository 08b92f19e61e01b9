"""Orders: what is bought and by whom; purchases over time, the mix, and the groups that buyers fall into."""

from PySide6.QtWidgets import QWidget

from kpidesk.analysis.orders import AOV, ORDERS, REVENUE, OrderStudy, order_splits, order_study
from kpidesk.charts.labels import extent
from kpidesk.core.formatting import format_date
from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.session.services import Services
from kpidesk.ui.charts.foot import foot_of
from kpidesk.ui.explore.card_page import CardPage
from kpidesk.ui.orders.order_figures import EXPECTED_NOTE, PAID_NOTE, RFM_NOTE, build_rfm_square, mix_table, rfm_table

_REPEAT = MetricName("repeat_purchase_rate")
_MIX_HEIGHT = 336
_FEW = 7
"""So many rows of the mix need no room of their own."""


class OrdersPage(CardPage[OrderStudy]):
    """The page of orders, a view of the movements."""

    page_id = "orders"
    card_kpis = (REVENUE, ORDERS, AOV, _REPEAT, MetricName("days_between_purchases"))
    trend_kpis = (_REPEAT, AOV)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.main = self._revenue = self.new_chart(_MIX_HEIGHT)
        self._mix = self.new_table(scrolls=True)
        self._mix.head.insertWidget(2, self.split)
        self._rfm = self.new_table()
        self._square = self.new_chart(study="rfm")
        for tile, columns in (
            (self.cards, 12),
            (self._revenue, 6),
            (self._mix, 6),
            (self._rfm, 8),
            (self._square, 4),
            *((tile, 6) for tile in self.trends.values()),
        ):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return order_splits(engine)

    def study(self, engine: Engine, query: Query, progress: Progress) -> OrderStudy:
        return order_study(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)

    def show_tiles(self, found: OrderStudy) -> None:
        self._show_mix(found)
        self._show_buyers(found)

    def _show_mix(self, found: OrderStudy) -> None:
        frame, by = (found.frame, None) if found.mixed is None else (found.mixed, found.by)
        self.draw_chart(self._revenue, "stacked_bar", REVENUE, frame, by, groups=found.groups)
        self._mix.setVisible(found.by is not None and bool(found.mix))
        self._mix.setMinimumHeight(_MIX_HEIGHT if len(found.mix) > _FEW else 0)
        if found.by is not None and found.mix:
            label = self.label_of(found.by)
            table = mix_table(found, label, self.services.catalogue, self.style_of_numbers)
            span = extent(found.frame.periods, self.style_of_numbers)
            self._mix.show_numbers(table, self.tr("Order mix"), span, has_total=True)
            whole = self._mix.table.full_height()
            self._mix.table.setMinimumHeight(0 if len(found.mix) > _FEW else whole)  # few rows are all in sight

    def _show_buyers(self, found: OrderStudy) -> None:
        rfm, style = found.rfm, self.style_of_numbers
        self._rfm.setVisible(rfm is not None)
        self._square.setVisible(rfm is not None)
        if rfm is None:
            return
        is_expected = rfm.total.expected == rfm.total.expected
        foot = foot_of((RFM_NOTE, PAID_NOTE, *((EXPECTED_NOTE,) if is_expected else ())))
        title, day = self.tr("Groups of buyers"), format_date(rfm.as_of, style)
        self._rfm.show_numbers(rfm_table(rfm, style), title, day, foot, has_total=True)
        self._square.set_figure(build_rfm_square(rfm, style, self.options(self._square)))
