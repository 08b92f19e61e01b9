"""Traffic: visits over time, their sources and pages with those first that lose most visitors, and who converts."""

from PySide6.QtWidgets import QWidget

from kpidesk.analysis.traffic import BOUNCE, CONVERSIONS, SESSIONS, TrafficStudy, traffic_splits, traffic_study
from kpidesk.charts.labels import extent
from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.facts.tables import MAX_VALUES
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say, words
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.session.services import Services
from kpidesk.ui.explore.card_page import CardPage
from kpidesk.ui.traffic.traffic_figures import build_bounces, traffic_table

_PAGE = "page"


class TrafficPage(CardPage[TrafficStudy]):
    """The page of visits, a view of the channels."""

    page_id = "traffic"
    card_kpis = (SESSIONS, MetricName("unique_visitors"), BOUNCE, MetricName("avg_session_duration"), CONVERSIONS[0])
    trend_kpis = (BOUNCE, *CONVERSIONS)
    export_as = "chart.csv"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._visits = self.new_chart(336)
        self._bounces = self.new_chart(336, study="bounces")
        self.main = self._table = self.new_table()
        self._table.head.insertWidget(2, self.split)
        self._many = plain_label("", Role.LABEL, "ink3", wrap=True, parent=self)
        self._many.hide()
        for tile, columns in (
            (self.cards, 12),
            (self._visits, 7),
            (self._bounces, 5),
            (self._table, 12),
            (self._many, 12),
            *((tile, 4) for tile in self.trends.values()),
        ):
            self.grid.add_tile(tile, columns)
        self.retranslate()

    def splits(self, engine: Engine) -> tuple[str, ...]:
        return traffic_splits(engine)

    def study(self, engine: Engine, query: Query, progress: Progress) -> TrafficStudy:
        return traffic_study(engine, lambda asked: self.services.results.compute(asked, progress), query, progress)

    def show_tiles(self, found: TrafficStudy) -> None:
        catalogue, style = self.services.catalogue, self.style_of_numbers
        frame, by = (found.frame, None) if found.parts is None else (found.parts, found.by)
        self._visits.setVisible(found.frame.series[SESSIONS].is_computable)
        if not self._visits.isHidden():
            self.draw_chart(self._visits, "stacked_bar", SESSIONS, frame, by, groups=found.groups)
        bounces = build_bounces(found, catalogue, style, self.options(self._bounces))
        self._bounces.setVisible(bounces is not None)
        if bounces is not None:
            self._bounces.set_figure(bounces)
        self._many.setVisible(self._has_too_many_pages())
        self._many.setText(say(self.tr("Not split by page: there are more than {count} of them."), count=MAX_VALUES))
        self._table.setVisible(found.by is not None and bool(found.rows))
        if found.by is not None and found.rows:
            table = traffic_table(found, self.label_of(found.by), catalogue, style)
            said = self.tr("Worst bounce first; fewer than 30 sessions last")
            span = words(extent(found.frame.periods, style))
            self._table.show_numbers(table, self.tr("Where visits begin and end"), said, span, has_total=True)

    def _has_too_many_pages(self) -> bool:
        """Whether the tables name pages, but more of them than anything is split by."""
        columns = (each.columns for each in self.services.session.document.used if each.table == "web_traffic")
        return _PAGE not in self.attributes and any(column.name == _PAGE for each in columns for column in each)
